"""Replies that are in no log, kept in memory for a minute: for who polls, and for a message that is sent again.

They are replies to messages that could not be stored, what is left to say after everything was deleted, and a visitor's
own data, which is not stored a second time. Each process has its own.
"""
from __future__ import annotations

import asyncio
import secrets
import time
from collections import OrderedDict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

KEPT_SECONDS = 60.0
CLEAR_SECONDS = 5.0
MOST_VISITORS = 1000


@dataclass(frozen=True)
class Said:
    """Something to tell a visitor outside their log."""

    name: str  # unique; the same whenever it is told again
    re: str | None  # client id of the message that it answers
    data: Mapping[str, Any] | None  # the message; None where the turn has ended


@dataclass
class _Shelf:
    """What one visitor may still be told."""

    said: list[tuple[int, float, Said]] = field(default_factory=list)  # number, until when, what
    messages: dict[str, float] = field(default_factory=dict)  # client id of what ran outside the log -> until when

    def clear(self, now: float) -> None:
        """Drops what is not kept any more."""
        self.said = [each for each in self.said if each[1] > now]
        self.messages = {name: until for name, until in self.messages.items() if until > now}


class Loose:
    """What is kept of each visitor; the longest unchanged goes first where it becomes too much."""

    def __init__(self) -> None:
        self._shelves: OrderedDict[str, _Shelf] = OrderedDict()
        self._last = 0

    def knows(self, sender: str, client_id: str) -> bool:
        """Whether a message was run outside the log a short time ago."""
        return self._shelf(sender).messages.get(client_id, 0.0) > time.monotonic()

    def note(self, sender: str, client_id: str) -> None:
        """A message is run outside the log."""
        self._open(sender).messages[client_id] = time.monotonic() + KEPT_SECONDS

    def say(self, sender: str, re: str | None, messages: Iterable[Mapping[str, Any]]) -> None:
        """Adds what was said."""
        for each in messages:
            self._put(sender, Said(secrets.token_hex(8), re, each))

    def settle(self, sender: str, re: str) -> None:
        """Adds that the turn has ended."""
        self._put(sender, Said(secrets.token_hex(8), re, None))

    def ended(self, sender: str, re: str) -> bool:
        """Whether the end of a message's turn was added a short time ago."""
        now = time.monotonic()
        return any(each.re == re and each.data is None and until > now for _, until, each in self._shelf(sender).said)

    def behind(self, sender: str, number: int) -> tuple[list[Said], int]:
        """What was added after a number, and the number of the newest of all."""
        now = time.monotonic()
        shelf = self._shelf(sender)
        found = [each for added, until, each in shelf.said if added > number and until > now]
        return found, max([number, *(added for added, _, _ in shelf.said)])

    async def clear_away(self) -> None:
        """Drops what nobody is told any more, for ever: a visitor's own data does not stay because nobody comes."""
        while True:
            await asyncio.sleep(CLEAR_SECONDS)
            now = time.monotonic()
            for sender, shelf in list(self._shelves.items()):
                shelf.clear(now)
                if not shelf.said and not shelf.messages:
                    del self._shelves[sender]

    def forget(self, sender: str) -> None:
        """Nothing of a visitor is kept any more."""
        self._shelves.pop(sender, None)

    def _shelf(self, sender: str) -> _Shelf:
        return self._shelves.get(sender) or _Shelf()

    def _put(self, sender: str, said: Said) -> None:
        self._last += 1
        self._open(sender).said.append((self._last, time.monotonic() + KEPT_SECONDS, said))

    def _open(self, sender: str) -> _Shelf:
        shelf = self._shelves.pop(sender, None) or _Shelf()
        self._shelves[sender] = shelf
        shelf.clear(time.monotonic())
        if len(self._shelves) > MOST_VISITORS:
            self._shelves.popitem(last=False)
        return shelf
