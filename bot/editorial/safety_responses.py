"""The safety messages as Rasa responses, so that Rasa can say them when the action server and the store are down.

One response a level, one variation a rule: Rasa picks the variation by the slot that the safety screen fills.
"""
from __future__ import annotations

import textwrap
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bot.editorial.files import read_file
from bot.editorial.models import SafetyRule

FILE = "safety.yml"
LEVELS = ("emergency", "urgent", "distress", "caution")
START = "  # Safety answers: written by `make generate` from bot/content/safety.yml. Edit them there.\n"
END = "  # End of the safety answers.\n"
WIDTH = 116
#: Version of the answer's JSON, as in bot/render/payload.py.
VERSION = 1


class NoPlace(Exception):
    """domain.yml lacks the two lines between which the responses are written."""


def domain_with(domain: str, rules: Sequence[SafetyRule]) -> str:
    """``domain`` (the text of domain.yml) with the responses of ``rules``. Raises NoPlace."""
    before, start, rest = domain.partition(START)
    _, end, after = rest.partition(END)
    if not start or not end:
        raise NoPlace(f"domain.yml must hold these two lines under responses:\n{START}{END}")
    written = "".join(_response(level, [rule for rule in rules if rule.level == level]) for level in LEVELS)
    return before + start + written + end + after


def record(rule: SafetyRule) -> dict[str, Any]:
    """The answer's JSON for a rule; the field names are a public interface."""
    return {"type": "safety", "v": VERSION, "level": rule.level, "rule": str(rule.id), "headline": str(rule.message)}


def read_rule(content: Path, slug: str) -> SafetyRule:
    """The rule ``slug`` of a content folder. Raises ValueError when safety.yml cannot be read or lacks it."""
    shape = read_file(content / FILE, (FILE,)).shape if (content / FILE).is_file() else None
    found: list[SafetyRule] = [rule for rule in shape.rules if rule.id == slug] if shape else []
    if not found:
        raise ValueError(f"{content / FILE} holds no rule '{slug}' that can be read. Run `plumb check`.")
    return found[0]


def _response(level: str, rules: Sequence[SafetyRule]) -> str:
    return f"  utter_safety_{level}:\n" + "".join(map(_variation, rules)) if rules else ""


def _variation(rule: SafetyRule) -> str:
    values = {name: value for name, value in record(rule).items() if name != "headline"}
    fields = "".join(f"        {name}: {value}\n" for name, value in values.items())
    return (f"    - condition: [{{type: slot, name: safety_rule, value: {rule.id}}}]\n"
            f"      text: >-\n{_folded(rule.message, 8)}\n"
            f"      custom:\n{fields}        headline: >-\n{_folded(rule.message, 10)}\n")


def _folded(text: str, indent: int) -> str:
    margin = " " * indent
    return textwrap.fill(text, WIDTH, initial_indent=margin, subsequent_indent=margin, break_long_words=False,
                         break_on_hyphens=False)
