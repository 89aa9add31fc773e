"""``doctor``: every part is looked at, whatever the others are like."""
from __future__ import annotations

import json
import shutil
import socket
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.prepare import model_file
from bot.render import html
from bot.settings import ROOT, read
from tests.cli.conftest import Plumb, break_word
from tests.cli.http_server import serving
from tests.server.assistant import free_port

PARTS = ["Python", "Disk", "Encoder", "Language", "Content", "Store", "Model", "Rasa", "Action server"]


@dataclass
class Finding:
    ok: bool
    what: str
    remedy: str


@pytest.fixture(autouse=True)
def installation(plumb: Plumb, folder: Path, store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One in which nothing is wrong and no server runs."""
    monkeypatch.setenv("PLUMBLINE_MODELS_DIR", str(tmp_path / "models"))
    monkeypatch.setenv("PLUMBLINE_PORT", str(free_port()))
    monkeypatch.setenv("PLUMBLINE_ACTION_PORT", str(free_port()))
    model = model_file(read())
    model.parent.mkdir()
    model.touch()
    assert plumb("publish").exit_code == 0


def examine(plumb: Plumb) -> tuple[int, dict[str, Finding]]:
    done = plumb("doctor", "--json")
    assert done.stderr == ""
    found = {each.pop("part"): Finding(**each) for each in json.loads(done.stdout)}
    assert list(found) == PARTS
    assert all(each.ok or each.remedy or "make run" in each.what for each in found.values())
    return done.exit_code, found


def faulty(found: dict[str, Finding]) -> list[str]:
    return [part for part, finding in found.items() if not finding.ok]


def test_a_sound_installation_exits_0(plumb: Plumb) -> None:
    code, found = examine(plumb)
    assert (code, faulty(found)) == (0, [])
    assert "release 1 with 4 claims" in found["Store"].what
    assert "not running; port" in found["Rasa"].what


def test_as_text_it_has_a_line_for_each_part(plumb: Plumb, folder: Path) -> None:
    break_word(folder)
    done = plumb("doctor")
    assert done.exit_code == 1
    lines = done.stdout.splitlines()
    assert [line[6:].split(":")[0] for line in lines] == PARTS
    assert [line[:6] for line in lines] == ["ok    "] * 4 + ["FAULT "] + ["ok    "] * 4
    assert lines[4] == f"FAULT Content: errors in {folder}: 1. Run `plumb check`."


@pytest.mark.parametrize(("variable", "part"), [
    ("PLUMBLINE_ENCODER_DIR", "Encoder"), ("PLUMBLINE_LANGUAGE_DIR", "Language"), ("PLUMBLINE_MODELS_DIR", "Model"),
])
def test_what_was_never_written_is_missed(plumb: Plumb, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
                                          variable: str, part: str) -> None:
    monkeypatch.setenv(variable, str(tmp_path / "nothing"))
    code, found = examine(plumb)
    assert (code, faulty(found)) == (1, [part])
    assert found[part].remedy == "Run `make run`."


def test_half_an_encoder_is_none(plumb: Plumb, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(ROOT / ".cache" / "encoder", tmp_path / "encoder")
    next((tmp_path / "encoder").glob("*.onnx")).write_bytes(b"half")
    monkeypatch.setenv("PLUMBLINE_ENCODER_DIR", str(tmp_path / "encoder"))
    assert faulty(examine(plumb)[1]) == ["Encoder"]


def test_a_model_of_older_data_is_told_from_none(plumb: Plumb) -> None:
    model = model_file(read())
    model.rename(model.with_name("plumbline-0123456789abcdef.tar.gz"))
    _, found = examine(plumb)
    assert faulty(found) == ["Model"]
    assert "older than the training data" in found["Model"].what


@pytest.mark.parametrize(("damage", "says"), [("missing", "there is no store yet"), ("corrupt", "not a content store")])
def test_a_broken_store_is_named(plumb: Plumb, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, damage: str,
                                 says: str) -> None:
    from bot import bootstrap

    path = tmp_path / "other.db"
    if damage == "corrupt":
        path.write_bytes(b"this is no database " * 300)
    monkeypatch.setenv("PLUMBLINE_CONTENT_URL", f"sqlite:///{path}")
    bootstrap.repository.cache_clear()
    code, found = examine(plumb)
    assert (code, faulty(found)) == (1, ["Store"])
    assert says in found["Store"].what and str(path) in found["Store"].what


def test_no_content_folder_is_a_finding_and_no_end(plumb: Plumb, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLUMBLINE_CONTENT_DIR", "/nowhere")
    code, found = examine(plumb)
    assert (code, faulty(found)) == (1, ["Content"])


def test_too_little_room_is_a_finding(plumb: Plumb, monkeypatch: pytest.MonkeyPatch) -> None:
    usage = shutil.disk_usage(ROOT)
    monkeypatch.setattr("shutil.disk_usage", lambda path: usage._replace(free=200 * 1024**2))
    _, found = examine(plumb)
    assert faulty(found) == ["Disk"]
    assert found["Disk"].what == "0.2 GB free."


def test_running_servers_are_recognised(plumb: Plumb, monkeypatch: pytest.MonkeyPatch) -> None:
    with (serving(lambda path, body: (200, html.page("home").encode())) as rasa,
          serving(lambda path, body: (200, b'{"status":"ok"}') if path == "/health" else (404, b"")) as actions):
        monkeypatch.setenv("PLUMBLINE_PORT", str(rasa))
        monkeypatch.setenv("PLUMBLINE_ACTION_PORT", str(actions))
        code, found = examine(plumb)
    assert code == 0
    assert found["Rasa"].what == f"runs on port {rasa}."
    assert found["Action server"].what == f"runs on port {actions}."


def test_another_program_on_a_port_is_a_fault_with_a_remedy(plumb: Plumb, monkeypatch: pytest.MonkeyPatch) -> None:
    with serving(lambda path, body: (200, b"hello")) as web, socket.create_server(("127.0.0.1", 0)) as silent:
        monkeypatch.setattr("bot.commands.doctor.ANSWER_SECONDS", 0.2)
        monkeypatch.setenv("PLUMBLINE_PORT", str(web))
        monkeypatch.setenv("PLUMBLINE_ACTION_PORT", str(silent.getsockname()[1]))
        code, found = examine(plumb)
    assert (code, faulty(found)) == (1, ["Rasa", "Action server"])
    assert f"Port {web} is taken." in found["Rasa"].what
    assert f"PLUMBLINE_PORT={web + 1} make run" in found["Rasa"].what


def test_a_part_that_cannot_be_looked_at_is_a_finding_of_its_own(plumb: Plumb, tmp_path: Path,
                                                                monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLUMBLINE_MODELS_DIR", str(tmp_path / ("long" * 100)))
    code, found = examine(plumb)
    assert (code, faulty(found)) == (1, ["Model"])
    assert found["Model"].what.startswith("cannot be examined (OSError: ")
