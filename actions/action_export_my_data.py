"""Hands a visitor everything that is kept about them."""
import json

from rasa_sdk import Tracker
from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher

from actions.keeping import RecordsAction, now
from bot.records.repository import Records


class ActionExportMyData(RecordsAction):
    """As JSON: on one line of text, and as the message's data."""

    def name(self) -> str:
        return "action_export_my_data"

    def use(self, records: Records, dispatcher: CollectingDispatcher, tracker: Tracker) -> list[EventType]:
        found = records.export(tracker.sender_id, now())
        dispatcher.utter_message(response="utter_my_data_export")
        dispatcher.utter_message(text=json.dumps(found, ensure_ascii=False), json_message=found)
        return []
