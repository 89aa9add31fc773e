"""The numbered log of each conversation of the web channel: what the visitor wrote, and what they got.

Numbers are allotted inside the transaction that stores, behind a lock on the conversation's row, so that there are no
gaps and nobody reads a number before a smaller one. A log has an epoch, a random id: after everything was deleted the
next message begins another, in which nothing of the old one counts.
"""
from __future__ import annotations

import json
import secrets
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import insert, select, update
from sqlalchemy.engine import Connection

from bot.records.database import begin_writing, insert_new
from bot.records.letters import Data, Entry, Mark, Reading, Stored, Waiting
from bot.records.opened import Opened
from bot.records.schema import SENDER
from bot.records.schema import mailbox_entries as entries
from bot.records.schema import mailboxes as boxes

CONNECTIONS = 4
#: How many entries are read at a time.
AT_MOST = 200
#: How many conversations one question to the database asks about.
_ASKED_AT_ONCE = 500
WAITING, RUNNING, DONE = "waiting", "running", "done"
UNSETTLED = (WAITING, RUNNING)


class Mailbox(Opened):
    """Reads and writes the logs; safe for several threads and processes.

    Attributes:
        writers: how many may change it at a time without waiting for each other.

    Raises:
        RecordsError: from every method, when the database cannot be used. Nothing was changed then.
    """

    def __init__(self, url: str) -> None:
        super().__init__(url, CONNECTIONS)
        self.writers = 1 if self._url.get_backend_name() == "sqlite" else CONNECTIONS

    def store(self, sender: str, client_id: str, data: Data, now: datetime) -> Stored:
        """Adds a visitor's message that waits for its turn; one of that ``client_id`` that is there stays as it is."""
        with self.transaction() as connection:
            mark = _opened(connection, sender)
            known = connection.execute(select(entries.c.seq).where(
                entries.c.sender_id == sender, entries.c.client_id == client_id)).scalar()
            if known is not None:
                return Stored(known, new=False)
            row = {"by": "visitor", "client_id": client_id, "data": json.dumps(dict(data)), "state": WAITING}
            return Stored(_add(connection, sender, mark.last, [row], now), new=True)

    def oldest_waiting(self, sender: str) -> Waiting | None:
        """The first message of a visitor whose turn has not ended. Ask while you hold the conversation's lock."""
        query = (select(entries, boxes.c.epoch).join(boxes, boxes.c.sender_id == entries.c.sender_id)
                 .where(entries.c.sender_id == sender, entries.c.state.in_(UNSETTLED)).order_by(entries.c.seq).limit(1))
        with self.transaction() as connection:
            row = connection.execute(query).first()
        return None if row is None else Waiting(sender, row.epoch, row.client_id, json.loads(row.data),
                                                begun=row.state == RUNNING)

    def begin(self, waiting: Waiting) -> bool:
        """Marks a message as being answered; False when the log is gone."""
        with self.transaction() as connection:
            if _locked(connection, waiting.sender).epoch != waiting.epoch:
                return False
            _set(connection, waiting, RUNNING)
            connection.execute(_box(waiting.sender).values(running=waiting.client_id))
            return True

    def finish(self, waiting: Waiting, messages: Sequence[Data], now: datetime) -> bool:
        """Adds what the turn said and marks its message as done; False, and nothing stored, when the log is gone."""
        with self.transaction() as connection:
            mark = _locked(connection, waiting.sender)
            if mark.epoch != waiting.epoch:
                return False
            _set(connection, waiting, DONE)
            connection.execute(_box(waiting.sender).values(running=None))
            _add(connection, waiting.sender, mark.last, _said(messages, waiting.client_id), now)
            return True

    def interject(self, waiting: Waiting, message: Data, now: datetime) -> bool:
        """Adds something about a turn that goes on; False, and nothing stored, when the log is gone."""
        with self.transaction() as connection:
            mark = _locked(connection, waiting.sender)
            if mark.epoch != waiting.epoch:
                return False
            _add(connection, waiting.sender, mark.last, _said([message], waiting.client_id), now)
            return True

    def append(self, sender: str, messages: Sequence[Data], now: datetime) -> int:
        """Adds what nobody asked for, such as a reminder; the number of the newest."""
        with self.transaction() as connection:
            return _add(connection, sender, _opened(connection, sender).last, _said(messages, None), now)

    def since(self, sender: str, epoch: str, seq: int, at_most: int = AT_MOST) -> Reading:
        """The entries behind number ``seq`` of ``epoch``; those of another epoch, or a number too high, from 1 on."""
        with self.transaction() as connection:
            mark = _mark(connection, sender)
            first = epoch != mark.epoch or seq > mark.last
            after = 0 if first else seq
            found = connection.execute(
                select(entries).where(entries.c.sender_id == sender, entries.c.seq > after, entries.c.seq <= mark.last)
                .order_by(entries.c.seq).limit(at_most)).all()
            unsettled = connection.execute(select(entries.c.seq).where(
                entries.c.sender_id == sender, entries.c.state.in_(UNSETTLED)).limit(1)).first()
        more = bool(found) and found[-1].seq < mark.last
        return Reading(mark, tuple(map(_entry, found)), first, more, unsettled is not None)

    def see(self, sender: str, seq: int) -> None:
        """Notes that the visitor was shown the entries up to a number; a number that there is not changes nothing."""
        with self.transaction() as connection:
            connection.execute(update(boxes).where(
                boxes.c.sender_id == sender, boxes.c.seen < seq, boxes.c.last_seq >= seq,
            ).values(seen=seq))

    def waiting_senders(self) -> tuple[str, ...]:
        """Everybody who has a message whose turn has not ended."""
        query = select(entries.c.sender_id).where(entries.c.state.in_(UNSETTLED)).distinct()
        with self.transaction() as connection:
            return tuple(connection.execute(query).scalars())

    def marks(self, senders: Iterable[str]) -> dict[str, Mark]:
        """How far each of these conversations is."""
        asked = list(senders)
        found = {sender: Mark() for sender in asked}
        with self.transaction() as connection:
            for start in range(0, len(asked), _ASKED_AT_ONCE):
                some = asked[start:start + _ASKED_AT_ONCE]
                for row in connection.execute(select(boxes).where(boxes.c.sender_id.in_(some))):
                    found[row.sender_id] = _mark_of(row)
        return found


