"""Open the database of the conversations for Rasa's tracker store, whose errors have to be Rasa's."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from rasa.shared.exceptions import RasaException
from sqlalchemy.engine import URL, Engine
from sqlalchemy.exc import DBAPIError

from bot.records import database

LOCK_WAIT_SECONDS = database.LOCK_WAIT_SECONDS
"""What cannot be written within this time is written with the next message."""


class ConversationStoreError(RasaException):
    """The database cannot be used; the message names the place, the cause and the remedy."""


@contextmanager
def explained(url: URL) -> Iterator[None]:
    """Turn what the database or the file system raises into a `ConversationStoreError`."""
    try:
        yield
    except (DBAPIError, OSError) as error:
        raise ConversationStoreError(database.explanation("Conversations", url, error)) from error


def open_engine(url: URL) -> Engine:
    """SQLite in WAL mode, its folder made if need be, or PostgreSQL. Connects with the first use."""
    return database.open_engine(url, connections=1, lock_wait_seconds=LOCK_WAIT_SECONDS)
