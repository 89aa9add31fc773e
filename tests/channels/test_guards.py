"""On every route of the real server: no token, no conversation; no foreign website; no flood; plain words."""
from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from datetime import datetime, timedelta, timezone
from typing import Any

import aiohttp
import pytest

from bot import settings
from bot.channels import sentences
from bot.channels.tokens import Tokens, secret_in
from tests.channels.client import Client, address, bearer
from tests.server.assistant import Assistant

pytestmark = pytest.mark.server
ROUTES = (("GET", "events"), ("GET", "frames"), ("POST", "frames"), ("GET", "transcript"), ("DELETE", "conversation"))
EVIL = {"Origin": "https://evil.example"}


def tokens() -> dict[str, str]:
    """What is no token of a visitor of this server."""
    own, now = Tokens(secret_in(settings.read().var_dir / "secret")), datetime.now(timezone.utc)
    good, session = own.new()
    return {"none": "", "made up": "a.b.c", "cut short": good[:-4], "of another server": Tokens(b"x" * 32).new()[0],
            "expired": own.new(now - timedelta(days=91))[0], "the conversation's id": session.sender,
            "the session's id": session.id}


@pytest.fixture
async def http(assistant: Assistant) -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(10)) as session:
        yield session


async def goodbye(assistant: Assistant, http: aiohttp.ClientSession, first: Any, headers: dict[str, str]) -> list[Any]:
    """All frames of a socket that says something, until the server closes it."""
    async with http.ws_connect(f"{address(assistant)}/socket", headers=headers) as socket:
        await socket.send_str(first if isinstance(first, str) else json.dumps(first))
        return [json.loads(message.data) async for message in socket]


def hello(token: str, **changes: Any) -> dict[str, Any]:
    return {"t": "hello", "v": 1, "token": token, "epoch": "", "since": 0, **changes}


@pytest.mark.parametrize("kind", tokens())
async def test_no_route_answers_without_a_token_of_its_visitor(
    assistant: Assistant, http: aiohttp.ClientSession, kind: str,
) -> None:
    token = tokens()[kind]
    for method, route in ROUTES:
        for headers in (bearer(token), {"Authorization": token}, {"Authorization": f"Basic {token}"}, {}):
            async with http.request(method, f"{address(assistant)}/{route}", headers=headers) as reply:
                assert (reply.status, await reply.json()) == (401, {"code": "token", "message": sentences.TOKEN})
        async with http.request(method, f"{address(assistant)}/{route}", params={"token": token}) as reply:
            assert reply.status == 401
    frames = await goodbye(assistant, http, hello(token), {})
    assert frames == [{"t": "bye", "code": "token", "message": sentences.TOKEN}]


async def test_a_token_opens_its_own_conversation_only(assistant: Assistant) -> None:
    anna, bea = await Client.new(assistant), await Client.new(assistant)
    await anna.get("my quibbling jaw sags")
    for way in ("socket", "events", "polling"):
        bea.epoch, bea.since = anna.epoch, 0
        await bea.converse(way, lambda: bea.frames[-1]["t"] == "welcome")
        assert bea.entries == {} and bea.frames[-1]["last"] == 0
    async with aiohttp.ClientSession(headers=bearer(bea.token)) as session:
        async with session.get(f"{address(assistant)}/transcript") as reply:
            assert "quibbling" not in await reply.text()
        async with session.delete(f"{address(assistant)}/conversation") as reply:
            assert reply.status == 204
    again = await Client.new(assistant, anna.token)
    await again.converse("polling", lambda: len(again.entries) == len(anna.entries))


async def test_another_website_gets_nothing_and_may_not_read_it(
    assistant: Assistant, http: aiohttp.ClientSession,
) -> None:
    client = await Client.new(assistant)
    for method, route in (("POST", "session"), *ROUTES):
        headers = {**bearer(client.token), **EVIL}
        async with http.request(method, f"{address(assistant)}/{route}", headers=headers) as reply:
            assert (reply.status, await reply.json()) == (403, {"code": "origin", "message": sentences.ORIGIN})
            assert not [name for name in reply.headers if name.lower().startswith("access-control")]
        async with http.options(f"{address(assistant)}/{route}", headers={
                **EVIL, "Access-Control-Request-Method": method}) as reply:
            assert not [name for name in reply.headers if name.lower().startswith("access-control")]
    frames = await goodbye(assistant, http, hello(client.token), EVIL)
    assert frames == [{"t": "bye", "code": "origin", "message": sentences.ORIGIN}]


