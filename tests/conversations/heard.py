"""What the assistant made of a message, as the conversation keeps it."""
from __future__ import annotations

import json
import sqlite3
from contextlib import closing

from tests.server.assistant import Assistant


def newest_intent(assistant: Assistant, sender: str) -> str:
    """What the newest message of a conversation was understood as."""
    path = assistant.conversations_url.removeprefix("sqlite:///")
    with closing(sqlite3.connect(path)) as connection:
        row = connection.execute("SELECT data FROM conversation_event WHERE sender_id = ? AND type_name = 'user' "
                                 "ORDER BY seq DESC LIMIT 1", (sender,)).fetchone()
    return str(json.loads(row[0])["parse_data"]["intent"]["name"])
