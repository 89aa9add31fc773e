"""Turns that go wrong: slow, silent, raising, broken off, deleted in the middle. The mailbox and the locks are real."""
from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Awaitable, Callable, Iterator
from contextlib import closing
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from rasa.core.channels.channel import UserMessage
from rasa.core.lock_store import InMemoryLockStore
from rasa.core.tracker_store import InMemoryTrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import BotUttered, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from bot.channels import asking, plain, sentences, turns
from bot.channels.feed import Feed
from bot.channels.frames import Say
from bot.channels.hub import Hub
from bot.channels.log import Log
from bot.channels.loose import Loose
from bot.channels.turns import Turns
from bot.records.mailbox import Mailbox
from bot.records.repository import open_records
from tests.channels.client import asyncio_timeout

Script = Callable[[UserMessage], Awaitable[None]]


async def echo(message: UserMessage) -> None:
    await message.output_channel.send_response("", {"text": f"You said {message.text}."})


class Rasa:
    """Rasa's agent and processor as far as turns see them: what a message leads to is written in ``script``."""

    def __init__(self) -> None:
        self.script: Script = echo
        self.heard: list[str] = []
        self.lock_store = InMemoryLockStore()
        self.tracker_store = InMemoryTrackerStore(Domain.empty())
        self.processor = SimpleNamespace(handle_message=self.handle_message, tracker_store=self.tracker_store)

    async def handle_message(self, message: UserMessage) -> None:
        self.heard.append(str(message.text))
        await self.script(message)


class Desk:
    """One process's turns on a database."""

    def __init__(self, path: Path) -> None:
        self.path, self.url = path, f"sqlite:///{path}"
        self.mailbox, self.rasa, self.hub, self.loose = Mailbox(self.url), Rasa(), Hub(), Loose()
        self.log = Log(self.mailbox)
        self.gone: list[str] = []
        self.turns = Turns(lambda: self.rasa, self.log, self.hub, self.loose,  # type: ignore[arg-type,return-value]
                           self.gone.append)

    async def say(self, client_id: str, text: str, title: str | None = None) -> None:
        """A message, until its turn has ended."""
        await self.turns.take("anna", Say(client_id, text, title))
        await self.turns.settled("anna", client_id)

    def said(self) -> list[dict[str, Any]]:
        return [dict(each.data) for each in self.mailbox.since("anna", "", 0).entries if each.by == "bot"]

    async def frames(self) -> list[dict[str, Any]]:
        return (await Feed(self.log, self.loose, "anna", "", 0).read())[0]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    opened = Desk(tmp_path / "c.db")
    yield opened
    opened.mailbox.close()


@pytest.fixture
def hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asking, "SLOW_SECONDS", 0.1)
    monkeypatch.setattr(asking, "LONGEST_SECONDS", 0.6)


async def test_messages_are_answered_in_their_order_one_at_a_time(desk: Desk) -> None:
    going: list[str] = []

    async def slowly(message: UserMessage) -> None:
        going.append(str(message.text))
        assert len(going) == 1
        await asyncio.sleep(0.01)
        await echo(message)
        going.clear()

    desk.rasa.script = slowly
    for number in range(10):
        await desk.turns.take("anna", Say(f"m{number}", str(number)))
    await desk.turns.settled("anna", "m9")
    assert desk.rasa.heard == [str(number) for number in range(10)]
    assert [each["text"] for each in desk.said()] == [f"You said {number}." for number in range(10)]


async def test_the_title_of_a_button_is_kept_and_the_reply_names_its_message(desk: Desk) -> None:
    await desk.say("a", "hello", "A button")
    asked, said = desk.mailbox.since("anna", "", 0).entries
    assert (asked.data["title"], said.re, said.data) == ("A button", "a", {"text": "You said hello."})


async def test_a_slow_turn_is_spoken_of_once_and_its_reply_comes_when_it_is_there(desk: Desk, hasty: None) -> None:
    async def slowly(message: UserMessage) -> None:
        await asyncio.sleep(0.3)
        await echo(message)

    desk.rasa.script = slowly
    await desk.turns.take("anna", Say("a", "hello"))
    await asyncio.sleep(0.2)
    assert desk.said() == [{"text": sentences.SLOW}]
    frames = await desk.frames()
    assert frames[-1] == {"t": "working", "re": "a"} and not [each for each in frames if each["t"] == "settled"]
    await desk.turns.settled("anna", "a")
    assert desk.said() == [{"text": sentences.SLOW}, {"text": "You said hello."}]
    assert (await desk.frames())[-1] == {"t": "settled", "re": "a"}


async def test_a_turn_without_end_is_broken_off_and_the_next_one_comes(desk: Desk, hasty: None) -> None:
    async def never(message: UserMessage) -> None:
        if message.text == "hello":
            await asyncio.Event().wait()
        await echo(message)

    desk.rasa.script = never
    await desk.turns.take("anna", Say("a", "hello"))
    await desk.turns.take("anna", Say("b", "next"))
    await desk.turns.settled("anna", "b")
    assert desk.said() == [{"text": sentences.SLOW}, {"text": sentences.FAILED, "failed": True},
                           {"text": "You said next."}]


