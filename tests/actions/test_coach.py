"""The coach's action: what it keeps in its slots and records, and when it leaves a message to others."""
from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.action_answer_question import ActionAnswerQuestion
from actions.action_coach import ActionCoach
from actions.action_forget_routine import ActionForgetRoutine
from actions.coaching import WRITABLE
from bot.answers.index import ReleaseIndex
from bot.answers.service import AnswerService
from bot.records.database import RecordsError
from bot.records.repository import Records, open_records

Said = tuple[list[dict[str, Any]], list[dict[str, Any]]]


@pytest.fixture
def records(tmp_path: Path) -> Iterator[Records]:
    opened = open_records(f"sqlite:///{tmp_path / 'conversations.db'}")
    yield opened
    opened.close()


class Talk:
    """One conversation with the actions, its slots carried on as Rasa does."""

    def __init__(self, index: ReleaseIndex, records: Records, channel: str = "slack") -> None:
        self.slots: dict[str, Any] = {}
        self.records, self.channel = records, channel
        self.service = AnswerService(lambda: index)
        self.events: list[dict[str, Any]] = []
        self.numbers = itertools.count()

    def say(self, intent: str, text: str, action: type = ActionCoach, **entities: str) -> list[dict[str, Any]]:
        message = {"intent": {"name": intent}, "text": text, "message_id": f"m{next(self.numbers)}",
                   "entities": [{"entity": name, "value": value} for name, value in entities.items()]}
        self.events.append({"event": "user", "input_channel": self.channel, **message})
        tracker = Tracker("anna", dict(self.slots), message, self.events, False, None, {}, "action_listen")
        dispatcher = CollectingDispatcher()
        made = action(lambda: self.service, lambda: self.records)
        events = made.run(dispatcher, tracker, {})
        self.slots.update({event["name"]: event["value"] for event in events})
        self.events += [{"event": "action", "name": made.name()}, *events]
        return dispatcher.messages

    def card(self, intent: str, text: str, action: type = ActionCoach, **entities: str) -> dict[str, Any]:
        return dict(self.say(intent, text, action, **entities)[0]["custom"])


@pytest.fixture
def talk(real_index: ReleaseIndex, records: Records) -> Talk:
    return Talk(real_index, records)


def test_a_routine_is_shown_then_led_and_logged(talk: Talk, records: Records) -> None:
    assert "state" not in talk.card("ask_routine", "give me a massage routine", subject="facial_massage")
    assert talk.slots["coaching"]
    assert talk.card("affirm", "yes")["state"] == "begun"
    names = []
    while (card := talk.card("ask_routine", "next"))["state"] == "running":
        names += [step["name"] for step in card["steps"]]
    assert card["state"] == "finished" and len(names) == card["of"]
    [logged] = records.practice("anna")
    assert (logged.routine, logged.steps_done, logged.steps) == ("massage", len(names), len(names))
    assert records.place("anna") is None and not talk.slots["coaching"]


@pytest.mark.parametrize(("intent", "text"), [("affirm", "yes"), ("ask_routine", "start")])
def test_another_routine_that_was_shown_last_is_the_one_to_start(talk: Talk, intent: str, text: str) -> None:
    talk.card("ask_routine", "start the ten minute routine")
    talk.card("ask_routine", "give me a massage routine", subject="facial_massage")
    card = talk.card(intent, text)
    assert (card["state"], card["routine"]["slug"]) == ("begun", "massage")


def test_once_the_routine_goes_on_the_one_shown_between_is_forgotten(talk: Talk) -> None:
    talk.card("ask_routine", "start the ten minute routine")
    talk.card("ask_routine", "give me a massage routine", subject="facial_massage")
    assert talk.card("ask_routine", "resume", wish="resume")["state"] == "running"
    card = talk.card("affirm", "yes")
    assert (card["state"], card["step"], card["question"]["subjects"]) == ("running", 2, ["facial_exercise"])


