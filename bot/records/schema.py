"""The tables of the records, in the database of the conversations. Every one has the column ``sender_id``.

That column is what erasing a visitor goes by: a table added to this database without it would keep what it holds.

``SCHEMA_VERSION`` is the head of the Alembic revisions in ``migrations/versions``, on SQLite as on PostgreSQL; raise it
with every change of these tables.
"""
from __future__ import annotations

from datetime import datetime, timezone
from typing import Any

from sqlalchemy import Column, Date, Index, Integer, MetaData, String, Table, Text, UniqueConstraint
from sqlalchemy.types import TypeDecorator

SCHEMA_VERSION = 3
#: Holds the revision. Not Alembic's usual name: the content store may share the database.
VERSION_TABLE = "records_version"
SENDER = "sender_id"


class Moment(TypeDecorator[datetime]):
    """A moment as text in UTC, to the second (``2026-11-21T10:20:00+00:00``): the same order, on every engine."""

    impl = String(25)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Any) -> str | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"{value} has no time zone. Give it one.")
        return value.astimezone(timezone.utc).isoformat(timespec="seconds")

    def process_result_value(self, value: str | None, dialect: Any) -> datetime | None:
        return None if value is None else datetime.fromisoformat(value)


metadata = MetaData(naming_convention={"pk": "pk_%(table_name)s", "ix": "ix_%(table_name)s_%(column_0_N_name)s",
                                      "uq": "uq_%(table_name)s_%(column_0_N_name)s"})

practice = Table(
    "practice", metadata,
    Column(SENDER, Text, primary_key=True),
    Column("key", Text, primary_key=True),
    Column("day", Date, nullable=False),
    Column("at", Moment, nullable=False),
    Column("routine", Text),
    Column("seconds", Integer),
    Column("steps_done", Integer),
    Column("steps", Integer),
)

reminders = Table(
    "reminders", metadata,
    Column("id", Text, primary_key=True),
    Column(SENDER, Text, nullable=False),
    Column("what", Text, nullable=False),
    Column("time_of_day", String(5), nullable=False),
    Column("time_zone", Text, nullable=False),
    Column("channel", Text, nullable=False),
    Column("every_days", Integer, nullable=False),
    Column("next_at", Moment, nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("last_at", Moment),
)
Index(None, reminders.c.next_at)
Index(None, reminders.c.sender_id)

#: Where a visitor is in a routine: it outlives the session of the conversation.
places = Table(
    "places", metadata,
    Column(SENDER, Text, primary_key=True),
    Column("session", Text, nullable=False),  # JSON
    Column("at", Moment, nullable=False),
)

feedback = Table(
    "feedback", metadata,
    Column(SENDER, Text, primary_key=True),
    Column("answer", Text, primary_key=True),
    Column("verdict", String(16), nullable=False),
    Column("at", Moment, nullable=False),
    Column("release", Integer),
    Column("kind", Text),
    Column("claims", Text, nullable=False),  # JSON lists of slugs, here and in the next two
    Column("subjects", Text, nullable=False),
    Column("areas", Text, nullable=False),
    Column("comment", Text, nullable=False),
)

#: A row for each time that a question was asked: the count goes down when one who asked erases what is kept of them.
unanswered = Table(
    "unanswered", metadata,
    Column("id", Integer, primary_key=True),
    Column(SENDER, Text, nullable=False),
    Column("key", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("at", Moment, nullable=False),
)
Index(None, unanswered.c.sender_id)
Index(None, unanswered.c.key)

#: One row for each conversation of the web channel; its words are in ``mailbox_entries``.
mailboxes = Table(
    "mailboxes", metadata,
    Column(SENDER, Text, primary_key=True),
    Column("epoch", String(16), nullable=False),  # random; another one after everything was deleted
    Column("last_seq", Integer, nullable=False),
    Column("seen", Integer, nullable=False),  # the highest number that the visitor was shown
    Column("running", Text),  # client id of the message whose turn is going on
)

#: What was said in a conversation of the web channel, numbered from 1 without gaps, as visitors were shown it.
mailbox_entries = Table(
    "mailbox_entries", metadata,
    Column(SENDER, Text, primary_key=True),
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("by", String(8), nullable=False),  # visitor or bot
    Column("client_id", Text),  # of a visitor's message: given by their browser
    Column("re", Text),  # of the bot's: the client id of the message that it answers, if it answers one
    Column("data", Text, nullable=False),  # JSON
    Column("at", Moment, nullable=False),
    Column("state", String(8)),  # of a visitor's message: waiting, running or done
    UniqueConstraint(SENDER, "client_id"),
)
Index(None, mailbox_entries.c.sender_id, mailbox_entries.c.state)
