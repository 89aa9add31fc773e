"""What a practice log comes to: streak, weeks, and the rows of a chart."""
from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bot.answers.index import ReleaseIndex
from bot.answers.routines import DEFAULT_METHOD
from bot.model import Progress, Week

ONE_DAY, ONE_WEEK = timedelta(days=1), timedelta(days=7)


@dataclass(frozen=True)
class Logged:
    """One session of a log: the visitor's own day, and how long it took where that is known."""

    day: date
    seconds: int | None = None


def aim_of(index: ReleaseIndex) -> str:
    """After how many weeks the source of keeping track says to look back, such as "8 to 12"; empty without one."""
    claims = index.about_subject(DEFAULT_METHOD, "tracking")
    return next((str(claim.figures["weeks"]) for claim in claims if claim.figures.get("weeks")), "")


def progress(log: Iterable[Logged], today: date, aim: str = "") -> Progress:
    """What a log comes to on a day; sessions after that day do not count."""
    sessions = [each for each in log if each.day <= today]
    days = sorted({each.day for each in sessions})
    if not days:
        return Progress(0, 0, 0, 0, 0, aim)
    rows = _runs(days)
    current = rows[-1] if days[-1] >= today - ONE_DAY else 0
    return Progress(
        sessions=len(sessions), days=len(days), streak=current, longest_streak=max(rows),
        week=(today - days[0]).days // 7 + 1, aim=aim, first_on=days[0].isoformat(), last_on=days[-1].isoformat(),
        weeks=tuple(_weeks(sessions, days[0], today)),
    )


def _runs(days: Sequence[date]) -> list[int]:
    """How many days in a row there were, row by row."""
    runs = [1]
    for before, day in itertools.pairwise(days):
        if day - before == ONE_DAY:
            runs[-1] += 1
        else:
            runs.append(1)
    return runs


def _weeks(sessions: Sequence[Logged], first: date, today: date) -> Iterable[Week]:
    monday = first - timedelta(days=first.weekday())
    while monday <= today:
        within = [each for each in sessions if monday <= each.day < monday + ONE_WEEK]
        seconds = sum(each.seconds or 0 for each in within)
        yield Week(monday.isoformat(), len({each.day for each in within}), len(within), round(seconds / 60))
        monday += ONE_WEEK