async def test_a_turn_that_raises_says_so_and_keeps_what_it_had_said(desk: Desk) -> None:
    async def raises(message: UserMessage) -> None:
        if message.text == "late":
            await echo(message)
        raise RuntimeError("zanzibar")

    desk.rasa.script = raises
    await desk.say("a", "early")
    await desk.say("b", "late")
    assert desk.said() == [{"text": sentences.FAILED, "failed": True}, {"text": "You said late."}]


async def test_a_turn_that_says_nothing_says_so(desk: Desk) -> None:
    async def nothing(message: UserMessage) -> None:
        await message.output_channel.send_response("", {"text": None, "custom": {"type": "of another bot"}})

    desk.rasa.script = nothing
    await desk.say("a", "hello")
    assert desk.said() == [{"text": sentences.SILENT, "failed": True}]


async def everything_is_stored(desk: Desk) -> None:
    async with asyncio_timeout():
        while desk.mailbox.waiting_senders():
            await asyncio.sleep(0.05)


async def begun_elsewhere(desk: Desk) -> None:
    """A message whose turn was begun by a process that is no more."""
    await desk.log.store("anna", Say("a", "hello"), "web")
    waiting = await desk.log.oldest_waiting("anna")
    assert waiting and await desk.log.begin(waiting)


async def test_a_turn_that_was_broken_off_is_run_again(desk: Desk) -> None:
    await begun_elsewhere(desk)
    desk.turns.kick("anna")
    await desk.turns.settled("anna", "a")
    assert desk.rasa.heard == ["hello"] and desk.said() == [{"text": "You said hello."}]


async def test_what_the_tracker_remembers_of_it_is_not_said_twice(desk: Desk) -> None:
    await begun_elsewhere(desk)
    tracker = DialogueStateTracker.from_events("anna", [
        UserUttered("before", message_id="z"), BotUttered("Not this."), UserUttered("hello", message_id="a"),
        BotUttered("Hi.", {"buttons": [{"title": "A", "payload": "/a"}]}),
        BotUttered(None, {"custom": {"type": "answer", "headline": "It may."}}), UserUttered("after", message_id="y"),
        BotUttered("Nor this.")])
    await desk.rasa.tracker_store.save(tracker)
    desk.turns.kick("anna")
    await desk.turns.settled("anna", "a")
    assert desk.rasa.heard == []
    assert desk.said() == [{"text": "Hi.", "buttons": [{"title": "A", "payload": "/a"}]},
                           {"custom": {"type": "answer", "headline": "It may."}}]


