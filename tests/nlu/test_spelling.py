import pytest
from spacy.language import Language

from bot.nlu import spelling
from bot.nlu.language import read_text
from bot.nlu.ruler import MEANT, entities
from bot.nlu.spelling import Spelling, meant_text

MISFIRES = ["checking", "checked", "chick", "chicken", "checks", "lesser", "lease", "loser", "booked", "boots",
            "jar", "jam", "neat", "nick", "china", "chain", "chins", "brown", "brew", "filled", "fellers", "thread",
            "tread", "peeled", "pearl", "lips", "lisp", "mouthful", "slept", "diner", "dieted", "sunday", "studio"]


@pytest.fixture(scope="module")
def speller(nlp: Language) -> Spelling:
    found = nlp.get_pipe(spelling.NAME)
    assert isinstance(found, Spelling)
    return found


@pytest.mark.parametrize(("typed", "meant"), [
    ("facail", "facial"), ("exersizes", "exercises"), ("excersise", "exercise"), ("duoble", "double"),
    ("retonol", "retinol"), ("botux", "botox"), ("colagen", "collagen"), ("wrinkels", "wrinkles"), ("jowels", "jowls"),
    ("realy", "really"), ("wich", "which"), ("microneedeling", "microneedling"), ("moisturzier", "moisturizer"),
    ("sunscren", "sunscreen"), ("massge", "massage"), ("chinn", "chin"), ("nekc", "neck"), ("hyalronic", "hyaluronic"),
    ("rinkles", "wrinkles"), ("botoks", "botox"), ("jawwww", "jaw"), ("lazer", "laser"), ("excersizes", "exercises"),
    ("smokeing", "smoking"), ("stoped", "stopped"),
])
def test_a_typo_is_read_as_what_was_meant(nlp: Language, typed: str, meant: str) -> None:
    assert meant_text(read_text(nlp, f"does {typed} matter")) == f"does {meant} matter"


@pytest.mark.parametrize("word", MISFIRES)
def test_a_real_word_is_never_read_as_another(nlp: Language, word: str) -> None:
    doc = read_text(nlp, f"the {word} please")
    assert meant_text(doc) == doc.text
    assert all(entity.confidence > MEANT for entity in entities(doc))


def test_no_common_word_is_taken_for_a_typo(speller: Spelling) -> None:
    common = speller._common
    assert len(common) > 5000
    assert [word for word in common if not speller.is_word(word)] == []


def test_forms_of_known_words_are_known(speller: Spelling) -> None:
    assert all(map(speller.is_word, ("droopier", "fattiest", "nourishes", "sweetens", "resurfacing")))


def test_a_short_word_is_not_stretched_into_a_long_one(speller: Spelling) -> None:
    assert speller.meant("pept") != ("peptides",) and speller.meant("lipo") != ("lips",)


def test_two_words_run_together_are_taken_apart_and_the_text_stays(nlp: Language) -> None:
    doc = read_text(nlp, "howlong does botoxlast")
    assert [token.text for token in doc] == ["how", "long", "does", "botox", "last"]
    assert doc.text == "howlong does botoxlast"
    assert meant_text(doc) == "how long does botox last"
    (found,) = entities(doc)
    assert (found.slug, doc.text[found.start:found.end]) == ("botox", "botox")


def test_gibberish_stays_gibberish(nlp: Language) -> None:
    assert meant_text(read_text(nlp, "sdlkfj wieurq zxcv")) == "sdlkfj wieurq zxcv"
