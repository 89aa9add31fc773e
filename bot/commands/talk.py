"""A conversation with the running assistant in the terminal, over its REST channel."""
from __future__ import annotations

import json
import urllib.error
import urllib.request
from typing import Any

from bot.settings import Settings

LIMIT_SECONDS = 15


class NotRunning(RuntimeError):
    """The assistant does not answer."""


def send(where: Settings, sender: str, message: str) -> list[dict[str, Any]]:
    """Sends one message and returns the bot's messages. Raises NotRunning."""
    request = urllib.request.Request(
        f"http://{where.host}:{where.port}/webhooks/rest/webhook",
        json.dumps({"sender": sender, "message": message}).encode(), {"Content-Type": "application/json"},
    )
    try:
        with urllib.request.urlopen(request, timeout=LIMIT_SECONDS) as response:
            messages: list[dict[str, Any]] = json.load(response)
            return messages
    except (urllib.error.URLError, TimeoutError) as error:
        raise NotRunning(f"Nothing answers on {where.host}:{where.port}. Start it with `make run`.") from error


def talk(where: Settings, sender: str) -> None:
    """Reads lines until an empty one, and prints what the assistant says."""
    print("Type a question, for example: why is my jaw sagging. An empty line ends the conversation.")
    while True:
        try:
            line = input("\nyou> ").strip()
        except (EOFError, KeyboardInterrupt):
            return
        if not line:
            return
        for message in send(where, sender, line):
            if message.get("text"):
                print(f"\n{message['text']}")
