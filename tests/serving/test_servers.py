"""The real servers, two Rasa workers: answers, failures told, nothing lost, nothing left running."""

from __future__ import annotations

import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.serving.servers import BOT, Servers, environment, train

SENTENCE = "Something in me is not working just now."

pytestmark = pytest.mark.server


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return train(tmp_path_factory.mktemp("small_bot"))


@pytest.fixture(scope="module")
def servers(tmp_path_factory: pytest.TempPathFactory, model: Path) -> Iterator[Servers]:
    started = Servers(tmp_path_factory.mktemp("servers"), model, workers=2)
    try:
        yield started
    finally:
        started.stop()


def test_it_answers_and_remembers_whichever_worker_is_asked(servers: Servers) -> None:
    for number in range(1, 31):
        (reply,) = servers.say("ask", "remembering")
        assert reply.startswith(f"Answer {number} to ask, ")
        assert int(reply.split(", ")[1]) < 60, "the action server gets a bounded history"


def test_many_visitors_at_once(servers: Servers) -> None:
    with ThreadPoolExecutor(8) as pool:
        replies = list(pool.map(lambda i: servers.say("ask", f"many-{i % 8}"), range(64)))
    counted = sorted(int(re.match(r"Answer (\d+)", reply)[1]) for (reply,) in replies)  # type: ignore[index]
    assert counted == sorted([1, 2, 3, 4, 5, 6, 7, 8] * 8)


def test_messages_at_once_in_one_conversation_are_all_counted(servers: Servers) -> None:
    with ThreadPoolExecutor(6) as pool:
        replies = list(pool.map(lambda _: servers.say("ask", "one"), range(12)))
    counted = sorted(int(re.match(r"Answer (\d+)", reply)[1]) for (reply,) in replies)  # type: ignore[index]
    assert counted == list(range(1, 13))


@pytest.mark.parametrize("failing", ["hang", "fail", "babble"])
def test_a_failing_action_is_told_within_five_seconds_and_the_next_message_is_answered(
    servers: Servers, failing: str
) -> None:
    (reply,) = servers.say("ask", failing)
    assert reply.startswith("Answer 1 to ask")
    started = time.monotonic()
    assert servers.say(failing, failing) == [SENTENCE]
    assert time.monotonic() - started < 5
    (reply,) = servers.say("ask", failing)
    assert reply.startswith("Answer 2 to ask")


def test_an_action_that_hangs_does_not_hold_up_other_visitors(servers: Servers) -> None:
    with ThreadPoolExecutor(2) as pool:
        hanging = pool.submit(servers.say, "hang", "slow")
        time.sleep(0.2)
        started = time.monotonic()
        assert len(servers.say("ask", "quick")) == 1
        assert time.monotonic() - started < 1
        assert hanging.result() == [SENTENCE]


def test_no_process_has_tensorflow_or_an_unused_channel(servers: Servers) -> None:
    processes = list(servers.processes())
    assert len(processes) == 3
    for process in processes:
        mapped = Path(f"/proc/{process}/maps").read_text()
        assert "numpy" in mapped and "tensorflow" not in mapped and "matplotlib" not in mapped


def test_the_log_carries_no_words_of_visitors(servers: Servers) -> None:
    servers.say("xyzzy-private", "private")
    assert "xyzzy" not in servers.log()


def test_without_an_action_server_the_visitor_is_told(tmp_path: Path, model: Path) -> None:
    started = Servers(tmp_path / "alone", model, with_actions=False)
    try:
        assert started.say("ask") == [SENTENCE]
        assert started.say("hello") == ["Hello."]
    finally:
        started.stop()
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        probe.bind(("127.0.0.1", started.port))


def _refused(arguments: list[str], folder: Path, module: str = "server", **variables: str) -> str:
    result = subprocess.run(
        [sys.executable, "-m", f"bot.serving.{module}", *arguments],
        cwd=folder, env=environment(PLUMBLINE_ACTION_PORT="1", **variables), capture_output=True, text=True, timeout=60,
    )  # fmt: skip
    assert result.returncode == 2, result.stdout + result.stderr
    (line,) = [line for line in result.stderr.splitlines() if line]
    return line


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "credentials.yml").write_text("rest:\n")
    (tmp_path / "endpoints.yml").write_text(
        "action_endpoint: {url: 'http://127.0.0.1:1/webhook'}\n"
        f"tracker_store: {{type: bot.serving.tracker_store.BoundedTrackerStore, url: 'sqlite:///{tmp_path}/c.db'}}\n"
    )
    return tmp_path


def test_a_taken_port_is_one_line(folder: Path, model: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        assert port in _refused(["--model", str(model), "--port", port], folder)
        assert port in _refused(["--port", port], BOT, "action_server")


def test_no_model_is_one_line(folder: Path) -> None:
    assert "no model here. Train one" in _refused(["--model", str(folder)], folder)


def test_no_channel_is_one_line(folder: Path, model: Path) -> None:
    (folder / "credentials.yml").write_text("")
    assert "credentials.yml: names no channel" in _refused(["--model", str(model)], folder)


def test_no_action_server_in_endpoints_is_one_line(folder: Path, model: Path) -> None:
    (folder / "endpoints.yml").write_text("{}")
    assert "endpoints.yml: has no action_endpoint" in _refused(["--model", str(model)], folder)


def test_a_misspelt_tracker_store_is_one_line_and_not_a_store_in_memory(folder: Path, model: Path) -> None:
    endpoints = folder / "endpoints.yml"
    endpoints.write_text(endpoints.read_text().replace("BoundedTrackerStore", "BoundTrackerStore"))
    assert "there is no tracker store" in _refused(["--model", str(model)], folder)


def test_a_damaged_database_is_one_line(folder: Path, model: Path) -> None:
    (folder / "c.db").write_bytes(b"not a database" * 1000)
    line = _refused(["--model", str(model)], folder)
    assert "c.db" in line and "damaged" in line and "restore it from a backup" in line
