"""The state machine: every wish in every state, with steps that suit the visitor and steps that do not."""
from __future__ import annotations

from datetime import datetime, timedelta, timezone
from itertools import product
from typing import get_args

import pytest

from bot.coach.session import Session, advance, begin
from bot.coach.wishes import Wish

NOW = datetime(2026, 11, 21, 19, 0, tzinfo=timezone(timedelta(hours=2)))
NEXT: tuple[Wish, ...] = ("next",)
STEPS = (1, 2, 4)  # the third is left out


def after(*said: Wish) -> Session:
    session = begin("daily10", NOW)
    for wish in said:
        session = advance(session, wish, STEPS)
    return session


def test_it_begins_before_the_first_step_and_in_utc() -> None:
    assert begin("daily10", NOW) == Session("daily10", "2026-11-21T17:00:00+00:00")
    assert begin("daily10", NOW).key == "coached 2026-11-21T17:00:00+00:00"


def test_next_marks_what_was_done_and_passes_over_what_is_left_out() -> None:
    assert [(after(*NEXT * n).at, after(*NEXT * n).done) for n in range(4)] == [
        (0, ()), (1, ()), (2, (1,)), (4, (1, 2))]
    finished = after(*NEXT * 4)
    assert (finished.state, finished.done, finished.under_way) == ("finished", (1, 2, 4), False)


def test_a_step_that_is_skipped_is_not_done() -> None:
    assert after("next", "skip", "next").done == (2,)
    assert after("next", "skip", "skip", "skip").state == "finished"


def test_back_and_repeat_stay_within_the_routine() -> None:
    assert after("next", "next", "next", "back").at == 2
    assert after("next", "back").at == 1
    assert after("next", "next", "repeat") == after("next", "next")
    assert after("next", "next", "next", "back", "next").done == (1, 2), "a step counts once"


def test_a_pause_keeps_the_place() -> None:
    paused = after("next", "next", "pause")
    assert (paused.state, paused.at) == ("paused", 2)
    for wish in ("next", "yes", "continue", "resume"):
        again = advance(paused, wish, STEPS)
        assert (again.state, again.at, again.done) == ("running", 2, (1,))


def test_questions_about_a_step_change_nothing() -> None:
    for wish in ("how", "why", "where"):
        assert advance(after("next"), wish, STEPS) == after("next")


def test_a_step_that_no_longer_suits_is_passed_over_and_not_done() -> None:
    session = advance(after("next", "next"), "next", (1, 4))
    assert (session.at, session.done) == (4, (1,))
    assert advance(after("next", "next"), "repeat", (1, 4)).at == 4


@pytest.mark.parametrize(("wish", "said"), product(get_args(Wish), [[], ["next"], ["next", "pause"]]))
def test_every_state_survives_being_kept(wish: Wish, said: list[Wish]) -> None:
    session = advance(after(*said), wish, STEPS)
    assert session.at <= max(STEPS) and set(session.done) <= set(STEPS)
    assert Session.from_record(session.as_record()) == (session if session.under_way else None)


@pytest.mark.parametrize("record", [None, 3, [], {}, {"state": "running"}, {"state": "running", "routine": "x",
                                    "begun_at": "now", "at": "three", "done": [], "told": []}])
def test_what_is_no_session_is_none(record: object) -> None:
    assert Session.from_record(record) is None
