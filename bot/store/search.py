"""Full-text search over one release's passages.

The engine finds which passages have a word (its index, its stemming); the score is computed here, so that it is
the same measure on both engines and depends on nothing but the release: publishing another one changes no score.
"""
from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence

from sqlalchemy import literal, select, union_all
from sqlalchemy.engine import Connection

from bot.store.backend import Backend
from bot.store.schema import PASSAGE_SPAN, passages

#: BM25's usual constants (Robertson and Zaragoza 2009, "The Probabilistic Relevance Framework").
K1, B = 1.2, 0.75

#: A question's further words are not looked up: ten thousand characters must not cost ten thousand look-ups.
MAX_WORDS = 32


def best_passages(connection: Connection, backend: Backend, number: int, words: Sequence[str], count: int,
                  total_words: int, limit: int) -> list[tuple[int, float]]:
    """Ids and scores (0 to 1, best first) of at most ``limit`` of the release's ``count`` passages.

    ``words`` are from ``words.query_words``; ``total_words`` is the length of all the release's passages.
    """
    first = number * PASSAGE_SPAN
    found: dict[int, list[int]] = defaultdict(list)  # passage id -> the words it has, by their position
    finds = [select(literal(n).label("n"), backend.ids_with_word(word, first, first + PASSAGE_SPAN - 1).subquery().c.id)
             for n, word in enumerate(words)]
    for n, passage in connection.execute(union_all(*finds)):
        found[passage].append(n)
    have = [sum(n in present for present in found.values()) for n in range(len(words))]
    lengths = _lengths(connection, list(found))
    mean_length = total_words / count
    scores = _scores(found, [_rarity(n, count) for n in have], lengths, mean_length)
    return sorted(scores.items(), key=lambda item: (-item[1], item[0]))[:limit]


def _lengths(connection: Connection, ids: Sequence[int]) -> Mapping[int, int]:
    if not ids:
        return {}
    near = select(passages.c.id, passages.c.word_count).where(passages.c.id.between(min(ids), max(ids)))
    return {row.id: row.word_count for row in connection.execute(near)}


def _rarity(having: int, count: int) -> float:
    """BM25's inverse document frequency: a rare word says more."""
    return math.log(1 + (count - having + 0.5) / (having + 0.5))


def _scores(found: Mapping[int, Sequence[int]], rarity: Sequence[float], lengths: Mapping[int, int],
            mean_length: float) -> dict[int, float]:
    """The share of the question's information that a passage has, less when it is longer than the question.

    1.0: it has every word, and is not longer than the question.
    """
    def weight(length: int) -> float:
        return 1 + K1 * (1 - B + B * length / mean_length)

    whole, shortest = sum(rarity), weight(len(rarity))
    return {passage: sum(rarity[n] for n in present) / whole * min(1.0, shortest / weight(lengths[passage]))
            for passage, present in found.items()}
