"""The release in memory: true within a second, honest when the store is away."""
from __future__ import annotations

import logging
import os
import threading
import time
from collections.abc import Callable

import pytest

from bot.model import Release
from bot.store.cache import CHECK_SECONDS, MAX_STALE_SECONDS, SnapshotCache
from bot.store.errors import NoRelease, StoreError, StoreMissing
from bot.store.repository import ContentRepository, open_repository
from tests.fixtures_content import passages_of, small_content, vocabulary_of
from tests.store.processes import Child


class Clock:
    """Goes on when told to."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now

    def pass_seconds(self, seconds: float) -> None:
        self.now += seconds


class Counted:
    """A repository's ``current_info``, counted, which can be told to fail."""

    def __init__(self, store: ContentRepository) -> None:
        self._store, self.asked, self.failure = store, 0, None

    def current_info(self):
        self.asked += 1
        if self.failure:
            raise self.failure
        return self._store.current_info()


def publish(store: ContentRepository, tag: str) -> None:
    content = small_content(tag)
    store.publish(content, passages_of(content), vocabulary_of(content))


def make(store: ContentRepository) -> tuple[SnapshotCache[Release], Counted, Clock]:
    counted, clock = Counted(store), Clock()
    return SnapshotCache(counted, store.release, clock=clock), counted, clock


AWAY = StoreMissing("content.db", "there is no store yet", "Run `plumb publish`.")


def test_the_release_is_loaded_once_and_checked_once_a_second(store: ContentRepository) -> None:
    publish(store, "one")
    cache, counted, clock = make(store)
    first = cache.get()
    assert first.content == small_content("one")
    for _ in range(50):
        assert cache.get() is first
    assert counted.asked == 1
    clock.pass_seconds(CHECK_SECONDS)
    assert cache.get() is first
    assert counted.asked == 2


def test_a_new_release_and_a_rollback_are_served(store: ContentRepository) -> None:
    publish(store, "one")
    cache, _, clock = make(store)
    cache.get()
    publish(store, "two")
    clock.pass_seconds(CHECK_SECONDS)
    assert cache.get().content == small_content("two")
    store.rollback()
    clock.pass_seconds(CHECK_SECONDS)
    assert cache.get().content == small_content("one")


def test_a_new_release_of_another_process_is_served_within_five_seconds(url: str) -> None:
    def publish_two() -> None:
        with open_repository(url) as editor:
            publish(editor, "two")

    with open_repository(url) as first:
        publish(first, "one")
    child = Child(lambda: time.sleep(0.3) or publish_two())
    with open_repository(url) as bot:
        cache = SnapshotCache(bot, bot.release)
        assert cache.get().content == small_content("one")
        child.result()
        published = time.monotonic()
        while cache.get().info.number != 2:
            assert time.monotonic() - published < 5
            time.sleep(0.02)
        assert cache.get().content == small_content("two")


def test_the_last_good_release_bridges_an_outage(store: ContentRepository, caplog: pytest.LogCaptureFixture) -> None:
    publish(store, "one")
    cache, counted, clock = make(store)
    first = cache.get()
    counted.failure = AWAY
    with caplog.at_level(logging.WARNING):
        for _ in range(3):
            clock.pass_seconds(CHECK_SECONDS)
            assert cache.get() is first
        counted.failure = None
        publish(store, "two")
        clock.pass_seconds(CHECK_SECONDS)
        assert cache.get().content == small_content("two")
    assert [record.getMessage() for record in caplog.records] == [
        "The store cannot be read (StoreMissing): release 1 is served for at most 300 s more.",
        "The store can be read again: release 2 is served.",
    ]


def test_a_long_outage_is_not_bridged(store: ContentRepository) -> None:
    publish(store, "one")
    cache, counted, clock = make(store)
    cache.get()
    clock.pass_seconds(3600)  # nobody asked for an hour: the outage counts from when it was noticed
    counted.failure = AWAY
    cache.get()
    clock.pass_seconds(MAX_STALE_SECONDS)
    cache.get()
    clock.pass_seconds(CHECK_SECONDS)
    asked = counted.asked
    for _ in range(5):
        with pytest.raises(StoreMissing):
            cache.get()
    assert counted.asked == asked + 1  # an outage does not make every message ask
    counted.failure = None
    clock.pass_seconds(CHECK_SECONDS)
    assert cache.get().content == small_content("one")


def test_nothing_was_ever_loaded(store: ContentRepository) -> None:
    cache, counted, clock = make(store)
    for _ in range(3):
        with pytest.raises((NoRelease, StoreMissing), match="plumb publish"):
            cache.get()
    assert counted.asked == 1
    publish(store, "one")
    clock.pass_seconds(CHECK_SECONDS)
    assert cache.get().content == small_content("one")


def test_a_store_made_anew_is_noticed_though_its_numbers_start_again(tmp_path) -> None:
    path = tmp_path / "content.db"
    with open_repository(f"sqlite:///{path}") as store:
        publish(store, "one")
        cache, _, clock = make(store)
        assert cache.get().info.number == 1
        for suffix in ("", "-wal", "-shm"):
            if os.path.exists(f"{path}{suffix}"):
                os.remove(f"{path}{suffix}")
        with open_repository(f"sqlite:///{path}") as editor:
            publish(editor, "anew")
        clock.pass_seconds(CHECK_SECONDS)
        assert cache.get().info.number == 1
        assert cache.get().content == small_content("anew")


def test_anything_of_a_release_can_be_held(store: ContentRepository) -> None:
    publish(store, "one")
    assert SnapshotCache(store, store.vocabulary).get() == vocabulary_of(small_content("one"))


def in_threads(count: int, call: Callable[[], object]) -> list[object]:
    results: list[object] = []

    def run() -> None:
        try:
            results.append(call())
        except StoreError as error:
            results.append(error)

    threads = [threading.Thread(target=run) for _ in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results


def test_threads_that_come_first_share_one_load(store: ContentRepository) -> None:
    publish(store, "one")
    loads = []

    def slowly(number: int) -> Release:
        loads.append(number)
        time.sleep(0.1)
        return store.release(number)

    cache = SnapshotCache(store, slowly)
    results = in_threads(8, cache.get)
    assert loads == [1]
    assert [result.content for result in results] == [small_content("one")] * 8


def test_while_one_thread_loads_the_others_are_answered_at_once(store: ContentRepository) -> None:
    publish(store, "one")
    loading, may_go_on = threading.Event(), threading.Event()

    def load(number: int) -> Release:
        if number == 2:
            loading.set()
            assert may_go_on.wait(10)
        return store.release(number)

    clock = Clock()
    cache = SnapshotCache(store, load, clock=clock)
    cache.get()
    publish(store, "two")
    clock.pass_seconds(CHECK_SECONDS)
    loader = threading.Thread(target=cache.get)
    loader.start()
    assert loading.wait(10)
    assert cache.get().content == small_content("one")  # would hang here
    may_go_on.set()
    loader.join()
    assert cache.get().content == small_content("two")


def test_threads_in_an_outage_all_hear_of_it(store: ContentRepository) -> None:
    cache, counted, _ = make(store)
    counted.failure = AWAY
    assert in_threads(8, cache.get) == [AWAY] * 8
    assert counted.asked == 1


def test_a_load_that_fails_keeps_the_old_release(store: ContentRepository) -> None:
    publish(store, "one")
    clock = Clock()

    def load(number: int) -> Release:
        if number == 2:
            raise AWAY
        return store.release(number)

    cache = SnapshotCache(store, load, clock=clock)
    first = cache.get()
    publish(store, "two")
    clock.pass_seconds(CHECK_SECONDS)
    assert cache.get() is first
