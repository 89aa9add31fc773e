"""What the repository asks of a database engine; ``sqlite.py`` and ``postgres.py`` answer."""
from __future__ import annotations

import os
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any, ClassVar

from sqlalchemy import event
from sqlalchemy.engine import Connection, Engine
from sqlalchemy.exc import DisconnectionError, SQLAlchemyError
from sqlalchemy.sql import Select

from bot.store.errors import SchemaTooNew, SchemaTooOld, StoreError, StoreMissing
from bot.store.schema import SCHEMA_VERSION

#: How long a publish waits for another one, in seconds.
LOCK_SECONDS = 30.0

#: How long a reader waits for a connection, in seconds: an answer is due in 5.
READ_SECONDS = 3.0

PUBLISH_REMEDY = "Run `plumb publish`."


class Backend(ABC):
    """One database. ``place`` names it in messages and never holds a password."""

    place: str
    upgrade_remedy: ClassVar[str]

    @abstractmethod
    def reading(self) -> AbstractContextManager[Connection]:
        """A transaction that sees one moment of the store, whole, and blocks nobody. Raises StoreError."""

    @abstractmethod
    def writing(self) -> AbstractContextManager[Connection]:
        """A transaction that commits at the end, or changes nothing. Raises StoreError."""

    @abstractmethod
    def set_up(self) -> None:
        """Makes the tables where there are none; leaves everything else as it is. Raises StoreError."""

    @abstractmethod
    def schema_version(self, connection: Connection) -> int | None:
        """The version of the tables; None when there are none."""

    @abstractmethod
    def index_passages(self, connection: Connection, number: int) -> None:
        """Makes a release's passages searchable, where the engine does not do it by itself."""

    @abstractmethod
    def ids_with_word(self, word: str, first: int, last: int) -> Select:
        """Ids from ``first`` to ``last`` of the passages that have ``word`` or a word of the same stem."""

    @abstractmethod
    def translate(self, error: Exception) -> StoreError:
        """The driver's error in the store's words."""

    @abstractmethod
    def close(self) -> None:
        """Gives every connection back."""

    @contextmanager
    def _translating(self) -> Iterator[None]:
        try:
            yield
        except SQLAlchemyError as error:
            raise self.translate(error) from error

    def check_schema(self, connection: Connection) -> None:
        """Raises StoreMissing, SchemaTooOld or SchemaTooNew unless the tables are this program's."""
        version = self.schema_version(connection)
        if version is None:
            raise StoreMissing(self.place, "nothing has been published here yet", PUBLISH_REMEDY)
        if version < SCHEMA_VERSION:
            raise SchemaTooOld(self.place, f"the store has schema {version} and this program needs {SCHEMA_VERSION}",
                               self.upgrade_remedy)
        if version > SCHEMA_VERSION:
            raise SchemaTooNew(self.place, f"the store has schema {version} and this program knows {SCHEMA_VERSION}",
                               "Update Plumbline, or use another store.")


def keep_connections_true(engine: Engine, identity: Callable[[], object]) -> None:
    """Drops a pooled connection once ``identity()`` differs from what it was when the connection was made.

    For connections inherited through a fork, which two processes must not share, and for a file that was put in
    another one's place, whose old connection would serve the old content for ever.
    """

    @event.listens_for(engine, "connect")
    def remember(_connection: Any, record: Any) -> None:
        record.info["identity"] = (os.getpid(), identity())

    @event.listens_for(engine, "checkout")
    def compare(_connection: Any, record: Any, proxy: Any) -> None:
        pid, made_for = record.info["identity"]
        if pid != os.getpid():
            record.dbapi_connection = proxy.dbapi_connection = None  # the parent's: not ours to close
            raise DisconnectionError("inherited through a fork")
        if made_for != identity():
            raise DisconnectionError("the store was replaced")
