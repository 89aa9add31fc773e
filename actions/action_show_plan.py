"""Shows what could help, from what the visitor answered in the form."""
from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.answering import AnsweringAction
from actions.planning import PLAN, answers_from, as_slot, empty_form
from actions.tracker import CAUTIONS, LAST_QUESTION, situation_from
from bot.answers.service import AnswerService
from bot.model import Answer


class ActionShowPlan(AnsweringAction):
    """The plan; then the form is empty again, and the answers are kept for the plan as text."""

    def name(self) -> str:
        return "action_show_plan"

    hears_coach = False

    def answers(self, service: AnswerService, tracker: Tracker) -> Sequence[Answer]:
        return [service.plan(answers_from(tracker), situation_from(tracker))]

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[EventType]:
        """Says the plan; when the store cannot be read the answers stay, so that asking again is enough."""
        events = super().run(dispatcher, tracker, domain)
        if not any(event.get("name") == LAST_QUESTION for event in events):  # no plan was said
            return events
        request = answers_from(tracker)
        told = self._service().told(situation_from(tracker), request.conditions)
        known = situation_from(tracker)
        new = {rule: list(request.conditions) for rule in told.cautions if rule not in known.cautions}
        events += [SlotSet(CAUTIONS, {"add": new})] if new else []
        return [*events, SlotSet(PLAN, as_slot(request)), *empty_form()]
