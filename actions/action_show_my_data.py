"""Says what is kept about this visitor."""
from collections.abc import Callable

from rasa_sdk import Tracker
from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher

from actions.keeping import RecordsAction
from actions.tracker import situation_from
from bot.answers.service import AnswerService
from bot.bootstrap import answer_service
from bot.bootstrap import records as records_of_process
from bot.records.repository import Records
from bot.store.errors import StoreError


class ActionShowMyData(RecordsAction):
    """How much there is of each kind, and how to have it or have it removed."""

    def __init__(self, records: Callable[[], Records] = records_of_process,
                 service: Callable[[], AnswerService] = answer_service) -> None:
        super().__init__(records)
        self._service = service

    def name(self) -> str:
        return "action_show_my_data"

    def use(self, records: Records, dispatcher: CollectingDispatcher, tracker: Tracker) -> list[EventType]:
        kept = records.kept(tracker.sender_id)
        dispatcher.utter_message(
            response="utter_my_data", told=self._told(tracker),
            messages=records.messages(tracker.sender_id) + 1,  # this one is stored when it has been answered
            practice=len(kept.practice), reminders=len(kept.reminders), feedback=len(kept.feedback),
            unanswered=len(kept.unanswered),
        )
        return []

    def _told(self, tracker: Tracker) -> str:
        """What the visitor told of themselves, by name; how many things, while the content cannot be read."""
        situation = situation_from(tracker)
        try:
            names = self._service().names_of_cautions(situation)
        except StoreError:
            names = ()
        return ", ".join(names) or str(len(situation.cautions))
