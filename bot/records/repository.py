"""The records as the rest of the project sees them. ``open_records`` is the way in."""
from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError
from sqlalchemy.sql import Select
from sqlalchemy.sql.schema import Table

from bot.records import rows, schema
from bot.records.database import RecordsError, begin_writing, explained, insert_new
from bot.records.erasure import erase, finish_erasing
from bot.records.export import export, messages
from bot.records.model import Erased, Feedback, Kept, Place, Practice, Reminder, Unanswered, UnansweredCount
from bot.records.opened import Opened
from bot.records.redaction import redact, same_words

#: As many actions as run at the same time.
CONNECTIONS = 8


def open_records(url: str, known_words: Callable[[], frozenset[str]] = frozenset) -> Records:
    """The records at ``url``, the database of the conversations; connects with the first use.

    Args:
        url: such as ``sqlite:///var/conversations.db`` or ``postgresql://user:password@host/database``.
        known_words: hands over words in lower case that are no names of people although visitors may write them with a
            capital letter; asked when a sentence is redacted.

    Raises RecordsError when the address cannot be used; it never repeats one that it cannot read.
    """
    try:
        make_url(url)
    except (ArgumentError, ValueError):
        raise RecordsError("The conversations' address is no database address. Set PLUMBLINE_CONVERSATIONS_URL to "
                           "sqlite:///path or postgresql://user:password@host/database.") from None
    return Records(url, known_words)


