"""The messages that the safety classifier learns from: ``data/safety`` and the editors' examples in ``safety.yml``."""
from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from bot.nlu.safety.rules import Combination

#: Where the examples stand in the project, one file a rule.
FOLDER = "data/safety"
#: The class of messages that tell of nothing.
CALM = "none"


class ExamplesUnreadable(ValueError):
    """A file of examples is missing or is not as it should be; the message names it and says what to do."""


@dataclass(frozen=True)
class SafetyExample:
    """A message, and the rule that it must raise or ``CALM``."""

    text: str
    rule: str
    by_editor: bool = False  # stands in safety.yml, where each example is a test
    # Once it was read:
    fired: frozenset[Combination] = frozenset()  # the rules' combinations that fire on it
    plain: str = ""  # its plain words


def read_examples(folder: Path, content: Path) -> tuple[SafetyExample, ...]:
    """Return every example of ``folder`` (one file a rule) and of the safety rules in ``content``, each text once.

    Raises ExamplesUnreadable.
    """
    files = sorted(folder.glob("*.yml"))
    if not files:
        raise ExamplesUnreadable(f"{folder} holds no examples for the safety screen. Restore data/safety.")
    blocks = [(path, _mapping(path)) for path in files]
    rules = content / "safety.yml"
    blocks += [(rules, {**block, "rule": block.get("id")}) for block in _mapping(rules).get("rules") or ()]
    unique: dict[str, SafetyExample] = {}
    for path, block in blocks:
        for example in _examples(path, block):
            unique.setdefault(example.text, example)
    return tuple(unique.values())


def digest(folder: Path, content: Path) -> str:
    """Return a digest of what ``read_examples`` reads."""
    found = hashlib.sha256()
    for path in (*sorted(folder.glob("*.yml")), content / "safety.yml"):
        found.update(path.read_bytes() if path.is_file() else b"")
    return found.hexdigest()


def _mapping(path: Path) -> dict[str, Any]:
    try:
        data = yaml.load(path.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise ExamplesUnreadable(f"{path} cannot be read ({error}). Mend it or restore it.") from error
    if not isinstance(data, dict):
        raise ExamplesUnreadable(f"{path} must hold rule, triggers and look_alikes.")
    return data


def _examples(path: Path, block: dict[str, Any]) -> Iterator[SafetyExample]:
    rule = block.get("rule")
    for key, label in (("triggers", rule), ("look_alikes", CALM)):
        texts = block.get(key) or ()
        if not isinstance(rule, str) or not all(isinstance(text, str) for text in texts):
            raise ExamplesUnreadable(f"{path}: rule must be a name, and {key} a list of texts in quotes.")
        yield from (SafetyExample(text, str(label), "message" in block) for text in texts)
