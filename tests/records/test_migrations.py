"""The tables come from revisions on both engines, and stay what the code says."""
from __future__ import annotations

import threading

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, inspect, text
from sqlalchemy.engine import Engine
from sqlalchemy.pool import NullPool

from bot.records.database import RecordsError
from bot.records.migrations import configuration
from bot.records.repository import open_records
from bot.records.schema import SCHEMA_VERSION, VERSION_TABLE, metadata
from bot.store.repository import open_repository
from tests.fixtures_content import small_content
from tests.postgres import PostgresServer
from tests.records.test_repository import PRACTICE


def engine(url: str) -> Engine:
    return create_engine(url, future=True, poolclass=NullPool)


def test_the_newest_revision_is_the_schema_version() -> None:
    assert [int(head) for head in ScriptDirectory.from_config(configuration()).get_heads()] == [SCHEMA_VERSION]


def test_revisions_and_tables_agree(url: str) -> None:
    open_records(url).set_up()
    with engine(url).connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "version_table": VERSION_TABLE})
        assert compare_metadata(context, metadata) == []


def test_programs_that_start_at_once_make_the_tables_once(url: str) -> None:
    many, failed = [open_records(url) for _ in range(4)], []
    start = threading.Barrier(4)

    def set_up(number: int) -> None:
        start.wait()
        try:
            many[number].set_up()
        except RecordsError as error:
            failed.append(error)

    threads = [threading.Thread(target=set_up, args=(number,)) for number in range(4)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert failed == []
    assert many[3].log_practice("anna", PRACTICE) and many[0].practice("anna") == (PRACTICE,)
    for opened in many:
        opened.close()


def test_setting_up_again_keeps_what_is_there(url: str) -> None:
    open_records(url).log_practice("anna", PRACTICE)
    again = open_records(url)
    again.set_up()
    assert again.practice("anna") == (PRACTICE,)


def test_a_newer_schema_is_refused_and_left_alone(url: str) -> None:
    open_records(url).set_up()
    with engine(url).begin() as connection:
        connection.execute(text(f"UPDATE {VERSION_TABLE} SET version_num = '0999'"))
    with pytest.raises(RecordsError, match="Update Plumbline"):
        open_records(url).practice("anna")


def test_another_programs_tables_are_not_touched(url: str) -> None:
    with engine(url).begin() as connection:
        connection.execute(text("CREATE TABLE reminders (mine int)"))
    with pytest.raises(RecordsError, match="database of their own"):
        open_records(url).practice("anna")
    with engine(url).connect() as connection:
        assert inspect(connection).get_table_names() == ["reminders"]


@pytest.mark.postgres
def test_content_and_records_can_share_a_database(postgres_server: PostgresServer) -> None:
    url = postgres_server.new_database()
    with open_repository(url) as store:
        store.publish(small_content(), (), ())
        assert open_records(url).log_practice("anna", PRACTICE)
        open_records(url).erase("anna")
        assert store.current().content == small_content()
