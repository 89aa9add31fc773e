"""Declines what the assistant has no sourced answer to."""
from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher

from actions.answering import AnsweringAction, question_from
from bot.answers.service import AnswerService
from bot.model import Answer, Question


class ActionDecline(AnsweringAction):
    """What names something of the face gets an answer that says what there is; the rest a sentence, and no card."""

    def name(self) -> str:
        return "action_decline"

    def answers(self, service: AnswerService, tracker: Tracker) -> Sequence[Answer]:
        return [service.out_of_scope(Question(kind=None))]

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[EventType]:
        """Says either; what else is said for an answer stays as it is."""
        said = CollectingDispatcher()
        events = super().run(said, tracker, domain)
        asked = question_from(tracker.latest_message)
        off_topic = not (asked.subjects or asked.areas or asked.conditions or asked.terms)
        for message in said.messages:
            if off_topic and (message.get("custom") or {}).get("type") == "out_of_scope":
                dispatcher.utter_message(response="utter_off_topic")
            else:
                dispatcher.messages.append(message)
        return events
