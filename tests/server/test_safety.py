"""What a visitor gets who writes of an emergency: the fixed text alone, whatever else is down."""
from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bot.editorial.library import Library
from bot.settings import ROOT
from tests.server.assistant import Assistant, seconds
from tests.server.conftest import publish

pytestmark = pytest.mark.server
STROKE = "one side of my face suddenly dropped and my speech is slurred"
WITHIN = 2  # seconds
RULES = {str(placed.shape.id): placed.shape for placed in Library.read(ROOT / "bot" / "content").safety_rules}


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    """An assistant that this module may break."""
    running = Assistant(tmp_path_factory.mktemp("safety"))
    publish(running)
    try:
        running.start_actions()
        running.start_rasa()
        yield running
    finally:
        running.stop()


def is_the_answer_alone(replies: list[dict[str, Any]], rule: str) -> bool:
    """Whether ``replies`` are the text of ``rule`` and its record, and nothing else."""
    said = RULES[rule]
    record = {"type": "safety", "v": 1, "level": said.level, "rule": rule, "headline": said.message}
    return [{key: value for key, value in reply.items() if key != "recipient_id"} for reply in replies] == [
        {"text": said.message}, {"custom": record}]


@pytest.mark.parametrize(("rule", "text"), [(name, rule.triggers[0]) for name, rule in RULES.items()], ids=list(RULES))
def test_every_rule_is_answered_with_its_own_text_alone(own: Assistant, rule: str, text: str) -> None:
    assert is_the_answer_alone(own.say(text, "every rule"), rule)


def test_the_answer_fits_each_message_of_a_conversation(own: Assistant) -> None:
    assert own.answer("do facial exercises work", "turns")["type"] == "answer"
    assert is_the_answer_alone(own.say(STROKE, "turns"), "em_stroke_fast")
    assert is_the_answer_alone(own.say("I want to kill myself", "turns"), "di_suicidal")
    assert own.answer("why is my jaw sagging", "turns")["type"] == "answer"


def test_it_is_said_while_the_action_server_is_down(own: Assistant) -> None:
    own.actions.stop()
    started = time.monotonic()
    replies = own.say(STROKE)
    assert seconds(started) < WITHIN
    own.start_actions()
    assert is_the_answer_alone(replies, "em_stroke_fast")


def without_store(assistant: Assistant, kept: Path) -> None:
    kept.mkdir()
    for path in assistant.folder.glob("content.db*"):
        shutil.move(path, kept / path.name)


def test_it_is_said_when_the_store_is_gone_and_after_a_start_without_one(own: Assistant, tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    without_store(own, kept)
    try:
        started = time.monotonic()
        gone = own.say(STROKE)
        assert seconds(started) < WITHIN
        own.rasa.stop()
        own.start_rasa()
        started = time.monotonic()
        never_there = own.say(STROKE, "later")
        assert seconds(started) < WITHIN
    finally:
        for path in own.folder.glob("content.db*"):
            path.unlink()
        for path in kept.iterdir():
            shutil.move(path, own.folder / path.name)
    assert is_the_answer_alone(gone, "em_stroke_fast")
    assert is_the_answer_alone(never_there, "em_stroke_fast")
