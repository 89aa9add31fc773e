"""What all channels for browsers share in a process: who is calling, the logs, the turns, who listens."""
from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence
from datetime import datetime, timezone
from typing import TYPE_CHECKING, Any

from rasa.core.lock_store import LockError
from rasa.shared.core.events import SlotSet
from sanic import Sanic
from sanic.request import Request

from bot import bootstrap, settings
from bot.channels.feed import Feed
from bot.channels.hub import Hub
from bot.channels.limits import Limits, address_of
from bot.channels.log import Log, in_thread
from bot.channels.loose import Loose
from bot.channels.origins import Origins
from bot.channels.output import Message
from bot.channels.tokens import Session, Tokens, secret_in
from bot.channels.turns import Turns
from bot.records.database import RecordsError
from bot.serving.database import ConversationStoreError
from bot.serving.tracker_store import ERASED

if TYPE_CHECKING:
    from rasa.core.agent import Agent

MOST_BYTES = 1_000_000
"""Of a request; whatever is longer is no message."""

logger = logging.getLogger(__name__)


class Chat:
    """The parts, put together for one server process. ``chat_of`` is the way in."""

    def __init__(self, app: Sanic) -> None:
        chosen = settings.read_chat()
        self._app, self._proxies, self._several = app, chosen.proxies, chosen.several_processes
        secret = chosen.secret.encode() or secret_in(settings.read().var_dir / "secret")
        self.tokens, self.origins, self.limits = Tokens(secret), Origins(chosen.origins), Limits(chosen)
        self.hub, self.loose, self.log = Hub(), Loose(), Log(bootstrap.mailbox())
        self.turns = Turns(self._agent, self.log, self.hub, self.loose, self.limits.forget)
        self._clearing: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Goes on with what the process before left; does nothing the second time."""
        if self._clearing:
            return
        self._clearing = asyncio.get_running_loop().create_task(self.loose.clear_away())
        if self._several:
            self.hub.watch(self.log.marks)
        try:
            for sender in await self.log.waiting_senders():
                self.turns.kick(sender, inherited=True)
        except RecordsError as error:  # each goes on when its visitor comes back
            logger.error("What waits for its turn cannot be read: %s", error)

    async def stop(self) -> None:
        """Ends every connection, and lets the turns end that are going on."""
        await self.hub.stop()
        await self.turns.stop()
        if self._clearing:
            self._clearing.cancel()

    def address(self, request: Request) -> str:
        """Where a request comes from."""
        return address_of(request.ip, request.headers.getall("x-forwarded-for", []), self._proxies)

    def feed(self, session: Session, epoch: str, since: int) -> Feed:
        """What a client that shows this has not been told yet."""
        return Feed(self.log, self.loose, session.sender, epoch, since, self.tokens.renewed(session))

    async def append(self, sender: str, messages: Sequence[Message]) -> None:
        """Says something that nobody asked for. Raises RecordsError."""
        await self.log.append(sender, messages)
        self.hub.wake(sender)

    async def export(self, sender: str) -> dict[str, Any]:
        """Everything that is kept of a visitor. Raises RecordsError."""
        return await in_thread(bootstrap.records().export, sender, datetime.now(timezone.utc))

    async def erase(self, sender: str) -> None:
        """Removes everything that is kept of a visitor, and what Rasa has in memory. Raises RecordsError."""
        agent = self._agent()
        try:
            async with agent.lock_store.lock(sender):
                await in_thread(bootstrap.records().erase, sender)
                await _forget(agent, sender)
        except LockError as error:
            raise RecordsError(str(error)) from error
        self.loose.forget(sender)
        self.limits.forget(sender)
        self.hub.wake(sender)

    def _agent(self) -> Agent:
        agent: Agent = self._app.ctx.agent
        return agent


async def _forget(agent: Agent, sender: str) -> None:
    """Takes a visitor whose rows are gone out of Rasa's memory."""
    if agent.processor is None:
        return
    try:
        tracker = await agent.processor.get_tracker(sender)
        tracker.update(SlotSet(ERASED, True), agent.domain)
        await agent.processor.save_tracker(tracker)
    except ConversationStoreError as error:
        logger.error("Conversation '%s' was erased, and not looked at again: %s", sender, error)


def chat_of(app: Sanic) -> Chat:
    """The chat of this process, made when it is first asked for.

    Raises ValueError when a setting or the file with the secret cannot be used.
    """
    if not hasattr(app.ctx, "chat"):
        app.config.REQUEST_MAX_SIZE = MOST_BYTES
        app.ctx.chat = Chat(app)
    found: Chat = app.ctx.chat
    return found
