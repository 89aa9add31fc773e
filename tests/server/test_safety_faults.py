"""What breaks does not keep the answer to an emergency back: the fixed text comes within two seconds, alone.

Afterwards, when the part is there again, the conversation goes on.
"""
from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from pathlib import Path

import pytest

from tests import postgres
from tests.server.assistant import Assistant, seconds, serving
from tests.server.safety_answers import STROKE, is_the_answer_alone

pytestmark = pytest.mark.server
WITHIN = 2  # seconds
Fault = Callable[[Assistant], AbstractContextManager[None]]


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    """An assistant on SQLite files that this module may break."""
    with serving(Assistant(tmp_path_factory.mktemp("faults"))) as running:
        yield running


@contextmanager
def action_server_killed(assistant: Assistant) -> Iterator[None]:
    os.killpg(assistant.actions.process.pid, signal.SIGKILL)
    assistant.actions.process.wait(10)
    yield
    assistant.start_actions()


@contextmanager
def action_server_hanging(assistant: Assistant) -> Iterator[None]:
    os.killpg(assistant.actions.process.pid, signal.SIGSTOP)
    yield
    os.killpg(assistant.actions.process.pid, signal.SIGCONT)


@contextmanager
def content_file_removed(assistant: Assistant) -> Iterator[None]:
    kept = assistant.folder / "kept"
    _move(assistant.folder, kept)
    yield
    _move(kept, assistant.folder)
    time.sleep(2.5)  # the store is looked at every two seconds


@contextmanager
def content_file_removed_before_start(assistant: Assistant) -> Iterator[None]:
    with content_file_removed(assistant):
        assistant.rasa.stop()
        assistant.start_rasa()
        yield


@contextmanager
def content_locked(assistant: Assistant) -> Iterator[None]:
    with locked(assistant.folder / "content.db"):
        yield
    time.sleep(2.5)


@contextmanager
def content_locked_before_start(assistant: Assistant) -> Iterator[None]:
    assistant.stop()
    with locked(assistant.folder / "content.db", readers_too=True):
        assistant.start_actions()
        assistant.start_rasa()
        yield
    time.sleep(2.5)


@contextmanager
def conversations_locked(assistant: Assistant) -> Iterator[None]:
    with locked(assistant.folder / "conversations.db"):
        yield


@contextmanager
def conversations_removed(assistant: Assistant) -> Iterator[None]:
    for path in assistant.folder.glob("conversations.db*"):
        path.unlink()
    yield


FAULTS: list[Fault] = [action_server_killed, action_server_hanging, content_file_removed,
                       content_file_removed_before_start, content_locked, content_locked_before_start,
                       conversations_locked, conversations_removed]


@contextmanager
def locked(path: Path, readers_too: bool = False) -> Iterator[None]:
    """Somebody else writes to the SQLite file and does not end; readers can be kept out only if nobody reads yet."""
    with closing(sqlite3.connect(path, isolation_level=None, timeout=10)) as connection:
        if readers_too:
            connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        connection.execute("BEGIN EXCLUSIVE")
        connection.execute("CREATE TABLE busy (id INTEGER)")
        yield
        connection.execute("ROLLBACK")


def _move(source: Path, target: Path) -> None:
    target.mkdir(exist_ok=True)
    for path in target.glob("content.db*"):
        path.unlink()
    for path in source.glob("content.db*"):
        shutil.move(path, target / path.name)


def hears_the_emergency(assistant: Assistant, sender: str) -> None:
    started = time.monotonic()
    replies = assistant.say(STROKE, sender)
    took = seconds(started)
    assert is_the_answer_alone(replies, "em_stroke_fast")
    assert took < WITHIN


@pytest.mark.parametrize("fault", [conversations_locked, action_server_killed], ids=lambda fault: fault.__name__)
def test_what_was_said_during_the_fault_is_not_forgotten(own: Assistant, fault: Fault) -> None:
    for sender in (f"earlier {fault.__name__}", f"first {fault.__name__}"):
        if sender.startswith("earlier"):
            own.answer("do facial exercises work", sender)
        with fault(own):
            hears_the_emergency(own, sender)
        [first, *_] = own.say("i'm fine, go on", sender)
        assert first["text"].startswith("First things first")


@pytest.mark.parametrize("fault", FAULTS, ids=[fault.__name__ for fault in FAULTS])
def test_the_emergency_text_is_the_reply_whatever_broke(own: Assistant, fault: Fault) -> None:
    known, new = f"known {fault.__name__}", f"new {fault.__name__}"
    assert own.answer("do facial exercises work", known)["type"] == "answer"
    with fault(own):
        hears_the_emergency(own, known)
        hears_the_emergency(own, new)
        hears_the_emergency(own, known)
    assert own.answer("why is my jaw sagging", known)["type"] == "answer"
    assert own.answer("why is my jaw sagging", new)["type"] == "answer"


@pytest.fixture(scope="module")
def server() -> Iterator[postgres.PostgresServer]:
    with postgres.running() as running:
        yield running


@pytest.fixture(scope="module")
def on_postgres(tmp_path_factory: pytest.TempPathFactory, server: postgres.PostgresServer) -> Iterator[Assistant]:
    """An assistant whose content and conversations are in PostgreSQL."""
    databases = {"content_url": server.new_database(), "conversations_url": server.new_database()}
    with serving(Assistant(tmp_path_factory.mktemp("postgres"), **databases)) as running:
        yield running


@pytest.mark.postgres
@pytest.mark.parametrize("hanging", [False, True], ids=["gone", "hanging"])
def test_the_emergency_text_is_the_reply_without_postgresql(
    on_postgres: Assistant, server: postgres.PostgresServer, hanging: bool,
) -> None:
    known, new = f"known {hanging}", f"new {hanging}"
    assert on_postgres.answer("do facial exercises work", known)["type"] == "answer"
    (server.freeze if hanging else server.pause)()
    try:
        for sender in (known, new, known):
            hears_the_emergency(on_postgres, sender)
    finally:
        (server.thaw if hanging else server.resume)()
    time.sleep(2.5)
    assert on_postgres.answer("why is my jaw sagging", known)["type"] == "answer"
    assert on_postgres.say("i'm fine, go on", known)[0]["text"].startswith("First things first")
