import numpy as np
import pytest

from bot import settings
from bot.nlu.encoder import DIMENSIONS, MAX_CHARACTERS, EncoderMissing, SentenceEncoder, load_encoder

TEXTS = ["why is my jaw sagging", "Do facial exercises work?", "hi",
         "How much does a thread lift cost in the UK, and how long does it last?"]


@pytest.fixture(scope="module")
def encoder() -> SentenceEncoder:
    return load_encoder()


def test_an_embedding_is_a_unit_vector_of_384_floats(encoder: SentenceEncoder) -> None:
    vector = encoder.embed(TEXTS[0])
    assert vector.shape == (DIMENSIONS,) and vector.dtype == np.float32
    assert np.linalg.norm(vector) == pytest.approx(1, abs=1e-5)


def test_the_wording_is_a_second_unit_vector(encoder: SentenceEncoder) -> None:
    embedding, wording, alarm = encoder.encode(TEXTS[0])
    assert alarm.shape == (768,) and np.isfinite(alarm).all()
    assert np.linalg.norm(wording) == pytest.approx(1, abs=1e-5)
    assert abs(float(embedding @ wording)) < 0.9


def test_a_text_embeds_the_same_alone_and_among_others(encoder: SentenceEncoder) -> None:
    alone = SentenceEncoder(settings.read().encoder_dir)
    assert np.array_equal(encoder.encode_many(TEXTS)[1], alone.embed(TEXTS[1]))


def test_a_repeated_text_comes_from_the_cache_and_cannot_be_changed(encoder: SentenceEncoder) -> None:
    assert encoder.embed(TEXTS[2]) is encoder.embed(TEXTS[2])
    with pytest.raises(ValueError):
        encoder.embed(TEXTS[2])[0] = 0


def test_meaning_brings_texts_together(encoder: SentenceEncoder) -> None:
    jaw, same, other = encoder.encode_many(
        ["why is my jaw sagging", "what makes my jawline droop", "what time does the train leave"])
    assert jaw @ same > 0.6 > 0.3 > jaw @ other


@pytest.mark.parametrize("text", ["", " ", "\x00\x01\x02", "🙂" * 50, "a" * 10_000, "word " * 2_000])
def test_any_text_has_an_embedding(encoder: SentenceEncoder, text: str) -> None:
    assert np.isfinite(encoder.embed(text)).all()


def test_only_the_first_characters_of_a_long_text_are_read(encoder: SentenceEncoder) -> None:
    text = "x " * MAX_CHARACTERS
    assert np.array_equal(encoder.embed(text), encoder.embed(text + "y" * 10))


def test_no_texts_give_an_empty_table(encoder: SentenceEncoder) -> None:
    assert encoder.encode_many([]).shape == (0, DIMENSIONS)


def test_a_missing_encoder_says_what_to_run(tmp_path) -> None:
    with pytest.raises(EncoderMissing, match=r"bot\.nlu\.encoder_setup"):
        SentenceEncoder(tmp_path)
