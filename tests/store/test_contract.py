"""What every store promises, on both engines."""
from __future__ import annotations

import dataclasses
from array import array

import pytest
from hypothesis import HealthCheck, given, settings

from bot.model import Content, Passage, Source
from bot.store.errors import ContentRefused, NoRelease, ReleaseNotFound, StoreMissing
from bot.store.history import KEPT_RELEASES
from bot.store.repository import ContentRepository, open_repository
from tests.fixtures_content import contents, passages_of, small_content, vocabulary_of


def publish(store: ContentRepository, tag: str = "", encoder: str = ""):
    content = small_content(tag)
    return store.publish(content, passages_of(content), vocabulary_of(content), encoder=encoder)


def test_a_release_comes_back_exactly_as_published(store: ContentRepository) -> None:
    content = small_content()
    info = publish(store)
    assert (info.number, info.claims, info.current) == (1, 3, True)
    release = store.current()
    assert release.content == content
    assert release.info == info == store.current_info()
    assert store.release(1) == release
    assert store.current_number() == 1
    assert list(release.content.claims[0].figures) == list(content.claims[0].figures)  # and in its order
    assert isinstance(release.content.routines[0].minutes, int)  # 10 is not 10.0 on a visitor's screen


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=contents())
def test_any_consistent_content_comes_back(store: ContentRepository, content: Content) -> None:
    info = store.publish(content, (), ())
    assert store.release(info.number).content == content


def test_passages_and_words_come_back_in_order(store: ContentRepository) -> None:
    content = small_content()
    passages = (*passages_of(content), Passage("term:x", "no vector \0 here", "definition", (), ()))
    store.publish(content, passages, vocabulary_of(content))
    assert store.passages() == passages
    assert store.vocabulary() == vocabulary_of(content)
    assert all(isinstance(passage.vector, array) for passage in store.passages()[:-1])
    assert store.passages(release=1) == passages
    assert store.vocabulary(release=1) == vocabulary_of(content)


def test_publishing_the_same_again_makes_no_release(store: ContentRepository) -> None:
    first = publish(store)
    assert publish(store) == first
    assert [info.number for info in store.releases()] == [1]


@pytest.mark.parametrize("change", ["content", "vector", "passage", "vocabulary", "encoder"])
def test_whatever_changes_makes_a_release(store: ContentRepository, change: str) -> None:
    content = small_content()
    passages, words = passages_of(content), vocabulary_of(content)
    first = store.publish(content, passages, words, encoder="one")
    changed = dataclasses.replace(passages[0], **(
        {"vector": array("f", [1.0])} if change == "vector" else {"text": "new"} if change == "passage" else {}))
    second = store.publish(small_content("new" if change == "content" else ""), (changed, *passages[1:]),
                           words[1:] if change == "vocabulary" else words,
                           encoder="two" if change == "encoder" else "one")
    assert second.number == 2
    assert second.digest != first.digest


def test_a_new_release_replaces_the_old_and_keeps_it(store: ContentRepository) -> None:
    publish(store, "one")
    publish(store, "two")
    assert store.current().content == small_content("two")
    assert store.release(1).content == small_content("one")
    assert not store.release(1).info.current
    assert store.passages(1) == passages_of(small_content("one"))
    assert [(info.number, info.current) for info in store.releases()] == [(2, True), (1, False)]


def test_rollback_returns_to_what_was_served_before(store: ContentRepository) -> None:
    for tag in ("one", "two", "three"):
        publish(store, tag)
    assert store.rollback().number == 2
    assert store.current().content == small_content("two")
    assert publish(store, "four").number == 4  # numbers only grow
    restored = store.rollback()
    assert (restored.number, restored.current) == (2, True)  # what 4 replaced, not what was withdrawn
    assert store.rollback().number == 1
    with pytest.raises(ReleaseNotFound, match="none before it"):
        store.rollback()
    assert store.current_number() == 1
    assert store.passages() == passages_of(small_content("one"))


def test_old_releases_are_pruned(store: ContentRepository) -> None:
    for n in range(KEPT_RELEASES + 3):
        publish(store, str(n))
    assert [info.number for info in store.releases()] == list(range(13, 3, -1))
    with pytest.raises(ReleaseNotFound, match="release 3 is not stored"):
        store.release(3)
    assert store.search("exercises", 5)
    with pytest.raises(ReleaseNotFound):
        store.search("exercises", 5, release=3)


def test_pruning_spares_the_release_before(store: ContentRepository) -> None:
    for n in range(KEPT_RELEASES):
        publish(store, str(n))
    for _ in range(KEPT_RELEASES - 1):
        store.rollback()
    assert store.current_number() == 1
    publish(store, "after")
    assert [info.number for info in store.releases()] == [11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1]
    assert store.rollback().number == 1


def test_before_the_first_release(store: ContentRepository) -> None:
    assert store.releases() == ()
    assert store.vectors_by_text() == {}
    for ask in (store.current_number, store.current, store.passages, store.vocabulary, store.rollback,
                lambda: store.search("jaw", 3)):
        with pytest.raises((NoRelease, StoreMissing), match="plumb publish"):
            ask()


def test_tables_without_a_release(store: ContentRepository) -> None:
    store._backend.set_up()
    with pytest.raises(NoRelease, match="nothing has been published"):
        store.current_number()
    with pytest.raises(NoRelease, match="nothing has been published"):
        store.rollback()
    assert store.releases() == ()


def test_vectors_are_used_again_only_for_the_same_encoder(store: ContentRepository) -> None:
    publish(store, "one", encoder="MiniLM int8")
    vectors = store.vectors_by_text("MiniLM int8")
    assert vectors == {passage.text: passage.vector for passage in passages_of(small_content("one"))}
    assert store.vectors_by_text("another encoder") == {}


def test_content_that_contradicts_itself_is_refused(store: ContentRepository) -> None:
    first = publish(store)
    good = small_content("new")
    for content, cause in (
        (dataclasses.replace(good, sources=()), "claim 'ex_firmness' names 'example_trial', which is not in sources"),
        (dataclasses.replace(good, subjects=good.subjects[:1]), "names 'face_yoga', which is not in subjects"),
        (dataclasses.replace(good, claims=good.claims * 2), "claims: 'ex_firmness' is there 2 times"),
        (dataclasses.replace(good, sources=(*good.sources, Source("a\0b", "", "", None, None, "blog", False))),
         "a character that is not text"),
    ):
        with pytest.raises(ContentRefused, match=cause):
            store.publish(content, (), ())
    assert store.current().info == first


@pytest.mark.parametrize("figures", [{"range": (1, 2)}, {1: "number"}, {"n": float("nan")}, {"s": {1, 2}}])
def test_what_would_not_come_back_equal_is_refused(store: ContentRepository, figures: dict) -> None:
    content = small_content()
    claim = dataclasses.replace(content.claims[0], figures=figures)
    with pytest.raises(ContentRefused, match=r"the content: a value (of claims|cannot be stored)"):
        store.publish(dataclasses.replace(content, claims=(claim, *content.claims[1:])), (), ())


def test_an_open_reader_sees_another_programs_release_at_once(url: str) -> None:
    with open_repository(url) as editor, open_repository(url) as bot:
        publish(editor, "one")
        assert bot.current_number() == 1
        publish(editor, "two")
        assert bot.current_number() == 2
        assert bot.current().content == small_content("two")
        editor.rollback()
        assert bot.current_number() == 1


def test_a_closed_repository_opens_again(store: ContentRepository) -> None:
    publish(store)
    store.close()
    assert store.current_number() == 1
