"""What Rasa dispatches becomes messages of the log; what the log holds becomes bubbles of Rasa's socketio clients."""
from __future__ import annotations

from typing import Any

import pytest

from bot.channels.bubbles import Bubbles
from bot.channels.output import Collected, as_message, is_not_to_be_stored

ANSWER = {"type": "answer", "headline": "It may.", "suggestions": [{"title": "More?", "payload": "/more"}]}
BUTTON = {"title": "Yes", "payload": "/affirm"}


@pytest.mark.parametrize(("dispatched", "message"), [
    ({"text": "Hi.", "custom": None, "buttons": None, "utter_action": "utter_greet"}, {"text": "Hi."}),
    ({"text": "It may. [1]", "custom": ANSWER}, {"text": "It may. [1]", "custom": ANSWER}),
    ({"text": "Hi.", "custom": {"type": "of another bot"}}, {"text": "Hi."}),
    ({"text": None, "custom": {"type": "of another bot"}}, {}),
    ({"text": "Well?", "buttons": [BUTTON, {"title": "No"}]}, {"text": "Well?", "buttons": [
        BUTTON, {"title": "No", "payload": "No"}]}),
    ({"text": "Well?", "quick_replies": [BUTTON]}, {"text": "Well?", "buttons": [BUTTON]}),
    ({"text": "", "image": "https://example.org/a.png"}, {"image": "https://example.org/a.png"}),
    ({"text": "Down.", "utter_action": "utter_action_server_down"}, {"text": "Down.", "failed": True}),
    ({"text": "Gone.", "utter_action": "utter_store_unavailable"}, {"text": "Gone.", "failed": True}),
    ({"text": None, "utter_action": "utter_action_server_down"}, {}),
])
def test_what_is_kept_of_a_dispatched_message(dispatched: dict[str, Any], message: dict[str, Any]) -> None:
    assert as_message(dispatched) == message


async def test_a_message_with_text_and_answer_is_one_and_an_export_is_not_stored() -> None:
    said = Collected()
    await said.send_response("anna", {"text": "It may.", "custom": ANSWER})
    await said.send_response("anna", {"text": "{}", "custom": {"type": "export"}})
    await said.send_response("anna", {"text": None})
    assert said.messages == [{"text": "It may.", "custom": ANSWER}]
    assert said.loose == [{"text": "{}", "custom": {"type": "export"}}]
    assert not is_not_to_be_stored({"custom": ANSWER}) and not is_not_to_be_stored({"text": "Hi."})


@pytest.mark.parametrize(("message", "bubbles"), [
    ({"text": "One.\n\nTwo."}, [{"text": "One."}, {"text": "Two."}]),
    ({"text": "One.\n\nTwo.", "buttons": [BUTTON]}, [{"text": "One."}, {"text": "Two.", "quick_replies": [
        {"content_type": "text", **BUTTON}]}]),
    ({"text": "It may. [1]", "custom": ANSWER}, [{"text": "It may. [1]", "quick_replies": [
        {"content_type": "text", "title": "More?", "payload": "/more"}]}]),
    ({"custom": {**ANSWER, "suggestions": []}}, [{"text": "It may."}]),
    ({"image": "a.png"}, [{"attachment": {"type": "image", "payload": {"src": "a.png"}}}]),
    ({"buttons": [BUTTON]}, [{"text": "", "quick_replies": [{"content_type": "text", **BUTTON}]}]),
])
async def test_messages_as_bubbles(message: dict[str, Any], bubbles: list[dict[str, Any]]) -> None:
    emitted: list[dict[str, Any]] = []

    async def emit(payload: dict[str, Any]) -> None:
        emitted.append(payload)

    await Bubbles(emit).send_response("", message)
    assert emitted == bubbles
