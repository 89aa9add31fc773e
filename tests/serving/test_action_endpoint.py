"""Whatever the action server cannot do ends in one honest sentence, within the time limit, and in order."""

from __future__ import annotations

import asyncio
import json
import socket
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import aiohttp
import jsonschema
import pytest
from aiohttp import web
from rasa.core.actions.action import ActionExecutionRejection, RemoteAction
from rasa.core.channels.channel import CollectingOutputChannel
from rasa.core.nlg import TemplatedNaturalLanguageGenerator
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import BotUttered, SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.utils.endpoints import ClientResponseError, EndpointConfig

from bot.serving.action_endpoint import DOWN_RESPONSE, ActionEndpoint, check_replies_once, check_reply

SENTENCE = "It is not working just now."
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
Serve = Callable[[Handler], Awaitable[ActionEndpoint]]


@pytest.fixture
async def serve() -> AsyncIterator[Serve]:
    runners: list[web.AppRunner] = []
    endpoints: list[ActionEndpoint] = []

    async def start(handler: Handler) -> ActionEndpoint:
        app = web.Application()
        app.router.add_post("/webhook", handler)
        runner = web.AppRunner(app, shutdown_timeout=0.1)
        await runner.setup()
        runners.append(runner)
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        port = runner.addresses[0][1]
        endpoint = ActionEndpoint(f"http://127.0.0.1:{port}/webhook", timeout=0.3)
        endpoints.append(endpoint)
        return endpoint

    yield start
    for endpoint in endpoints:
        await endpoint.close()
    for runner in runners:
        await runner.cleanup()


def _tracker(domain: Domain, message_id: str = "m1") -> DialogueStateTracker:
    said = UserUttered("why", {"name": "ask"}, [], {"text": "why"}, message_id=message_id)
    return DialogueStateTracker.from_events("sender", [said], domain.slots)


async def _run(endpoint: ActionEndpoint, domain: Domain, message_id: str = "m1") -> list[Any]:
    nlg = TemplatedNaturalLanguageGenerator({DOWN_RESPONSE: [{"text": SENTENCE}]})
    action = RemoteAction("action_answer", endpoint)
    return await action.run(CollectingOutputChannel(), nlg, _tracker(domain, message_id), domain)


async def _hang(_: web.Request) -> web.Response:
    await asyncio.sleep(30)
    return web.Response()


async def _trickle(request: web.Request) -> web.StreamResponse:
    response = web.StreamResponse(headers={"Content-Type": "application/json"})
    await response.prepare(request)
    while True:
        await response.write(b" ")
        await asyncio.sleep(0.05)


async def _close(request: web.Request) -> web.Response:
    assert request.transport is not None
    request.transport.close()
    return web.Response()


def _answering(status: int = 200, body: str = "{}", kind: str = "application/json") -> Handler:
    async def handler(_: web.Request) -> web.Response:
        return web.Response(status=status, text=body, content_type=kind)

    return handler


FAILURES = {
    "hanging": _hang,
    "trickling": _trickle,
    "closing": _close,
    "error 500": _answering(500, "trace"),
    "unknown action": _answering(404, '{"error": "no action", "action_name": "x"}'),
    "bad request": _answering(400, "<html>"),
    "bad request in JSON": _answering(400, "[]"),
    "not JSON": _answering(body="<html>", kind="text/html"),
    "broken JSON": _answering(body='{"events": ['),
    "no object": _answering(body="[]"),
    "null": _answering(body="null"),
    "an unknown event": _answering(body='{"events": [{"event": "no_such_event"}]}'),
    "responses that are none": _answering(body='{"responses": ["x"]}'),
}


@pytest.mark.parametrize("failure", FAILURES)
async def test_every_failure_ends_in_the_sentence(failure: str, serve: Serve, domain: Domain) -> None:
    endpoint = await serve(FAILURES[failure])
    started = time.monotonic()
    events = await _run(endpoint, domain)
    assert time.monotonic() - started < 1
    assert [(type(e), e.text) for e in events] == [(BotUttered, SENTENCE)]


def _unused_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


async def test_no_server_at_all_ends_in_the_sentence(domain: Domain) -> None:
    endpoint = ActionEndpoint(f"http://127.0.0.1:{_unused_port()}/webhook")
    events = await _run(endpoint, domain)
    assert [e.text for e in events] == [SENTENCE]
    await endpoint.close()


async def test_the_visitor_waits_once_and_is_told_once_a_message(serve: Serve, domain: Domain) -> None:
    endpoint = await serve(_hang)
    assert len(await _run(endpoint, domain, "m1")) == 1
    started = time.monotonic()
    assert await _run(endpoint, domain, "m1") == []
    assert time.monotonic() - started < 0.1
    assert len(await _run(endpoint, domain, "m2")) == 1


