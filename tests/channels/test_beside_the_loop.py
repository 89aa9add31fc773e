"""What takes a while with a long conversation is done beside the event loop, on which everybody else waits."""
from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import datetime, timezone
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from bot.channels import frames, plain, web
from bot.channels.feed import Feed
from bot.channels.log import Log
from bot.channels.loose import Loose
from bot.records.mailbox import Mailbox
from bot.render import html


@pytest.fixture
def chat(tmp_path: Path) -> Iterator[Any]:
    """A chat with one long conversation."""
    mailbox = Mailbox(f"sqlite:///{tmp_path / 'c.db'}")
    mailbox.append("anna", [{"text": f"line {number}"} for number in range(1200)], datetime.now(timezone.utc))
    log, loose = Log(mailbox), Loose()
    yield SimpleNamespace(log=log, loose=loose, feed=lambda _session, *place: Feed(log, loose, "anna", *place))
    mailbox.close()


def beside(function: Callable[..., str]) -> Callable[..., str]:
    """``function``, which must not be called where an event loop runs."""
    def called(*arguments: Any, **named: Any) -> str:
        with suppress(RuntimeError):
            asyncio.get_running_loop()
            pytest.fail("called on the event loop")
        return function(*arguments, **named)

    return called


async def test_the_page_of_a_conversation(chat: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(html, "page", beside(html.page))
    response = await plain._page(SimpleNamespace(args={"all": "1"}), chat, "anna")  # type: ignore[arg-type]
    assert response.body and b"line 0<" in response.body and b"line 1199<" in response.body


async def test_the_frames_of_who_polls(chat: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(frames, "as_json", beside(frames.as_json))
    response = await web._poll(SimpleNamespace(args={}), chat, None)  # type: ignore[arg-type]
    assert response.body and b"line 0\"" in response.body
