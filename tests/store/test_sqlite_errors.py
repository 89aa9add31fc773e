"""What can be wrong with a SQLite store: each a clear error, and the file as it was."""
from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import event

from bot.model import ReleaseInfo
from bot.store import errors
from bot.store.repository import ContentRepository, open_repository
from tests.fixtures_content import large_content, passages_of, small_content, vocabulary_of
from tests.store.processes import Child


def store_at(path: Path) -> ContentRepository:
    return open_repository(f"sqlite:///{path}", lock_seconds=0.2)


def publish(path: Path, tag: str = "new") -> ReleaseInfo:
    content = small_content(tag)
    with store_at(path) as store:
        return store.publish(content, passages_of(content), vocabulary_of(content))


def read(path: Path) -> object:
    with store_at(path) as store:
        return store.current()


def assert_fails(call: Callable[[], object], kind: type[errors.StoreError], *words: str) -> None:
    with pytest.raises(kind) as caught:
        call()
    assert caught.type is kind
    error = caught.value
    assert str(error) == f"{error.place}: {error.cause}. {error.remedy}"
    assert all(word in str(error) for word in words), str(error)
    assert error.remedy.endswith("."), error.remedy


@pytest.fixture
def published(sqlite_path: Path) -> Path:
    publish(sqlite_path, "old")
    return sqlite_path


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that other users may enter, unlike pytest's."""
    folder = Path(tempfile.mkdtemp(prefix="plumbline-store-"))
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


def test_no_folder(tmp_path: Path) -> None:
    path = tmp_path / "var" / "content.db"
    for call in (read, publish):
        assert_fails(lambda call=call: call(path), errors.StoreMissing, str(path), "does not exist", "mkdir -p")
    assert list(tmp_path.iterdir()) == []


def test_no_file(sqlite_path: Path) -> None:
    assert_fails(lambda: read(sqlite_path), errors.StoreMissing, "there is no store yet", "plumb publish")
    assert not sqlite_path.exists()


def test_a_folder_in_the_files_place(sqlite_path: Path) -> None:
    sqlite_path.mkdir()
    for call in (read, publish):
        assert_fails(lambda call=call: call(sqlite_path), errors.StoreMissing, "a folder, not a file")


def test_an_empty_file_is_a_store_to_be(sqlite_path: Path) -> None:
    sqlite_path.touch()
    assert_fails(lambda: read(sqlite_path), errors.StoreMissing, "nothing has been published", "plumb publish")
    assert publish(sqlite_path).number == 1


def test_not_a_database(sqlite_path: Path) -> None:
    sqlite_path.write_text("subjects:\n- slug: facial_exercise\n" * 500)
    before = sqlite_path.read_bytes()
    for call in (read, publish):
        assert_fails(lambda call=call: call(sqlite_path), errors.StoreCorrupt, "not a content store", "Nothing was")
    assert sqlite_path.read_bytes() == before


def test_another_programs_database(sqlite_path: Path) -> None:
    with sqlite3.connect(sqlite_path) as connection:
        connection.execute("CREATE TABLE events (id INTEGER PRIMARY KEY, sender_id TEXT)")
    connection.close()
    before = sqlite_path.read_bytes()
    for call in (read, publish):
        assert_fails(lambda call=call: call(sqlite_path), errors.StoreCorrupt, "something else", "a file of its own")
    assert sqlite_path.read_bytes() == before