@pytest.mark.parametrize(("intent", "text"), [
    ("ask_how_to", "how do I do this?"), ("out_of_scope", "why this one?"), ("nlu_fallback", "which step am i on"),
    ("ask_tracking", "ok done"),
])
def test_a_wish_is_heard_whatever_it_was_understood_as(talk: Talk, intent: str, text: str) -> None:
    talk.say("ask_routine", "start the ten minute routine")
    talk.say("ask_routine", "next")
    action = ActionCoach if intent == "ask_tracking" else ActionAnswerQuestion
    assert talk.card(intent, text, action)["state"] == "running"


def test_a_question_is_answered_and_the_routine_waits(talk: Talk) -> None:
    talk.say("ask_routine", "start the ten minute routine")
    talk.say("ask_routine", "next")
    answer, *others = talk.say("ask_risk", "is gua sha safe", ActionAnswerQuestion, subject="gua_sha")
    assert answer["custom"]["type"] == "answer" and others[-1]["response"] == "utter_routine_waits"
    card = talk.card("go_on", "carry on")
    assert (card["step"], card["done"]) == (1, 0), "the same step, not counted as done"
    assert talk.card("go_on", "carry on")["step"] == 2, "and now it is the next one"


def test_a_reply_that_never_came_is_no_step(talk: Talk) -> None:
    talk.card("ask_routine", "start the ten minute routine")
    assert talk.card("ask_routine", "next")["step"] == 1
    talk.say("ask_risk", "is gua sha safe", ActionAnswerQuestion, subject="gua_sha")
    talk.events += [{"event": "user", "text": "carry on"}, {"event": "action", "name": "action_coach"}]  # and no slot
    assert talk.card("go_on", "carry on")["step"] == 1
    assert talk.card("go_on", "carry on")["step"] == 2


def test_without_the_slot_the_place_comes_from_the_records(talk: Talk, real_index: ReleaseIndex) -> None:
    talk.say("ask_routine", "start the ten minute routine")
    for _ in range(3):
        talk.say("ask_routine", "next")
    tomorrow = Talk(real_index, talk.records)
    card = tomorrow.card("ask_routine", "resume my routine")
    assert (card["state"], card["step"], card["done"]) == ("running", 3, 2) and "Welcome back" in card["note"]


def test_another_routine_can_be_asked_for_in_the_middle(talk: Talk) -> None:
    talk.say("ask_routine", "start the ten minute routine")
    talk.say("ask_routine", "next")
    card = talk.card("ask_routine", "give me a massage routine", subject="facial_massage")
    assert "state" not in card and len(card["steps"]) == 4
    assert talk.card("ask_routine", "next")["step"] == 2, "until it begins, the one under way goes on"
    assert talk.card("ask_routine", "start", wish="start", routine="massage")["of"] == 4


@pytest.mark.parametrize("slot", [{"open_safety": "em_stroke_fast"}, {"quiet": True}])
@pytest.mark.parametrize(("intent", "text"), [("affirm", "yes"), ("go_on", "go on"), ("deny", "no")])
def test_nothing_goes_on_by_itself_after_a_safety_answer(
    talk: Talk, slot: dict[str, Any], intent: str, text: str,
) -> None:
    talk.say("ask_routine", "start the ten minute routine")
    talk.slots |= slot
    [message] = talk.say(intent, text)
    assert message["response"] == ("utter_go_on" if "open_safety" in slot or intent == "go_on" else f"utter_{intent}")
    assert talk.slots["coach"]["session"]["state"] == "begun"


def test_go_on_after_an_answer_is_more_of_it(talk: Talk) -> None:
    talk.card("ask_effectiveness", "does gua sha work", ActionAnswerQuestion, subject="gua_sha")
    card = talk.card("go_on", "please go on")
    assert (card["kind_answered"], card["question"]["page"]) == ("effectiveness", 1)
    assert talk.say("go_on", "/go_on")[0]["response"] == "utter_go_on", "a button says all that it means"


