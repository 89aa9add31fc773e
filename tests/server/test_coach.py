"""A routine on the real servers: it survives a restart of both and a day's gap; reminders are said once."""
from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from bot.records.model import Reminder
from bot.records.repository import open_records
from tests.server.assistant import Assistant, serving
from tests.server.inbox import Inbox
from tests.server.safety_answers import STROKE

pytestmark = pytest.mark.server


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    """An assistant that this module may restart."""
    with serving(Assistant(tmp_path_factory.mktemp("coach"))) as running:
        yield running


def step(assistant: Assistant, words: str, sender: str) -> tuple[str, int]:
    answer = assistant.answer(words, sender)
    return answer["state"], answer["step"]


def restart(assistant: Assistant) -> None:
    assistant.stop()
    assistant.start_actions()
    assistant.start_rasa()


def test_a_restart_of_every_process_keeps_the_place(own: Assistant) -> None:
    assert step(own, "walk me through the ten minute routine", "restarted") == ("begun", 0)
    assert [step(own, "next", "restarted") for _ in range(3)] == [("running", 1), ("running", 2), ("running", 3)]
    restart(own)
    assert step(own, "next", "restarted") == ("running", 4)


def test_a_days_gap_keeps_the_place_and_nothing_else(own: Assistant) -> None:
    sender = "tomorrow"
    own.answer("guide me through the ten minute routine", sender)
    assert [step(own, "next", sender) for _ in range(2)][-1] == ("running", 2)
    own.stop()
    a_day_passes(own.folder / "conversations.db", sender)
    own.start_actions()
    own.start_rasa()
    answer = own.answer("go on", sender)
    assert (answer["state"], answer["step"]) == ("running", 2) and answer["note"].startswith("Welcome back")
    assert step(own, "next", sender) == ("running", 3)


def a_day_passes(path: Path, sender: str) -> None:
    """Every event of a conversation happened a day earlier."""
    with closing(sqlite3.connect(path)) as connection, connection:
        rows = connection.execute("SELECT seq, data FROM conversation_event WHERE sender_id = ?", (sender,)).fetchall()
        for seq, data in rows:
            event = json.loads(data)
            event["timestamp"] -= timedelta(days=1).total_seconds()
            connection.execute("UPDATE conversation_event SET data = ? WHERE sender_id = ? AND seq = ?",
                               (json.dumps(event), sender, seq))


def test_the_action_server_killed_in_the_middle_loses_no_step(own: Assistant) -> None:
    own.answer("start the ten minute routine", "killed")
    assert step(own, "next", "killed") == ("running", 1)
    own.actions.stop()
    started = time.monotonic()
    [message] = own.say("next", "killed")
    assert time.monotonic() - started < 2 and "again in a minute" in message["text"]
    own.start_actions()
    assert step(own, "next", "killed") == ("running", 2)


def test_an_emergency_stops_a_routine_until_it_is_settled(own: Assistant) -> None:
    own.answer("start the ten minute routine", "ill")
    assert step(own, "next", "ill") == ("running", 1)
    assert own.answer(STROKE, "ill")["level"] == "emergency"
    for words in ("next", "go on", "yes", "continue the routine", '/ask_routine{"wish": "next"}', "start again",
                  "remind me at 7", "I did my exercises"):
        answer = own.answer(words, "ill")
        assert (answer["type"], answer["level"]) == ("safety", "emergency"), words
    own.say("the doctor checked it", "ill")
    assert step(own, "continue", "ill") == ("running", 1), "the same step, and none counted as done"


def test_starting_again_forgets_the_place(own: Assistant) -> None:
    own.answer("start the ten minute routine", "anew")
    assert step(own, "next", "anew") == ("running", 1)
    assert own.say("start again", "anew")[0]["text"]
    assert "state" not in own.answer("next", "anew")


@contextmanager
def written_to(own: Assistant) -> Iterator[Inbox]:
    """The assistant with the callback channel beside the REST one."""
    inbox = Inbox()
    own.rasa.stop()
    own.inbox = inbox
    own.start_rasa()
    try:
        yield inbox
    finally:
        own.rasa.stop()
        own.inbox = None
        inbox.close()
        own.start_rasa()


def due(sender: str, ago: timedelta, what: str = "practice") -> Reminder:
    now = datetime.now(timezone.utc)
    at = now - ago
    return Reminder(f"{sender} {what}", sender, what, f"{at:%H:%M}", "UTC", "callback", at, now - timedelta(days=3))


def test_reminders_are_set_in_words_said_once_and_quiet_while_something_is_open(own: Assistant) -> None:
    records = open_records(own.conversations_url)
    with written_to(own) as inbox:
        for words in ("remind me every day at 7 pm", "Berlin", "yes"):
            own.write(words, "anna")
        [set_one] = records.reminders("anna")
        assert (set_one.time_of_day, set_one.time_zone, set_one.channel) == ("19:00", "Europe/Berlin", "callback")
        own.write(STROKE, "ill too")
        for sender in ("bea", "ill too"):
            records.add_reminder(due(sender, timedelta(minutes=1)))
        records.add_reminder(due("late", timedelta(hours=5)))
        before = len(inbox.texts("ill too"))
        assert len(inbox.waits_for(1, "bea")) == 1
        own.rasa.stop()
        own.start_rasa()
        time.sleep(7)  # longer than between two looks
        assert len(inbox.texts("bea")) == 1, "not said again after a restart"
        assert len(inbox.texts("ill too")) == before, "quiet while an emergency is open"
        assert inbox.texts("late") == [], "too late to be said"
        now = datetime.now(timezone.utc)
        assert [each.next_at > now for sender in ("bea", "ill too", "late") for each in records.reminders(sender)] == [
            True] * 3
        own.write("cancel my reminders", "anna")
        assert records.reminders("anna") == ()
    records.close()
