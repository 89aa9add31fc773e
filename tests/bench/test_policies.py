"""The weighing of policies: its parts on small input. The whole takes too long for a test."""

from __future__ import annotations

from typing import Any

from rasa.shared.core.events import ActionExecuted, Event, Restarted, SessionStarted, UserUttered

from bot.bench.policies import FORM, VARIANTS, Figures, table, without_form, without_loops
from bot.bench.recorded import stories
from bot.settings import ROOT
from tests.yaml_files import load


def test_without_rules_the_form_is_an_action_and_no_slot_waits_for_it() -> None:
    domain = without_form(load(ROOT / "domain.yml"))
    assert domain["forms"] == {} and FORM in domain["actions"]
    assert "active_loop" not in str(domain["slots"])
    told: dict[str, Any] = {"stories": [{"story": "a", "steps": [
        {"intent": "want_plan"}, {"action": FORM}, {"active_loop": FORM}]}]}
    assert without_loops(told)["stories"][0]["steps"] == [{"intent": "want_plan"}, {"action": FORM}]


def test_the_policies_that_are_served_are_among_those_weighed() -> None:
    served = load(ROOT / "config.yml")["policies"]
    weighed = [{key: value for key, value in policy.items() if key != "check_for_contradictions"}
               for variant in VARIANTS if variant.name == "rules" for policy in variant.policies]
    assert weighed == served


def test_a_conversation_that_starts_again_is_two_stories() -> None:
    def turn(intent: str) -> list[Event]:
        return [ActionExecuted("action_listen"), UserUttered(intent, {"name": intent}), ActionExecuted("utter_greet")]

    events = [ActionExecuted("action_session_start"), SessionStarted(), *turn("greet"), *turn("start_again"),
              Restarted(), *turn("thank")]
    found = [[event.intent_name for step in story.story_steps for event in step.events
              if isinstance(event, UserUttered)] for story in stories("asking", events)]
    assert found == [["greet", "start_again"], ["thank"]]


def test_the_table_has_a_line_for_each() -> None:
    lines = table({"rules": Figures(99, 100, 50, 50, 2.7, 30, 0.1)}).splitlines()
    assert lines[2] == "| rules | 99.0 % of 100 actions | 100.0 % of 50 | 2.7 ms | 30 s | 0.1 MB |"
