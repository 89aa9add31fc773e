"""The tracker as questions and what is known of the visitor; answers as what its slots keep."""
from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import EventType, SlotSet

from actions.keeping import MISSED, SHOWN, shown_after
from bot.answers.service import AnswerService
from bot.dialogue.context import Context, as_slot, from_slot
from bot.dialogue.resolve import MORE, SIMPLER, one_by_one, resolve
from bot.dialogue.turn import TURN, Part, Turn, from_record
from bot.model import Answer, Question, RetrievalHit, Situation

LAST_QUESTION, MISSES = "last_question", "misses"
CAUTIONS, OPEN_SAFETY, PLAN_TOLD = "cautions", "open_safety", "plan_told"
ASK, PAYLOAD = "ask_", "/"
WITHOUT_WORDS = frozenset({SIMPLER, MORE})  # follow-ups of which a button sends the intent alone
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
        found = resolve(from_record(heard[TURN]), context, service.family_of)
        return one_by_one(found, context, service.family_of)
    asked = question_from(heard)
    intent = (heard.get("intent") or {}).get("name")
    if asked.kind is None and not asked.subjects and not asked.areas and intent in WITHOUT_WORDS:
        return resolve(Turn((Part(str(intent)),)), context, service.family_of)
    return [asked]


def kept_shown(tracker: Tracker, answers: Sequence[Answer]) -> list[EventType]:
    """The slot ``shown`` once ``answers`` were shown, where that changes it."""
    before = after = tracker.get_slot(SHOWN) or []
    for answer in answers:
        after = shown_after(after, answer)
    return [] if after == before else [SlotSet(SHOWN, after)]


def _is_about_something(question: Question, context: Context) -> bool:
    """Whether a question is worth coming back to: it asks something, or names something that was not spoken of."""
    named, last = (question.subjects, question.areas), context.last
    return question.kind is not None or (named != ((), ()) and (last is None or named != (last.subjects, last.areas)))


def remembered(tracker: Tracker, answers: Sequence[Answer]) -> list[EventType]:
    """What the conversation keeps of ``answers``: what it is about now, and how often it was at a loss in a row."""
    context, told = from_slot(tracker.get_slot(LAST_QUESTION)), len(tracker.get_slot(CAUTIONS) or {})
    asked = [answer.question for answer in answers if _is_about_something(answer.question, context)]
    for question in asked:
        context = context.after(question, told)
    events: list[EventType] = [SlotSet(LAST_QUESTION, as_slot(context))] if asked else []
    before = int(tracker.get_slot(MISSES) or 0)
    now = before + 1 if all(answer.type in MISSED for answer in answers) else 0
    return events if now == before else [*events, SlotSet(MISSES, now)]
