"""Makes the records' tables, or brings those of an older program to this one's."""
from __future__ import annotations

from sqlalchemy import func, inspect, select, text
from sqlalchemy.engine import Connection

from bot.records.database import RecordsError, begin_writing
from bot.records.schema import SCHEMA_VERSION, VERSION_TABLE, metadata

#: Any number, the same for all: two programs that set up one database take turns.
_SET_UP_LOCK = 0x504C5245


def set_up(connection: Connection, place: str) -> None:
    """Runs what revisions are missing, inside the connection's transaction; programs that start at once take turns.

    Raises:
        RecordsError: the tables are of a newer program, or of another one; nothing was changed.
    """
    begin_writing(connection)
    if connection.dialect.name == "postgresql":
        connection.execute(select(func.pg_advisory_xact_lock(_SET_UP_LOCK)))
    version = schema_version(connection)
    if version is None and (foreign := set(inspect(connection).get_table_names()) & set(metadata.tables)):
        raise RecordsError(f"Records ({place}): tables of something else stand in their place ({', '.join(foreign)}). "
                           "Nothing was changed. Give the conversations a database of their own.")
    if version is not None and version > SCHEMA_VERSION:
        raise RecordsError(f"Records ({place}): they have schema {version}, and this program knows {SCHEMA_VERSION}. "
                           "Nothing was changed. Update Plumbline, or use another database.")
    if version != SCHEMA_VERSION:
        from bot.records.migrations import upgrade  # Alembic is needed to set up, not to read

        upgrade(connection)


def schema_version(connection: Connection) -> int | None:
    """The version of the tables; None when there are none."""
    if VERSION_TABLE not in inspect(connection).get_table_names():
        return None
    found = connection.execute(text(f"SELECT version_num FROM {VERSION_TABLE}")).scalar_one_or_none()
    return None if found is None else int(found)
