"""Which question a message asks: a linear head over the views of a message, with the nearest training examples.

Trained by ``intent_training``, kept as one npz file of plain arrays. Needs numpy alone to classify.
"""
from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from spacy.tokens import Doc

from bot.nlu.encoder import SentenceEncoder
from bot.nlu.spelling import meant_text
from bot.nlu.views import counts, dense_view, masked_text, ngrams, tfidf

MODEL_FILE = "intent.npz"
NEIGHBOURS = 5
#: Weight of the logarithm of the highest probability in the scope score; see PERFORMANCE in bot/nlu/README.md.
PROBABILITY_WEIGHT = 0.12


@dataclass(frozen=True)
class Ranked:
    """An intent and how probable it is."""

    intent: str
    confidence: float


@dataclass(frozen=True)
class Example:
    """A training example near a message, with the cosine of the two."""

    text: str
    intent: str
    cosine: float


@dataclass(frozen=True)
class Classification:
    """Intents from the most probable down; ``scope_score`` is higher the more a message is like the examples."""

    ranking: tuple[Ranked, ...]
    nearest: tuple[Example, ...]
    scope_score: float


@dataclass(frozen=True)
class IntentModel:
    """A trained head. Shapes: K intents, G n-grams, R training rows, 1536 dense values, 13 counts."""

    intents: tuple[str, ...]
    dense: np.ndarray  # [1536, K]
    counted: np.ndarray  # [13, K]
    worded: np.ndarray  # [G, K]
    bias: np.ndarray  # [K]
    grams: Mapping[str, int]  # n-gram -> its column in ``worded``
    idf: np.ndarray  # [G]
    families: Mapping[str, str]  # subject -> family
    rows: np.ndarray  # [R, 384], the embeddings of the examples
    texts: tuple[str, ...]  # [R]
    labels: np.ndarray  # [R], positions in ``intents``

    def classify(self, doc: Doc, encoder: SentenceEncoder) -> Classification:
        """Rank all intents for ``doc``, read by the language pipeline with the current vocabulary."""
        probabilities = self.probabilities(doc, encoder)
        order = np.argsort(-probabilities, kind="stable")
        nearest = self.nearest(encoder.embed(meant_text(doc)))
        mean = sum(example.cosine for example in nearest) / max(1, len(nearest))
        score = PROBABILITY_WEIGHT * math.log(float(probabilities[order[0]])) + mean
        return Classification(tuple(Ranked(self.intents[n], float(probabilities[n])) for n in order), nearest, score)

    def probabilities(self, doc: Doc, encoder: SentenceEncoder) -> np.ndarray:
        """Return the probability of each intent (float32, [K])."""
        masked = masked_text(doc, self.families)
        columns, weights = tfidf(ngrams(masked), self.grams, self.idf)
        logits = (dense_view(doc, masked, encoder) @ self.dense + counts(doc, self.families) @ self.counted
                  + weights @ self.worded[columns] + self.bias)
        shares = np.exp(logits - logits.max())
        return shares / shares.sum()

    def nearest(self, embedding: np.ndarray) -> tuple[Example, ...]:
        """Return the five training examples whose embeddings are nearest, nearest first."""
        cosines = self.rows @ embedding
        best = np.argpartition(-cosines, min(NEIGHBOURS, len(cosines) - 1))[:NEIGHBOURS]
        best = best[np.argsort(-cosines[best], kind="stable")]
        return tuple(Example(self.texts[n], self.intents[self.labels[n]], float(cosines[n])) for n in best)

    def save(self, directory: Path) -> None:
        """Write the model into ``directory``; half precision does for the examples, whose cosines only rank."""
        grams = sorted(self.grams, key=self.grams.__getitem__)
        names = {"intents": self.intents, "grams": grams, "texts": self.texts, "families": dict(self.families)}
        np.savez_compressed(
            directory / MODEL_FILE, dense=self.dense, counted=self.counted, worded=self.worded, bias=self.bias,
            idf=self.idf, rows=self.rows.astype(np.float16), labels=self.labels,
            names=np.frombuffer(json.dumps(names, ensure_ascii=False).encode(), dtype=np.uint8))

    @classmethod
    def load(cls, directory: Path) -> IntentModel:
        """Read what ``save`` wrote. Raises OSError, ValueError or KeyError when it is missing or damaged."""
        with np.load(directory / MODEL_FILE, allow_pickle=False) as arrays:
            names = json.loads(arrays["names"].tobytes().decode())
            return cls(
                intents=tuple(names["intents"]), dense=arrays["dense"], counted=arrays["counted"],
                worded=arrays["worded"], bias=arrays["bias"], idf=arrays["idf"],
                grams={gram: n for n, gram in enumerate(names["grams"])}, families=names["families"],
                rows=arrays["rows"].astype(np.float32), texts=tuple(names["texts"]), labels=arrays["labels"])
