"""Keeps what a visitor says of an answer: it was helpful, it was not, or something in it is wrong or unclear."""
from rasa_sdk import Tracker
from rasa_sdk.events import EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.keeping import COMMENT_ON, SHOWN, RecordsAction, comment_in, feedback_on, words_of
from bot.records.repository import Records


class ActionTakeFeedback(RecordsAction):
    """The verdict is the intent's name; the answer is the one whose button was pressed, else the latest."""

    def name(self) -> str:
        return "action_take_feedback"

    def use(self, records: Records, dispatcher: CollectingDispatcher, tracker: Tracker) -> list[EventType]:
        shown = list(tracker.get_slot(SHOWN) or ())
        named = next(tracker.get_latest_entity_values("answer"), None)
        found = [each for each in shown if each["id"] == named] if named else shown[-1:]
        verdict = tracker.latest_message["intent"]["name"]
        if not found:  # "that helped" is a thank-you then
            praise = verdict == "helpful" and not named
            dispatcher.utter_message(response="utter_thank" if praise else "utter_feedback_on_nothing")
            return []
        comment = comment_in(words_of(tracker))
        records.add_feedback(tracker.sender_id, feedback_on(found[0], verdict, comment))
        asks = verdict == "wrong" and not comment
        dispatcher.utter_message(response="utter_ask_comment" if asks else "utter_feedback_noted")
        return [SlotSet(COMMENT_ON, found[0]["id"] if asks else "")]
