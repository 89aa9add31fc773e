"""A content folder, a store and a way to call ``plumb``, all of the test's own."""
from __future__ import annotations

import datetime
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import Result
from typer.testing import CliRunner

from bot import bootstrap
from bot.cli import app
from tests.editorial.test_broken import VALID

Plumb = Callable[..., Result]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the valid content, reviewed today, which the settings name."""
    copy = tmp_path / "content"
    shutil.copytree(VALID / "bot" / "content", copy)
    today = datetime.date.today()
    review = f"on: {today}, due: {today + datetime.timedelta(days=90)}"
    for path in copy.rglob("*.yml"):
        text = path.read_text(encoding="utf-8")
        path.write_text(re.sub(r"on: [\d-]+, due: [\d-]+", review, text), encoding="utf-8")
    monkeypatch.setenv("PLUMBLINE_CONTENT_DIR", str(copy))
    return copy


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The file of a store that the settings name and that is not there yet."""
    path = tmp_path / "store" / "content.db"
    monkeypatch.setenv("PLUMBLINE_CONTENT_URL", f"sqlite:///{path}")
    _forget()
    yield path
    if bootstrap.repository.cache_info().currsize:
        bootstrap.repository().close()
    _forget()


def _forget() -> None:
    """The next part that is asked for is made from the settings of that moment, as in a new process."""
    bootstrap.repository.cache_clear()
    bootstrap.answer_service.cache_clear()


@pytest.fixture
def plumb() -> Plumb:
    """Calls a command and returns its exit code, ``stdout`` and ``stderr``; nothing but an exit may come out of it."""
    runner = CliRunner(mix_stderr=False)

    def call(*arguments: str, stdin: str | None = None) -> Result:
        result = runner.invoke(app, list(arguments), input=stdin, prog_name="plumb")
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exc_info
        return result

    return call


def break_word(folder: Path) -> None:
    """One fault of wording in the jaw's file, on line 10."""
    path = folder / "areas" / "jaw.yml"
    text = path.read_text(encoding="utf-8")
    said = "One small study suggests that exercise does little for the jaw"
    assert said in text
    path.write_text(text.replace(said, "A lack of exercise causes the jaw to sag"), encoding="utf-8")
