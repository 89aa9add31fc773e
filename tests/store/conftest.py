"""Both engines, under one name: a test that takes ``url`` or ``store`` runs on SQLite and on PostgreSQL."""
from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.store.repository import ContentRepository, open_repository
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


@pytest.fixture
def sqlite_path(tmp_path: Path) -> Path:
    return tmp_path / "content.db"


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def url(request: pytest.FixtureRequest) -> str:
    """An address with no store yet: a free file name, or an empty database."""
    if request.param == "sqlite":
        return f"sqlite:///{request.getfixturevalue('sqlite_path')}"
    return request.getfixturevalue("postgres_server").new_database()


@pytest.fixture
def store(url: str) -> Iterator[ContentRepository]:
    with open_repository(url) as repository:
        yield repository
