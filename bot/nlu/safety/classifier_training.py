"""Trains the linear head of the safety classifier. Used while training only: needs scikit-learn."""
from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np

from bot.nlu.adapter import load_adapter
from bot.nlu.encoder import SentenceEncoder
from bot.nlu.intent_training import principal_directions
from bot.nlu.safety.classifier import SafetyModel, word_grams
from bot.nlu.safety.examples import SafetyExample
from bot.nlu.views import tfidf

#: Chosen on the development sets; bot/nlu/README.md has the figures.
REGULARISATION, PASSES, SEEN_AT_LEAST = 1e-5, 6, 2
#: So many principal directions say nearly what the encoder's 768 values say, and train in a fifth of the time.
COMPONENTS = 128
#: Editors' examples are few, and each must hold.
EDITORS_COUNT = 8.0


def train_classifier(examples: Sequence[SafetyExample], encoder: SentenceEncoder) -> SafetyModel:
    """Fit one linear classifier a rule, and one for calm messages, to ``examples``, whose texts are as they were meant.

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
    dense = np.stack([encoder.encode_plain(example.text).plain for example in examples])
    mean, directions = principal_directions(dense, COMPONENTS)
    # Averaged stochastic gradients do on a tenth of the time what L-BFGS does, and a little better on the
    # development sets.
    head = SGDClassifier(loss="log_loss", alpha=REGULARISATION, max_iter=PASSES, tol=None, average=True, n_jobs=2,
                         random_state=0)
    importance = np.array([EDITORS_COUNT if example.by_editor else 1.0 for example in examples])
    head.fit(hstack([csr_matrix((dense - mean) @ directions), worded]).tocsr(), labels, sample_weight=importance)
    weights, bias = head.coef_.T.astype(np.float32), head.intercept_.astype(np.float32)
    if len(head.classes_) == 2:  # scikit-learn keeps one row for two classes
        weights, bias = np.concatenate([-weights, weights], axis=1), np.concatenate([-bias, bias])
    width = directions.shape[1]
    whole = directions @ weights[:width]
    return SafetyModel(tuple(str(name) for name in head.classes_), whole, weights[width:], bias - mean @ whole, grams,
                       idf, load_adapter())


def _index(texts: Sequence[Sequence[str]]) -> tuple[dict[str, int], np.ndarray]:
    """Return the rows of the n-grams that stand in two texts or more, and their inverse document frequencies."""
    having = Counter(gram for grams in texts for gram in set(grams))
    kept = sorted(gram for gram, number in having.items() if number >= SEEN_AT_LEAST)
    idf = np.array([np.log((1 + len(texts)) / (1 + having[gram])) + 1 for gram in kept], dtype=np.float32)
    return {gram: row for row, gram in enumerate(kept)}, idf
