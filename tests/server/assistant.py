"""The real assistant for tests: action server and Rasa as processes of their own, on ports and stores of their own."""
from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import psutil

from bot import settings
from bot.prepare import model_file
from bot.run import Server
from bot.settings import ROOT, Settings
from tests.server.inbox import Inbox


def free_port() -> int:
    """A port that nothing listens on just now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass
class Assistant:
    """Both servers and a client."""

    folder: Path
    workers: int = 1
    content_url: str = ""  # by default a SQLite file in the folder
    conversations_url: str = ""  # the same
    settings: dict[str, str] = field(default_factory=dict)  # of the environment, beside those below
    credentials: str = ""  # the text of another credentials.yml
    inbox: Inbox | None = None  # with one, it can write to visitors first, on the callback channel
    where: Settings = field(init=False)
    rasa: Server = field(init=False)
    actions: Server = field(init=False)

    def __post_init__(self) -> None:
        self.content_url = self.content_url or f"sqlite:///{self.folder / 'content.db'}"
        self.conversations_url = self.conversations_url or f"sqlite:///{self.folder / 'conversations.db'}"
        self.where = replace(settings.read(), content_url=self.content_url, port=free_port(), action_port=free_port())

    @property
    def environment(self) -> dict[str, str]:
        return {
            **os.environ,
            "PLUMBLINE_CONTENT_URL": self.where.content_url,
            "PLUMBLINE_CONVERSATIONS_URL": self.conversations_url,
            "PLUMBLINE_MODEL": str(model_file(self.where)),
            "PLUMBLINE_PORT": str(self.where.port),
            "PLUMBLINE_ACTION_PORT": str(self.where.action_port),
            "SANIC_WORKERS": str(self.workers),
            "RASA_TELEMETRY_ENABLED": "false",
            # All visitors of the tests come from one address.
            "PLUMBLINE_ADDRESS_MESSAGES_A_MINUTE": "100000",
            "PLUMBLINE_ADDRESS_SESSIONS_A_MINUTE": "100000",
            **self.settings,
        }

    def start_actions(self) -> None:
        """Starts the action server and waits until it answers."""
        self.actions = Server("The action server", [sys.executable, "-m", "bot.serving.action_server"],
                              self.environment, f"http://127.0.0.1:{self.where.action_port}/health",
                              self.folder / "actions.log")
        self.actions.wait()

    def start_rasa(self) -> None:
        """Starts Rasa and waits until it answers."""
        command = [sys.executable, "-m", "bot.serving.server"]
        if self.inbox or self.credentials:
            credentials = self.folder / "credentials.yml"
            credentials.write_text(self.credentials or self.inbox.credentials, encoding="utf-8")  # type: ignore[union-attr]
            command += ["--credentials", str(credentials)]
        self.rasa = Server("Rasa", command, self.environment, f"http://127.0.0.1:{self.where.port}/",
                           self.folder / "rasa.log")
        self.rasa.wait()

    def stop(self) -> None:
        """Stops both."""
        for name in ("rasa", "actions"):
            if hasattr(self, name):
                getattr(self, name).stop()

    def post(self, body: bytes, channel: str = "rest") -> tuple[int, bytes]:
        """Sends a raw body to a channel, by default the REST one: the status and what came back."""
        request = urllib.request.Request(f"http://127.0.0.1:{self.where.port}/webhooks/{channel}/webhook", body,
                                         {"Content-Type": "application/json"})
        try:
            with urllib.request.urlopen(request, timeout=30) as response:
                return response.status, response.read()
        except urllib.error.HTTPError as error:
            return error.code, error.read()

    def say(self, message: str, sender: str = "visitor") -> list[dict[str, Any]]:
        """What the assistant replies to one message."""
        status, body = self.post(json.dumps({"sender": sender, "message": message}).encode())
        assert status == 200, body
        messages: list[dict[str, Any]] = json.loads(body)
        return messages

    def write(self, message: str, sender: str = "visitor") -> list[dict[str, Any]]:
        """What the assistant writes back to one message on the callback channel; needs an inbox."""
        assert self.inbox
        before = len(self.inbox.messages)
        status, body = self.post(json.dumps({"sender": sender, "message": message}).encode(), "callback")
        assert (status, body) == (200, b"success"), body
        return [each for each in self.inbox.messages[before:] if each["recipient_id"] == sender]

    def answer(self, message: str, sender: str = "visitor") -> dict[str, Any]:
        """The one answer in the reply to a message."""
        found = [each["custom"] for each in self.say(message, sender) if "custom" in each]
        assert len(found) == 1, found
        return dict(found[0])

    def work(self) -> float:
        """Seconds of processor time that both servers have taken so far."""
        servers = [psutil.Process(each.process.pid) for each in (self.rasa, self.actions)]
        times = [each.cpu_times() for server in servers for each in (server, *server.children(recursive=True))]
        return float(sum(each.user + each.system for each in times))

    def log(self) -> str:
        """Everything that both servers wrote."""
        return "".join(path.read_text() for path in (self.folder / "rasa.log", self.folder / "actions.log")
                       if path.exists())


def publish(assistant: Assistant, folder: Path | None = None) -> None:
    """Publishes a content folder, by default the editors', to the assistant's store."""
    environment = {**os.environ, "PLUMBLINE_CONTENT_URL": assistant.where.content_url}
    if folder:
        environment["PLUMBLINE_CONTENT_DIR"] = str(folder)
    subprocess.run([sys.executable, "-m", "bot.cli", "publish"], cwd=ROOT, env=environment, check=True, timeout=120)


@contextmanager
def serving(assistant: Assistant, actions: bool = True) -> Iterator[Assistant]:
    """The assistant with the editors' content, running until the block ends; without `actions`, small talk only."""
    publish(assistant)
    try:
        if actions:
            assistant.start_actions()
        assistant.start_rasa()
        yield assistant
    finally:
        assistant.stop()


def seconds(started: float) -> float:
    """How long ago ``started`` (of ``time.monotonic``) was."""
    return time.monotonic() - started
