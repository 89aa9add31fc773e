"""After erasing nothing of a visitor is left in any table, nor in the bytes of SQLite's files."""
from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import create_engine, inspect, text
from sqlalchemy.pool import NullPool

from bot.records.database import RecordsError
from bot.records.model import Kept, Unanswered
from bot.records.repository import Records, open_records
from bot.records.schema import SENDER, metadata
from tests.records.test_repository import AT, FEEDBACK, PRACTICE, REMINDER


def fill(records: Records, sender: str) -> None:
    records.log_practice(sender, PRACTICE)
    records.add_reminder(replace(REMINDER, id=f"of {sender}", sender=sender))
    records.add_feedback(sender, FEEDBACK)
    records.add_unanswered(sender, Unanswered("does it work", AT))


def rows_that_name(url: str, word: str) -> list[tuple[str, str]]:
    """Table and row of everything in a database that has ``word`` in it."""
    with create_engine(url, future=True, poolclass=NullPool).connect() as connection:
        return [(table, str(row)) for table in inspect(connection).get_table_names()
                for row in connection.execute(text(f'SELECT * FROM "{table}"')) if word in str(row)]


def test_every_table_says_whose_its_rows_are() -> None:
    assert {name for name, table in metadata.tables.items() if SENDER not in table.columns} == set()


def test_everything_of_one_visitor_goes_and_of_nobody_else(url: str, records: Records) -> None:
    for sender in ("anna-1", "anna-11"):
        fill(records, sender)
    others = records.kept("anna-11")
    erased = records.erase("anna-1")
    assert erased.rows == {"practice": 1, "reminders": 1, "feedback": 1, "unanswered": 1}
    assert records.kept("anna-1") == Kept() and records.kept("anna-11") == others
    assert [row for _, row in rows_that_name(url, "anna-1") if "anna-11" not in row] == []
    assert records.unanswered()[0].times == 1
    assert records.erase("anna-1").rows == {}


def test_a_table_that_this_program_does_not_know_is_emptied_too(url: str, records: Records) -> None:
    records.set_up()
    with create_engine(url, future=True, poolclass=NullPool).begin() as connection:
        connection.execute(text("CREATE TABLE conversation (sender_id text, said text)"))
        connection.execute(text("INSERT INTO conversation VALUES ('anna', 'mine'), ('bea', 'hers')"))
    assert records.erase("anna").rows == {"conversation": 1}
    assert [row for _, row in rows_that_name(url, "mine")] == [] and len(rows_that_name(url, "hers")) == 1


def test_what_was_erased_cannot_be_read_in_the_files(tmp_path: Path) -> None:
    records = open_records(f"sqlite:///{tmp_path}/c.db")
    for number in range(50):
        records.add_unanswered("anna-the-first", Unanswered(f"does zorblaxation work {'x' * number}", AT))
    assert b"zorblaxation" in b"".join(path.read_bytes() for path in tmp_path.iterdir())
    records.erase("anna-the-first")
    left = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert b"zorblaxation" not in left and b"anna-the-first" not in left
    records.close()


def test_what_cannot_be_erased_whole_is_not_erased_at_all(tmp_path: Path) -> None:
    records = open_records(f"sqlite:///{tmp_path}/c.db")
    fill(records, "anna")
    before = records.kept("anna")
    other = sqlite3.connect(tmp_path / "c.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(RecordsError, match="locked"):
        records.erase("anna")
    assert records.kept("anna") == before
    other.execute("ROLLBACK")
    assert len(records.erase("anna").rows) == 4
    records.close()
