import pytest

from bot.nlu.words import edits, run_together, sound, stems, unstretched


@pytest.mark.parametrize(("typed", "word"), [
    ("kneck", "neck"), ("lazer", "laser"), ("philler", "filler"), ("rinkles", "wrinkles"), ("botoks", "botox"),
    ("bowtox", "botox"), ("mouf", "mouth"), ("hyfu", "hifu"), ("excersizes", "exercises"), ("fashial", "facial"),
    ("limfatic", "lymphatic"), ("eksersise", "exercise"),
])
def test_words_that_sound_alike(typed: str, word: str) -> None:
    assert sound(typed) == sound(word)


@pytest.mark.parametrize(("typed", "word"), [
    ("physio", "face"), ("olay", "oily"), ("gimme", "gummy"), ("temu", "time")])
def test_words_that_do_not(typed: str, word: str) -> None:
    assert sound(typed) != sound(word)


@pytest.mark.parametrize(("typed", "word", "number"), [
    ("botox", "botox", 0), ("botux", "botox", 1), ("facail", "facial", 1), ("realy", "really", 0), ("abcd", "wxyz", 2)])
def test_edits(typed: str, word: str, number: int) -> None:
    assert min(edits(typed, word, 1), 2) == number


@pytest.mark.parametrize(("word", "stem"), [
    ("sags", "sag"), ("boxes", "box"), ("firmed", "firm"), ("used", "use"), ("using", "use"), ("saggier", "saggy"),
    ("droopiest", "droopy"),
])
def test_what_a_word_may_be_a_form_of(word: str, stem: str) -> None:
    assert stem in stems(word)


def test_a_wrongly_made_form_is_none() -> None:
    assert "smoke" not in stems("smokeing") and "eyelid" not in stems("eyelides")


COMMON = {"how", "long", "does", "botox", "last", "why", "jaw", "sagging", "sag"}.__contains__


@pytest.mark.parametrize(("typed", "parts"), [
    ("howlong", ("how", "long")), ("howlongdoesbotoxlast", ("how", "long", "does", "botox", "last")),
    ("whyismyjawsagging", ("why", "is", "my", "jaw", "sagging")), ("botox", None), ("xyzjaw", None), ("a" * 50, None),
    ("", None),
])
def test_words_run_together(typed: str, parts: tuple[str, ...] | None) -> None:
    assert run_together(typed, COMMON) == parts


def test_a_stretched_word_is_drawn_back() -> None:
    assert unstretched("jawwww sooo really") == "jaw so really"
