"""Keeps a language pipeline on the vocabulary of the current release, without a restart."""
from __future__ import annotations

import logging
import time
from collections.abc import Callable

from spacy.language import Language

from bot.nlu.published import CurrentRelease, PublishedContent
from bot.nlu.ruler import set_vocabulary

logger = logging.getLogger(__name__)


class VocabularyFeed:
    """Teaches the pipeline the words of the current release whenever that has changed."""

    def __init__(self, nlp: Language, store: PublishedContent, clock: Callable[[], float] = time.monotonic) -> None:
        self._nlp, self._store, self._current = nlp, store, CurrentRelease(store, clock)
        self._learnt: int | None = None

    def refresh(self) -> bool:
        """Return whether the pipeline has learnt other words.

        Raises what the store raises as long as there are no words at all. A store that cannot be read later on is
        logged: the known words still serve.
        """
        try:
            number = self._current.number()
            if number == self._learnt:
                return False
            vocabulary = self._store.vocabulary(number)
        except Exception as error:
            if self._learnt is None:
                raise
            logger.warning("The vocabulary stays at release %s: %s", self._learnt, error)
            return False
        set_vocabulary(self._nlp, vocabulary)
        self._learnt = number
        logger.info("Release %s: %d entries of vocabulary.", number, len(vocabulary))
        return True