class Records(Opened):
    """Reads and writes; safe for several threads and processes. Makes or migrates the tables with the first use.

    Raises:
        RecordsError: from every method, when the database cannot be used. Nothing was changed then.
    """

    def __init__(self, url: str, known_words: Callable[[], frozenset[str]] = frozenset) -> None:
        super().__init__(url, CONNECTIONS)
        self._known_words = known_words

    def _all(self, query: Select) -> list[Any]:
        with self.transaction() as connection:
            return list(connection.execute(query).all())

    # The practice log

    def log_practice(self, sender: str, practice: Practice) -> bool:
        """Adds a session; False when one of that ``key`` is there already, which stays as it is."""
        with self.transaction() as connection:
            return insert_new(connection, schema.practice, rows.practice_row(sender, practice))

    def practice(self, sender: str) -> tuple[Practice, ...]:
        """A visitor's sessions, oldest first."""
        found = self._all(_of(schema.practice, sender).order_by(schema.practice.c.day, schema.practice.c.at))
        return tuple(map(rows.practice_of, found))

    def remove_practice(self, sender: str, key: str) -> bool:
        """Takes a session out of the log; False when there is none of that key."""
        table = schema.practice
        with self.transaction() as connection:
            done = connection.execute(delete(table).where(table.c.sender_id == sender, table.c.key == key))
        return bool(done.rowcount)

    # The place in a routine

    def keep_place(self, sender: str, place: Place | None) -> None:
        """Keeps where a visitor is in a routine in place of what was kept; None forgets it."""
        table = schema.places
        with self.transaction() as connection:
            begin_writing(connection)
            connection.execute(delete(table).where(table.c.sender_id == sender))
            if place is not None:
                connection.execute(insert(table), rows.place_row(sender, place))

    def place(self, sender: str) -> Place | None:
        """Where a visitor is in a routine; None when they are in none."""
        found = self._all(_of(schema.places, sender))
        return rows.place_of(found[0]) if found else None

    # Reminders

    def add_reminder(self, reminder: Reminder) -> bool:
        """Adds a reminder; False when one of that ``id`` is there already, which stays as it is."""
        with self.transaction() as connection:
            return insert_new(connection, schema.reminders, rows.reminder_row(reminder))

    def reminders(self, sender: str) -> tuple[Reminder, ...]:
        """A visitor's reminders, oldest first."""
        found = self._all(_of(schema.reminders, sender).order_by(schema.reminders.c.created_at, schema.reminders.c.id))
        return tuple(map(rows.reminder_of, found))

    def cancel_reminders(self, sender: str, what: str | None = None) -> int:
        """Removes a visitor's reminders of something, by default all; returns how many there were."""
        table = schema.reminders
        query = delete(table).where(table.c.sender_id == sender)
        with self.transaction() as connection:
            return int(connection.execute(query if what is None else query.where(table.c.what == what)).rowcount)

    def due_reminders(self, now: datetime, at_most: int = 100) -> tuple[Reminder, ...]:
        """Reminders whose moment has come, the longest overdue first. Take one before it is said."""
        table = schema.reminders
        query = select(table).where(table.c.next_at <= now).order_by(table.c.next_at, table.c.id).limit(at_most)
        return tuple(map(rows.reminder_of, self._all(query)))

    def take_reminder(self, reminder: Reminder, next_at: datetime) -> bool:
        """Moves a due reminder on to its next moment; True for exactly one of all who try, also after a restart.

        Who gets True says it. A crash between the two leaves it unsaid once, never said twice.
        """
        table = schema.reminders
        query = (update(table).where(table.c.id == reminder.id, table.c.next_at == reminder.next_at)
                 .values(next_at=next_at, last_at=reminder.next_at))
        with self.transaction() as connection:
            return connection.execute(query).rowcount == 1

    # Feedback and unanswered questions

    def add_feedback(self, sender: str, feedback: Feedback) -> None:
        """Keeps what a visitor said of an answer, its comment redacted, in place of what they said of it before."""
        row = rows.feedback_row(sender, feedback) | {"comment": redact(feedback.comment, self._known_words())}
        table = schema.feedback
        with self.transaction() as connection:
            begin_writing(connection)
            connection.execute(delete(table).where(table.c.sender_id == sender, table.c.answer == feedback.answer))
            connection.execute(insert(table), row)

    def feedback(self, sender: str | None = None) -> tuple[Feedback, ...]:
        """A visitor's feedback, or everyone's, oldest first."""
        query = select(schema.feedback) if sender is None else _of(schema.feedback, sender)
        return tuple(map(rows.feedback_of, self._all(query.order_by(schema.feedback.c.at, schema.feedback.c.answer))))

    def add_unanswered(self, sender: str, question: Unanswered) -> None:
        """Adds a question that had no sourced answer, redacted; one without a word in it is left out."""
        text = redact(question.text, self._known_words())
        key = same_words(text)
        if not key:
            return
        row = {schema.SENDER: sender, "key": key, "text": text, "at": question.at}
        with self.transaction() as connection:
            connection.execute(insert(schema.unanswered), row)

    def unanswered(self, at_most: int = 1000) -> tuple[UnansweredCount, ...]:
        """Unanswered questions with their counts, the most asked first, then the newest."""
        table = schema.unanswered
        counts = select(
            table.c.key, func.count().label("times"), func.count(table.c.sender_id.distinct()).label("visitors"),
            func.min(table.c.at).label("first_at"), func.max(table.c.at).label("last_at"),
            func.max(table.c.id).label("newest"),
        ).group_by(table.c.key).subquery()
        query = (select(counts, table.c.text).join(table, table.c.id == counts.c.newest)
                 .order_by(counts.c.times.desc(), counts.c.last_at.desc(), counts.c.key).limit(at_most))
        return tuple(map(rows.count_of, self._all(query)))

    def settle_unanswered(self, key: str) -> int:
        """Removes a question that editors have dealt with; returns how often it was asked."""
        with self.transaction() as connection:
            return int(connection.execute(delete(schema.unanswered).where(schema.unanswered.c.key == key)).rowcount)

    # The visitor's own

    def kept(self, sender: str) -> Kept:
        """Everything that is kept about a visitor beside the conversation."""
        asked = self._all(_of(schema.unanswered, sender).order_by(schema.unanswered.c.id))
        return Kept(self.practice(sender), self.reminders(sender), self.feedback(sender),
                    tuple(map(rows.unanswered_of, asked)), self.place(sender))

    def messages(self, sender: str) -> int:
        """How many messages of a visitor are stored with the conversation."""
        with self.transaction() as connection:
            return messages(connection, sender)

    def export(self, sender: str, now: datetime) -> dict[str, Any]:
        """Everything that is kept about a visitor, the conversation included, as JSON values."""
        kept = self.kept(sender)
        with self.transaction() as connection:
            return export(connection, sender, kept, now)

    def erase(self, sender: str) -> Erased:
        """Removes every row of a visitor from every table of the database, the conversation's included, or none."""
        with self.transaction() as connection:
            erased = erase(connection, sender)
        with explained(self._url):
            finish_erasing(self._engine)
        return erased


def _of(table: Table, sender: str) -> Select:
    return select(table).where(table.c.sender_id == sender)
