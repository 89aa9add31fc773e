"""Safety rules: each with a source or a note that one is wanted, a number to call, the keys that its level has, and
examples on one side only."""
from __future__ import annotations

import datetime
from collections.abc import Iterator

from bot.editorial.faults import Fault
from bot.editorial.library import Library, Placed, plain
from bot.editorial.models.safety import CAUTION_KEYS

#: How a message names the number to call, wherever the visitor is.
NUMBER = "your local emergency number, for example 112, 911 or 999"


def check(library: Library, today: datetime.date) -> Iterator[Fault]:
    first: dict[str, Placed] = {}
    for placed in library.safety_rules:
        rule = placed.shape
        if rule.primary_source == "seen" and not rule.sources:
            yield placed.file.fault(placed.loc + ("primary_source",), "safety-source",
                                    f"'{rule.id}' cites no source, and primary_source is 'seen'.",
                                    "Cite the source, or set primary_source: awaited.")
        if rule.level == "emergency" and NUMBER not in rule.message:
            yield placed.file.fault(placed.loc + ("message",), "safety-number",
                                    f"The emergency message of '{rule.id}' names no number to call.",
                                    f"Write “{NUMBER}”.")
        yield from _caution_keys(placed)
        yield from _examples(placed, first)


def _caution_keys(placed: Placed) -> Iterator[Fault]:
    """A caution without one of its keys would change no answer; on another rule they would do nothing."""
    rule = placed.shape
    there = [key for key in CAUTION_KEYS if getattr(rule, key) is not None]
    if rule.level == "caution":
        missing = [key for key in CAUTION_KEYS if key not in there]
        if missing:
            yield placed.file.fault(placed.loc, "safety-caution", f"The caution '{rule.id}' lacks: "
                                    f"{', '.join(missing)}.", "Add what is missing; [] or {} where there is nothing.")
        return
    for key in there:
        yield placed.file.fault(placed.loc + (key,), "safety-caution", f"'{key}' goes with cautions only, and "
                                f"'{rule.id}' is '{rule.level}'.", "Take it out, or set level: caution.")


def _examples(placed: Placed, first: dict[str, Placed]) -> Iterator[Fault]:
    """An example that stands twice: it would be counted twice, or be a trigger and a look-alike."""
    for key in ("triggers", "look_alikes"):
        for number, text in enumerate(getattr(placed.shape, key)):
            words = plain(text)
            if words in first:
                yield placed.file.fault(placed.loc + (key, number), "safety-example",
                                        f"'{text}' stands under '{first[words].shape.id}' already.", "Keep one.")
            first.setdefault(words, placed)