@pytest.mark.parametrize(("text", "wish"), [("i did my exercises", None), ("remind me at 7", None), ("", "remind")])
def test_no_log_and_no_reminder_while_something_is_open(
    talk: Talk, records: Records, text: str, wish: str | None,
) -> None:
    talk.slots["open_safety"] = "ur_lump"
    [message] = talk.say("ask_tracking", text, wish=wish) if wish else talk.say("ask_tracking", text)
    assert message["response"] == "utter_go_on"
    assert records.practice("anna") == records.reminders("anna") == ()


def test_a_reminder_over_four_turns_whatever_they_are_understood_as(talk: Talk, records: Records) -> None:
    talk.say("ask_tracking", "remind me")
    talk.say("ask_cause", "half past 7 in the evening", ActionAnswerQuestion)
    assert "Tokyo" in talk.card("out_of_scope", "Tokyo", ActionAnswerQuestion)["headline"]
    talk.say("affirm", "yes please")
    [reminder] = records.reminders("anna")
    assert (reminder.time_of_day, reminder.time_zone, reminder.channel) == ("19:30", "Asia/Tokyo", "slack")
    assert not talk.slots["coaching"]
    talk.say("ask_tracking", "remind me at 8 in the morning")
    talk.say("affirm", "yes")
    assert [each.time_of_day for each in records.reminders("anna")] == ["08:00"], "one in place of the other"


def test_a_question_in_between_lets_a_reminder_go(talk: Talk, records: Records) -> None:
    talk.say("ask_tracking", "remind me at 7pm")
    talk.say("ask_risk", "is gua sha safe", ActionAnswerQuestion, subject="gua_sha")
    assert not talk.slots["coaching"] and records.reminders("anna") == ()


def test_the_same_message_again_is_logged_once(talk: Talk, records: Records) -> None:
    for _ in range(2):
        talk.numbers = itertools.count()
        talk.say("ask_tracking", "log 10 minutes")
    assert len(records.practice("anna")) == 1


def failing() -> Records:
    raise RecordsError("conversations.db: it is locked.")


def test_a_routine_goes_on_while_the_records_cannot_be_read(talk: Talk, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("place", "keep_place", "practice", "log_practice", "reminders"):
        monkeypatch.setattr(talk.records, name, lambda *_: failing())
    talk.say("ask_routine", "start the massage routine", subject="facial_massage")
    cards = [talk.card("ask_routine", "next") for _ in range(5)]
    assert [card["state"] for card in cards] == ["running"] * 4 + ["finished"]
    assert "could not" in cards[-1]["headline"], "that it was not logged is said"
    assert talk.say("ask_tracking", "i did my exercises")[0]["response"] == "utter_records_unavailable"


def test_channels_that_can_be_written_to_are_rasas_own_and_the_widgets() -> None:
    from bot.channels.web import WebChannel
    from bot.serving.unused import CHANNELS

    assert {*CHANNELS, WebChannel.name()} >= WRITABLE


def test_on_other_channels_there_is_a_calendar_file(real_index: ReleaseIndex, records: Records) -> None:
    rest: Callable[..., dict[str, Any]] = Talk(real_index, records, "rest").card
    assert rest("ask_tracking", "remind me every day at 7pm")["calendar"]["name"].endswith(".ics")
    assert records.reminders("anna") == ()


def test_starting_again_forgets_the_place_and_says_so_to_the_rules(talk: Talk, records: Records) -> None:
    talk.card("ask_routine", "start the ten minute routine")
    assert records.place("anna") and talk.slots["coaching"]
    tracker = Tracker("anna", dict(talk.slots), {}, [], False, None, {}, "action_listen")
    dispatcher = CollectingDispatcher()
    [done] = ActionForgetRoutine(lambda: records).run(dispatcher, tracker, {})
    assert (done["name"], done["value"]) == ("coaching", False)
    assert records.place("anna") is None and dispatcher.messages == []
