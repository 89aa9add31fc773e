"""A routine led through, on the editors' content."""
from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timezone

import pytest

from bot.answers.index import ReleaseIndex
from bot.answers.service import NOTHING_KNOWN
from bot.coach.leading import Coach, Turn
from bot.coach.session import Session
from bot.coach.timing import Length, length_of, seconds_of, spoken
from bot.coach.wishes import Wish
from bot.model import Routine, Situation
from bot.render.payload import as_payload
from bot.render.text import as_text

NOW = datetime(2026, 11, 21, 19, 0, tzinfo=timezone.utc)


def led(index: ReleaseIndex, slug: str, *said: Wish, situation: Situation = NOTHING_KNOWN) -> Turn:
    coach = Coach(index, situation)
    turn: Turn | None = coach.begin(slug, NOW)
    for wish in said:
        assert turn and turn.session
        turn = coach.go_on(turn.session, wish)
    assert turn
    return turn


def test_warnings_and_the_honest_length_come_first(real_index: ReleaseIndex) -> None:
    turn = led(real_index, "daily10")
    payload = as_payload(turn.answer)
    assert (payload["type"], payload["state"], payload["step"], payload["of"]) == ("routine", "begun", 0, 7)
    assert payload["warnings"] == list(real_index.routines["daily10"].warnings)
    assert "steps" not in payload
    assert "10 minutes" in payload["note"] and "9 minutes 12 seconds" in payload["note"] and "2" in payload["note"]


def test_a_step_says_what_how_often_and_how_long(real_index: ReleaseIndex) -> None:
    payload = as_payload(led(real_index, "daily10", "next", "next", "next", "next").answer)
    expected = {"state": "running", "step": 4, "of": 7, "done": 3, "seconds": 192, "sets": 3, "reps": 8,
                "hold_seconds": 8}
    assert {key: payload[key] for key in expected} == expected
    assert [(step["name"], step["motion"]) for step in payload["steps"]] == [("Jawline", "chin_up")]


@pytest.mark.parametrize("wish", ["repeat", "how"])
def test_the_text_says_how_long_a_step_takes_too(real_index: ReleaseIndex, wish: Wish) -> None:
    answer = led(real_index, "daily10", "next", "next", "next", "next", wish).answer
    assert answer.note and answer.note in as_text(answer)


def test_the_text_numbers_the_step_as_the_routine_does(real_index: ReleaseIndex) -> None:
    text = as_text(led(real_index, "daily10", "next", "next", "next").answer)
    assert "3. Cheek lift:" in text and "1. Cheek lift" not in text


@pytest.mark.parametrize("slug", ["daily10", "three", "study_cheek", "pao", "massage"])
def test_every_step_of_a_routine_is_said_once_and_the_end_is_logged(real_index: ReleaseIndex, slug: str) -> None:
    routine = real_index.routines[slug]
    turn, said = led(real_index, slug), []
    while turn.session:
        turn = led_on(real_index, turn.session, "next")
        said += [step.name for step in turn.answer.steps]
    assert said == [step.name for step in routine.steps]
    assert turn.ended and len(turn.ended.done) == len(routine.steps)
    assert turn.answer.coached and turn.answer.coached.state == "finished"
    assert len(turn.answer.points) == 1, "one tip"
    assert {source.source.id for source in turn.answer.sources} >= set(turn.answer.points[0].sources)


def led_on(
    index: ReleaseIndex, session: Session, wish: Wish, situation: Situation = NOTHING_KNOWN, tips: int = 0,
) -> Turn:
    turn = Coach(index, situation).go_on(session, wish, tips)
    assert turn
    return turn


def test_the_tip_is_another_one_next_time(real_index: ReleaseIndex) -> None:
    last = led(real_index, "massage", "next", "next", "next", "next").session
    assert last
    tips = {led_on(real_index, last, "next", tips=n).answer.points[0].id for n in range(3)}
    assert len(tips) == 3


