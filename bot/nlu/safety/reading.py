"""A message as the safety screen reads it: plain words, clause by clause, and what is said of each stretch of them.

Words are written as they were meant (typing mistakes and contractions undone), parted by single spaces; " ; " ends a
clause and " . " a sentence. A pattern whose gaps are words therefore never reaches into the next clause.
"""
from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from re import Pattern

from spacy.tokens import Doc, Token

from bot.nlu.clauses import SPANS_KEY
from bot.nlu.safety import stance
from bot.nlu.safety.prefilter import Prefilter
from bot.nlu.spelling import meant_text

CLAUSE, SENTENCE = ";", "."
#: A message that goes on without end is not read without end: hits a pattern, and letters around a hit.
MOST_HITS, FARTHEST = 60, 300
#: Words that open another thought, whatever stands before them.
TURNS = frozenset({"but", "however", "though", "although", "except", "yet"})
#: Words that open another thought after a comma or "and".
TURNS_AFTER_A_BREAK = frozenset({"now", "then", "since", "today", "suddenly", "yesterday", "until", "after", "half",
                                 "one", "all", "still", "this"})
_NUMBER_AND_UNIT = re.compile(r"(\d+)([a-z]+)$")
#: The tokenizer's pieces of contractions, and other short forms, written out.
_FORMS = {"ca": "can", "wo": "will", "n't": "not", "nt": "not", "'m": "am", "m": "am", "'ve": "have",
          "ve": "have", "'re": "are", "'ll": "will", "ll": "will", "im": "i am", "ive": "i have", "cannot": "can not",
          "cant": "can not", "gon": "going", "na": "to", "wan": "want", "wanna": "want to", "u": "you", "r": "are",
          "ur": "your", "alot": "a lot", "aint": "is not", "theres": "there is", "its": "it is"}


@dataclass(frozen=True)
class Hit:
    """Where something is said: character offsets in ``Reading.text``."""

    start: int
    end: int


