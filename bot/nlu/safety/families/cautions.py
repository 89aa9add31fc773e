"""What visitors say of themselves that changes an answer: conditions, treatments not long ago, medicines, age."""
from __future__ import annotations

from bot.nlu.safety.families import caution_body, caution_conditions, caution_medicines, caution_treatments
from bot.nlu.safety.rules import Rule

_FAMILIES = (caution_treatments, caution_medicines, caution_conditions, caution_body)
#: Those that are the whole answer come first.
RULES: tuple[Rule, ...] = tuple(sorted(
    (rule for family in _FAMILIES for rule in family.RULES), key=lambda rule: not rule.answers))
