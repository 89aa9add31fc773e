"""What Rasa says, as messages of the log: one dispatched message, with its text and its answer, is one."""
from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any

from rasa.core.channels.channel import OutputChannel
from rasa.nlu.constants import RESPONSE_SELECTOR_UTTER_ACTION_KEY

from bot.records.export import TYPE as EXPORT
from bot.serving.action_endpoint import DOWN_RESPONSE

#: Types of an Answer (HACKING.md).
ANSWERS = frozenset({"answer", "comparison", "routine", "tracking", "safety", "clarify", "out_of_scope"})
#: Responses of domain.yml that say that something is not working.
FAILURES = frozenset({DOWN_RESPONSE, "utter_store_unavailable", "utter_records_unavailable"})

Message = dict[str, Any]


def as_message(dispatched: Mapping[str, Any]) -> Message:
    """What is kept of a message as Rasa dispatches it; empty when there is nothing in it to show."""
    custom, found = dispatched.get("custom"), {}
    if dispatched.get("text"):
        found["text"] = dispatched["text"]
    if isinstance(custom, Mapping) and custom.get("type") in ANSWERS | {EXPORT}:
        found["custom"] = dict(custom)
    buttons = [{"title": str(each.get("title", "")), "payload": str(each.get("payload") or each.get("title", ""))}
               for each in dispatched.get("buttons") or dispatched.get("quick_replies") or ()]
    if buttons:
        found["buttons"] = buttons
    image = dispatched.get("image") or dispatched.get("attachment")
    if isinstance(image, str):
        found["image"] = image
    if found and dispatched.get(RESPONSE_SELECTOR_UTTER_ACTION_KEY) in FAILURES:
        found["failed"] = True
    return found


def is_not_to_be_stored(dispatched: Mapping[str, Any]) -> bool:
    """Whether a message holds what the database has already: a visitor's export."""
    return (dispatched.get("custom") or {}).get("type") == EXPORT


class Collected(OutputChannel):
    """Collects what one turn says, for the channel of the name that it is given."""

    def __init__(self) -> None:
        self.messages: list[Message] = []
        self.loose: list[Message] = []  # what is not to be stored
        self.shown = False  # whether the visitor was shown it although it could not be stored

    @classmethod
    def name(cls) -> str:
        return "web"

    async def send_response(self, recipient_id: str, message: dict[str, Any]) -> None:
        """Takes one dispatched message."""
        kept = as_message(message)
        if kept:
            (self.loose if is_not_to_be_stored(message) else self.messages).append(kept)


class Written(OutputChannel):
    """Writes to a visitor who did not ask, such as a reminder. ``append`` stores it in their log."""

    def __init__(self, append: Callable[[str, Sequence[Message]], Awaitable[None]]) -> None:
        self._append = append

    @classmethod
    def name(cls) -> str:
        return "web"

    async def send_response(self, recipient_id: str, message: dict[str, Any]) -> None:
        """Stores one dispatched message. Raises RecordsError."""
        kept = as_message(message)
        if kept:
            await self._append(recipient_id, [kept])
