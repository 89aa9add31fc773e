"""What understanding asks of the content store. ``bot.store.repository.ContentRepository`` does all of it."""
from __future__ import annotations

import time
from collections.abc import Callable
from typing import Protocol

from bot.model import Passage, VocabularyEntry

#: How often the store is asked for its release number, in seconds; a publish has to be understood within five.
SECONDS_BETWEEN_LOOKS = 2.0


class PublishedContent(Protocol):
    """The current release; every method may raise the store's errors."""

    def current_number(self) -> int:
        """Return the current release's number; cheap enough to ask every second."""

    def vocabulary(self, release: int | None = None) -> tuple[VocabularyEntry, ...]:
        """Return the words of a release, by default of the current one."""

    def passages(self, release: int | None = None) -> tuple[Passage, ...]:
        """Return the passages of a release, by default of the current one, with vectors."""

    def search(self, text: str, limit: int, release: int | None = None) -> tuple[tuple[Passage, float], ...]:
        """Return the passages that share words with ``text``, best first, with scores from 0 to 1."""


class CurrentRelease:
    """The current release's number, asked of the store now and then rather than for every message."""

    def __init__(self, store: PublishedContent, clock: Callable[[], float] = time.monotonic) -> None:
        self._store, self._clock = store, clock
        self._number: int | None = None
        self._asked_at = 0.0

    def number(self) -> int:
        """Return the number, at most two seconds old. Raises what the store raises, and asks again the next time."""
        now = self._clock()
        if self._number is None or now - self._asked_at >= SECONDS_BETWEEN_LOOKS:
            self._number = None
            self._number, self._asked_at = self._store.current_number(), now
        return self._number
