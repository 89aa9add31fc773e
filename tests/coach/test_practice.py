"""Streak, weeks and the rows of a chart."""
from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.answers.index import ReleaseIndex
from bot.coach.practice import Logged, aim_of, progress
from bot.model import Progress, Week

TODAY = date(2026, 11, 21)  # a Saturday


def days(*ago: int) -> list[Logged]:
    return [Logged(TODAY - timedelta(days=n), 600) for n in ago]


def test_an_empty_log() -> None:
    assert progress([], TODAY, "8 to 12") == Progress(0, 0, 0, 0, 0, "8 to 12")


def test_streak_week_and_chart() -> None:
    assert progress([*days(9, 8, 2, 1, 1, 0), Logged(TODAY)], TODAY) == Progress(
        sessions=7, days=5, streak=3, longest_streak=3, week=2, aim="", first_on="2026-11-12", last_on="2026-11-21",
        weeks=(Week("2026-11-09", 2, 2, 20), Week("2026-11-16", 3, 5, 40)))


def test_a_streak_lasts_until_a_day_went_by() -> None:
    assert [progress(days(3, 2, 1), TODAY + timedelta(days=n)).streak for n in range(3)] == [3, 0, 0]


def test_a_week_without_practice_stands_in_the_chart() -> None:
    assert [week.days for week in progress(days(20, 0), TODAY).weeks] == [1, 0, 0, 1]


@given(st.lists(st.integers(-3, 200), max_size=60))
def test_the_figures_agree(ago: list[int]) -> None:
    found = progress(days(*ago), TODAY)
    past = {n for n in ago if n >= 0}
    assert found.days == len(past) == sum(week.days for week in found.weeks)
    assert found.sessions == sum(week.sessions for week in found.weeks)
    assert found.streak <= found.longest_streak <= found.days
    assert len(found.weeks) in (found.week, found.week + 1)


def test_the_aim_is_the_sources(real_index: ReleaseIndex) -> None:
    assert aim_of(real_index) == "8 to 12"
