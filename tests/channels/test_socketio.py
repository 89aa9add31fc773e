"""The real python-socketio client on the real server: Rasa's protocol, and nobody in another's conversation."""
from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import aiohttp
import pytest
import socketio

from bot.channels import sentences
from bot.channels.hub import Hub
from bot.channels.limits import Limits
from bot.channels.log import Log
from bot.channels.loose import Loose
from bot.channels.socketio import SafeSocketIOInput
from bot.channels.tokens import Tokens
from bot.records.mailbox import Mailbox
from bot.settings import read_chat
from tests.channels.client import Client
from tests.channels.test_durability import remind, sender_of
from tests.channels.test_turns import echo
from tests.server.assistant import Assistant

pytestmark = pytest.mark.server
TRANSPORTS = ("polling", "websocket")


@dataclass
class Tab:
    """What a client of Rasa's socketio channel does: asks for a session, speaks, listens."""

    assistant: Assistant
    token: str | None = None
    transport: str | tuple[str, ...] = "websocket"
    namespace: str = "/"
    headers: dict[str, str] = field(default_factory=dict)
    said: list[dict[str, Any]] = field(default_factory=list)
    port: int = 0  # of what stands before the server, if anything does

    async def open(self) -> Tab:
        self.client = socketio.AsyncClient(reconnection=False)
        confirmed: asyncio.Future[str] = asyncio.get_running_loop().create_future()
        self.client.on("session_confirm", lambda token: confirmed.set_result(token), namespace=self.namespace)
        self.client.on("bot_uttered", self.said.append, namespace=self.namespace)
        transports = [self.transport] if isinstance(self.transport, str) else list(self.transport)
        await self.client.connect(f"http://127.0.0.1:{self.port or self.assistant.where.port}", self.headers,
                                  transports=transports, namespaces=[self.namespace])
        await self.client.emit("session_request", {"session_id": self.token}, namespace=self.namespace)
        self.token = await asyncio.wait_for(confirmed, 5)
        return self

    async def close(self) -> None:
        await self.client.disconnect()

    async def say(self, text: Any, **more: Any) -> None:
        await self.client.emit("user_uttered", {"message": text, "session_id": self.token, **more},
                               namespace=self.namespace)

    async def hears(self, count: int = 1, seconds: float = 5) -> list[dict[str, Any]]:
        """What was said until it is so much, and shortly after."""
        for _ in range(int(seconds / 0.05)):
            if len(self.said) >= count:
                break
            await asyncio.sleep(0.05)
        await asyncio.sleep(0.3)
        return self.said


@pytest.fixture(autouse=True)
def timeout_of_the_pinned_aiohttp(monkeypatch: pytest.MonkeyPatch) -> None:
    """The client gives a socket its timeout as newer versions of aiohttp want it; Rasa pins one that takes seconds."""
    monkeypatch.setattr(aiohttp, "ClientWSTimeout", lambda ws_close: ws_close, raising=False)


@pytest.fixture
async def tab(assistant: Assistant) -> AsyncIterator[Tab]:
    opened = await Tab(assistant).open()
    yield opened
    await opened.close()


@pytest.mark.parametrize("transport", TRANSPORTS)
async def test_a_question_gets_its_answer_as_text_with_quick_replies(assistant: Assistant, transport: str) -> None:
    tab = await Tab(assistant, transport=transport).open()
    await tab.say("do facial exercises work")
    said = await tab.hears()
    assert "facial exercises" in said[0]["text"].lower()
    assert all(set(each) <= {"text", "quick_replies"} for each in said)
    replies = said[-1]["quick_replies"]
    assert replies and all(each["payload"].startswith("/") and each["title"] for each in replies)
    tab.said.clear()
    await tab.say(replies[0]["payload"])
    assert await tab.hears()
    await tab.close()


