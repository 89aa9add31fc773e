"""How long this process waits for a PostgreSQL server that says nothing: not as long as a visitor would notice.

libpq waits without end for the answer to a statement, and at least two seconds for a connection. psycopg2 hands the
waiting over to a function of ours (its documented ``set_wait_callback``), for every connection of the process: so only
the Rasa server does this, where a message may need several answers and an emergency has to be answered in two seconds.
"""
from __future__ import annotations

import select
import time

import psycopg2
from psycopg2.extensions import POLL_OK, POLL_READ, POLL_WRITE, connection, set_wait_callback

SILENCE_SECONDS = 0.5
"""Longest silence of a server that is well; as long as it sends something it may take its time."""
SHORT_SECONDS, SHORT_FOR_SECONDS = 0.05, 2.0
"""After a silence that was too long, waits are this short for so long: a message asks more than once."""


class Patience:
    """Waits for connections; remembers that a server was silent."""

    def __init__(self) -> None:
        self._short_until = 0.0

    def wait(self, waiting: connection) -> None:
        """Wait until ``waiting`` has its answer. Raises psycopg2.OperationalError; psycopg2 then closes it."""
        while (state := waiting.poll()) != POLL_OK:
            if state not in (POLL_READ, POLL_WRITE):
                raise psycopg2.OperationalError(f"connection to server in an unknown state ({state})")
            short = time.monotonic() < self._short_until
            seconds = SHORT_SECONDS if short else SILENCE_SECONDS
            handle = [waiting.fileno()]
            if any(select.select(*((handle, []) if state == POLL_READ else ([], handle)), [], seconds)):
                continue
            if not short:
                self._short_until = time.monotonic() + SHORT_FOR_SECONDS
            raise psycopg2.OperationalError(f"connection to server: no answer within {seconds:g} seconds")


def wait_briefly() -> None:
    """Have every PostgreSQL connection of this process wait that way."""
    set_wait_callback(Patience().wait)
