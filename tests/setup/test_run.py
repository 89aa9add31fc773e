"""``bot.run``: servers start, are watched, and leave nothing behind."""
from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bot import run
from bot.prepare import NotReady, ensure_model
from bot.run import Server
from bot.settings import ROOT, Settings
from tests.cli.http_server import serving
from tests.server.assistant import free_port
from tests.setup.conftest import settings_in, small_project

Start = Callable[..., Server]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Starts a Python script as a server, and ends it when the test forgot to."""
    started: list[Server] = []

    def start_one(script: str, health: str = "http://127.0.0.1:1/") -> Server:
        server = Server("The test's server", [sys.executable, "-c", script], dict(os.environ), health,
                        tmp_path / "log" / "server.log")
        started.append(server)
        return server

    yield start_one
    for server in started:
        server.stop(0.1)


def written(server: Server, pattern: str) -> str:
    """What the server's log says, as soon as it does."""
    limit = time.monotonic() + 10
    while True:
        found = re.search(pattern, server.log.read_text())
        if found:
            return found[1]
        assert time.monotonic() < limit
        time.sleep(0.02)


def runs(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0]
    except OSError:
        return False
    return state != "Z"


def ended(pid: int) -> bool:
    limit = time.monotonic() + 5
    while runs(pid):
        if time.monotonic() > limit:
            return False
        time.sleep(0.02)
    return True


WORKER = "import signal, time; signal.signal(signal.SIGTERM, {how}); time.sleep(60)"
LEADER = """
import signal, subprocess, sys, time
signal.signal(signal.SIGTERM, {leader})
child = subprocess.Popen([sys.executable, "-c", {worker!r}])
time.sleep(0.3)  # until the worker has set its signals
print(f"worker {{child.pid}}.", flush=True)
{then}
"""


def leader(leader: str = "signal.SIG_DFL", worker: str = "signal.SIG_DFL", then: str = "time.sleep(60)") -> str:
    return LEADER.format(leader=leader, worker=WORKER.format(how=worker), then=then)


@pytest.mark.parametrize("script", [
    leader(), leader(worker="signal.SIG_IGN"), leader(leader="signal.SIG_IGN", worker="signal.SIG_IGN"),
    leader(then="sys.exit(3)"), leader(worker="signal.SIG_IGN", then="sys.exit(3)"),
], ids=["both end when asked", "a stubborn worker", "both are stubborn", "the leader is gone",
        "the leader is gone and the worker is stubborn"])
def test_stopping_ends_the_server_and_its_workers(start: Start, script: str) -> None:
    server = start(script)
    worker = int(written(server, r"worker (\d+)\."))
    assert runs(worker)
    started = time.monotonic()
    server.stop(0.5)
    assert time.monotonic() - started < 2
    assert server.process.poll() is not None
    assert ended(worker)


def test_stopping_twice_is_stopping_once(start: Start) -> None:
    server = start("import time; time.sleep(60)")
    server.stop()
    server.stop()
    assert server.process.returncode == -signal.SIGTERM


def test_a_server_has_time_to_end_in_order(start: Start) -> None:
    server = start("import signal, sys, time\n"
                   "def end(*_): time.sleep(0.3); print('in order.', flush=True); sys.exit(0)\n"
                   "signal.signal(signal.SIGTERM, end); print('up 1.', flush=True); time.sleep(60)")
    written(server, r"up (\d)\.")
    server.stop()
    assert "in order." in server.log.read_text()
    assert server.process.returncode == 0


def test_a_server_that_dies_at_start_is_said_with_its_log(start: Start) -> None:
    server = start("import sys; print('the reason', file=sys.stderr); sys.exit(4)")
    with pytest.raises(NotReady) as refused:
        server.wait()
    assert str(refused.value) == f"The test's server stopped (exit code 4). Its log: {server.log}"
    assert "the reason" in server.log.read_text()