async def test_the_own_page_may_call_without_cookies(assistant: Assistant, http: aiohttp.ClientSession) -> None:
    own = {"Origin": f"http://127.0.0.1:{assistant.where.port}"}
    for method, route in (("POST", "session"), *ROUTES):
        async with http.options(f"{address(assistant)}/{route}", headers={
                **own, "Access-Control-Request-Method": method}) as reply:
            assert reply.status == 200 and reply.headers["Access-Control-Allow-Origin"] == own["Origin"]
            assert method in reply.headers["Access-Control-Allow-Methods"]
            assert "Authorization" in reply.headers["Access-Control-Allow-Headers"]
    async with http.post(f"{address(assistant)}/session", headers=own) as reply:
        assert reply.headers["Access-Control-Allow-Origin"] == own["Origin"] and reply.headers["Vary"] == "Origin"
        assert "Access-Control-Allow-Credentials" not in reply.headers
        assert reply.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("first", ["", "{", "[]", {"t": "ping"}, {"t": "say", "id": "a", "text": "hi"}, hello("", v=2),
                                   hello("", v="1"), {"t": "hello", "v": 1}], ids=str)
async def test_a_socket_that_does_not_begin_with_hello_ends(
    assistant: Assistant, http: aiohttp.ClientSession, first: Any,
) -> None:
    frames = await goodbye(assistant, http, first, {})
    assert frames == [{"t": "bye", "code": "protocol", "message": sentences.PROTOCOL}]


async def test_what_is_refused_says_why_and_the_connection_goes_on(assistant: Assistant) -> None:
    client = await Client.new(assistant)
    sent = [{"t": "say", "id": "long", "text": "a" * 4001}, {"t": "say", "id": "empty", "text": " "},
            {"t": "say", "id": "odd"}, {"t": "dance"}, 7, {"t": "hello"}, {"t": "ping"}]
    replies = await client.post(sent)
    assert [each.get("code", each["t"]) for each in replies] == [
        "too_long", "empty", "malformed", "malformed", "malformed", "malformed", "pong"]
    assert [each.get("id") for each in replies[:3]] == ["long", "empty", "odd"]
    assert replies[0]["message"] == sentences.TOO_LONG
    async with aiohttp.ClientSession() as session, session.ws_connect(f"{address(assistant)}/socket") as socket:
        await socket.send_json(hello(client.token))
        assert (await socket.receive_json())["t"] == "welcome"
        for each, reply in zip(sent, replies, strict=True):
            await socket.send_json(each)
            assert await socket.receive_json() == reply
    assert await client.get("a" * 4000)


async def test_who_writes_too_often_is_asked_to_wait_and_others_are_not(assistant: Assistant) -> None:
    client, other = await Client.new(assistant), await Client.new(assistant)
    replies = await client.post([{"t": "say", "id": f"m{number}", "text": "hello"} for number in range(32)])
    assert [each["t"] for each in replies] == ["stored"] * 30 + ["refused"] * 2
    assert replies[-1]["code"] == "too_often" and 1 <= replies[-1]["retry_after"] <= 61
    assert await client.post([{"t": "say", "id": "m3", "text": "hello"}]) == [{"t": "stored", "id": "m3", "seq": 4}]
    assert await other.get("hello")
    await client.delete()
    replies = await client.post([{"t": "say", "id": f"m{number}", "text": "hello"} for number in range(3)])
    assert [each["t"] for each in replies] == ["refused"] * 3


async def test_rest_opens_no_conversation_that_a_token_opens(assistant: Assistant) -> None:
    anna = await Client.new(assistant)
    await anna.get("my quibbling jaw sags")
    sender = Tokens(secret_in(settings.read().var_dir / "secret")).read(anna.token).sender
    for message in ("export my data", "delete everything", None):
        for query in ("", "?stream=true"):
            status, body = await rest(assistant, {"sender": sender, "message": message}, query)
            assert (status, json.loads(body)) == (403, {"code": "token", "message": sentences.NOT_BY_NAME})
    again = await Client.new(assistant, anna.token)
    await again.converse("polling", lambda: len(again.entries) == len(anna.entries))


async def test_rest_refuses_what_is_too_long_or_no_message(assistant: Assistant) -> None:
    assert (await rest(assistant, {"sender": "me", "message": "a" * 4000}))[0] == 200
    status, body = await rest(assistant, {"sender": "me", "message": "a" * 4001})
    assert (status, json.loads(body)) == (400, {"code": "too_long", "message": sentences.TOO_LONG})
    for value in ({"sender": "me", "message": 7}, [], "hello", None):
        status, body = await rest(assistant, value)
        assert (status, json.loads(body)) == (400, {"code": "malformed", "message": sentences.MALFORMED})


