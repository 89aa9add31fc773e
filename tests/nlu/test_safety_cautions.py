"""Cautions: whose case a message tells, and what it takes back. No clinician has reviewed what is demanded here."""
from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from spacy.language import Language

from bot import settings
from bot.editorial.derive import vocabulary
from bot.editorial.library import Library
from bot.model import Content
from bot.nlu.language import load_language, read_text
from bot.nlu.ruler import set_vocabulary
from bot.nlu.safety.families.cautions import RULES
from bot.nlu.safety.reading import Reading
from bot.nlu.safety.rules import CAUTION
from bot.nlu.safety.taken_back import THINGS, taken_back

WRITTEN = [placed.shape for placed in Library.read(settings.ROOT / "bot" / "content").safety_rules
           if placed.shape.level == CAUTION]
MESSAGES: dict[str, list[Any]] = yaml.safe_load((Path(__file__).parent / "safety_taken_back.yml").read_text("utf-8"))
Read = Callable[[str], Reading]


@pytest.fixture(scope="module")
def read(real_content: Content) -> Read:
    nlp: Language = load_language(settings.read().language_dir)
    set_vocabulary(nlp, vocabulary(real_content))
    return lambda text: Reading(read_text(nlp, text))


def _fired(reading: Reading) -> set[str]:
    return {rule.id for rule in RULES if rule.fires(reading) is not None}


def test_code_and_content_have_the_same_cautions() -> None:
    assert {rule.id for rule in RULES} == {str(rule.id) for rule in WRITTEN}
    assert len(RULES) == len(WRITTEN)
    assert set(THINGS) <= {rule.id for rule in RULES}


@pytest.mark.parametrize(("rule", "text"), [(str(rule.id), text) for rule in WRITTEN for text in rule.triggers])
def test_a_trigger_fires_its_caution(read: Read, rule: str, text: str) -> None:
    assert rule in _fired(read(text))


@pytest.mark.parametrize(("rule", "text"), [(str(rule.id), text) for rule in WRITTEN for text in rule.look_alikes])
def test_a_look_alike_does_not_fire_its_caution(read: Read, rule: str, text: str) -> None:
    assert rule not in _fired(read(text))


@pytest.mark.parametrize(("text", "rule"), [
    ("mum takes warfarin and wants to try gua sha", "ca_blood_thinners"),
    ("my wife is pregnant, may she use retinol?", "ca_pregnancy"),
    ("my client had a neck dissection, can I massage her?", "ca_cancer_lymph")])
def test_a_caution_is_told_of_somebody_asked_for(read: Read, text: str, rule: str) -> None:
    assert rule in _fired(read(text))


@pytest.mark.parametrize("text", [
    "my grandmother had Bell's palsy, are face exercises any good?", "my neighbour takes warfarin, I'm fine",
    "a friend of mine is pregnant, anyway which cream is good", "what is rosacea?", "what does TMJ stand for?",
    "I had shingles ten years ago, all healed",
    "I'm not pregnant, which retinol is best?", "never had filler or botox"])
def test_others_the_past_and_the_denied_do_not_fire(read: Read, text: str) -> None:
    assert not _fired(read(text))


@pytest.mark.parametrize(("text", "rules"), [(each["text"], each["rules"]) for each in MESSAGES["takes_back"]])
def test_a_message_takes_back_a_caution(read: Read, text: str, rules: list[str]) -> None:
    assert set(rules) <= set(taken_back(read(text)))


@pytest.mark.parametrize("text", MESSAGES["keeps"])
def test_a_message_takes_nothing_back(read: Read, text: str) -> None:
    assert taken_back(read(text)) == ()


def test_a_message_that_denies_one_thing_keeps_another(read: Read) -> None:
    reading = read("i'm not pregnant but i take warfarin")
    assert taken_back(reading) == ("ca_pregnancy",)
    assert _fired(reading) == {"ca_blood_thinners"}


def test_the_sets_are_as_large_as_promised() -> None:
    assert len(MESSAGES["takes_back"]) >= 60
    assert len(MESSAGES["keeps"]) >= 60