async def test_a_reply_made_while_away_comes_with_the_next_session_and_once(tab: Tab, assistant: Assistant) -> None:
    await tab.say("hello")
    await tab.hears()
    await asyncio.sleep(1)
    await tab.close()
    elsewhere = await Client.new(assistant, tab.token)
    await elsewhere.get("what are jowls", way="polling")
    later = await Tab(assistant, tab.token).open()
    assert later.token == tab.token
    assert "jowl" in str(await later.hears()).lower() and "Hello. I answer" not in str(later.said)
    await later.say("thank you")
    await later.hears(len(later.said) + 1)
    await later.close()
    await asyncio.sleep(0.3)
    last = await Tab(assistant, tab.token).open()
    assert "jowl" not in str(await last.hears(seconds=1)).lower()
    await last.close()


class Line:
    """What stands between a client and the server, such as a proxy or a mobile network: it may swallow everything."""

    def __init__(self, assistant: Assistant) -> None:
        self._to, self._writers, self.dead = assistant.where.port, list[asyncio.StreamWriter](), False

    async def __aenter__(self) -> Line:
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        self.port = self._server.sockets[0].getsockname()[1]
        return self

    async def __aexit__(self, *_: object) -> None:
        self.cut()
        self._server.close()

    def cut(self) -> None:
        """The connections end without a goodbye."""
        for each in self._writers:
            each.transport.abort()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        further, back = await asyncio.open_connection("127.0.0.1", self._to)
        self._writers += [writer, back]
        await asyncio.gather(self._carry(reader, back), self._carry(further, writer), return_exceptions=True)

    async def _carry(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while data := await reader.read(65536):
            if not self.dead:
                writer.write(data)


@pytest.mark.parametrize("transport", ["websocket", TRANSPORTS], ids=str)
async def test_a_reply_sent_into_a_dead_connection_comes_with_the_next_session(
    assistant: Assistant, transport: Any,
) -> None:
    async with Line(assistant) as line:
        tab = await Tab(assistant, transport=transport, port=line.port).open()
        await tab.say("hello")
        await tab.hears()
        line.dead = True
        elsewhere = await Client.new(assistant, tab.token)
        await elsewhere.get("what are jowls", way="polling")
        await asyncio.sleep(2)
        line.cut()
        await asyncio.sleep(0.3)
        later = await Tab(assistant, tab.token).open()
        assert "jowl" in str(await later.hears(2)).lower()
        await later.close()


@pytest.mark.parametrize("transport", ["websocket", TRANSPORTS], ids=str)
async def test_after_a_page_was_left_nothing_is_said_once_more(assistant: Assistant, transport: Any) -> None:
    tab = await Tab(assistant, transport=transport).open()
    await tab.say("what are jowls")
    await tab.hears()
    await asyncio.sleep(1)
    await tab.client.eio.ws.close()
    await asyncio.sleep(0.3)
    later = await Tab(assistant, tab.token).open()
    assert await later.hears(seconds=1) == []
    await later.close()


async def test_a_reminder_reaches_who_is_connected(own: Assistant) -> None:
    tab, client = await Tab(own).open(), await Client.new(own)
    client.token = str(tab.token)
    await tab.say("hello")
    await tab.hears()
    await client.converse("polling", lambda: bool(client.entries))
    remind(own, sender_of(own, client.log[0]["id"]))
    tab.said.clear()
    assert (await tab.hears(seconds=15))[0]["text"]
    await tab.close()


@pytest.mark.parametrize("shown", [None, "", 7, "known-id", "web-0123456789abcdef0123456789abcdef", "a.b.c"], ids=str)
async def test_a_session_id_that_is_no_token_begins_a_conversation_of_its_own(assistant: Assistant, shown: Any) -> None:
    tab = await Tab(assistant, shown).open()
    assert tab.token and tab.token != shown and tab.token.count(".") == 2
    await tab.close()


async def test_nobody_speaks_or_reads_in_anothers_conversation(tab: Tab, assistant: Assistant) -> None:
    await tab.say("my quibbling jaw sags")
    await tab.hears()
    sender = await Client.new(assistant, tab.token)
    await sender.converse("polling", lambda: bool(sender.entries))
    before = len(sender.entries)
    other = await Tab(assistant).open()
    for named in (tab.token, "made-up", 7, ""):
        other.said.clear()
        await other.client.emit("user_uttered", {"message": "delete everything", "session_id": named})
        assert await other.hears() == [{"text": sentences.TOKEN}]
    silent = socketio.AsyncClient(reconnection=False)
    heard: list[Any] = []
    silent.on("bot_uttered", heard.append)
    await silent.connect(f"http://127.0.0.1:{assistant.where.port}", transports=["websocket"])
    for message in ({"message": "hello", "session_id": tab.token}, {"message": "hello"}, None, "hello", [1]):
        await silent.emit("user_uttered", message)
    await asyncio.sleep(0.5)
    assert heard == [{"text": sentences.TOKEN}] * 5
    await sender.converse("polling", lambda: sender.frames[-1]["t"] == "welcome")
    assert len(sender.entries) == before and "quibbling" not in str(other.said + heard)
    await other.close()
    await silent.disconnect()


async def test_what_is_refused_is_said(tab: Tab) -> None:
    for text, sentence in (("a" * 4001, sentences.TOO_LONG), (" ", sentences.EMPTY), (7, sentences.MALFORMED),
                           (None, sentences.MALFORMED)):
        tab.said.clear()
        await tab.say(text)
        assert await tab.hears() == [{"text": sentence}]


@pytest.mark.parametrize("transport", TRANSPORTS)
async def test_another_website_cannot_connect(assistant: Assistant, transport: str) -> None:
    with pytest.raises(socketio.exceptions.ConnectionError):
        await Tab(assistant, transport=transport, headers={"Origin": "https://evil.example"}).open()


@pytest.fixture
async def channel(tmp_path: Path) -> AsyncIterator[SafeSocketIOInput]:
    """The channel without a server around it, to which one client is connected."""
    found, mailbox = SafeSocketIOInput(), Mailbox(f"sqlite:///{tmp_path / 'c.db'}")
    found.blueprint(echo)
    found._chat = SimpleNamespace(  # type: ignore[assignment]
        tokens=Tokens(b"x" * 32), address=lambda request: "1.1.1.1", limits=Limits(read_chat({})), hub=Hub(),
        loose=Loose(), log=Log(mailbox))
    await found.sio.manager.connect("connection", "/")
    found.sio.environ["connection"] = {"sanic.request": SimpleNamespace(ctx=SimpleNamespace())}
    yield found
    mailbox.close()


async def test_a_client_to_which_nothing_can_be_written_is_told_to_come_again(channel: SafeSocketIOInput) -> None:
    async def breaks(senders: list[str]) -> None:
        raise RuntimeError("zanzibar")

    sid = channel.sio.manager.sid_from_eio_sid("connection", "/")
    channel.chat.log.marks = breaks  # type: ignore[method-assign,assignment]
    await channel._session_request(sid)
    task = channel._bound[sid].task
    assert task
    await asyncio.wait({task}, timeout=5)
    assert channel.sio.manager.sid_from_eio_sid("connection", "/") is None and channel._bound == {}


async def test_who_goes_while_the_session_is_confirmed_leaves_no_writer_behind(channel: SafeSocketIOInput) -> None:
    sid = channel.sio.manager.sid_from_eio_sid("connection", "/")

    async def goes(*_: Any, **__: Any) -> None:
        await channel.sio._handle_eio_disconnect("connection", channel.sio.reason.TRANSPORT_CLOSE)

    channel.sio.emit = goes
    await channel._session_request(sid)
    assert channel._bound == {}


async def test_everything_stays_in_its_namespace(in_namespace: Assistant) -> None:
    tab = await Tab(in_namespace, namespace="/chat").open()
    await tab.say("hello")
    assert (await tab.hears())[0]["text"]
    await tab.close()
