"""Which question a message asks: a linear head over the views of a message, with the nearest training examples.

Trained by ``intent_training``, kept as one npz file of plain arrays. Needs numpy alone to classify.
"""
from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from bot.dialogue.resolve import CORRECT, FOLLOW_UP, MORE, SIMPLER
from bot.nlu.foreign import ENGLISH
from bot.nlu.views import View, ngrams, tfidf

MODEL_FILE = "intent.npz"
NEIGHBOURS = 5
OUT_OF_SCOPE, NOT_SURE, QUESTION_PREFIX = "out_of_scope", "nlu_fallback", "ask_"
#: Of a message in another language than English, whatever it asks.
OTHER_LANGUAGE = "other_language"
#: Has a reply of its own, so being out of scope does not speak against it.
ABUSE = "abuse"
#: Set by cross-validation on the training examples; README.md in this folder has the figures.
DECLINE_ABOVE, DECLINE_NAMED_ABOVE, UNSURE_BELOW = 0.18, 0.35, 0.3
#: Intents of few words, whose meaning is in the conversation; a guess at one would answer what nobody asked.
FOLLOW_UPS = frozenset({FOLLOW_UP, CORRECT, SIMPLER, MORE})
UNSURE_FOLLOW_UP_BELOW = 0.5


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


def decide(ranking: Sequence[Ranked], language: str, named: bool) -> Ranked:
    """Return the intent to act on: out of scope, "not sure" (``nlu_fallback``), or the most probable one.

    ``named`` says whether the message names a subject or an area, which speaks for a question of ours. Another language
    than English has an intent of its own. A message that is probably enough out of scope is declined; below three
    tenths for the best intent, and below one half for a follow-up, the assistant asks back.
    """
    best = ranking[0]
    out_of_scope = next((each.confidence for each in ranking if each.intent == OUT_OF_SCOPE), 0.0)
    if language != ENGLISH:
        return Ranked(OTHER_LANGUAGE, 1.0)
    if best.intent != ABUSE and out_of_scope > (DECLINE_NAMED_ABOVE if named else DECLINE_ABOVE):
        return Ranked(OUT_OF_SCOPE, out_of_scope)
    least = UNSURE_FOLLOW_UP_BELOW if best.intent in FOLLOW_UPS else UNSURE_BELOW
    return best if best.confidence >= least else Ranked(NOT_SURE, best.confidence)


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
    rows: np.ndarray  # [R, 384], the embeddings of the examples
    texts: tuple[str, ...]  # [R]
    labels: np.ndarray  # [R], positions in ``intents``

    def rank(self, view: View) -> tuple[Ranked, ...]:
        """Return all intents for ``view``, the most probable first."""
        columns, weights = tfidf(ngrams(view.masked), self.grams, self.idf)
        logits = (view.dense @ self.dense + view.counts @ self.counted + weights @ self.worded[columns] + self.bias)
        shares = np.exp(logits - logits.max())
        shares /= shares.sum()
        order = np.argsort(-shares, kind="stable")
        return tuple(Ranked(self.intents[n], float(shares[n])) for n in order)

    def nearest(self, embedding: np.ndarray) -> tuple[Example, ...]:
        """Return the five training examples whose embeddings are nearest, nearest first."""
        cosines = self.rows @ embedding
        best = np.argpartition(-cosines, min(NEIGHBOURS, len(cosines) - 1))[:NEIGHBOURS]
        best = best[np.argsort(-cosines[best], kind="stable")]
        return tuple(Example(self.texts[n], self.intents[self.labels[n]], float(cosines[n])) for n in best)

    def save(self, directory: Path) -> None:
        """Write the model into ``directory``; half precision does for the examples, whose cosines only rank."""
        grams = sorted(self.grams, key=self.grams.__getitem__)
        names = {"intents": self.intents, "grams": grams, "texts": self.texts}
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
                grams={gram: n for n, gram in enumerate(names["grams"])},
                rows=arrays["rows"].astype(np.float32), texts=tuple(names["texts"]), labels=arrays["labels"])
