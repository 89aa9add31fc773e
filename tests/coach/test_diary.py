"""What messages about the log, progress and reminders want."""
from __future__ import annotations

from datetime import date, timedelta

import pytest

from bot.coach.diary import KINDS, Ask, pressed, read
from bot.settings import ROOT
from tests.yaml_files import load

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(("text", "kind"), [
    ("did my exercises yesterday", "log"), ("I did my exercises", "log"), ("log 10 minutes of face yoga", "log"),
    ("done for today", "log"), ("tick off my morning routine", "log"), ("10 mins done", "log"),
    ("forgot to log yesterday", "log"), ("i missed yesterday", "missed"), ("i didn't do it today", "missed"),
    ("delete that entry", "undo"), ("remove yesterdays session", "undo"), ("show me my progress", "progress"),
    ("streak?", "progress"), ("how am i doing", "progress"), ("show me a chart of my sessions", "progress"),
    ("which week am i in", "progress"), ("can i upload a progress photo", "photo"),
    ("remind me every day at 7", "remind"),
    ("set a reminder", "remind"), ("remind me of my photo", "remind"), ("change my reminder to 8", "remind"),
    ("turn reminders on", "remind"), ("cancel my reminder", "cancel"), ("stop the reminders please", "cancel"),
    ("no more reminders", "cancel"), ("what reminders do i have", "reminders"), ("can you track my progress", "about"),
    ("set a goal of five days a week", "about"),
])
def test_what_is_wanted(text: str, kind: str) -> None:
    assert read(text, TODAY).kind == kind


@pytest.mark.parametrize(("text", "ask"), [
    ("i practised for half an hour yesterday", Ask("log", TODAY - timedelta(days=1), 1800)),
    ("log 10 minutes", Ask("log", TODAY, 600)), ("log mewing 1hr", Ask("log", TODAY, 3600)),
    ("log 900 minutes", Ask("log", TODAY, None)),
    ("remind me every day at 7pm", Ask("remind", time_of_day="19:00")),
    ("remind me on mondays at 8", Ask("remind", time_of_day="08:00", every_days=7, weekday=0)),
    ("remind me of my monthly photo", Ask("remind", every_days=30, photo=True)),
])
def test_what_the_words_say_of_it(text: str, ask: Ask) -> None:
    assert read(text, TODAY) == ask


def test_nothing_is_ever_taken_out_of_the_log_by_a_message_that_does_not_say_so() -> None:
    [item] = load(ROOT / "data" / "nlu" / "ask_tracking.yml")["nlu"]
    lines = [line.removeprefix("- ") for line in item["examples"].splitlines()]
    undoing = [line for line in lines if read(line, TODAY).kind == "undo"]
    words = ("delete", "undo", "remove", "twice", "wrong", "take off")
    assert len(lines) > 200 and [line for line in undoing if not any(word in line for word in words)] == []


def test_buttons() -> None:
    assert {kind: pressed(kind, TODAY).kind for kind in KINDS - {"photo"}} == {kind: kind for kind in KINDS - {"photo"}}
    assert pressed("photo", TODAY) == Ask("remind", every_days=30, photo=True)
    assert pressed("/etc/passwd", TODAY) == Ask("about")
