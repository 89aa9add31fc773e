"""Messages cut into their questions, and the cues in their words."""
from __future__ import annotations

import pytest
from spacy.language import Language

from bot.dialogue import turn
from bot.nlu.cues import cues, is_denied, joined_kinds
from bot.nlu.language import read_text
from bot.nlu.turns import texts


@pytest.mark.parametrize(("text", "found"), [
    ("does gua sha work and is it safe?", ["does gua sha work", "is it safe?"]),
    ("does gua sha work is it safe", ["does gua sha work", "is it safe"]),
    ("what is botox? how much is it?", ["what is botox?", "how much is it?"]),
    ("does botox work, and for how long", ["does botox work, and", "for how long"]),
    ("why is my jaw sagging and what can i do about it", ["why is my jaw sagging", "what can i do about it"]),
    ("does laser hurt n for how long", ["does laser hurt n", "for how long"]),
    ("can you prevent jowls & how do you treat them", ["can you prevent jowls", "how do you treat them"]),
    ("peptides: what are they and do they work", ["what are they", "do they work"]),
    ("jowls - why, and what helps?", ["why,", "what helps?"]),
    ("what is prp, dose it hurt", ["what is prp,", "dose it hurt"]),
    ("explain botox and say if it works", ["explain botox and", "say if it works"]),
    ("tell me how botox works and whether it hurts", ["tell me how botox works and", "whether it hurts"]),
])
def test_questions_are_cut_apart(nlp: Language, text: str, found: list[str]) -> None:
    assert texts(read_text(nlp, text)) == found


@pytest.mark.parametrize("text", [
    "does gua sha work", "i tried gua sha for months and nothing happened, does it even work?",
    "does gua sha work or is it a myth",
    "do you know how long botox lasts", "is botox safe because i have rosacea", "botox or fillers", "", "?",
    "can you explain botox to people who don't know it", "can i skip botox and just do gua sha",
    "tell me something different: what is botox", "botox is too expensive for me, does gua sha work",
    "had a stroke in spring, am i fine to do gua sha", "how often can i do it",
    "my jaw sags and my lids droop, what helps?",
])
def test_one_question_stays_whole(nlp: Language, text: str) -> None:
    assert texts(read_text(nlp, text)) == []


@pytest.mark.parametrize(("text", "kinds"), [
    ("is botox safe and effective", ("risk", "effectiveness")),
    ("risks and costs of botox", ("risk", "cost")),
    ("does gua sha work and for how long", ("effectiveness", "timeline")),
    ("does gua sha help or does it make it worse", ("effectiveness", "risk")),
    ("can it bruise, and how much pressure do i need", ()),
    ("is gua sha safe", ()), ("how long does it take to work and last", ()), ("is it safe and is it risky", ()),
])
def test_joined_kinds_are_heard(text: str, kinds: tuple[str, ...]) -> None:
    assert joined_kinds(text) == kinds


@pytest.mark.parametrize(("text", "unnamed", "has", "lacks"), [
    ("is it safe", "is it safe", {turn.REFERS, turn.ASKS}, {turn.SHORT}),
    ("is it safe to do gua sha", "is it safe to do", {turn.ASKS}, {turn.REFERS}),
    ("is it true that gua sha hurts", "is it true that hurts", set(), {turn.REFERS}),
    ("and for the neck", "and for the", {turn.SHORT, turn.BARE, turn.TOO}, {turn.ASKS, turn.REFERS}),
    ("gua sha risks", "risks", {turn.SHORT}, {turn.BARE}),
    ("why is that", "why is that", {turn.WHY}, set()),
    ("why does my face sag", "why does my face sag", {turn.FACE}, {turn.WHY}),
    ("show me the sources", "show me the sources", {turn.SOURCES}, {turn.AGAINST}),
    ("what do skeptics say", "what do skeptics say", {turn.AGAINST}, {turn.SOURCES}),
    ("what can i do against it", "what can i do against it", {turn.ANYTHING}, {turn.AGAINST}),
    ("can massage help it", "can help it", {turn.REFERS, turn.TREATS}, {turn.AGENT}),
    ("does it do anything for jowls", "does it do anything for", {turn.AGENT, turn.ANYTHING}, {turn.TREATS}),
    ("is the procedure painful", "is the procedure painful", {turn.REFERS}, set()),
    ("is it safe for my jaw", "is it safe for my", {turn.REFERS}, set()),
    ("which for the jaw", "which for the", {turn.BARE}, set()),
    ("which exercises for the jaw", "which for the", set(), {turn.BARE}),
    ("what do people who don't believe it say", "", {turn.AGAINST}, {turn.SOURCES}),
    ("is it cheaper than botox", "is it cheaper than", {turn.THAN, turn.REFERS}, set()),
])
def test_cues_are_heard(text: str, unnamed: str, has: set[str], lacks: set[str]) -> None:
    found = cues(text, unnamed)
    assert has <= found and not lacks & found


def test_what_is_ruled_out_is_told() -> None:
    assert is_denied("no not my ") and is_denied("it's not the ") and not is_denied("it is my ")
