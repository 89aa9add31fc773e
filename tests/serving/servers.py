"""Start the real servers on a small bot whose actions answer, hang and fail."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

from bot.settings import ROOT

BOT = Path(__file__).parent / "bot"
START_LIMIT_SECONDS = 90


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def environment(**more: str) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "ignore", "OMP_NUM_THREADS": "1", **more}


def train(folder: Path) -> Path:
    """Train the small bot through the project's own command line; returns the model."""
    for name in ("config.yml", "domain.yml", "data", "actions"):
        (folder / name).symlink_to(BOT / name)
    command = [sys.executable, "-m", "bot.serving.rasa_cli", "train", "--fixed-model-name", "small"]
    done = subprocess.run(command, cwd=folder, env=environment(), capture_output=True, text=True, timeout=180)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "models" / "small.tar.gz"


class Servers:
    """One action server and one Rasa server on ports of their own."""

    def __init__(self, folder: Path, model: Path, workers: int = 1, with_actions: bool = True) -> None:
        self.folder = folder
        self.port, self.action_port = free_port(), free_port()
        folder.mkdir(exist_ok=True)
        (folder / "credentials.yml").write_text("rest:\n")
        (folder / "endpoints.yml").write_text(
            # Rasa fills in a variable only where the value has no quotes.
            "action_endpoint:\n  url: http://127.0.0.1:${PLUMBLINE_ACTION_PORT}/webhook\n  timeout: 2\n"
            f"tracker_store: {{type: bot.serving.tracker_store.BoundedTrackerStore, url: 'sqlite:///{folder}/c.db'}}\n"
            f"lock_store: {{type: bot.serving.lock_store.FileLockStore, path: '{folder}/locks'}}\n"
        )
        self._environment = environment(
            PLUMBLINE_PORT=str(self.port), PLUMBLINE_ACTION_PORT=str(self.action_port), SANIC_WORKERS=str(workers)
        )
        self.actions = self._start("action_server", BOT) if with_actions else None
        self.rasa = self._start("server", folder, "--model", str(model))
        self._wait(f"http://127.0.0.1:{self.port}/", self.rasa)
        if self.actions:
            self._wait(f"http://127.0.0.1:{self.action_port}/health", self.actions)

    def _start(self, module: str, cwd: Path, *arguments: str) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", f"bot.serving.{module}", *arguments]
        with (self.folder / f"{module}.log").open("wb") as log:
            return subprocess.Popen(
                command, cwd=cwd, env=self._environment, stdout=log, stderr=log, start_new_session=True
            )

    def _wait(self, url: str, process: subprocess.Popen[bytes]) -> None:
        deadline = time.monotonic() + START_LIMIT_SECONDS
        while True:
            with contextlib.suppress(urllib.error.URLError, OSError), urllib.request.urlopen(url, timeout=1):
                return
            assert process.poll() is None and time.monotonic() < deadline, self.log()
            time.sleep(0.1)

    def log(self) -> str:
        return "".join(path.read_text(errors="replace") for path in sorted(self.folder.glob("*.log")))

    def say(self, text: str, sender: str = "visitor") -> list[str]:
        """Post a message to the REST channel; returns the texts of the replies."""
        body = json.dumps({"sender": sender, "message": text}).encode()
        request = urllib.request.Request(f"http://127.0.0.1:{self.port}/webhooks/rest/webhook", body)
        with urllib.request.urlopen(request, timeout=30) as response:
            return [reply["text"] for reply in json.load(response)]

    def processes(self) -> Iterator[int]:
        """Ids of Rasa's processes: the server and its workers."""
        yield self.rasa.pid
        children = Path(f"/proc/{self.rasa.pid}/task/{self.rasa.pid}/children").read_text()
        yield from map(int, children.split())

    def stop(self) -> None:
        for process in filter(None, (self.rasa, self.actions)):
            with contextlib.suppress(ProcessLookupError):
                process.send_signal(signal.SIGTERM)
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(10)
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()
