"""Trains the linear head of the safety classifier. Used while training only: needs scikit-learn."""
from __future__ import annotations

import os
from collections import Counter
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import numpy as np

from bot.nlu.adapter import load_adapter
from bot.nlu.encoder import SentenceEncoder
from bot.nlu.intent_training import principal_directions
from bot.nlu.safety.classifier import SafetyModel, word_grams
from bot.nlu.safety.combinations import certain_combinations
from bot.nlu.safety.examples import SafetyExample
from bot.nlu.safety.rules import Combination
from bot.nlu.views import tfidf

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

#: Chosen on the development sets; bot/nlu/README.md has the figures.
REGULARISATION, PASSES, SEEN_AT_LEAST = 1e-5, 6, 2
#: So many principal directions say nearly what the encoder's 768 values say, and train in a fifth of the time.
COMPONENTS = 128
#: What a combination that fires counts, beside word vectors of length 1.
FIRED = 0.7
#: Editors' examples are few, and messages like them must hold as well.
EDITORS_COUNT = 8.0


def train_classifier(examples: Sequence[SafetyExample], encoder: SentenceEncoder) -> SafetyModel:
    """Fit one linear classifier a rule, and one for calm messages, to ``examples``, which were read.

    Their texts are as they were meant, and say what fires on them.

    Raises ValueError without two classes, OSError without the adapter.
    """
    from scipy.sparse import csr_matrix, hstack
    from sklearn.linear_model import SGDClassifier

    labels = np.array([example.rule for example in examples])
    if len(set(labels)) < 2:
        raise ValueError("There are no examples of two kinds to tell apart. Look into data/safety.")
    found = [word_grams(example.text) for example in examples]
    grams, idf = _index(found)
    rows = [tfidf(each, grams, idf) for each in found]
    starts = np.cumsum([0, *(len(columns) for columns, _ in rows)])
    worded = csr_matrix((np.concatenate([weights for _, weights in rows]),
                         np.concatenate([columns for columns, _ in rows]), starts), shape=(len(rows), len(grams)))
    signs = {each: row for row, each in enumerate(sorted({each for example in examples for each in example.fired}))}
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        dense = np.stack(list(pool.map(lambda example: encoder.encode_plain(example.text).plain, examples)))
    mean, directions = principal_directions(dense, COMPONENTS)
    # Averaged stochastic gradients do on a tenth of the time what L-BFGS does, and a little better on the
    # development sets.
    head = SGDClassifier(loss="log_loss", alpha=REGULARISATION, max_iter=PASSES, tol=None, average=True, n_jobs=2,
                         random_state=0)
    importance = np.array([EDITORS_COUNT if example.by_editor else 1.0 for example in examples])
    fired = _fired(examples, signs)
    head.fit(hstack([csr_matrix((dense - mean) @ directions), fired, worded]).tocsr(), labels, sample_weight=importance)
    weights, bias = head.coef_.T.astype(np.float32), head.intercept_.astype(np.float32)
    if len(head.classes_) == 2:  # scikit-learn keeps one row for two classes
        weights, bias = np.concatenate([-weights, weights], axis=1), np.concatenate([-bias, bias])
    width = directions.shape[1]
    whole = directions @ weights[:width]
    return SafetyModel(tuple(str(name) for name in head.classes_), whole, weights[width + len(signs):],
                       FIRED * weights[width:width + len(signs)], bias - mean @ whole, signs, grams, idf,
                       load_adapter(), certain_combinations(examples),
                       {example.plain: example.rule for example in examples if example.by_editor})


def _fired(examples: Sequence[SafetyExample], signs: Mapping[Combination, int]) -> csr_matrix:
    """Return which combinations fire on each example (float32, [examples, combinations])."""
    from scipy.sparse import csr_matrix

    columns = [[signs[each] for each in example.fired] for example in examples]
    starts = np.cumsum([0, *map(len, columns)])
    places = np.array([column for row in columns for column in row], dtype=np.int64)
    return csr_matrix((np.full(len(places), FIRED, dtype=np.float32), places, starts), shape=(len(columns), len(signs)))


def _index(texts: Sequence[Sequence[str]]) -> tuple[dict[str, int], np.ndarray]:
    """Return the rows of the n-grams that stand in two texts or more, and their inverse document frequencies."""
    having = Counter(gram for grams in texts for gram in set(grams))
    kept = sorted(gram for gram, number in having.items() if number >= SEEN_AT_LEAST)
    idf = np.array([np.log((1 + len(texts)) / (1 + having[gram])) + 1 for gram in kept], dtype=np.float32)
    return {gram: row for row, gram in enumerate(kept)}, idf
