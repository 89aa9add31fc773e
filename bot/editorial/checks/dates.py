"""Reviews are in date; nothing was looked at in the future."""
from __future__ import annotations

import datetime
from collections.abc import Iterator

from bot.editorial import models
from bot.editorial.faults import Fault
from bot.editorial.files import ContentFile
from bot.editorial.library import Library, walk
from bot.editorial.words import Day

MAX_MONTHS = 18


def check(library: Library, today: datetime.date) -> Iterator[Fault]:
    for file in library.files:
        if file.shape is None:
            continue
        for loc, day in walk(file.shape):
            if isinstance(day, Day) and loc[-1] != "due" and day.date > today:
                yield file.fault(loc, "future-date", f"'{loc[-1]}' is {day}, which is still to come.",
                                 f"Write the day it happened; today is {today}.")
        if file.model in (models.Subject, models.Area, models.Routine):
            yield from _review(file, file.shape.review, today)


def _review(file: ContentFile, review: models.Review, today: datetime.date) -> Iterator[Fault]:
    on, due = review.on.date, review.due.date
    if due < today:
        yield file.fault(("review", "due"), "review-overdue", f"The review was due on {due}.",
                         "Read the file and its sources again, then set review → on and due.")
    elif due <= on:
        yield file.fault(("review", "due"), "review-order", f"The review is due on {due}, not after {on}.",
                         "Set due to a day after the review.")
    elif due > _months_after(on, MAX_MONTHS):
        yield file.fault(("review", "due"), "review-too-far", f"The review is due on {due}, more than {MAX_MONTHS} "
                         f"months after {on}.", f"Set due to {_months_after(on, 12)}, a year after it.")


def _months_after(day: datetime.date, months: int) -> datetime.date:
    years, month = divmod(day.month - 1 + months, 12)
    return datetime.date(day.year + years, month + 1, min(day.day, 28))
