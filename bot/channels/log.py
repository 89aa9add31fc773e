"""The mailbox from inside the server's event loop: each call waits in a thread, and nobody else with it.

What changes the mailbox stands in line, in this process: SQLite takes one writer at a time and lets in whoever asks at
the right moment, so that with many visitors somebody would wait for ever.
"""
from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timezone
from typing import ParamSpec, TypeVar

from sqlalchemy.exc import OperationalError

from bot.channels.frames import Say
from bot.channels.output import Message
from bot.records.database import RecordsError
from bot.records.letters import Mark, Reading, Stored, Waiting
from bot.records.mailbox import Mailbox

P = ParamSpec("P")
R = TypeVar("R")


async def in_thread(function: Callable[P, R], *arguments: P.args, **named: P.kwargs) -> R:
    """Calls a function that waits, in a thread."""
    return await asyncio.to_thread(function, *arguments, **named)


class Log:
    """The visitors' logs. Every method raises RecordsError when the database cannot be used."""

    def __init__(self, mailbox: Mailbox) -> None:
        self._mailbox = mailbox
        self._line = ThreadPoolExecutor(mailbox.writers, "mailbox")
        self._failed_at, self._failure = 0.0, ""

    async def store(self, sender: str, message: Say, channel: str) -> Stored:
        """Adds a visitor's message, once."""
        title = {} if message.title is None else {"title": message.title}
        data = {"text": message.text, "channel": channel, **title}
        return await self._write(self._mailbox.store, sender, message.client_id, data, _now())

    async def oldest_waiting(self, sender: str) -> Waiting | None:
        """The first message whose turn has not ended."""
        return await in_thread(self._mailbox.oldest_waiting, sender)

    async def begin(self, waiting: Waiting) -> bool:
        """A turn begins; False when the log is gone."""
        return await self._write(self._mailbox.begin, waiting)

    async def finish(self, waiting: Waiting, messages: Sequence[Message]) -> bool:
        """A turn has said this and ended; False when the log is gone."""
        return await self._write(self._mailbox.finish, waiting, messages, _now())

    async def interject(self, waiting: Waiting, message: Message) -> bool:
        """Something about a turn that goes on; False when the log is gone."""
        return await self._write(self._mailbox.interject, waiting, message, _now())

    async def append(self, sender: str, messages: Sequence[Message]) -> None:
        """Something that nobody asked for."""
        await self._write(self._mailbox.append, sender, messages, _now())

    async def since(self, sender: str, epoch: str, seq: int) -> Reading:
        """What is behind a number of an epoch."""
        return await in_thread(self._mailbox.since, sender, epoch, seq)

    async def see(self, sender: str, seq: int) -> None:
        """The visitor was shown the entries up to a number."""
        mark = (await self.marks([sender]))[sender]
        if mark.seen < seq <= mark.last:  # else there is nothing to write, and nobody to keep waiting
            await self._write(self._mailbox.see, sender, seq)

    async def waiting_senders(self) -> tuple[str, ...]:
        """Everybody who has a message whose turn has not ended."""
        return await in_thread(self._mailbox.waiting_senders)

    async def marks(self, senders: list[str]) -> dict[str, Mark]:
        """How far each of these logs is."""
        return await in_thread(self._mailbox.marks, senders)

    async def _write(self, function: Callable[P, R], *arguments: P.args, **named: P.kwargs) -> R:
        asked = time.monotonic()

        def write() -> R:
            # A database that is locked is so for all who stand in line: nobody waits out the patience of those before.
            if self._failed_at > asked:
                raise RecordsError(self._failure)
            try:
                return function(*arguments, **named)
            except RecordsError as error:
                if isinstance(error.__cause__, OperationalError):  # the database's failure, not that of one log
                    self._failed_at, self._failure = time.monotonic(), str(error)
                raise

        return await asyncio.get_running_loop().run_in_executor(self._line, write)


def _now() -> datetime:
    return datetime.now(timezone.utc)
