"""Asks back when the words were not understood well enough to answer."""
from rasa_sdk import Tracker

from actions.answering import AnsweringAction, question_from, retrieved_from
from bot.answers.service import AnswerService
from bot.model import Answer


class ActionClarify(AnsweringAction):
    """The closest sourced answer, the nearest questions as buttons, or an honest "no sourced answer"."""

    def name(self) -> str:
        return "action_clarify"

    def answer(self, service: AnswerService, tracker: Tracker) -> Answer:
        return service.answer(question_from(tracker.latest_message), retrieved_from(tracker.latest_message))
