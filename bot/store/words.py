"""Words of a text for full-text search: the same on both engines, whose own parsers differ.

The engines still do the stemming (FTS5's Porter, PostgreSQL's Snowball English).
"""
from __future__ import annotations

import re
import unicodedata

#: Longer "words" are noise; PostgreSQL also refuses lexemes over 2 kB.
MAX_WORD_LENGTH = 64

_WORD = re.compile(r"[^\W_]+")

#: English words that say nothing about the topic: Snowball's list, which PostgreSQL ships as ``english.stop``.
_ENGLISH_STOP = """
i me my myself we our ours ourselves you your yours yourself yourselves he him his himself she her hers herself it
its itself they them their theirs themselves what which who whom this that these those am is are was were be been
being have has had having do does did doing a an the and but if or because as until while of at by for with about
against between into through during before after above below to from up down in out on off over under again
further then once here there when where why how all any both each few more most other some such no nor not only own
same so than too very s t can will just don should now
"""
STOP_WORDS = frozenset(_ENGLISH_STOP.split())


def normalise(text: str) -> str:
    """Lower-case words without accents, separated by one space; punctuation and control characters go."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(character for character in decomposed if not unicodedata.combining(character))
    return " ".join(word[:MAX_WORD_LENGTH] for word in _WORD.findall(plain))


def query_words(text: str, at_most: int) -> tuple[str, ...]:
    """The first ``at_most`` different words of ``text`` that are not stop words."""
    words = dict.fromkeys(word for word in normalise(text).split() if word not in STOP_WORDS)
    return tuple(words)[:at_most]
