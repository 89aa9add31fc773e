"""Visitors of a REST channel: a client so light that what it measures is the server."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Sequence
from dataclasses import dataclass

from bot.bench.plan import AT_ONCE, MESSAGES_PER_VISITOR

REPLY_LIMIT_SECONDS = 60


@dataclass
class Measured:
    """What was measured of a number of messages."""

    milliseconds: list[float]
    silent: int = 0  # messages that got no reply at all
    seconds: float = 0  # wall-clock time of all

    @property
    def per_second(self) -> float:
        return len(self.milliseconds) / self.seconds


class Visitor:
    """One connection and one conversation; use as `async with`."""

    def __init__(self, port: int, sender: str) -> None:
        self._port = port
        self._sender = sender

    async def __aenter__(self) -> Visitor:
        self._reader, self._writer = await asyncio.open_connection("127.0.0.1", self._port)
        return self

    async def __aexit__(self, *_: object) -> None:
        self._writer.close()

    async def ask(self, text: str, measured: Measured) -> None:
        """Send a message and wait for its replies.

        Raises:
            RuntimeError: the server answered with an error.
        """
        body = json.dumps({"sender": self._sender, "message": text}).encode()
        head = f"POST /webhooks/rest/webhook HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: {len(body)}\r\n\r\n"
        started = time.perf_counter()
        self._writer.write(head.encode() + body)
        reply = await asyncio.wait_for(self._reply(), REPLY_LIMIT_SECONDS)
        measured.milliseconds.append((time.perf_counter() - started) * 1000)
        measured.silent += not json.loads(reply)

    async def _reply(self) -> bytes:
        head = (await self._reader.readuntil(b"\r\n\r\n")).decode("latin-1").lower()
        if " 200 " not in head.partition("\r\n")[0]:
            raise RuntimeError(f"The server answered: {head.splitlines()[0]}")
        length = next(line for line in head.splitlines() if line.startswith("content-length:"))
        return await self._reader.readexactly(int(length.partition(":")[2]))


async def one_after_the_other(port: int, texts: Sequence[str], name: str) -> Measured:
    """All texts, a new visitor every few messages."""
    measured = Measured([])
    started = time.perf_counter()
    for first in range(0, len(texts), MESSAGES_PER_VISITOR):
        async with Visitor(port, f"{name}-{first}") as visitor:
            for text in texts[first : first + MESSAGES_PER_VISITOR]:
                await visitor.ask(text, measured)
    measured.seconds = time.perf_counter() - started
    return measured


async def at_once(port: int, texts: Sequence[str], name: str) -> Measured:
    """The texts dealt out to eight visitors who ask at the same time."""
    started = time.perf_counter()
    parts = await asyncio.gather(*(one_after_the_other(port, texts[k::AT_ONCE], f"{name}-{k}") for k in range(AT_ONCE)))
    every = [ms for part in parts for ms in part.milliseconds]
    return Measured(every, sum(part.silent for part in parts), time.perf_counter() - started)


async def one_long_conversation(port: int, texts: Sequence[str], turns: int, name: str) -> Measured:
    """One visitor who asks `turns` times."""
    measured = Measured([])
    async with Visitor(port, name) as visitor:
        for turn in range(turns):
            await visitor.ask(texts[turn % len(texts)], measured)
    return measured
