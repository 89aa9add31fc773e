"""Leads through routines, keeps the log, sets reminders."""
from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher

from actions.coaching import COACHING, Desk, Outcome, State, coach_spoke_last, entity, wish_of
from actions.tracker import PAYLOAD, context_from, kept_shown, question_from, questions_from, remembered, retrieved_from
from bot.answers.errors import MissingPhrase
from bot.answers.service import AnswerService
from bot.bootstrap import answer_service
from bot.bootstrap import records as kept_records
from bot.coach.routines import named_routine
from bot.coach.wishes import from_the_start, says_done, wants_another, wants_to_start
from bot.dialogue.resolve import GO_ON, MORE_OF_IT, resolve
from bot.records.database import RecordsError
from bot.records.repository import Records
from bot.render.payload import as_payload
from bot.render.text import as_text
from bot.store.errors import StoreError

logger = logging.getLogger(__name__)

ROUTINE, TRACKING = "ask_routine", "ask_tracking"
#: What Rasa says by itself to a message that turns out not to be for the coach.
OTHERWISE = {"go_on": "utter_go_on", "affirm": "utter_affirm", "deny": "utter_deny",
             "stop_plan": "utter_stop_plan", "explain_question": "utter_explain_question"}
#: Kinds that the coach leads through, step by step or week by week.
LED = frozenset({"routine", "tracking", None})
#: Wishes of the log and of reminders that wait while something is open that a doctor should look at.
NOT_WHILE_OPEN = frozenset({"log", "remind"})


