"""A tracker store whose messages cost the same at turn 5 and at turn 300.

In endpoints.yml:

    tracker_store:
      type: bot.serving.tracker_store.BoundedTrackerStore
      turns: 6        # of the visitor, read for a message; older ones stay stored

PLUMBLINE_CONVERSATIONS_URL says where: sqlite:///path or postgresql://user@host/database; var/conversations.db without
it. A `url` in endpoints.yml comes first.

Rasa's own SQL store reads and replays every event of the session, and counts them again to find the new ones. This one
reads a bounded window (bot.serving.window says why that changes nothing) and appends what is new in one transaction
(bot.serving.event_log). `retrieve_full_tracker` still returns every event.
"""

from __future__ import annotations

import functools
import itertools
import json
import logging
from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from rasa.core.brokers.broker import EventBroker
from rasa.core.tracker_store import SerializedTrackerAsText, TrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import BotUttered, Event, SessionStarted, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from bot import settings
from bot.records.export import TYPE as EXPORT
from bot.serving.database import ConversationStoreError
from bot.serving.event_log import WHOLE, EventDict, EventLog, Slice, Window
from bot.serving.window import REVERTING, compact, user_turns, without_reverted

DEFAULT_TURNS = 6
SLACK_TURNS = 2
"""The window may grow by this many turns before it is compacted, so that most messages only append."""
UNDO_TURNS = 3
"""A message can take back two turns; with fewer than this left in the window, the whole session is read again."""
KEPT_OF_OLD_MESSAGES = ("text", "intent", "entities", "message_id", "metadata")
"""What policies read of a message that was answered long ago; the stored event keeps everything."""

MOST_UNSAVED = 1000
"""Conversations that are kept in memory while the database cannot be written."""

ERASED = "erased"
"""The slot that says that the visitor had everything removed: the conversation is not stored again."""

_MARK = "stored_part"

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class _Stored:
    """What of a tracker came from the store; kept on the tracker itself."""

    events: int  # how many of its events, from the first on
    last: int  # number of the newest of them
    window: Window


_event_class = functools.cache(Event.resolve_by_type)


