"""What the answering actions share: the tracker as questions, the answers as messages."""
from __future__ import annotations

import logging
from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.keeping import COMMENT_ON, SHOWN, awaited_comment, note_miss, shown_after
from bot.answers.errors import MissingPhrase
from bot.answers.service import AnswerService
from bot.bootstrap import answer_service
from bot.bootstrap import records as records_of_process
from bot.dialogue.context import Context, as_slot, from_slot
from bot.dialogue.resolve import MORE, SIMPLER, resolve
from bot.dialogue.turn import TURN, Part, Turn, from_record
from bot.model import Answer, Question, RetrievalHit, Situation
from bot.records.database import RecordsError
from bot.records.repository import Records
from bot.render.payload import as_payload
from bot.render.text import as_text
from bot.store.errors import StoreError

logger = logging.getLogger(__name__)

LAST_QUESTION, MISSES = "last_question", "misses"
CAUTIONS, OPEN_SAFETY, PLAN_TOLD = "cautions", "open_safety", "plan_told"
ASK, PAYLOAD = "ask_", "/"
FOLLOW_UPS = frozenset({SIMPLER, MORE})  # buttons that send no more than that
#: Types of an answer that answers nothing.
MISSED = frozenset({"clarify", "out_of_scope"})
#: What a slot of the plan's form holds in place of an answer.
NO_ANSWER = frozenset({"skipped", "none", "heard"})


def _values(message: Mapping[str, Any], entity: str) -> tuple[str, ...]:
    found = (each["value"] for each in message.get("entities") or () if each.get("entity") == entity)
    return tuple(dict.fromkeys(str(value) for value in found if value))


def question_from(message: Mapping[str, Any]) -> Question:
    """The question that a parsed message asks (``tracker.latest_message``)."""
    intent = (message.get("intent") or {}).get("name") or ""
    named_kind = _values(message, "kind")
    pages = [page for page in _values(message, "page") if page.isdecimal()]
    return Question(
        kind=named_kind[0] if named_kind else intent[len(ASK):] if intent.startswith(ASK) else None,
        subjects=_values(message, "subject"),
        areas=_values(message, "area"),
        conditions=_values(message, "condition"),
        terms=_values(message, "term"),
        page=int(pages[0]) if pages else 0,
    )


def retrieved_from(message: Mapping[str, Any]) -> tuple[RetrievalHit, ...]:
    """The cells that the understanding found near the words, best first."""
    return tuple(
        RetrievalHit(hit["ref"], hit["kind"], tuple(hit["subjects"]), tuple(hit["areas"]), float(hit["score"]))
        for hit in message.get("retrieval") or ()
    )


def situation_from(tracker: Tracker) -> Situation:
    """What the conversation remembers of the visitor, read from the slots that Rasa fills."""
    cautions: Mapping[str, list[str]] = tracker.get_slot(CAUTIONS) or {}
    conditions = dict.fromkeys(condition for each in cautions.values() for condition in each)
    conditions.update(dict.fromkeys(each for each in tracker.get_slot(PLAN_TOLD) or () if each not in NO_ANSWER))
    return Situation(tuple(cautions), tuple(conditions), tracker.get_slot(OPEN_SAFETY) or None)


def context_from(tracker: Tracker) -> Context:
    """What the conversation was last about; for a visitor who has told more since, from its first page on."""
    return from_slot(tracker.get_slot(LAST_QUESTION)).as_told(len(tracker.get_slot(CAUTIONS) or {}))


def questions_from(tracker: Tracker, service: AnswerService) -> list[Question]:
    """The questions of the latest message, completed from the conversation. A button says all that it asks."""
    heard, context = tracker.latest_message, context_from(tracker)
    if TURN in heard and not str(heard.get("text") or "").lstrip().startswith(PAYLOAD):
        return resolve(from_record(heard[TURN]), context, service.family_of)
    asked = question_from(heard)
    intent = (heard.get("intent") or {}).get("name")
    if asked.kind is None and not asked.subjects and not asked.areas and intent in FOLLOW_UPS:
        return resolve(Turn((Part(str(intent)),)), context, service.family_of)
    return [asked]


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
            dispatcher.utter_message(text=as_text(answer), json_message=as_payload(answer))
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
        if busy or not self.hears_coach or not tracker.get_slot("coaching"):
            return None
        from actions.action_coach import ActionCoach  # which is put together from what stands here

        return ActionCoach(self._service, self._records).aside(dispatcher, tracker)

    def _way_back(self, dispatcher: CollectingDispatcher, tracker: Tracker) -> list[EventType]:
        """Says that a routine waits; a reminder that was talked about is let go."""
        if not tracker.get_slot("coaching"):
            return []
        from actions.coaching import State

        state = State.of(tracker)
        if state.session and not tracker.get_slot(OPEN_SAFETY):
            dispatcher.utter_message(response="utter_routine_waits")
        return replace(state, wanted=None).as_slots()


def kept_shown(tracker: Tracker, answers: Sequence[Answer]) -> list[EventType]:
    """The slot ``shown`` once ``answers`` were shown, where that changes it."""
    before = after = tracker.get_slot(SHOWN) or []
    for answer in answers:
        after = shown_after(after, answer)
    return [] if after == before else [SlotSet(SHOWN, after)]


def remembered(tracker: Tracker, answers: Sequence[Answer]) -> list[EventType]:
    """What the conversation keeps of ``answers``: what it is about now, and how often it was at a loss in a row."""
    context, told = from_slot(tracker.get_slot(LAST_QUESTION)), len(tracker.get_slot(CAUTIONS) or {})
    asked = [answer.question for answer in answers if answer.question.kind is not None]
    for question in asked:
        context = context.after(question, told)
    events: list[EventType] = [SlotSet(LAST_QUESTION, as_slot(context))] if asked else []
    before = int(tracker.get_slot(MISSES) or 0)
    now = before + 1 if all(answer.type in MISSED for answer in answers) else 0
    return events if now == before else [*events, SlotSet(MISSES, now)]
