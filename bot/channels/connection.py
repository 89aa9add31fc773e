"""What a client sends, answered; the same for a socket, and for frames that are posted."""
from __future__ import annotations

import logging
from typing import Any

from bot.channels import frames
from bot.channels.chat import Chat
from bot.channels.frames import ClientFrame, Frame, Ping, Refused, Say, Seen
from bot.records.database import RecordsError

logger = logging.getLogger(__name__)


class Caller:
    """One visitor at one address."""

    def __init__(self, chat: Chat, sender: str, address: str, channel: str = "web") -> None:
        self._chat, self.sender, self._address, self._channel = chat, sender, address, channel

    async def answer(self, text: str | bytes) -> Frame | None:
        """The reply to one frame as it came in; None where there is none."""
        try:
            return await self._to(frames.read(text))
        except Refused as refused:
            return refused.frame

    async def answer_value(self, value: Any) -> Frame | None:
        """The same for a frame as JSON values."""
        try:
            return await self._to(frames.read_value(value))
        except Refused as refused:
            return refused.frame

    async def _to(self, frame: ClientFrame) -> Frame | None:
        if isinstance(frame, Say):
            return await self.say(frame)
        if isinstance(frame, Ping):
            return frames.PONG
        if isinstance(frame, Seen):
            await self._see(frame.upto)
            return None
        raise frames.malformed()

    async def say(self, message: Say) -> Frame:
        """Takes a message. Raises Refused."""
        self._chat.limits.count_message(self.sender, self._address, message.client_id)
        return frames.stored(message.client_id, await self._chat.turns.take(self.sender, message, self._channel))

    async def _see(self, upto: int) -> None:
        try:
            await self._chat.log.see(self.sender, upto)
        except RecordsError as error:  # they are marked as unread once more
            logger.error("What '%s' has seen was not noted: %s", self.sender, error)