class BoundedTrackerStore(TrackerStore, SerializedTrackerAsText):
    """Keeps every event and reads a bounded window of them.

    What cannot be saved is kept in memory, is what the next message goes on from, and is saved with it: an emergency
    that was told of while the database was locked is still open afterwards.

    Raises:
        ConversationStoreError: the database cannot be used; names the place, the cause and the remedy.
        ValueError: `turns` is too small to be right.
    """

    def __init__(
        self,
        domain: Domain | None = None,
        host: str | None = None,
        event_broker: EventBroker | None = None,
        turns: int = DEFAULT_TURNS,
        **kwargs: Any,
    ) -> None:
        if turns <= UNDO_TURNS:
            raise ValueError(f"tracker_store in endpoints.yml: turns is {turns}, it has to be above {UNDO_TURNS}.")
        super().__init__(domain, event_broker, **kwargs)
        self._turns = turns
        # `host` is what Rasa calls the `url` of endpoints.yml.
        self._log = EventLog(host or settings.read().conversations_url)
        self._unsaved: OrderedDict[str, DialogueStateTracker] = OrderedDict()

    def close(self) -> None:
        """Give the database's connections back."""
        self._log.close()

    async def retrieve(self, sender_id: str) -> DialogueStateTracker | None:
        """The tracker of the current session, older turns compacted; None for a new visitor."""
        unsaved = self._unsaved.get(sender_id)
        if unsaved is not None:
            try:
                await self.save(unsaved)
            except ConversationStoreError as error:
                logger.error("Conversation '%s' goes on in memory: %s", sender_id, error)
                return unsaved
        found = self._log.read(sender_id)
        if found is None:
            return None
        events = _deserialised(_lightened(found.events))
        if _undone_too_far(found, events):
            session = self._log.read_from(sender_id, found.window.session)
            assert session is not None
            events = compact(sender_id, _deserialised(session.events), self.domain.slots, self._turns)
            found = replace(session, window=_compacted(events, found.window.session, session.last))
        return self._tracker(sender_id, events, found)

    async def retrieve_full_tracker(self, conversation_id: str) -> DialogueStateTracker | None:
        """The tracker with every event of every session."""
        found = self._log.read_from(conversation_id, WHOLE.first)
        if found is None:
            return None
        return self._tracker(conversation_id, _deserialised(found.events), found)

    async def exists(self, conversation_id: str) -> bool:
        """Whether anything is stored for this conversation."""
        return self._log.last(conversation_id) is not None

    async def keys(self) -> Iterable[str]:
        """The ids of all conversations."""
        return self._log.sender_ids()

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Append the tracker's new events, then publish them to the event broker if there is one.

        What a visitor had removed is not stored again: it stands in the tracker until the turn ends.
        """
        if _is_erased(tracker):
            self._erase(tracker.sender_id)
            return
        try:
            await self._append(tracker)
        except ConversationStoreError:
            self._unsaved[tracker.sender_id] = tracker
            if len(self._unsaved) > MOST_UNSAVED:
                self._unsaved.popitem(last=False)
            raise
        self._unsaved.pop(tracker.sender_id, None)

    def _erase(self, sender_id: str) -> None:
        self._unsaved.pop(sender_id, None)
        try:
            self._log.erase(sender_id)
        except ConversationStoreError as error:  # the action that set the slot had removed what was stored
            logger.error("Conversation '%s' was erased, and not looked at again: %s", sender_id, error)

    async def _append(self, tracker: DialogueStateTracker) -> None:
        stored = self._stored_part(tracker)
        new = list(itertools.islice(tracker.events, stored.events, None))
        if not new:
            return
        window = self._next_window(tracker, stored, new)
        last = self._log.append(tracker.sender_id, [_as_stored(event) for event in new], stored.last, window)
        undisturbed = last == stored.last + len(new)
        _mark(tracker, _Stored(len(tracker.events), last, window if undisturbed else stored.window))
        if self.event_broker is not None:
            await self._stream_new_events(self.event_broker, new, tracker.sender_id)

    def _tracker(self, sender_id: str, events: list[Event], found: Slice) -> DialogueStateTracker:
        tracker = DialogueStateTracker.from_events(sender_id, events, self.domain.slots)
        _mark(tracker, _Stored(len(events), found.last, found.window))
        return tracker

    def _stored_part(self, tracker: DialogueStateTracker) -> _Stored:
        mark: _Stored | None = getattr(tracker, _MARK, None)
        if mark is not None:
            return mark
        # A tracker that did not come from here (a copy, one built from events): what follows the newest stored event
        # is new.
        last = self._log.last(tracker.sender_id)
        if last is None:
            return _Stored(0, 0, WHOLE)
        known = 0
        for position, event in enumerate(tracker.events, start=1):
            same = event.type_name == last.type_name and event.timestamp == last.timestamp
            if same or event.timestamp < last.timestamp:
                known = position
        current = self._log.read(tracker.sender_id)
        return _Stored(known, last.seq, current.window if current else WHOLE)

    def _next_window(self, tracker: DialogueStateTracker, stored: _Stored, new: list[Event]) -> Window:
        starts = [i for i, event in enumerate(new, start=stored.last + 1) if isinstance(event, SessionStarted)]
        if starts:
            return Window(session=starts[-1], first=starts[-1], head="[]")
        if user_turns(tracker.events) <= self._turns + SLACK_TURNS:
            return stored.window
        events = compact(tracker.sender_id, list(tracker.events), self.domain.slots, self._turns)
        return _compacted(events, stored.window.session, stored.last + len(new))


def _mark(tracker: DialogueStateTracker, stored: _Stored) -> None:
    # With a limited history the deque drops its oldest events, and a count would point at the wrong ones.
    if tracker._max_event_history is None:
        setattr(tracker, _MARK, stored)


def _compacted(events: list[Event], session: int, last: int) -> Window:
    return Window(session, last + 1, json.dumps([_as_stored(event) for event in events]))


def _as_stored(event: Event) -> EventDict:
    """As Rasa writes it; an export of what is stored is not stored with it."""
    stored: EventDict = event.as_dict()
    data = stored.get("data") or {}
    if isinstance(event, BotUttered) and (data.get("custom") or {}).get("type") == EXPORT:
        return {**stored, "text": None, "data": {**data, "custom": {"type": EXPORT}}}
    return stored


def _is_erased(tracker: DialogueStateTracker) -> bool:
    slot = tracker.slots.get(ERASED)
    return slot is not None and bool(slot.value)


def _undone_too_far(found: Slice, events: list[Event]) -> bool:
    return (
        found.window.head != "[]"
        and any(isinstance(event, REVERTING) for event in events)
        and user_turns(without_reverted(events)) < UNDO_TURNS
    )


def _lightened(events: list[EventDict]) -> list[EventDict]:
    """Older messages without what only the newest is asked for, such as the ranking of all intents."""
    said = [i for i, event in enumerate(events) if event["event"] == UserUttered.type_name and event.get("parse_data")]
    for i in said[:-1]:
        parsed = events[i]["parse_data"]
        events[i] = {**events[i], "parse_data": {key: parsed[key] for key in KEPT_OF_OLD_MESSAGES if key in parsed}}
    return events


def _deserialised(events: list[EventDict]) -> list[Event]:
    # As `rasa.shared.core.events.deserialise_events`, which searches all event classes for each event.
    found = []
    for parameters in events:
        kind = _event_class(parameters["event"])
        event = kind._from_parameters(parameters) if kind else None
        if event is not None:
            found.append(event)
    return found
