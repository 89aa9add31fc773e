"""From the store's address to its engine."""
from __future__ import annotations

from pathlib import Path

from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

from bot.store.backend import LOCK_SECONDS, Backend
from bot.store.errors import InvalidStoreUrl
from bot.store.postgres import PostgresBackend
from bot.store.sqlite import SqliteBackend

_REMEDY = "Use sqlite:///var/content.db or postgresql://user:password@host/database."


def backend_for(url: str, lock_seconds: float = LOCK_SECONDS) -> Backend:
    """Opens nothing yet. Raises InvalidStoreUrl, which never repeats the address: it may hold a password."""
    try:
        parsed = make_url(url)
    except (ArgumentError, ValueError):
        raise InvalidStoreUrl("the store's address", "it is not a database address", _REMEDY) from None
    engine = parsed.drivername
    if engine in ("postgresql", "postgresql+psycopg2"):
        return PostgresBackend(parsed.set(drivername="postgresql+psycopg2"), lock_seconds)
    if engine not in ("sqlite", "sqlite+pysqlite"):
        raise InvalidStoreUrl("the store's address", f"{engine} is not supported", _REMEDY)
    if not parsed.database or parsed.database == ":memory:":
        raise InvalidStoreUrl("the store's address", "it names no file", _REMEDY)
    return SqliteBackend(Path(parsed.database), lock_seconds)
