"""``publish``, ``rollback`` and ``releases`` on a real SQLite file."""
from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest

from tests.cli.conftest import Plumb, break_word

pytestmark = pytest.mark.usefixtures("folder", "store")


def rename_jaw(folder: Path, name: str) -> None:
    path = folder / "areas" / "jaw.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("name: The jaw", f"name: {name}"), encoding="utf-8")


def test_before_the_first_publish_there_is_nothing(plumb: Plumb, store: Path) -> None:
    done = plumb("releases")
    assert (done.exit_code, done.stdout) == (0, "Nothing has been published yet. Run `plumb publish`.\n")
    assert json.loads(plumb("releases", "--json").stdout) == []
    assert not store.exists()


def test_publish_makes_the_store_and_a_release(plumb: Plumb, store: Path) -> None:
    done = plumb("publish")
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout == "Release 1 is served: 4 claims.\n"
    with sqlite3.connect(store) as connection:
        assert connection.execute("SELECT count(*) FROM claims").fetchone() == (4,)


def test_unchanged_content_keeps_its_release(plumb: Plumb) -> None:
    first = json.loads(plumb("publish", "--json").stdout)
    assert json.loads(plumb("publish", "--json").stdout) == first
    assert (first["number"], first["current"]) == (1, True)


def test_changed_content_is_the_next_release_and_rollback_serves_the_one_before(plumb: Plumb, folder: Path) -> None:
    plumb("publish")
    rename_jaw(folder, "The lower jaw")
    assert "Release 2 is served" in plumb("publish").stdout
    done = plumb("rollback")
    assert done.exit_code == 0
    assert done.stdout.startswith("Release 1 of 2") and done.stdout.endswith(" is served again.\n")
    found = json.loads(plumb("releases", "--json").stdout)
    assert [(release["number"], release["current"]) for release in found] == [(2, False), (1, True)]


def test_the_table_of_releases_says_which_is_served(plumb: Plumb, folder: Path) -> None:
    plumb("publish")
    rename_jaw(folder, "The lower jaw")
    plumb("publish")
    rows = [line.split("│") for line in plumb("releases").stdout.splitlines() if line.startswith("│")]
    assert [(row[1].strip(), row[3].strip(), row[5].strip()) for row in rows] == [("2", "4", "yes"), ("1", "4", "")]


def test_rollback_from_the_first_release_is_refused(plumb: Plumb) -> None:
    plumb("publish")
    done = plumb("rollback")
    assert (done.exit_code, done.stdout) == (3, "")
    assert "release 1 has none before it" in done.stderr
    assert json.loads(plumb("releases", "--json").stdout)[0]["current"]


def test_broken_content_is_not_published_and_the_release_before_stays(plumb: Plumb, folder: Path) -> None:
    plumb("publish")
    break_word(folder)
    done = plumb("publish")
    assert (done.exit_code, done.stdout) == (1, "")
    fault, last = done.stderr.splitlines()
    assert "jaw.yml:10:" in fault
    assert last == "plumb: nothing was published: 1 error (see above)."
    (release,) = json.loads(plumb("releases", "--json").stdout)
    assert (release["number"], release["current"]) == (1, True)


@pytest.mark.parametrize("command", ["publish", "rollback", "releases"])
def test_a_file_that_is_no_store_is_left_alone(plumb: Plumb, store: Path, command: str) -> None:
    store.parent.mkdir()
    store.write_bytes(b"this is no database " * 300)
    done = plumb(command)
    assert (done.exit_code, done.stdout) == (3, "")
    assert done.stderr.startswith(f"plumb: {store}: this file is not a content store.")
    assert len(done.stderr.splitlines()) == 1
    assert store.read_bytes() == b"this is no database " * 300


def test_a_damaged_store_is_said_in_one_line(plumb: Plumb, store: Path) -> None:
    plumb("publish")
    with sqlite3.connect(store) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.execute("DROP TABLE releases")
    done = plumb("releases")
    assert done.exit_code == 3
    assert done.stderr.startswith(f"plumb: {store}: the store is damaged")
    assert len(done.stderr.splitlines()) == 1


def test_rollback_without_a_store_says_how_to_make_one(plumb: Plumb, store: Path) -> None:
    done = plumb("rollback")
    assert done.exit_code == 3
    assert done.stderr.startswith(f"plumb: {store}: ")
    assert len(done.stderr.splitlines()) == 1
    assert not store.exists()


@pytest.mark.parametrize(("url", "says"), [
    ("nonsense", "it is not a database address"),
    ("mysql://root:secret@localhost/content", "mysql is not supported"),
    ("sqlite://", "it names no file"),
    ("postgresql://nobody:secret@127.0.0.1:1/content", "127.0.0.1:1"),
    ("sqlite:////proc/none/content.db", "the folder /proc/none does not exist"),
])
@pytest.mark.parametrize("command", ["publish", "rollback"])
def test_an_address_that_cannot_be_used_is_said_without_its_password(
    plumb: Plumb, monkeypatch: pytest.MonkeyPatch, command: str, url: str, says: str,
) -> None:
    monkeypatch.setenv("PLUMBLINE_CONTENT_URL", url)
    done = plumb(command)
    assert (done.exit_code, done.stdout) == (3, "")
    assert says in done.stderr and "secret" not in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_publish_without_the_encoder_says_how_to_get_it(plumb: Plumb, tmp_path: Path,
                                                       monkeypatch: pytest.MonkeyPatch) -> None:
    from bot.nlu.encoder import load_encoder

    monkeypatch.setenv("PLUMBLINE_ENCODER_DIR", str(tmp_path / "no-encoder"))
    load_encoder.cache_clear()
    done = plumb("publish")
    load_encoder.cache_clear()
    assert (done.exit_code, done.stdout) == (3, "")
    assert "bot.nlu.encoder_setup" in done.stderr
    assert len(done.stderr.splitlines()) == 1
