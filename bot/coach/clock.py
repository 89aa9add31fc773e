"""Times of day, days and time zones as people write them, and when a reminder is due next."""
from __future__ import annotations

import re
import zoneinfo
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta, timezone
from functools import cache
from zoneinfo import ZoneInfo

_NUMBERS = {word: n for n, word in enumerate((
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"))}
_NAMED_TIMES: Mapping[str, str] = {
    "noon": "12:00", "midday": "12:00", "lunch": "13:00", "lunchtime": "13:00", "midnight": "00:00",
    "morning": "08:00", "afternoon": "15:00", "after work": "18:00", "evening": "19:00", "tonight": "20:00",
    "night": "21:00", "bedtime": "22:00",
}
_HOUR = r"(?P<hour>\d{1,2}|" + "|".join(list(_NUMBERS)[1:]) + ")"
_CLOCK = re.compile(rf"\b{_HOUR}[:.h](?P<minute>[0-5]\d)\s*(?P<half>[ap]\.?m\b)?")
_HALF = re.compile(rf"\b{_HOUR}\s*(?P<half>[ap]\.?\s?m\b)")
_PAST = re.compile(rf"\b(?P<part>half|quarter) (?P<way>past|to) {_HOUR}\b")
_BARE = re.compile(rf"\b(?:at|around|about|to|by|for|@)\s+{_HOUR}\b(?!\s*(?:min|sec|hour|week|day|month|time|step))")
_ALONE = re.compile(rf"{_HOUR}(?: o ?'?clock)?")
_LATER = re.compile(r"\b(?:afternoon|evening|tonight|night|bedtime|after work|dinner)\b")
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WEEKDAY = re.compile(r"\b(" + "|".join(_DAYS) + r")s?\b")
_AGO = re.compile(r"\b(\d|" + "|".join(list(_NUMBERS)[1:8]) + r") days ago\b")

#: What people call a time zone, beside the cities of the time zone database.
_ZONES: Mapping[str, str] = {
    "utc": "UTC", "gmt": "UTC", "uk": "Europe/London", "england": "Europe/London", "scotland": "Europe/London",
    "wales": "Europe/London", "britain": "Europe/London", "ireland": "Europe/Dublin", "germany": "Europe/Berlin",
    "austria": "Europe/Vienna", "switzerland": "Europe/Zurich", "france": "Europe/Paris", "spain": "Europe/Madrid",
    "italy": "Europe/Rome", "netherlands": "Europe/Amsterdam", "belgium": "Europe/Brussels", "poland": "Europe/Warsaw",
    "sweden": "Europe/Stockholm", "norway": "Europe/Oslo", "denmark": "Europe/Copenhagen",
    "finland": "Europe/Helsinki", "greece": "Europe/Athens", "turkey": "Europe/Istanbul", "india": "Asia/Kolkata",
    "delhi": "Asia/Kolkata", "mumbai": "Asia/Kolkata", "bangalore": "Asia/Kolkata", "pakistan": "Asia/Karachi",
    "china": "Asia/Shanghai", "beijing": "Asia/Shanghai", "japan": "Asia/Tokyo", "korea": "Asia/Seoul",
    "israel": "Asia/Jerusalem", "south africa": "Africa/Johannesburg", "nigeria": "Africa/Lagos",
    "kenya": "Africa/Nairobi", "egypt": "Africa/Cairo", "new zealand": "Pacific/Auckland",
    "eastern": "America/New_York", "central": "America/Chicago", "mountain": "America/Denver",
    "pacific": "America/Los_Angeles", "san francisco": "America/Los_Angeles", "seattle": "America/Los_Angeles",
    "boston": "America/New_York", "washington": "America/New_York", "miami": "America/New_York",
    "cet": "Europe/Berlin", "cest": "Europe/Berlin", "munich": "Europe/Berlin", "hamburg": "Europe/Berlin",
    "cologne": "Europe/Berlin", "frankfurt": "Europe/Berlin", "milan": "Europe/Rome", "barcelona": "Europe/Madrid",
    "manchester": "Europe/London", "edinburgh": "Europe/London", "glasgow": "Europe/London", "geneva": "Europe/Zurich",
    "est": "America/New_York", "edt": "America/New_York", "cst": "America/Chicago", "pst": "America/Los_Angeles",
    "pdt": "America/Los_Angeles", "bst": "Europe/London",
}
_OFFSET = re.compile(r"\b(?:utc|gmt)\s*(?P<sign>[+-])\s*(?P<hours>1[0-4]|\d)(?![\d:])", re.IGNORECASE)
_NOW = re.compile(r"\b(?:it ?'?i?s|now|time is|clock says)\b")
#: An offset has whole quarters of an hour; two clocks are allowed to differ a little.
_QUARTER = timedelta(minutes=15)


def _hour(word: str) -> int:
    return int(word) if word.isdecimal() else _NUMBERS[word]


def time_of_day(text: str) -> str | None:
    """The time of day that a message names, as HH:MM; None without one. "In the evening" means a usual hour of it."""
    plain = " ".join(text.casefold().split())
    if found := _PAST.search(plain):
        minutes = _hour(found["hour"]) * 60 + {"half": 30, "quarter": 15}[found["part"]] * (
            1 if found["way"] == "past" else -1)
        return _clock(*divmod(minutes, 60), plain)
    for pattern in (_CLOCK, _HALF, _BARE):
        if found := pattern.search(plain):
            groups = found.groupdict()
            return _clock(_hour(groups["hour"]), int(groups.get("minute") or 0), groups.get("half") or plain)
    if found := _ALONE.fullmatch(plain.rstrip(".!?")):
        return _clock(_hour(found["hour"]), 0, plain)
    return next((at for name, at in _NAMED_TIMES.items() if re.search(rf"\b{name}\b", plain)), None)


def _clock(hour: int, minute: int, half: str) -> str | None:
    marked = half.replace(".", "").replace(" ", "")
    if marked in ("am", "pm"):
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if marked == "pm" else 0)
    elif hour < 12 and _LATER.search(half):
        hour += 12
    return f"{hour:02d}:{minute:02d}" if 0 <= hour < 24 else None


def every_days(text: str) -> int:
    """How many days lie between two reminders: 1, 2, 7 or 30."""
    plain = text.casefold()
    if re.search(r"\b(?:every (?:other|second) day)\b", plain):
        return 2
    if re.search(r"\b(?:once a month|monthly|every month)\b", plain):
        return 30
    weekly = re.search(r"\b(?:weekly|once a week|every week)\b", plain) or weekday(text) is not None
    return 7 if weekly and "every day" not in plain else 1


def weekday(text: str) -> int | None:
    """The day of the week that a message names, Monday being 0."""
    found = _WEEKDAY.search(text.casefold())
    return _DAYS.index(found[1]) if found else None


def past_day(text: str, today: date) -> date:
    """The day that a message in the past tense speaks of; today where it names none."""
    plain = text.casefold()
    if re.search(r"\b(?:yesterday|last night)\b", plain):
        return today - timedelta(days=2 if "day before yesterday" in plain else 1)
    if found := _AGO.search(plain):
        return today - timedelta(days=_hour(found[1]))
    named = weekday(text)
    return today if named is None else today - timedelta(days=(today.weekday() - named) % 7)


@cache
def _cities() -> dict[str, str]:
    found: dict[str, str] = {}
    for name in sorted(zoneinfo.available_timezones()):
        region, _, city = name.rpartition("/")
        if region and region.split("/")[0] not in ("Etc", "SystemV", "posix", "right"):
            found.setdefault(city.replace("_", " ").casefold(), name)
    return {**found, **_ZONES}


def is_zone(name: str) -> bool:
    """Whether the time zone database has a zone of that name."""
    return name in zoneinfo.available_timezones()


def time_zone(text: str, now: datetime) -> str | None:
    """The time zone that a message names: a city, a country with one zone, "UTC+2", "it is 14:30"; else None.

    Args:
        text: the visitor's words.
        now: the moment of the message, with a time zone.
    """
    if is_zone(text.strip()):
        return text.strip()
    if found := _OFFSET.search(text):
        return _fixed(timedelta(hours=int(found["hours"]) * (1 if found["sign"] == "+" else -1)))
    plain = re.sub(r"[^\w+ ]+", " ", text.casefold())
    words = plain.split()
    for length in (3, 2, 1):
        for first in range(len(words) - length + 1):
            if zone := _cities().get(" ".join(words[first:first + length])):
                return zone
    clock = time_of_day(text) if _NOW.search(text.casefold()) or re.fullmatch(r"[\d:. apm]+", text.casefold()) else None
    return _from_clock(time.fromisoformat(clock), now) if clock else None


def _from_clock(local: time, now: datetime) -> str | None:
    """The zone whose clock shows ``local`` now, where its offset is whole hours."""
    utc = now.astimezone(timezone.utc)
    ahead = datetime.combine(utc.date(), local, timezone.utc) - utc
    ahead = (ahead + timedelta(hours=12)) % timedelta(days=1) - timedelta(hours=12)
    rounded = round(ahead / _QUARTER) * _QUARTER
    return _fixed(rounded) if rounded % timedelta(hours=1) == timedelta() else None


def _fixed(ahead: timedelta) -> str:
    hours = round(ahead / timedelta(hours=1))
    return f"Etc/GMT{-hours:+d}" if hours else "UTC"  # the database counts west of Greenwich as plus


def zone_name(zone: str) -> str:
    """A time zone in words: "Berlin", "UTC+2"."""
    if zone.startswith("Etc/GMT"):
        return f"UTC{-int(zone.removeprefix('Etc/GMT')):+d}"
    return zone.rpartition("/")[2].replace("_", " ")


def today_in(zone: str | None, now: datetime) -> date:
    """The visitor's own day; UTC's where their zone is not known."""
    return now.astimezone(ZoneInfo(zone) if zone else timezone.utc).date()


def next_due(time_of_day: str, zone: str, every: int, after: datetime, on: int | None = None,
             last: datetime | None = None) -> datetime:
    """The first moment after ``after`` at which a reminder is due, in UTC.

    A time that the change to summer time leaves out comes an hour later; one that comes twice is taken once.

    Args:
        time_of_day: HH:MM in ``zone``.
        zone: IANA name.
        every: days between two reminders.
        after: with a time zone.
        on: the day of the week of the first one, Monday being 0.
        last: when it was due last, from which the days are counted.
    """
    local = ZoneInfo(zone)
    clock = time.fromisoformat(time_of_day)
    day = (last or after).astimezone(local).date() + timedelta(days=every if last else 0)
    if last is None and on is not None:
        day += timedelta(days=(on - day.weekday()) % 7)
    while True:
        due = datetime.combine(day, clock, local).astimezone(timezone.utc)
        if due > after:
            return due
        day += timedelta(days=every)