class Reading:
    """One message. ``text`` is what patterns are searched in."""

    def __init__(self, doc: Doc, prefilter: Prefilter | None = None) -> None:
        """``prefilter`` spares the search for patterns that match nowhere."""
        self._doc = doc
        self._starts: list[int] = []  # where each word begins in ``text``
        self._tokens: list[int] = []  # and the token that it came from
        self._clause_ends: list[int] = []
        self._sentence_ends: list[int] = []
        # By identity: rules outlive every message, and the hash of a pattern reads all of it each time it is asked for.
        self._found: dict[int, tuple[Hit, ...]] = {}
        self.text = self._read()
        #: Ids of patterns that match nowhere.
        self.impossible = prefilter.impossible(self.text) if prefilter else frozenset[int]()

    def _read(self) -> str:
        opening = {span.start for span in self._doc.spans.get(SPANS_KEY, ())}
        parts, length = [" "], 1
        for token in self._doc:
            mark = _mark(token, opening)
            if mark and self._starts and (not self._clause_ends or self._clause_ends[-1] < self._starts[-1]):
                self._clause_ends.append(length)
                if mark == SENTENCE:
                    self._sentence_ends.append(length)
                parts.append(mark + " ")
                length += 2
            for word in _words(token):
                self._starts.append(length)
                self._tokens.append(token.i)
                parts.append(word + " ")
                length += len(word) + 1
        return "".join(parts)

    def find(self, pattern: Pattern[str]) -> tuple[Hit, ...]:
        """Everywhere that ``pattern`` is said, whatever is said of it."""
        if id(pattern) in self.impossible:
            return ()
        found = self._found.get(id(pattern))
        if found is None:
            matches = islice(pattern.finditer(self.text), MOST_HITS)
            found = self._found[id(pattern)] = tuple(Hit(*match.span()) for match in matches)
        return found

    def happening(self, pattern: Pattern[str], long_ago_too: bool = False, asked_too: bool = False) -> Iterator[Hit]:
        """Where ``pattern`` is said of something that happens: not denied, not only asked about, not long ago."""
        for hit in self.find(pattern):
            said = self._said(hit)
            if (not stance.denied(said) and not stance.elsewhere(said) and (asked_too or not stance.only_asked(said))
                    and (long_ago_too or not stance.long_ago(said))):
                yield hit

    def _said(self, hit: Hit) -> stance.Said:
        clause = self._clause(hit)
        return stance.Said(self.text[self._sentence(hit)], self.text[clause], self.text[clause.start:hit.start],
                           self.text[hit.end:clause.stop])

    def sentences(self) -> list[str]:
        """The plain words of each sentence, without the marks between clauses."""
        whole = self.text.replace(f" {CLAUSE} ", " ").split(f" {SENTENCE} ")
        return [" ".join(words) for words in map(str.split, whole) if words]

    def without_denials(self, signs: Iterable[Pattern[str]]) -> str:
        """The message as it was meant, without the clauses that deny one of ``signs`` and tell of none."""
        denying: set[tuple[int, int]] = set()
        telling: set[tuple[int, int]] = set()
        for hit in (hit for pattern in signs for hit in self.find(pattern)):
            clause = self._clause(hit)
            (denying if stance.denied(self._said(hit)) else telling).add((clause.start, clause.stop))
        left_out = {token for start, stop in denying - telling for token in self._tokens_in(start, stop)}
        return meant_text(token for token in self._doc if token.i not in left_out)

    def _tokens_in(self, start: int, stop: int) -> range:
        """The tokens behind ``text[start:stop]``, with the signs between them."""
        words = self._tokens[bisect_left(self._starts, start):bisect_left(self._starts, stop)]
        return range(words[0], words[-1] + 1) if words else range(0)

    def clause(self, hit: Hit) -> str:
        """The words of the clause that ``hit`` begins in."""
        return self.text[self._clause(hit)]

    def sentence(self, hit: Hit) -> str:
        """The words of the sentence that ``hit`` begins in."""
        return self.text[self._sentence(hit)]

    def _clause(self, hit: Hit) -> slice:
        return self._between(hit, self._clause_ends)

    def _sentence(self, hit: Hit) -> slice:
        return self._between(hit, self._sentence_ends)

    def _between(self, hit: Hit, places: list[int]) -> slice:
        after = bisect_right(places, hit.start)
        start = places[after - 1] + 1 if after else 0
        end = places[after] if after < len(places) else len(self.text)
        return slice(max(start, hit.start - FARTHEST), min(end, hit.end + FARTHEST))

    def apart(self, one: Hit, other: Hit) -> int:
        """How many words lie between two hits; 0 when they touch or overlap."""
        first, second = sorted((one, other), key=lambda hit: hit.start)
        return max(0, bisect_left(self._starts, second.start) - bisect_left(self._starts, first.end))

    def words(self, hit: Hit) -> str:
        """The visitor's own words behind ``hit``, in lower case."""
        first = max(0, bisect_right(self._starts, hit.start) - 1)
        last = max(first, bisect_left(self._starts, hit.end) - 1)
        tokens = self._doc[self._tokens[first]:self._tokens[last] + 1]
        return tokens.text


def _mark(token: Token, opening: set[int]) -> str:
    """The break before ``token``: that of a sentence, of a clause, or none."""
    if token.i == 0:
        return ""
    if token.is_sent_start:
        return SENTENCE
    before = token.nbor(-1)
    if token.lower_ in TURNS:
        return CLAUSE
    if token.i in opening:
        return "" if before.text in {"-", "’", "'"} and not before.whitespace_ else CLAUSE
    if before.text in {",", "and", "so"} and token.lower_ in TURNS_AFTER_A_BREAK:
        return CLAUSE
    return ""


def _words(token: Token) -> list[str]:
    """``token`` as plain words: none for punctuation, two for "10mins" and "can't"."""
    word = (token._.meant or token.lower_).replace("’", "'").strip()
    if token.is_punct or token.is_space or not any(letter.isalnum() for letter in word):
        return []
    parted = _NUMBER_AND_UNIT.match(word)
    return [parted[1], parted[2]] if parted else _FORMS.get(word, word).split()
