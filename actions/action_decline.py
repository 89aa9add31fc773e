"""Declines what the assistant has no sourced answer to."""
from rasa_sdk import Tracker

from actions.answering import AnsweringAction
from bot.answers.service import AnswerService
from bot.model import Answer, Question


class ActionDecline(AnsweringAction):
    """Says that there is no sourced answer, and what the assistant can help with."""

    def name(self) -> str:
        return "action_decline"

    def answer(self, service: AnswerService, tracker: Tracker) -> Answer:
        return service.out_of_scope(Question(kind=None))
