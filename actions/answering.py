"""What the answering actions share: an answer or several, said and remembered."""
from __future__ import annotations

import logging
from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.action_coach import ActionCoach
from actions.coaching import COACHING, State
from actions.keeping import COMMENT_ON, awaited_comment, note_miss
from actions.tracker import OPEN_SAFETY, kept_shown, remembered
from bot.answers.errors import MissingPhrase
from bot.answers.service import AnswerService
from bot.bootstrap import answer_service
from bot.bootstrap import records as records_of_process
from bot.model import Answer
from bot.records.database import RecordsError
from bot.records.repository import Records
from bot.render.payload import as_payload
from bot.render.text import as_text
from bot.store.errors import StoreError

logger = logging.getLogger(__name__)


class AnsweringAction(Action, ABC):
    """An action that says answers. ``service`` and ``records`` hand over what they are named for, on first use."""

    hears_coach = True  # whether the coach is asked first, where it waits for something

    def __init__(self, service: Callable[[], AnswerService] = answer_service,
                 records: Callable[[], Records] = records_of_process) -> None:
        self._service = service
        self._records = records

    @abstractmethod
    def answers(self, service: AnswerService, tracker: Tracker) -> Sequence[Answer]:
        """The answers to the tracker's latest message, in the order asked; at least one."""

    def say(self, dispatcher: CollectingDispatcher, tracker: Tracker, answer: Answer) -> None:
        """Says one answer: its text, and the whole of it as the message's data."""
        dispatcher.utter_message(text=as_text(answer), json_message=as_payload(answer))

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[EventType]:
        """Says the answers, or honestly that the store cannot be read just now.

        A sentence about an answer, where the visitor was asked for one, is kept and not answered. While the coach waits
        for something, it hears the message first; an answer in the middle of a routine is followed by the way back.
        """
        if self._keeps_comment(dispatcher, tracker):
            return [SlotSet(COMMENT_ON, "")]
        try:
            aside = self._coached(dispatcher, tracker)
            if aside is not None:
                return aside
            answers = self.answers(self._service(), tracker)
        except (StoreError, MissingPhrase, RecordsError) as error:
            logger.error("%s could not answer: %s", self.name(), error)
            dispatcher.utter_message(response="utter_store_unavailable")
            return []
        for answer in answers:
            self.say(dispatcher, tracker, answer)
            note_miss(self._records, tracker, answer)
        events = [*remembered(tracker, answers), *kept_shown(tracker, answers)]
        if tracker.get_slot(COMMENT_ON):
            events.append(SlotSet(COMMENT_ON, ""))
        alone = any(answer.type == "safety" for answer in answers)
        return [*events, *([] if alone else self._way_back(dispatcher, tracker))]

    def _keeps_comment(self, dispatcher: CollectingDispatcher, tracker: Tracker) -> bool:
        comment = awaited_comment(tracker)
        if comment is None:
            return False
        try:
            self._records().add_feedback(tracker.sender_id, comment)
            dispatcher.utter_message(response="utter_comment_noted")
        except RecordsError as error:
            logger.error("A visitor's comment was not kept: %s", error)
            dispatcher.utter_message(response="utter_records_unavailable")
        return True

    def _coached(self, dispatcher: CollectingDispatcher, tracker: Tracker) -> list[EventType] | None:
        busy = (tracker.active_loop or {}).get("name")  # the questions of a form are answered to the form
        if busy or not self.hears_coach or not tracker.get_slot(COACHING):
            return None
        return ActionCoach(self._service, self._records).aside(dispatcher, tracker)

    def _way_back(self, dispatcher: CollectingDispatcher, tracker: Tracker) -> list[EventType]:
        """Says that a routine waits; a reminder that was talked about is let go."""
        if not tracker.get_slot(COACHING):
            return []
        state = State.of(tracker)
        if state.session and not tracker.get_slot(OPEN_SAFETY):
            dispatcher.utter_message(response="utter_routine_waits")
        return replace(state, wanted=None).as_slots()
