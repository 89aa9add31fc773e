"""How long a step and a routine take, by the source's own figures."""
from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bot.model import RoutineStep


def seconds_of(step: RoutineStep) -> int | None:
    """How long a step takes in seconds, without rests; None where the source gives neither a time nor a hold."""
    if step.duration_seconds:
        return step.duration_seconds
    if step.hold_seconds:
        return step.hold_seconds * (step.reps or 1) * (step.sets or 1)
    return None


@dataclass(frozen=True)
class Length:
    """What the steps that have a time add up to, and how many have none."""

    seconds: int
    untimed: int


def length_of(steps: Iterable[RoutineStep]) -> Length:
    """The length of some steps, in seconds, without rests."""
    times = [seconds_of(step) for step in steps]
    return Length(sum(time for time in times if time), sum(time is None for time in times))


def spoken(seconds: int) -> str:
    """A length in words: "45 seconds", "2 minutes", "3 minutes 12 seconds"."""
    minutes, rest = divmod(seconds, 60)
    parts = [f"{minutes} minute{'s' if minutes != 1 else ''}" if minutes else "",
             f"{rest} second{'s' if rest != 1 else ''}" if rest or not minutes else ""]
    return " ".join(part for part in parts if part)
