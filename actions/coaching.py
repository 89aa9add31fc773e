"""What the coach hears and remembers of a conversation: the tracker as a turn, the turn as messages and slots."""
from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timezone
from functools import cached_property
from typing import Any, get_args

from rasa_sdk import Tracker
from rasa_sdk.events import EventType, SlotSet

from actions.tracker import situation_from
from bot.answers.phrases import fill
from bot.answers.service import AnswerService
from bot.coach import clock, diary, wishes
from bot.coach.leading import Coach, Turn
from bot.coach.session import Session
from bot.coach.tracking import Reply, Tracking, Visit, Wanted
from bot.model import Answer, Situation
from bot.records.database import RecordsError
from bot.records.model import Place, Practice
from bot.records.repository import Records

logger = logging.getLogger(__name__)

#: The slots: what is under way or was asked back, and whether there is any of that (rules go by it).
COACH, COACHING = "coach", "coaching"
#: Channels through which a visitor can be written to first. The others answer only.
WRITABLE = frozenset({"callback", "facebook", "mattermost", "rocketchat", "slack", "socketio", "telegram", "twilio",
                      "web", "webexteams"})
WISHES = frozenset(get_args(wishes.Wish))


@dataclass(frozen=True)
class State:
    """What the slot keeps: a session under way, the routine that was shown last, a reminder that is talked about."""

    session: Session | None = None
    offered: str | None = None
    wanted: Wanted | None = None
    just_offered: bool = False  # whether "yes" means that routine

    @classmethod
    def of(cls, tracker: Tracker) -> State:
        """Reads the slot; nothing where it holds anything else."""
        value = tracker.get_slot(COACH)
        if not isinstance(value, Mapping):
            return cls()
        offered = value.get("offered")
        return cls(Session.from_record(value.get("session")), offered if isinstance(offered, str) else None,
                   Wanted.from_record(value.get("wanted")))

    def as_slots(self) -> list[EventType]:
        """The slots that keep it."""
        value = {"session": self.session.as_record() if self.session else None, "offered": self.offered,
                 "wanted": self.wanted.as_record() if self.wanted else None}
        listens = bool(self.session or self.wanted or self.just_offered)
        return [SlotSet(COACH, value if any(value.values()) else None), SlotSet(COACHING, listens)]


@dataclass(frozen=True)
class Outcome:
    """One answer of the coach, and the state after it."""

    answer: Answer
    state: State


def entity(message: Mapping[str, Any], name: str) -> str | None:
    """The value that a button sent."""
    found = (each.get("value") for each in message.get("entities") or () if each.get("entity") == name)
    return next((str(value) for value in found if value), None)


def wish_of(tracker: Tracker) -> wishes.Wish | None:
    """What a button or the words want of a routine; who continues after something else takes up the same step."""
    pressed = entity(tracker.latest_message, "wish")
    if pressed:
        return pressed if pressed in WISHES else None  # type: ignore[return-value]
    wish = wishes.heard(tracker.latest_message.get("text") or "")
    return "resume" if wish == "continue" and not coach_spoke_last(tracker) else wish


def coach_spoke_last(tracker: Tracker) -> bool:
    """Whether the latest reply was the coach's. One that the action server was killed over set no slot."""
    kept = False
    for event in reversed(tracker.events):
        kept = kept or (event.get("event") == "slot" and event.get("name") == COACH)
        if event.get("event") == "action" and event.get("name") not in ("action_listen", "action_extract_slots"):
            return kept and event.get("name") == "action_coach"
    return False


