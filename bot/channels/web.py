"""The channel of the web widget: the chat protocol of README.md over a socket, over an event stream, and by polling.

In credentials.yml: `bot.channels.web.WebChannel:`. HACKING.md lists what can be set from the environment.
"""
from __future__ import annotations

import logging
from collections.abc import Callable, Coroutine
from functools import wraps
from typing import Any

from rasa.core.channels.channel import InputChannel, OutputChannel, UserMessage
from sanic import Blueprint, Sanic
from sanic.request import Request
from sanic.response import BaseHTTPResponse, HTTPResponse, empty, json
from sanic_cors.core import SANIC_CORS_EVALUATED

from bot.channels import frames, sentences
from bot.channels.chat import Chat, chat_of
from bot.channels.connection import Caller
from bot.channels.feed import outside
from bot.channels.frames import Frame, Refused
from bot.channels.limits import TooManyVisitors
from bot.channels.log import in_thread
from bot.channels.output import Written
from bot.channels.problems import refusal
from bot.channels.socket import serve_socket
from bot.channels.stream import serve_events
from bot.channels.tokens import BadToken, Session
from bot.records.database import RecordsError

PREFIX = "/webhooks/web/"
MOST_FRAMES = 50
"""In one request."""
MOST_BATCHES = 5
"""Of the log, in one reply to who polls."""

logger = logging.getLogger(__name__)
Handler = Callable[[Request, Chat, Session], Coroutine[Any, Any, HTTPResponse | None]]


class WebChannel(InputChannel):
    """Serves the routes of README.md below /webhooks/web."""

    def __init__(self) -> None:
        self._chat: Chat | None = None

    @classmethod
    def name(cls) -> str:
        return "web"

    def blueprint(self, on_new_message: Callable[[UserMessage], Coroutine[Any, Any, Any]]) -> Blueprint:
        """The routes. Messages go through `bot.channels.turns`; Rasa's handler would take them unstored."""
        routes = Blueprint("web_webhook", __name__)
        routes.listener("before_server_start")(self._prepare)
        routes.listener("after_server_start")(_start)
        routes.listener("before_server_stop")(_stop)
        routes.add_websocket_route(serve_socket, "/socket")
        for path, method, handler in (("session", "POST", _session), ("events", "GET", _guarded(_events)),
                                      ("frames", "GET", _guarded(_poll)), ("frames", "POST", _guarded(_post)),
                                      ("transcript", "GET", _guarded(_transcript, own_data=True)),
                                      ("conversation", "DELETE", _guarded(_delete, own_data=True))):
            routes.add_route(handler, f"/{path}", methods=[method], name=f"{method.lower()}_{path}")
        for path in ("session", "events", "frames", "transcript", "conversation"):
            routes.add_route(_preflight, f"/{path}", methods=["OPTIONS"], name=f"options_{path}")
        return routes

    def get_output_channel(self) -> OutputChannel | None:
        """Writes to a visitor first: into their log."""
        return Written(self._chat.append) if self._chat else None

    async def _prepare(self, app: Sanic, _loop: Any) -> None:
        self._chat = chat_of(app)
        app.register_middleware(_let_allowed_websites_read, "response")


async def _start(app: Sanic, _loop: Any) -> None:
    await chat_of(app).start()


async def _stop(app: Sanic, _loop: Any) -> None:
    await chat_of(app).stop()


async def _let_allowed_websites_read(request: Request, response: BaseHTTPResponse) -> None:
    if request.path.startswith(PREFIX):
        setattr(request.ctx, SANIC_CORS_EVALUATED, "1")  # Rasa's own rules come after, and would allow cookies
        response.headers.update(chat_of(request.app).origins.headers(request.headers.get("origin"), request.host))
        response.headers.setdefault("Cache-Control", "no-store")


def _from_allowed_website(request: Request, chat: Chat) -> bool:
    return chat.origins.allow(request.headers.get("origin"), request.host)


