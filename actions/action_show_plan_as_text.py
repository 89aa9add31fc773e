"""Says the last plan as plain text, to copy or to print."""
from collections.abc import Sequence

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.answering import AnsweringAction
from actions.planning import PLAN, from_slot
from actions.tracker import situation_from
from bot.answers.service import AnswerService
from bot.model import Answer
from bot.render.text import as_text


class ActionShowPlanAsText(AnsweringAction):
    """The plan that was made last, on the current release, without a card; before any, a plan for anybody."""

    def name(self) -> str:
        return "action_show_plan_as_text"

    hears_coach = False

    def answers(self, service: AnswerService, tracker: Tracker) -> Sequence[Answer]:
        return [service.plan(from_slot(tracker.get_slot(PLAN)), situation_from(tracker))]

    def say(self, dispatcher: CollectingDispatcher, tracker: Tracker, answer: Answer) -> None:
        """Says the text alone."""
        dispatcher.utter_message(text=as_text(answer))
