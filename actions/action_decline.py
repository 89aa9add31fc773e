"""Declines what the assistant has no sourced answer to."""
from collections.abc import Sequence

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.answering import AnsweringAction
from actions.tracker import question_from
from bot.answers.service import AnswerService
from bot.model import Answer, Question


class ActionDecline(AnsweringAction):
    """What names something of the face gets an answer that says what there is; the rest a sentence, and no card."""

    def name(self) -> str:
        return "action_decline"

    def answers(self, service: AnswerService, tracker: Tracker) -> Sequence[Answer]:
        return [service.out_of_scope(Question(kind=None))]

    def say(self, dispatcher: CollectingDispatcher, tracker: Tracker, answer: Answer) -> None:
        """Says either."""
        asked = question_from(tracker.latest_message)
        if asked.subjects or asked.areas or asked.conditions or asked.terms:
            super().say(dispatcher, tracker, answer)
        else:
            dispatcher.utter_message(response="utter_off_topic")
