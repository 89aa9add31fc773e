import logging

import pytest
from spacy.language import Language

from bot import settings
from bot.model import VocabularyEntry
from bot.nlu.feed import VocabularyFeed
from bot.nlu.language import load_language, read_text
from bot.nlu.ruler import entities
from tests.nlu.conftest import Clock, FakeStore

BOTOX = VocabularyEntry("subject", "botox", ("botox",))
ZORBING = VocabularyEntry("subject", "face_zorbing", ("face zorbing",))


@pytest.fixture(scope="module")
def own() -> Language:
    return load_language(settings.read().language_dir)


def slugs(nlp: Language, text: str) -> list[str]:
    return [entity.slug for entity in entities(read_text(nlp, text))]


def test_a_published_subject_is_understood_within_five_seconds_and_a_removed_one_forgotten(
        own: Language, clock: Clock) -> None:
    store = FakeStore((BOTOX,))
    feed = VocabularyFeed(own, store, clock)
    assert feed.refresh() is True
    assert slugs(own, "botox or face zorbing") == ["botox"]
    store.publish(ZORBING)
    clock.now += 4.9
    assert feed.refresh() is True
    assert slugs(own, "botox or face zorbbing") == ["face_zorbing"]


def test_the_store_is_not_asked_for_every_message(own: Language, clock: Clock) -> None:
    store = FakeStore((BOTOX,))
    feed = VocabularyFeed(own, store, clock)
    for _ in range(100):
        feed.refresh()
        clock.now += 0.05
    assert store.asked <= 4


def test_a_store_that_fails_later_leaves_the_known_words(
        own: Language, clock: Clock, caplog: pytest.LogCaptureFixture) -> None:
    store = FakeStore((BOTOX,))
    feed = VocabularyFeed(own, store, clock)
    feed.refresh()
    store.failing = OSError("disk gone")
    clock.now += 60
    with caplog.at_level(logging.WARNING):
        assert feed.refresh() is False
    assert "disk gone" in caplog.text
    assert slugs(own, "botox") == ["botox"]
    store.failing = None
    store.publish(ZORBING)
    assert feed.refresh() is True


def test_a_store_that_never_answered_is_an_error(own: Language, clock: Clock) -> None:
    store = FakeStore()
    store.failing = OSError("no store")
    with pytest.raises(OSError, match="no store"):
        VocabularyFeed(own, store, clock).refresh()
