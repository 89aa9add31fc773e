"""PostgreSQL's schema comes from revisions; these tests hold the revisions and the tables of the code together."""
from __future__ import annotations

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, inspect, text
from sqlalchemy.engine import Engine
from sqlalchemy.pool import NullPool

from bot.store.errors import InvalidStoreUrl, SchemaTooNew, SchemaTooOld, StoreCorrupt
from bot.store.migrate import migrate
from bot.store.migrations import configuration
from bot.store.repository import open_repository
from bot.store.schema import SCHEMA_VERSION, current_release, metadata, releases
from tests.fixtures_content import passages_of, small_content
from tests.postgres import PostgresServer

pytestmark = pytest.mark.postgres

_CATALOGUE = """
SELECT 'column', table_name, column_name || ' ' || data_type || ' ' || is_nullable || ' '
       || coalesce(character_maximum_length::text, '')
  FROM information_schema.columns WHERE table_schema = 'public'
UNION ALL SELECT 'constraint', conrelid::regclass::text, conname || ' ' || pg_get_constraintdef(oid)
  FROM pg_constraint WHERE connamespace = 'public'::regnamespace
UNION ALL SELECT 'index', tablename, indexdef FROM pg_indexes WHERE schemaname = 'public'
"""


def engine(url: str) -> Engine:
    return create_engine(url, future=True, poolclass=NullPool)


def catalogue(url: str) -> set[tuple[str, str, str]]:
    with engine(url).connect() as connection:
        rows = connection.execute(text(_CATALOGUE)).all()
    return {tuple(row) for row in rows if row[1] != "alembic_version"}


def test_the_newest_revision_is_the_schema_version() -> None:
    revisions = ScriptDirectory.from_config(configuration())
    assert [int(head) for head in revisions.get_heads()] == [SCHEMA_VERSION]


def test_revisions_and_tables_agree_in_alembics_eyes(postgres_server: PostgresServer) -> None:
    url = postgres_server.new_database()
    migrate(url)
    with engine(url).connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []


def test_revisions_and_tables_agree_in_the_servers_catalogue(postgres_server: PostgresServer) -> None:
    """Alembic's comparison passes over check constraints, among others."""
    migrated, created = postgres_server.new_database(), postgres_server.new_database()
    migrate(migrated)
    with engine(created).begin() as connection:
        metadata.create_all(connection)
    assert catalogue(migrated) == catalogue(created)
    assert len(catalogue(created)) > 100


def test_migrating_again_changes_nothing(postgres_server: PostgresServer) -> None:
    url = postgres_server.new_database()
    with open_repository(url) as store:
        info = store.publish(small_content(), passages_of(small_content()), ())
        migrate(url)
        assert store.current_info() == info


def test_a_store_from_before_the_cautions_is_migrated_and_keeps_what_it_served(postgres_server: PostgresServer) -> None:
    """The release that was published before has none; the next publish brings them."""
    url = postgres_server.new_database()
    content = small_content()
    assert content.cautions and content.safety_levels
    with engine(url).begin() as connection:
        command.upgrade(configuration(connection), "0001")
        assert "cautions" not in inspect(connection).get_table_names()
    with engine(url).begin() as connection:
        connection.execute(releases.insert().values(number=1, published_at="2026-11-21T00:00:00+00:00", digest="old",
                                                    claims=0, passages=0, words=0, encoder=""))
        connection.execute(current_release.update().values(number=1))
    with open_repository(url) as store:
        with pytest.raises(SchemaTooOld, match="python -m bot"):
            store.current()
        migrate(url)
        assert store.current_number() == 1 and store.current().content.cautions == ()
        store.publish(content, (), ())
        assert store.current().content == content


def test_an_older_schema_is_refused_and_left_alone(postgres_server: PostgresServer) -> None:
    url = postgres_server.new_database()
    migrate(url)
    postgres_server.run("UPDATE alembic_version SET version_num = '0000'", url.rsplit("/", 1)[1])
    with open_repository(url) as store:
        for call in (store.current, lambda: store.publish(small_content(), (), ())):
            with pytest.raises(SchemaTooOld, match="python -m bot"):
                call()


def test_a_newer_schema_is_refused_by_readers_publishers_and_migrations(postgres_server: PostgresServer) -> None:
    url = postgres_server.new_database()
    migrate(url)
    postgres_server.run("UPDATE alembic_version SET version_num = '0999'", url.rsplit("/", 1)[1])
    with open_repository(url) as store:
        for call in (store.current, lambda: store.publish(small_content(), (), ()), lambda: migrate(url)):
            with pytest.raises(SchemaTooNew, match="Update Plumbline"):
                call()


def test_another_programs_tables_are_not_touched(postgres_server: PostgresServer) -> None:
    for statement in ("CREATE TABLE alembic_version (version_num text); INSERT INTO alembic_version VALUES ('ae1027')",
                      "CREATE TABLE sources (id int)"):
        url = postgres_server.new_database()
        postgres_server.run(statement, url.rsplit("/", 1)[1])
        before = catalogue(url)
        with open_repository(url) as store, pytest.raises(StoreCorrupt, match="database of its own"):
            store.publish(small_content(), (), ())
        assert catalogue(url) == before


def test_sqlite_files_are_not_migrated() -> None:
    with pytest.raises(InvalidStoreUrl, match="only PostgreSQL"):
        migrate("sqlite:///var/content.db")
