"""Train the linear head. Needs scikit-learn, which nothing that only classifies has to load."""
from __future__ import annotations

import warnings
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from bot.nlu.encoder import DIMENSIONS
from bot.nlu.intent import IntentModel
from bot.nlu.views import View, ngrams, tfidf

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix
    from sklearn.linear_model import LogisticRegression

#: The four dense vectors say much the same; this many directions keep 94 % of what they say.
COMPONENTS = 384
INVERSE_REGULARISATION = 10.0
ITERATIONS = 100
SEEN_AT_LEAST = 2


def train(views: Sequence[View], labels: Sequence[str]) -> IntentModel:
    """Fit the head to the views of the examples and their intents. Raises ValueError without two intents."""
    from scipy.sparse import csr_matrix, hstack

    intents = sorted(set(labels))
    if len(intents) < 2:
        raise ValueError("There are no examples of two intents to tell apart. Look into data/nlu.")
    masked = [view.masked for view in views]
    dense = np.stack([view.dense for view in views])
    mean, directions = principal_directions(dense, COMPONENTS)
    counted = np.stack([view.counts for view in views])
    grams, idf = _index([ngrams(text) for text in masked])
    worded = _rows([tfidf(ngrams(text), grams, idf) for text in masked], len(grams))
    features = hstack([csr_matrix((dense - mean) @ directions), csr_matrix(counted), worded]).tocsr()
    targets = np.array([intents.index(label) for label in labels])
    head = _fit(features.astype(np.float32), targets)
    # For two intents scikit-learn keeps one row; a softmax over ±half of it is the same function.
    weights, bias = head.coef_, head.intercept_
    if len(intents) == 2:
        weights, bias = np.concatenate([-weights, weights]) / 2, np.concatenate([-bias, bias]) / 2
    weights = weights.T.astype(np.float32)
    inner, outer = weights[:directions.shape[1]], weights[directions.shape[1]:]
    whole = directions @ inner
    return IntentModel(
        intents=tuple(intents), dense=whole, counted=outer[:counted.shape[1]], worded=outer[counted.shape[1]:],
        bias=(bias - mean @ whole).astype(np.float32), grams=grams, idf=idf,
        rows=dense[:, :DIMENSIONS], texts=tuple(view.meant for view in views), labels=targets.astype(np.int16))


def _fit(features: csr_matrix, targets: np.ndarray) -> LogisticRegression:
    from sklearn.exceptions import ConvergenceWarning
    from sklearn.linear_model import LogisticRegression

    head = LogisticRegression(C=INVERSE_REGULARISATION, max_iter=ITERATIONS)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)  # stopping early costs no accuracy, and halves the time
        return head.fit(features, targets)


def principal_directions(dense: np.ndarray, components: int) -> tuple[np.ndarray, np.ndarray]:
    """Return the mean [D] and the first principal directions [D, components] of the rows, or as many as there are."""
    mean = dense.mean(0)
    _, vectors = np.linalg.eigh((dense - mean).T @ (dense - mean))
    return mean, np.ascontiguousarray(vectors[:, ::-1][:, :components])


def _index(texts: Sequence[Sequence[str]]) -> tuple[dict[str, int], np.ndarray]:
    """Return the columns of the n-grams that occur in two texts or more, and their inverse document frequencies."""
    having = Counter(gram for grams in texts for gram in set(grams))
    kept = sorted(gram for gram, number in having.items() if number >= SEEN_AT_LEAST)
    idf = np.array([np.log((1 + len(texts)) / (1 + having[gram])) + 1 for gram in kept], dtype=np.float32)
    return {gram: column for column, gram in enumerate(kept)}, idf


def _rows(rows: Sequence[tuple[np.ndarray, np.ndarray]], width: int) -> csr_matrix:
    from scipy.sparse import csr_matrix

    starts = np.cumsum([0, *(len(columns) for columns, _ in rows)])
    return csr_matrix((np.concatenate([weights for _, weights in rows]),
                       np.concatenate([columns for columns, _ in rows]), starts), shape=(len(rows), width))
