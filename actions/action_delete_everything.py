"""Removes everything that is kept about a visitor, once they have confirmed it."""
from rasa_sdk import Tracker
from rasa_sdk.events import EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.keeping import RecordsAction
from bot.records.repository import Records

ASKED, ERASED = "asked_to_delete", "erased"


class ActionDeleteEverything(RecordsAction):
    """Asks once. Rasa's tracker store sees the slot ``erased`` and does not store the turn that is going on."""

    def name(self) -> str:
        return "action_delete_everything"

    def use(self, records: Records, dispatcher: CollectingDispatcher, tracker: Tracker) -> list[EventType]:
        if not tracker.get_slot(ASKED):
            dispatcher.utter_message(response="utter_ask_delete")
            return [SlotSet(ASKED, True)]
        records.erase(tracker.sender_id)
        dispatcher.utter_message(response="utter_deleted")
        if tracker.get_slot("open_safety"):
            dispatcher.utter_message(response="utter_go_on")
        return [SlotSet(ERASED, True)]
