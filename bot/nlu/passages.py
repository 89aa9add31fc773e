"""Retrieval for what no cell of the store answers, on the current release."""
from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from bot.model import RetrievalHit
from bot.nlu.intent import NOT_SURE, QUESTION_PREFIX
from bot.nlu.published import PublishedContent
from bot.nlu.retrieval import PassageIndex
from bot.nlu.ruler import Entity
from bot.nlu.vocabulary import AREA, SUBJECT


class Passages:
    """Keeps the index of the current release's passages, and asks it only when a message needs it."""

    def __init__(self, store: PublishedContent) -> None:
        self._store = store
        self._number: int | None = None
        self._index = PassageIndex(())

    def for_message(self, intent: str, named: Iterable[Entity], text: str,
                    embedding: np.ndarray) -> tuple[RetrievalHit, ...]:
        """Return the hits for a message that names no cell of the store; none for any other message.

        ``text`` and its ``embedding`` are the message as it was meant. Raises StoreError.
        """
        if intent != NOT_SURE and not intent.startswith(QUESTION_PREFIX):
            return ()
        index = self._current()
        slugs = [entity.slug for entity in named if entity.label in (SUBJECT, AREA)]
        if intent != NOT_SURE and index.has_cell(intent.removeprefix(QUESTION_PREFIX), slugs):
            return ()
        return index.nearest(text, embedding, self._store.search)

    def _current(self) -> PassageIndex:
        number = self._store.current_number()
        if number != self._number:
            self._index, self._number = PassageIndex(self._store.passages(number)), number
        return self._index
