"""``make run``: prepares, starts the action server and Rasa, and stops both when told to."""
from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
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
        except (urllib.error.URLError, OSError):
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

    def stop(self) -> None:
        """Ends the process and what it started: asked first, killed after a while."""
        for sign in (signal.SIGTERM, signal.SIGKILL):
            if self.process.poll() is None:
                try:
                    os.killpg(self.process.pid, sign)
                    self.process.wait(STOP_LIMIT)
                except (ProcessLookupError, subprocess.TimeoutExpired):
                    continue


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
  Talk to it:        make chat           (in another terminal; type: why is my jaw sagging)
  Over HTTP:         curl {address}/webhooks/rest/webhook -d '{{"sender": "me", "message": "do facial exercises work"}}'
  Without servers:   .venv/bin/python -m bot.cli ask "does gua sha work on the jaw"
  Logs:              {where.var_dir / 'log'}
  Stop:              Ctrl-C
""", flush=True)


def _on_signal(number: int, frame: FrameType | None) -> None:
    raise Stopped


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
                                  f"http://127.0.0.1:{where.port}/", logs / "rasa.log"))
            for server in servers:
                server.wait()
        _announce(where)
        while True:
            for server in servers:
                server.require_alive()
            time.sleep(0.5)
    finally:
        for server in reversed(servers):
            server.stop()


def main() -> int:
    """Prepares, serves, and returns the exit code."""
    from bot.store.errors import StoreError

    signal.signal(signal.SIGTERM, _on_signal)
    signal.signal(signal.SIGINT, _on_signal)
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
