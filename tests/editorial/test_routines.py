"""Every step of the project's routines says how its drawing moves."""
from __future__ import annotations

from typing import get_args

from bot.editorial.library import Library
from bot.editorial.load import content_of
from bot.model import Motion
from bot.settings import ROOT


def test_every_step_says_how_it_moves() -> None:
    steps = [step for routine in content_of(Library.read(ROOT / "bot" / "content")).routines for step in routine.steps]
    assert len(steps) > 20
    assert [step.name for step in steps if step.motion not in get_args(Motion)] == []
