"""Open the database of the conversations, and say in plain words why one cannot be used."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from rasa.shared.exceptions import RasaException
from sqlalchemy import event as sa_event
from sqlalchemy.engine import URL, Engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import QueuePool

LOCK_WAIT_SECONDS = 0.5
"""How long a write waits for another writer of the same SQLite file. A message may wait twice, and an emergency has to
be answered within two seconds; what cannot be written is written with the next message."""


class ConversationStoreError(RasaException):
    """The database cannot be used; the message names the place, the cause and the remedy."""


@contextmanager
def explained(url: URL) -> Iterator[None]:
    """Turn what the database or the file system raises into a `ConversationStoreError`."""
    try:
        yield
    except (DBAPIError, OSError) as error:
        raise _explanation(url, error) from error


def open_engine(url: URL) -> Engine:
    """SQLite in WAL mode, its folder made if need be, or PostgreSQL. Connects with the first use."""
    if url.get_backend_name() != "sqlite":
        return sa.create_engine(url, pool_pre_ping=True, future=True)
    if url.database and url.database != ":memory:" and not url.database.startswith("file:"):
        Path(url.database).parent.mkdir(parents=True, exist_ok=True)
    # One connection is enough: no transaction lasts over an `await`.
    engine = sa.create_engine(
        url,
        poolclass=QueuePool,
        pool_size=1,
        max_overflow=0,
        connect_args={"timeout": LOCK_WAIT_SECONDS, "check_same_thread": False},
        future=True,
    )
    sa_event.listen(engine, "connect", _prepare_sqlite)
    return engine


def _prepare_sqlite(connection: Any, _record: Any) -> None:
    # WAL: readers and the one writer do not wait for each other. NORMAL: a killed process loses nothing that was
    # committed; only a power cut can lose the newest messages, and never the file.
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=NORMAL")


_CAUSES = (
    ("locked", "another process holds it locked", "End that process (a database shell, a backup) and ask again"),
    ("readonly", "it is read-only", "Make the file and its folder writable for this user"),
    ("unable to open", "it cannot be opened", "Check that the folder exists and that this user may write to it"),
    ("not a database", "the file is damaged or no database", "Move it away, or restore it from a backup, and start"),
    ("malformed", "the file is damaged", "Move it away, or restore it from a backup, and start again"),
    ("is full", "the disk is full", "Free some space"),
    ("could not connect", "the server cannot be reached", "Start the database server or correct the URL"),
    ("connection refused", "the server cannot be reached", "Start the database server or correct the URL"),
    ("connection to server", "the server cannot be reached", "Start the database server or correct the URL"),
)


def _explanation(url: URL, error: Exception) -> ConversationStoreError:
    place = url.database if url.get_backend_name() == "sqlite" else url.render_as_string(hide_password=True)
    original = str(getattr(error, "orig", None) or error).strip()
    detail = original.splitlines()[0] if original else type(error).__name__
    for sign, cause, remedy in _CAUSES:
        if sign in original.lower():
            return ConversationStoreError(f"Conversations ({place}): {cause}. {remedy}. The database said: {detail}")
    return ConversationStoreError(f"Conversations ({place}): the database failed. It said: {detail}")