def test_steps_that_a_caution_forbids_are_left_out_and_said(real_index: ReleaseIndex) -> None:
    jaw = Situation(cautions=("ca_tmd",), conditions=())
    begun = led(real_index, "daily10", situation=jaw)
    left_out = {each.name for each in begun.answer.left_out}
    assert left_out and begun.answer.coached and begun.answer.coached.of == 7 - len(left_out)
    turn, said = begun, []
    while turn.session:
        turn = led_on(real_index, turn.session, "next", jaw)
        said += [step.name for step in turn.answer.steps]
        assert turn.answer.left_out == (), "said once"
    assert not left_out & set(said) and len(said) == 7 - len(left_out)


def test_a_caution_told_in_the_middle_changes_what_is_left(real_index: ReleaseIndex) -> None:
    session = led(real_index, "daily10", "next", "next", "next").session
    assert session
    turn = led_on(real_index, session, "next", Situation(cautions=("ca_tmd",)))
    assert turn.answer.left_out and turn.answer.steps[0].name not in {each.name for each in turn.answer.left_out}
    assert turn.session
    assert led_on(real_index, turn.session, "repeat", Situation(cautions=("ca_tmd",))).answer.left_out == ()


@pytest.mark.parametrize(("situation", "level"), [
    (Situation(open_rule="em_stroke_fast"), "emergency"), (Situation(open_rule="ur_lump"), "urgent"),
    (Situation(cautions=("ca_palsy_history",)), "caution"),
])
def test_nothing_goes_on_while_something_is_open(real_index: ReleaseIndex, situation: Situation, level: str) -> None:
    session = led(real_index, "daily10", "next", "next").session
    assert session
    turn = led_on(real_index, session, "next", situation)
    assert (turn.answer.type, turn.answer.level, turn.answer.steps) == ("safety", level, ())
    assert turn.session == session, "the place is kept"
    assert led_on(real_index, session, "resume").answer.steps[0].name == "Warm up"
    assert led(real_index, "daily10", situation=situation).session is None


def test_why_gives_the_muscle_the_evidence_and_the_source(real_index: ReleaseIndex) -> None:
    answer = led(real_index, "daily10", "next", "next", "next", "why").answer
    assert "zygomaticus" in answer.headline
    assert answer.evidence == "expert_opinion" and [each.source.id for each in answer.sources] == [
        "seed_exercise_evidence"]


def test_stopping_says_what_was_done_and_ends_it(real_index: ReleaseIndex) -> None:
    turn = led(real_index, "daily10", "next", "next", "stop")
    assert turn.session is None and turn.ended and turn.ended.done == (1,)
    assert turn.answer.coached and (turn.answer.coached.state, turn.answer.coached.done) == ("stopped", 1)


def test_a_routine_that_is_gone_ends_the_session(real_index: ReleaseIndex) -> None:
    session = led(real_index, "daily10", "next").session
    assert session
    assert Coach(real_index, Situation()).go_on(replace(session, routine="gone"), "next") is None


def test_who_comes_back_is_told_where_they_were(real_index: ReleaseIndex) -> None:
    session = led(real_index, "daily10", "next", "next").session
    assert session
    turn = Coach(real_index, Situation()).go_on(session, "resume", again=True)
    assert turn and turn.answer.note.startswith("Welcome back") and turn.answer.steps[0].name == "Warm up"


def test_times_are_the_sources_own(real_index: ReleaseIndex) -> None:
    jawline = real_index.routines["daily10"].steps[3]
    assert seconds_of(jawline) == 3 * 8 * 8
    assert seconds_of(replace(jawline, hold_seconds=None)) is None
    assert length_of(real_index.routines["daily10"].steps) == Length(552, 2)
    assert [spoken(seconds) for seconds in (45, 60, 61, 192)] == [
        "45 seconds", "1 minute", "1 minute 1 second", "3 minutes 12 seconds"]


def test_every_routine_can_begin(real_index: ReleaseIndex) -> None:
    routines: list[Routine] = list(real_index.routines.values())
    assert len(routines) >= 11
    for routine in routines:
        turn = led(real_index, routine.slug, "next", "how", "why", "where", "pause", "resume")
        assert turn.session and turn.answer.steps == (routine.steps[0],)
