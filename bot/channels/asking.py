"""One message through Rasa: whatever happens, something is said. And what it had said, where a turn was broken off."""
from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from rasa.core.channels.channel import UserMessage
from rasa.shared.core.events import BotUttered, UserUttered

from bot.channels import sentences
from bot.channels.output import Collected, as_message, is_not_to_be_stored

if TYPE_CHECKING:
    from rasa.core.processor import MessageProcessor

SLOW_SECONDS = 10.0
"""A visitor who has waited this long is told that it goes on."""
LONGEST_SECONDS = 60.0
"""A turn that takes longer is broken off, so that the conversation can go on."""

logger = logging.getLogger(__name__)


async def ask(processor: MessageProcessor, message: UserMessage, tell_slow: Callable[[], Awaitable[None]]) -> Collected:
    """What Rasa says to a message whose output channel is a ``Collected``. Hold the conversation's lock.

    ``tell_slow`` is awaited once where it takes long, and the turn goes on meanwhile.
    """
    said = message.output_channel
    assert isinstance(said, Collected)
    task = asyncio.ensure_future(processor.handle_message(message))
    done, _ = await asyncio.wait({task}, timeout=SLOW_SECONDS)
    if not done:
        await tell_slow()
        done, _ = await asyncio.wait({task}, timeout=LONGEST_SECONDS - SLOW_SECONDS)
    if not done:
        task.cancel()
        await asyncio.wait({task})
    error = task.exception() if done else TimeoutError()
    if error is not None:
        logger.error("A turn of '%s' failed: %s", message.sender_id, type(error).__name__)
        return said if said.messages else only(sentences.FAILED)
    if not said.messages and not said.loose:
        logger.error("A turn of '%s' said nothing.", message.sender_id)
        return only(sentences.SILENT)
    return said


async def said_already(processor: MessageProcessor, sender: str, client_id: str) -> Collected | None:
    """What a turn that was broken off had said; None when Rasa's tracker does not know it."""
    tracker = await processor.tracker_store.retrieve(sender)
    events = list(tracker.events) if tracker else []
    heard = [n for n, event in enumerate(events) if isinstance(event, UserUttered)]
    found = next((n for n in heard if events[n].message_id == client_id), None)
    if found is None:
        return None
    following = next((n for n in heard if n > found), len(events))
    dispatched = [event.message() for event in events[found:following] if isinstance(event, BotUttered)]
    said = Collected()
    said.messages = [kept for each in dispatched if not is_not_to_be_stored(each) and (kept := as_message(each))]
    return said if said.messages else only(sentences.SILENT)


def only(sentence: str) -> Collected:
    """A turn that says nothing but that something went wrong."""
    said = Collected()
    said.messages = [{"text": sentence, "failed": True}]
    return said
