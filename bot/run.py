"""``make run``: prepares, starts the action server and Rasa, and stops both when told to."""
from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable
from contextlib import suppress
from http.client import HTTPException
from pathlib import Path
from types import FrameType

from bot import settings
from bot.ports import PortTaken, require_free
from bot.prepare import NotReady, prepare, progress, say
from bot.settings import ROOT, Settings

START_LIMIT = 120  # seconds until a server that does not answer is given up
STOP_LIMIT = 10  # seconds until a server that does not stop is killed


class Stopped(Exception):
    """The person at the keyboard, or the system, asked to stop."""


class Server:
    """One server process in its own group, so that stopping it also stops its workers."""

    def __init__(self, name: str, command: list[str], environment: dict[str, str], health: str, log: Path) -> None:
        self.name = name
        self.health = health
        self.log = log
        log.parent.mkdir(parents=True, exist_ok=True)
        with log.open("ab") as output:
            self.process = subprocess.Popen(
                command, cwd=ROOT, env=environment, stdout=output, stderr=output, start_new_session=True,
            )

    def answers(self) -> bool:
        """Whether the server's health address answers."""
        try:
            with urllib.request.urlopen(self.health, timeout=1) as response:
                return bool(response.status == 200)
        except (OSError, HTTPException):
            return False

    def require_alive(self) -> None:
        """Raises NotReady when the process has ended."""
        if self.process.poll() is not None:
            raise NotReady(f"{self.name} stopped (exit code {self.process.returncode}). Its log: {self.log}")

    def wait(self) -> None:
        """Waits until the server answers; raises NotReady when it ends or takes too long."""
        limit = time.monotonic() + START_LIMIT
        while not self.answers():
            self.require_alive()
            if time.monotonic() > limit:
                raise NotReady(f"{self.name} did not answer within {START_LIMIT} s. Its log: {self.log}")
            time.sleep(0.1)

    def stop(self, limit: float = STOP_LIMIT) -> None:
        """Ends the process and what it started: asked first, killed after ``limit`` seconds.

        Workers that outlived the process itself are killed, too.
        """
        if self.process.poll() is None:
            self._signal(signal.SIGTERM)
            with suppress(subprocess.TimeoutExpired):
                self.process.wait(limit)
        self._signal(signal.SIGKILL)
        self.process.wait()

    def _signal(self, number: int) -> None:
        with suppress(ProcessLookupError):  # the group is empty
            os.killpg(self.process.pid, number)


def _environment(where: Settings, model: Path) -> dict[str, str]:
    return {
        **os.environ,
        "RASA_TELEMETRY_ENABLED": "false",
        "PLUMBLINE_MODEL": str(model),
        "PLUMBLINE_HOST": where.host,
        "PLUMBLINE_PORT": str(where.port),
        "PLUMBLINE_ACTION_PORT": str(where.action_port),
    }


def _announce(where: Settings) -> None:
    address = f"http://{where.host}:{where.port}"
    say("ready")
    print(f"""
  In the browser:    {address}/
  In a terminal:     make chat           (in another one; type: why is my jaw sagging)
  Over HTTP:         curl {address}/webhooks/rest/webhook -d '{{"sender": "me", "message": "do facial exercises work"}}'
  Without servers:   .venv/bin/python -m bot.cli ask "does gua sha work on the jaw"
  Logs:              {where.var_dir / 'log'}
  Stop:              Ctrl-C
""", flush=True)


def _on_signal(number: int, frame: FrameType | None) -> None:
    raise Stopped


def _heed_signals(how: Callable[[int, FrameType | None], None] | signal.Handlers) -> None:
    """Ctrl-C, a request to end, and the closing of the terminal unless `nohup` was asked to outlive it."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        if number != signal.SIGHUP or signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, how)


def serve(where: Settings, model: Path) -> None:
    """Runs both servers until one of them ends or a signal comes."""
    environment = _environment(where, model)
    logs = where.var_dir / "log"
    servers: list[Server] = []
    try:
        with progress("starting the action server and Rasa"):
            servers.append(Server("The action server", [sys.executable, "-m", "bot.serving.action_server"], environment,
                                  f"http://127.0.0.1:{where.action_port}/health", logs / "actions.log"))
            servers.append(Server("Rasa", [sys.executable, "-m", "bot.serving.server"], environment,
                                  f"http://{where.host}:{where.port}/", logs / "rasa.log"))
            for server in servers:
                server.wait()
        _announce(where)
        while True:
            for server in servers:
                server.require_alive()
            time.sleep(0.5)
    finally:
        _heed_signals(signal.SIG_IGN)  # a second Ctrl-C must not leave a server behind
        for server in reversed(servers):
            server.stop()


def main() -> int:
    """Prepares, serves, and returns the exit code."""
    from bot.store.errors import StoreError

    _heed_signals(_on_signal)
    try:
        where = settings.read()
        require_free(where.host, where.port, "PLUMBLINE_PORT")
        require_free(where.host, where.action_port, "PLUMBLINE_ACTION_PORT")
        serve(where, prepare(where))
    except Stopped:
        say("stopped")
        return 0
    except (NotReady, PortTaken, StoreError, ValueError, OSError) as error:
        print(f"plumbline: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
