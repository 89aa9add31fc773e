"""The action server dies at any point of any conversation: an honest message, nothing lost, and it goes on.

All conversations are talked through side by side, each by a visitor of its own. Before every turn the action server is
killed; then everybody says their turn, and once more when it is there again. One start a turn of the longest conversation
is enough to try every turn of all of them.
"""
from __future__ import annotations

import os
import signal
import threading
import time
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest

from bot.editorial.files import ContentFile
from bot.settings import ROOT
from tests.conversations import runner
from tests.conversations.heard import newest_intent
from tests.server.assistant import Assistant, publish, seconds
from tests.yaml_files import load

pytestmark = pytest.mark.server
WITHIN = 2  # seconds
[DOWN] = [each["text"].strip() for each in load(ROOT / "domain.yml")["responses"]["utter_action_server_down"]]


@pytest.fixture
def own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    """An assistant whose action server may be killed."""
    running = Assistant(tmp_path_factory.mktemp("killed"))
    publish(running)
    try:
        running.start_actions()
        running.start_rasa()
        yield running
    finally:
        running.stop()


@dataclass
class Talk:
    """A conversation under way, and what came otherwise than it is written."""

    file: ContentFile
    assistant: Assistant
    sender: str = field(default_factory=lambda: uuid.uuid4().hex)
    wrong: list[str] = field(default_factory=list)

    def has(self, number: int) -> bool:
        return number < len(self.file.shape.turns)

    def turn(self, number: int) -> runner.Reply:
        """Says a turn, in time."""
        started = time.monotonic()
        reply = self.assistant.say(self.file.shape.turns[number].says, self.sender)
        if seconds(started) > WITHIN:
            self.wrong.append(f"{self.file.path}: turn {number + 1}: {seconds(started):.1f} s for a reply.")
        return reply

    def goes_as_written(self, number: int, reply: runner.Reply) -> None:
        """Notes what of a reply is not as written."""
        wrong = runner.otherwise(self.file, number, reply, lambda: newest_intent(self.assistant, self.sender))
        if wrong:
            self.wrong.append(wrong)

    def is_told(self, number: int) -> bool:
        """Says a turn while the action server is away; whether that was admitted. Whatever else comes is as written."""
        reply = self.turn(number)
        told = sum(each.get("text") == DOWN for each in reply)
        if not told:
            self.goes_as_written(number, reply)
        elif told > 1 or any("custom" in each for each in reply):
            self.wrong.append(f"{self.file.path}: turn {number + 1}: something came beside the honest message.")
        return bool(told)


@pytest.fixture
def talks(own: Assistant, known: runner.Known) -> list[Talk]:
    """Every conversation, not begun."""
    return [Talk(runner.read(path.relative_to(ROOT), known), own) for path in runner.files()]


def kill(assistant: Assistant) -> None:
    """Ends the action server at once, whatever it is doing."""
    os.killpg(assistant.actions.process.pid, signal.SIGKILL)
    assistant.actions.process.wait(10)


def wrong_in(talks: list[Talk]) -> str:
    return "\n".join(["", *(each for talk in talks for each in talk.wrong)])


def test_before_every_turn_of_every_conversation(own: Assistant, talks: list[Talk]) -> None:
    told = 0
    for number in range(max(len(talk.file.shape.turns) for talk in talks)):
        kill(own)
        missed = [talk for talk in talks if talk.has(number) and talk.is_told(number)]
        own.start_actions()
        for talk in missed:
            talk.goes_as_written(number, talk.turn(number))
        told += len(missed)
    assert told > 300, "the action server was not away"
    assert not any(talk.wrong for talk in talks), wrong_in(talks)
