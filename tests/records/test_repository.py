"""What is put into the records comes out as it was, on both engines."""
from __future__ import annotations

import sqlite3
import threading
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from bot.records.database import RecordsError
from bot.records.model import Feedback, Kept, Practice, Reminder, Unanswered
from bot.records.repository import Records, open_records

AT = datetime(2026, 11, 21, 7, 30, tzinfo=timezone.utc)
PRACTICE = Practice("m-1", date(2026, 11, 21), AT, "ten_minute_daily", 540, 8, 9)
REMINDER = Reminder("r-1", "anna", "practice", "08:30", "Europe/Berlin", "rest", AT, AT - timedelta(days=1))
FEEDBACK = Feedback("1", "wrong", AT, ("ex_one", "ex_two"), 3, "effectiveness", ("facial_exercise",), ("jaw",),
                    "too long")


def test_a_new_visitor_has_nothing(records: Records) -> None:
    assert records.kept("anna") == Kept()
    assert records.unanswered() == ()


def test_everything_comes_out_as_it_went_in_and_only_to_its_visitor(records: Records) -> None:
    assert records.log_practice("anna", PRACTICE)
    assert records.add_reminder(REMINDER)
    records.add_feedback("anna", FEEDBACK)
    records.add_unanswered("anna", Unanswered("does profhilo work", AT))
    assert records.kept("anna") == Kept((PRACTICE,), (REMINDER,), (FEEDBACK,), (Unanswered("does profhilo work", AT),))
    assert records.kept("ann") == records.kept("") == records.kept("anna ") == Kept()
    assert records.feedback() == (FEEDBACK,)


def test_a_session_is_logged_once_however_often_it_is_told(records: Records) -> None:
    assert records.log_practice("anna", PRACTICE)
    assert not records.log_practice("anna", replace(PRACTICE, seconds=1))
    assert records.log_practice("bea", PRACTICE)
    assert records.practice("anna") == (PRACTICE,)
    assert records.remove_practice("anna", "m-1") and not records.remove_practice("anna", "m-1")
    assert records.practice("anna") == () and records.practice("bea") == (PRACTICE,)


def test_sessions_come_in_the_order_of_their_days(records: Records) -> None:
    days = (date(2026, 11, 20), date(2026, 11, 18), date(2026, 11, 19))
    for day in days:
        records.log_practice("anna", replace(PRACTICE, key=str(day), day=day))
    assert [each.day for each in records.practice("anna")] == sorted(days)


def test_moments_of_any_zone_are_kept_in_utc_and_without_one_are_refused(records: Records) -> None:
    there = timezone(timedelta(hours=5, minutes=30))
    records.log_practice("anna", replace(PRACTICE, at=AT.astimezone(there)))
    assert records.practice("anna") == (PRACTICE,)
    with pytest.raises(Exception, match="no time zone"):
        records.log_practice("anna", replace(PRACTICE, key="m-2", at=datetime(2026, 11, 21)))


def test_reminders_are_due_when_their_moment_has_come_the_longest_overdue_first(records: Records) -> None:
    for name, minutes in (("later", 1), ("now", 0), ("before", -600)):
        records.add_reminder(replace(REMINDER, id=name, next_at=AT + timedelta(minutes=minutes)))
    assert [each.id for each in records.due_reminders(AT)] == ["before", "now"]
    assert [each.id for each in records.due_reminders(AT, at_most=1)] == ["before"]


