"""A client of the chat protocol for tests, on each of its three ways, that can be cut off after any frame."""
from __future__ import annotations

import asyncio
import json
import uuid
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from typing import Any

import aiohttp

from tests.server.assistant import Assistant

Frame = dict[str, Any]
WAYS = ("socket", "events", "polling")
PATIENCE = 20.0
POLL_SECONDS = 0.1


async def new_token(assistant: Assistant) -> str:
    """The token of a visitor who is new."""
    async with aiohttp.ClientSession() as session, session.post(f"{address(assistant)}/session") as reply:
        assert reply.status == 200, await reply.text()
        return str((await reply.json())["token"])


def address(assistant: Assistant) -> str:
    return f"http://127.0.0.1:{assistant.where.port}/webhooks/web"


def bearer(token: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {token}"}


@dataclass
class Client:
    """What one browser tab knows. ``entries`` are as the protocol says: by number, each once, of the present epoch."""

    base: str
    token: str
    epoch: str = ""
    since: int = 0
    entries: dict[int, Frame] = field(default_factory=dict)
    outbox: dict[str, str] = field(default_factory=dict)  # what was not acknowledged yet, in order
    stored: dict[str, int | None] = field(default_factory=dict)
    settled: set[str] = field(default_factory=set)
    loose: dict[str, Frame] = field(default_factory=dict)
    frames: list[Frame] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)  # what the protocol does not allow

    @classmethod
    async def new(cls, assistant: Assistant, token: str | None = None) -> Client:
        return cls(address(assistant), token or await new_token(assistant))

    def say(self, text: str, name: str | None = None) -> str:
        """To be sent with the next connection."""
        name = name or uuid.uuid4().hex
        self.outbox[name] = text
        return name

    async def get(self, *texts: str, way: str = "socket") -> list[Frame]:
        """Says something and returns the replies to it, once their turn has ended."""
        names = [self.say(text) for text in texts]
        await self.converse(way, lambda: self.settled >= set(names))
        return [each["message"] for name in names for each in self.replies(name)]

    def replies(self, name: str) -> list[Frame]:
        """Everything that was said to a message."""
        found = [each for each in self.entries.values() if each["by"] == "bot" and each["re"] == name]
        return found + [each for each in self.loose.values() if each["re"] == name]

    def has_replies(self, names: list[str]) -> bool:
        """Whether each message was answered. Not `settled`: a connection may be lost between a reply and that."""
        return all(map(self.replies, names))

    @property
    def log(self) -> list[Frame]:
        return [self.entries[number] for number in sorted(self.entries)]

    def take(self, frame: Frame) -> None:
        """One frame of the server."""
        self.frames.append(frame)
        kind = frame["t"]
        if kind == "welcome":
            self.epoch, self.token = frame["epoch"], frame.get("token", self.token)
        elif kind == "reset":
            self.epoch, self.since, self.entries = frame["epoch"], 0, {}
        elif kind == "entry":
            if frame["seq"] in self.entries and self.entries[frame["seq"]] != frame:
                self.wrong.append(f"number {frame['seq']} came as something else")
            if frame["seq"] > self.since + 1:
                self.wrong.append(f"number {frame['seq']} came after {self.since}")
            self.entries[frame["seq"]] = frame
            self.since = max(self.since, frame["seq"])
        elif kind == "stored":
            self.stored[frame["id"]] = frame["seq"]
            self.outbox.pop(frame["id"], None)
        elif kind == "settled":
            self.settled.add(frame["re"])
        elif kind == "loose":
            self.loose[frame["id"]] = frame

    async def converse(self, way: str, until: Callable[[], bool], cut_after: int | None = None) -> bool:
        """Connects, sends what is in the outbox and takes frames until something is so: True; False when cut off.

        ``cut_after`` so many frames the connection is dropped without a goodbye, those before the first one included.
        """
        taken = 0
        stream = {"socket": self._socket, "events": self._events, "polling": self._polling}[way]()
        try:
            async with asyncio_timeout():
                async for frame in stream:
                    if cut_after is not None and taken >= cut_after:
                        return False
                    self.take(frame)
                    taken += 1
                    if until():
                        return True
        finally:
            await stream.aclose()
        return until()

    async def _socket(self) -> AsyncIterator[Frame]:
        async with aiohttp.ClientSession() as session, session.ws_connect(f"{self.base}/socket") as socket:
            await socket.send_json({"t": "hello", "v": 1, "token": self.token, "epoch": self.epoch,
                                    "since": self.since})
            for each in self._says():
                await socket.send_json(each)
            try:
                async for message in socket:
                    yield json.loads(message.data)
            finally:
                socket._response.connection.transport.abort()  # type: ignore[union-attr]

    async def _events(self) -> AsyncIterator[Frame]:
        headers, endless = bearer(self.token), aiohttp.ClientTimeout(None)
        async with (aiohttp.ClientSession(headers=headers, timeout=endless, read_bufsize=2**20) as session,
                    session.get(f"{self.base}/events", params=self._position()) as reply):
            assert reply.status == 200, await reply.text()
            for each in await self.post(self._says()):
                yield each
            async for line in reply.content:
                if line.startswith(b"data: "):
                    yield json.loads(line[6:])

    async def _polling(self) -> AsyncIterator[Frame]:
        async with aiohttp.ClientSession(headers=bearer(self.token)) as session:
            for each in await self.post(self._says()):
                yield each
            while True:
                async with session.get(f"{self.base}/frames", params=self._position()) as reply:
                    assert reply.status == 200, await reply.text()
                    for each in (await reply.json())["frames"]:
                        yield each
                await asyncio.sleep(POLL_SECONDS)

    async def post(self, sent: list[Frame]) -> list[Frame]:
        """Sends frames with a request of their own."""
        async with (aiohttp.ClientSession(headers=bearer(self.token)) as session,
                    session.post(f"{self.base}/frames", json={"frames": sent}) as reply):
            assert reply.status == 200, await reply.text()
            found: list[Frame] = (await reply.json())["frames"]
            return found

    async def delete(self) -> None:
        """Deletes the conversation, by the button."""
        async with (aiohttp.ClientSession(headers=bearer(self.token)) as session,
                    session.delete(f"{self.base}/conversation") as reply):
            assert reply.status == 204, await reply.text()

    def _says(self) -> list[Frame]:
        return [{"t": "say", "id": name, "text": text} for name, text in self.outbox.items()]

    def _position(self) -> dict[str, str]:
        return {"epoch": self.epoch, "since": str(self.since)}


class asyncio_timeout:
    """Ends a test that waits for something that does not come."""

    async def __aenter__(self) -> None:
        task = asyncio.current_task()
        assert task
        self._handle = asyncio.get_running_loop().call_later(PATIENCE, task.cancel)

    async def __aexit__(self, *_: object) -> None:
        self._handle.cancel()
