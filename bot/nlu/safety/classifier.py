"""The trained classifier behind the safety rules: how much a message looks like the triggers of each rule.

Two views of a message, multiplied: what the encoder's tuned branch makes of it (weights and head from
``bot/nlu/adapter.npz``), and a linear head over the plain encoder, the message's words and the rules' combinations that
fire on it (trained by ``classifier_training`` with the rest of the model, so that a new example counts at once). It may
only raise a level that the rules gave, never lower it.
"""
from __future__ import annotations

import json
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from bot.nlu.adapter import Adapter, load_adapter
from bot.nlu.encoder import SentenceEncoder
from bot.nlu.safety.examples import CALM
from bot.nlu.safety.rules import Combination
from bot.nlu.views import WORD, tfidf

MODEL_FILE = "safety.npz"
LONGEST_GRAM = 3
#: The encoder reads 192 word pieces; a longer message is read part by part, each about as long as the longest examples.
WORDS_A_PART, OVERLAP = 130, 30
#: How much the tuned branch counts beside the linear head; chosen on the development sets.
TUNED = 0.3
#: From this share of calm in the linear head on, the tuned branch is not asked: it was tuned once, and knows nothing of
#: what editors have added since. No message of the development sets comes out otherwise because of it.
SURE_OF_CALM = 0.92
_SENTENCE_END = re.compile(r"(?<=[.!?\n])\s+")


@dataclass(frozen=True)
class SafetyModel:
    """A trained classifier.

    Shapes: K classes (rules and ``CALM``), G n-grams, C combinations, 768 values of the plain encoder.
    """

    classes: tuple[str, ...]
    dense: np.ndarray  # float32, [768, K]
    worded: np.ndarray  # float32, [G, K]
    signs: np.ndarray  # float32, [C, K]
    bias: np.ndarray  # float32, [K]
    combinations: Mapping[Combination, int]  # combination of signs -> its row in ``signs``
    grams: Mapping[str, int]  # n-gram -> its row in ``worded``
    idf: np.ndarray  # float32, [G]
    adapter: Adapter
    certain: frozenset[Combination] = frozenset()  # combinations that decide alone
    by_editors: Mapping[str, str] = field(default_factory=dict)  # plain words of an editors' example -> rule or CALM

    def shares(self, text: str, fired: Collection[Combination], encoder: SentenceEncoder) -> np.ndarray:
        """Return how probable each class is for ``text``, on which ``fired`` fire (float64, [K], sums to 1)."""
        linear = self._linear(text, fired, encoder)
        if linear[self.classes.index(CALM)] >= SURE_OF_CALM:
            return linear
        tuned = self._tuned(text, encoder, linear)
        both = linear ** (1 - TUNED) * tuned ** TUNED
        return np.asarray(both / both.sum(), dtype=np.float64)

    def _linear(self, text: str, fired: Collection[Combination], encoder: SentenceEncoder) -> np.ndarray:
        columns, weights = tfidf(word_grams(text), self.grams, self.idf)
        logits = encoder.encode(text).plain @ self.dense + weights @ self.worded[columns] + self.bias
        known = [self.combinations[each] for each in fired if each in self.combinations]
        logits = logits + self.signs[known].sum(0)
        each = 1 / (1 + np.exp(-np.clip(logits, -30, 30)))  # one classifier a class, as it was trained
        return np.asarray(each / each.sum(), dtype=np.float64)

    def _tuned(self, text: str, encoder: SentenceEncoder, linear: np.ndarray) -> np.ndarray:
        """The tuned head's shares; a rule that was not there when it was tuned keeps its linear share."""
        logits = encoder.encode(text).alarm @ self.adapter.head + self.adapter.bias
        shares = np.exp(logits - logits.max())
        known = dict(zip(self.adapter.classes, shares / shares.sum(), strict=True))
        return np.array([known.get(name, linear[place]) for place, name in enumerate(self.classes)])

    def telling(self, text: str, rule: str, most: int = 3) -> tuple[str, ...]:
        """Return the words of ``text`` that speak most for ``rule``, strongest first."""
        columns, weights = tfidf(word_grams(text), self.grams, self.idf)
        place, calm = self.classes.index(rule), self.classes.index(CALM)
        gain = weights * (self.worded[columns, place] - self.worded[columns, calm])
        names = {column: gram for gram, column in self.grams.items() if column in set(columns.tolist())}
        best = [names[int(columns[n])] for n in np.argsort(-gain) if gain[n] > 0]
        return tuple(_without_parts(best))[:most]

    def save(self, directory: Path) -> None:
        """Write what was trained into ``directory``; the adapter stays where it is."""
        np.savez_compressed(directory / MODEL_FILE, dense=self.dense.astype(np.float16), bias=self.bias, idf=self.idf,
                            worded=self.worded.astype(np.float16), signs=self.signs,
                            names=np.array(json.dumps([list(self.classes), list(self.grams), list(self.combinations),
                                                       sorted(self.certain), dict(self.by_editors)])))

    @classmethod
    def load(cls, directory: Path) -> SafetyModel:
        """Read what ``save`` wrote. Raises OSError, ValueError or KeyError when it cannot be read."""
        with np.load(directory / MODEL_FILE, allow_pickle=False) as file:
            classes, grams, combinations, certain, by_editors = json.loads(str(file["names"]))
            dense, worded = (file[name].astype(np.float32) for name in ("dense", "worded"))
            return cls(tuple(classes), dense, worded, file["signs"], file["bias"],
                       {(rule, place): row for row, (rule, place) in enumerate(combinations)},
                       {gram: row for row, gram in enumerate(grams)}, file["idf"], load_adapter(),
                       frozenset((rule, place) for rule, place in certain), by_editors)


def word_grams(text: str) -> list[str]:
    """Return the words of ``text`` and its runs of two and three words."""
    words = WORD.findall(text)
    return [" ".join(words[start:start + length]) for length in range(1, LONGEST_GRAM + 1)
            for start in range(len(words) - length + 1)]


def parts(text: str) -> list[str]:
    """Return ``text`` in overlapping parts that the encoder can read whole; a text of usual length is one part."""
    words = text.split()
    if len(words) <= WORDS_A_PART + OVERLAP:
        return [text]
    starts = range(0, len(words) - OVERLAP, WORDS_A_PART - OVERLAP)
    return [" ".join(words[start:start + WORDS_A_PART]) for start in starts]


def sentences(text: str) -> list[str]:
    """Return the sentences of ``text`` that have three words or more, none where there is only one."""
    found = [each for each in _SENTENCE_END.split(text) if len(each.split()) > 2]
    return found if len(found) > 1 else []


def _without_parts(grams: Sequence[str]) -> list[str]:
    """Leave out what a stronger n-gram says already, and single letters."""
    kept: list[str] = []
    for gram in grams:
        if len(gram) > 2 and not any(f" {gram} " in f" {other} " or f" {other} " in f" {gram} " for other in kept):
            kept.append(gram)
    return kept
