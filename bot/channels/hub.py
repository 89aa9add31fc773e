"""Tells whoever is connected that there is something new in a conversation; what it is they read from the log.

A wake-up carries nothing, so that a slow reader misses nothing and holds up nobody: several while it is busy are one.
Where other processes write to the same conversations, the database is asked every second how far those logs are.
"""
from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager, suppress

from bot.records.database import RecordsError
from bot.records.letters import Mark

POLL_SECONDS = 1.0

logger = logging.getLogger(__name__)
Marks = Callable[[list[str]], Awaitable[dict[str, Mark]]]


class Hub:
    """The connections of this process."""

    def __init__(self) -> None:
        self._listeners: dict[str, set[asyncio.Event]] = {}
        self._task: asyncio.Task[None] | None = None
        self.stopping = False

    @contextmanager
    def listening(self, sender: str) -> Iterator[asyncio.Event]:
        """An event that is set whenever there may be something new for this visitor."""
        event = asyncio.Event()
        self._listeners.setdefault(sender, set()).add(event)
        try:
            yield event
        finally:
            self._listeners[sender].discard(event)
            if not self._listeners[sender]:
                del self._listeners[sender]

    def wake(self, sender: str) -> None:
        """There is something new."""
        for event in self._listeners.get(sender, ()):
            event.set()

    def watch(self, marks: Marks) -> None:
        """Looks into the database for what other processes write, until ``stop``."""
        self._task = asyncio.get_running_loop().create_task(self._watch(marks))

    async def stop(self) -> None:
        """Wakes every connection, which then ends."""
        self.stopping = True
        if self._task:
            self._task.cancel()
            with suppress(asyncio.CancelledError):
                await self._task
        for sender in list(self._listeners):
            self.wake(sender)

    async def _watch(self, marks: Marks) -> None:
        known: dict[str, Mark] = {}
        while True:
            await asyncio.sleep(POLL_SECONDS)
            try:
                found = await marks(list(self._listeners))
            except RecordsError:  # whoever reads or writes says so
                continue
            except Exception as error:
                logger.error("What other processes store could not be looked for: %s", type(error).__name__)
                continue
            for sender, mark in found.items():
                if known.get(sender) != mark:
                    self.wake(sender)
            known = found
