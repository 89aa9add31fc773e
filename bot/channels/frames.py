"""The frames of the chat protocol (README.md): what clients send, read and checked; what the server sends, made."""
from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.channels import sentences
from bot.records.letters import Entry, Mark

VERSION = 1
MOST_CHARACTERS = 4000
MOST_TITLE = 300
_CLIENT_ID = re.compile(r"[A-Za-z0-9_.:-]{1,64}")
_EPOCH = re.compile(r"[0-9a-f]{0,16}")

Frame = dict[str, Any]


class Refused(Exception):
    """A frame that is not taken. ``frame`` says why, for the client."""

    def __init__(self, code: str, message: str, client_id: str = "", retry_after: int | None = None) -> None:
        super().__init__(code)
        self.frame: Frame = {"t": "refused", "id": client_id, "code": code, "message": message}
        if retry_after is not None:
            self.frame["retry_after"] = retry_after


@dataclass(frozen=True)
class Hello:
    """The first frame on a socket; ``version`` is whatever the client sent as one."""

    version: Any
    token: str
    epoch: str
    since: int


@dataclass(frozen=True)
class Say:
    """A message of the visitor."""

    client_id: str
    text: str
    title: str | None = None


@dataclass(frozen=True)
class Seen:
    """The visitor was shown the entries up to a number."""

    upto: int


@dataclass(frozen=True)
class Ping:
    """Asks whether the connection stands."""


ClientFrame = Hello | Say | Seen | Ping


def read(text: str | bytes) -> ClientFrame:
    """One frame of a client. Raises Refused."""
    try:
        return read_value(json.loads(text))
    except (ValueError, RecursionError) as error:
        raise malformed() from error


def read_value(value: Any) -> ClientFrame:
    """One frame of a client, as JSON values. Raises Refused."""
    kind = value.get("t") if isinstance(value, Mapping) else None
    if kind == "say":
        return _say(value)
    if kind == "seen" and _is_number(value.get("upto")):
        return Seen(value["upto"])
    if kind == "ping":
        return Ping()
    if kind == "hello" and isinstance(value.get("token"), str):
        return Hello(value.get("v"), value["token"], *position(value.get("epoch", ""), value.get("since", 0)))
    raise malformed(_client_id(value) if isinstance(value, Mapping) else "")


def position(epoch: Any, since: Any) -> tuple[str, int]:
    """Where a client has read up to: what cannot be one is the beginning."""
    if isinstance(since, str) and since.isdecimal() and len(since) < 10:
        since = int(since)
    known = isinstance(epoch, str) and _EPOCH.fullmatch(epoch) and _is_number(since)
    return (epoch, since) if known else ("", 0)


def malformed(client_id: str = "") -> Refused:
    """The refusal of what is no frame."""
    return Refused("malformed", sentences.MALFORMED, client_id)


def _say(value: Mapping[str, Any]) -> Say:
    client_id, text, title = _client_id(value), value.get("text"), value.get("title")
    if not client_id or not isinstance(text, str) or not isinstance(title, str | None):
        raise malformed(client_id)
    if len(text) > MOST_CHARACTERS:
        raise Refused("too_long", sentences.TOO_LONG, client_id)
    if not text.strip():
        raise Refused("empty", sentences.EMPTY, client_id)
    return Say(client_id, text, title[:MOST_TITLE] if title else None)


def _client_id(value: Mapping[str, Any]) -> str:
    found = value.get("id")
    return found if isinstance(found, str) and _CLIENT_ID.fullmatch(found) else ""


def _is_number(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 2**31


def welcome(mark: Mark, token: str | None) -> Frame:
    """How far the log is; ``token`` where it was renewed."""
    frame: Frame = {"t": "welcome", "v": VERSION, "epoch": mark.epoch, "last": mark.last, "seen": mark.seen}
    return {**frame, "token": token} if token else frame


def entry(one: Entry) -> Frame:
    """An entry of the log."""
    frame: Frame = {"t": "entry", "seq": one.seq, "by": one.by, "at": one.at.isoformat()}
    if one.by == "bot":
        return {**frame, "re": one.re, "message": message(one.data)}
    return {**frame, "id": one.client_id, **{name: one.data[name] for name in ("text", "title") if name in one.data}}


def message(data: Mapping[str, Any]) -> dict[str, Any]:
    """What the assistant said. Of an answer the text is left out: it is the same once more, for other channels."""
    return {name: value for name, value in data.items() if name != "text" or "custom" not in data}


def stored(client_id: str, seq: int | None) -> Frame:
    """A message was taken; ``seq`` is None where it could not be stored."""
    return {"t": "stored", "id": client_id, "seq": seq}


def working(re: str) -> Frame:
    """A turn has begun."""
    return {"t": "working", "re": re}


def settled(re: str) -> Frame:
    """A turn has ended."""
    return {"t": "settled", "re": re}


def loose(name: str, re: str | None, data: Mapping[str, Any]) -> Frame:
    """A reply that is in no log."""
    return {"t": "loose", "id": name, "re": re, "message": message(data)}


def reset(epoch: str) -> Frame:
    """The log that the client shows is no more."""
    return {"t": "reset", "epoch": epoch}


def bye(code: str) -> Frame:
    """The last frame of a connection: token, origin, protocol or stopping."""
    return {"t": "bye", "code": code, "message": getattr(sentences, code.upper())}


PONG: Frame = {"t": "pong"}


def as_json(frame: Mapping[str, Any]) -> str:
    """On one line, in ASCII: what cannot be written in UTF-8 goes through all the same."""
    return json.dumps(frame, separators=(",", ":"))
