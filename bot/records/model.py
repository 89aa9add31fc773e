"""What is kept about a visitor beside the conversation, as plain immutable records.

A visitor is a ``sender_id``, the name of their conversation. Every moment is a ``datetime`` with a time zone and is
kept to the second, in UTC; a ``day`` is the visitor's own.
"""
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Literal

#: What a visitor may say about an answer.
Verdict = Literal["helpful", "not_helpful", "wrong"]


@dataclass(frozen=True)
class Practice:
    """One session of a routine."""

    key: str  # names the session within the conversation: logging it again changes nothing
    day: date  # in the visitor's time zone
    at: datetime
    routine: str | None = None  # slug; None when the visitor only said that they did their exercises
    seconds: int | None = None  # how long it took, where it was coached
    steps_done: int | None = None
    steps: int | None = None  # steps that there were, without those that a caution left out


@dataclass(frozen=True)
class Place:
    """Where a visitor is in a routine."""

    session: Mapping[str, Any]  # as the coach keeps it, plain JSON values
    at: datetime


@dataclass(frozen=True)
class Reminder:
    """Something to be said to a visitor at a time of day."""

    id: str  # unique among all visitors
    sender: str
    what: str  # such as "practice" or "photo"
    time_of_day: str  # "07:30", in time_zone
    time_zone: str  # IANA name, such as "Europe/London"
    channel: str  # Rasa's name of the input channel
    next_at: datetime  # when it is due
    created_at: datetime
    every_days: int = 1
    last_at: datetime | None = None  # when it was last due and taken


@dataclass(frozen=True)
class Feedback:
    """What a visitor said about an answer. ``comment`` is without numbers, addresses and names."""

    answer: str  # names the answer: the same question on the same release has the same
    verdict: Verdict
    at: datetime
    claims: tuple[str, ...]  # ids of the claims that the answer showed, in its order
    release: int | None = None
    kind: str | None = None  # of the question
    subjects: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    comment: str = ""


@dataclass(frozen=True)
class Unanswered:
    """A question that had no sourced answer, without numbers, addresses and names."""

    text: str
    at: datetime


@dataclass(frozen=True)
class UnansweredCount:
    """A question that had no sourced answer, as editors see it.

    Those that differ in case and punctuation only are one.
    """

    key: str
    text: str  # as it was asked last
    times: int
    visitors: int
    first_at: datetime
    last_at: datetime


@dataclass(frozen=True)
class Kept:
    """Everything that is kept about one visitor beside the conversation, each oldest first."""

    practice: tuple[Practice, ...] = ()
    reminders: tuple[Reminder, ...] = ()
    feedback: tuple[Feedback, ...] = ()
    unanswered: tuple[Unanswered, ...] = ()
    place: Place | None = None


@dataclass(frozen=True)
class Erased:
    """How many rows of each table were removed; tables without any are left out."""

    rows: dict[str, int] = field(default_factory=dict)
