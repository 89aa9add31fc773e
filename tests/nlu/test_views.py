import numpy as np
import pytest
from spacy.language import Language

from bot.nlu.encoder import load_encoder
from bot.nlu.language import read_text
from bot.nlu.views import counts, masked_text, ngrams, tfidf, view

FAMILIES = {"botox": "procedures", "gua_sha": "massage", "facial_exercise": "exercise", "wrinkles": "signs",
            "dermatologist": "people_and_proof"}


@pytest.mark.parametrize(("text", "masked"), [
    ("does botox hurt my neck?", "does the procedure hurt my face?"),
    ("gua sha or botox", "the massage or the procedure"),
    ("will facail exersizes fix wrinkles", "will the exercise fix the sign"),
    ("should a dermatologist see my jaw", "should a dermatologist see my face"),
    ("is mewing real", "is the method real"),  # of a family that nobody knows yet
    ("can I do it while pregnant", "can i do it while pregnant"),
    ("what time is it", "what time is it"),
])
def test_the_masked_text(nlp: Language, text: str, masked: str) -> None:
    assert masked_text(read_text(nlp, text), FAMILIES) == masked


def test_the_view_has_both_texts_and_their_vectors(nlp: Language) -> None:
    encoder = load_encoder()
    seen = view(read_text(nlp, "does botux hurt"), FAMILIES, encoder)
    assert (seen.meant, seen.masked) == ("does botox hurt", "does the procedure hurt")
    assert seen.dense.shape == (1536,)
    assert np.array_equal(seen.dense[:384], encoder.embed("does botox hurt"))


def test_counts_say_what_is_named(nlp: Language) -> None:
    found = counts(read_text(nlp, "botox or gua sha for my neck while pregnant"), FAMILIES)
    # none, one, more subjects; an area; a condition; nothing; then the seven families and people_and_proof
    assert found.tolist() == [0, 0, 1, 1, 1, 0, 0, 0, 1, 0, 0, 1, 0, 0]


def test_tfidf_has_unit_length_and_leaves_unknown_ngrams_out() -> None:
    columns, weights = tfidf(ngrams("is it safe is it"), {"is": 0, "is it": 1}, np.array([1.0, 2.0], dtype=np.float32))
    assert columns.tolist() == [0, 1]
    assert np.linalg.norm(weights) == pytest.approx(1)
    assert weights[1] > weights[0]


def test_an_unknown_text_has_no_ngrams() -> None:
    columns, weights = tfidf(ngrams("zzz"), {"is": 0}, np.array([1.0], dtype=np.float32))
    assert len(columns) == len(weights) == 0
