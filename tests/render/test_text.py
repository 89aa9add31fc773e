"""How an answer reads as text."""
from __future__ import annotations

import pytest

from bot.model import Answer, GlossaryTerm, NumberedSource, Point, Question, Review, Routine, Source
from bot.render.labels import SIDES, sides_for
from bot.render.text import as_text

SOURCE = NumberedSource(1, Source("trial", "A trial", "A journal", 2020, "https://example.org/trial", "rct", False))


def answer(type_: str = "answer", kind: str = "effectiveness", **more: object) -> Answer:
    return Answer(type_, 1, "2026-11-21", "editorial", Question(kind), "The bottom line.", **more)  # type: ignore


def test_a_definition_names_its_term_and_its_source() -> None:
    term = GlossaryTerm("ptosis", "Ptosis", (), "The bottom line.", ("trial",))
    first = as_text(answer(kind="definition", definition=term, sources=(SOURCE,))).splitlines()[0]
    assert first == "Ptosis: The bottom line. [1]"


def test_how_far_it_answers_the_question_is_said_first_and_once() -> None:
    lines = as_text(answer("tracking", "tracking", note="We cannot do that yet.")).splitlines()
    assert lines[:2] == ["We cannot do that yet.", "The bottom line."]
    assert lines.count("We cannot do that yet.") == 1


def test_the_note_on_a_routine_follows_its_title() -> None:
    routine = Routine("r", "R", (), (), (), 5, "daily", None, (), ("Stop if it hurts.",), "Nobody tested it.",
                      "limited", ("trial",), Review("editorial", "2026-11-21", "2027-11-21"))
    lines = as_text(answer("routine", "routine", note=routine.note, routine=routine)).splitlines()
    assert lines[:3] == ["The bottom line.", "Nobody tested it.", "Warning: Stop if it hurts."]


@pytest.mark.parametrize("kind", SIDES)
def test_every_stance_has_a_heading(kind: str) -> None:
    stances = ("supports", "opposes", "mixed", "neutral")
    points = tuple(Point(stance, stance, "limited", f"Text that {stance}.", "", ("trial",)) for stance in stances)
    text = as_text(answer(kind=kind, points=points, sources=(SOURCE,)))
    for stance in stances:
        assert f"{sides_for(kind)[stance]}:\n- Text that {stance}. (limited evidence) [1]" in text


def test_advice_is_not_headed_as_an_argument() -> None:
    assert "What speaks for it" not in {SIDES[kind]["supports"] for kind in ("professional", "how_to", "cost")}