class Desk:
    """The coach of one turn: reads what is kept of the visitor, answers, writes what follows."""

    def __init__(self, service: AnswerService, records: Records, tracker: Tracker) -> None:
        self._service, self._records, self._tracker = service, records, tracker
        self.situation: Situation = situation_from(tracker)
        self.now = datetime.now(timezone.utc)
        self._sender = str(tracker.sender_id)

    def place(self) -> Session | None:
        """Where the visitor was before this talk began; None also when that cannot be read."""
        try:
            kept = self._records.place(self._sender)
        except RecordsError as error:
            logger.error("The place in a routine could not be read: %s", error)
            return None
        return Session.from_record(kept.session) if kept else None

    def begin(self, slug: str, state: State) -> Outcome:
        """Starts a routine anew."""
        turn = Coach(self._service.release(), self.situation).begin(slug, self.now)
        self._keep(turn.session)
        return Outcome(turn.answer, replace(state, session=turn.session, offered=slug, wanted=None))

    def go_on(self, state: State, wish: wishes.Wish, again: bool) -> Outcome | None:
        """A turn of the session; None when its routine is gone."""
        assert state.session
        turn = Coach(self._service.release(), self.situation).go_on(
            state.session, wish, len(self._practice()) if wish in ("next", "yes", "continue") else 0, again)
        if turn is None:
            self._keep(None)
            return None
        answer = self._logged(turn) if turn.ended else turn.answer
        self._keep(turn.session)
        return Outcome(answer, replace(state, session=turn.session, offered=state.session.routine, wanted=None))

    def ask(self) -> diary.Ask:
        """What a button or the words want of the log and of reminders."""
        pressed = entity(self._tracker.latest_message, "wish")
        if pressed:
            return diary.pressed(pressed, self.visit.today)
        return diary.read(self._tracker.latest_message.get("text") or "", self.visit.today)

    def card(self, slug: str) -> Answer:
        """A routine to look at, whole."""
        return Coach(self._service.release(), self.situation).card(slug)

    def track(self, state: State) -> Outcome:
        """The log, progress, reminders."""
        return self._written(Tracking(self._service, self.situation, self.visit).reply(self.ask()), state)

    def answered(self, state: State) -> Outcome | None:
        """The reply to what was asked back; None when the words are no answer to it."""
        assert state.wanted
        text = self._tracker.latest_message.get("text") or ""
        tracking = Tracking(self._service, self.situation, self.visit)
        reply = tracking.answered(state.wanted, "" if text.startswith("/") else text, wish_of(self._tracker))
        return self._written(reply, state) if reply else None

    @cached_property
    def visit(self) -> Visit:
        """Who asks and what is kept of them. Raises RecordsError."""
        message, channel = self._tracker.latest_message, self._tracker.get_latest_input_channel() or ""
        zone = (message.get("metadata") or {}).get("timezone")
        message_id = str(message.get("message_id") or self.now.isoformat())
        return Visit(
            self._sender, channel, channel in WRITABLE, message_id, self.now,
            self._records.practice(self._sender), self._records.reminders(self._sender),
            zone if isinstance(zone, str) and clock.is_zone(zone) else None)

    def _written(self, reply: Reply, state: State) -> Outcome:
        if reply.log:
            self._records.log_practice(self._sender, reply.log)
        if reply.take_out:
            self._records.remove_practice(self._sender, reply.take_out)
        if reply.cancel:
            self._records.cancel_reminders(self._sender)
        if reply.remind:
            self._records.cancel_reminders(self._sender, reply.remind.what)
            self._records.add_reminder(reply.remind)
        return Outcome(reply.answer, replace(state, wanted=reply.wanted))

    def _logged(self, turn: Turn) -> Answer:
        """The last answer of a session, its log entry made and said."""
        ended, answer = turn.ended, turn.answer
        if ended is None or not ended.done or answer.coached is None:
            return answer
        began = datetime.fromisoformat(ended.begun_at)
        took = round((self.now - began).total_seconds())
        phrase = "coach_logged"
        try:
            self._records.log_practice(self._sender, Practice(
                ended.key, self.visit.today, self.now, ended.routine, took if took <= diary.LONGEST else None,
                len(ended.done), answer.coached.of))
        except RecordsError as error:
            logger.error("A session could not be logged: %s", error)
            phrase = "coach_not_logged"
        said = fill(self._service.release().phrases, phrase)
        return replace(answer, headline=f"{answer.headline} {said}")

    def _practice(self) -> tuple[Practice, ...]:
        try:
            return self._records.practice(self._sender)
        except RecordsError as error:
            logger.error("The practice log could not be read: %s", error)
            return ()

    def _keep(self, session: Session | None) -> None:
        try:
            self._records.keep_place(self._sender, Place(session.as_record(), self.now) if session else None)
        except RecordsError as error:  # the slot keeps it while they talk
            logger.error("The place in a routine could not be kept: %s", error)
