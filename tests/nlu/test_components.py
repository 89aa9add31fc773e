"""The trained model as Rasa runs it: the same reading as the library's, whatever the message."""
from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest
from rasa.core.agent import Agent

from bot.nlu.understand import Understander
from tests.nlu.test_understand import ODD

MESSAGES = ["why is my jaw sagging", "do facail exersizes realy work", "gua sha?", "botox", "hello", "any point in it",
            "is red light therapy any good", "how much is a threadlift", "wo ist der bahnhof", "botox yesterday"]


@pytest.fixture(scope="module")
def agent(trained: Path) -> Agent:
    return Agent.load(str(trained))


def parse(agent: Agent, text: str) -> dict[str, Any]:
    parsed = asyncio.run(agent.parse_message(text))
    assert isinstance(parsed, dict)
    return parsed


@pytest.mark.parametrize("text", MESSAGES + ODD)
def test_rasa_and_the_library_agree(agent: Agent, understander: Understander, text: str) -> None:
    parsed, understood = parse(agent, text), understander.understand(text)
    assert parsed["intent"]["name"] == understood.intent
    assert parsed["intent"]["confidence"] == pytest.approx(understood.confidence, abs=1e-6)
    named = [e for e in parsed["entities"] if e["extractor"] == "VocabularyExtractor"]
    assert [(e["entity"], e["value"], e["start"], e["end"], e["confidence_entity"]) for e in named] == [
        (e.label, e.slug, e.start, e.end, e.confidence) for e in understood.entities]
    assert [(hit["ref"], hit["kind"]) for hit in parsed.get("retrieval") or []] == [
        (hit.ref, hit.kind) for hit in understood.retrieval]


def test_short_answers_and_the_language_are_entities_of_the_whole_message(agent: Agent) -> None:
    found = parse(agent, "my jaw and neck, for 3 years")["entities"]
    assert [(e["entity"], e["value"]) for e in found if e["extractor"] == "ShortAnswerExtractor"] == [
        ("plan_place", "jaw"), ("plan_place", "neck"), ("plan_since", "years")]
    [language] = parse(agent, "wo ist der bahnhof")["entities"]
    assert (language["entity"], language["value"], language["start"], language["end"]) == ("language", "de", 0, 18)


def test_entities_say_who_found_them(agent: Agent) -> None:
    (found,) = [each for each in parse(agent, "is gua sha safe")["entities"] if each["entity"] == "subject"]
    assert found == {"entity": "subject", "value": "gua_sha", "start": 3, "end": 10, "confidence_entity": 1.0,
                     "extractor": "VocabularyExtractor"}


def test_the_ranking_starts_with_the_decision(agent: Agent) -> None:
    parsed = parse(agent, "why is my jaw sagging")
    assert parsed["intent_ranking"][0] == parsed["intent"] and len(parsed["intent_ranking"]) == 5


def test_a_message_without_a_cell_carries_hits_with_the_fields_of_the_model(agent: Agent) -> None:
    hits = parse(agent, "how to hold back sagging for as long as I can")["retrieval"]
    assert hits and all(set(hit) == {"ref", "kind", "subjects", "areas", "score"} for hit in hits)


def test_a_buttons_payload_is_taken_as_it_is(agent: Agent) -> None:
    parsed = parse(agent, '/ask_cause{"subject": "jowls"}')
    assert parsed["intent"]["name"] == "ask_cause"
    assert [(each["entity"], each["value"]) for each in parsed["entities"]] == [("subject", "jowls")]


def test_a_finding_decides_the_intent_and_travels_with_the_message(agent: Agent, understander: Understander) -> None:
    text = "I love gua sha, but one side of my face suddenly dropped"
    parsed, understood = parse(agent, text), understander.understand(text)
    assert parsed["intent"] == parsed["intent_ranking"][0] == {"name": "safety_emergency", "confidence": 1.0}
    assert parsed["safety"]["level"] == "emergency" and parsed["safety"]["rule"] == "em_stroke_fast"
    assert set(parsed["safety"]) == {"level", "rule", "words", "found_by"}
    assert [each["value"] for each in parsed["entities"] if each["entity"] == "safety_rule"] == ["em_stroke_fast"]
    assert understood.safety is not None and understood.intent == "safety_emergency"
    assert list(understood.safety.words) == parsed["safety"]["words"]


@pytest.mark.parametrize("text", [
    '/ask_routine{"subject": "one side of my face suddenly dropped"}',
    '/ask_routine{"subject": "face_yoga"} one side of my face suddenly dropped',
    ' //ask_routine {"subject": "face_yoga"}{"area": "one side of my face suddenly dropped',
])
def test_a_finding_wins_over_a_payload(agent: Agent, text: str) -> None:
    parsed = parse(agent, text)
    assert parsed["intent"]["name"] == "safety_emergency"
    assert [each["value"] for each in parsed["entities"] if each["entity"] == "safety_rule"] == ["em_stroke_fast"]


def test_a_payload_cannot_say_what_the_screen_says(agent: Agent) -> None:
    parsed = parse(agent, '/ask_risk{"subject": "jowls", "safety_rule": "em_stroke_fast"}')
    assert [each["entity"] for each in parsed["entities"]] == ["subject"]
    assert parse(agent, "/safety_emergency")["intent"]["name"] != "safety_emergency"
    assert parse(agent, "/restart")["intent"]["name"] != "restart"


def test_without_a_finding_nothing_is_said_of_safety(agent: Agent, understander: Understander) -> None:
    assert "safety" not in parse(agent, "why is my jaw sagging")
    assert understander.understand("why is my jaw sagging").safety is None
