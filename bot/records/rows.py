"""Records as rows of their tables, and back."""
from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from bot.records.model import Feedback, Place, Practice, Reminder, Unanswered, UnansweredCount
from bot.records.schema import SENDER

_LISTS = ("claims", "subjects", "areas")


def practice_row(sender: str, practice: Practice) -> dict[str, Any]:
    return {SENDER: sender, **asdict(practice)}


def practice_of(row: Any) -> Practice:
    return Practice(row.key, row.day, row.at, row.routine, row.seconds, row.steps_done, row.steps)


def place_row(sender: str, place: Place) -> dict[str, Any]:
    return {SENDER: sender, "session": json.dumps(dict(place.session)), "at": place.at}


def place_of(row: Any) -> Place:
    return Place(json.loads(row.session), row.at)


def reminder_row(reminder: Reminder) -> dict[str, Any]:
    fields = asdict(reminder)
    return {SENDER: fields.pop("sender"), **fields}


def reminder_of(row: Any) -> Reminder:
    return Reminder(row.id, row.sender_id, row.what, row.time_of_day, row.time_zone, row.channel, row.next_at,
                    row.created_at, row.every_days, row.last_at)


def feedback_row(sender: str, feedback: Feedback) -> dict[str, Any]:
    fields = asdict(feedback)
    return {SENDER: sender, **fields, **{name: json.dumps(fields[name]) for name in _LISTS}}


def feedback_of(row: Any) -> Feedback:
    claims, subjects, areas = (tuple(json.loads(getattr(row, name))) for name in _LISTS)
    return Feedback(row.answer, row.verdict, row.at, claims, row.release, row.kind, subjects, areas, row.comment)


def unanswered_of(row: Any) -> Unanswered:
    return Unanswered(row.text, row.at)


def count_of(row: Any) -> UnansweredCount:
    return UnansweredCount(row.key, row.text, row.times, row.visitors, row.first_at, row.last_at)
