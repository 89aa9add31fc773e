"""What breaks is said, keeps no emergency back, and loses nothing that was acknowledged."""
from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Callable
from contextlib import AbstractContextManager

import aiohttp
import pytest

from bot.channels import sentences
from tests.channels.client import WAYS, Client, address, bearer
from tests.channels.test_durability import becomes_true
from tests.postgres import PostgresServer
from tests.server.assistant import Assistant
from tests.server.safety_answers import RULES, STROKE
from tests.server.test_safety_faults import (
    action_server_hanging,
    action_server_killed,
    content_file_removed,
    content_locked,
    conversations_locked,
    on_postgres,
    server,
)

pytestmark = pytest.mark.server
WITHIN = 2  # seconds
__all__ = ["on_postgres", "server"]  # fixtures
Fault = Callable[[Assistant], AbstractContextManager[None]]
FAULTS: list[Fault] = [action_server_killed, action_server_hanging, content_file_removed, content_locked,
                       conversations_locked]


async def hears_the_emergency(client: Client, way: str) -> None:
    name, started = client.say(STROKE), time.monotonic()
    await client.converse(way, lambda: bool(client.replies(name)))
    assert time.monotonic() - started < WITHIN
    said = [each["message"] for each in client.replies(name)]
    record = {"type": "safety", "v": 1, "level": "emergency", "rule": "em_stroke_fast"}
    assert {**record, "headline": RULES["em_stroke_fast"].message} in [each.get("custom") for each in said]
    assert not [each for each in said if each.get("custom", {}).get("type", "safety") != "safety"]


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("fault", FAULTS, ids=[fault.__name__ for fault in FAULTS])
async def test_an_emergency_is_answered_within_two_seconds_whatever_broke(
    own: Assistant, fault: Fault, way: str,
) -> None:
    known, new = await Client.new(own), await Client.new(own)
    assert await known.get("do facial exercises work")
    with fault(own):
        await hears_the_emergency(known, way)
        await hears_the_emergency(new, way)
    for client in (known, new):
        assert (await client.get("i'm fine, go on"))[0].get("text", "").startswith("First things first") or (
            client.log[-1]["message"]["custom"]["type"] == "safety")
        assert client.wrong == []


@pytest.mark.parametrize("way", WAYS)
async def test_without_the_action_server_there_is_an_honest_sentence_and_a_retry_works(
    own: Assistant, way: str,
) -> None:
    client = await Client.new(own)
    with action_server_killed(own):
        [message] = await client.get("do facial exercises work", way=way)
        assert message["failed"] is True and "not working just now" in message["text"]
    [again] = await client.get("do facial exercises work", way=way)
    assert again["custom"]["type"] == "answer" and "failed" not in again


@pytest.mark.parametrize("way", WAYS)
async def test_what_cannot_be_stored_is_answered_once_and_not_run_again(own: Assistant, way: str) -> None:
    client = await Client.new(own)
    await client.get("hello")
    with conversations_locked(own):
        name = client.say("do facial exercises work")
        assert await client.converse(way, lambda: name in client.settled and bool(client.replies(name)))
        assert client.stored[name] is None and [each["t"] for each in client.replies(name)] == ["loose"]
        again = await client.post([{"t": "say", "id": name, "text": "do facial exercises work"}])
        assert again[0] == {"t": "stored", "id": name, "seq": None}
        assert [each["id"] for each in again if each["t"] == "loose"] == list(client.loose)
    await client.get("thank you")
    assert [each["text"] for each in client.log if each["by"] == "visitor"] == ["hello", "thank you"]
    assert len(client.replies(name)) == 1


async def test_what_was_stored_before_the_lock_is_answered_and_stored_after_it(own: Assistant) -> None:
    client = await Client.new(own)
    with action_server_hanging(own):  # the turn takes four seconds
        name = client.say("do facial exercises work")
        begun = {"t": "working", "re": name}
        await client.converse("socket", lambda: begun in client.frames)
        with conversations_locked(own):
            await client.converse("socket", lambda: bool(client.replies(name)))
            assert [each["t"] for each in client.replies(name)] == ["loose"]
    await client.converse("socket", lambda: any(each["t"] == "entry" for each in client.replies(name)))
    stored = [each["message"] for each in client.replies(name) if each["t"] == "entry"]
    assert stored == [each["message"] for each in client.loose.values()]
    assert stored[0]["failed"] is True and client.wrong == []


async def test_while_the_records_are_locked_nothing_is_said_to_be_deleted(own: Assistant) -> None:
    client = await Client.new(own)
    await client.get("hello")
    async with aiohttp.ClientSession(headers=bearer(client.token)) as session:
        with conversations_locked(own):
            async with session.delete(f"{address(own)}/conversation") as reply:
                assert (reply.status, (await reply.json())["message"]) == (503, sentences.NOT_NOW)
        again = await Client.new(own, client.token)
        await again.converse("polling", lambda: len(again.entries) == 2)


async def test_a_flood_of_connections_that_are_dropped_leaves_nothing_behind(own: Assistant) -> None:
    client = await Client.new(own)
    names = [client.say("hello", f"n{number}") for number in range(3)]
    for cut in range(60):
        await client.converse(WAYS[cut % 3], lambda: False, cut_after=0)
    assert await becomes_true(lambda: own.log().count("Traceback") == 0)
    await client.converse("socket", lambda: client.has_replies(names))
    assert [each["id"] for each in client.log if each["by"] == "visitor"] == names and client.wrong == []
    started = time.monotonic()
    assert await (await Client.new(own)).get("hello")
    assert time.monotonic() - started < WITHIN


async def test_frames_in_bytes_or_pieces_are_taken_like_others(own: Assistant) -> None:
    client = await Client.new(own)
    async with aiohttp.ClientSession() as session, session.ws_connect(f"{address(own)}/socket") as socket:
        await socket.send_bytes(json.dumps({"t": "hello", "v": 1, "token": client.token}).encode())
        assert json.loads((await asyncio.wait_for(socket.receive(), 5)).data)["t"] == "welcome"
        await socket.send_bytes(b"\xff\xfe")
        assert json.loads((await asyncio.wait_for(socket.receive(), 5)).data)["code"] == "malformed"


@pytest.mark.postgres
@pytest.mark.parametrize("hanging", [False, True], ids=["gone", "hanging"])
async def test_an_emergency_is_answered_without_postgresql(
    on_postgres: Assistant, server: PostgresServer, hanging: bool,
) -> None:
    known, new = await Client.new(on_postgres), await Client.new(on_postgres)
    assert await known.get("do facial exercises work")
    (server.freeze if hanging else server.pause)()
    try:
        for client, way in ((known, "socket"), (new, "polling"), (known, "events")):
            await hears_the_emergency(client, way)
    finally:
        (server.thaw if hanging else server.resume)()
    await asyncio.sleep(2.5)
    for client in (known, new):
        assert await client.get("hello")
        assert client.wrong == []
