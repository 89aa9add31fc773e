"""Says reminders that are due, through the channel they were asked for on, from inside the Rasa server.

Rasa's own `ReminderScheduled` keeps its jobs in memory: a restart forgets them, and with several workers only the one
that set a reminder knows of it. Here the table of the records is the clock's only memory. A reminder is moved on to its
next moment in one statement before it is said, so it is said by exactly one worker and never twice; what a crash comes
between is left unsaid once. From there on it is Rasa's way of an external event: the intent `reminder_due`, whose rule
says the text, without the action server.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any

from bot.coach.clock import next_due
from bot.records.database import RecordsError
from bot.records.model import Reminder
from bot.records.repository import Records

if TYPE_CHECKING:
    from rasa.core.agent import Agent
    from rasa.core.channels.channel import InputChannel, OutputChannel
    from rasa.shared.core.trackers import DialogueStateTracker

INTENT, ENTITY = "reminder_due", "reminder"
POLL_SECONDS = 5.0
LATEST = timedelta(hours=1)
"""A reminder that could not be said for this long, because nothing ran, waits for its next moment."""

logger = logging.getLogger(__name__)


def writable(channels: list[InputChannel]) -> dict[str, Callable[[], OutputChannel | None]]:
    """The channels through which a visitor can be written to first: name -> what makes the way out."""
    return {each.name(): each.get_output_channel for each in channels if each.get_output_channel() is not None}


def is_quiet(tracker: DialogueStateTracker) -> bool:
    """Whether a safety matter is open: then nobody is reminded of exercises."""
    return tracker.get_slot("open_level") in ("emergency", "urgent") or bool(tracker.get_slot("quiet"))


class Reminders:
    """Looks for due reminders every few seconds until it is stopped."""

    def __init__(self, records: Records, agent: Callable[[], Agent],
                 channels: dict[str, Callable[[], OutputChannel | None]]) -> None:
        self._records, self._agent, self._channels = records, agent, channels
        self._task: asyncio.Task[None] | None = None
        self._failing = False

    def start(self) -> None:
        """Starts looking, in the running event loop."""
        self._task = asyncio.get_running_loop().create_task(self._run())

    async def stop(self) -> None:
        """Stops; what is being said is not cut off in the middle of a sentence."""
        if self._task:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)
        self._records.close()

    async def _run(self) -> None:
        while True:
            try:
                await self.say_due(datetime.now(timezone.utc))
                self._failing = False
            except RecordsError as error:
                if not self._failing:  # once, not every few seconds
                    logger.error("Reminders wait: %s", error)
                self._failing = True
            except Exception:  # one bad reminder must not end all others
                logger.exception("A reminder could not be said.")
            await asyncio.sleep(POLL_SECONDS)

    async def say_due(self, now: datetime) -> int:
        """Says what is due; returns how many were said. Raises RecordsError."""
        said = 0
        for reminder in await _in_thread(self._records.due_reminders, now):
            following = next_due(reminder.time_of_day, reminder.time_zone, reminder.every_days, now,
                                 last=reminder.next_at)
            if await _in_thread(self._records.take_reminder, reminder, following) and now - reminder.next_at <= LATEST:
                said += await asyncio.shield(self._say(reminder))
        return said

    async def _say(self, reminder: Reminder) -> bool:
        make = self._channels.get(reminder.channel)
        channel = make() if make else None
        agent = self._agent()
        if channel is None or agent.processor is None:
            logger.warning("Reminder %s: there is no channel '%s' to write to.", reminder.id, reminder.channel)
            return False
        processor = agent.processor
        async with agent.lock_store.lock(reminder.sender):
            if is_quiet(await processor.get_tracker(reminder.sender)):  # before a new session forgets it
                logger.info("Reminder %s is kept back: a safety matter is open.", reminder.id)
                return False
            tracker = await processor.fetch_tracker_and_update_session(reminder.sender, channel)
            await processor.trigger_external_user_uttered(INTENT, [{"entity": ENTITY, "value": reminder.what}], tracker,
                                                          channel)
        return True


async def _in_thread(function: Callable[..., Any], *arguments: Any) -> Any:
    return await asyncio.get_running_loop().run_in_executor(None, function, *arguments)
