"""Many visitors write to one database at once."""
from __future__ import annotations

import asyncio
import sqlite3
import time
from pathlib import Path

import pytest

from bot.channels.frames import Say
from bot.channels.log import Log
from bot.records.database import LOCK_WAIT_SECONDS, RecordsError
from bot.records.mailbox import Mailbox

VISITORS = [f"web-{number}" for number in range(20)]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "conversations.db"


@pytest.fixture
def log(path: Path) -> Log:
    mailbox = Mailbox(f"sqlite:///{path}")
    mailbox.set_up()
    return Log(mailbox)


async def test_what_many_write_at_once_is_all_stored(log: Log) -> None:
    stored = await asyncio.gather(*(log.store(sender, Say(f"m{number}", "hello"), "web")
                                    for number in range(25) for sender in VISITORS))
    assert len(stored) == 25 * len(VISITORS)
    for sender in VISITORS:
        found = (await log.since(sender, "", 0)).entries
        assert [each.client_id for each in found] == [f"m{number}" for number in range(25)]


async def test_what_was_seen_before_is_not_written_again(log: Log, path: Path) -> None:
    for _ in range(2):
        await log.append("anna", [{"text": "hello"}])
    await log.see("anna", 1)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    for number in (0, 1, 3):
        await log.see("anna", number)
    with pytest.raises(RecordsError):
        await log.see("anna", 2)
    other.close()


async def test_what_is_wrong_with_one_log_keeps_nobody_elses_message_out(log: Log, path: Path) -> None:
    await log.store("anna", Say("m", "hello"), "web")
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("UPDATE mailboxes SET last_seq = 0")
    other.close()
    stored = await asyncio.gather(*(log.store(sender, Say("n", "hello"), "web") for sender in ("anna", *VISITORS)),
                                  return_exceptions=True)
    assert isinstance(stored[0], RecordsError) and not [each for each in stored[1:] if isinstance(each, Exception)]


async def test_nobody_waits_for_a_locked_database_longer_than_one_does(log: Log, path: Path) -> None:
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    started = time.monotonic()
    stored = await asyncio.gather(*(log.store(sender, Say("m", "hello"), "web") for sender in VISITORS),
                                  return_exceptions=True)
    waited = time.monotonic() - started
    assert all(isinstance(each, RecordsError) and "locked" in str(each) for each in stored)
    assert waited < 3 * LOCK_WAIT_SECONDS
    other.execute("ROLLBACK")
    other.close()
    assert (await log.store(VISITORS[0], Say("m", "hello"), "web")).new
