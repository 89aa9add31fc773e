"""Forgets where a visitor is in a routine, before they start again."""
from rasa_sdk import Tracker
from rasa_sdk.events import EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.coaching import COACHING
from actions.keeping import RecordsAction
from bot.records.repository import Records


class ActionForgetRoutine(RecordsAction):
    """Says nothing. The slot tells the rules that it is done; without it, nothing else is forgotten either."""

    def name(self) -> str:
        return "action_forget_routine"

    def use(self, records: Records, dispatcher: CollectingDispatcher, tracker: Tracker) -> list[EventType]:
        records.keep_place(str(tracker.sender_id), None)
        return [SlotSet(COACHING, False)]
