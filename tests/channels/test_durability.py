"""What happens to the processes does not happen to the conversation: killed, restarted, several of them."""
from __future__ import annotations

import asyncio
import json
import os
import signal
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest

from bot.records.model import Reminder
from bot.records.repository import open_records
from tests.channels.client import WAYS, Client
from tests.channels.test_transports import is_whole
from tests.server.assistant import Assistant, serving

pytestmark = pytest.mark.server
QUESTION = "what are jowls"


def kill_rasa(assistant: Assistant) -> None:
    os.killpg(assistant.rasa.process.pid, signal.SIGKILL)
    assistant.rasa.process.wait(10)


def read(folder: Path, query: str, *values: Any) -> list[Any]:
    with closing(sqlite3.connect(folder / "conversations.db")) as connection:
        return connection.execute(query, values).fetchall()


def sender_of(assistant: Assistant, client_id: str) -> str:
    [(sender,)] = read(assistant.folder, "SELECT sender_id FROM mailbox_entries WHERE client_id = ?", client_id)
    return str(sender)


def heard(assistant: Assistant, sender: str) -> int:
    """How many messages of a visitor Rasa's own log holds."""
    [(count,)] = read(assistant.folder, "SELECT count(*) FROM conversation_event WHERE sender_id = ? AND type_name = "
                      "'user'", sender)
    return int(count)


async def becomes_true(what: Callable[[], bool], seconds: float = 15) -> bool:
    limit = time.monotonic() + seconds
    while not what() and time.monotonic() < limit:
        await asyncio.sleep(0.1)
    return what()


async def test_a_turn_that_was_killed_is_run_by_the_next_process_without_anybody_asking(own: Assistant) -> None:
    client = await Client.new(own)
    names = [client.say(QUESTION, "killed-1"), client.say("hello", "killed-2")]
    os.killpg(own.actions.process.pid, signal.SIGSTOP)
    try:
        begun = {"t": "working", "re": "killed-1"}
        await client.converse("socket", lambda: begun in client.frames and len(client.stored) == 2)
        kill_rasa(own)
    finally:
        os.killpg(own.actions.process.pid, signal.SIGCONT)
    sender = sender_of(own, "killed-1")
    assert read(own.folder, "SELECT running FROM mailboxes WHERE sender_id = ?", sender) == [("killed-1",)]
    own.start_rasa()
    assert await becomes_true(lambda: read(own.folder, "SELECT count(*) FROM mailbox_entries WHERE sender_id = ? AND "
                                           "state = 'done'", sender) == [(2,)])
    await client.converse("socket", lambda: client.has_replies(names))
    is_whole(client, *names)
    assert heard(own, sender) == 2


async def test_a_turn_that_was_killed_after_rasa_had_stored_it_is_not_run_again(own: Assistant) -> None:
    client = await Client.new(own)
    [said] = await client.get(QUESTION)
    [name] = client.stored
    sender = sender_of(own, name)
    own.rasa.stop()
    with closing(sqlite3.connect(own.folder / "conversations.db")) as connection, connection:
        connection.execute("DELETE FROM mailbox_entries WHERE sender_id = ? AND by = 'bot'", (sender,))
        connection.execute("UPDATE mailbox_entries SET state = 'running' WHERE sender_id = ?", (sender,))
        connection.execute("UPDATE mailboxes SET last_seq = 1, running = ? WHERE sender_id = ?", (name, sender))
    own.start_rasa()
    again = await Client.new(own, client.token)
    await again.converse("socket", lambda: again.has_replies([name]))
    assert [each["message"] for each in again.replies(name)] == [said]
    assert sorted(again.entries) == [1, 2] and heard(own, sender) == 1


@pytest.mark.parametrize("way", WAYS)
async def test_a_restart_of_every_process_keeps_the_conversation(own: Assistant, way: str) -> None:
    client = await Client.new(own)
    await client.get("hello", way=way)
    before = client.log
    waits = client.say(QUESTION)
    own.stop()
    own.start_actions()
    own.start_rasa()
    await client.converse(way, lambda: client.has_replies([waits]))
    assert client.log[:2] == before and len(client.log) == 4 and client.wrong == []


