"""Where a visitor is in a routine, and where a wish takes them: a state machine over step numbers."""
from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timezone
from typing import Any, Literal

from bot.coach.wishes import Wish

#: begun: the warnings were said and no step yet. finished and stopped end a session.
State = Literal["begun", "running", "paused", "finished", "stopped"]
ENDED = frozenset({"finished", "stopped"})
STATES = frozenset({"begun", "running", "paused"})


@dataclass(frozen=True)
class Session:
    """A routine under way. Steps are numbered from 1, over all steps of the routine, those left out included."""

    routine: str
    begun_at: str  # ISO date and time, UTC
    state: State = "begun"
    at: int = 0  # the step that was said last; 0 before the first
    done: tuple[int, ...] = ()
    told: tuple[str, ...] = ()  # names of the left-out steps that the visitor was told of

    @property
    def key(self) -> str:
        """What it is known by in the log: logging it twice changes nothing."""
        return f"coached {self.begun_at}"

    @property
    def under_way(self) -> bool:
        """Whether there is a step to come back to."""
        return self.state not in ENDED

    def as_record(self) -> dict[str, Any]:
        """The session as plain JSON values."""
        return {"routine": self.routine, "begun_at": self.begun_at, "state": self.state, "at": self.at,
                "done": list(self.done), "told": list(self.told)}

    @classmethod
    def from_record(cls, record: Any) -> Session | None:
        """The session that :meth:`as_record` kept; None for anything else."""
        if not isinstance(record, Mapping) or record.get("state") not in STATES:
            return None
        try:
            return cls(str(record["routine"]), str(record["begun_at"]), record["state"], int(record["at"]),
                       tuple(int(step) for step in record["done"]), tuple(str(name) for name in record["told"]))
        except (KeyError, TypeError, ValueError):
            return None


def begin(routine: str, now: datetime) -> Session:
    """A new session, with the warnings to be said first."""
    return Session(routine, now.astimezone(timezone.utc).isoformat(timespec="seconds"))


def advance(session: Session, wish: Wish, steps: Sequence[int]) -> Session:
    """The session after a wish.

    Args:
        session: one that is under way.
        wish: what the visitor wants; "how", "why" and "where" leave the session where it is. To continue is to go
            on to the next step; after something else was talked about, it is to "resume".
        steps: numbers of the steps that suit the visitor now, in order; may have changed since the last wish.
    """
    if wish in ("stop", "no"):
        return replace(session, state="stopped")
    if wish == "pause":
        return replace(session, state="paused")
    if wish in ("next", "yes", "continue", "resume") and session.state == "paused":
        return _said(session, session.at, steps)
    if wish in ("next", "yes", "continue"):
        return _said(_done(session, steps), session.at + 1, steps)
    if wish == "skip":
        return _said(session, session.at + 1, steps)
    if wish == "back":
        before = [step for step in steps if step < session.at]
        return replace(session, state="running", at=before[-1]) if before else _said(session, session.at, steps)
    return _said(session, session.at, steps) if wish in ("repeat", "resume", "start") else session


def _done(session: Session, steps: Sequence[int]) -> Session:
    counts = session.at in steps and session.at not in session.done
    return replace(session, done=(*session.done, session.at)) if counts else session


def _said(session: Session, wanted: int, steps: Sequence[int]) -> Session:
    """The first step from ``wanted`` on is said; the session is finished when there is none."""
    ahead = [step for step in steps if step >= max(wanted, 1)]
    return replace(session, state="running", at=ahead[0]) if ahead else replace(session, state="finished")
