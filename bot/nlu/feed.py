"""Keeps a language pipeline on the vocabulary of the current release, without a restart."""
from __future__ import annotations

import logging
import time
from collections.abc import Callable

from spacy.language import Language

from bot.nlu.published import PublishedContent
from bot.nlu.ruler import set_vocabulary

logger = logging.getLogger(__name__)

#: How often the store is asked for its release number, in seconds; a publish has to be understood within five.
SECONDS_BETWEEN_LOOKS = 2.0


class VocabularyFeed:
    """Asks the store now and then which release is current, and teaches the pipeline its words when it changed."""

    def __init__(self, nlp: Language, store: PublishedContent, clock: Callable[[], float] = time.monotonic) -> None:
        self._nlp, self._store, self._clock = nlp, store, clock
        self._release: int | None = None
        self._looked_at: float | None = None

    def refresh(self) -> bool:
        """Return whether the pipeline has learnt other words.

        Raises what the store raises as long as there are no words at all. A store that cannot be read later on is
        logged and asked again at the next look: the known words still serve.
        """
        now = self._clock()
        if self._looked_at is not None and now - self._looked_at < SECONDS_BETWEEN_LOOKS:
            return False
        try:
            number = self._store.current_number()
            if number == self._release:
                self._looked_at = now
                return False
            words = self._store.vocabulary(number)
        except Exception as error:
            if self._release is None:
                raise
            self._looked_at = now
            logger.warning("The vocabulary stays at release %s: %s", self._release, error)
            return False
        set_vocabulary(self._nlp, words)
        self._looked_at, self._release = now, number
        logger.info("Release %s: %d entries of vocabulary.", number, len(words))
        return True
