"""Shows the next points of the answer before."""
from collections.abc import Sequence

from rasa_sdk import Tracker

from actions.answering import AnsweringAction
from actions.tracker import questions_from, situation_from
from bot.answers.service import AnswerService
from bot.model import Answer


class ActionShowMoreEvidence(AnsweringAction):
    """The next page of the question that a button names, else of the last one asked."""

    def name(self) -> str:
        return "action_show_more_evidence"

    def answers(self, service: AnswerService, tracker: Tracker) -> Sequence[Answer]:
        situation = situation_from(tracker)
        return [service.answer(question, situation=situation) for question in questions_from(tracker, service)]