def log_of(connection: Connection, sender: str) -> list[dict[str, Any]]:
    """A visitor's whole log for their export: of an answer its headline, for its claims are no data of theirs."""
    found = connection.execute(select(entries).where(entries.c.sender_id == sender).order_by(entries.c.seq)).all()
    return [{"at": row.at.isoformat(), "by": row.by, **_short(json.loads(row.data))} for row in found]


def _short(data: dict[str, Any]) -> dict[str, Any]:
    said: dict[str, Any] = {name: data[name] for name in ("text", "title", "failed") if name in data}
    return {**said, "text": data["custom"].get("headline", "")} if "custom" in data else said


def opened(connection: Connection, sender: str) -> tuple[bool, Mark]:
    """Whether the conversation's row had to be made, and its mark. Begin writing before.

    Nobody else may change the log until the transaction ends.
    """
    while True:
        made = insert_new(connection, boxes, {SENDER: sender, "epoch": secrets.token_hex(8), "last_seq": 0, "seen": 0})
        mark = _mark(connection, sender, lock=True)
        if mark.epoch:  # else everything was deleted in between
            return made, mark


def _opened(connection: Connection, sender: str) -> Mark:
    begin_writing(connection)
    return opened(connection, sender)[1]


def _locked(connection: Connection, sender: str) -> Mark:
    begin_writing(connection)
    return _mark(connection, sender, lock=True)


def _mark(connection: Connection, sender: str, lock: bool = False) -> Mark:
    query = select(boxes).where(boxes.c.sender_id == sender)
    row = connection.execute(query.with_for_update() if lock else query).first()
    return Mark() if row is None else _mark_of(row)


def _mark_of(row: Any) -> Mark:
    return Mark(row.epoch, row.last_seq, row.seen, row.running)


def _box(sender: str) -> Any:
    return update(boxes).where(boxes.c.sender_id == sender)


def _set(connection: Connection, waiting: Waiting, state: str) -> None:
    connection.execute(update(entries).where(
        entries.c.sender_id == waiting.sender, entries.c.client_id == waiting.client_id).values(state=state))


def _said(messages: Sequence[Data], re: str | None) -> list[dict[str, Any]]:
    return [{"by": "bot", "re": re, "data": json.dumps(dict(each))} for each in messages]


def _add(connection: Connection, sender: str, last: int, rows: list[dict[str, Any]], now: datetime) -> int:
    """Numbers and adds rows; the number of the newest."""
    if rows:
        connection.execute(insert(entries), [
            {SENDER: sender, "seq": last + number, "at": now, **row} for number, row in enumerate(rows, 1)])
        connection.execute(_box(sender).values(last_seq=boxes.c.last_seq + len(rows)))
    return last + len(rows)


def _entry(row: Any) -> Entry:
    return Entry(row.seq, row.by, row.at, json.loads(row.data), row.client_id, row.re)
