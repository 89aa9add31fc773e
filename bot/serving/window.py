"""Bound a conversation without changing its state: older turns become a few events that have the same effect.

Rasa rebuilds a tracker by replaying its events, several times a message, and sends them all to the action server. The
state (slots, active loop, latest action, paused) is all that older turns leave behind, and each part of it can be said
as an event, the way Rasa itself carries slots into a new session.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rasa.shared.core.events import (
    ActionExecuted,
    ActionExecutionRejected,
    ActionReverted,
    ActiveLoop,
    ConversationPaused,
    Event,
    FollowupAction,
    LoopInterrupted,
    Restarted,
    SessionStarted,
    SlotSet,
    UserUtteranceReverted,
    UserUttered,
)
from rasa.shared.core.slots import Slot
from rasa.shared.core.trackers import DialogueStateTracker

REVERTING = (ActionReverted, UserUtteranceReverted)


def user_turns(events: Iterable[Event]) -> int:
    """How often the visitor spoke."""
    return sum(isinstance(event, UserUttered) for event in events)


def without_reverted(events: Iterable[Event]) -> list[Event]:
    """The events that still count, by the rules of `DialogueStateTracker.applied_events`, form turns kept."""
    kept: list[Event] = []
    for event in events:
        if isinstance(event, (Restarted, SessionStarted)):
            kept = []
        elif isinstance(event, ActionReverted):
            _undo_back_to(ActionExecuted, kept)
        elif isinstance(event, UserUtteranceReverted):
            _undo_back_to(UserUttered, kept)
            _undo_back_to(ActionExecuted, kept)
        else:
            kept.append(event)
    return kept


def _undo_back_to(kind: type[Event], kept: list[Event]) -> None:
    while kept and not isinstance(kept.pop(), kind):
        pass


def compact(sender_id: str, events: Sequence[Event], slots: Sequence[Slot], turns: int) -> list[Event]:
    """Events with the same effect, of which the newest `turns` turns of the visitor are kept as they are.

    Args:
        sender_id: the conversation's id.
        events: a window, or a whole session, oldest first.
        slots: the domain's slots.
        turns: how many turns of the visitor to keep, at least 1.
    """
    kept = without_reverted(events)
    starts = [i for i, event in enumerate(kept) if isinstance(event, UserUttered)]
    if len(starts) <= turns:
        return kept
    cut = starts[-turns]
    state = DialogueStateTracker.from_events(sender_id, list(kept[:cut]), slots)
    return [*_carried_over(state, kept[cut].timestamp), *kept[cut:]]


def _carried_over(state: DialogueStateTracker, timestamp: float) -> list[Event]:
    events: list[Event] = [SlotSet(name, slot.value) for name, slot in state.slots.items() if slot.has_been_set]
    loop = state.active_loop
    if loop is not None:
        if loop.trigger_message:
            events.append(_as_user_event(loop.trigger_message))
        events.append(ActiveLoop(loop.name))
    if state.latest_action:
        events.append(ActionExecuted(**state.latest_action))
    if loop is not None:
        if loop.rejected:
            events.append(ActionExecutionRejected(loop.name))
        if loop.is_interrupted:
            events.append(LoopInterrupted(True))
    if state.is_paused():
        events.append(ConversationPaused())
    if state.followup_action and state.latest_action:
        events.append(FollowupAction(state.followup_action))
    for event in events:
        event.timestamp = timestamp
    return events


def _as_user_event(parse_data: dict) -> UserUttered:
    return UserUttered(parse_data.get("text"), parse_data.get("intent"), parse_data.get("entities"), parse_data)
