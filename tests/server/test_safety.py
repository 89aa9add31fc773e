"""What a visitor gets who writes of an emergency: the fixed text alone, in every conversation."""
from __future__ import annotations

import pytest

from tests.server.assistant import Assistant
from tests.server.safety_answers import RULES, STROKE, is_the_answer_alone

pytestmark = pytest.mark.server
SAID_BY_RASA = {name: rule for name, rule in RULES.items() if rule.level != "caution"}


@pytest.mark.parametrize(("rule", "text"), [(name, rule.triggers[0]) for name, rule in SAID_BY_RASA.items()],
                         ids=list(SAID_BY_RASA))
def test_every_rule_is_answered_with_its_own_text_alone(assistant: Assistant, rule: str, text: str) -> None:
    assert is_the_answer_alone(assistant.say(text, "every rule"), rule)


def test_the_answer_fits_each_message_of_a_conversation(assistant: Assistant) -> None:
    assert assistant.answer("do facial exercises work", "turns")["type"] == "answer"
    assert is_the_answer_alone(assistant.say(STROKE, "turns"), "em_stroke_fast")
    assert is_the_answer_alone(assistant.say("I want to kill myself", "turns"), "di_suicidal")
    assert assistant.answer("why is my jaw sagging", "turns")["type"] == "answer"
