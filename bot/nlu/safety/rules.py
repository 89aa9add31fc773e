"""What a safety rule is made of, and how a rule is held against a message."""
from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from re import Pattern

from bot.nlu.safety.reading import Hit, Reading
from bot.nlu.safety.words import CHRONIC, ONSET

#: A rule's id and a place in its ``any_of``.
Combination = tuple[str, int]
EMERGENCY, URGENT, DISTRESS, CAUTION = "emergency", "urgent", "distress", "caution"
#: How many words may lie between the first sign of a rule and another.
REACH = 25


@dataclass(frozen=True)
class Signs:
    """Signs that fire together.

    ``happening`` are told of as happening (see ``stance``); ``with_`` need only be said: an onset, a side, a
    treatment. None of ``unless`` may stand in a happening sign's sentence. A change of years counts only where it may
    be ``slow``.
    """

    happening: tuple[Pattern[str], ...]
    with_: tuple[Pattern[str], ...] = ()
    unless: tuple[Pattern[str], ...] = ()
    slow: bool = False
    long_ago: bool = False  # the treatment may be years back
    asked: bool = False  # a question tells enough
    reach: int = REACH

    @cached_property
    def _needed(self) -> frozenset[int]:
        """The ids of the patterns without which nothing fires; rules outlive every message."""
        return frozenset(id(pattern) for pattern in (*self.with_, *self.happening))

    def hits(self, reading: Reading) -> tuple[Hit, ...] | None:
        """The places that fire, one for each sign, or None."""
        if not self._needed.isdisjoint(reading.impossible):
            return None
        others = [reading.find(pattern) for pattern in self.with_]
        others += [tuple(self._told(reading, pattern)) for pattern in self.happening[1:]]
        if not all(others):
            return None
        for hit in self._told(reading, self.happening[0]):
            near = [min(places, key=lambda place: reading.apart(hit, place)) for places in others]
            if all(reading.apart(hit, place) <= self.reach for place in near):
                return tuple(sorted({hit, *near}, key=lambda place: place.start))
        return None

    def _told(self, reading: Reading, pattern: Pattern[str]) -> Iterator[Hit]:
        for hit in reading.happening(pattern, self.long_ago, self.asked):
            clause = reading.clause(hit)
            if not self.slow and CHRONIC.search(clause) and not ONSET.search(clause):
                continue
            sentence = reading.sentence(hit)
            if not any(pattern.search(sentence) for pattern in self.unless):
                yield hit


@dataclass(frozen=True)
class Rule:
    """A rule of ``bot/content/safety.yml``: its id, its level, and every combination of signs that fires it."""

    id: str
    level: str
    any_of: tuple[Signs, ...]
    self_harm: bool = False  # distress that weighs as much as an emergency
    stories: tuple[Pattern[str], ...] = ()  # where one is said anywhere, the message tells of nobody who is ill
    about: tuple[Pattern[str], ...] = ()  # where none is said, none of ``any_of`` is looked for
    answers: bool = False  # a caution that is the whole answer, whatever else was asked

    def patterns(self) -> Iterator[Pattern[str]]:
        """Every pattern that is looked for in a message because of this rule."""
        yield from (*self.stories, *self.about)
        for signs in self.any_of:
            yield from (*signs.happening, *signs.with_)

    def fires(self, reading: Reading) -> tuple[Hit, ...] | None:
        """Where the first combination that fires stands, or None."""
        return next((hits for _, hits in self.firing(reading)), None)

    def firing(self, reading: Reading) -> Iterator[tuple[int, tuple[Hit, ...]]]:
        """The place in ``any_of`` of every combination that fires, and where its signs stand."""
        if self.about and not any(reading.find(pattern) for pattern in self.about):
            return
        for number, signs in enumerate(self.any_of):
            hits = signs.hits(reading)
            if hits is None:
                continue
            if any(reading.find(pattern) for pattern in self.stories):
                return
            yield number, hits
