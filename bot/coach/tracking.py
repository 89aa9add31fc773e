"""The log, progress and reminders: an ask in, an answer and what is to be written out."""
from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from bot.answers.citing import finish
from bot.answers.phrases import fill
from bot.answers.service import AnswerService
from bot.answers.suggestions import payload
from bot.coach import clock
from bot.coach.calendar import calendar_file
from bot.coach.diary import Ask
from bot.coach.practice import Logged, aim_of, progress
from bot.model import Answer, Progress, Question, SetReminder, Situation, Suggestion
from bot.records.model import Practice, Reminder

TRACKING = Question("tracking")
#: How often a reminder can come, in days.
OFTEN = (1, 2, 7, 30)


@dataclass(frozen=True)
class Wanted:
    """A reminder that is being talked about, as the conversation keeps it until it is set."""

    what: str  # practice or photo
    every_days: int
    time_of_day: str | None = None
    zone: str | None = None
    weekday: int | None = None

    def as_record(self) -> dict[str, Any]:
        """Plain JSON values."""
        return {"what": self.what, "every_days": self.every_days, "time_of_day": self.time_of_day, "zone": self.zone,
                "weekday": self.weekday}

    @classmethod
    def from_record(cls, record: Any) -> Wanted | None:
        """What :meth:`as_record` kept; None for anything else."""
        if not isinstance(record, Mapping) or record.get("every_days") not in OFTEN:
            return None
        return cls(str(record.get("what")), int(record["every_days"]), record.get("time_of_day"), record.get("zone"),
                   record.get("weekday"))


@dataclass(frozen=True)
class Visit:
    """Who asks, where, when, and what is kept of them."""

    sender: str
    channel: str  # Rasa's name of the input channel
    can_be_written_to: bool  # whether that channel can be written to first
    message_id: str
    now: datetime
    practice: tuple[Practice, ...] = ()
    reminders: tuple[Reminder, ...] = ()
    zone: str | None = None  # where the channel tells it

    @property
    def known_zone(self) -> str | None:
        """The visitor's time zone, told by the channel or by a reminder."""
        return self.zone or next((each.time_zone for each in reversed(self.reminders)), None)

    @property
    def today(self) -> date:
        """The visitor's own day, UTC's where their zone is not known."""
        return clock.today_in(self.known_zone, self.now)


@dataclass(frozen=True)
class Reply:
    """What is said, what has to be written before it is said, and what was asked back."""

    answer: Answer
    log: Practice | None = None
    take_out: str | None = None  # key of a session
    remind: Reminder | None = None  # in place of any of the same ``what``
    cancel: bool = False  # every reminder
    wanted: Wanted | None = None


