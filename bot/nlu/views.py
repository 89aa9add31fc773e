"""What the intent is read from: the message as it was meant, and the same with subjects and areas masked.

A question's kind does not depend on what it is about. The masked view says "does the procedure hurt" for every
procedure, so that one example teaches them all, and a subject published tomorrow is understood like the others.
"""
from __future__ import annotations

import itertools
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from spacy.tokens import Doc, Span

from bot.nlu.encoder import MAX_CHARACTERS, SentenceEncoder
from bot.nlu.ruler import SPANS_KEY, entities
from bot.nlu.spelling import meant_text
from bot.nlu.vocabulary import AREA, CONDITION, SUBJECT

#: Family of subjects (``taxonomy.yml``) -> what the masked view says in the place of one. Families that are missing
#: stay as they were written: "dermatologist" and "experts" are half the question.
PLACEHOLDERS: Mapping[str, str] = {
    "causes": "the cause", "exercise": "the exercise", "massage": "the massage", "skincare": "the cream",
    "lifestyle": "the habit", "procedures": "the procedure", "signs": "the sign",
}
UNKNOWN_FAMILY, AREA_PLACEHOLDER = "the method", "face"
KEPT_FAMILY = "people_and_proof"
WORD = re.compile(r"\w+")


def _placeholder(span: Span, families: Mapping[str, str]) -> str | None:
    if span.label_ == AREA:
        return AREA_PLACEHOLDER
    if span.label_ != SUBJECT or families.get(span.id_) == KEPT_FAMILY:
        return None
    return PLACEHOLDERS.get(families.get(span.id_, ""), UNKNOWN_FAMILY)


def masked_text(doc: Doc, families: Mapping[str, str]) -> str:
    """Return the meant text of ``doc`` with a placeholder for every subject and area."""
    masks: dict[int, tuple[int, str]] = {}
    for span in sorted(doc.spans.get(SPANS_KEY, ()), key=lambda span: (span.start, -span.end)):
        placeholder = _placeholder(span, families)
        if placeholder is not None:
            masks.setdefault(span.start, (span.end, placeholder))
    words, position = [], 0
    while position < len(doc):
        token = doc[position]
        end, text = masks.get(position, (position + 1, token._.meant or token.text))
        words.append(text + doc[end - 1].whitespace_)
        position = end
    return "".join(words)


@dataclass(frozen=True)
class View:
    """One message as the intent's head sees it."""

    meant: str  # the text without its typing mistakes, in lower case
    masked: str  # the same with placeholders
    dense: np.ndarray  # float32, [1536]: meaning and wording of both texts
    counts: np.ndarray  # float32, [13]: what is named, see ``counts``


def view(doc: Doc, families: Mapping[str, str], encoder: SentenceEncoder) -> View:
    """Return the view of ``doc``, which the language pipeline read with the current vocabulary."""
    meant, masked = meant_text(doc)[:MAX_CHARACTERS], masked_text(doc, families)[:MAX_CHARACTERS]
    dense = np.concatenate([encoder.encode(meant).plain, encoder.encode_plain(masked).plain])
    return View(meant, masked, dense, counts(doc, families))


def counts(doc: Doc, families: Mapping[str, str]) -> np.ndarray:
    """Return how many subjects, areas and conditions ``doc`` names, and of which families (float32, [13])."""
    found = entities(doc)
    subjects = [entity.slug for entity in found if entity.label == SUBJECT]
    areas = any(entity.label == AREA for entity in found)
    named = {families.get(slug, "") for slug in subjects}
    flags = [not subjects, len(subjects) == 1, len(subjects) > 1, areas,
             any(entity.label == CONDITION for entity in found), not subjects and not areas,
             *(family in named for family in (*PLACEHOLDERS, KEPT_FAMILY))]
    return np.array(flags, dtype=np.float32)


def ngrams(text: str) -> list[str]:
    """Return the words of ``text`` and its pairs of neighbouring words."""
    words = WORD.findall(text)
    return words + [f"{one} {other}" for one, other in itertools.pairwise(words)]


def tfidf(found: Sequence[str], index: Mapping[str, int], idf: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the columns and weights (unit length, logarithmic counts) of the n-grams that ``index`` knows."""
    columns, times = np.unique([index[gram] for gram in found if gram in index], return_counts=True)
    columns = columns.astype(np.int64)
    weights = ((1 + np.log(times)) * idf[columns]).astype(np.float32)
    length = float(np.linalg.norm(weights))
    return columns, weights / length if length else weights
