"""Everything that is kept about one visitor, as JSON values: their conversation, and the records beside it."""
from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from datetime import date, datetime, timezone
from typing import Any

from sqlalchemy import func, inspect, select
from sqlalchemy.engine import Connection

from bot.records.conversations import EVENTS
from bot.records.mailbox import log_of
from bot.records.model import Kept

VERSION = 1
VISITOR, ASSISTANT, REMEMBERED = "user", "bot", "slot"
#: Type of the message that carries an export; what it holds is in the database already, and is not stored again.
TYPE = "export"


def export(connection: Connection, sender: str, kept: Kept, now: datetime) -> dict[str, Any]:
    """``kept`` and the conversation, every turn of every session, oldest first; moments are ISO texts in UTC.

    ``shown_in_chat`` is the log of the web channel: the same words, as they were shown, and what went wrong.
    """
    return {"type": TYPE, "v": VERSION, "exported_at": _moment(now.timestamp()), "conversation_id": sender,
            "conversation": list(_conversation(connection, sender)), "shown_in_chat": log_of(connection, sender),
            **_plain(asdict(kept))}


def messages(connection: Connection, sender: str) -> int:
    """How many messages of the visitor are stored."""
    if not _has_conversations(connection):
        return 0
    query = select(func.count()).where(EVENTS.c.sender_id == sender, EVENTS.c.type_name == VISITOR)
    return int(connection.execute(query).scalar_one())


def _has_conversations(connection: Connection) -> bool:
    return EVENTS.name in inspect(connection).get_table_names()


def _conversation(connection: Connection, sender: str) -> Iterator[dict[str, Any]]:
    if not _has_conversations(connection):
        return
    query = (select(EVENTS.c.data).order_by(EVENTS.c.seq)
             .where(EVENTS.c.sender_id == sender, EVENTS.c.type_name.in_((VISITOR, ASSISTANT, REMEMBERED))))
    for (data,) in connection.execute(query):
        event = json.loads(data)
        at = {"at": _moment(event.get("timestamp") or 0.0)}
        if event["event"] == VISITOR:
            understood = event.get("parse_data") or {}
            yield {**at, "visitor": event.get("text"), "understood_as": (understood.get("intent") or {}).get("name"),
                   "found": [[each.get("entity"), each.get("value")] for each in understood.get("entities") or ()]}
        elif event["event"] == ASSISTANT:
            yield {**at, "assistant": event.get("text") or _headline(event)}
        else:
            yield {**at, "remembered": event.get("name"), "value": event.get("value")}


def _headline(event: dict[str, Any]) -> str:
    return str(((event.get("data") or {}).get("custom") or {}).get("headline", ""))


def _moment(timestamp: float) -> str:
    return datetime.fromtimestamp(timestamp, timezone.utc).isoformat(timespec="seconds")


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _plain(each) for name, each in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(each) for each in value]
    return value.isoformat() if isinstance(value, date) else value
