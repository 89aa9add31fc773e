"""Log, progress and reminders, from ask to answer and to what is written."""
from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from typing import Any

import pytest

from bot.answers.index import ReleaseIndex
from bot.answers.service import AnswerService
from bot.coach.calendar import calendar_file
from bot.coach.diary import Ask, read
from bot.coach.tracking import Reply, Tracking, Visit, Wanted
from bot.model import SetReminder, Situation
from bot.records.model import Practice, Reminder
from bot.render.payload import as_payload
from bot.render.text import as_text

NOW = datetime(2026, 11, 21, 10, 30, tzinfo=timezone.utc)
TODAY = date(2026, 11, 21)
VISIT = Visit("anna", "slack", True, "m1", NOW)
DONE = tuple(Practice(f"k{n}", TODAY - timedelta(days=n), NOW - timedelta(days=n), seconds=600) for n in (2, 1))
REMINDER = Reminder("r1", "anna", "practice", "19:00", "Europe/Berlin", "slack", NOW, NOW)


@pytest.fixture
def asked(real_index: ReleaseIndex) -> Any:
    def ask(words: str | Ask, visit: Visit = VISIT, wanted: Wanted | None = None, wish: str | None = None) -> Reply:
        tracking = Tracking(AnswerService(lambda: real_index), Situation(), visit)
        if wanted:
            reply = tracking.answered(wanted, str(words), wish)
            assert reply
            return reply
        return tracking.reply(words if isinstance(words, Ask) else read(words, visit.today))

    return ask


def test_a_session_is_logged_for_the_day_that_is_meant(asked: Any) -> None:
    reply = asked("did 10 minutes yesterday", replace(VISIT, practice=DONE[:1]))
    assert reply.log == Practice("told m1", TODAY - timedelta(days=1), NOW, seconds=600)
    assert (reply.answer.type, reply.answer.progress.streak, reply.answer.progress.days) == ("tracking", 2, 2)
    assert "yesterday" in reply.answer.headline


def test_a_day_is_logged_once_unless_a_length_is_given(asked: Any) -> None:
    visit = replace(VISIT, practice=DONE)
    assert asked("did my exercises yesterday", visit).log is None
    assert asked("log 5 minutes for yesterday", visit).log
    assert asked("log 5 minutes for yesterday", replace(visit, practice=(*DONE, Practice(
        "told m1", TODAY, NOW)))).log is None, "the same message again"


def test_the_visitors_own_day_counts(asked: Any) -> None:
    late = replace(VISIT, now=datetime(2026, 11, 21, 22, 30, tzinfo=timezone.utc))
    assert asked("i did my exercises", late).log.day == TODAY
    assert asked("i did my exercises", replace(late, zone="Asia/Tokyo")).log.day == TODAY + timedelta(days=1)
    assert asked("i did my exercises", replace(late, reminders=(REMINDER,))).log.day == TODAY


def test_the_newest_entry_is_taken_back(asked: Any) -> None:
    reply = asked("delete that entry", replace(VISIT, practice=DONE))
    assert reply.take_out == "k1" and reply.answer.progress.days == 1
    assert asked("delete that entry").take_out is None


def test_progress_comes_as_text_and_as_data_against_the_sources_weeks(asked: Any) -> None:
    answer = asked("show my progress", replace(VISIT, practice=DONE)).answer
    payload = as_payload(answer)
    assert payload["progress"]["aim"] == "8 to 12" and payload["progress"]["streak"] == 2
    assert payload["progress"]["weeks"] == [{"start": "2026-11-16", "days": 2, "sessions": 2, "minutes": 20}]
    assert "8 to 12 weeks" in payload["note"] and "ex_tracking" in [point["id"] for point in payload["points"]]
    assert "Week of 2026-11-16: ## 2 days, 20 minutes" in as_text(answer)


def test_a_photo_is_never_asked_for(asked: Any) -> None:
    answer = asked("can i upload a progress photo").answer
    assert "never ask" in answer.note and answer.sources
    assert answer.suggestions[0].payload == '/ask_tracking{"wish": "photo"}'