async def test_who_is_connected_is_told_that_the_server_stops(own: Assistant) -> None:
    clients = [await Client.new(own) for _ in range(2)]
    listening = [asyncio.ensure_future(each.converse(way, lambda: False))
                 for each, way in zip(clients, ("socket", "events"), strict=True)]
    await becomes_true(lambda: all(each.frames for each in clients))
    started = time.monotonic()
    await asyncio.to_thread(own.rasa.stop)
    assert time.monotonic() - started < 8
    await asyncio.gather(*listening, return_exceptions=True)
    assert [each.frames[-1]["code"] for each in clients] == ["stopping", "stopping"]
    own.start_rasa()


async def test_a_reminder_is_there_for_who_is_connected_and_for_who_comes_back(own: Assistant) -> None:
    client, away = await Client.new(own), await Client.new(own)
    for each in (client, away):
        await each.get("hello")
        sender = sender_of(own, next(iter(each.stored)))
        remind(own, sender)
    assert await client.converse("socket", lambda: client.log[-1]["by"] == "bot" and client.log[-1]["re"] is None)
    assert await becomes_true(lambda: read(own.folder, "SELECT count(*) FROM reminders WHERE next_at < ?",
                                           datetime.now(timezone.utc).isoformat()) == [(0,)])
    await away.converse("polling", lambda: len(away.entries) == 3)
    assert client.log[-1]["message"] == away.log[-1]["message"] and client.log[-1]["message"]["text"]
    assert client.wrong == away.wrong == []


def remind(assistant: Assistant, sender: str) -> None:
    now = datetime.now(timezone.utc)
    records = open_records(assistant.conversations_url)
    records.add_reminder(Reminder(f"of {sender}", sender, "practice", now.strftime("%H:%M"), "UTC", "web", now,
                                  now - timedelta(days=1)))
    records.close()


async def test_visitors_of_the_widget_can_set_reminders(own: Assistant) -> None:
    client = await Client.new(own)
    said = await client.get("remind me every day at 7:30 to do my exercises", "London", "yes")
    assert "calendar" not in said[0]["custom"]
    rows = read(own.folder, "SELECT channel, time_of_day, time_zone FROM reminders WHERE sender_id = ?",
                sender_of(own, next(iter(client.stored))))
    assert rows == [("web", "07:30", "Europe/London")]


@pytest.fixture(scope="module")
def two_workers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with serving(Assistant(tmp_path_factory.mktemp("two"), workers=2)) as running:
        yield running


async def test_two_workers_serve_one_conversation(two_workers: Assistant) -> None:
    client = await Client.new(two_workers)
    tabs = [await Client.new(two_workers, client.token) for _ in range(6)]
    names = [f"n{number}" for number in range(12)]
    ways = ("socket", "events") * 3
    listening = [asyncio.ensure_future(each.converse(way, lambda e=each: e.has_replies(names)))  # type: ignore[misc]
                 for each, way in zip(tabs, ways, strict=True)]
    for name in names:
        assert (await client.post([{"t": "say", "id": name, "text": "hello"}]))[0]["t"] == "stored"
    assert all(await asyncio.wait_for(asyncio.gather(*listening), 15))
    for each in tabs:
        is_whole(each, *names)
    assert all(each.log == tabs[0].log for each in tabs)


async def test_a_worker_hears_of_a_deletion_by_another(two_workers: Assistant) -> None:
    tabs = [await Client.new(two_workers)]
    await tabs[0].get("hello")
    tabs += [await Client.new(two_workers, tabs[0].token) for _ in range(5)]
    listening = [asyncio.ensure_future(each.converse("socket", lambda e=each: e.frames[-1]["t"] == "reset"))  # type: ignore[misc]
                 for each in tabs]
    await becomes_true(lambda: all(len(each.entries) == 2 for each in tabs))
    await tabs[0].delete()
    assert all(await asyncio.wait_for(asyncio.gather(*listening), 10))
    assert json.dumps([each.entries for each in tabs]) == json.dumps([{}] * 6)
