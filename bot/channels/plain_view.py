"""A conversation arranged for the plain page: who said what, what can be pressed, what to try again."""
from __future__ import annotations

import secrets
from collections.abc import Iterable, Sequence
from typing import Any

from bot.records.export import TYPE as EXPORT
from bot.records.letters import Data, Entry
from bot.render.html import web_address
from bot.render.view import view

#: A long conversation is shown from here on; the rest is one link away.
SHOWN = 60


def conversation(entries: Sequence[Entry], whole: bool) -> dict[str, Any]:
    """The log for the template: its turns, the newest of them marked, and whether something older is left out."""
    shown = entries if whole else entries[-SHOWN:]
    newest = max((entry.seq for entry in entries if entry.by == "visitor"), default=0)
    said = {entry.client_id: entry.data for entry in entries if entry.by == "visitor"}
    return {
        "lines": [_mine(entry, newest) if entry.by == "visitor" else
                  message(entry.data, f"m{entry.seq}", entry.seq > newest, said.get(entry.re)) for entry in shown],
        "earlier": len(shown) < len(entries),
    }


def loose(messages: Iterable[Data]) -> list[dict[str, Any]]:
    """What was said and is in no log."""
    return [message(data, f"l{n}", True, None) for n, data in enumerate(messages)]


def message(data: Data, key: str, new: bool, asked: Data | None) -> dict[str, Any]:
    """What the assistant said; ``asked`` is the message that it answers, to be sent again where this failed."""
    custom = data.get("custom")
    export = custom is not None and custom["type"] == EXPORT
    return {
        "mine": False, "key": key, "anchor": "", "export": export,
        "text": "" if custom else data.get("text", ""),
        "answer": view(custom, key, new) if custom and not export else None,
        "buttons": data.get("buttons") or (),
        "image": web_address(data.get("image")),
        "failed": bool(data.get("failed")),
        "again": {"text": asked["text"], "title": asked.get("title")} if asked and data.get("failed") else None,
    }


def form_id() -> str:
    """The id of a form: sent twice with the same words, it is one message."""
    return secrets.token_hex(12)


def _mine(entry: Entry, newest: int) -> dict[str, Any]:
    return {"mine": True, "key": f"m{entry.seq}", "anchor": "latest" if entry.seq == newest else "",
            "text": entry.data.get("title") or entry.data["text"]}
