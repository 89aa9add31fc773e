"""A conversation with the running assistant in the terminal, over its REST channel."""
from __future__ import annotations

import json
import urllib.error
import urllib.request
from http.client import HTTPException
from typing import Any

from bot.settings import Settings

LIMIT_SECONDS = 15


class NotRunning(RuntimeError):
    """The assistant does not answer; the message says what to do."""


def send(where: Settings, sender: str, message: str) -> list[dict[str, Any]]:
    """Sends one message and returns the bot's messages. Raises NotRunning."""
    place = f"{where.host}:{where.port}"
    request = urllib.request.Request(
        f"http://{place}/webhooks/rest/webhook",
        json.dumps({"sender": sender, "message": message}).encode(), {"Content-Type": "application/json"},
    )
    try:
        with urllib.request.urlopen(request, timeout=LIMIT_SECONDS) as response:
            replies = json.load(response)
    except TimeoutError as error:
        raise NotRunning(f"No reply from {place} within {LIMIT_SECONDS} s. See {where.var_dir / 'log'}.") from error
    except (urllib.error.HTTPError, HTTPException, ValueError) as error:
        raise NotRunning(f"What listens on {place} does not answer as this assistant does ({error}). See its log, or "
                         "set PLUMBLINE_PORT to the assistant's port.") from error
    except OSError as error:
        if isinstance(getattr(error, "reason", error), ConnectionResetError | BrokenPipeError):
            raise NotRunning(f"What listens on {place} does not answer as this assistant does: it hung up. See its "
                             "log, or set PLUMBLINE_PORT to the assistant's port.") from error
        raise NotRunning(f"Nothing answers on {place}. Start it with `make run`.") from error
    return [reply for reply in replies if isinstance(reply, dict)] if isinstance(replies, list) else []


def talk(where: Settings, sender: str) -> None:
    """Reads lines until an empty one, and prints what the assistant says. Raises NotRunning."""
    print("Type a question, for example: why is my jaw sagging. An empty line ends the conversation.")
    while True:
        try:
            line = input("\nyou> ").strip()
        except (EOFError, KeyboardInterrupt):
            print()
            return
        if not line:
            return
        texts = [reply["text"] for reply in send(where, sender, line) if reply.get("text")]
        for text in texts or [f"(No reply. The log says why: {where.var_dir / 'log'})"]:
            print(f"\n{text}")
