"""What Rasa says of the domain, the data and the stories, and what it cannot see."""
from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bot.editorial.conversations import check_conversations
from bot.editorial.library import Library
from bot.nlu.intent import FOLLOW_UPS
from bot.nlu.payload import BUTTON_ENTITIES, RESERVED
from bot.prepare import model_file
from bot.settings import ROOT, read
from tests.yaml_files import load

DATA = sorted((ROOT / "data").rglob("*.yml"))
#: Played from words, and from the intents that they name.
UNDERSTOOD, AS_NAMED = ROOT / "tests" / "stories", ROOT / "tests" / "stories_as_named"
TEST_STORIES = sorted(path for folder in (UNDERSTOOD, AS_NAMED) for path in folder.glob("*.yml"))
DOMAIN = load(ROOT / "domain.yml")
INTENTS = {intent if isinstance(intent, str) else next(iter(intent)) for intent in DOMAIN["intents"]}
FALLBACK = {"nlu_fallback"}  # decided when no other is sure enough
SCREENED = {f"safety_{level}" for level in ("emergency", "urgent", "distress", "caution")}  # set by the safety screen
CODE = sorted([*(ROOT / "actions").glob("*.py"), *(ROOT / "bot" / "serving").glob("*.py")])
#: Said by Python.
SAID_BY_CODE = {name for path in CODE for name in re.findall(r'"(utter_\w+)"', path.read_text(encoding="utf-8"))}
BY_THE_CLOCK = {"reminder_due"}  # comes from bot/serving/reminders.py, and from no message
#: Sent by buttons; told by the language detector.
NOT_LEARNT = {"plan_answer", "other_language"}
#: Asked by the form; no rule leads there.
ASKED_BY_FORM = {f"utter_ask_plan_form_{slot}" for slot in DOMAIN["forms"]["plan_form"]["required_slots"]}


