"""What the mailbox hands out and takes: plain immutable records. JSON values stay what they are."""
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

By = Literal["visitor", "bot"]
#: One message as JSON values. A visitor's has ``text`` and ``channel``, and ``title`` where they pressed a button.
Data = Mapping[str, Any]


@dataclass(frozen=True)
class Entry:
    """One message of a conversation's log."""

    seq: int  # 1, 2, 3 … within its epoch
    by: By
    at: datetime
    data: Data
    client_id: str | None = None  # of a visitor's message
    re: str | None = None  # of the bot's: the client id that it answers; None when nobody asked


@dataclass(frozen=True)
class Stored:
    """A visitor's message is in the log."""

    seq: int
    new: bool  # False when it was there already


@dataclass(frozen=True)
class Waiting:
    """A visitor's message whose turn has not ended."""

    sender: str
    epoch: str
    client_id: str
    data: Data
    begun: bool  # whether a turn was begun; whoever holds the conversation's lock knows that it was broken off


@dataclass(frozen=True)
class Mark:
    """How far a log is. Two that are equal show the same."""

    epoch: str = ""  # "" for a conversation without a log
    last: int = 0
    seen: int = 0
    running: str | None = None  # client id of the message whose turn goes on


@dataclass(frozen=True)
class Reading:
    """A part of a log, read in one transaction."""

    mark: Mark
    entries: tuple[Entry, ...]
    first: bool  # whether ``entries`` start at the beginning, because another epoch was asked for
    more: bool  # whether there are entries behind these
    unsettled: bool  # whether a message of the visitor waits or is being answered
