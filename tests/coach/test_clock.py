"""Times, days and zones as people write them; when a reminder is due, over both changes of the clock."""
from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.coach import clock

NOW = datetime(2026, 11, 21, 10, 30, tzinfo=timezone.utc)  # a Saturday
SATURDAY = NOW.date()


@pytest.mark.parametrize(("text", "time"), [
    ("19:30", "19:30"), ("at 7pm", "19:00"), ("7 p.m.", "19:00"), ("12 am", "00:00"), ("12pm", "12:00"),
    ("every day at 7", "07:00"), ("at 7 in the evening", "19:00"), ("around eight tonight", "20:00"), ("noon", "12:00"),
    ("half past 7", "07:30"), ("quarter to 7 in the evening", "18:45"), ("in the morning", "08:00"), ("7", "07:00"),
    ("nine o'clock", "09:00"), ("at bedtime", "22:00"), ("9.15am", "09:15"),
    ("remind me", None), ("every day", None), ("25:00", None), ("13 pm", None), ("for 10 minutes", None),
    ("at 3 weeks", None),
])
def test_a_time_of_day(text: str, time: str | None) -> None:
    assert clock.time_of_day(text) == time


@pytest.mark.parametrize(("text", "days"), [
    ("every day", 1), ("remind me", 1), ("on mondays", 7), ("weekly", 7), ("every other day", 2), ("once a month", 30),
])
def test_how_often(text: str, days: int) -> None:
    assert clock.every_days(text) == days


@pytest.mark.parametrize(("text", "ago"), [
    ("did my exercises", 0), ("did them yesterday", 1), ("last night", 1), ("the day before yesterday", 2),
    ("three days ago", 3), ("on monday", 5), ("on saturday", 0), ("on sunday", 6),
])
def test_a_day_that_is_past(text: str, ago: int) -> None:
    assert clock.past_day(text, SATURDAY) == SATURDAY - timedelta(days=ago)


@pytest.mark.parametrize(("text", "zone"), [
    ("Berlin", "Europe/Berlin"), ("I'm in New York", "America/New_York"), ("new zealand", "Pacific/Auckland"),
    ("Sydney, Australia", "Australia/Sydney"), ("UTC+2", "Etc/GMT-2"), ("gmt -5", "Etc/GMT+5"), ("utc", "UTC"),
    ("it's 12:31 here", "Etc/GMT-2"), ("it is 5:30 am now", "Etc/GMT+5"), ("Europe/Paris", "Europe/Paris"),
    ("no idea", None), ("is gua sha safe", None), ("it is 13:02 here", None), ("", None),
])
def test_a_time_zone(text: str, zone: str | None) -> None:
    assert clock.time_zone(text, NOW) == zone


def test_zones_in_words_and_the_visitors_day() -> None:
    assert [clock.zone_name(zone) for zone in ("Etc/GMT-2", "Etc/GMT+5", "America/New_York")] == [
        "UTC+2", "UTC-5", "New York"]
    late = datetime(2026, 11, 21, 23, 30, tzinfo=timezone.utc)
    assert clock.today_in("Asia/Tokyo", late) == date(2026, 11, 22)
    assert clock.today_in(None, late) == date(2026, 11, 21)


def test_the_first_reminder_is_the_next_time_that_it_is_so_late() -> None:
    assert clock.next_due("12:00", "Europe/Berlin", 1, NOW) == NOW.replace(hour=11, minute=0)
    assert clock.next_due("11:00", "Europe/Berlin", 1, NOW) == NOW.replace(day=22, hour=10, minute=0)
    assert clock.next_due("19:00", "UTC", 7, NOW, on=0) == NOW.replace(day=23, hour=19, minute=0)


@given(
    zone=st.sampled_from(["Europe/Berlin", "America/New_York", "Australia/Sydney", "Asia/Kolkata", "UTC"]),
    minutes=st.integers(0, 24 * 60 - 1), every=st.sampled_from([1, 2, 7, 30]),
    start=st.datetimes(datetime(2026, 1, 1), datetime(2027, 1, 1), timezones=st.just(timezone.utc)),
)
def test_a_year_of_reminders_never_doubles_and_keeps_the_local_time(
    zone: str, minutes: int, every: int, start: datetime,
) -> None:
    at = f"{minutes // 60:02d}:{minutes % 60:02d}"
    due = clock.next_due(at, zone, every, start)
    assert start < due
    for _ in range(30):
        following = clock.next_due(at, zone, every, due, last=due)
        before, local = (moment.astimezone(ZoneInfo(zone)) for moment in (due, following))
        assert (local.date() - before.date()).days == every
        assert f"{local:%H:%M}" == at or local.utcoffset() != before.utcoffset()
        due = following


def test_what_was_missed_is_not_made_up_for() -> None:
    weeks_later = NOW + timedelta(days=20)
    due = clock.next_due("19:00", "UTC", 1, weeks_later, last=NOW)
    assert weeks_later < due <= weeks_later + timedelta(days=1)
