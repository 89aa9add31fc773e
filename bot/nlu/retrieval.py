"""The published passages nearest to a message: by meaning, and by the words they share."""
from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence

import numpy as np

from bot.model import Passage, RetrievalHit

#: A passage's score is its cosine to the message plus this much for having the message's words.
WORDS_WEIGHT = 0.15
#: Hits below this are about something else; see README.md in this folder for how it was set.
THRESHOLD = 0.7
MOST_HITS = 5
CANDIDATES = 20

#: Finds passages that share words with a text: (text, limit) -> passages with scores from 0 to 1.
TextSearch = Callable[[str, int], Sequence[tuple[Passage, float]]]


class PassageIndex:
    """The passages of one release. One hit a cell (kind and subject or area), the best first."""

    def __init__(self, passages: Iterable[Passage]) -> None:
        self._passages = tuple(passage for passage in passages if passage.vector is not None)
        vectors = [np.asarray(passage.vector, dtype=np.float32) for passage in self._passages]
        self._vectors = np.stack(vectors) if vectors else np.zeros((0, 1), dtype=np.float32)
        self._cells = {(passage.kind, slug) for passage in self._passages for slug in passage.subjects + passage.areas}

    def has_cell(self, kind: str, slugs: Iterable[str]) -> bool:
        """Say whether any of the subjects or areas has passages of this kind."""
        return any((kind, slug) in self._cells for slug in slugs)

    def nearest(self, text: str, embedding: np.ndarray, kinds: Collection[str],
                search: TextSearch) -> tuple[RetrievalHit, ...]:
        """Return at most five hits of the question ``kinds`` above the threshold; ``embedding`` is that of ``text``."""
        of_kinds = [n for n, passage in enumerate(self._passages) if passage.kind in kinds]
        if not of_kinds:
            return ()
        cosines = self._vectors[of_kinds] @ embedding
        if cosines.max() + WORDS_WEIGHT < THRESHOLD:  # no words can lift anything over it: spare the search
            return ()
        best = [(self._passages[of_kinds[n]], float(cosines[n]))
                for n in np.argsort(-cosines, kind="stable")[:CANDIDATES]]
        scores = {passage.ref: cosine for passage, cosine in reversed(best)}  # of one ref's passages, the best remains
        found = {passage.ref: passage for passage, _ in best}
        shared: dict[str, float] = {}
        for passage, score in search(text, CANDIDATES):
            if passage.kind not in kinds:
                continue
            shared[passage.ref] = max(score, shared.get(passage.ref, 0.0))
            if passage.vector is not None and passage.ref not in scores:
                found[passage.ref] = passage
                scores[passage.ref] = float(np.asarray(passage.vector, dtype=np.float32) @ embedding)
        joined = {ref: score + WORDS_WEIGHT * shared.get(ref, 0.0) for ref, score in scores.items()}
        return _hits(found, joined)


def _hits(found: dict[str, Passage], scores: dict[str, float]) -> tuple[RetrievalHit, ...]:
    cells: dict[tuple[str, tuple[str, ...], tuple[str, ...]], RetrievalHit] = {}
    for ref in sorted(scores, key=lambda ref: (-scores[ref], ref)):
        passage, score = found[ref], min(1.0, scores[ref])
        if score < THRESHOLD:
            break
        cell = (passage.kind, passage.subjects[:1], passage.areas)
        cells.setdefault(cell, RetrievalHit(ref, passage.kind, passage.subjects, passage.areas, score))
    return tuple(cells.values())[:MOST_HITS]
