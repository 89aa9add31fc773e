"""Which combinations of signs decide alone: those that fired on triggers, and on no calm message, of the examples.

Measured while training, so an editor's new look-alike takes the power to decide from every combination that it fires.
"""
from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from spacy.tokens import Doc

from bot.nlu.safety.examples import CALM, SafetyExample
from bot.nlu.safety.families import RULES
from bot.nlu.safety.screen import read

#: On so many triggers, of its own rule or of another that is no caution, a combination must have fired.
FIRED_AT_LEAST = 15


def certain_combinations(examples: Iterable[tuple[SafetyExample, Doc]]) -> frozenset[tuple[str, int]]:
    """Return the combinations (rule, place in ``any_of``) that are certain by ``examples``, each with its reading."""
    right: Counter[tuple[str, int]] = Counter()
    wrong: Counter[tuple[str, int]] = Counter()
    for example, doc in examples:
        if example.rule.startswith("ca_"):
            continue  # a caution may stand beside a sign
        reading = read(doc)
        fired = [(rule.id, number) for rule in RULES for number, _ in rule.firing(reading)]
        (wrong if example.rule == CALM else right).update(fired)
    return frozenset(each for each, times in right.items() if times >= FIRED_AT_LEAST and not wrong[each])
