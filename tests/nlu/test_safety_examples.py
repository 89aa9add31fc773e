"""The messages that the safety classifier learns from."""
from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from bot import settings
from bot.nlu.evaluate_safety import SETS
from bot.nlu.safety.examples import CALM, FOLDER, ExamplesUnreadable, digest, read_examples
from bot.nlu.safety.families import RULES
from bot.nlu.safety.families.cautions import RULES as CAUTIONS

EXAMPLES, CONTENT = settings.ROOT / FOLDER, settings.ROOT / "bot" / "content"
ALARMS, SOME = 40, 20  # triggers of each rule, at least: of an alarm, of a caution


def fold(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))


def test_every_rule_has_triggers_and_look_alikes_to_learn_from() -> None:
    for rule in (*RULES, *CAUTIONS):
        block = yaml.load((EXAMPLES / f"{rule.id}.yml").read_text("utf-8"), Loader=yaml.CSafeLoader)
        assert block["rule"] == rule.id
        assert len(block["triggers"]) >= (ALARMS if rule in RULES else SOME), rule.id
        assert len(block["look_alikes"]) >= SOME, rule.id


def test_no_message_is_learnt_twice_or_with_two_meanings() -> None:
    examples = read_examples(EXAMPLES, CONTENT)
    meanings: dict[str, set[str]] = {}
    for example in examples:
        meanings.setdefault(fold(example.text), set()).add(example.rule)
    assert [text for text, rules in meanings.items() if CALM in rules and len(rules) > 1] == []
    assert len(examples) > 9_000


def test_no_message_of_a_measuring_set_is_learnt() -> None:
    learnt = {fold(example.text) for path in EXAMPLES.glob("*.yml")
              for example in read_examples(path.parent, CONTENT)}
    own = {fold(text) for rule in yaml.safe_load((CONTENT / "safety.yml").read_text("utf-8"))["rules"]
           for text in (*rule["triggers"], *rule["look_alikes"])}
    leaked = 0
    for name in (*SETS["held_out"], *SETS["development"]):
        data = yaml.load((settings.ROOT / "tests" / "nlu" / f"{name}.yml").read_text("utf-8"), Loader=yaml.CSafeLoader)
        leaked += sum(fold(message["text"]) in learnt - own for part in data.values() for message in part)
    assert leaked == 0  # only the number is shown: a held-out message in a report would be read, and then tuned on


def test_an_editors_example_is_learnt_too(tmp_path: Path) -> None:
    (tmp_path / "safety.yml").write_text(
        "rules:\n  - {id: ur_lump, triggers: [a pea under my jaw], look_alikes: [a pea soup]}\n", encoding="utf-8")
    rules = {example.text: example.rule for example in read_examples(EXAMPLES, tmp_path)}
    assert (rules["a pea under my jaw"], rules["a pea soup"]) == ("ur_lump", CALM)


def test_an_added_example_changes_the_digest(tmp_path: Path) -> None:
    file = tmp_path / "ur_lump.yml"
    file.write_text('rule: ur_lump\ntriggers: ["a lump"]\nlook_alikes: []\n', encoding="utf-8")
    before = digest(tmp_path, CONTENT)
    file.write_text('rule: ur_lump\ntriggers: ["a lump", "a knot"]\nlook_alikes: []\n', encoding="utf-8")
    assert digest(tmp_path, CONTENT) != before


@pytest.mark.parametrize(("text", "cause"), [
    ("rule: [", "cannot be read"), ("- a list", "must hold"), ("triggers: [a]", "rule must be a name"),
    ("rule: ur_lump\ntriggers: [12]", "list of texts"),
])
def test_a_broken_file_is_named_with_the_remedy(tmp_path: Path, text: str, cause: str) -> None:
    (tmp_path / "broken.yml").write_text(text, encoding="utf-8")
    with pytest.raises(ExamplesUnreadable, match=cause) as raised:
        read_examples(tmp_path, CONTENT)
    assert "broken.yml" in str(raised.value)


def test_no_examples_at_all_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ExamplesUnreadable, match="Restore"):
        read_examples(tmp_path, CONTENT)
