"""What one connection has not been told yet, as frames: the log from where the client is on, then what is loose."""
from __future__ import annotations

import logging

from bot.channels import frames
from bot.channels.frames import Frame
from bot.channels.log import Log
from bot.channels.loose import Loose, Said
from bot.records.database import RecordsError
from bot.records.letters import Mark, Reading

logger = logging.getLogger(__name__)


def outside(said: Said) -> Frame:
    """The frame of what is in no log."""
    return frames.settled(str(said.re)) if said.data is None else frames.loose(said.name, said.re, said.data)


class Feed:
    """One client's place in a conversation.

    Args:
        log, loose: where there is something to read.
        sender: whose conversation.
        epoch, since: what the client shows.
        token: a new one for it, if it is time.
    """

    def __init__(self, log: Log, loose: Loose, sender: str, epoch: str, since: int, token: str | None = None) -> None:
        self._log, self._loose, self._token = log, loose, token
        self.sender, self.epoch, self.since = sender, epoch, since
        self.unsettled = False  # whether a message of the visitor has no reply yet
        self.missed = False  # whether the log could not be read
        self._welcomed = False
        self._working: str | None = None
        self._answered: dict[str, None] = {}  # messages of which replies were sent, and the end of the turn was not
        self._loose_number = 0

    async def read(self) -> tuple[list[Frame], bool]:
        """What is new, and whether there is more to be read at once."""
        try:
            reading = await self._log.since(self.sender, self.epoch, self.since)
        except RecordsError as error:
            if not self.missed:  # once, not with every attempt
                logger.error("The log of '%s' cannot be read: %s", self.sender, error)
            self.missed = True
            found = self._greeting(Mark(self.epoch, self.since, self.since))
            return [*found, *self._from_memory()], False
        found = [*self._start(reading), *map(frames.entry, reading.entries)]
        self.missed, self.unsettled = False, reading.unsettled
        if reading.entries:
            self.since = reading.entries[-1].seq
            self._answered.update({each.re: None for each in reading.entries if each.re})
        if reading.more:
            return found, True
        return [*found, *self._from_memory(), *self._turns(reading.mark.running)], False

    def _start(self, reading: Reading) -> list[Frame]:
        """What comes before the entries: that the log is another one, and how far it is."""
        if not reading.first:
            return self._greeting(reading.mark)
        shows_something = bool(self.epoch or self.since)
        self.epoch, self.since, self._welcomed, self._answered = reading.mark.epoch, 0, False, {}
        return [*([frames.reset(self.epoch)] if shows_something else []), *self._greeting(reading.mark)]

    def _greeting(self, mark: Mark) -> list[Frame]:
        if self._welcomed:
            return []
        self._welcomed = True
        token, self._token = self._token, None
        return [frames.welcome(mark, token)]

    def _from_memory(self) -> list[Frame]:
        found, self._loose_number = self._loose.behind(self.sender, self._loose_number)
        return [outside(each) for each in found]

    def _turns(self, running: str | None) -> list[Frame]:
        """Which turns have ended, and which has begun."""
        if self._working not in (None, running):
            self._answered[str(self._working)] = None
        ended = [frames.settled(re) for re in self._answered if re != running]
        self._answered = {}
        began = [frames.working(running)] if running and running != self._working else []
        self._working = running
        return [*ended, *began]
