"""What the Rasa server writes about itself: ids, places and kinds of errors, never a visitor's words.

Rasa's structured logs carry the message text and, with an error, every local variable of every frame. Here a record
keeps the fields of ``KEPT`` and loses the others; an error is named by its type and the place it came from.
"""
from __future__ import annotations

import logging
import sys
import traceback
from collections.abc import MutableMapping
from types import TracebackType
from typing import Any

import structlog

KEPT = frozenset({
    "event", "event_info", "event_key", "level", "sender_id", "action_name", "policy_name", "model_id", "endpoint",
    "error", "place",
})
PLACES = 3  # frames named with an error, the innermost last
LOG_FORMAT = "%(asctime)s %(levelname)-8s %(name)s  - %(message)s"

EventDict = MutableMapping[str, Any]


def _place(trace: TracebackType | None) -> str:
    frames = traceback.extract_tb(trace)[-PLACES:]
    return " > ".join(f"{frame.filename.rsplit('/', 1)[-1]}:{frame.lineno} {frame.name}" for frame in frames)


def without_words(_logger: Any, _method: str, record: EventDict) -> EventDict:
    """A structlog processor: the record without anything that a visitor may have written."""
    exc_info = record.pop("exc_info", None)
    error = sys.exc_info()[1] if exc_info is True else exc_info[1] if isinstance(exc_info, tuple) else exc_info
    if isinstance(error, BaseException):
        record["error"] = " from ".join(
            type(each).__name__ for each in (error, error.__cause__ or error.__context__) if each)
        record["place"] = _place((error.__cause__ or error).__traceback__)
    return {name: value for name, value in record.items() if name in KEPT}


def configure(level: str) -> None:
    """Sets up standard and structured logging of this process. Call it after Rasa's own set-up.

    Raises ValueError for an unknown level.
    """
    logging.basicConfig(level=level, format=LOG_FORMAT, force=True)
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            structlog.processors.add_log_level,
            without_words,
            structlog.processors.KeyValueRenderer(key_order=["event"], drop_missing=True),
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=False,  # Rasa's loggers are bound at import, before this is called
    )
