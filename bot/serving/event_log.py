"""Where conversations are kept: an append-only log of events, and for each conversation the window that is read.

SQLite (WAL) by default, PostgreSQL by URL. Knows nothing of trackers: events go in and come out as JSON objects.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection, make_url
from sqlalchemy.schema import CreateTable

from bot.records.conversations import CONVERSATIONS, EVENTS
from bot.records.conversations import metadata as _metadata
from bot.serving.database import explained, open_engine

EventDict = dict[str, Any]

_READ_CONVERSATION = sa.select(CONVERSATIONS).where(CONVERSATIONS.c.sender_id == sa.bindparam("sender"))
_READ_EVENTS = (
    sa.select(EVENTS.c.seq, EVENTS.c.data)
    .where(EVENTS.c.sender_id == sa.bindparam("sender"), EVENTS.c.seq >= sa.bindparam("first"))
    .order_by(EVENTS.c.seq)
)
_READ_LAST = (
    sa.select(EVENTS.c.seq, EVENTS.c.type_name, EVENTS.c.timestamp)
    .where(EVENTS.c.sender_id == sa.bindparam("sender"))
    .order_by(EVENTS.c.seq.desc())
    .limit(1)
)
_ADVANCE = (
    sa.update(CONVERSATIONS)
    .where(CONVERSATIONS.c.sender_id == sa.bindparam("sender"), CONVERSATIONS.c.last_seq == sa.bindparam("expected"))
    .values({name: sa.bindparam(f"new_{name}") for name in ("last_seq", "session_seq", "window_seq", "window_head")})
)


@dataclass(frozen=True)
class Window:
    """What is read for the next message: `head`, then the log from `first` on; all numbers count from 1."""

    session: int
    first: int
    head: str  # a JSON list of events


@dataclass(frozen=True)
class Slice:
    """A part of one conversation as it was read."""

    events: list[EventDict]
    last: int  # number of the newest event, 0 for none
    window: Window


@dataclass(frozen=True)
class Stored:
    """The newest stored event of a conversation."""

    seq: int
    type_name: str
    timestamp: float


WHOLE = Window(session=1, first=1, head="[]")


class EventLog:
    """Reads and appends; safe for several processes on one database.

    Raises:
        ConversationStoreError: from every method, when the database cannot be used.
    """

    def __init__(self, url: str) -> None:
        self._url = make_url(url)
        with explained(self._url):
            self._engine = open_engine(self._url)
            with self._engine.begin() as connection:
                _create_tables(connection)

    def close(self) -> None:
        """Give the database's connections back."""
        self._engine.dispose()

    def read(self, sender_id: str) -> Slice | None:
        """The current window of a conversation; None when there is none."""
        with explained(self._url), self._engine.connect() as connection:
            row = connection.execute(_READ_CONVERSATION, {"sender": sender_id}).first()
            if row is None:
                return None
            window = Window(row.session_seq, row.window_seq, row.window_head)
            return self._slice(connection, sender_id, window, json.loads(row.window_head))

    def read_from(self, sender_id: str, first: int) -> Slice | None:
        """Every event from number `first` on; the window is reported, not applied. None when there is none."""
        with explained(self._url), self._engine.connect() as connection:
            row = connection.execute(_READ_CONVERSATION, {"sender": sender_id}).first()
            if row is None:
                return None
            whole = self._slice(connection, sender_id, Window(row.session_seq, first, "[]"), [])
        return replace(whole, window=Window(row.session_seq, row.window_seq, row.window_head))

    def last(self, sender_id: str) -> Stored | None:
        """The newest event of a conversation; None when there is none."""
        with explained(self._url), self._engine.connect() as connection:
            row = connection.execute(_READ_LAST, {"sender": sender_id}).first()
        return None if row is None else Stored(row.seq, row.type_name, row.timestamp)

    def sender_ids(self) -> list[str]:
        """Every conversation's id."""
        with explained(self._url), self._engine.connect() as connection:
            return list(connection.execute(sa.select(CONVERSATIONS.c.sender_id)).scalars())

    def append(self, sender_id: str, new: Sequence[EventDict], after: int, window: Window) -> int:
        """Add events in one transaction, all or none, and set the window.

        When another writer was faster, the events go behind the other's; a window that starts at one of the new events
        moves along, any other is left as it is in the database, because it was computed without the other's events.

        Returns:
            The number of the newest event.
        """
        with explained(self._url), self._engine.begin() as connection:
            last = after
            while not self._advance(connection, sender_id, last, last + len(new), window):
                row = connection.execute(_READ_CONVERSATION, {"sender": sender_id}).first()
                if row is None:  # erased meanwhile: what belongs to it goes with it
                    return last
                window = _rebased(window, after, row)
                after = last = row.last_seq
            connection.execute(sa.insert(EVENTS), [_row(sender_id, last + i, e) for i, e in enumerate(new, start=1)])
        return last + len(new)

    def erase(self, sender_id: str) -> None:
        """Remove a conversation, with every event of it."""
        with explained(self._url), self._engine.begin() as connection:
            for table in (EVENTS, CONVERSATIONS):
                connection.execute(sa.delete(table).where(table.c.sender_id == sender_id))

    @staticmethod
    def _advance(connection: Connection, sender_id: str, last: int, new_last: int, window: Window) -> bool:
        """Move the conversation on if nobody else did; a database lock on its row keeps others out until the commit."""
        values = {
            "last_seq": new_last,
            "session_seq": window.session,
            "window_seq": window.first,
            "window_head": window.head,
        }
        parameters = {"sender": sender_id, "expected": last, **{f"new_{k}": v for k, v in values.items()}}
        if connection.execute(_ADVANCE, parameters).rowcount == 1:
            return True
        return last == 0 and _insert_conversation(connection, {"sender_id": sender_id, **values})

    @staticmethod
    def _slice(connection: Connection, sender_id: str, window: Window, head: list[EventDict]) -> Slice:
        rows = connection.execute(_READ_EVENTS, {"sender": sender_id, "first": window.first}).all()
        last = rows[-1].seq if rows else window.first - 1
        return Slice([*head, *(json.loads(row.data) for row in rows)], last, window)


def _insert_conversation(connection: Connection, values: dict[str, Any]) -> bool:
    if connection.dialect.name == "postgresql":
        from sqlalchemy.dialects.postgresql import insert
    else:
        from sqlalchemy.dialects.sqlite import insert
    return bool(connection.execute(insert(CONVERSATIONS).values(values).on_conflict_do_nothing()).rowcount == 1)


def _rebased(window: Window, after: int, row: Any) -> Window:
    moved = row.last_seq - after
    if window.first > after and window.session > after:
        return Window(window.session + moved, window.first + moved, window.head)
    return Window(row.session_seq, row.window_seq, row.window_head)


def _row(sender_id: str, seq: int, event: EventDict) -> dict[str, Any]:
    return {
        "sender_id": sender_id,
        "seq": seq,
        "type_name": event["event"],
        "timestamp": event.get("timestamp") or 0.0,
        "data": json.dumps(event),
    }


def _create_tables(connection: Connection) -> None:
    if connection.dialect.name == "postgresql":
        # Two workers that start at once would both try, and IF NOT EXISTS does not cover that.
        connection.execute(sa.text("SELECT pg_advisory_xact_lock(20261121)"))
    for table in _metadata.sorted_tables:
        connection.execute(CreateTable(table, if_not_exists=True))
