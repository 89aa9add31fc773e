"""One visitor of the real servers: what they say and what they get, in a conversation of their own."""
from __future__ import annotations

import json
import sqlite3
import uuid
from contextlib import closing
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from tests.server.assistant import Assistant

#: Tables that say when, with the columns that do.
MOMENTS = {"places": ("at",), "feedback": ("at",), "unanswered": ("at",), "practice": ("at",),
           "reminders": ("next_at", "created_at", "last_at")}


@dataclass
class Visitor:
    """Somebody new."""

    assistant: Assistant
    can_be_written_to: bool = False
    sender: str = field(default_factory=lambda: uuid.uuid4().hex)

    def say(self, words: str) -> list[dict[str, Any]]:
        """The messages of the reply."""
        return (self.assistant.write if self.can_be_written_to else self.assistant.say)(words, self.sender)

    def intent(self) -> str:
        """What their newest words were understood as, as the conversation keeps it."""
        with closing(self._database()) as connection:
            row = connection.execute("SELECT data FROM conversation_event WHERE sender_id = ? AND type_name = 'user' "
                                     "ORDER BY seq DESC LIMIT 1", (self.sender,)).fetchone()
        return str(json.loads(row[0])["parse_data"]["intent"]["name"])

    def wait(self, days: int) -> None:
        """Lets days pass: everything that is kept of them happened so much earlier."""
        ago = timedelta(days=days)
        with closing(self._database()) as connection, connection:
            for seq, data in self._rows(connection, "conversation_event", "seq", "data"):
                event = json.loads(data)
                event["timestamp"] -= ago.total_seconds()
                self._change(connection, "conversation_event", "data", json.dumps(event), seq, "seq")
            for key, day in self._rows(connection, "practice", "rowid", "day"):
                self._change(connection, "practice", "day", str(date.fromisoformat(day) - ago), key)
            for table, columns in MOMENTS.items():
                for column in columns:
                    for key, at in self._rows(connection, table, "rowid", column):
                        if at:
                            earlier = (datetime.fromisoformat(at) - ago).isoformat(timespec="seconds")
                            self._change(connection, table, column, earlier, key)

    def _database(self) -> sqlite3.Connection:
        return sqlite3.connect(self.assistant.conversations_url.removeprefix("sqlite:///"), timeout=10)

    def _rows(self, connection: sqlite3.Connection, table: str, *columns: str) -> list[tuple[Any, ...]]:
        return connection.execute(f"SELECT {', '.join(columns)} FROM {table} WHERE sender_id = ?",
                                  (self.sender,)).fetchall()

    def _change(self, connection: sqlite3.Connection, table: str, column: str, value: str, key: Any,
                key_column: str = "rowid") -> None:
        connection.execute(f"UPDATE {table} SET {column} = ? WHERE sender_id = ? AND {key_column} = ?",
                           (value, self.sender, key))
