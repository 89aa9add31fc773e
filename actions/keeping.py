"""What actions share that keep or show something beside the conversation: feedback, misses, a visitor's own data."""
from __future__ import annotations

import logging
import re
from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timezone
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher

from bot.answers.feedback import RATED, about
from bot.bootstrap import records as records_of_process
from bot.model import Answer
from bot.records.database import RecordsError
from bot.records.model import Feedback, Unanswered, Verdict
from bot.records.repository import Records

logger = logging.getLogger(__name__)

SHOWN, COMMENT_ON = "shown", "comment_on"
#: Of so many answers the assistant still knows what a button under them was about.
MOST_SHOWN = 5
#: Types of an answer that answers nothing: the words had no sourced answer.
MISSED = frozenset({"clarify", "out_of_scope"})

_ASKS = re.compile(
    r"\?\s*$|^\W*(?:what|why|how|which|who|whom|whose|when|where|does|do|did|is|are|was|were|can|could|should|shall|"
    r"would|will|has|have|am|may|tell|show|give|explain|compare|describe|list|more|and|or|sources?)\b", re.IGNORECASE)
_TAIL = re.compile(r"^.{0,40}?(?:wrong|unclear|incorrect|confusing|mistake|not (?:right|true|correct|clear))"
                   r"\s*[:,;–—-]\s*(?P<comment>\S.{5,})$", re.IGNORECASE | re.DOTALL)


def now() -> datetime:
    """This moment, in UTC."""
    return datetime.now(timezone.utc)


def words_of(tracker: Tracker) -> str:
    """What the visitor wrote; empty when they pressed a button."""
    text = str(tracker.latest_message.get("text") or "").strip()
    return "" if text.startswith("/") else text


def shown_after(shown: Sequence[Mapping[str, Any]] | None, answer: Answer) -> list[Mapping[str, Any]]:
    """The slot ``shown`` once ``answer`` was shown: the newest last, each answer once."""
    if answer.type not in RATED:
        return list(shown or ())
    newest = about(answer)
    return [*(each for each in shown or () if each["id"] != newest["id"]), newest][-MOST_SHOWN:]


def feedback_on(shown: Mapping[str, Any], verdict: Verdict, comment: str = "") -> Feedback:
    """What is kept of a visitor's word about an answer of the slot ``shown``."""
    return Feedback(shown["id"], verdict, now(), tuple(shown["claims"]), shown["release"], shown["kind"],
                    tuple(shown["subjects"]), tuple(shown["areas"]), comment)


def comment_in(text: str) -> str:
    """The sentence behind "this is wrong:"; empty when there is none."""
    found = _TAIL.match(text)
    return found["comment"] if found else ""


def awaited_comment(tracker: Tracker) -> Feedback | None:
    """The latest message as the sentence that the visitor was asked for; None when it is a question or a button.

    What is understood as a question cannot decide that: a sentence about an answer names what the answer is about.
    """
    text = words_of(tracker)
    on = tracker.get_slot(COMMENT_ON)
    shown = next((each for each in tracker.get_slot(SHOWN) or () if each["id"] == on), None)
    return feedback_on(shown, "wrong", text) if shown and text and not _ASKS.search(text) else None


def note_miss(records: Callable[[], Records], tracker: Tracker, answer: Answer) -> None:
    """Keeps words that had no sourced answer, for editors. The visitor has their reply whether this works or not."""
    text = words_of(tracker)
    if answer.type not in MISSED or not text:
        return
    try:
        records().add_unanswered(tracker.sender_id, Unanswered(text, now()))
    except RecordsError as error:
        logger.error("A question without an answer was not kept: %s", error)


class RecordsAction(Action, ABC):
    """An action on what is kept about the visitor. ``records`` hands over the records, on first use."""

    def __init__(self, records: Callable[[], Records] = records_of_process) -> None:
        self._records = records

    @abstractmethod
    def use(self, records: Records, dispatcher: CollectingDispatcher, tracker: Tracker) -> list[EventType]:
        """Does it, and says so. May raise RecordsError."""

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[EventType]:
        """Does it, or says honestly that nothing was read or changed just now."""
        try:
            return self.use(self._records(), dispatcher, tracker)
        except RecordsError as error:
            logger.error("%s could not be done: %s", self.name(), error)
            dispatcher.utter_message(response="utter_records_unavailable")
            return []
