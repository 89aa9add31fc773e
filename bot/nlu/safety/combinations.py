"""Combinations of signs on the examples: which of them fire on each, and which decide alone.

Measured while training, so an editor's new look-alike takes the power to decide from every combination that it fires.
"""
from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from spacy.tokens import Doc

from bot.nlu.safety.examples import CALM, SafetyExample
from bot.nlu.safety.rules import Combination
from bot.nlu.safety.screen import combinations, read
from bot.nlu.spelling import meant_text

#: On so many triggers, of its own rule or of another that is no caution, a combination must have fired.
FIRED_AT_LEAST = 30


def as_read(example: SafetyExample, doc: Doc) -> SafetyExample:
    """Return ``example`` as it was meant, with what fires on it and its plain words, from its reading ``doc``."""
    reading = read(doc)
    return replace(example, text=meant_text(doc), fired=frozenset(combinations(reading)),
                   plain=" ".join(reading.sentences()))


def certain_combinations(examples: Iterable[SafetyExample]) -> frozenset[Combination]:
    """Return the combinations that decide alone: those that fired on many triggers, and on no calm message."""
    right: Counter[Combination] = Counter()
    wrong: Counter[Combination] = Counter()
    for example in examples:
        if not example.rule.startswith("ca_"):  # a caution may stand beside a sign
            (wrong if example.rule == CALM else right).update(example.fired)
    return frozenset(each for each, times in right.items() if times >= FIRED_AT_LEAST and not wrong[each])