def test_a_due_reminder_is_taken_by_one_of_all_who_try(url: str) -> None:
    many = [open_records(url) for _ in range(4)]
    many[0].add_reminder(REMINDER)
    found = [each.due_reminders(AT)[0] for each in many]
    start, taken = threading.Barrier(4), []

    def take(number: int) -> None:
        start.wait()
        if many[number].take_reminder(found[number], AT + timedelta(days=1)):
            taken.append(number)

    threads = [threading.Thread(target=take, args=(number,)) for number in range(4)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert len(taken) == 1
    assert many[0].due_reminders(AT) == ()
    assert many[0].reminders("anna") == (replace(REMINDER, next_at=AT + timedelta(days=1), last_at=AT),)
    for opened in many:
        opened.close()


def test_reminders_are_cancelled_by_what_they_are_about_or_all(records: Records) -> None:
    for name, what in (("a", "practice"), ("b", "photo"), ("c", "practice")):
        assert records.add_reminder(replace(REMINDER, id=name, what=what))
    assert not records.add_reminder(replace(REMINDER, id="a", sender="bea"))
    assert records.cancel_reminders("bea") == 0
    assert records.cancel_reminders("anna", "practice") == 2
    assert [each.id for each in records.reminders("anna")] == ["b"]
    assert records.cancel_reminders("anna") == 1 and records.reminders("anna") == ()


def test_of_one_answer_the_last_word_counts(records: Records) -> None:
    records.add_feedback("anna", FEEDBACK)
    records.add_feedback("anna", replace(FEEDBACK, answer="2"))
    records.add_feedback("bea", FEEDBACK)
    records.add_feedback("anna", replace(FEEDBACK, verdict="helpful"))
    assert [(each.answer, each.verdict) for each in records.feedback("anna")] == [("1", "helpful"), ("2", "wrong")]
    assert len(records.feedback()) == 3


def test_unanswered_questions_are_counted_by_their_words(url: str) -> None:
    records = open_records(url, lambda: frozenset({"profhilo"}))
    asked = (("anna", "Does Profhilo work?"), ("anna", "does profhilo work"), ("bea", "DOES PROFHILO WORK!"),
             ("bea", "does it hurt"), ("bea", "…"))
    for hours, (sender, text) in enumerate(asked):
        records.add_unanswered(sender, Unanswered(text, AT + timedelta(hours=hours)))
    most, other = records.unanswered()
    assert (most.text, most.times, most.visitors) == ("DOES PROFHILO WORK!", 3, 2)
    assert (most.first_at, most.last_at) == (AT, AT + timedelta(hours=2))
    assert (other.text, other.times) == ("does it hurt", 1)
    assert records.unanswered(at_most=1) == (most,)
    assert records.settle_unanswered(most.key) == 3 and records.unanswered() == (other,)
    records.close()


def test_what_identifies_never_reaches_the_database(records: Records) -> None:
    records.add_unanswered("anna", Unanswered("I am Mrs Brown, 54, of b@x.com: what is it?", AT))
    records.add_feedback("anna", replace(FEEDBACK, comment="ring me on 0770 900123, Rebecca"))
    [asked] = records.unanswered()
    assert not {"Brown", "54", "b@x.com"} & set(asked.text.replace(",", " ").replace(":", " ").split())
    assert records.feedback("anna")[0].comment == "ring me on [number], [name]"


def test_a_record_outlives_the_process(url: str) -> None:
    first = open_records(url)
    first.log_practice("anna", PRACTICE)
    first.close()
    second = open_records(url)
    assert second.practice("anna") == (PRACTICE,)
    second.close()


def test_a_locked_file_is_explained_soon_and_nothing_is_changed(tmp_path: Path) -> None:
    records = open_records(f"sqlite:///{tmp_path}/c.db")
    records.set_up()
    other = sqlite3.connect(tmp_path / "c.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(RecordsError, match="locked"):
        records.log_practice("anna", PRACTICE)
    assert records.practice("anna") == ()
    other.execute("ROLLBACK")
    assert records.log_practice("anna", PRACTICE)
    records.close()


@pytest.mark.parametrize("address", ["", "nonsense", "://"])
def test_an_address_that_is_none_is_refused_and_not_repeated(address: str) -> None:
    with pytest.raises(RecordsError, match="PLUMBLINE_CONVERSATIONS_URL") as refused:
        open_records(address)
    assert "secret" not in str(refused.value)


def test_a_server_that_is_not_there_is_explained_without_its_password() -> None:
    with pytest.raises(RecordsError, match="cannot be reached") as refused:
        open_records("postgresql://me:secret@127.0.0.1:1/x").practice("anna")
    assert "secret" not in str(refused.value)
