"""The store in a PostgreSQL database, for many bots on many machines. Its tables come from Alembic's revisions."""
from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import create_engine, func, inspect, select, text
from sqlalchemy.engine import URL, Connection, Engine
from sqlalchemy.pool import NullPool, QueuePool
from sqlalchemy.sql import Select

from bot.store import schema
from bot.store.backend import LOCK_SECONDS, READ_SECONDS, Backend, keep_connections_true
from bot.store.errors import StoreCorrupt, StoreError
from bot.store.postgres_errors import place_of, translate

#: Any number, the same for all: two programs that set up one database take turns.
_SET_UP_LOCK = 0x504C554D

#: PostgreSQL's Snowball stemmer and stop words for English.
_ENGLISH = text("'english'::regconfig")


class PostgresBackend(Backend):
    """Readers see one snapshot (repeatable read); a publish holds the lock of one row that readers do not need."""

    upgrade_remedy = "Run `python -m bot.store.migrate` when the bots that use this store may be restarted."

    def __init__(self, url: URL, lock_seconds: float = LOCK_SECONDS) -> None:
        self.url = url
        self.place = place_of(url)
        self._readers = _engine(url, QueuePool, {"statement_timeout": READ_SECONDS}, pool_pre_ping=True,
                                pool_timeout=READ_SECONDS)
        self._writer = _engine(url, NullPool, {"lock_timeout": lock_seconds})
        keep_connections_true(self._readers, lambda: None)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        options = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
        with (self._translating(), self._readers.connect().execution_options(**options) as connection,
              connection.begin()):
            self.check_schema(connection)
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        with self._translating(), self._writer.connect() as connection, connection.begin():
            self.check_schema(connection)
            yield connection

    def set_up(self) -> None:
        with self._translating(), self._writer.connect() as connection, connection.begin():
            connection.execute(select(func.pg_advisory_xact_lock(_SET_UP_LOCK)))
            if self.schema_version(connection) is None:
                _upgrade(connection)

    def migrate(self) -> None:
        """Brings the tables to this program's schema, in one transaction. Raises StoreError."""
        with self._translating(), self._writer.connect() as connection, connection.begin():
            connection.execute(select(func.pg_advisory_xact_lock(_SET_UP_LOCK)))
            version = self.schema_version(connection)
            if version is not None and version > schema.SCHEMA_VERSION:
                self.check_schema(connection)
            _upgrade(connection)

    def schema_version(self, connection: Connection) -> int | None:
        exists = connection.execute(select(func.to_regclass("alembic_version"))).scalar_one()
        if exists is None:
            self._refuse_foreign_tables(connection)
            return None
        found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one_or_none()
        if found is None:
            return None
        if not found.isdecimal():
            raise self._not_ours()
        return int(found)

    def _refuse_foreign_tables(self, connection: Connection) -> None:
        if set(inspect(connection).get_table_names()) & set(schema.metadata.tables):
            raise self._not_ours()

    def _not_ours(self) -> StoreError:
        return StoreCorrupt(self.place, "tables of something else stand where the content store's should",
                            "Nothing was changed. Give the content store a database of its own.")

    def index_passages(self, connection: Connection, number: int) -> None:
        terms = func.to_tsvector(_ENGLISH, schema.passages.c.words)
        rows = select(schema.passages.c.id, terms).where(schema.passages.c.release == number)
        connection.execute(schema.passage_search.insert().from_select(["id", "terms"], rows))

    def ids_with_word(self, word: str, first: int, last: int) -> Select:
        search = schema.passage_search.c
        # plainto_tsquery reads its text as words, never as query syntax.
        query = func.plainto_tsquery(_ENGLISH, word)
        return select(search.id).where(search.terms.op("@@")(query), search.id.between(first, last))

    def translate(self, error: Exception) -> StoreError:
        return translate(error, self.url)

    def close(self) -> None:
        self._readers.dispose()
        self._writer.dispose()


def _upgrade(connection: Connection) -> None:
    from bot.store.migrations import upgrade  # Alembic is needed to set up, not to read

    upgrade(connection)


def _engine(url: URL, pool: Any, timeouts: dict[str, float], **options: Any) -> Engine:
    settings = " ".join(f"-c {name}={int(seconds * 1000)}" for name, seconds in timeouts.items())
    return create_engine(url, poolclass=pool, future=True, hide_parameters=True,
                         connect_args={"connect_timeout": int(READ_SECONDS), "options": settings,
                                       "application_name": "plumbline"}, **options)
