"""A publish that dies at any point leaves the release before, whole; readers never see half of one, nor wait."""
from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Callable, Iterator

import pytest
from sqlalchemy import event, func, select, text
from sqlalchemy.engine import Engine

from bot.model import Content
from bot.store.errors import NoRelease, ReleaseNotFound, StoreLocked, StoreMissing
from bot.store.history import KEPT_RELEASES
from bot.store.repository import open_repository
from bot.store.schema import metadata
from tests.fixtures_content import large_content, passages_of, small_content, vocabulary_of
from tests.store.processes import Child

Publish = Callable[[], int]


def publishing(url: str, content: Content) -> Publish:
    """A function that publishes ``content`` from a store of its own and returns the release's number."""
    passages, words = passages_of(content), vocabulary_of(content)

    def publish() -> int:
        with open_repository(url) as store:
            return store.publish(content, passages, words).number

    return publish


def rolling_back(url: str) -> Publish:
    def rollback() -> int:
        with open_repository(url) as store:
            return store.rollback().number

    return rollback


def dying(call: Publish, moment: int) -> Publish:
    """``call``, killed with SIGKILL at its ``moment``-th statement or commit; returns when it has fewer moments."""
    def run() -> int:
        for name in ("before_cursor_execute", "commit"):
            event.listen(Engine, name, count)
        return call()

    def count(*_: object) -> None:
        nonlocal moment
        moment -= 1
        if moment == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    return run


def deaths(call: Publish, step: int = 1) -> Iterator[int]:
    """Runs ``call`` again and again, killed at every ``step``-th moment of its life, until it survives."""
    moment = 1
    while True:
        child = Child(dying(call, moment))
        try:
            child.result()
        except EOFError:
            child.process.join()
            assert child.process.exitcode == -signal.SIGKILL
            yield moment
            moment += step
            continue
        return


def assert_serves(url: str, number: int, content: Content) -> None:
    """The whole release: records, passages, words and full text."""
    with open_repository(url) as store:
        release = store.current()
        assert (release.info.number, release.info.current) == (number, True)
        assert release.content == content
        assert store.passages() == passages_of(content)
        assert store.vocabulary() == vocabulary_of(content)
        assert store.search(content.claims[0].text, 1)[0][0].text == content.claims[0].text


def assert_sound(url: str) -> None:
    if url.startswith("sqlite"):
        with open_repository(url) as store, store._backend.writing() as connection:
            assert connection.execute(text("PRAGMA integrity_check")).scalar_one() == "ok"
            connection.execute(text("INSERT INTO passages_fts(passages_fts, rank) VALUES ('integrity-check', 1)"))


def test_a_publish_killed_at_any_statement(url: str) -> None:
    old, new = small_content("old"), small_content("new")
    publishing(url, old)()
    moments = 0
    for _ in deaths(publishing(url, new)):
        moments += 1
        assert_serves(url, 1, old)
    assert moments > 25  # before each of some thirty statements and of the commits
    assert_serves(url, 2, new)
    assert_sound(url)


def test_a_rollback_killed_at_any_statement(url: str) -> None:
    old, new = small_content("old"), small_content("new")
    publishing(url, old)()
    publishing(url, new)()
    moments = 0
    for _ in deaths(rolling_back(url)):
        moments += 1
        assert_serves(url, 2, new)
    assert moments > 4
    assert_serves(url, 1, old)


def test_the_first_publish_killed_at_many_statements(url: str) -> None:
    """Then there is no release, which readers say, and the next publish works."""
    content = small_content()
    for _ in deaths(publishing(url, content), step=3):
        with open_repository(url) as store, pytest.raises((NoRelease, StoreMissing), match="plumb publish"):
            store.current()
    assert_serves(url, 1, content)


def test_a_large_publish_killed_at_any_time(url: str) -> None:
    """Between statements, inside one, in the commit, or after it: one of the two releases is served, whole."""
    publishing(url, large_content("1", claims=60))()
    number, content, kills = 2, large_content("2", claims=60), 12
    began = time.monotonic()
    publishing(url, content)()
    usual = time.monotonic() - began
    for n in range(kills):
        new = large_content(f"new {n}", claims=60)
        child = Child(publishing(url, new))
        time.sleep(usual * 1.2 * n / kills)
        child.kill()
        with open_repository(url) as store:
            served = store.current_number()
        assert served in (number, number + 1)
        if served > number:
            number, content = served, new
        assert_serves(url, number, content)
    assert_sound(url)


