"""The revisions of the records' tables, on both engines: unlike content, what visitors left cannot be made anew."""
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
