"""A message of the log as clients of Rasa's socketio channel know it: texts, quick replies, an image.

They know no answer: they get its text, and its suggestions as quick replies.
"""
from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from rasa.core.channels.channel import OutputChannel


class Bubbles(OutputChannel):
    """Hands each part of a message to ``emit``."""

    def __init__(self, emit: Callable[[dict[str, Any]], Awaitable[None]]) -> None:
        self._emit = emit

    @classmethod
    def name(cls) -> str:
        return "socketio"

    async def send_response(self, recipient_id: str, message: dict[str, Any]) -> None:
        """One message, part after part."""
        custom = message.get("custom") or {}
        text = message.get("text") or custom.get("headline") or ""
        buttons: Sequence[dict[str, Any]] = message.get("buttons") or custom.get("suggestions") or ()
        parts: list[dict[str, Any]] = [{"text": part} for part in text.strip().split("\n\n") if part]
        if buttons:
            parts = parts or [{"text": ""}]
            parts[-1]["quick_replies"] = [
                {"content_type": "text", "title": each["title"], "payload": each["payload"]} for each in buttons]
        if message.get("image"):
            parts.append({"attachment": {"type": "image", "payload": {"src": message["image"]}}})
        for part in parts:
            await self._emit(part)