def test_a_server_that_never_answers_is_given_up(start: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "START_LIMIT", 0.3)
    server = start("import time; time.sleep(60)")
    with pytest.raises(NotReady, match=r"did not answer within 0.3 s. Its log: .*server.log"):
        server.wait()


@pytest.mark.parametrize(("status", "answers"), [(200, True), (503, False)])
def test_a_server_answers_when_it_is_well(start: Start, status: int, answers: bool) -> None:
    with serving(lambda path, body: (status, b"{}")) as port:
        assert start("", f"http://127.0.0.1:{port}/health").answers() is answers


def test_the_log_goes_on_where_it_ended(start: Start) -> None:
    for word in ("one", "two"):
        start(f"print('{word}')").process.wait(10)
    assert start("").log.read_text().split() == ["one", "two"]


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A trained model of a small bot."""
    folder = tmp_path_factory.mktemp("small")
    return ensure_model(settings_in(folder), small_project(folder / "project"))


#: ``make run`` with a model that is there already; all else is real.
RUN = ("import sys; from pathlib import Path; from bot import run; run.prepare = lambda where: Path(sys.argv[1]); "
       "sys.exit(run.main())")


def make_run(where: Settings, model: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-W", "ignore", "-c", RUN, str(model)], cwd=ROOT, stdout=subprocess.PIPE,
        stderr=subprocess.PIPE, text=True, start_new_session=True,
        env={**os.environ, "PLUMBLINE_PORT": str(where.port), "PLUMBLINE_ACTION_PORT": str(where.action_port),
             "PLUMBLINE_CONVERSATIONS_URL": where.content_url})


def free(where: Settings) -> bool:
    """Whether nothing listens on either port any more."""
    for port in (where.port, where.action_port):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return False
    return True


def until_ready(running: subprocess.Popen[str]) -> str:
    assert running.stdout
    said = ""
    for line in running.stdout:
        said += line
        if "Stop:" in line:
            break
    assert running.poll() is None
    return said


@pytest.mark.parametrize("signals", [[signal.SIGHUP], [signal.SIGINT, signal.SIGINT, signal.SIGTERM]],
                         ids=["the terminal is closed", "impatient"])
def test_however_it_is_stopped_it_leaves_no_server(tmp_path: Path, small: Path, signals: list[signal.Signals]) -> None:
    where = settings_in(tmp_path)
    running = make_run(where, small)
    said = until_ready(running)
    assert "starting the action server and Rasa" in said
    assert f"curl http://127.0.0.1:{where.port}/webhooks/rest/webhook" in said
    assert not free(where)
    for number in signals:
        running.send_signal(number)
        time.sleep(0.05)
    output, errors = running.communicate(timeout=30)
    assert (running.returncode, errors) == (0, "")
    assert output.endswith("plumbline: stopped\n")
    assert free(where)


def test_when_rasa_cannot_start_the_action_server_is_stopped_and_the_log_named(tmp_path: Path) -> None:
    where = settings_in(tmp_path)
    broken = tmp_path / "broken.tar.gz"
    broken.write_bytes(b"half a model")
    running = make_run(where, broken)
    _, errors = running.communicate(timeout=60)
    assert running.returncode == 1
    assert re.fullmatch(r"plumbline: Rasa stopped \(exit code \d+\). Its log: \S+/rasa.log\n", errors)
    assert free(where)


def test_a_taken_port_is_said_before_anything_is_prepared(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = subprocess.run([sys.executable, "-W", "ignore", "-m", "bot.run"], cwd=ROOT, capture_output=True,
                              text=True, timeout=30, check=False,
                              env={**os.environ, "PLUMBLINE_PORT": str(free_port()),
                                   "PLUMBLINE_ACTION_PORT": str(port)})
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (f"plumbline: Port {port} is taken. Stop the program that uses it, or choose another port: "
                           f"PLUMBLINE_ACTION_PORT={port + 1} make run\n")
