"""The held-out sets, once a run, against the targets; ``pytest -s`` shows figures and confusion tables."""
from __future__ import annotations

import pytest

from bot.nlu.evaluate import GROUPS, NOISY, OUT_OF_SCOPE, QUESTIONS, Report, describe, evaluate, misses
from bot.nlu.understand import Understander


@pytest.fixture(scope="module")
def reports(understander: Understander) -> dict[str, Report]:
    found = {name: evaluate(understander, name) for name in GROUPS["held_out"]}
    print("\n" + "\n\n".join(map(describe, found.values())))
    return found


def test_the_sets_are_as_large_as_was_agreed(reports: dict[str, Report]) -> None:
    assert [len(reports[name].milliseconds) >= least for name, least in
            ((QUESTIONS, 500), (NOISY, 120), (OUT_OF_SCOPE, 200))] == [True] * 3


def test_no_target_is_missed(reports: dict[str, Report]) -> None:
    assert misses(reports.values()) == []