async def test_a_message_that_cannot_be_taken_up_is_spoken_of(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    async def breaks(sender: str) -> None:
        raise RuntimeError("zanzibar")

    monkeypatch.setattr(desk.log, "oldest_waiting", breaks)
    await desk.turns.take("anna", Say("a", "hello"))
    await desk.turns.settled("anna", "a")
    assert [each["message"] for each in await desk.frames() if each["t"] == "loose"] == [
        {"text": sentences.FAILED, "failed": True}]


async def test_a_turn_that_cannot_be_looked_for_keeps_no_other_waiting(desk: Desk) -> None:
    async def breaks(sender: str) -> None:
        raise RuntimeError("zanzibar")

    await begun_elsewhere(desk)
    desk.rasa.tracker_store.retrieve = breaks  # type: ignore[method-assign,assignment]
    await desk.turns.take("anna", Say("b", "next"))
    await desk.turns.settled("anna", "b")
    assert desk.said() == [{"text": sentences.FAILED, "failed": True}, {"text": "You said next."}]


async def test_after_a_restart_a_message_that_waits_is_looked_for_in_the_tracker_too(desk: Desk) -> None:
    await desk.log.store("anna", Say("a", "hello"), "web")
    await desk.rasa.tracker_store.save(DialogueStateTracker.from_events(
        "anna", [UserUttered("hello", message_id="a"), BotUttered("Hi.")]))
    desk.turns.kick("anna", inherited=True)
    await desk.turns.settled("anna", "a")
    assert desk.rasa.heard == [] and desk.said() == [{"text": "Hi."}]


async def test_what_is_said_after_everything_was_deleted_is_stored_nowhere(desk: Desk) -> None:
    async def deletes(message: UserMessage) -> None:
        open_records(desk.url).erase("anna")
        await message.output_channel.send_response("", {"text": "All gone."})

    desk.rasa.script = deletes
    await desk.say("a", "yes")
    assert desk.said() == [] and desk.gone == ["anna"]
    frames = await desk.frames()
    assert [each["t"] for each in frames] == ["welcome", "loose", "settled"] and frames[0]["epoch"] == ""
    assert await desk.turns.take("anna", Say("a", "yes")) is None
    assert desk.rasa.heard == ["yes"] and desk.mailbox.since("anna", "", 0).entries == ()


async def test_while_the_database_is_locked_a_message_is_answered_once_and_not_stored(desk: Desk) -> None:
    desk.mailbox.set_up()
    with closing(sqlite3.connect(desk.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert await desk.turns.take("anna", Say("a", "hello")) is None
        assert await desk.turns.take("anna", Say("a", "hello")) is None
        await desk.turns.settled("anna", "a")
        other.execute("ROLLBACK")
    assert desk.rasa.heard == ["hello"] and desk.said() == []
    assert [each["message"] for each in await desk.frames() if each["t"] == "loose"] == [{"text": "You said hello."}]


async def test_a_reply_that_cannot_be_stored_is_said_at_once_and_stored_later(desk: Desk) -> None:
    other = sqlite3.connect(desk.path, isolation_level=None)

    async def locks(message: UserMessage) -> None:
        other.execute("BEGIN IMMEDIATE")
        await echo(message)

    desk.rasa.script = locks
    await desk.turns.take("anna", Say("a", "hello"))
    while not [each for each in await desk.frames() if each["t"] == "loose"]:
        await asyncio.sleep(0.05)
    assert desk.said() == []
    other.execute("ROLLBACK")
    other.close()
    await everything_is_stored(desk)
    assert desk.rasa.heard == ["hello"] and desk.said() == [{"text": "You said hello."}]


async def test_who_waits_for_a_reply_outside_the_log_waits_for_no_turn_that_cannot_be_stored(desk: Desk) -> None:
    other = sqlite3.connect(desk.path, isolation_level=None)

    async def locks(message: UserMessage) -> None:
        if message.text == "hello":
            other.execute("BEGIN IMMEDIATE")
        await echo(message)

    desk.rasa.script = locks
    await desk.turns.take("anna", Say("a", "hello"))
    await asyncio.wait_for(desk.turns.settled("anna", "a"), 5)
    assert await desk.turns.take("anna", Say("b", "an emergency")) is None
    await asyncio.wait_for(desk.turns.settled("anna", "b"), 5)
    assert [(each["re"], each["message"]["text"]) for each in await desk.frames() if each["t"] == "loose"] == [
        ("a", "You said hello."), ("b", "You said an emergency.")]
    other.execute("ROLLBACK")
    other.close()
    await everything_is_stored(desk)
    assert desk.said() == [{"text": "You said hello."}]


async def test_the_plain_page_shows_for_a_minute_what_could_not_be_stored_and_nothing_twice(desk: Desk) -> None:
    other = sqlite3.connect(desk.path, isolation_level=None)

    async def locks(message: UserMessage) -> None:
        if message.text == "hello":
            other.execute("BEGIN IMMEDIATE")
        await echo(message)

    async def page() -> str:
        chat = SimpleNamespace(log=desk.log, loose=desk.loose, turns=desk.turns)
        response = await plain._page(SimpleNamespace(args={}), chat, "anna")  # type: ignore[arg-type]
        assert response.body
        return response.body.decode()

    desk.rasa.script = locks
    await desk.turns.take("anna", Say("a", "hello"))
    await desk.turns.settled("anna", "a")
    await desk.turns.take("anna", Say("b", "an emergency"))
    await desk.turns.settled("anna", "b")
    during = await page()
    other.execute("ROLLBACK")
    other.close()
    await everything_is_stored(desk)
    for shown in (during, await page()):
        assert shown.count("You said hello.") == shown.count("You said an emergency.") == 1


async def test_a_message_that_could_be_stored_waits_for_no_pause(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turns, "FIRST_PAUSE_SECONDS", 30.0)
    monkeypatch.setattr(turns, "LONGEST_PAUSE_SECONDS", 30.0)
    await desk.log.store("anna", Say("a", "hello"), "web")
    with closing(sqlite3.connect(desk.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        desk.turns.kick("anna")
        while not [each for each in await desk.frames() if each["t"] == "loose"]:
            await asyncio.sleep(0.05)
        other.execute("ROLLBACK")
    await desk.turns.take("anna", Say("b", "next"))
    await asyncio.wait_for(desk.turns.settled("anna", "b"), 5)
    assert desk.said() == [{"text": "You said hello."}, {"text": "You said next."}]


async def test_a_message_of_which_nothing_could_be_noted_is_run_once(desk: Desk) -> None:
    await desk.log.store("anna", Say("a", "hello"), "web")
    with closing(sqlite3.connect(desk.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        desk.turns.kick("anna")
        while not [each for each in await desk.frames() if each["t"] == "loose"]:
            await asyncio.sleep(0.05)
        other.execute("ROLLBACK")
    await everything_is_stored(desk)
    assert desk.rasa.heard == ["hello"] and desk.said() == [{"text": "You said hello."}]


async def test_stopping_lets_a_turn_end_and_breaks_off_one_that_does_not(desk: Desk, monkeypatch: Any) -> None:
    monkeypatch.setattr(turns, "STOP_SECONDS", 0.3)

    async def script(message: UserMessage) -> None:
        await asyncio.sleep(0.1 if message.text == "quick" else 60)
        await echo(message)

    desk.rasa.script = script
    await desk.turns.take("anna", Say("a", "quick"))
    await desk.turns.take("bea", Say("b", "endless"))
    await asyncio.sleep(0.05)
    await desk.turns.stop()
    assert desk.said() == [{"text": "You said quick."}]
    assert desk.mailbox.waiting_senders() == ("bea",)
