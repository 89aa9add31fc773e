"""The database of the records, opened; its tables are made or brought up to date with the first use."""
from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.engine import Connection, make_url
from sqlalchemy.exc import DBAPIError

from bot.records.database import LOCK_WAIT_SECONDS, explained, open_engine, wait_for_lock
from bot.records.set_up import set_up

#: How long a program that starts waits for others that set up the same database.
START_WAIT_SECONDS = 15.0


class Opened:
    """Safe for several threads and processes.

    Raises:
        RecordsError: from every method, when the database cannot be used. Nothing was changed then.
    """

    def __init__(self, url: str, connections: int) -> None:
        self._url = make_url(url)
        with explained(self._url):
            self._engine = open_engine(self._url, connections)
        self._lock = threading.Lock()
        self._is_set_up = False

    def close(self) -> None:
        """Gives every connection back."""
        self._engine.dispose()

    def set_up(self, lock_wait_seconds: float = START_WAIT_SECONDS) -> None:
        """Makes the tables, or brings them to this program's schema; does nothing the second time."""
        with self._lock:
            if self._is_set_up:
                return
            with (explained(self._url), self._engine.connect() as connection,
                  wait_for_lock(connection, lock_wait_seconds), connection.begin()):
                set_up(connection, str(self._url.database))
            self._is_set_up = True

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """A connection whose changes are kept together when the block ends, or not at all."""
        self.set_up(LOCK_WAIT_SECONDS)
        with explained(self._url):
            try:
                with self._engine.begin() as connection:
                    yield connection
            except DBAPIError as error:
                self._look_again(error)
                raise

    def _look_again(self, error: DBAPIError) -> None:
        """A file that was removed while this program ran is made anew with the next use."""
        if "no such table" in str(error.orig) or "does not exist" in str(error.orig):
            self._is_set_up = False
