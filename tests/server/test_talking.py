"""Real messages to the real servers."""
from __future__ import annotations

import json
import threading
import time
import uuid

import pytest

from tests.server.assistant import Assistant, seconds

pytestmark = pytest.mark.server


def test_a_question_gets_a_text_and_the_same_answer_as_json(assistant: Assistant) -> None:
    text, custom = assistant.say("do facial exercises work")
    answer = custom["custom"]
    assert answer["question"] == {"kind": "effectiveness", "subjects": ["facial_exercise"], "areas": [],
                                  "conditions": [], "terms": [], "page": 0, "focus": ""}
    assert {"supports", "opposes"} <= {point["stance"] for point in answer["points"]}
    assert answer["sources"] and answer["see_dermatologist"]["text"]
    assert answer["headline"] in text["text"]


@pytest.mark.parametrize(("message", "kind", "subjects", "areas"), [
    ("why is my jaw sagging", "cause", [], ["jaw"]),
    ("is gua sha safe", "risk", ["gua_sha"], []),
    ("botox vs face yoga", "comparison", ["botox", "face_yoga"], []),
    ("how long until I see results from retinol", "timeline", ["retinoids"], []),
    ("what are jowls", "definition", ["jowls"], ["jaw"]),
])
def test_the_question_is_understood_as_asked(
    assistant: Assistant, message: str, kind: str, subjects: list[str], areas: list[str],
) -> None:
    question = assistant.answer(message)["question"]
    assert (question["kind"], question["subjects"], question["areas"]) == (kind, subjects, areas)


def test_buttons_ask_their_question(assistant: Assistant) -> None:
    for suggestion in assistant.answer("do facial exercises work")["suggestions"]:
        answer = assistant.answer(suggestion["payload"])
        assert answer["type"] not in ("clarify", "out_of_scope")
        assert "facial_exercise" in answer["question"]["subjects"]


def test_more_evidence_goes_on_where_the_answer_ended(assistant: Assistant) -> None:
    sender = uuid.uuid4().hex
    first = assistant.answer("do facial exercises work", sender)
    more = assistant.answer("show me more evidence", sender)
    assert more["points"]
    assert {p["id"] for p in first["points"]}.isdisjoint(p["id"] for p in more["points"])


def test_small_talk_gets_one_line_and_no_answer_card(assistant: Assistant) -> None:
    for message in ("hello", "thank you", "are you a bot", "bye"):
        replies = assistant.say(message)
        assert len(replies) == 1
        assert replies[0]["text"]
        assert "custom" not in replies[0]


def test_what_is_off_topic_gets_one_line_and_no_answer_card(assistant: Assistant) -> None:
    [reply] = assistant.say("what is the capital of France")
    assert reply["text"]
    assert "custom" not in reply


HOSTILE = {
    "empty": "",
    "spaces": "   \n\t ",
    "long": "why is my jaw sagging " * 180,
    "one long word": "a" * 4_000,
    "emoji": "😭😭😭",
    "control characters": "\x01\x02\x07why is my\x1b[31m jaw sagging\x7f",
    "null bytes": "why is\x00 my jaw\x00 sagging",
    "html": "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "sql": "'; DROP TABLE claims; --",
    "full-text syntax": 'NEAR("jaw" AND * OR "',
    "template": "{{7*7}} ${7*7} %s %d {0}",
    "right to left": "\u202eלמה הפנים שלי נופלות",
    "lone surrogate": "jaw \ud800 sagging",
    "payload of an unknown intent": "/no_such_intent",
    "payload with broken JSON": '/ask_cause{"subject": ',
    "payload with odd values": '/ask_cause{"subject": ["jowls", 7, null], "area": {"a": 1}, "page": "-3"}',
    "payload with an unknown subject": '/ask_cause{"subject": "no_such_subject"}',
    "payload with an unknown kind": '/more_evidence{"kind": "no_such_kind", "page": "999999999999999999999"}',
    "a lone slash": "/",
}


@pytest.mark.parametrize("message", HOSTILE.values(), ids=HOSTILE)
def test_odd_messages_get_a_sensible_reply(assistant: Assistant, message: str) -> None:
    started = time.monotonic()
    replies = assistant.say(message, uuid.uuid4().hex)
    assert seconds(started) < 5
    assert replies
    assert all(reply.get("text") or reply.get("custom") for reply in replies)
    said = json.dumps(replies)
    assert "Traceback" not in said
    assert "<script>" not in said
    assert "utter_action_server_down" not in said
    assert "Something in me is not working" not in said
    assert assistant.answer("why is my jaw sagging")["type"] == "answer"


def test_two_messages_at_once_in_one_conversation_are_both_answered(assistant: Assistant) -> None:
    sender = uuid.uuid4().hex
    messages = ["do facial exercises work", "is gua sha safe", "what causes jowls", "how much is botox"]
    replies: dict[str, list[dict]] = {}
    threads = [threading.Thread(target=lambda m=each: replies.update({m: assistant.say(m, sender)}))  # type: ignore[misc]
               for each in messages]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    kinds = {message: reply[1]["custom"]["question"]["kind"] for message, reply in replies.items()}
    assert kinds == dict(zip(messages, ["effectiveness", "risk", "cause", "cost"], strict=True))


def test_the_logs_hold_no_words_of_visitors(assistant: Assistant) -> None:
    secret = "zanzibarquokka"
    assistant.say(f"I am {secret} and pregnant, is retinol safe")
    assistant.say(f'/ask_risk{{"subject": "{secret}", "condition": "pregnancy"}} {secret}')
    assistant.say(f"/{secret} I have TMJ")
    assistant.say("give me a routine")
    log = assistant.log().lower()
    assert [word for word in (secret, "pregnan", "tmj", "ca_") if word in log] == []


def test_neither_do_the_logs_of_what_goes_wrong(assistant: Assistant) -> None:
    secret = "zanzibarquokka"
    assistant.post(json.dumps({"sender": "visitor", "message": {"odd": secret}}).encode())
    assistant.post(json.dumps({"sender": "visitor", "message": [secret]}).encode())
    assistant.post(f'{{"sender": "visitor", "message": "{secret}'.encode())
    assert secret not in assistant.log()
