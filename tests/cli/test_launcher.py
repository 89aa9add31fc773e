"""The real ``./plumb``, as a process of its own, from any folder."""
from __future__ import annotations

import json
import os
import shutil
import subprocess
import time
from pathlib import Path

import pytest

from bot.settings import ROOT
from tests.cli.conftest import break_word

SECONDS = 5  # what an editor waits for at most, Python's start included


def launch(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([ROOT / "plumb", *arguments], cwd="/", capture_output=True, text=True, timeout=60,
                          env={**os.environ, **environment}, check=False)


def test_it_checks_from_any_folder_in_seconds(folder: Path) -> None:
    started = time.monotonic()
    done = launch("check", PLUMBLINE_CONTENT_DIR=str(folder))
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("No faults.")
    assert time.monotonic() - started < SECONDS


def test_its_exit_code_is_the_commands(folder: Path, store: Path) -> None:
    break_word(folder)
    done = launch("publish")
    assert done.returncode == 1
    assert "nothing was published" in done.stderr
    assert launch("nope").returncode == 2
    done = launch("rollback")
    assert (done.returncode, done.stdout) == (3, "")
    assert done.stderr.startswith("plumb: ") and len(done.stderr.splitlines()) == 1


def test_it_publishes_and_nothing_else_is_printed(folder: Path, store: Path) -> None:
    done = launch("publish", "--json")
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)["number"] == 1
    assert store.exists()


def test_a_reader_that_goes_away_is_no_error() -> None:
    """`plumb sources | head -1`: the listing is longer than what a pipe holds unread."""
    done = subprocess.run(f"'{ROOT}/plumb' preview facial_exercise --json | head -1", shell=True, capture_output=True,
                          text=True, timeout=60, check=False)
    assert (done.stdout, done.stderr) == ("[\n", "")


@pytest.mark.parametrize("missing", ["installed.sha256", "bin/python"])
def test_it_installs_first_where_the_installation_is_not_whole(tmp_path: Path, missing: str) -> None:
    shutil.copy(ROOT / "plumb", tmp_path)
    (tmp_path / "Makefile").write_text("install:\n\t@echo installing >&2; exit 1\n")
    for name in {"installed.sha256", "bin/python"} - {missing}:
        path = tmp_path / ".venv" / name
        path.parent.mkdir(parents=True)
        path.touch(mode=0o755)
    done = subprocess.run([tmp_path / "plumb", "check"], capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 1
    assert done.stderr.startswith("installing\n")
