"""Says the last plan as plain text, to copy or to print."""
from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher

from actions.answering import AnsweringAction, situation_from
from actions.planning import PLAN, from_slot
from bot.answers.service import AnswerService
from bot.model import Answer


class ActionShowPlanAsText(AnsweringAction):
    """The plan that was made last, on the current release, without a card; before any, a plan for anybody."""

    def name(self) -> str:
        return "action_show_plan_as_text"

    hears_coach = False

    def answers(self, service: AnswerService, tracker: Tracker) -> Sequence[Answer]:
        return [service.plan(from_slot(tracker.get_slot(PLAN)), situation_from(tracker))]

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[EventType]:
        """Says the text alone."""
        said = CollectingDispatcher()
        events = super().run(said, tracker, domain)
        for message in said.messages:
            dispatcher.messages.append({**message, "custom": {}})
        return events
