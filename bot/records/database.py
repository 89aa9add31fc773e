"""Opens the database of the conversations and the records, and says in plain words why it cannot be used."""
from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy import event as sa_event
from sqlalchemy.engine import URL, Connection, Engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.pool import QueuePool

#: How long a write waits for another writer of the same SQLite file. A message may wait twice, and an emergency has to
#: be answered within two seconds.
LOCK_WAIT_SECONDS = 0.5
CONNECT_SECONDS = 2


class RecordsError(Exception):
    """The records cannot be used; the message names the place, the cause and the remedy."""


@contextmanager
def explained(url: URL) -> Iterator[None]:
    """Turns what the database or the file system raises into a ``RecordsError``."""
    try:
        yield
    except (DBAPIError, PoolTimeout, OSError) as error:
        raise RecordsError(explanation("Records", url, error)) from error


def open_engine(url: URL, connections: int, lock_wait_seconds: float = LOCK_WAIT_SECONDS) -> Engine:
    """SQLite in WAL mode, its folder made if need be, or PostgreSQL. Connects with the first use.

    Args:
        url: where.
        connections: how many there are at most at a time; who finds none free waits for as long as for a lock.
        lock_wait_seconds: how long a write waits for another writer of the same SQLite file.
    """
    if url.get_backend_name() != "sqlite":
        return sa.create_engine(url, pool_pre_ping=True, future=True, hide_parameters=True,
                                connect_args={"connect_timeout": CONNECT_SECONDS})
    if url.database and url.database != ":memory:" and not url.database.startswith("file:"):
        Path(url.database).parent.mkdir(parents=True, exist_ok=True)
    engine = sa.create_engine(
        url, poolclass=QueuePool, pool_size=connections, max_overflow=0, pool_timeout=max(1.0, lock_wait_seconds),
        connect_args={"timeout": lock_wait_seconds, "check_same_thread": False}, future=True, hide_parameters=True,
    )
    sa_event.listen(engine, "connect", _prepare_sqlite)
    return engine


def begin_writing(connection: Connection) -> None:
    """Takes SQLite's one place for a writer before anything is read, so that no other write can come in between."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("BEGIN IMMEDIATE")


@contextmanager
def wait_for_lock(connection: Connection, seconds: float) -> Iterator[None]:
    """Within the block a write waits this long for another writer of the same SQLite file."""
    if connection.dialect.name != "sqlite":
        yield
        return
    driver = connection.connection
    driver.execute(f"PRAGMA busy_timeout = {round(1000 * seconds)}")
    try:
        yield
    finally:
        driver.execute(f"PRAGMA busy_timeout = {round(1000 * LOCK_WAIT_SECONDS)}")


def insert_new(connection: Connection, table: sa.Table, row: dict[str, Any]) -> bool:
    """Adds a row; False when there is one of that key already, which stays as it is."""
    if connection.dialect.name == "postgresql":
        from sqlalchemy.dialects.postgresql import insert
    else:
        from sqlalchemy.dialects.sqlite import insert
    return bool(connection.execute(insert(table).values(row).on_conflict_do_nothing()).rowcount == 1)


def _prepare_sqlite(connection: Any, _record: Any) -> None:
    # WAL: readers and the one writer do not wait for each other. NORMAL: a killed process loses nothing that was
    # committed; only a power cut can lose the newest messages, and never the file.
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=NORMAL")
    # What is deleted is overwritten, so that nobody can read it in the file.
    connection.execute("PRAGMA secure_delete=ON")


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
    ("queuepool limit", "it is busy", "Ask again in a moment"),
)


def explanation(what: str, url: URL, error: Exception) -> str:
    """Place, cause, remedy, and the first line of what the database said; never a password."""
    place = url.database if url.get_backend_name() == "sqlite" else url.render_as_string(hide_password=True)
    original = str(getattr(error, "orig", None) or error).strip()
    detail = original.splitlines()[0] if original else type(error).__name__
    for sign, cause, remedy in _CAUSES:
        if sign in original.lower():
            return f"{what} ({place}): {cause}. {remedy}. The database said: {detail}"
    return f"{what} ({place}): the database failed. It said: {detail}"
