"""What visitors get when a part fails, and what the operator sees."""
from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.settings import ROOT
from tests.server.assistant import Assistant, free_port, publish, seconds, serving

pytestmark = pytest.mark.server
WITHIN = 5  # seconds


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    """An assistant that this module may break."""
    with serving(Assistant(tmp_path_factory.mktemp("faults"))) as running:
        yield running


def text_of(assistant: Assistant, message: str) -> str:
    started = time.monotonic()
    replies = assistant.say(message)
    assert seconds(started) < WITHIN
    return " ".join(reply.get("text", "") for reply in replies)


def test_a_new_subject_is_understood_without_training_or_restart(own: Assistant, tmp_path: Path) -> None:
    assert "facial_cupping" not in own.answer("does wibblecupping work on jowls")["question"]["subjects"]
    folder = tmp_path / "content"
    shutil.copytree(ROOT / "bot" / "content", folder)
    subprocess.run([sys.executable, "-m", "bot.cli", "new-subject", "facial_cupping", "--name", "Wibblecupping",
                    "--family", "massage"], cwd=ROOT, check=True, timeout=60,
                   env={**os.environ, "PLUMBLINE_CONTENT_DIR": str(folder)})
    publish(own, folder)
    started = time.monotonic()
    while "facial_cupping" not in own.answer("does wibblecupping work on jowls")["question"]["subjects"]:
        assert seconds(started) < WITHIN
        time.sleep(0.1)


def test_without_the_action_server_it_says_so_and_goes_on_afterwards(own: Assistant) -> None:
    own.actions.stop()
    assert "not working just now" in text_of(own, "do facial exercises work")
    own.start_actions()
    assert own.answer("do facial exercises work")["type"] == "answer"


def test_a_hanging_action_server_is_not_waited_for(own: Assistant) -> None:
    os.killpg(own.actions.process.pid, signal.SIGSTOP)
    try:
        assert "not working just now" in text_of(own, "do facial exercises work")
    finally:
        os.killpg(own.actions.process.pid, signal.SIGCONT)
    assert own.answer("do facial exercises work")["type"] == "answer"


@pytest.mark.parametrize("damage", ["missing", "corrupt"])
def test_without_the_store_it_does_not_guess(own: Assistant, damage: str) -> None:
    store = own.folder / "content.db"
    kept = own.folder / "kept"
    own.actions.stop()
    kept.mkdir(exist_ok=True)
    for path in own.folder.glob("content.db*"):
        shutil.move(path, kept / path.name)
    if damage == "corrupt":
        store.write_bytes(b"this is no database " * 500)
    own.start_actions()
    try:
        assert "cannot reach my sources" in text_of(own, "do facial exercises work")
    finally:
        for path in own.folder.glob("content.db*"):
            path.unlink()
        for path in kept.iterdir():
            shutil.move(path, own.folder / path.name)
    time.sleep(1.5)  # the store is looked at once a second
    assert own.answer("do facial exercises work")["type"] == "answer"


def test_a_conversation_survives_the_death_of_rasa(own: Assistant) -> None:
    first = own.answer("do facial exercises work", "stays")
    os.killpg(own.rasa.process.pid, signal.SIGKILL)
    own.rasa.process.wait(10)
    own.start_rasa()
    more = own.answer("show me more evidence", "stays")
    assert more["question"]["subjects"] == first["question"]["subjects"]
    assert {p["id"] for p in first["points"]}.isdisjoint(p["id"] for p in more["points"])


def make_run(environment: dict[str, str]) -> subprocess.Popen[str]:
    return subprocess.Popen([sys.executable, "-m", "bot.run"], cwd=ROOT, env={**os.environ, **environment},
                            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def test_a_taken_port_is_said_in_one_line(own: Assistant) -> None:
    done = make_run({"PLUMBLINE_PORT": str(own.where.port), "PLUMBLINE_ACTION_PORT": str(free_port())})
    _, errors = done.communicate(timeout=30)
    assert done.returncode == 1
    assert len(errors.strip().splitlines()) == 1
    assert f"Port {own.where.port} is taken" in errors
    assert "PLUMBLINE_PORT=" in errors


def test_broken_content_is_refused_and_says_where(own: Assistant, tmp_path: Path) -> None:
    folder = tmp_path / "content"
    shutil.copytree(ROOT / "bot" / "content", folder)
    broken = folder / "subjects" / "massage" / "gua_sha.yml"
    broken.write_text(broken.read_text().replace("stance: ", "stence: ", 1))
    done = make_run({"PLUMBLINE_CONTENT_DIR": str(folder), "PLUMBLINE_PORT": str(free_port()),
                     "PLUMBLINE_ACTION_PORT": str(free_port())})
    _, errors = done.communicate(timeout=60)
    assert done.returncode == 1
    assert "gua_sha.yml:" in errors
    assert "Traceback" not in errors


def test_ctrl_c_stops_everything_it_started(own: Assistant) -> None:
    port, action_port = free_port(), free_port()
    running = make_run({"PLUMBLINE_PORT": str(port), "PLUMBLINE_ACTION_PORT": str(action_port),
                        "PLUMBLINE_CONTENT_URL": own.where.content_url})
    assert running.stdout
    for line in running.stdout:
        if "ready" in line:
            break
    assert running.poll() is None
    running.send_signal(signal.SIGINT)
    _, errors = running.communicate(timeout=30)
    assert running.returncode == 0, errors
    for each in (port, action_port):
        with socket.socket() as probe:
            assert probe.connect_ex(("127.0.0.1", each)) != 0
