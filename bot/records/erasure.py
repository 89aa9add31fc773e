"""Removes everything that the database of the conversations holds of one visitor."""
from __future__ import annotations

from sqlalchemy import MetaData, Table, delete, inspect
from sqlalchemy.engine import Connection, Engine

from bot.records.database import begin_writing
from bot.records.mailbox import opened
from bot.records.model import Erased
from bot.records.schema import SENDER
from bot.records.schema import mailboxes as boxes


def erase(connection: Connection, sender: str) -> Erased:
    """Deletes the visitor's rows in every table that says whose its rows are, in the connection's transaction.

    The tables are looked up in the database, not in this program: the conversation's belong to Rasa's tracker store,
    and a table that is added later must not be forgotten.
    """
    begin_writing(connection)
    made, _ = opened(connection, sender)  # who stores a message meanwhile waits, and begins another log
    found = inspect(connection)
    rows = {}
    for name in sorted(found.get_table_names()):
        columns = {column["name"] for column in found.get_columns(name)}
        if SENDER in columns:
            table = Table(name, MetaData(), autoload_with=connection)
            rows[name] = connection.execute(delete(table).where(table.c[SENDER] == sender)).rowcount
    rows[boxes.name] -= made
    return Erased({name: count for name, count in rows.items() if count})


def finish_erasing(engine: Engine) -> None:
    """Empties SQLite's write-ahead log, which still holds what was deleted; readers and writers are not kept waiting.

    Where another one is at work just then, the log is emptied with the next turn of its own.
    """
    if engine.dialect.name == "sqlite":
        with engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").all()
