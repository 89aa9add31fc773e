"""Deleting everything says truly whether it was done, whatever Rasa's own parts do."""
from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from datetime import datetime, timezone
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from rasa.core.lock_store import InMemoryLockStore, LockError

from bot import bootstrap
from bot.channels.chat import Chat
from bot.records.database import RecordsError
from bot.records.mailbox import Mailbox
from bot.records.repository import open_records
from bot.serving.database import ConversationStoreError


class Busy(InMemoryLockStore):
    """Another message holds every conversation."""

    @asynccontextmanager
    async def lock(self, conversation_id: str, *_: Any, **__: Any) -> AsyncIterator[Any]:
        raise LockError("held")
        yield


@pytest.fixture
def mailbox(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Mailbox]:
    """A database with one conversation, which the parts of a process use."""
    url = f"sqlite:///{tmp_path / 'c.db'}"
    opened, records = Mailbox(url), open_records(url)
    monkeypatch.setattr(bootstrap, "mailbox", lambda: opened)
    monkeypatch.setattr(bootstrap, "records", lambda: records)
    opened.append("anna", [{"text": "hello"}], datetime.now(timezone.utc))
    yield opened
    opened.close()
    records.close()


def chat(**agent: Any) -> Chat:
    return Chat(SimpleNamespace(ctx=SimpleNamespace(agent=SimpleNamespace(**agent))))  # type: ignore[arg-type]


async def test_a_conversation_that_is_held_is_said_not_to_be_deleted(mailbox: Mailbox) -> None:
    with pytest.raises(RecordsError, match="held"):
        await chat(lock_store=Busy(), processor=None).erase("anna")
    assert mailbox.marks(["anna"])["anna"].last == 1


async def test_what_is_gone_is_said_to_be_gone_though_rasa_cannot_look_at_it(mailbox: Mailbox) -> None:
    async def fails(sender: str) -> None:
        raise ConversationStoreError("locked")

    await chat(lock_store=InMemoryLockStore(), processor=SimpleNamespace(get_tracker=fails)).erase("anna")
    assert mailbox.marks(["anna"])["anna"].last == 0
