"""Reminders as a calendar file, for channels that cannot be written to first (iCalendar, RFC 5545)."""
from __future__ import annotations

import uuid
from datetime import datetime, time, timedelta, timezone

from bot.model import CalendarFile, SetReminder

NAME = "plumbline-reminder.ics"
_MOST_OCTETS = 75


def calendar_file(reminder: SetReminder, title: str, now: datetime, on: int | None = None) -> CalendarFile:
    """A file with one repeating event.

    Its time is "floating": each calendar shows it in its owner's own time zone, so that none has to be asked for. The
    same reminder has the same id, so importing the file twice leaves one event.

    Args:
        reminder: what, when and how often.
        title: what the calendar shows.
        now: the moment of making it, with a time zone.
        on: the day of the week of the first one, Monday being 0.
    """
    day = now.date() + timedelta(days=1)  # tomorrow is ahead in every time zone
    if on is not None:
        day += timedelta(days=(on - day.weekday()) % 7)
    start = datetime.combine(day, time.fromisoformat(reminder.time_of_day))
    name = uuid.uuid5(uuid.NAMESPACE_URL, f"{reminder.what} {reminder.time_of_day} {reminder.every_days}")
    lines = [
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Plumbline//Reminders//EN", "CALSCALE:GREGORIAN", "BEGIN:VEVENT",
        f"UID:{name}@plumbline", f"DTSTAMP:{now.astimezone(timezone.utc):%Y%m%dT%H%M%SZ}",
        f"DTSTART:{start:%Y%m%dT%H%M%S}", "DURATION:PT10M", f"RRULE:{_rule(reminder.every_days)}",
        f"SUMMARY:{_escaped(title)}", "BEGIN:VALARM", "ACTION:DISPLAY", f"DESCRIPTION:{_escaped(title)}",
        "TRIGGER:PT0M", "END:VALARM", "END:VEVENT", "END:VCALENDAR",
    ]
    return CalendarFile(NAME, "".join(f"{folded}\r\n" for line in lines for folded in _folded(line)))


def _rule(every_days: int) -> str:
    whole = {1: "FREQ=DAILY", 7: "FREQ=WEEKLY", 30: "FREQ=MONTHLY"}
    return whole.get(every_days, f"FREQ=DAILY;INTERVAL={every_days}")


def _escaped(text: str) -> str:
    for sign in ("\\", ";", ","):
        text = text.replace(sign, f"\\{sign}")
    return text.replace("\n", "\\n")


def _folded(line: str) -> list[str]:
    parts, current = [], ""
    for letter in line:
        if len((current + letter).encode()) > _MOST_OCTETS:
            parts.append(current)
            current = " "
        current += letter
    return [*parts, current]