class ActionCoach(Action):
    """Answers what is said to the coach: a routine asked for or under way, the log, progress, reminders.

    ``service`` and ``records`` hand over the answers service and the records, on first use.
    """

    def __init__(self, service: Callable[[], AnswerService] = answer_service,
                 records: Callable[[], Records] = kept_records) -> None:
        self._service, self._records = service, records

    def name(self) -> str:
        return "action_coach"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[EventType]:
        """Says one answer; honestly that something cannot be read just now."""
        try:
            return self._run(dispatcher, tracker)
        except (StoreError, MissingPhrase) as error:
            logger.error("%s could not answer: %s", self.name(), error)
            dispatcher.utter_message(response="utter_store_unavailable")
        except RecordsError as error:
            logger.error("%s could not read or write what is kept: %s", self.name(), error)
            dispatcher.utter_message(response="utter_records_unavailable")
        return []

    def aside(self, dispatcher: CollectingDispatcher, tracker: Tracker) -> list[EventType] | None:
        """The coach's reply to a message that was understood as something else; None when it is not for the coach.

        "Why this one?" in the middle of a routine asks about the step. Raises what the stores raise.
        """
        state = State.of(tracker)
        desk = Desk(self._service(), self._records(), tracker)
        if desk.situation.open_rule:
            return None
        outcome = desk.answered(state) if state.wanted else None
        wish = wish_of(tracker)
        if outcome is None and state.session and wish:
            outcome = desk.go_on(state, wish, again=False)
        return _say(dispatcher, tracker, outcome) if outcome else None

    def _run(self, dispatcher: CollectingDispatcher, tracker: Tracker) -> list[EventType]:
        intent = (tracker.latest_message.get("intent") or {}).get("name") or ""
        service = self._service()
        desk = Desk(service, self._records(), tracker)
        if intent in OTHERWISE and desk.situation.open_rule:
            dispatcher.utter_message(response="utter_go_on")
            return []
        if intent in OTHERWISE and tracker.get_slot("quiet"):
            dispatcher.utter_message(response=OTHERWISE[intent])
            return []
        outcome = self._track(desk, tracker) if intent == TRACKING else self._lead(desk, service, tracker, intent)
        if outcome is None:
            outcome = self._more(desk, service, tracker, intent)
        if outcome is None:
            dispatcher.utter_message(response=OTHERWISE.get(intent, "utter_go_on"))
            return []
        return _say(dispatcher, tracker, outcome)

    def _more(self, desk: Desk, service: AnswerService, tracker: Tracker, intent: str) -> Outcome | None:
        """After an answer "go on" wants more of it; None for everything else."""
        context = context_from(tracker)
        said = not str(tracker.latest_message.get("text") or "").startswith(PAYLOAD)
        if intent != GO_ON or not said or context.last is None or context.last.kind in LED:
            return None
        [question] = resolve(MORE_OF_IT, context, service.family_of)
        return Outcome(service.answer(question, (), desk.situation), State.of(tracker))

    def _track(self, desk: Desk, tracker: Tracker) -> Outcome | None:
        state, wish = State.of(tracker), wish_of(tracker)
        if desk.situation.open_rule and desk.ask().kind in NOT_WHILE_OPEN:
            return None
        if state.wanted and (outcome := desk.answered(state)):
            return outcome
        if state.session and wish and (outcome := desk.go_on(state, wish, again=False)):
            return outcome
        return desk.track(replace(state, wanted=None))

    def _lead(self, desk: Desk, service: AnswerService, tracker: Tracker, intent: str) -> Outcome | None:
        state, wish = State.of(tracker), wish_of(tracker)
        if state.wanted and (outcome := desk.answered(state)):
            return outcome
        text = tracker.latest_message.get("text") or ""
        wish = wish or ("resume" if intent == "go_on" else None)
        if self._takes_the_other(desk, service, state, tracker):
            return desk.begin(str(state.offered), state)
        again = state.session is None
        if again and (wish or intent == ROUTINE):
            state = replace(state, session=desk.place())
            wish = "resume" if wish == "continue" else wish  # of what was left earlier
        if desk.situation.open_rule is None and state.session and not from_the_start(text):
            asks_anew = wants_another(text) or _names(tracker) or entity(tracker.latest_message, "routine")
            if wish is None and intent == ROUTINE and not asks_anew:
                wish = "resume" if wants_to_start(text) else "where"
            if wish and wish != "start" and (outcome := desk.go_on(state, wish, again)):
                return outcome
        if state.session is None and says_done(text):
            return desk.track(state)
        taken_up = wish in ("yes", "continue", "resume") and tracker.get_slot(COACHING)
        if taken_up and state.offered in service.release().routines:
            return desk.begin(state.offered, state)
        return None if intent in OTHERWISE else self._shown(desk, service, tracker, state)

    @staticmethod
    def _takes_the_other(desk: Desk, service: AnswerService, state: State, tracker: Tracker) -> bool:
        """Whether "start" or "yes" means the routine shown last, and not the one under way."""
        if desk.situation.open_rule or state.session is None or state.offered in (None, state.session.routine):
            return False
        text, index = tracker.latest_message.get("text") or "", service.release()
        agrees = wish_of(tracker) == "yes" and coach_spoke_last(tracker)
        starts = agrees or wish_of(tracker) == "start" or wants_to_start(text)
        names = _names(tracker) or entity(tracker.latest_message, "routine") or named_routine(text, index)
        return starts and not names and state.offered in index.routines

    def _shown(self, desk: Desk, service: AnswerService, tracker: Tracker, state: State) -> Outcome:
        """A routine to look at, or its beginning where the words want to be led through it."""
        heard, text = tracker.latest_message, tracker.latest_message.get("text") or ""
        index = service.release()
        answer = service.answer(questions_from(tracker, service)[0], retrieved_from(heard), desk.situation)
        named = entity(heard, "routine") or named_routine(text, index)
        slug = named if named in index.routines else None
        if answer.type == "routine" and answer.routine:
            slug = slug or (state.offered if not _names(tracker) and state.offered in index.routines else None)
            slug = slug or answer.routine.slug
            if wish_of(tracker) == "start" or wants_to_start(text):
                return desk.begin(slug, state)
            if named != slug or slug == answer.routine.slug:
                return Outcome(answer, replace(state, offered=answer.routine.slug, just_offered=True))
            return Outcome(desk.card(slug), replace(state, offered=slug, just_offered=True))
        return Outcome(answer, state)


def _names(tracker: Tracker) -> bool:
    question = question_from(tracker.latest_message)
    return bool(question.subjects or question.areas)


def _say(dispatcher: CollectingDispatcher, tracker: Tracker, outcome: Outcome) -> list[EventType]:
    answer = outcome.answer
    dispatcher.utter_message(text=as_text(answer), json_message=as_payload(answer))
    rated = [] if answer.coached else kept_shown(tracker, [answer])  # a step of a routine is not rated
    return [*outcome.state.as_slots(), *remembered(tracker, [answer]), *rated]
