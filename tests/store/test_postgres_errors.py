"""What can be wrong with a PostgreSQL store: each a clear error without the password, and nothing lost."""
from __future__ import annotations

import socket
import threading
import time
import traceback

import pytest

from bot.store import errors
from bot.store.repository import ContentRepository, open_repository
from tests.fixtures_content import passages_of, small_content, vocabulary_of
from tests.postgres import PostgresServer
from tests.store.test_sqlite_errors import assert_fails

pytestmark = pytest.mark.postgres


def publish(store: ContentRepository, tag: str = "new") -> None:
    content = small_content(tag)
    store.publish(content, passages_of(content), vocabulary_of(content))


@pytest.fixture
def published(postgres_server: PostgresServer) -> str:
    url = postgres_server.new_database()
    with open_repository(url) as store:
        publish(store, "old")
    return url


def test_the_password_is_wrong(postgres_server: PostgresServer) -> None:
    for url in (postgres_server.url("postgres", password="s3cret"),
                postgres_server.url("postgres").split("://")[0] + f"://plumbline@127.0.0.1:{postgres_server.port}/"
                "postgres?password=s3cret"):
        store = open_repository(url)
        for call in (store.current, lambda store=store: publish(store)):
            with pytest.raises(errors.StoreAccessDenied) as caught:
                call()
            told = "".join(traceback.format_exception(caught.value)) + repr(caught.value)
            assert "password" in caught.value.remedy
            assert "s3cret" not in told


def test_no_such_user(postgres_server: PostgresServer) -> None:
    store = open_repository(postgres_server.url("postgres", user="nobody"))
    assert_fails(store.current, errors.StoreAccessDenied, "as nobody", "the user")


def test_no_such_database(postgres_server: PostgresServer) -> None:
    store = open_repository(postgres_server.url("missing"))
    assert_fails(store.current, errors.StoreMissing, "no such database", "createdb")


def test_no_server_there() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))  # bound and not listening: connections are refused
        store = open_repository(f"postgresql://me:s3cret@127.0.0.1:{taken.getsockname()[1]}/content")
        for call in (store.current, lambda: publish(store)):
            assert_fails(call, errors.StoreUnreachable, "does not answer", "PostgreSQL database content at 127.0.0.1")


def test_a_server_that_never_answers() -> None:
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        store = open_repository(f"postgresql://me@127.0.0.1:{silent.getsockname()[1]}/content")
        began = time.monotonic()
        assert_fails(store.current_number, errors.StoreUnreachable, "does not answer")
        assert time.monotonic() - began < 5


def test_an_unknown_host() -> None:
    store = open_repository("postgresql://me@host.invalid/content")
    assert_fails(store.current_number, errors.StoreUnreachable, "at host.invalid")


def test_a_server_that_restarts(postgres_server: PostgresServer, published: str) -> None:
    with open_repository(published) as store:
        assert store.current_number() == 1
        postgres_server.pause()
        try:
            assert_fails(store.current_number, errors.StoreUnreachable, "does not answer")
        finally:
            postgres_server.resume()
        assert store.current().content == small_content("old")


def test_a_query_that_hangs(postgres_server: PostgresServer, published: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A maintenance command that locks a table for itself must not hold a visitor's answer for ever."""
    name = published.rsplit("/", 1)[1]
    holder = threading.Thread(target=postgres_server.run, args=(
        "BEGIN; LOCK TABLE current_release IN ACCESS EXCLUSIVE MODE; SELECT pg_sleep(2); COMMIT", name))
    holder.start()
    time.sleep(0.3)
    monkeypatch.setattr("bot.store.postgres.READ_SECONDS", 1.0)
    with open_repository(published) as store:
        began = time.monotonic()
        assert_fails(store.current_number, errors.StoreUnreachable, "too long")
        assert time.monotonic() - began < 1.8
        holder.join()
        assert store.current_number() == 1


@pytest.mark.parametrize(("state", "kind", "words"), [
    ("53100", errors.StoreFull, ("no space", "Make room")),
    ("42501", errors.StoreAccessDenied, ("may not do that", "Grant")),
    ("25006", errors.StoreReadOnly, ("read-only", "primary")),
    ("XX001", errors.StoreCorrupt, ("damaged", "backup")),
    ("58030", errors.StoreError, ("58030", "log")),
])
def test_the_server_fails_in_the_middle_of_a_publish(postgres_server: PostgresServer, published: str, state: str,
                                                     kind: type[errors.StoreError], words: tuple[str, ...]) -> None:
    """The server itself raises the error, as it would when its disk is full."""
    name = published.rsplit("/", 1)[1]
    postgres_server.run(f"""CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION 'no' USING ERRCODE = '{state}'; END $$;
        CREATE TRIGGER fail BEFORE INSERT ON passages FOR EACH ROW EXECUTE FUNCTION fail()""", name)
    with open_repository(published) as store:
        assert_fails(lambda: publish(store), kind, *words)
        assert store.current().content == small_content("old")
        assert len(store.releases()) == 1
        postgres_server.run("DROP TRIGGER fail ON passages", name)
        publish(store)
        assert store.current_number() == 2


def test_a_user_without_rights(postgres_server: PostgresServer, published: str) -> None:
    postgres_server.run("CREATE ROLE reader LOGIN PASSWORD 'reading'")
    store = open_repository(published.replace(f"plumbline:{postgres_server.password}", "reader:reading"))
    assert_fails(store.current, errors.StoreAccessDenied, "as reader", "Grant")


def test_a_table_is_gone(postgres_server: PostgresServer, published: str) -> None:
    postgres_server.run("DROP TABLE claim_areas", published.rsplit("/", 1)[1])
    with open_repository(published) as store:
        assert_fails(store.current, errors.StoreCorrupt, "a table is missing", "backup")


def test_connections_are_not_carried_into_a_child(published: str) -> None:
    from tests.store.processes import Child

    with open_repository(published) as store:
        assert store.current_number() == 1
        assert Child(store.current_number).result() == 1
        assert store.current_number() == 1