@pytest.mark.parametrize("damage", ["zeros", "noise", "cut"])
def test_a_damaged_file(published: Path, damage: str) -> None:
    size = published.stat().st_size
    with published.open("r+b") as file:
        if damage == "cut":
            file.truncate(size // 3)
        else:
            file.seek(4096)
            file.write((b"\0" if damage == "zeros" else b"\xa5\x5a") * 4096 * 40)
    before = published.read_bytes()
    for call in (read, publish):
        assert_fails(lambda call=call: call(published), errors.StoreCorrupt, "damaged", "plumb publish")
    assert published.read_bytes() == before


def test_a_damaged_record(published: Path) -> None:
    for damage in ("{", '{"unknown": 1}', "[]"):
        with sqlite3.connect(published) as connection:
            connection.execute("UPDATE claims SET record = ? WHERE position = 1", (damage,))
        connection.close()
        assert_fails(lambda: read(published), errors.StoreCorrupt, "a record cannot be read")
    assert publish(published).number == 2  # the release before was damaged, not the store
    assert read(published)


@pytest.mark.parametrize(("version", "kind", "words"), [
    (0, errors.SchemaTooOld, ("schema 0", "plumb publish")),
    (999, errors.SchemaTooNew, ("schema 999", "Update Plumbline")),
])
def test_another_schema(published: Path, version: int, kind: type[errors.StoreError], words: tuple[str, ...]) -> None:
    with sqlite3.connect(published) as connection:
        connection.execute(f"PRAGMA user_version = {version}")
    connection.close()
    for call in (read, publish):
        assert_fails(lambda call=call: call(published), kind, *words)


def test_a_user_who_may_only_read(open_folder: Path) -> None:
    path = open_folder / "content.db"
    publish(path, "old")
    path.chmod(0o444)
    open_folder.chmod(0o555)
    child = Child(lambda: publish(path), unprivileged=True)
    assert_fails(child.result, errors.StoreReadOnly, str(path), "read-only", "Nothing was changed")
    child = Child(lambda: read(path), unprivileged=True)
    assert_fails(child.result, errors.StoreReadOnly, "read-only", "Let this user write")
    open_folder.chmod(0o755)
    assert read(path).content == small_content("old")


def test_a_user_who_may_not_even_read(open_folder: Path) -> None:
    path = open_folder / "content.db"
    publish(path, "old")
    path.chmod(0o000)
    child = Child(lambda: read(path), unprivileged=True)
    assert_fails(child.result, errors.StoreAccessDenied, "may not read")


def test_a_user_who_may_not_make_the_store(open_folder: Path) -> None:
    path = open_folder / "content.db"
    open_folder.chmod(0o555)
    for call in (read, publish):
        child = Child(lambda call=call: call(path), unprivileged=True)
        assert_fails(child.result, errors.StoreMissing, "no store yet", "as a user who may")
    assert list(open_folder.iterdir()) == []


@pytest.fixture
def tiny_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 1 MB. Needs the right to mount; the tests without it stand beside."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(folder)], capture_output=True)
    if mounted.returncode:
        pytest.skip("this user may not mount a file system")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def test_a_read_only_disk_is_read_and_not_written(tiny_disk: Path) -> None:
    path = tiny_disk / "content.db"
    publish(path, "old")
    subprocess.run(["mount", "-o", "remount,ro", str(tiny_disk)], check=True)
    assert read(path).content == small_content("old")
    assert_fails(lambda: publish(path), errors.StoreReadOnly, "read-only")
    with store_at(path) as store:
        assert store.search("exercises", 1)
        subprocess.run(["mount", "-o", "remount,rw", str(tiny_disk)], check=True)
        publish(path)  # as another machine would, to which the disk is not read-only
        subprocess.run(["mount", "-o", "remount,ro", str(tiny_disk)], check=True)
        assert store.current().content == small_content("new")


def test_a_full_disk(tiny_disk: Path) -> None:
    path, content = tiny_disk / "content.db", large_content()
    publish(path, "old")
    with store_at(path) as store:
        assert_fails(lambda: store.publish(content, passages_of(content), ()), errors.StoreFull, "no space", "room")
        assert store.current().content == small_content("old")
    assert publish(path).number == 2


def test_no_room_for_more_pages(published: Path) -> None:
    content = large_content()
    with store_at(published) as store:
        @event.listens_for(store._backend._writer, "connect")
        def limit(connection: sqlite3.Connection, _record: object) -> None:
            pages = connection.execute("PRAGMA page_count").fetchone()[0]
            connection.execute(f"PRAGMA max_page_count = {pages + 20}")

        assert_fails(lambda: store.publish(content, passages_of(content), ()), errors.StoreFull, "no space")
        assert store.current().content == small_content("old")
    assert publish(published).number == 2


def test_a_file_put_in_the_stores_place_is_served(published: Path) -> None:
    """An open reader must not go on with the file that was moved away."""
    with store_at(published) as store:
        assert store.current_number() == 1
        aside = published.with_name("aside.db")
        publish(aside, "other")
        publish(aside, "another")
        os.replace(aside, published)
        for suffix in ("-wal", "-shm"):
            Path(f"{published}{suffix}").unlink(missing_ok=True)
        assert store.current().content == small_content("another")
        published.unlink()
        assert_fails(store.current_number, errors.StoreMissing, "there is no store yet")
        publish(published, "third")
        assert store.current().content == small_content("third")


def test_a_file_replaced_during_a_read_is_not_mixed_with_it(published: Path) -> None:
    with (store_at(published) as store,
          pytest.raises(errors.StoreLocked, match="replaced while it was read"), store._backend.reading()):
        published.rename(published.with_name("aside.db"))
        publish(published, "other")


def test_connections_are_not_carried_into_a_child(published: Path) -> None:
    with store_at(published) as store:
        assert store.current_number() == 1
        assert Child(store.current_number).result() == 1
        assert store.current_number() == 1


@pytest.mark.parametrize(("url", "cause"), [
    ("content.db", "not a database address"), ("", "not a database address"), ("sqlite://", "names no file"),
    ("sqlite:///:memory:", "names no file"), ("mysql://me:s3cret@host/db", "mysql is not supported"),
    ("postgresql://me:s3cret@host:port/db", "not a database address"),
])
def test_addresses_that_cannot_be_used(url: str, cause: str) -> None:
    with pytest.raises(errors.InvalidStoreUrl, match=cause) as caught:
        open_repository(url)
    assert "s3cret" not in str(caught.value)
    assert caught.value.__cause__ is None


def test_nothing_is_opened_before_it_is_used(tmp_path: Path) -> None:
    open_repository(f"sqlite:///{tmp_path}/no/such/content.db")
    open_repository("postgresql://nobody@192.0.2.1/none")
    assert list(tmp_path.iterdir()) == []
