import pytest
from spacy.language import Language

from bot.nlu.language import read_text


@pytest.mark.parametrize(("form", "lemma"), [
    ("sagging", "sag"), ("sags", "sag"), ("jowls", "jowl"), ("works", "work"), ("took", "take"), ("teeth", "tooth"),
    ("studies", "study"), ("fattest", "fat"), ("eyes", "eye"), ("is", "be"), ("does", "do"), ("face", "face"),
    ("less", "less"), ("number", "number"), ("left", "left"), ("using", "use"), ("stopped", "stop"),
])
def test_lemmas(nlp: Language, form: str, lemma: str) -> None:
    assert read_text(nlp, f"the {form} there")[1].lemma_ == lemma
