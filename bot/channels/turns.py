"""Takes a visitor's stored messages one at a time through Rasa, and stores what it says.

Everything happens under Rasa's lock of the conversation, as with every other channel. Whoever holds it and finds a
message whose turn was begun knows that the turn was broken off: its process died. What Rasa's tracker remembers of that
turn is taken from there, and only a turn that it knows nothing of is run again.
"""
from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from rasa.core.channels.channel import UserMessage
from rasa.core.lock_store import LockError

from bot.channels import sentences
from bot.channels.asking import ask, only, said_already
from bot.channels.frames import Say
from bot.channels.hub import Hub
from bot.channels.log import Log
from bot.channels.loose import Loose
from bot.channels.output import Collected, Message
from bot.records.database import RecordsError
from bot.records.letters import Waiting

if TYPE_CHECKING:
    from rasa.core.agent import Agent
    from rasa.core.processor import MessageProcessor


FIRST_PAUSE_SECONDS, LONGEST_PAUSE_SECONDS = 0.5, 15.0
"""Between two attempts to store what could not be stored."""
STOP_SECONDS = 5.0
LOOK_SECONDS = 0.05
"""Until it is looked again whether a message was answered outside the log."""

logger = logging.getLogger(__name__)


class Turns:
    """The turns of this process, for all visitors.

    Args:
        agent: hands over Rasa's agent, once it has loaded.
        log: the visitors' logs.
        hub: is told of everything new.
        loose: takes what cannot be stored or is not to be.
        gone: is told whose log went in the middle of a turn.
    """

    def __init__(self, agent: Callable[[], Agent], log: Log, hub: Hub, loose: Loose,
                 gone: Callable[[str], None]) -> None:
        self._agent, self._log, self._hub, self._loose, self._gone = agent, log, hub, loose, gone
        self._draining: dict[str, asyncio.Task[None]] = {}
        self._again: set[str] = set()
        self._stored: dict[str, asyncio.Event] = {}  # of who is being drained: a message could be stored
        self._inherited: set[str] = set()
        self._outside: dict[tuple[str, str], asyncio.Task[None]] = {}
        self._unfinished: dict[tuple[str, str], Collected] = {}

    async def take(self, sender: str, message: Say, channel: str = "web") -> int | None:
        """Stores a message and begins its turn; its number, or None where it runs without having been stored.

        A message of the same client id changes nothing.
        """
        if self._loose.knows(sender, message.client_id):
            return None
        try:
            stored = await self._log.store(sender, message, channel)
        except RecordsError as error:
            logger.error("A message of '%s' is answered without being stored: %s", sender, error)
            self._run_outside(sender, message, channel)
            return None
        self._hub.wake(sender)
        self.kick(sender)
        self._stored[sender].set()
        return stored.seq

    async def settled(self, sender: str, client_id: str) -> None:
        """Returns when this process has no turn of the visitor going on, or the message was answered outside the log.

        Turns whose replies cannot be stored go on for as long as the log is locked.
        """
        going = {task for task in (self._draining.get(sender), self._outside.get((sender, client_id))) if task}
        while going and not self._loose.ended(sender, client_id):
            _, going = await asyncio.wait(going, timeout=LOOK_SECONDS)

    def kick(self, sender: str, inherited: bool = False) -> None:
        """Sees to the messages of a visitor that wait; ``inherited`` from a process that is no more."""
        if inherited:
            self._inherited.add(sender)
        self._again.add(sender)
        if sender not in self._draining:
            self._stored[sender] = asyncio.Event()
            self._draining[sender] = asyncio.get_running_loop().create_task(self._drain(sender))

    async def stop(self) -> None:
        """Ends, a little later, so that what is being said is finished; the next process does what is left."""
        tasks = {*self._draining.values(), *self._outside.values()}
        if tasks:
            _, pending = await asyncio.wait(tasks, timeout=STOP_SECONDS)
            for task in pending:
                task.cancel()

    async def _drain(self, sender: str) -> None:
        pause = FIRST_PAUSE_SECONDS
        try:
            while sender in self._again:
                self._again.discard(sender)
                self._stored[sender].clear()
                try:
                    async with self._agent().lock_store.lock(sender):
                        while waiting := await self._log.oldest_waiting(sender):
                            await self._turn(waiting)
                except (RecordsError, LockError) as error:
                    logger.error("Messages of '%s' wait: %s", sender, error)
                    self._again.add(sender)
                    await self._pause(sender, pause)
                    pause = min(2 * pause, LONGEST_PAUSE_SECONDS)
        except Exception as error:  # its name only: what it says may be the visitor's words
            logger.error("Messages of '%s' wait for the next one: %s", sender, type(error).__name__)
            self._loose.say(sender, None, only(sentences.FAILED).messages)
            self._hub.wake(sender)
        finally:
            self._again.discard(sender)
            self._inherited.discard(sender)
            self._unfinished = {key: said for key, said in self._unfinished.items() if key[0] != sender}
            del self._draining[sender], self._stored[sender]

    async def _pause(self, sender: str, seconds: float) -> None:
        """Waits, and no longer than until a message could be stored: then the database works again."""
        with suppress(asyncio.TimeoutError):
            await asyncio.wait_for(self._stored[sender].wait(), seconds)

    async def _turn(self, waiting: Waiting) -> None:
        sender, client_id = waiting.sender, waiting.client_id
        said = self._unfinished.pop((sender, client_id), None)
        if said is None:
            if not await self._begun(waiting):
                return
            said = await self._answered(waiting)
            self._loose.say(sender, client_id, said.loose)
        await self._finish(waiting, said)

    async def _answered(self, waiting: Waiting) -> Collected:
        """What a turn says, or had said before it was broken off."""
        sender, client_id = waiting.sender, waiting.client_id
        try:
            if waiting.begun or sender in self._inherited or self._loose.knows(sender, client_id):
                said = await said_already(self._processor(), sender, client_id)
                if said is not None:
                    return said
            return await self._ask(sender, Say(client_id, waiting.data["text"]), waiting.data["channel"], waiting)
        except Exception as error:  # a message that cannot be answered must not keep all others waiting
            logger.error("A turn of '%s' could not be run: %s", sender, type(error).__name__)
            return only(sentences.FAILED)

    async def _begun(self, waiting: Waiting) -> bool:
        """Notes that a turn begins; False when there is nothing to answer any more."""
        try:
            return await self._log.begin(waiting)
        except RecordsError as error:  # it may be an emergency: it is answered whether this is noted or not
            logger.error("A turn of '%s' begins, which could not be noted: %s", waiting.sender, error)
            return True
        finally:
            self._hub.wake(waiting.sender)

    async def _finish(self, waiting: Waiting, said: Collected) -> None:
        """Stores what a turn said. What cannot be stored, because the log is gone or locked, is said all the same."""
        sender, client_id = waiting.sender, waiting.client_id
        try:
            if not await self._log.finish(waiting, said.messages):
                self._gone(sender)
                self._say_outside(sender, client_id, said.messages)
        except RecordsError:
            if not said.shown:
                self._say_outside(sender, client_id, said.messages)
            said.shown = True
            self._unfinished[sender, client_id] = said  # stored as soon as it can be
            raise
        finally:
            self._hub.wake(sender)

    def _say_outside(self, sender: str, client_id: str, messages: Sequence[Message]) -> None:
        self._loose.note(sender, client_id)
        self._loose.say(sender, client_id, messages)
        self._loose.settle(sender, client_id)

    def _run_outside(self, sender: str, message: Say, channel: str) -> None:
        self._loose.note(sender, message.client_id)
        task = asyncio.get_running_loop().create_task(self._outside_turn(sender, message, channel))
        self._outside[sender, message.client_id] = task
        task.add_done_callback(lambda _: self._outside.pop((sender, message.client_id)))

    async def _outside_turn(self, sender: str, message: Say, channel: str) -> None:
        try:
            async with self._agent().lock_store.lock(sender):
                said = await self._ask(sender, message, channel, None)
        except Exception as error:
            logger.error("A message of '%s' could not be answered: %s", sender, type(error).__name__)
            said = only(sentences.FAILED)
        self._say_outside(sender, message.client_id, [*said.messages, *said.loose])
        self._hub.wake(sender)

    async def _ask(self, sender: str, message: Say, channel: str, waiting: Waiting | None) -> Collected:
        """One message through Rasa; ``waiting`` where it is in the log."""
        asked = UserMessage(message.text, Collected(), sender, input_channel=channel, message_id=message.client_id)
        return await ask(self._processor(), asked, lambda: self._tell_that_it_goes_on(
            sender, message.client_id, waiting))

    async def _tell_that_it_goes_on(self, sender: str, client_id: str, waiting: Waiting | None) -> None:
        told: Message = {"text": sentences.SLOW}
        try:
            if waiting is None or not await self._log.interject(waiting, told):
                self._loose.say(sender, client_id, [told])
        except RecordsError as error:
            logger.error("'%s' is told outside the log that a turn goes on: %s", sender, error)
            self._loose.say(sender, client_id, [told])
        self._hub.wake(sender)

    def _processor(self) -> MessageProcessor:
        processor = self._agent().processor
        assert processor is not None  # the server ends when the model cannot be loaded
        return processor
