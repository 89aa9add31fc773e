"""Every conversation of this folder, played to the real servers."""
from __future__ import annotations

import time
from pathlib import Path

import pytest

from bot.editorial.files import read_as
from bot.editorial.models import Conversation
from bot.settings import ROOT
from tests.conversations import runner
from tests.conversations.visitor import Visitor
from tests.server.assistant import Assistant

FILES = runner.files()
MOST_SECONDS = 180  # for all of them


@pytest.fixture(scope="module")
def began(assistant: Assistant) -> tuple[float, float]:
    """When the first conversation began, and how much the servers had worked before."""
    return time.monotonic(), assistant.work()


@pytest.mark.server
@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")
@pytest.mark.usefixtures("began")
def test_a_conversation_goes_as_written(assistant: Assistant, known: runner.Known, path: Path) -> None:
    file = runner.read(path.relative_to(ROOT), known)
    assert not file.faults, "\n".join(map(str, file.faults))
    visitor = Visitor(assistant, file.shape.can_be_written_to)
    wrong = runner.play(file, visitor.say, visitor.intent, visitor.wait)
    assert not wrong, "\n" + "\n".join(wrong)


@pytest.mark.server
def test_all_of_them_take_less_than_three_minutes(
    assistant: Assistant, began: tuple[float, float], capsys: pytest.CaptureFixture[str],
) -> None:
    """One goes after the other, so that on an idle machine they take as long as the servers work."""
    started, before = began
    took, work = time.monotonic() - started, assistant.work() - before
    with capsys.disabled():
        print(f"\n{len(FILES)} conversations: {took:.0f} s; the servers worked {work:.0f} s")
    assert work < MOST_SECONDS


def test_every_conversation_has_a_name_of_its_own() -> None:
    names = [str(read_as(path, Conversation).shape.conversation) for path in FILES]
    assert len(names) >= 65
    assert sorted(names) == sorted(set(names))
