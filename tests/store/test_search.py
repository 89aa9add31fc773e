"""Full-text search, on both engines."""
from __future__ import annotations

import pytest

from bot.model import Passage
from bot.store.repository import ContentRepository
from tests.fixtures_content import passages_of, small_content

TEXTS = {
    "exercise": "Facial exercises made the cheeks look fuller.",
    "gua_sha": "Gua-sha strokes may move fluid for some hours.",
    "jaw": "Why is my jaw sagging",
    "jaw_long": "The jaw line may sag with age because bone, fat and skin change there over many years.",
    "vitamin": "Vitamin C serums were tested on wrinkles.",
    "creme": "A crème brûlée is no skin care.",
    "filler": "Fillers add volume.",
}


@pytest.fixture
def searched(store: ContentRepository) -> ContentRepository:
    passages = [Passage(f"claim:{id}", text, "effectiveness", (), ()) for id, text in TEXTS.items()]
    store.publish(small_content(), passages, ())
    return store


def found(store: ContentRepository, text: str, limit: int = 5) -> list[str]:
    return [passage.ref.split(":")[1] for passage, _ in store.search(text, limit)]


BEST = (
    ("Do facial EXERCISES work?", "exercise"),
    ("exercising my face", "exercise"),  # by the stem
    ("does gua sha help", "gua_sha"),
    ("GUA-SHA", "gua_sha"),
    ("my jaw sags", "jaw"),
    ("creme brulee", "creme"),
    ("wrinkle", "vitamin"),
    ("filler", "filler"),
)


def test_the_best_passage_comes_first(searched: ContentRepository) -> None:
    assert {question: found(searched, question)[:1] for question, _ in BEST} == {q: [best] for q, best in BEST}


def test_scores(searched: ContentRepository) -> None:
    results = searched.search("why is my jaw sagging", 5)
    assert [passage.ref for passage, _ in results] == ["claim:jaw", "claim:jaw_long"]
    scores = [score for _, score in results]
    assert scores[0] > scores[1] > 0
    assert searched.search("fillers add volume", 1)[0][1] == pytest.approx(1.0)
    half_known = searched.search("jaw quark", 1)[0][1]
    assert 0 < half_known < 0.5
    assert all(0 <= score <= 1 for text in TEXTS.values() for _, score in searched.search(text, 10))


def test_scores_belong_to_their_release_alone(searched: ContentRepository) -> None:
    before = searched.search("jaw exercises", 5)
    content = small_content("other")
    searched.publish(content, [*passages_of(content)] * 3, ())
    assert searched.search("jaw exercises", 5, release=1) == before
    assert {passage.ref for passage, _ in searched.search("jaw", 99)}.isdisjoint({"claim:jaw", "claim:jaw_long"})


VISITORS_TEXTS = (
    "", "   ", "is it the", "!!! ??? …", "😀😀😀", "\0", "a\0jaw", "\udc80 jaw", "肌のたるみ",
    "'; DROP TABLE passages; --", '"jaw', "jaw*", "jaw AND", "NOT jaw", "words:jaw", "NEAR(jaw sag, 2)",
    "jaw & !sag | (x", "jaw:*", "<-> jaw",
    "^jaw + sag",
    "jaw " * 2500, "x" * 10_000, "<script>alert('jaw')</script>", "%s %(x)s :word ? $1 {jaw}", "-jaw", "\\",
    "ﬁrm ½ ² Ⅷ",
    " ".join(f"word{n}" for n in range(2000)),
)


def test_a_visitors_text_is_only_words(searched: ContentRepository) -> None:
    for text in VISITORS_TEXTS:
        results = searched.search(text, 3)
        assert ("claim:jaw" in [passage.ref for passage, _ in results]) == ("jaw" in text), text[:40]


def test_limits(searched: ContentRepository) -> None:
    assert len(searched.search("jaw", 1)) == 1
    assert searched.search("jaw", 0) == ()
    assert searched.search("jaw", -1) == ()


def test_a_release_without_passages(store: ContentRepository) -> None:
    store.publish(small_content(), (), ())
    assert store.search("jaw", 3) == ()