def rasa(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Rasa's own command line, without TensorFlow's import."""
    return subprocess.run([sys.executable, "-m", "bot.serving.rasa_cli", *arguments], cwd=ROOT, text=True,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=120, check=False,
                          env={**os.environ, "RASA_TELEMETRY_ENABLED": "false", "LOG_LEVEL": "INFO", **environment})


def blocks(paths: list[Path]) -> list[tuple[str, list[dict[str, Any]]]]:
    """Name and steps of every rule and story."""
    found = []
    for path in paths:
        content = load(path)
        for kind in ("rule", "story"):
            found += [(each[kind], each["steps"]) for each in content.get("rules" if kind == "rule" else "stories", [])]
    return found


def intents_of(steps: list[dict[str, Any]]) -> Iterator[str]:
    for step in steps:
        for turn in [step, *step.get("or", [])]:
            if "intent" in turn:
                yield turn["intent"].split("/")[0]


def test_rasa_finds_nothing_wrong() -> None:
    done = rasa("data", "validate", "--fail-on-warnings")
    assert done.returncode == 0, done.stdout
    assert "No story structure conflicts found." in done.stdout
    unused = set(re.findall(r"The utterance '(\w+)' is not used", done.stdout))
    assert unused <= SAID_BY_CODE | ASKED_BY_FORM and set(DOMAIN["responses"]) >= SAID_BY_CODE
    # Rasa's own exit code passes over what is not used and over intents without examples.
    assert set(re.findall(r"UserWarning: (The(?! utterance).*)", done.stdout)) == {
        f"The intent '{intent}' is listed in the domain file, but is not found in the NLU training data."
        for intent in SCREENED | BY_THE_CLOCK | NOT_LEARNT}


def test_rasa_would_find_an_intent_that_the_domain_forgot(tmp_path: Path) -> None:
    domain = tmp_path / "domain.yml"
    text = (ROOT / "domain.yml").read_text(encoding="utf-8")
    line = "  - greet:\n      use_entities: []\n"
    assert line in text
    domain.write_text(text.replace(line, ""), encoding="utf-8")
    done = rasa("data", "validate", "--fail-on-warnings", "--domain", str(domain))
    assert done.returncode == 1
    assert "'greet'" in done.stdout


def test_what_rasa_cannot_see_is_right_too() -> None:
    vocabularies = Library.read(ROOT / "bot" / "content").vocabularies
    assert [str(fault) for fault in check_conversations(ROOT, vocabularies)] == []


def test_every_name_is_a_plain_sentence_of_its_own() -> None:
    names = [name for name, _ in blocks([*DATA, *TEST_STORIES])]
    assert len(names) > 30
    assert sorted(names) == sorted(set(names))
    assert [name for name in names if not re.fullmatch(r"[A-Z][\w',-]*(?: [\w',-]+){2,}", name) or "_" in name] == []


def examples() -> dict[str, int]:
    """Intent -> how many training examples it has."""
    found: dict[str, int] = {}
    for path in DATA:
        for item in load(path).get("nlu", []):
            if "intent" in item:
                found[item["intent"]] = found.get(item["intent"], 0) + item["examples"].count("\n- ") + 1
    return found


def test_every_intent_has_examples_and_every_example_an_intent() -> None:
    assert set(examples()) == INTENTS - FALLBACK - SCREENED - BY_THE_CLOCK - NOT_LEARNT
    assert [intent for intent, count in examples().items() if count < 10] == []


def test_every_question_kind_has_an_intent_with_enough_examples() -> None:
    kinds = Library.read(ROOT / "bot" / "content").vocabularies["question_kinds"]
    assert {intent for intent in INTENTS if intent.startswith("ask_")} == {f"ask_{kind}" for kind in kinds}
    assert {kind: examples()[f"ask_{kind}"] for kind in kinds if examples()[f"ask_{kind}"] < 60} == {}


def test_every_intent_leads_somewhere() -> None:
    assert {intent for _, steps in blocks(DATA) for intent in intents_of(steps)} == INTENTS


def mapped(slot: str, value: object) -> set[str]:
    """The intents that set a slot to a value."""
    found = [mapping["intent"] for mapping in DOMAIN["slots"][slot]["mappings"]
             if mapping["type"] == "from_intent" and mapping["value"] == value]
    return {intent for each in found for intent in (each if isinstance(each, list) else [each])}


def test_nothing_is_offered_after_a_safety_answer_until_any_question() -> None:
    assert mapped("quiet", True) == SCREENED - {"safety_caution"}
    questions = {intent for intent in INTENTS if intent.startswith("ask_")}
    assert mapped("quiet", False) == questions | FOLLOW_UPS | {"want_plan"}


def test_what_is_open_is_closed_only_by_saying_that_it_is_settled() -> None:
    for level in ("emergency", "urgent"):
        assert mapped("open_level", level) == {f"safety_{level}"}
    assert mapped("open_level", "none") == mapped("open_safety", "") == {"safety_settled"}
    assert len(DOMAIN["slots"]["open_level"]["mappings"]) == 3
    assert [mapping["type"] for mapping in DOMAIN["slots"]["open_safety"]["mappings"]] == ["from_entity", "from_intent"]


def test_buttons_send_every_entity_but_the_language_and_those_of_the_safety_screen() -> None:
    assert set(DOMAIN["entities"]) - BUTTON_ENTITIES == {"safety_rule", "caution", "language", "reminder"}
    assert set(DOMAIN["entities"]) >= BUTTON_ENTITIES
    assert [intent for intent in SCREENED | BY_THE_CLOCK if not RESERVED.fullmatch(intent)] == []


def test_every_action_of_the_domain_has_its_file_and_every_file_its_action() -> None:
    files = {path.stem for path in (ROOT / "actions").glob("action_*.py")}
    assert files == set(DOMAIN["actions"])
    for name in files:
        assert f'return "{name}"' in (ROOT / "actions" / f"{name}.py").read_text(encoding="utf-8")


def test_the_test_stories_have_every_intent() -> None:
    told = {intent for _, steps in blocks(TEST_STORIES) for intent in intents_of(steps)}
    assert told == INTENTS - FALLBACK - BY_THE_CLOCK
    assert len(blocks(TEST_STORIES)) >= 12


def test_rasa_would_not_train_on_the_test_stories() -> None:
    assert TEST_STORIES
    assert [path.name for path in TEST_STORIES if not path.name.startswith("test_")] == []
    assert not [path for path in DATA if path.name.startswith("test_")]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a store with the editors' content."""
    url = f"sqlite:///{tmp_path_factory.mktemp('store') / 'content.db'}"
    subprocess.run([sys.executable, "-m", "bot.cli", "publish"], cwd=ROOT, check=True, timeout=120,
                   env={**os.environ, "PLUMBLINE_CONTENT_URL": url})
    return url


def run_stories(stories: Path, store: str, out: Path, *options: str) -> subprocess.CompletedProcess[str]:
    model = model_file(read())
    assert model.exists(), "no trained model: run `python -m bot.prepare` first"
    return rasa("test", "core", "--stories", str(stories), "--model", str(model), "--out", str(out),
                "--no-plot", *options, PLUMBLINE_CONTENT_URL=store)


# Without --e2e, Rasa believes the intents and entities that the stories name.
@pytest.mark.parametrize(("folder", "options"), [(UNDERSTOOD, ["--e2e"]), (AS_NAMED, [])])
def test_the_test_stories_go_as_told(store: str, tmp_path: Path, folder: Path, options: list[str]) -> None:
    done = run_stories(folder, store, tmp_path, "--fail-on-prediction-errors", *options)
    assert done.returncode == 0, done.stdout
    assert f"Evaluating {len(blocks(sorted(folder.glob('*.yml'))))} stories" in done.stdout
    counts = re.findall(r"Correct: +(\d+) / (\d+)", done.stdout)
    assert counts
    assert all(right == of for right, of in counts)


TURN = """
  - story: {name}
    steps:
      - user: >-
          is [{word}]{{"entity": "subject", "value": "{subject}"}} safe
        intent: {intent}
      - action: {action}
"""


def test_a_story_that_goes_otherwise_is_noticed(store: str, tmp_path: Path) -> None:
    right = {"word": "gua sha", "subject": "gua_sha", "intent": "ask_risk", "action": "action_answer_question"}
    told = {"As it is": right, "Understood otherwise": right | {"intent": "ask_cost"},
            "Answered otherwise": right | {"action": "action_decline"},
            "About another subject": right | {"word": "botox", "subject": "fillers"}}
    stories = tmp_path / "test_otherwise.yml"
    turns = [TURN.format(name=name, **each) for name, each in told.items()]
    stories.write_text("".join(['version: "3.1"\nstories:', *turns]), encoding="utf-8")
    done = run_stories(stories, store, tmp_path / "out", "--e2e")
    failed = {name for name, _ in blocks([tmp_path / "out" / "failed_test_stories.yml"])}
    assert {name.split(" (")[0] for name in failed} == set(told) - {"As it is"}, done.stdout
