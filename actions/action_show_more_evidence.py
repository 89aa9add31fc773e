"""Shows the next points of the answer before."""
from dataclasses import replace

from rasa_sdk import Tracker

from actions.answering import LAST_QUESTION, AnsweringAction, from_slot, question_from, situation_from
from bot.answers.service import AnswerService
from bot.model import Answer


class ActionShowMoreEvidence(AnsweringAction):
    """The next page of the question that a button names, else of the last one asked."""

    def name(self) -> str:
        return "action_show_more_evidence"

    def answer(self, service: AnswerService, tracker: Tracker) -> Answer:
        question = question_from(tracker.latest_message)
        if question.kind is None and tracker.get_slot(LAST_QUESTION):
            last = from_slot(tracker.get_slot(LAST_QUESTION))
            question = replace(last, page=last.page + 1)
        return service.answer(question, situation=situation_from(tracker))
