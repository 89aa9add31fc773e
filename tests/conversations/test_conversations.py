"""Every conversation of this folder, played to the real servers."""
from __future__ import annotations

import json
import sqlite3
import uuid
from contextlib import closing
from pathlib import Path

import pytest

from bot.editorial.files import read_as
from bot.editorial.models import Conversation
from bot.model import Content
from bot.settings import ROOT
from tests.conversations import runner
from tests.server.assistant import Assistant
from tests.yaml_files import load

FILES = runner.files()


@pytest.fixture(scope="session")
def known(real_content: Content) -> runner.Known:
    intents = load(ROOT / "domain.yml")["intents"]
    return runner.Known.of_project(
        frozenset(claim.id for claim in real_content.claims), frozenset(source.id for source in real_content.sources),
        frozenset(name if isinstance(name, str) else next(iter(name)) for name in intents))


def newest_intent(assistant: Assistant, sender: str) -> str:
    """What the newest message of a conversation was understood as, as the conversation keeps it."""
    path = assistant.conversations_url.removeprefix("sqlite:///")
    with closing(sqlite3.connect(path)) as connection:
        row = connection.execute("SELECT data FROM conversation_event WHERE sender_id = ? AND type_name = 'user' "
                                 "ORDER BY seq DESC LIMIT 1", (sender,)).fetchone()
    return str(json.loads(row[0])["parse_data"]["intent"]["name"])


@pytest.mark.server
@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_conversation_goes_as_written(assistant: Assistant, known: runner.Known, path: Path) -> None:
    file = runner.read(path.relative_to(ROOT), known)
    assert not file.faults, "\n".join(map(str, file.faults))
    sender = uuid.uuid4().hex
    wrong = runner.play(file, lambda words: assistant.say(words, sender), lambda: newest_intent(assistant, sender))
    assert not wrong, "\n" + "\n".join(wrong)


def test_every_conversation_has_a_name_of_its_own() -> None:
    names = [str(read_as(path, Conversation).shape.conversation) for path in FILES]
    assert len(names) >= 25
    assert sorted(names) == sorted(set(names))
