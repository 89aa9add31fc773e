"""Every conversation of this folder, played to the real servers."""
from __future__ import annotations

from pathlib import Path

import pytest

from bot.editorial.files import read_as
from bot.editorial.models import Conversation
from bot.settings import ROOT
from tests.conversations import runner
from tests.conversations.visitor import Visitor
from tests.server.assistant import Assistant

FILES = runner.files()


@pytest.mark.server
@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_conversation_goes_as_written(assistant: Assistant, known: runner.Known, path: Path) -> None:
    file = runner.read(path.relative_to(ROOT), known)
    assert not file.faults, "\n".join(map(str, file.faults))
    visitor = Visitor(assistant, file.shape.can_be_written_to)
    wrong = runner.play(file, visitor.say, visitor.intent, visitor.wait)
    assert not wrong, "\n" + "\n".join(wrong)


def test_every_conversation_has_a_name_of_its_own() -> None:
    names = [str(read_as(path, Conversation).shape.conversation) for path in FILES]
    assert len(names) >= 25
    assert sorted(names) == sorted(set(names))
