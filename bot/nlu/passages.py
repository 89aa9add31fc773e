"""Retrieval for what no cell of the store answers, on the current release."""
from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from bot.model import RetrievalHit
from bot.nlu.intent import NOT_SURE, QUESTION_PREFIX
from bot.nlu.published import CurrentRelease, PublishedContent
from bot.nlu.retrieval import PassageIndex
from bot.nlu.ruler import Entity
from bot.nlu.vocabulary import AREA, SUBJECT


class Passages:
    """Keeps the index of the current release's passages, and asks it only when a message needs it."""

    def __init__(self, store: PublishedContent) -> None:
        self._store, self._release = store, CurrentRelease(store)
        self._number: int | None = None
        self._index = PassageIndex(())

    def for_message(self, intents: Sequence[str], named: Iterable[Entity], text: str,
                    embedding: np.ndarray) -> tuple[RetrievalHit, ...]:
        """Return the hits for a message that names no cell of the store; none for any other message.

        ``intents`` are the intent decided on and then the most probable ones: a question is looked for among the
        passages of its kind, a message that nobody is sure about among those of the two kinds that it may be. ``text``
        and its ``embedding`` are the message as it was meant. Raises StoreError.
        """
        kinds = [intent.removeprefix(QUESTION_PREFIX) for intent in intents if intent.startswith(QUESTION_PREFIX)]
        if intents[0] == NOT_SURE:
            return self._current().nearest(text, embedding, kinds[:2], self._store.search)
        slugs = [entity.slug for entity in named if entity.label in (SUBJECT, AREA)]
        if not intents[0].startswith(QUESTION_PREFIX) or self._current().has_cell(kinds[0], slugs):
            return ()
        return self._current().nearest(text, embedding, kinds[:1], self._store.search)

    def _current(self) -> PassageIndex:
        number = self._release.number()
        if number != self._number:
            self._index, self._number = PassageIndex(self._store.passages(number)), number
        return self._index