async def test_a_form_that_was_ended_for_nothing_asks_its_last_question_again() -> None:
    def call(*events: dict[str, Any]) -> dict[str, Any]:
        return {"sender_id": "sender", "next_action": "action_show", "tracker": {"events": [
            {"event": "active_loop", "name": "form"}, {"event": "slot", "name": "requested_slot", "value": "minutes"},
            {"event": "user", "message_id": "m1"}, {"event": "slot", "name": "minutes", "value": "10"}, *events]}}

    ended = call({"event": "active_loop", "name": None}, {"event": "slot", "name": "requested_slot", "value": None})
    endpoint = ActionEndpoint(f"http://127.0.0.1:{_unused_port()}/webhook")
    assert (await endpoint.request(json=ended))["events"] == [
        {"event": "active_loop", "name": "form"}, {"event": "slot", "name": "minutes", "value": None},
        {"event": "slot", "name": "requested_slot", "value": "minutes"}]
    assert (await endpoint.request(json=call() | {"sender_id": "another"}))["events"] == []
    await endpoint.close()


async def test_the_log_names_ids_and_no_words(serve: Serve, domain: Domain, caplog: pytest.LogCaptureFixture) -> None:
    await _run(await serve(_answering(500)), domain)
    assert "action 'action_answer', sender 'sender': it answered with status 500" in caplog.text
    assert "why" not in caplog.text


async def test_an_actions_own_rejection_stays_one(serve: Serve, domain: Domain) -> None:
    endpoint = await serve(_answering(400, json.dumps({"action_name": "action_answer", "error": "not now"})))
    with pytest.raises(ActionExecutionRejection):
        await _run(endpoint, domain)


async def test_a_good_reply_arrives_whole_over_one_connection(serve: Serve, domain: Domain) -> None:
    peers, bodies = set(), []

    async def answer(request: web.Request) -> web.Response:
        assert request.transport is not None
        peers.add(request.transport.get_extra_info("peername"))
        bodies.append(await request.json())
        events = [{"event": "slot", "name": "subject", "value": "botox", "timestamp": None}]
        return web.json_response({"events": events, "responses": [{"text": "yes", "custom": {"type": "answer"}}]})

    endpoint = ActionEndpoint.of(await serve(answer))
    for number in range(5):
        said, slot = await _run(endpoint, domain, f"m{number}")
        assert isinstance(said, BotUttered) and said.data["custom"] == {"type": "answer"}
        assert isinstance(slot, SlotSet) and slot.value == "botox"
    assert len(peers) == 1
    assert "domain" not in bodies[0] and bodies[0]["next_action"] == "action_answer"
    await endpoint.close()


def test_rasas_settings_are_kept() -> None:
    given = EndpointConfig.from_dict(
        {"url": "http://x", "headers": {"a": "b"}, "basic_auth": {"username": "u", "password": "p"}, "token": "t",
         "cafile": "c", "timeout": 2, "enable_selective_domain": False}
    )  # fmt: skip
    ours = ActionEndpoint.of(given)
    assert ours == given and ours.cafile == "c" and ours._timeout == 2
    assert ours.kwargs["enable_selective_domain"] is False
    with pytest.raises(ValueError, match="timeout is 300"):
        ActionEndpoint("http://x", timeout=300)
    with pytest.raises(ValueError, match="only without quotes"):
        ActionEndpoint("http://127.0.0.1:${PLUMBLINE_ACTION_PORT}/webhook")


def test_the_schema_is_rasas_own() -> None:
    check_reply({"events": [{"event": "slot", "name": "a", "value": None, "timestamp": None}], "responses": [{}]})
    for wrong in (None, [], {"events": [{}]}, {"events": "x"}, {"responses": [1]}):
        with pytest.raises(jsonschema.ValidationError):
            check_reply(wrong)
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(wrong, RemoteAction.action_response_format_spec())


def test_rasas_check_is_replaced_once_and_only_for_replies_that_were_checked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(RemoteAction, "_validate_action_result", RemoteAction._validate_action_result)
    check_replies_once()
    wrong: dict[str, Any] = {"events": "x"}
    assert RemoteAction("a", ActionEndpoint("http://x"))._validate_action_result(wrong)
    with pytest.raises(jsonschema.ValidationError):
        RemoteAction("a", EndpointConfig("http://x"))._validate_action_result(wrong)


def test_rasas_error_is_a_client_error() -> None:
    assert issubclass(ClientResponseError, aiohttp.ClientError)


async def test_the_call_carries_what_visitors_said_and_not_what_the_assistant_said(serve: Serve) -> None:
    seen: list[Any] = []

    async def handler(request: web.Request) -> web.Response:
        seen.append(await request.json())
        return web.json_response({"events": [], "responses": []})

    endpoint = await serve(handler)
    events = [{"event": "user", "text": "why"}, {"event": "bot", "text": "long"}, {"event": "slot", "name": "a"}]
    await endpoint.request(json={"sender_id": "s", "tracker": {"events": events}}, method="post")
    assert [event["event"] for event in seen[0]["tracker"]["events"]] == ["user", "slot"]
