"""The safety answers that Rasa says are the ones that editors wrote."""
from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from bot.editorial.generate import ROOT, generated
from bot.editorial.library import Library
from bot.editorial.safety_responses import END, LEVELS, START, NoPlace, domain_with
from bot.render.payload import VERSION

RULES = [placed.shape for placed in Library.read(ROOT / "bot" / "content").safety_rules]
DOMAIN = yaml.safe_load((ROOT / "domain.yml").read_text("utf-8"))


def test_every_rule_is_said_word_for_word_and_nothing_else_is() -> None:
    said = {}
    for level in LEVELS:
        assert f"safety_{level}" in {name for intent in DOMAIN["intents"] for name in intent}
        for variation in DOMAIN["responses"][f"utter_safety_{level}"]:
            (condition,) = variation["condition"]
            assert set(variation) == {"condition", "text", "custom"} and condition["name"] == "safety_rule"
            record = {"type": "safety", "v": VERSION, "level": level, "rule": condition["value"],
                      "headline": variation["text"]}
            assert variation["custom"] == record
            said[condition["value"], level] = variation["text"]
    assert said == {(str(rule.id), rule.level): rule.message for rule in RULES}


def test_no_message_holds_what_rasa_would_fill_in() -> None:
    assert [rule.id for rule in RULES if set("{}") & set(rule.message)] == []


def test_the_generator_writes_between_the_two_lines_and_nowhere_else() -> None:
    before = f"responses:\n{START}  utter_safety_emergency: old\n{END}  utter_greet: []\n"
    after = domain_with(before, RULES[:1])
    assert after.startswith(f"responses:\n{START}  utter_safety_emergency:\n")
    assert after.endswith(f"{END}  utter_greet: []\n") and ": old" not in after
    assert domain_with(after, RULES[:1]) == after


def test_a_domain_without_the_lines_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NoPlace, match="must hold these two lines"):
        domain_with("responses: {}\n", RULES)


def test_the_domain_is_among_the_generated_files() -> None:
    assert generated()["domain.yml"] == (ROOT / "domain.yml").read_text("utf-8")


def test_no_rule_claims_a_clinicians_review() -> None:
    assert {rule.review.status for rule in RULES} == {"awaiting_clinical_sign_off"}
