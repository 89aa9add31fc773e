"""Answers every ``ask_…`` intent, what follows up on an answer, and what was not understood well enough."""
from collections.abc import Sequence

from rasa_sdk import Tracker

from actions.answering import AnsweringAction
from actions.keeping import MISSED
from actions.tracker import MISSES, context_from, questions_from, retrieved_from, situation_from
from bot.answers.service import AnswerService
from bot.model import Answer, Question


class ActionAnswerQuestion(AnsweringAction):
    """The latest message, one answer a question; without a sure kind a question back, and none at the second miss."""

    def name(self) -> str:
        return "action_answer_question"

    def answers(self, service: AnswerService, tracker: Tracker) -> Sequence[Answer]:
        found, situation = questions_from(tracker, service), situation_from(tracker)
        near = retrieved_from(tracker.latest_message) if len(found) == 1 else ()
        if found[0].kind is None and not near:
            found = [_about_the_last(found[0], tracker)]
        answers = _each_once([service.answer(question, near, situation) for question in found])
        if tracker.get_slot(MISSES) and all(answer.type in MISSED for answer in answers):
            return [service.out_of_scope(found[0], again=True)]
        return answers


def _about_the_last(question: Question, tracker: Tracker) -> Question:
    """A question that names nothing, with what was spoken of last, so that the question back can be about that."""
    last = context_from(tracker).last
    if last is None or question.subjects or question.areas:
        return question
    return Question(None, last.subjects, last.areas, question.conditions)


def _each_once(answers: Sequence[Answer]) -> list[Answer]:
    """``answers`` without those that stand in for another question and say only what that one's own answer says."""
    said = {_content(answer) for answer in answers if answer.kind_answered == answer.question.kind}
    return [each for each in answers if each.kind_answered in (None, each.question.kind) or _content(each) not in said]


def _content(answer: Answer) -> tuple[str, tuple[str, ...]]:
    return answer.headline, tuple(point.id for point in answer.points)
