"""What understanding asks of the content store. ``bot.store.repository.ContentRepository`` does all of it."""
from __future__ import annotations

from typing import Protocol

from bot.model import Passage, VocabularyEntry


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