def test_a_reminder_is_asked_for_confirmed_and_set(asked: Any) -> None:
    first = asked("remind me")
    assert (first.remind, first.wanted) == (None, Wanted("practice", 1))
    second = asked("7 pm", wanted=first.wanted)
    assert (second.remind, second.wanted) == (None, Wanted("practice", 1, "19:00"))
    third = asked("Berlin", wanted=second.wanted)
    assert (third.remind, third.wanted) == (None, Wanted("practice", 1, "19:00", "Europe/Berlin"))
    assert "19:00, Berlin time" in third.answer.headline
    fourth = asked("yes", wanted=third.wanted, wish="yes")
    assert fourth.wanted is None and fourth.remind == Reminder(
        fourth.remind.id, "anna", "practice", "19:00", "Europe/Berlin", "slack", NOW.replace(hour=18, minute=0), NOW)
    assert as_payload(fourth.answer)["reminders"] == [
        {"what": "practice", "time_of_day": "19:00", "every_days": 1, "time_zone": "Europe/Berlin"}]
    assert asked("yes", wanted=third.wanted, wish="yes").remind.id == fourth.remind.id, "the same message again"


def test_what_is_known_is_not_asked(asked: Any) -> None:
    assert asked("remind me at 7pm", replace(VISIT, zone="Asia/Tokyo")).wanted == Wanted(
        "practice", 1, "19:00", "Asia/Tokyo")
    assert asked("remind me at 8", replace(VISIT, reminders=(REMINDER,))).wanted.zone == "Europe/Berlin"


def test_no_means_no_and_another_time_is_taken(asked: Any) -> None:
    wanted = Wanted("practice", 1, "19:00", "Europe/Berlin")
    assert asked("no", wanted=wanted, wish="no").remind is None and asked("no", wanted=wanted, wish="no").wanted is None
    assert asked("at 8 in the evening", wanted=wanted).wanted.time_of_day == "20:00"


def test_a_question_is_no_answer_to_what_was_asked_back(real_index: ReleaseIndex) -> None:
    tracking = Tracking(AnswerService(lambda: real_index), Situation(), VISIT)
    for wanted in (Wanted("practice", 1), Wanted("practice", 1, "19:00"), Wanted("practice", 1, "19:00", "UTC")):
        assert tracking.answered(wanted, "is gua sha safe for my neck?", None) is None
    again = tracking.answered(Wanted("practice", 1, "19:00"), "Hobbiton", None)
    assert again and again.wanted == Wanted("practice", 1, "19:00")


def test_where_nobody_can_be_written_to_there_is_a_calendar_file(asked: Any) -> None:
    reply = asked("remind me every day at 7pm", replace(VISIT, channel="rest", can_be_written_to=False))
    assert reply.remind is None and reply.wanted is None
    lines = as_payload(reply.answer)["calendar"]["text"].split("\r\n")
    assert lines[0] == "BEGIN:VCALENDAR" and lines[-2:] == ["END:VCALENDAR", ""]
    assert {"DTSTART:20261122T190000", "RRULE:FREQ=DAILY"} <= set(lines)
    assert "BEGIN:VEVENT" in as_text(reply.answer)


def test_reminders_are_listed_and_cancelled(asked: Any) -> None:
    visit = replace(VISIT, reminders=(REMINDER,))
    assert "19:00, Berlin time" in asked("what reminders do i have", visit).answer.headline
    assert asked("cancel my reminders", visit).cancel and not asked("cancel my reminders").cancel


def test_a_calendar_file_is_the_same_event_each_time_and_folds_long_lines() -> None:
    made = SetReminder("photo", "08:00", 30)
    first, later = (calendar_file(made, "Ä" * 80, NOW + timedelta(days=n), on=0).text for n in (0, 1))
    uids = {line for text in (first, later) for line in text.split("\r\n") if line.startswith("UID")}
    assert len(uids) == 1 and "RRULE:FREQ=MONTHLY" in first and "DTSTART:20261123T080000" in first
    assert all(len(line.encode()) <= 75 for line in first.split("\r\n"))
    assert "Ä" * 80 in first.replace("\r\n ", "")


@pytest.mark.parametrize("record", [None, [], {}, {"what": "practice", "every_days": 3}, "text"])
def test_what_is_no_wish_for_a_reminder_is_none(record: object) -> None:
    assert Wanted.from_record(record) is None
    kept = Wanted("photo", 30, "08:00", None, 2)
    assert Wanted.from_record(kept.as_record()) == kept
