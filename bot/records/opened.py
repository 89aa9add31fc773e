"""The database of the records, opened; its tables are made or brought up to date with the first use."""
from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.engine import Connection, make_url
from sqlalchemy.exc import DBAPIError

from bot.records.database import explained, open_engine
from bot.records.set_up import set_up


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

    def set_up(self) -> None:
        """Makes the tables, or brings them to this program's schema; does nothing the second time."""
        with self._lock:
            if self._is_set_up:
                return
            with explained(self._url), self._engine.begin() as connection:
                set_up(connection, str(self._url.database))
            self._is_set_up = True

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """A connection whose changes are kept together when the block ends, or not at all."""
        self.set_up()
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
