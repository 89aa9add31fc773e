"""What people say in the middle of a routine, and what is for somebody else."""
from __future__ import annotations

import pytest

from bot.coach.wishes import from_the_start, heard, says_done, wants_another, wants_to_start
from bot.settings import ROOT
from tests.yaml_files import load


@pytest.mark.parametrize(("text", "wish"), [
    ("next", "next"), ("ok done, what now?", "next"), ("Ready for the next one", "next"), ("and now?", "next"),
    ("continue", "continue"), ("go on then", "continue"), ("let's move on", "continue"),
     ("carry on please", "continue"), ("repeat that step", "repeat"), ("again", "repeat"),
    ("sorry, what?", "repeat"), ("go back one", "back"), ("skip this one", "skip"), ("skip the neck part", "skip"),
    ("hold on a minute", "pause"), ("wait give me a sec im not done", "pause"), ("stop", "stop"),
    ("that's enough for today", "stop"), ("i want to stop the exercises for now", "stop"),
    ("how do I do this?", "how"), ("i don't understand", "how"), ("why this one?", "why"), ("what is this for", "why"),
    ("which step am i on", "where"), ("how many steps are left", "where"), ("back to my routine", "resume"),
    ("resume my routine", "resume"), ("ok", "yes"), ("👍", "yes"), ("no thanks", "no"),
])
def test_a_wish_is_heard(text: str, wish: str) -> None:
    assert heard(text) == wish


@pytest.mark.parametrize("text", [
    "is gua sha safe?", "can i skip retinol in the morning", "why is my jaw sagging", "how do i get rid of jowls",
    "how long until i see results", "what about my neck", "does it hurt", "next week i get botox",
    "have i done my exercises today", "should i stop botox", "", "💪", "what would help my neck",
    "give me a routine for my neck",
])
def test_what_is_no_wish_is_not_heard_as_one(text: str) -> None:
    assert heard(text) is None


def test_no_question_that_is_trained_is_a_wish() -> None:
    """Of all examples of questions, only those that ask about nothing may be meant for a routine under way."""
    taken = []
    for path in sorted((ROOT / "data" / "nlu").glob("ask_*.yml")):
        if path.stem not in ("ask_routine", "ask_tracking"):
            lines = [line.removeprefix("- ") for item in load(path)["nlu"] for line in item["examples"].splitlines()]
            taken += [line for line in lines if heard(line)]
    assert len(taken) <= 12 and all(len(line.split()) <= 7 for line in taken), taken


@pytest.mark.parametrize("text", [
    "start", "walk me through a routine", "can we do it together now", "let's do the neck one", "guide me thru it",
    "okay first exercise", "lead me through face yoga",
])
def test_someone_wants_to_be_led(text: str) -> None:
    assert wants_to_start(text)


@pytest.mark.parametrize("text", ["give me a routine for my jaw", "neck routine", "skincare regimen for a beginner"])
def test_someone_wants_to_see_a_routine(text: str) -> None:
    assert not wants_to_start(text)


def test_done_by_itself_is_told_from_a_question() -> None:
    assert says_done("done") and says_done("All done for today!") and says_done("I have finished")
    assert not says_done("have i done enough") and not says_done("i did it") and not says_done("")


def test_another_routine_and_the_same_anew() -> None:
    assert wants_another("a different routine please") and not wants_another("next")
    assert from_the_start("let's start over") and not from_the_start("start")
