"""An export holds everything that is kept about one visitor, and nothing of anybody else."""
from __future__ import annotations

import json
from typing import Any

from sqlalchemy import create_engine
from sqlalchemy.pool import NullPool

from bot.records.conversations import EVENTS, metadata
from bot.records.repository import Records
from tests.records.test_erasure import fill
from tests.records.test_repository import AT

EVENTS_OF_A_TURN: list[dict[str, Any]] = [
    {"event": "session_started", "timestamp": 1.0},
    {"event": "user", "timestamp": 2.0, "text": "is retinol safe, i'm pregnant",
     "parse_data": {"intent": {"name": "ask_risk"}, "entities": [{"entity": "subject", "value": "retinoids"}]}},
    {"event": "slot", "timestamp": 2.5, "name": "cautions", "value": {"ca_pregnancy": ["pregnancy"]}},
    {"event": "bot", "timestamp": 3.0, "text": "No.", "data": {"custom": None}},
    {"event": "bot", "timestamp": 4.0, "text": None, "data": {"custom": {"headline": "Not in pregnancy."}}},
    {"event": "user", "timestamp": 5.0, "text": None},
]


def talk(url: str, sender: str) -> None:
    with create_engine(url, future=True, poolclass=NullPool).begin() as connection:
        metadata.create_all(connection)
        connection.execute(EVENTS.insert(), [
            {"sender_id": sender, "seq": number, "type_name": event["event"], "timestamp": event["timestamp"],
             "data": json.dumps(event)} for number, event in enumerate(EVENTS_OF_A_TURN, 1)])


def test_conversation_and_records_are_there_as_json(url: str, records: Records) -> None:
    for sender in ("anna", "bea"):
        talk(url, sender)
        fill(records, sender)
    found = json.loads(json.dumps(records.export("anna", AT)))
    assert (found["type"], found["exported_at"], found["conversation_id"]) == (
        "export", "2026-11-21T07:30:00+00:00", "anna")
    assert found["conversation"] == [
        {"at": "1970-01-01T00:00:02+00:00", "visitor": "is retinol safe, i'm pregnant", "understood_as": "ask_risk",
         "found": [["subject", "retinoids"]]},
        {"at": "1970-01-01T00:00:02+00:00", "remembered": "cautions", "value": {"ca_pregnancy": ["pregnancy"]}},
        {"at": "1970-01-01T00:00:03+00:00", "assistant": "No."},
        {"at": "1970-01-01T00:00:04+00:00", "assistant": "Not in pregnancy."},
        {"at": "1970-01-01T00:00:05+00:00", "visitor": None, "understood_as": None, "found": []},
    ]
    assert found["practice"][0]["day"] == "2026-11-21" and found["reminders"][0]["id"] == "of anna"
    assert found["feedback"][0]["claims"] == ["ex_one", "ex_two"] and found["unanswered"][0]["text"] == "does it work"
    assert "bea" not in json.dumps(found)
    assert records.messages("anna") == 2


def test_every_table_that_is_erased_is_in_the_export(url: str, records: Records) -> None:
    talk(url, "anna")
    fill(records, "anna")
    found = records.export("anna", AT)
    shown = {"conversation_event": "conversation", "places": "place"}
    assert {name for name in records.erase("anna").rows if not found[shown.get(name, name)]} == set()


def test_a_visitor_of_whom_nothing_is_kept_gets_an_empty_export(records: Records) -> None:
    found = records.export("anna", AT)
    assert found["conversation"] == [] and not any(found[name] for name in ("practice", "reminders", "feedback"))
    assert records.messages("anna") == 0
