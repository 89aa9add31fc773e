"""What a message about the log, progress or reminders wants, told by its words; the intent has said that it is one."""
from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

from bot.coach import clock

Kind = Literal["log", "missed", "undo", "progress", "photo", "remind", "cancel", "reminders", "about"]
KINDS = frozenset({"log", "missed", "undo", "progress", "photo", "remind", "cancel", "reminders", "about"})


@dataclass(frozen=True)
class Ask:
    """What is wanted, with what the words say of it."""

    kind: Kind
    day: date | None = None  # of the session; the visitor's own
    seconds: int | None = None  # how long it took
    time_of_day: str | None = None  # HH:MM, of a reminder
    every_days: int = 1
    weekday: int | None = None  # of the first reminder, Monday being 0
    photo: bool = False


_REMINDER = (r"(?:reminders?|alarms?|notifications?|nudges?|pings?|alerts?)")
_CANCEL = re.compile(rf"\b(?:cancel|turn off|switch off|stop|no more|delete|remove|end|disable|turn)\b.*\b{_REMINDER}\b"
                     r"|\bstop (?:reminding|nagging|pinging|nudging)\b|\bdon'?t remind\b")
_TURN_ON = re.compile(r"\b(?:turn|switch)\b.*\bon\b")
_LIST = re.compile(rf"\b(?:what|which|when|list|show|see|any|do i have)\b.*\b{_REMINDER}\b")
_REMIND = re.compile(
    rf"\b(?:remind(?:ed|ing)?|rem+i?nd|remeber me|remember (?:to )?me|{_REMINDER}|ping|nudge|buzz|alert|nag|wake me|"
    r"snooze|remindr|prompt|text me|shout|don'?t let me forget|message me)\b")
_UNDO = re.compile(
    r"\b(?:undo|delete|remove|take (?:that|it|off)|wrong day|logged it twice|that session was wrong|"
    r"scrap|erase)\b")
_PHOTO = re.compile(r"\b(?:photos?|pictures?|pics?|selfies?)\b")
_MISSED = re.compile(
    r"\b(?:missed|skipped|forgot|didn'?t|did not|haven'?t|have not|no exercises|rest day)\b")
_FORGOT_TO_LOG = re.compile(r"\bforgot to (?:log|tell|add|write)\b")
_PROGRESS = re.compile(
    r"\b(?:progress|streak|stats?|history|my log|the log|my diary|my record|chart|summary|entries|how am i|how far|"
    r"how many|how much|how long (?:is|have)|how consistent|how regular|how often|how'?s my|which week|which days|"
    r"am i|have i|when did i|when was|what have i|what did i|did i|did you|show|see|view|list|on track|total|advance|"
    r"calendar of|in a row|last week|can i see|weekly)\b")
_LOG = re.compile(
    r"\b(?:did|done|do today|log|loged|logged|record|add|save|note|write|mark|tick|ticked|check off|count|put|finished|"
    r"completed?|practi[sc]ed|exercised|massaged|rolled|used|applied|chewed|mewed|jot|keep my streak|day \d+|week \d+|"
    r"made|min|mins|minutes)\b")
_ASKS_FOR_RECORD = re.compile(r"\b(?:keep (?:track|a|count)|track my|can you (?:track|keep)|can i log|"
                              r"want to (?:track|log)|start tracking|start a|set (?:a|my|myself)|goal|target)\b")
_MINUTES = re.compile(r"\b(?P<n>\d{1,3}|half an|an|a|one|two|five|seven|eight|ten|twelve|fifteen|twenty|thirty) ?"
                      r"(?P<unit>min(?:ute)?s?|hrs?|hours?|h|quarter of an hour)\b")
_WORDS = {"half an": 0.5, "an": 1, "a": 1, "one": 1, "two": 2, "five": 5, "seven": 7, "eight": 8, "ten": 10,
          "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30}
LONGEST = 4 * 3600  # seconds; what is said to be longer is not taken for the length of a session


def pressed(wish: str, today: date) -> Ask:
    """What a button wants. The one for a photo reminds once a month."""
    if wish == "photo":
        return Ask("remind", every_days=30, photo=True)
    return Ask(wish, day=today) if wish in KINDS else Ask("about")  # type: ignore[arg-type]


def read(text: str, today: date) -> Ask:
    """What a message wants; ``about`` when it asks what can be kept track of, or nothing that is understood.

    Args:
        text: the visitor's words, of the intent ``ask_tracking``.
        today: the visitor's own day.
    """
    plain = text.casefold().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
    kind = _kind(plain)
    photo = bool(_PHOTO.search(plain))
    every = clock.every_days(plain)
    return Ask(
        kind, day=clock.past_day(plain, today) if kind in ("log", "missed") else None,
        seconds=_seconds(plain) if kind == "log" else None,
        time_of_day=clock.time_of_day(plain) if kind == "remind" else None,
        every_days=30 if photo and every == 1 else every, weekday=clock.weekday(plain), photo=photo,
    )


def _kind(plain: str) -> Kind:
    if _CANCEL.search(plain) and not _TURN_ON.search(plain):
        return "cancel"
    if _LIST.search(plain) and not re.search(r"\b(?:set|change|want)\b", plain):
        return "reminders"
    if _REMIND.search(plain):
        return "remind"
    if _UNDO.search(plain):
        return "undo"
    if _PHOTO.search(plain):
        return "photo"
    if _ASKS_FOR_RECORD.search(plain):
        return "about"
    if _MISSED.search(plain) and not _FORGOT_TO_LOG.search(plain) and not _PROGRESS.search(plain):
        return "missed"
    asks = _PROGRESS.search(plain)
    logs = _LOG.search(plain)
    if logs and (not asks or logs.start() < asks.start()):
        return "log"
    return "progress" if asks else "about"


def _seconds(plain: str) -> int | None:
    found = _MINUTES.search(plain)
    if not found:
        return None
    amount = float(found["n"]) if found["n"].isdecimal() else _WORDS[found["n"]]
    unit = found["unit"]
    seconds = round(amount * (900 if unit.startswith("quarter") else 3600 if unit.startswith("h") else 60))
    return seconds if 0 < seconds <= LONGEST else None
