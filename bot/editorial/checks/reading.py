"""Text reads at grade 8 (age 13) or below."""
from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from functools import cache
from re import Pattern

import textstat

from bot.editorial.faults import Fault
from bot.editorial.library import Library, walk
from bot.editorial.lists import load
from bot.editorial.words import Prose

MAX_GRADE = 8.0
#: Below this many words the formula measures one long word, not the sentence; then it takes two long words.
MIN_WORDS = 8
LONG_WORD = 4  # syllables
_TWO_SYLLABLES = "water"


def check(library: Library, today: datetime.date) -> Iterator[Fault]:
    for file in library.files:
        if file.shape is None:
            continue
        for loc, text in walk(file.shape):
            if isinstance(text, Prose) and (found := grade(text)) > MAX_GRADE:
                yield file.fault(loc, "reading-grade", f"The text reads at grade {found:.1f}; {MAX_GRADE:.0f} is the "
                                 f"most{_hint(text)}.", "Split the sentence, or use shorter words.")


@cache
def _plain_words() -> Pattern[str]:
    terms = sorted(load("plain_words")["terms"], key=lambda term: -len(term))
    return re.compile(r"(?<!\w)(?:" + "|".join(re.escape(term) for term in terms) + r")s?(?!\w)", re.IGNORECASE)


@cache
def grade(text: str) -> float:
    """Flesch-Kincaid grade; 0 for a few words of which at most one is long. Terms of plain_words.yml count as two
    syllables."""
    if len(text.split()) < MIN_WORDS and len(_long_words(text)) < 2:
        return 0.0
    return float(textstat.flesch_kincaid_grade(_plain_words().sub(_TWO_SYLLABLES, str(text))))


def _long_words(text: str) -> list[str]:
    words = re.findall(r"[A-Za-z][A-Za-z'-]+", _plain_words().sub(_TWO_SYLLABLES, str(text)))
    return [word for word in dict.fromkeys(words) if textstat.syllable_count(word) >= LONG_WORD]


def _hint(text: str) -> str:
    """What an editor can do something about: the long words, or else the length."""
    long = _long_words(text)
    return f" (long words: {', '.join(long)})" if long else f" ({len(text.split())} words)"
