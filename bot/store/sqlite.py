"""The store in one SQLite file, in write-ahead mode: readers see the last commit and never wait for a publish."""
from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import Integer, create_engine, event, literal_column, select, table, text
from sqlalchemy.engine import Connection, Engine
from sqlalchemy.pool import NullPool, QueuePool
from sqlalchemy.sql import Select

from bot.store import schema
from bot.store.backend import LOCK_SECONDS, Backend, keep_connections_true
from bot.store.errors import StoreCorrupt, StoreError, StoreLocked
from bot.store.sqlite_errors import translate

#: Marks the file as ours (``PRAGMA application_id``): "PLUM".
APPLICATION_ID = 0x504C554D

#: How long a reader waits for SQLite's rare short locks, in seconds; in write-ahead mode a publish takes none of them.
#: A message may wait twice, and an answer to an emergency is due in 2.
BUSY_SECONDS = 0.5

#: An FTS5 index over ``passages.words`` that keeps no copy of the text; the triggers are those of SQLite's manual
#: (fts5.html, "External Content Tables").
_FULL_TEXT = (
    "CREATE VIRTUAL TABLE passages_fts USING fts5(words, content='passages', content_rowid='id', "
    "tokenize='porter unicode61 remove_diacritics 2')",
    "CREATE TRIGGER passages_fts_insert AFTER INSERT ON passages BEGIN "
    "INSERT INTO passages_fts(rowid, words) VALUES (new.id, new.words); END",
    "CREATE TRIGGER passages_fts_delete AFTER DELETE ON passages BEGIN "
    "INSERT INTO passages_fts(passages_fts, rowid, words) VALUES ('delete', old.id, old.words); END",
)

_WRITES = "plumbline_writes"


class SqliteBackend(Backend):
    """Content in ``path``. Readers open it read-only; each publish has a connection of its own."""

    upgrade_remedy = ("Stop the bot, move the file away with its -wal and -shm files, and run `plumb publish`: "
                      "all of it comes from bot/content.")

    def __init__(self, path: Path, lock_seconds: float = LOCK_SECONDS) -> None:
        self.place = str(path)
        self.path = path
        self._lock_seconds = lock_seconds
        self._readers = _engine(self._connect_reader, QueuePool)
        self._writer = _engine(self._connect_writer, NullPool)
        keep_connections_true(self._readers, self._file_identity)

    def _file_identity(self) -> tuple[int, ...] | None:
        """Changes when another file is put in this one's place; where SQLite cannot tell, also when it is written."""
        try:
            status = os.stat(self.path)
        except OSError:
            return None
        same_file = (status.st_dev, status.st_ino)
        return (*same_file, status.st_size, status.st_mtime_ns) if self._is_frozen() else same_file

    def _connect_reader(self) -> sqlite3.Connection:
        return _connect(self.path, "immutable=1" if self._is_frozen() else "mode=ro", BUSY_SECONDS)

    def _connect_writer(self) -> sqlite3.Connection:
        connection = _connect(self.path, "mode=rwc", self._lock_seconds)
        connection.execute("PRAGMA foreign_keys = ON")
        return connection

    def _is_frozen(self) -> bool:
        """On a file system mounted read-only, SQLite cannot make the -shm file that write-ahead mode needs.

        The file is then read as one that nobody changes; another machine may still do it.
        """
        try:
            read_only = bool(os.statvfs(self.path).f_flag & os.ST_RDONLY)
        except OSError:
            return False
        return read_only and not os.path.exists(f"{self.path}-wal")

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        identity = self._file_identity()
        with self._translating(), self._readers.connect() as connection, connection.begin():
            self.check_schema(connection)
            yield connection
            if self._file_identity() != identity:
                raise StoreLocked(self.place, "the store was replaced while it was read", "Try again.")

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        with (self._translating(), self._writer.connect().execution_options(**{_WRITES: True}) as connection,
              connection.begin()):
            self.check_schema(connection)
            yield connection

    def set_up(self) -> None:
        with self._translating(), self._writer.connect().execution_options(**{_WRITES: True}) as connection:
            with connection.begin():
                if self.schema_version(connection) is None:
                    self._create(connection)
            self._use_write_ahead_log(connection)

    def _create(self, connection: Connection) -> None:
        schema.metadata.create_all(connection, tables=schema.COMMON_TABLES)
        for statement in _FULL_TEXT:
            connection.execute(text(statement))
        connection.execute(schema.current_release.insert().values(id=1))
        connection.execute(text(f"PRAGMA application_id = {APPLICATION_ID}"))
        connection.execute(text(f"PRAGMA user_version = {schema.SCHEMA_VERSION}"))

    def _use_write_ahead_log(self, connection: Connection) -> None:
        """Kept in the file, so needed once; the switch takes a lock that SQLite does not wait for by itself."""
        raw = connection.connection.dbapi_connection
        deadline = time.monotonic() + self._lock_seconds
        while True:
            try:
                raw.execute("PRAGMA journal_mode = WAL")
                return
            except sqlite3.Error as error:
                if "locked" not in str(error) or time.monotonic() > deadline:
                    raise self.translate(error) from error
            time.sleep(0.02)

    def schema_version(self, connection: Connection) -> int | None:
        ours = connection.execute(text("PRAGMA application_id")).scalar_one()
        if ours == APPLICATION_ID:
            return connection.execute(text("PRAGMA user_version")).scalar_one()
        if connection.execute(text("SELECT count(*) FROM sqlite_master")).scalar_one():
            raise StoreCorrupt(self.place, "this is a database of something else, not a content store",
                               "Nothing was changed. Give the content store a file of its own.")
        return None

    def index_passages(self, connection: Connection, number: int) -> None:
        """Nothing to do: triggers keep the index."""

    def ids_with_word(self, word: str, first: int, last: int) -> Select:
        rowid: Any = literal_column("rowid", Integer)
        # In quotes a word is a word, never FTS5's query syntax (AND, NEAR, column filters, *).
        match = literal_column("passages_fts").op("MATCH")('"' + word.replace('"', '""') + '"')
        return select(rowid.label("id")).select_from(table("passages_fts")).where(match, rowid.between(first, last))

    def translate(self, error: Exception) -> StoreError:
        return translate(error, self.path)

    def close(self) -> None:
        self._readers.dispose()
        self._writer.dispose()


def _connect(path: Path, options: str, timeout: float) -> sqlite3.Connection:
    # isolation_level None: SQLAlchemy's begin event below opens transactions, pysqlite's own rules do not.
    return sqlite3.connect(f"file:{quote(str(path.absolute()))}?{options}", uri=True, timeout=timeout,
                           isolation_level=None, check_same_thread=False)


def _engine(connect: Any, pool: Any) -> Engine:
    engine = create_engine("sqlite://", creator=connect, poolclass=pool, future=True, hide_parameters=True)

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get(_WRITES, False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine
