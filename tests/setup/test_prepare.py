"""``bot.prepare``: what is made once, what is made again, and that nothing half made is ever used."""
from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot import bootstrap, prepare
from bot.prepare import TRAINED_FROM, NotReady, ensure_model, model_file, training_digest
from bot.settings import ROOT, Settings
from bot.store.repository import open_repository
from tests.setup.conftest import settings_in, small_project

EXAMPLES = ("config.yml", "domain.yml", "data/nlu/ask_cause.yml", "data/stories/_rules.yml", "data/_more/extra.yml",
            "bot/nlu/encoder.py", "bot/nlu/components/one.py", "requirements.txt")


@pytest.fixture
def where(tmp_path: Path) -> Settings:
    return settings_in(tmp_path)


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    """A folder with a file for each pattern, and content beside them."""
    root = tmp_path / "sources"
    for name in (*EXAMPLES, "bot/content/subjects/massage/gua_sha.yml", "bot/answers/select.py", "README.md"):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(f"# {name}\n")
    return root


@pytest.mark.parametrize("pattern", TRAINED_FROM)
def test_every_pattern_is_of_something(pattern: str) -> None:
    assert list(ROOT.glob(pattern))


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_change_of_what_is_trained_from_is_noticed(sources: Path, name: str) -> None:
    before = training_digest(sources)
    path = sources / name
    text = path.read_text()
    path.write_text(text + "\n")
    assert training_digest(sources) != before
    path.write_text(text)
    assert training_digest(sources) == before
    path.rename(path.with_name(f"z{path.name}"))
    assert training_digest(sources) != before


def test_content_and_other_code_are_not_trained_from(sources: Path) -> None:
    before = training_digest(sources)
    for name in ("bot/content/subjects/massage/gua_sha.yml", "bot/answers/select.py", "README.md"):
        (sources / name).write_text("changed")
    (sources / "bot" / "content" / "new.yml").write_text("new")
    (sources / "bot" / "nlu" / "notes.txt").write_text("new")
    assert training_digest(sources) == before


def test_text_that_moves_from_one_file_to_the_next_is_noticed(sources: Path) -> None:
    first, second = sources / "config.yml", sources / "domain.yml"
    first.write_text("ab")
    second.write_text("c")
    before = training_digest(sources)
    first.write_text("a")
    second.write_text("bc")
    assert training_digest(sources) != before


def test_it_trains_once_and_keeps_only_the_present_model(tmp_path: Path, where: Settings,
                                                         capsys: pytest.CaptureFixture[str]) -> None:
    project = small_project(tmp_path / "project")
    where.models_dir.mkdir()
    old = where.models_dir / "plumbline-0123456789abcdef.tar.gz"
    someone_elses = where.models_dir / "20240101-120000.tar.gz"
    old.touch()
    someone_elses.touch()
    model = ensure_model(where, project)
    assert model == model_file(where, project)
    assert sorted(where.models_dir.iterdir()) == sorted([model, someone_elses])
    assert "training (the training data changed)" in capsys.readouterr().out
    made = model.stat()
    assert ensure_model(where, project) == model
    assert (model.stat().st_ino, model.stat().st_mtime_ns) == (made.st_ino, made.st_mtime_ns)
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(("pipeline", "says"), [
    ("NoSuchComponent", "NoSuchComponent"), ("DIETClassifier", "TensorFlow"),
])
def test_a_training_that_fails_says_so_and_leaves_nothing(tmp_path: Path, where: Settings, pipeline: str, says: str,
                                                          capsys: pytest.CaptureFixture[str]) -> None:
    project = small_project(tmp_path / "project")
    config = project / "config.yml"
    config.write_text(config.read_text().replace("KeywordIntentClassifier", pipeline))
    with pytest.raises(NotReady, match="Training failed; what it said stands above"):
        ensure_model(where, project)
    assert says in capsys.readouterr().err
    assert list(where.models_dir.iterdir()) == []


def test_a_training_that_is_killed_leaves_no_model(tmp_path: Path, where: Settings) -> None:
    project = small_project(tmp_path / "project")
    script = ("import sys; from pathlib import Path; from bot.prepare import ensure_model; "
              "from tests.setup.conftest import settings_in; ensure_model(settings_in(Path(sys.argv[1])), "
              "Path(sys.argv[2]))")
    running = subprocess.Popen([sys.executable, "-W", "ignore", "-c", script, str(tmp_path), str(project)], cwd=ROOT,
                               start_new_session=True, stdout=subprocess.DEVNULL)
    limit = time.monotonic() + 30
    while not list(where.models_dir.glob(".training-*")):
        assert running.poll() is None and time.monotonic() < limit
        time.sleep(0.02)
    time.sleep(0.5)
    assert running.poll() is None
    os.killpg(running.pid, signal.SIGKILL)
    running.wait()
    assert not list(where.models_dir.glob("*.tar.gz"))
    assert not model_file(where, project).exists()


def test_a_long_step_shows_that_it_goes_on(capsys: pytest.CaptureFixture[str]) -> None:
    with prepare.progress("thinking", every=0.05):
        time.sleep(0.3)
    first, *ticks = capsys.readouterr().out.splitlines()
    assert first == "plumbline: thinking"
    assert len(ticks) >= 3
    assert all(re.fullmatch(r"  … \d+ s", tick) for tick in ticks)


def test_a_failing_step_ends_its_progress(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(ZeroDivisionError), prepare.progress("dividing", every=0.05):
        _ = 1 / 0
    capsys.readouterr()
    time.sleep(0.15)
    assert capsys.readouterr().out == ""


@pytest.fixture
def own_store(where: Settings, monkeypatch: pytest.MonkeyPatch) -> Iterator[Settings]:
    monkeypatch.setenv("PLUMBLINE_CONTENT_URL", where.content_url)
    bootstrap.repository.cache_clear()
    yield where
    bootstrap.repository().close()
    bootstrap.repository.cache_clear()


def test_content_is_published_once(own_store: Settings, capsys: pytest.CaptureFixture[str]) -> None:
    prepare.publish_content(own_store)
    prepare.publish_content(own_store)
    assert capsys.readouterr().out.count("plumbline: release 1: ") == 2
    with open_repository(own_store.content_url) as store:
        assert [info.number for info in store.releases()] == [1]


def test_broken_content_is_refused_with_its_first_errors(tmp_path: Path, own_store: Settings) -> None:
    folder = tmp_path / "content"
    shutil.copytree(ROOT / "tests" / "editorial" / "valid" / "bot" / "content", folder)
    sources = folder / "sources.yml"
    sources.write_text(sources.read_text().replace("  - id: ", "  - idd: "))
    with pytest.raises(NotReady) as refused:
        prepare.publish_content(replace(own_store, content_dir=folder))
    first, *faults = str(refused.value).splitlines()
    assert first == "The content has errors. Mend them and try again (`make check`):"
    assert f"  {sources}:" in faults[0] or f"  {folder}" in faults[0]
    assert len(faults) <= prepare.MOST_FAULTS_SHOWN + 1
    assert not Path(own_store.content_url.removeprefix("sqlite:///")).exists()


def test_weights_that_are_not_the_published_ones_are_refused(where: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.nlu.encoder_setup.SOURCE_DIGESTS", {"model.safetensors": "0" * 64})
    with pytest.raises(NotReady, match="do not use it"):
        prepare.ensure_encoder(where)
    assert not where.encoder_dir.exists()


def test_the_language_pipeline_is_written_once(where: Settings, capsys: pytest.CaptureFixture[str]) -> None:
    from bot.nlu.language_setup import is_current

    prepare.ensure_language(where)
    assert is_current(where.language_dir)
    assert "writing the language pipeline (once)" in capsys.readouterr().out
    prepare.ensure_language(where)
    assert capsys.readouterr().out == ""


def test_a_language_folder_that_cannot_be_written_is_said(tmp_path: Path, where: Settings) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(NotReady, match="file"):
        prepare.ensure_language(replace(where, language_dir=tmp_path / "file" / "language"))


@pytest.mark.parametrize(("variable", "value", "says"), [
    ("PLUMBLINE_PORT", "abc", "PLUMBLINE_PORT=abc is no port number"),
    ("PLUMBLINE_CONTENT_DIR", "/nowhere", "taxonomy.yml"),
    ("PLUMBLINE_CONTENT_URL", "nonsense", "it is not a database address"),
])
def test_what_is_wrong_is_said_without_a_stack_trace(variable: str, value: str, says: str) -> None:
    done = subprocess.run([sys.executable, "-W", "ignore", "-m", "bot.prepare"], cwd=ROOT, capture_output=True,
                          text=True, env={**os.environ, variable: value}, timeout=60, check=False)
    assert done.returncode == 1
    assert done.stderr.startswith("plumbline: ") and says in done.stderr
    assert "Traceback" not in done.stderr
