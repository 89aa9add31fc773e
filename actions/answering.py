"""What the answering actions share: the tracker as a question, the answer as a message."""
from __future__ import annotations

import logging
from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from bot.answers.errors import MissingPhrase
from bot.answers.service import AnswerService
from bot.bootstrap import answer_service
from bot.model import Answer, Question, RetrievalHit, Situation
from bot.render.payload import as_payload
from bot.render.text import as_text
from bot.store.errors import StoreError

logger = logging.getLogger(__name__)

LAST_QUESTION = "last_question"
CAUTIONS, OPEN_SAFETY = "cautions", "open_safety"
ASK = "ask_"


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
    return Situation(tuple(cautions), tuple(conditions), tracker.get_slot(OPEN_SAFETY) or None)


def as_slot(question: Question) -> dict[str, Any]:
    """A question as the slot keeps it: no words of the visitor and no conditions."""
    return {"kind": question.kind, "subjects": list(question.subjects), "areas": list(question.areas),
            "terms": list(question.terms), "page": question.page}


def from_slot(value: Mapping[str, Any]) -> Question:
    """The question that :func:`as_slot` kept."""
    return Question(value["kind"], tuple(value["subjects"]), tuple(value["areas"]), (), tuple(value["terms"]),
                    int(value["page"]))


class AnsweringAction(Action, ABC):
    """An action that says one answer. ``service`` hands over the answers service, on first use."""

    def __init__(self, service: Callable[[], AnswerService] = answer_service) -> None:
        self._service = service

    @abstractmethod
    def answer(self, service: AnswerService, tracker: Tracker) -> Answer:
        """The answer to the tracker's latest message."""

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[EventType]:
        """Says the answer, or honestly that the store cannot be read just now."""
        try:
            answer = self.answer(self._service(), tracker)
        except (StoreError, MissingPhrase) as error:
            logger.error("%s could not answer: %s", self.name(), error)
            dispatcher.utter_message(response="utter_store_unavailable")
            return []
        dispatcher.utter_message(text=as_text(answer), json_message=as_payload(answer))
        if answer.question.kind is None:
            return []
        return [SlotSet(LAST_QUESTION, as_slot(answer.question))]
