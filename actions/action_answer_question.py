"""Answers every ``ask_…`` intent, and what was not understood well enough to be one."""
from rasa_sdk import Tracker

from actions.answering import AnsweringAction, question_from, retrieved_from, situation_from
from bot.answers.service import AnswerService
from bot.model import Answer


class ActionAnswerQuestion(AnsweringAction):
    """The latest message, answered from the current release; without a sure kind, with a question back."""

    def name(self) -> str:
        return "action_answer_question"

    def answer(self, service: AnswerService, tracker: Tracker) -> Answer:
        heard = tracker.latest_message
        return service.answer(question_from(heard), retrieved_from(heard), situation_from(tracker))