class Tracking:
    """Answers about one visitor's log and reminders, on the current release."""

    def __init__(self, service: AnswerService, situation: Situation, visit: Visit) -> None:
        self._service, self._situation, self._visit = service, situation, visit
        self._index = service.release()

    def reply(self, ask: Ask) -> Reply:
        """What follows an ask."""
        if ask.kind == "remind":
            return self.towards(Wanted("photo" if ask.photo else "practice", ask.every_days, ask.time_of_day,
                                       self._visit.known_zone, ask.weekday))
        return {"log": self._log, "missed": self._missed, "undo": self._undo, "cancel": self._cancel}.get(
            ask.kind, self._shown)(ask)

    # The log

    def _log(self, ask: Ask) -> Reply:
        day, visit = ask.day or self._visit.today, self._visit
        key = f"told {visit.message_id}"
        known = any(each.key == key or (each.day == day and not ask.seconds) for each in visit.practice)
        new = None if known else Practice(key, day, visit.now, seconds=ask.seconds)
        found = self._progress(*([new] if new else []))
        headline = self._say("track_already" if known else "track_logged", day=self._day(day),
                             streak=str(found.streak), days=str(found.days))
        return Reply(replace(self._brief(headline, "progress", "undo", "remind"), progress=found), log=new)

    def _missed(self, ask: Ask) -> Reply:
        found = self._progress()
        headline = self._say("track_missed", day=self._day(ask.day or self._visit.today), days=str(found.days))
        return Reply(replace(self._brief(headline, "progress", "remind"), progress=found))

    def _undo(self, ask: Ask) -> Reply:
        newest = max(self._visit.practice, key=lambda each: each.at, default=None)
        if newest is None:
            return Reply(self._brief(self._say("track_nothing_to_undo"), "log"))
        kept = [each for each in self._visit.practice if each is not newest]
        found = progress([Logged(each.day, each.seconds) for each in kept], self._visit.today, aim_of(self._index))
        headline = self._say("track_undone", day=self._day(newest.day), days=str(found.days))
        return Reply(replace(self._brief(headline, "progress", "log"), progress=found), take_out=newest.key)

    def _progress(self, *more: Practice) -> Progress:
        log = [Logged(each.day, each.seconds) for each in (*self._visit.practice, *more)]
        return progress(log, self._visit.today, aim_of(self._index))

    def _shown(self, ask: Ask) -> Reply:
        """Progress, what can be kept track of, a photo, or the reminders: with what the sources say of it."""
        whole = self._service.answer(TRACKING, situation=self._situation)
        if ask.kind == "reminders":
            return Reply(self._reminders())
        if ask.kind == "photo":
            whole = replace(whole, note=self._say("track_photo"))
            return Reply(replace(whole, suggestions=(self._button("photo"), *whole.suggestions[:2])))
        if ask.kind == "about":
            return Reply(replace(whole, suggestions=self._buttons("log", "progress", "remind")))
        found = self._progress()
        if not found.days:
            return Reply(replace(whole, headline=self._say("track_no_progress"), progress=found,
                                 suggestions=self._buttons("log", "remind")))
        headline = self._say("track_progress", days=str(found.days), streak=str(found.streak),
                             longest=str(found.longest_streak), week=str(found.week))
        note = self._say("track_progress_aim", aim=found.aim) if found.aim else ""
        return Reply(replace(whole, headline=headline, note=note, progress=found,
                             suggestions=self._buttons("log", "remind", "photo")))

    # Reminders

    def towards(self, wanted: Wanted) -> Reply:
        """Asks for what is still missing; on a channel that cannot be written to, a calendar file instead."""
        if wanted.time_of_day is None:
            return Reply(self._brief(self._say("remind_when")), wanted=wanted)
        often = self._say(f"remind_often_{wanted.every_days}")
        what = self._say(f"remind_what_{wanted.what}")
        if not self._visit.can_be_written_to:
            made = SetReminder(wanted.what, wanted.time_of_day, wanted.every_days)
            file = calendar_file(made, self._say("remind_title", what=what), self._visit.now, wanted.weekday)
            said = self._brief(self._say("remind_calendar", what=what, often=often, time=wanted.time_of_day))
            return Reply(replace(said, reminders=(made,), calendar=file))
        if wanted.zone is None:
            return Reply(self._brief(self._say("remind_where")), wanted=wanted)
        question = self._say("remind_ask", what=what.capitalize(), often=often, time=wanted.time_of_day,
                             zone=clock.zone_name(wanted.zone))
        return Reply(self._brief(question, "yes", "no"), wanted=wanted)

    def answered(self, wanted: Wanted, text: str, wish: str | None) -> Reply | None:
        """What follows the visitor's answer to what was asked back; None when it is none."""
        if wish == "no" or wish == "stop":
            return Reply(self._brief(self._say("remind_not_set"), "progress"))
        if wanted.time_of_day is None:
            found = clock.time_of_day(text)
            return self.towards(replace(wanted, time_of_day=found, zone=wanted.zone or clock.time_zone(
                text, self._visit.now) if _names_place(text) else wanted.zone)) if found else None
        if wanted.zone is None:
            zone = clock.time_zone(text, self._visit.now)
            if zone:
                return self.towards(replace(wanted, zone=zone))
            short = wish is None and len(text.split()) <= 3 and "?" not in text
            return Reply(self._brief(self._say("remind_where_again")), wanted=wanted) if short else None
        if wish == "yes" or wish == "next":
            return self._set(wanted)
        changed = clock.time_of_day(text)
        return self.towards(replace(wanted, time_of_day=changed)) if changed else None

    def _set(self, wanted: Wanted) -> Reply:
        assert wanted.time_of_day and wanted.zone
        visit = self._visit
        name = uuid.uuid5(uuid.NAMESPACE_URL, f"{visit.sender} {wanted.what} {visit.message_id}")
        reminder = Reminder(
            str(name), visit.sender, wanted.what, wanted.time_of_day, wanted.zone, visit.channel,
            clock.next_due(wanted.time_of_day, wanted.zone, wanted.every_days, visit.now, wanted.weekday), visit.now,
            wanted.every_days)
        headline = self._say("remind_set", **self._words(reminder, capital=True))
        return Reply(replace(self._brief(headline, "progress", "cancel"), reminders=(_shown(reminder),)),
                     remind=reminder)

    def _cancel(self, ask: Ask) -> Reply:
        there = bool(self._visit.reminders)
        return Reply(self._brief(self._say("remind_cancelled" if there else "remind_none"), "remind"), cancel=there)

    def _reminders(self) -> Answer:
        if not self._visit.reminders:
            return self._brief(self._say("remind_none"), "remind")
        lines = "; ".join(self._say("remind_line", **self._words(each)) for each in self._visit.reminders)
        said = self._brief(self._say("remind_list", reminders=lines), "cancel")
        return replace(said, reminders=tuple(map(_shown, self._visit.reminders)))

    def _words(self, reminder: Reminder, capital: bool = False) -> dict[str, str]:
        what = self._say(f"remind_what_{reminder.what}")
        return {"what": what.capitalize() if capital else what, "time": reminder.time_of_day,
                "often": self._say(f"remind_often_{reminder.every_days}"), "zone": clock.zone_name(reminder.time_zone)}

    # What all replies share

    def _brief(self, headline: str, *buttons: str) -> Answer:
        """One sentence, without what the sources say of keeping track."""
        whole = self._service.answer(TRACKING, situation=self._situation)
        return finish(replace(whole, headline=headline, evidence=None, note="", points=(), none_found=(),
                              more_points=0, debate=None, cautions=(), left_out=(), see_dermatologist=None, feedback=(),
                              suggestions=self._buttons(*buttons)), self._index)

    def _day(self, day: date) -> str:
        if day == self._visit.today:
            return self._say("track_today")
        if day == self._visit.today - timedelta(days=1):
            return self._say("track_yesterday")
        return f"{day:%A}, {day.day} {day:%B}"

    def _button(self, wish: str) -> Suggestion:
        return Suggestion(self._say(f"track_button_{wish}"), payload("ask_tracking", wish=wish))

    def _buttons(self, *wishes: str) -> tuple[Suggestion, ...]:
        return tuple(map(self._button, wishes))

    def _say(self, name: str, **values: str) -> str:
        return fill(self._index.phrases, name, **values)


def _shown(reminder: Reminder) -> SetReminder:
    return SetReminder(reminder.what, reminder.time_of_day, reminder.every_days, reminder.time_zone)


def _names_place(text: str) -> bool:
    """Whether an answer to "at what time" also says where: more than a time of day."""
    return any(word.isalpha() and len(word) > 3 for word in text.split())
