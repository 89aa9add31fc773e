"""A conversation over each transport on the real servers: nothing lost, nothing twice, in order, whatever is cut."""
from __future__ import annotations

import asyncio

import pytest

from tests.channels.client import WAYS, Client
from tests.server.assistant import Assistant

pytestmark = pytest.mark.server
QUESTIONS = ("hello", "do facial exercises work", "thank you")


def is_whole(client: Client, *names: str) -> None:
    """The log has no gap, each message once in the order of sending, each with a reply behind it."""
    assert client.wrong == []
    assert sorted(client.entries) == list(range(1, len(client.entries) + 1))
    assert [each["id"] for each in client.log if each["by"] == "visitor"] == list(names)
    for name in names:
        asked = next(each["seq"] for each in client.log if each.get("id") == name)
        assert [each for each in client.replies(name) if each["seq"] > asked], name
        assert not any(each["message"].get("failed") for each in client.replies(name))


@pytest.mark.parametrize("way", WAYS)
async def test_a_question_is_stored_worked_on_answered_and_settled(assistant: Assistant, way: str) -> None:
    client = await Client.new(assistant)
    [message] = await client.get("do facial exercises work", way=way)
    assert message["custom"]["type"] == "answer" and "text" not in message
    [name] = client.stored
    is_whole(client, name)
    kinds = [each["t"] for each in client.frames if each["t"] != "welcome"]
    assert kinds.index("entry") < kinds.index("settled") and client.epoch
    if way == "socket":
        assert "working" in kinds


@pytest.mark.parametrize("way", WAYS)
async def test_cut_off_after_any_frame_nothing_is_lost_doubled_or_out_of_order(assistant: Assistant, way: str) -> None:
    for cut in range(14):
        client = await Client.new(assistant)
        names = [client.say(text) for text in QUESTIONS]
        while not await client.converse(way, lambda c=client, n=names: c.has_replies(n), cut_after=cut):  # type: ignore[misc]
            cut += 1
        is_whole(client, *names)


async def test_ways_may_change_in_the_middle(assistant: Assistant) -> None:
    client, names = await Client.new(assistant), []
    for way in (*WAYS, *WAYS):
        names.append(client.say("is gua sha safe"))
        await client.converse(way, lambda: set(client.stored) >= set(names), cut_after=5)
    await client.converse("socket", lambda: client.has_replies(names))
    is_whole(client, *names)


async def test_messages_sent_at_once_over_many_connections_are_each_answered_once(assistant: Assistant) -> None:
    first = await Client.new(assistant)
    others = [await Client.new(assistant, first.token) for _ in range(6)]
    names = [each.say("what are jowls", f"m{number}") for number, each in enumerate(others)]
    await asyncio.gather(*(each.converse(way, lambda e=each, n=name: n in e.settled)  # type: ignore[misc]
                           for each, name, way in zip(others, names, WAYS * 2, strict=True)))
    await first.converse("socket", lambda: first.settled >= set(names))
    assert first.wrong == [] and sorted(first.entries) == list(range(1, 13))
    assert sorted(each["id"] for each in first.log if each["by"] == "visitor") == names
    assert all(len(first.replies(name)) == 1 for name in names)


async def test_the_same_message_again_is_acknowledged_again_and_changes_nothing(assistant: Assistant) -> None:
    client = await Client.new(assistant)
    await client.get("hello")
    [name] = client.stored
    before = client.log
    assert await client.post([{"t": "say", "id": name, "text": "hello"}] * 3) == [
        {"t": "stored", "id": name, "seq": 1}] * 3
    again = await Client.new(assistant, client.token)
    await again.converse("polling", lambda: name in again.settled)
    assert again.log == before


@pytest.mark.parametrize("way", WAYS[:2])
async def test_a_second_tab_hears_everything_at_once(assistant: Assistant, way: str) -> None:
    one = await Client.new(assistant)
    two = await Client.new(assistant, one.token)
    name = "from-the-first-tab"
    listening = asyncio.ensure_future(two.converse(way, lambda: name in two.settled))
    await asyncio.sleep(0.3)
    one.say("what are jowls", name)
    await one.converse("socket", lambda: name in one.settled)
    assert await asyncio.wait_for(listening, 2)
    assert two.log == one.log and two.epoch == one.epoch


async def test_a_reload_reads_everything_anew_and_what_was_seen_stays_seen(assistant: Assistant) -> None:
    client = await Client.new(assistant)
    await client.get("hello", "what are jowls")
    await client.post([{"t": "seen", "upto": 3}])
    again = await Client.new(assistant, client.token)
    await again.converse("events", lambda: len(again.entries) == 4)
    assert again.log == client.log
    assert {"t": "welcome", "v": 1, "epoch": client.epoch, "last": 4, "seen": 3} in again.frames


async def test_numbers_of_another_log_are_reset(assistant: Assistant) -> None:
    client = await Client.new(assistant)
    await client.get("hello")
    for epoch, since in (("0123456789abcdef", 1), (client.epoch, 77)):
        lost = await Client.new(assistant, client.token)
        lost.epoch, lost.since = epoch, since
        await lost.converse("polling", lambda c=lost: len(c.entries) == 2)  # type: ignore[misc]
        assert lost.frames[0] == {"t": "reset", "epoch": client.epoch} and lost.log == client.log


async def test_a_long_log_comes_whole(assistant: Assistant) -> None:
    client = await Client.new(assistant)
    names = [client.say("hello", f"n{number}") for number in range(29)]
    await client.converse("socket", lambda: client.settled >= set(names))
    is_whole(client, *names)
    for way in WAYS:
        again = await Client.new(assistant, client.token)
        await again.converse(way, lambda c=again: len(c.entries) == 58)  # type: ignore[misc]
        assert again.log == client.log


async def test_a_button_shows_what_it_said(assistant: Assistant) -> None:
    client = await Client.new(assistant)
    payload = '/ask_effectiveness{"subject": "facial_exercise"}'
    await client.post([{"t": "say", "id": "b", "text": payload, "title": "Do facial exercises work?"}])
    await client.converse("polling", lambda: "b" in client.settled)
    assert (client.log[0]["text"], client.log[0]["title"]) == (payload, "Do facial exercises work?")
    assert client.log[1]["message"]["custom"]["question"]["subjects"] == ["facial_exercise"]


@pytest.mark.parametrize("text", ["jaw \ud800 sagging", "why is\x00 my jaw", "😭" * 1000, "/", "/no_such_intent",
                                  "<script>alert(1)</script>"])
async def test_odd_messages_come_back_as_they_were_and_get_a_reply(assistant: Assistant, text: str) -> None:
    client = await Client.new(assistant)
    assert await client.get(text)
    assert client.log[0]["text"] == text


async def test_a_client_that_does_not_read_holds_up_nobody(assistant: Assistant) -> None:
    slow = await Client.new(assistant)
    await slow.get(*["do facial exercises work"] * 8)
    readers = [await asyncio.open_connection("127.0.0.1", assistant.where.port, limit=1024) for _ in range(20)]
    for _, writer in readers:  # ask for the whole log, and read nothing of it
        asked = f"GET /webhooks/web/events HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {slow.token}\r\n\r\n"
        writer.write(asked.encode())
    await asyncio.sleep(0.3)
    client = await Client.new(assistant)
    started = asyncio.get_running_loop().time()
    assert await client.get("hello")
    assert asyncio.get_running_loop().time() - started < 2
    assert await slow.get("hello", way="socket")
    for _, writer in readers:
        writer.transport.abort()