async def test_rest_counts_the_messages_of_an_address_whatever_names_it_gives(own_limits: Assistant) -> None:
    replies = [await rest(own_limits, {"sender": f"visitor-{number}", "message": "hello"}) for number in range(8)]
    assert [status for status, _ in replies] == [200] * 6 + [429] * 2
    assert json.loads(replies[-1][1])["code"] == "too_often"


async def rest(assistant: Assistant, value: Any, query: str = "") -> tuple[int, str]:
    """The reply of Rasa's own channel."""
    where = f"http://127.0.0.1:{assistant.where.port}/webhooks/rest/webhook{query}"
    async with aiohttp.ClientSession() as session, session.post(where, json=value) as reply:
        return reply.status, await reply.text()


async def test_downloads_and_deletions_are_limited_for_each_visitor(
    assistant: Assistant, http: aiohttp.ClientSession,
) -> None:
    client, other = await Client.new(assistant), await Client.new(assistant)
    routes = [("GET", "transcript"), ("DELETE", "conversation")] * 5
    for method, route in routes:
        async with http.request(method, f"{address(assistant)}/{route}", headers=bearer(client.token)) as reply:
            assert reply.status in (200, 204)
    for method, route in routes[:2]:
        async with http.request(method, f"{address(assistant)}/{route}", headers=bearer(client.token)) as reply:
            body = await reply.json()
            assert (reply.status, body["code"]) == (429, "too_often") and 1 <= int(reply.headers["Retry-After"]) <= 61
            assert reply.headers["Retry-After"] in body["message"]
    cookie = {"Cookie": f"plumbline={client.token}"}
    async with http.get(f"http://127.0.0.1:{assistant.where.port}/chat/download", headers=cookie) as reply:
        assert reply.status == 429 and "many times" in await reply.text()
    async with http.post(f"http://127.0.0.1:{assistant.where.port}/chat/delete", headers=cookie) as reply:
        assert reply.status == 429
    await other.delete()


async def test_a_body_that_is_no_frames_or_too_much_is_refused(
    assistant: Assistant, http: aiohttp.ClientSession,
) -> None:
    client = await Client.new(assistant)
    for body in (b"", b"{", b"[]", b'{"frames": 7}', json.dumps({"frames": [{"t": "ping"}] * 51}).encode(), b"\xff"):
        async with http.post(f"{address(assistant)}/frames", data=body, headers=bearer(client.token)) as reply:
            assert reply.status == 400 and (await reply.json())["frames"][0]["code"] == "malformed"
    async with http.post(f"{address(assistant)}/frames", data=b"a" * 1_100_000, headers=bearer(client.token)) as reply:
        assert reply.status == 413
    assert await client.get("hello")


async def test_too_many_new_visitors_of_one_address_are_asked_to_wait(own_limits: Assistant) -> None:
    async with aiohttp.ClientSession() as session:
        statuses = []
        for _ in range(7):
            async with session.post(f"{address(own_limits)}/session") as reply:
                statuses.append(reply.status)
                last = dict(reply.headers), await reply.json()
    assert statuses == [200] * 5 + [429] * 2
    assert int(last[0]["Retry-After"]) >= 1 and last[1]["code"] == "too_often"


async def test_a_website_on_the_list_may_call_and_read(own_limits: Assistant) -> None:
    async with aiohttp.ClientSession() as session:
        shop = {"Origin": "https://shop.example"}
        async with session.options(f"{address(own_limits)}/frames", headers=shop) as reply:
            assert reply.headers["Access-Control-Allow-Origin"] == "https://shop.example"
        async with session.get(f"{address(own_limits)}/frames", headers=shop) as reply:
            assert reply.status == 401 and reply.headers["Access-Control-Allow-Origin"] == "https://shop.example"


async def test_a_socket_that_says_nothing_is_closed(assistant: Assistant) -> None:
    async with aiohttp.ClientSession() as session, session.ws_connect(f"{address(assistant)}/socket") as socket:
        message = await asyncio.wait_for(socket.receive(), 15)
        assert json.loads(message.data)["code"] == "protocol"


async def test_the_log_files_hold_no_token_and_no_words(assistant: Assistant) -> None:
    client = await Client.new(assistant)
    await client.get("my zanzibarquokka sags")
    await client.post([{"t": "say", "id": "a", "text": "zanzibarquokka" * 400}, "zanzibarquokka"])
    assert "zanzibarquokka" not in assistant.log() and client.token not in assistant.log()
