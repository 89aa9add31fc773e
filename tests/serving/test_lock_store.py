"""One message at a time in a conversation, in one process and across processes."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest
from rasa.core.lock_store import LockError, LockStore
from rasa.core.utils import number_of_sanic_workers
from rasa.utils.endpoints import EndpointConfig

from bot.serving.lock_store import FileLockStore

TYPE = "bot.serving.lock_store.FileLockStore"


def _store(folder: Path) -> FileLockStore:
    return FileLockStore(EndpointConfig(path=str(folder / "locks")))


async def test_messages_of_one_conversation_wait_in_order(tmp_path: Path) -> None:
    store, order = _store(tmp_path), []

    async def message(number: int) -> None:
        async with store.lock("s"):
            order.append(("in", number))
            await asyncio.sleep(0.005)
            order.append(("out", number))

    await asyncio.gather(*(message(number) for number in range(6)))
    assert order == [(step, number) for number in range(6) for step in ("in", "out")]
    assert store._queues == {}


async def test_two_conversations_do_not_wait_for_each_other(tmp_path: Path) -> None:
    store = _store(tmp_path)
    async with store.lock("one"), store.lock("two", lock_lifetime=0.1):
        assert set(store._queues) == {"one", "two"}


async def test_a_failed_message_gives_the_conversation_back(tmp_path: Path) -> None:
    store = _store(tmp_path)
    with pytest.raises(RuntimeError):
        async with store.lock("s"):
            raise RuntimeError
    async with store.lock("s", lock_lifetime=0.1):
        pass
    assert store._queues == {}


HOLDER = textwrap.dedent(
    """
    import asyncio, sys
    from bot.serving.without_tensorflow import leave_tensorflow_out
    leave_tensorflow_out()
    from bot.serving.lock_store import FileLockStore
    from rasa.utils.endpoints import EndpointConfig
    async def hold():
        async with FileLockStore(EndpointConfig(path=sys.argv[1])).lock("s"):
            print("held", flush=True)
            await asyncio.sleep(60)
    asyncio.run(hold())
    """
)


async def test_another_process_is_waited_for_and_its_death_frees_the_conversation(tmp_path: Path) -> None:
    store = _store(tmp_path)
    holder = subprocess.Popen(
        [sys.executable, "-W", "ignore", "-c", HOLDER, str(tmp_path / "locks")], stdout=subprocess.PIPE, text=True
    )
    try:
        assert holder.stdout is not None and holder.stdout.readline() == "held\n"
        with pytest.raises(LockError, match=r"'s' was held by another message for 0\.1 s"):
            async with store.lock("s", lock_lifetime=0.1):
                pass
        os.kill(holder.pid, signal.SIGKILL)
        started = time.monotonic()
        async with store.lock("s"):
            assert time.monotonic() - started < 2
    finally:
        holder.kill()
        holder.wait()
        if holder.stdout is not None:
            holder.stdout.close()


async def test_any_conversation_id_is_possible(tmp_path: Path) -> None:
    store = _store(tmp_path)
    for sender in ("", "../../etc/passwd", "\x00", "\ud800", "x" * 10_000, "\U0001f600"):
        async with store.lock(sender):
            pass
    assert {p.suffix for p in (tmp_path / "locks").iterdir()} == {".lock"}


def test_a_folder_that_cannot_be_made_is_explained(tmp_path: Path) -> None:
    (tmp_path / "locks").write_text("a file, not a folder")
    with pytest.raises(LockError, match=r"Locks \(.*locks\): .*set another `path` under lock_store"):
        _store(tmp_path)


def test_rasa_builds_it_and_allows_more_than_one_worker(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    endpoint = EndpointConfig(type=TYPE, path=str(tmp_path / "locks"))
    assert isinstance(LockStore.create(endpoint), FileLockStore)
    monkeypatch.setenv("SANIC_WORKERS", "2")
    assert number_of_sanic_workers(endpoint) == 2