def test_readers_never_wait_and_never_see_half(url: str) -> None:
    """Threads and another process read all the time while releases of real size are published."""
    contents = [large_content(str(n), claims=100) for n in range(5)]
    publishing(url, contents[0])()
    reader = Child(lambda: read_all_the_time(url, contents))
    seen, faults = [], []

    def read() -> None:
        try:
            seen.append(read_all_the_time(url, contents))
        except BaseException as error:
            faults.append(error)

    threads = [threading.Thread(target=read) for _ in range(2)]
    for thread in threads:
        thread.start()
    for content in contents[1:]:
        publishing(url, content)()
    seen.append(reader.result())
    for thread in threads:
        thread.join()
    assert not faults
    for numbers, slowest in seen:
        assert len(numbers) > 1  # they did read meanwhile
        assert slowest < 1.0


def read_all_the_time(url: str, contents: list[Content]) -> tuple[set[int], float]:
    """Reads whole releases until the last one; their numbers, and the slowest ``current_number`` in seconds."""
    seen, slowest, deadline = set(), 0.0, time.monotonic() + 30
    with open_repository(url) as store:
        while len(contents) not in seen:
            began = time.monotonic()
            store.current_number()
            slowest = max(slowest, time.monotonic() - began)
            release = store.current()
            number = release.info.number
            assert release.content == contents[number - 1]
            assert store.vocabulary(number) == vocabulary_of(contents[number - 1])
            assert len(store.search("exercises", 3)) == 3
            assert began < deadline, f"release {number} is the last one seen"
            seen.add(number)
    return seen, slowest


def test_a_release_that_is_pruned_while_it_is_read_is_read_whole(url: str) -> None:
    """A reader keeps its moment of the store, even when that takes so long that its release goes meanwhile."""
    old = small_content("old")
    publishing(url, old)()
    later = [publishing(url, small_content(str(n))) for n in range(KEPT_RELEASES + 1)]
    with open_repository(url, lock_seconds=0.2) as store:
        @event.listens_for(store._backend._readers, "after_cursor_execute")
        def publish_meanwhile(_connection: object, _cursor: object, statement: str, *_: object) -> None:
            while "FROM areas" in statement and later:
                later.pop()()

        release = store.release(1)
        assert (release.content, release.info.current) == (old, True)
        assert not later
        assert store.current_number() == KEPT_RELEASES + 2
        with pytest.raises(ReleaseNotFound):
            store.release(1)


def test_pruning_leaves_nothing_behind(url: str) -> None:
    for n in range(KEPT_RELEASES + 2):
        publishing(url, small_content(str(n)))()
    tables = [table for table in metadata.sorted_tables if "release" in table.c]
    with open_repository(url) as store, store._backend.reading() as connection:
        for table in tables:
            assert connection.execute(select(func.min(table.c.release))).scalar_one() == 3, table.name
    assert_sound(url)


@pytest.mark.parametrize("round", range(2))
def test_first_publishers_at_the_same_time_take_turns(url: str, round: int) -> None:
    contents = [small_content(str(n)) for n in range(4)]
    children = [Child(publishing(url, content)) for content in contents]
    numbers = [child.result() for child in children]
    assert sorted(numbers) == [1, 2, 3, 4]
    with open_repository(url) as store:
        assert store.current_number() == 4
        for number, content in zip(numbers, contents, strict=True):
            assert store.release(number).content == content
            assert store.passages(number) == passages_of(content)


def test_publishers_of_the_same_content_make_one_release(url: str) -> None:
    children = [Child(publishing(url, small_content())) for _ in range(3)]
    assert [child.result() for child in children] == [1, 1, 1]


def test_a_publish_that_cannot_get_its_turn_says_so(url: str) -> None:
    content = small_content("old")
    publishing(url, content)()
    with open_repository(url) as holder, open_repository(url, lock_seconds=0.2) as waiting:
        with holder._backend.writing() as connection:
            connection.execute(text("UPDATE current_release SET number = number"))
            with pytest.raises(StoreLocked, match="Try again"):
                waiting.publish(small_content("new"), (), ())
            assert waiting.current().content == content  # readers do not wait
        assert waiting.publish(small_content("new"), (), ()).number == 2


def test_an_error_in_the_middle_of_a_publish_changes_nothing(url: str) -> None:
    old = small_content("old")
    publishing(url, old)()
    with open_repository(url) as store:
        @event.listens_for(store._backend._writer, "before_cursor_execute")
        def stop(_connection: object, _cursor: object, statement: str, *_: object) -> None:
            if "INSERT INTO debates" in statement:
                raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            store.publish(small_content("new"), (), ())
    assert_serves(url, 1, old)