def _guarded(handler: Handler, own_data: bool = False) -> Callable[[Request], Coroutine[Any, Any, HTTPResponse | None]]:
    """A route for who comes from an allowed website and has a token; ``own_data`` for them, too, not too often."""

    @wraps(handler)
    async def route(request: Request) -> HTTPResponse | None:
        chat = chat_of(request.app)
        if not _from_allowed_website(request, chat):
            return refusal(403, "origin", sentences.ORIGIN)
        scheme, _, token = request.headers.get("authorization", "").partition(" ")
        try:
            session = chat.tokens.read(token.strip() if scheme.lower() == "bearer" else "")
        except BadToken:
            return refusal(401, "token", sentences.TOKEN)
        try:
            if own_data:
                chat.limits.count_own_data(session.sender)
            return await handler(request, chat, session)
        except Refused as refused:
            return refusal(429, "too_often", refused.frame["message"], refused.frame["retry_after"])
        except RecordsError as error:
            logger.error("A request of '%s' failed: %s", session.sender, error)
            return refusal(503, "not_now", sentences.NOT_NOW)

    return route


async def _preflight(request: Request) -> HTTPResponse:
    return empty()


async def _session(request: Request) -> HTTPResponse:
    chat = chat_of(request.app)
    if not _from_allowed_website(request, chat):
        return refusal(403, "origin", sentences.ORIGIN)
    try:
        chat.limits.count_session(chat.address(request))
    except TooManyVisitors as error:
        return refusal(429, "too_often", str(error), error.retry_after)
    token, session = chat.tokens.new()
    return json({"token": token, "expires": session.expires.isoformat()})


async def _events(request: Request, chat: Chat, session: Session) -> None:
    await serve_events(request, chat, chat.feed(session, *_position(request)))


async def _poll(request: Request, chat: Chat, session: Session) -> HTTPResponse:
    feed, found, more, batches = chat.feed(session, *_position(request)), [], True, 0
    while more and batches < MOST_BATCHES:
        some, more = await feed.read()
        found += some
        batches += 1
    if feed.unsettled:
        chat.turns.kick(session.sender)
    # Beside the event loop: a long log takes a while.
    return HTTPResponse(await in_thread(frames.as_json, {"frames": found}), content_type="application/json")


async def _post(request: Request, chat: Chat, session: Session) -> HTTPResponse:
    try:
        values = request.json["frames"]
    except Exception:  # Sanic raises what it likes on a body that is no JSON
        values = None
    if not isinstance(values, list) or len(values) > MOST_FRAMES:
        return json({"frames": [frames.malformed().frame]}, 400, dumps=frames.as_json)
    caller = Caller(chat, session.sender, chat.address(request))
    answered: list[Frame] = []
    for value in values:
        reply = await caller.answer_value(value)
        answered += [reply] if reply else []
        if reply and reply["t"] == "stored" and reply["seq"] is None:
            answered += await _outside(chat, session.sender, reply["id"])
    return json({"frames": answered}, dumps=frames.as_json)


async def _outside(chat: Chat, sender: str, client_id: str) -> list[Frame]:
    """The replies to a message that is not stored: another worker would know nothing of them."""
    await chat.turns.settled(sender, client_id)
    found, _ = chat.loose.behind(sender, 0)
    return [outside(each) for each in found if each.re == client_id]


async def _transcript(request: Request, chat: Chat, session: Session) -> HTTPResponse:
    text = await in_thread(frames.as_json, await chat.export(session.sender))
    return HTTPResponse(text, headers={"Content-Disposition": 'attachment; filename="my-conversation.json"'},
                        content_type="application/json")


async def _delete(request: Request, chat: Chat, session: Session) -> HTTPResponse:
    await chat.erase(session.sender)
    return empty()


def _position(request: Request) -> tuple[str, int]:
    return frames.position(request.args.get("epoch", ""), request.args.get("since", "0"))
