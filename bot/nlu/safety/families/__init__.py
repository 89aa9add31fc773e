"""The families of safety rules, one a module; each module holds ``RULES``."""
from __future__ import annotations

from bot.nlu.safety.families import (
    after_surgery,
    allergy,
    body_image,
    botox,
    eye,
    filler,
    infection,
    jaw_and_arteries,
    lump,
    nerve,
    self_harm,
    stroke,
    stroke_other,
    whole_body,
)
from bot.nlu.safety.rules import DISTRESS, EMERGENCY, URGENT, Rule

#: Within a level the first rule that fires wins, so those that know more about the cause come first.
_BY_CAUSE = (
    botox, filler, jaw_and_arteries, after_surgery, whole_body, eye, allergy, infection, stroke, stroke_other, nerve,
    lump,
    self_harm, body_image)


def _weight(rule: Rule) -> int:
    """Emergency first, then distress with intent of self-harm, urgent, distress."""
    return {EMERGENCY: 0, URGENT: 2, DISTRESS: 3}[rule.level] if not rule.self_harm else 1


RULES: tuple[Rule, ...] = tuple(sorted((rule for family in _BY_CAUSE for rule in family.RULES), key=_weight))
