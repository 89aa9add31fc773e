"""Records on both engines: a test that takes ``records`` or ``url`` runs on SQLite and on PostgreSQL."""
from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.records.repository import Records, open_records
from tests import postgres


@pytest.fixture(scope="session")
def one_server() -> Iterator[postgres.PostgresServer]:
    with postgres.running() as server:
        yield server


@pytest.fixture
def postgres_server(one_server: postgres.PostgresServer) -> Iterator[postgres.PostgresServer]:
    """The session's server; the databases that a test takes from it are its own until it ends."""
    yield one_server
    one_server.take_back()


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """An address with no records yet: a free file name, or an empty database."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'conversations.db'}"
    return str(request.getfixturevalue("postgres_server").new_database())


@pytest.fixture
def records(url: str) -> Iterator[Records]:
    opened = open_records(url)
    yield opened
    opened.close()
