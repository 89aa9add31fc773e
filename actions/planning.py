"""The form's slots as a request for a plan."""
from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import EventType, SlotSet

from actions.tracker import NO_ANSWER, PLAN_TOLD
from bot.model import PlanRequest

PLAN = "plan"
MINUTES_A_DAY = re.compile("[0-9]{1,4}")  # a button's value can be written by hand
PLACE, SINCE, GOAL, TOLD, MINUTES = FORM_SLOTS = (
    "plan_place", "plan_since", "plan_goal", PLAN_TOLD, "plan_minutes")


def _values(tracker: Tracker, slot: str) -> tuple[str, ...]:
    value = tracker.get_slot(slot)
    found = value if isinstance(value, list) else [value]
    return tuple(dict.fromkeys(str(each) for each in found if each is not None and each not in NO_ANSWER))


def answers_from(tracker: Tracker) -> PlanRequest:
    """What the visitor answered, without what they skipped."""
    since, minutes = _values(tracker, SINCE), _values(tracker, MINUTES)
    return PlanRequest(
        places=_values(tracker, PLACE),
        since=since[0] if since else "",
        goals=_values(tracker, GOAL),
        conditions=_values(tracker, TOLD),
        minutes=int(minutes[0]) if minutes and MINUTES_A_DAY.fullmatch(minutes[0]) else None,
    )


def empty_form() -> list[EventType]:
    """The events that make the form ask anew."""
    return [SlotSet(slot, None) for slot in FORM_SLOTS]


def as_slot(request: PlanRequest) -> dict[str, Any]:
    """A request as the slot keeps it."""
    return {"places": list(request.places), "since": request.since, "goals": list(request.goals),
            "conditions": list(request.conditions), "minutes": request.minutes}


def from_slot(value: Mapping[str, Any] | None) -> PlanRequest:
    """The request that :func:`as_slot` kept; one without answers when none was."""
    if not value:
        return PlanRequest()
    return PlanRequest(tuple(value["places"]), str(value["since"]), tuple(value["goals"]), tuple(value["conditions"]),
                       value["minutes"])
