"""Answers to the plan's questions, and what must not be taken for one."""
from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
import yaml
from spacy.language import Language

from bot.editorial.derive import vocabulary
from bot.model import Content
from bot.nlu.language import load_language, read_text
from bot.nlu.ruler import set_vocabulary
from bot.nlu.short_answers import short_answers
from bot.settings import ROOT, read

ANSWERS = {
    "my jaw": ["plan_place=jaw"],
    "Mostly my neck and jaw.": ["plan_place=neck", "plan_place=jaw"],
    "eye bags": ["plan_place=eye_bags", "plan_place=under_eye"],
    "everywhere": ["plan_place=whole_face"],
    "my jaw is sagging": ["plan_place=jaw"],
    "about two years": ["plan_since=years"],
    "since I was 40": ["plan_since=years"],
    "in my forties": ["plan_since=years"],
    "a couple of months ago": ["plan_since=months"],
    "since last week": ["plan_since=weeks"],
    "2 hours ago": ["plan_since=days"],
    "for years, but worse in the last few weeks": ["plan_since=weeks"],
    "no needles": ["plan_goal=home"],
    "as cheap as possible": ["plan_goal=cost"],
    "safe and cheap": ["plan_goal=cost", "plan_goal=risk"],
    "what works": ["plan_goal=proof"],
    "none of these": ["plan_told=none"],
    "none": ["plan_told=none", "plan_minutes=0"],
    "No": ["plan_told=none"],
    "I have rosacea and TMJ": ["plan_told=rosacea", "plan_told=tmj"],
    "10": ["plan_minutes=10"],
    "5-10 minutes a day": ["plan_minutes=5"],
    "half an hour": ["plan_minutes=30"],
    "quarter of an hour": ["plan_minutes=15"],
    "an hour a day": ["plan_minutes=60"],
    "2 hours": ["plan_minutes=120"],
    "99999 minutes": ["plan_minutes=1440"],
    "no time": ["plan_minutes=0"],
    "jaw, 10 minutes": ["plan_place=jaw", "plan_minutes=10"],
    "skip": ["plan_skip=skipped"],
    "I don't know": ["plan_skip=skipped"],
    "I'd rather not say": ["plan_skip=skipped"],
    "I don't want to say": ["plan_skip=skipped"],
}
REMARKS = [
    "", "hello", "thanks", "why do you ask?", "is it safe for my neck", "is gua sha safe", "gua sha", "botox",
    "my neck?", "does it work", "how long does it take", "why is my jaw sagging", "10 minutes of gua sha",
    "my jaw hurts at night",
    "give me a routine", "what can you do", "my neck and a stroke of luck", "stop", "one side of my face dropped today",
    "jaw " * 40,
]


@pytest.fixture(scope="module")
def reader(real_content: Content) -> Iterator[Language]:
    nlp = load_language(read().language_dir)
    set_vocabulary(nlp, vocabulary(real_content))
    yield nlp


def found(nlp: Language, text: str) -> list[str]:
    return [f"{each.slot}={each.value}" for each in short_answers(read_text(nlp, text))]


@pytest.mark.parametrize(("text", "answers"), ANSWERS.items())
def test_a_short_answer_is_read(reader: Language, text: str, answers: list[str]) -> None:
    assert found(reader, text) == answers


@pytest.mark.parametrize("text", REMARKS)
def test_anything_else_is_no_answer(reader: Language, text: str) -> None:
    assert found(reader, text) == []


def test_what_stands_on_the_forms_buttons_can_be_typed(reader: Language) -> None:
    responses = yaml.safe_load((ROOT / "domain.yml").read_text(encoding="utf-8"))["responses"]
    buttons = [(button["title"], json.loads(button["payload"].split("plan_answer")[1][1:-1]))
               for name, variations in responses.items() if name.startswith("utter_ask_plan_form_")
               for button in variations[0]["buttons"] if "plan_answer" in button["payload"]]
    wrong = [(title, found(reader, title)) for title, sent in buttons
             if not {f"{slot}={value}" for slot, value in sent.items()} <= set(found(reader, title))]
    assert len(buttons) > 20
    assert wrong == [("I had filler or Botox not long ago", [])]  # names what may be asked about, too


def test_hardly_any_question_of_the_training_data_is_taken_for_an_answer(reader: Language) -> None:
    """A bare name ("eye bags") is both; of the rest a question must stay a question."""
    questions = [line[2:] for path in sorted((ROOT / "data" / "nlu").glob("ask_*.yml"))
                 for block in yaml.safe_load(path.read_text(encoding="utf-8"))["nlu"]
                 for line in block["examples"].splitlines()]
    taken = [text for text in questions if found(reader, text)]
    assert len(questions) > 4000
    assert len(taken) <= 0.005 * len(questions), taken
