"""The reading grade, and the terms that count as two syllables."""
from __future__ import annotations

import pytest

from bot.editorial.checks.reading import MAX_GRADE, grade
from bot.editorial.lists import load


def test_plain_words_pass_and_long_words_do_not() -> None:
    assert grade("Rub a little cream on your skin each night before you go to bed.") < MAX_GRADE
    assert grade("Manufacturers' promotional communications systematically overestimate therapeutic effectiveness.") > 8


def test_one_long_word_in_a_few_is_no_fault_and_two_are() -> None:
    assert grade("Physiotherapist or dermatologist, within days") == 0
    assert grade("Physiotherapist or ophthalmologist immediately") > MAX_GRADE


@pytest.mark.parametrize("term", load("plain_words")["terms"])
def test_an_unavoidable_term_counts_as_two_syllables(term: str) -> None:
    sentence = "Ask what the {} can and cannot do for the skin on your face."
    assert grade(sentence.format(term)) == grade(sentence.format("water"))
    assert grade(sentence.format(term.upper() + "s")) == grade(sentence.format("water"))


def test_the_list_of_unavoidable_terms_stays_short() -> None:
    assert len(load("plain_words")["terms"]) <= 40
