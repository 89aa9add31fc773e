"""What could tell who somebody is does not stay in a sentence; what editors need to read does."""
from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.records.redaction import MOST_CHARACTERS, first_names, redact, same_words


@pytest.mark.parametrize(("said", "kept"), [
    ("does gua sha work", "does gua sha work"),
    ("DOES GUA SHA WORK ON THE NECK", "DOES GUA SHA WORK ON THE NECK"),
    ("Does Gua Sha Work On The Neck", "Does Gua Sha Work On The Neck"),
    ("Why? Because I'm tired. Is it OK on Monday?", "Why? Because I'm tired. Is it OK on Monday?"),
    ("is my doctor able to help, or the nurse", "is my doctor able to help, or the nurse"),
    ("call me when it is done", "call me when it is done"),
    ("I'm 62 and have sagged for 3.5 years", "I'm [number] and have sagged for [number] years"),
    ("ring +44 (0)7700 900-123 today", "ring [number] today"),
    ("born 12/03/1961", "born [number]"),
    ("anna.k@example.com asked", "[address] asked"),
    ("see https://me.example/x?y=1 or www.foo.bar or clinic.com/anna", "see [address] or [address] or [address]"),
    ("write to @anna_k", "write to [address]"),
    ("my name is zofka and i sag", "my name is [name] and i sag"),
    ("My name is Anna Maria Kowalska and I sag", "My name is [name] and I sag"),
    ("what does dr patel say", "what does dr [name] say"),
    ("Mrs. O'Neill-Brown's jowls", "Mrs. [name] jowls"),
    ("my sister rebecca had it", "my sister [name] had it"),
    ("I go to Kettering for it", "I go to [name] for it"),
    ("Hello\u202e\x00\nthere", "Hello there"),
    ("", ""),
])
def test_what_is_left_of_a_sentence(said: str, kept: str) -> None:
    assert redact(said) == kept


def test_a_known_word_with_a_capital_letter_is_no_name() -> None:
    assert redact("is Ultherapy safe") == "is [name] safe"
    assert redact("is Ultherapy safe", frozenset({"ultherapy"})) == "is Ultherapy safe"


def test_first_names_are_no_words_that_questions_are_made_of() -> None:
    words = "mark will rose grace may jack chin dean frank jean iris hope faith art"
    assert not first_names() & set(words.split())


@given(st.text(max_size=600), st.integers(100, 10**12), st.sampled_from(sorted(first_names())))
def test_no_number_address_or_listed_name_gets_through(said: str, number: int, name: str) -> None:
    left = redact(f"{said} {number} {name}@example.org {name} end")
    assert len(left) <= MOST_CHARACTERS
    assert not any(each.isdigit() and each.isascii() for each in left)
    assert "@example" not in left and name not in left.split() and "\n" not in left
    assert redact(left) == left


def test_sentences_that_differ_in_case_punctuation_and_accents_are_the_same() -> None:
    assert same_words("Does Café-au-lait  help?!") == same_words("does cafe au lait help") == "does cafe au lait help"
    assert same_words("[name], [number] … !") == ""
