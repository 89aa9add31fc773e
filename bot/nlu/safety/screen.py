"""The screen itself: one message in, the weightiest finding out."""
from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Doc

from bot.nlu.safety.families import RULES
from bot.nlu.safety.reading import Reading


@dataclass(frozen=True)
class SafetyFinding:
    """Why a message gets a safety answer. ``words`` are the visitor's own, those that fired."""

    level: str  # emergency, urgent or distress
    rule: str  # id in bot/content/safety.yml
    words: tuple[str, ...]

    @property
    def intent(self) -> str:
        """The intent that a message with this finding has."""
        return f"safety_{self.level}"


def screen(doc: Doc) -> SafetyFinding | None:
    """Return what ``doc``, read by the language pipeline, tells of, or None.

    Of several rules that fire the weightiest is returned: emergency, intent of self-harm, urgent, distress.
    """
    reading = Reading(doc)
    for rule in RULES:
        hits = rule.fires(reading)
        if hits is not None:
            return SafetyFinding(rule.level, rule.id, tuple(dict.fromkeys(reading.words(hit) for hit in hits)))
    return None


def weightiest(findings: Iterable[SafetyFinding | None]) -> SafetyFinding | None:
    """Return the finding whose rule comes first, or None where there is none."""
    order = {rule.id: place for place, rule in enumerate(RULES)}
    return min((each for each in findings if each is not None), key=lambda each: order[each.rule], default=None)
