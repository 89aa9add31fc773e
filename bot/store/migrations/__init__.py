"""The revisions of PostgreSQL's schema. SQLite's files are made whole by ``sqlite.py`` and rebuilt, not migrated."""
from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy.engine import Connection


def configuration(connection: Connection | None = None) -> Config:
    """Alembic's settings, without an ini file. ``env.py`` works on ``connection``, inside its transaction."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


def upgrade(connection: Connection) -> None:
    """Runs every revision that the database has not seen, in the connection's transaction."""
    command.upgrade(configuration(connection), "head")
