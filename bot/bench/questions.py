"""The questions of a run: those that are asked for time, and those that are held out for accuracy."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

INTENT_PREFIX = "ask_"
SEED = 20261121


@dataclass(frozen=True)
class HeldOut:
    """A question that no bot was trained on, and its kind."""

    text: str
    kind: str


def read_held_out(path: Path) -> list[HeldOut]:
    """A YAML list of records with `text` and `kind`; other fields are ignored.

    Raises:
        ValueError: the file is no such list, or is empty.
    """
    content = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    if not isinstance(content, list) or not content:
        raise ValueError(f"{path}: is not a list of questions.")
    wrong = [str(number) for number, each in enumerate(content, 1) if not {"text", "kind"} <= set(each)]
    if wrong:
        raise ValueError(f"{path}: question {', '.join(wrong[:5])} has no text or no kind.")
    return [HeldOut(str(each["text"]), str(each["kind"])) for each in content]


def share_right(questions: Sequence[HeldOut], intents: Sequence[str]) -> float:
    """Share of questions whose kind is the intent's, in percent."""
    right = sum(intent == INTENT_PREFIX + question.kind for question, intent in zip(questions, intents, strict=True))
    return 100 * right / len(questions)


def texts_to_ask(project: Path, count: int) -> list[str]:
    """Training examples of the question intents, each once if there are enough, in an order that is always the same.

    Both bots know them, so both run the custom action; no text repeats early, so no cache answers.
    """
    found: list[str] = []
    for path in sorted((project / "data").rglob("*.yml")):
        content = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader) or {}
        for entry in content.get("nlu") or []:
            if str(entry.get("intent", "")).startswith(INTENT_PREFIX.rstrip("_")):
                found += [line[2:].strip() for line in entry["examples"].splitlines() if line.startswith("- ")]
    if not found:
        raise ValueError(f"{project / 'data'}: no examples of question intents (ask_…).")
    plain = sorted({re.sub(r"\[([^\]]*)\](\([^)]*\)|\{[^}]*\})", r"\1", text) for text in found})
    random.Random(SEED).shuffle(plain)
    return [plain[number % len(plain)] for number in range(count)]
