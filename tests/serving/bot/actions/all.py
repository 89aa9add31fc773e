"""Actions that answer, and actions that fail in every way an action can."""

from __future__ import annotations

import time
from typing import Any

from rasa_sdk import Action
from rasa_sdk.interfaces import ActionExecutionRejection


class ActionAnswer(Action):
    def name(self) -> str:
        return "action_answer"

    def run(self, dispatcher: Any, tracker: Any, domain: Any) -> list[dict]:
        asked = tracker.get_slot("asked") + 1
        dispatcher.utter_message(text=f"Answer {asked:g} to {tracker.latest_message['text']}, {len(tracker.events)}")
        return [{"event": "slot", "name": "asked", "value": asked}]


class ActionHang(Action):
    def name(self) -> str:
        return "action_hang"

    def run(self, dispatcher: Any, tracker: Any, domain: Any) -> list[dict]:
        time.sleep(20)
        return []


class ActionFail(Action):
    def name(self) -> str:
        return "action_fail"

    def run(self, dispatcher: Any, tracker: Any, domain: Any) -> list[dict]:
        raise RuntimeError("no such thing")


class ActionReject(Action):
    def name(self) -> str:
        return "action_reject"

    def run(self, dispatcher: Any, tracker: Any, domain: Any) -> list[dict]:
        raise ActionExecutionRejection(self.name())


class ActionBabble(Action):
    def name(self) -> str:
        return "action_babble"

    async def run(self, dispatcher: Any, tracker: Any, domain: Any) -> list[dict]:
        return [{"event": "no_such_event"}]
