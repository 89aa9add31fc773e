"""Which patterns can match a text at all: RE2 looks for all of them at once.

Python's ``re`` tries one pattern after another, 3 µs each and more with every rule. RE2's filter first looks for the
words that each pattern cannot do without, all in one pass, and then only for the patterns whose words are there. RE2
knows no look-around, so each pattern is looked for without it: too much may be found, never too little.
"""
from __future__ import annotations

from collections.abc import Iterable
from re import Pattern

import re2

#: Bytes that the automaton of one pattern may take. With a quarter of it, some automata are built anew again and again.
MEMORY = 2 << 20


class Prefilter:
    """Knows a set of patterns."""

    def __init__(self, patterns: Iterable[Pattern[str]]) -> None:
        unique = {id(pattern): pattern for pattern in patterns}
        self._known = frozenset(unique)
        self._kept = tuple(unique.values())  # an id means a pattern only while the pattern is alive
        options = re2.Options()
        options.max_mem = MEMORY
        self._filter = re2.Filter()
        for pattern in self._kept:
            self._filter.Add(without_look_around(pattern.pattern), options)
        if self._kept:
            self._filter.Compile()

    def impossible(self, text: str) -> frozenset[int]:
        """Return the ids (``id(pattern)``) of the known patterns that match nowhere in ``text``."""
        possible = self._filter.Match(text) if self._kept else None
        return self._known - {id(self._kept[place]) for place in possible or ()}


def without_look_around(pattern: str) -> str:
    """Return ``pattern`` without its assertions about what stands before or behind."""
    kept, place = [], 0
    while place < len(pattern):
        if pattern.startswith(("(?!", "(?=", "(?<!", "(?<="), place):
            place = _end_of_group(pattern, place)
        else:
            length = 2 if pattern[place] == "\\" else 1
            kept.append(pattern[place:place + length])
            place += length
    return "".join(kept)


def _end_of_group(pattern: str, start: int) -> int:
    """Return the place behind the group that opens at ``start``."""
    depth, place = 0, start
    while True:
        letter = pattern[place]
        if letter == "\\":
            place += 1
        elif letter == "[":
            place = pattern.index("]", place + 2)
        elif letter == "(":
            depth += 1
        elif letter == ")":
            depth -= 1
            if not depth:
                return place + 1
        place += 1
