"""The action server dies at any point of any conversation: an honest message, nothing lost, and it goes on.

All conversations are talked through side by side, each by a visitor of its own, so that one start of the action server
a turn is enough to try every turn of all of them.
"""
from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

import pytest

from bot.editorial.files import ContentFile
from bot.settings import ROOT
from tests.conversations import runner
from tests.conversations.visitor import Visitor
from tests.server.assistant import Assistant, publish, seconds
from tests.server.inbox import Inbox
from tests.yaml_files import load

pytestmark = pytest.mark.server
WITHIN = 2  # seconds
AT_ONCE, AFTER = 8, 0.3  # visitors who write at the same time, and seconds until the action server dies
[DOWN] = [each["text"].strip() for each in load(ROOT / "domain.yml")["responses"]["utter_action_server_down"]]


@pytest.fixture
def own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    """An assistant whose action server may be killed."""
    inbox = Inbox()
    running = Assistant(tmp_path_factory.mktemp("killed"), inbox=inbox)
    publish(running)
    try:
        running.start_actions()
        running.start_rasa()
        running.say("hello")  # what is loaded with the first message is no part of how long a reply takes
        yield running
    finally:
        running.stop()
        inbox.close()


@dataclass
class Talk:
    """A conversation under way, and what came otherwise than it is written."""

    file: ContentFile
    visitor: Visitor
    wrong: list[str] = field(default_factory=list)
    took: float = 0  # seconds, for the latest reply

    def begin(self, number: int) -> bool:
        """Whether there is such a turn; the days before it pass."""
        turns = self.file.shape.turns
        if number < len(turns) and turns[number].days_later:
            self.visitor.wait(turns[number].days_later)
        return number < len(turns)

    def turn(self, number: int) -> runner.Reply:
        """Says a turn."""
        started = time.monotonic()
        reply = self.visitor.say(self.file.shape.turns[number].says)
        self.took = seconds(started)
        return reply

    def goes_as_written(self, number: int, reply: runner.Reply) -> None:
        """Notes what of a reply is not as written."""
        wrong = runner.otherwise(self.file, number, reply, self.visitor.intent)
        if wrong:
            self.wrong.append(wrong)

    def is_told(self, number: int, reply: runner.Reply) -> bool:
        """Whether a reply admits that the action server is away. Any other has to be as written."""
        told = sum(each.get("text") == DOWN for each in reply)
        if not told:
            self.goes_as_written(number, reply)
        elif told > 1 or any("custom" in each for each in reply) or self.took > WITHIN:
            self.wrong.append(f"{self.file.path}: turn {number + 1}: not the honest message alone, at once.")
        return bool(told)

    def needs_actions(self, number: int) -> bool:
        """Whether only the action server can say what a turn gets."""
        return self.file.shape.turns[number].gets not in (runner.WORDS, runner.SAFETY)


@pytest.fixture
def talks(own: Assistant, known: runner.Known) -> list[Talk]:
    """Every conversation, not begun."""
    files = [runner.read(path.relative_to(ROOT), known) for path in runner.files()]
    return [Talk(file, Visitor(own, file.shape.can_be_written_to)) for file in files]


def kill(assistant: Assistant) -> None:
    """Ends the action server at once, whatever it is doing."""
    os.killpg(assistant.actions.process.pid, signal.SIGKILL)
    assistant.actions.process.wait(10)


def longest(talks: list[Talk]) -> int:
    return max(len(talk.file.shape.turns) for talk in talks)


def wrong_in(talks: list[Talk]) -> str:
    return "\n".join(["", *(each for talk in talks for each in talk.wrong)])


def test_before_every_turn_of_every_conversation(own: Assistant, talks: list[Talk]) -> None:
    for number in range(longest(talks)):
        kill(own)
        there = [talk for talk in talks if talk.begin(number)]
        missed = [talk for talk in there if talk.is_told(number, talk.turn(number))]
        for talk in there:
            if talk.needs_actions(number) and talk not in missed:
                talk.wrong.append(f"{talk.file.path}: turn {number + 1}: came without the action server.")
        own.start_actions()
        for talk in missed:
            talk.goes_as_written(number, talk.turn(number))
    assert not any(talk.wrong for talk in talks), wrong_in(talks)


def test_in_the_middle_of_turns(own: Assistant, talks: list[Talk]) -> None:
    """Everybody says their turn at once, and the action server is killed while it works on some of them."""
    cut_off = 0
    with ThreadPoolExecutor(AT_ONCE) as visitors:
        for number in range(longest(talks)):
            there = [talk for talk in talks if talk.begin(number)]
            replies = [visitors.submit(talk.turn, number) for talk in there]
            time.sleep(AFTER)
            kill(own)
            missed = [talk for talk, reply in zip(there, replies, strict=True)
                      if talk.is_told(number, reply.result())]
            own.start_actions()
            for talk in missed:
                talk.goes_as_written(number, talk.turn(number))
            cut_off += bool(missed) and len(missed) < sum(talk.needs_actions(number) for talk in there)
    assert cut_off, "it was never killed while some had their answer and others had not"
    assert not any(talk.wrong for talk in talks), wrong_in(talks)
