"""The held-out sets are large enough, cover the taxonomy, use only known slugs and never repeat a message."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

HERE = Path(__file__).parent
TAXONOMY = yaml.safe_load((HERE.parents[1] / "bot" / "content" / "taxonomy.yml").read_text(encoding="utf-8"))
FAMILY_OF = {slug: family for family, slugs in TAXONOMY["subjects"].items() for slug in slugs}

CONDITIONS = {
    "pregnancy", "breastfeeding", "tmj", "facial_nerve_disorder", "rosacea", "recent_surgery", "recent_filler",
    "recent_botox", "recent_threads", "recent_laser", "blood_thinners", "under_18", "sensitive_skin",
    "active_skin_flare", "neck_artery_disease", "darker_skin", "older_age",
}  # fmt: skip
OUT_OF_SCOPE_GROUPS = {"near_domain", "general", "abusive", "gibberish", "other_language", "meta"}
SMALLTALK_INTENTS = {
    "greet", "goodbye", "thank", "bot_challenge", "who_made_you", "capabilities", "privacy", "affirm", "deny",
    "more_evidence", "start_again",
}  # fmt: skip
AREA_THAT_COMES_WITH = {
    "jowls": "jaw",
    "double_chin": "chin",
    "eye_bags": "under_eye",
    "dark_circles": "under_eye",
    "nasolabial_folds": "nasolabial_fold",
    "marionette_lines": "mouth",
}
QUESTION_SETS = ("held_out_questions", "held_out_noisy")
MINIMUM_SIZE = {
    "held_out_questions": 540,
    "held_out_noisy": 130,
    "held_out_out_of_scope": 220,
    "held_out_smalltalk": 60,
}


def load(name: str) -> list[dict[str, Any]]:
    """Return the items of one set, in file order."""
    items: list[dict[str, Any]] = yaml.safe_load((HERE / f"{name}.yml").read_text(encoding="utf-8"))
    return items


def normalised(text: str) -> str:
    """Return the text in lower case with single spaces and without punctuation at its ends."""
    folded = re.sub(r"\s+", " ", text.casefold()).strip()
    return folded.strip(" .?!,") or folded


@pytest.fixture(scope="module")
def sets() -> dict[str, list[dict[str, Any]]]:
    return {name: load(name) for name in MINIMUM_SIZE}


@pytest.mark.parametrize(("name", "minimum"), MINIMUM_SIZE.items())
def test_a_set_is_large_enough(sets: dict[str, list[dict[str, Any]]], name: str, minimum: int) -> None:
    assert len(sets[name]) >= minimum


def test_no_message_appears_twice_in_any_set(sets: dict[str, list[dict[str, Any]]]) -> None:
    seen = Counter(normalised(item["text"]) for items in sets.values() for item in items)
    assert [text for text, count in seen.items() if count > 1] == []


def test_every_text_is_a_non_empty_string(sets: dict[str, list[dict[str, Any]]]) -> None:
    wrong = [item for items in sets.values() for item in items if not isinstance(item["text"], str) or not item["text"]]
    assert wrong == []


@pytest.mark.parametrize("name", QUESTION_SETS)
def test_questions_use_only_known_keys_and_slugs(sets: dict[str, list[dict[str, Any]]], name: str) -> None:
    faults = []
    for item in sets[name]:
        if set(item) - {"conditions"} != {"text", "kind", "subjects", "areas"}:
            faults.append((item["text"], "keys"))
        if item["kind"] not in TAXONOMY["question_kinds"]:
            faults.append((item["text"], item["kind"]))
        unknown = set(item["subjects"]) - set(FAMILY_OF)
        unknown |= set(item["areas"]) - set(TAXONOMY["face_areas"])
        unknown |= set(item.get("conditions", [])) - CONDITIONS
        faults.extend((item["text"], slug) for slug in sorted(unknown))
    assert faults == []


@pytest.mark.parametrize("name", QUESTION_SETS)
def test_no_label_is_repeated_within_a_question(sets: dict[str, list[dict[str, Any]]], name: str) -> None:
    lists = [(i["text"], i[key]) for i in sets[name] for key in ("subjects", "areas", "conditions") if key in i]
    assert [text for text, slugs in lists if len(slugs) != len(set(slugs))] == []


@pytest.mark.parametrize("name", QUESTION_SETS)
def test_signs_bring_their_area_along(sets: dict[str, list[dict[str, Any]]], name: str) -> None:
    faults = [
        (item["text"], AREA_THAT_COMES_WITH[slug])
        for item in sets[name]
        for slug in item["subjects"]
        if slug in AREA_THAT_COMES_WITH and AREA_THAT_COMES_WITH[slug] not in item["areas"]
    ]
    assert faults == []


@pytest.mark.parametrize("name", QUESTION_SETS)
def test_conditions_stand_only_in_suitability_questions(sets: dict[str, list[dict[str, Any]]], name: str) -> None:
    assert [i["text"] for i in sets[name] if i.get("conditions") and i["kind"] != "suitability"] == []


@pytest.mark.parametrize("name", QUESTION_SETS)
def test_comparisons_name_at_least_two_subjects(sets: dict[str, list[dict[str, Any]]], name: str) -> None:
    assert [i["text"] for i in sets[name] if i["kind"] == "comparison" and len(i["subjects"]) < 2] == []


@pytest.mark.parametrize(("name", "least"), [("held_out_questions", 30), ("held_out_noisy", 6)])
def test_every_kind_is_covered(sets: dict[str, list[dict[str, Any]]], name: str, least: int) -> None:
    found = Counter(item["kind"] for item in sets[name])
    assert {kind: found[kind] for kind in TAXONOMY["question_kinds"] if found[kind] < least} == {}


@pytest.mark.parametrize(("name", "least"), [("held_out_questions", 20), ("held_out_noisy", 3)])
def test_every_area_is_covered(sets: dict[str, list[dict[str, Any]]], name: str, least: int) -> None:
    found = Counter(area for item in sets[name] for area in item["areas"])
    assert {area: found[area] for area in TAXONOMY["face_areas"] if found[area] < least} == {}


@pytest.mark.parametrize(("name", "least"), [("held_out_questions", 15), ("held_out_noisy", 3)])
def test_every_family_is_covered(sets: dict[str, list[dict[str, Any]]], name: str, least: int) -> None:
    found = Counter(FAMILY_OF[slug] for item in sets[name] for slug in item["subjects"])
    assert {family: found[family] for family in TAXONOMY["subjects"] if found[family] < least} == {}


def test_every_subject_is_asked_about(sets: dict[str, list[dict[str, Any]]]) -> None:
    found = Counter(slug for item in sets["held_out_questions"] for slug in item["subjects"])
    assert {slug: found[slug] for slug in FAMILY_OF if found[slug] < 3} == {}


def test_every_condition_is_asked_about(sets: dict[str, list[dict[str, Any]]]) -> None:
    found = Counter(slug for item in sets["held_out_questions"] for slug in item.get("conditions", []))
    assert {slug: found[slug] for slug in CONDITIONS if found[slug] < 2} == {}


def test_out_of_scope_messages_cover_every_group(sets: dict[str, list[dict[str, Any]]]) -> None:
    found = Counter(item["group"] for item in sets["held_out_out_of_scope"])
    assert set(found) == OUT_OF_SCOPE_GROUPS
    assert {group: count for group, count in found.items() if count < 15} == {}


def test_small_talk_covers_every_intent(sets: dict[str, list[dict[str, Any]]]) -> None:
    found = Counter(item["intent"] for item in sets["held_out_smalltalk"])
    assert set(found) == SMALLTALK_INTENTS
    assert {intent: count for intent, count in found.items() if count < 4} == {}
