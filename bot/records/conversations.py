"""The tables of the conversations: an append-only log of events, and for each conversation the window that is read.

``bot.serving.event_log`` writes them; ``export`` reads them.
"""
from __future__ import annotations

import sqlalchemy as sa

metadata = sa.MetaData()

CONVERSATIONS = sa.Table(
    "conversation",
    metadata,
    sa.Column("sender_id", sa.Text, primary_key=True),
    sa.Column("last_seq", sa.Integer, nullable=False, comment="number of the newest event"),
    sa.Column("session_seq", sa.Integer, nullable=False, comment="first event of the current session"),
    sa.Column("window_seq", sa.Integer, nullable=False, comment="first event that is read from the log"),
    sa.Column("window_head", sa.Text, nullable=False, comment="JSON: the events that stand for everything before it"),
)
EVENTS = sa.Table(
    "conversation_event",
    metadata,
    sa.Column("sender_id", sa.Text, primary_key=True),
    sa.Column("seq", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("type_name", sa.Text, nullable=False),
    sa.Column("timestamp", sa.Float, nullable=False, comment="seconds since 1970"),
    sa.Column("data", sa.Text, nullable=False, comment="JSON: the event as Rasa writes it"),
    sqlite_with_rowid=False,
)
