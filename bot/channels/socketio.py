"""Rasa's `socketio` channel for clients such as rasa-webchat, made safe: `bot.channels.socketio.SafeSocketIOInput:`.

Rasa takes whatever session id a client names, so that whoever knows it reads and writes in that conversation. Here the
session id is a token that the server signed, bound to the connection that showed it. What is said goes through the same
log and turns as the web channel's, so that a reply made while the client is away comes with its next
`session_request`. These clients acknowledge nothing: a message counts as seen once the client has spoken again, gone
in good order, or stayed for longer than it takes to find out that a connection is dead.
"""
from __future__ import annotations

import asyncio
import logging
import time
import uuid
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field
from typing import Any

from rasa.core.channels.channel import OutputChannel, UserMessage
from rasa.core.channels.socketio import SocketBlueprint, SocketIOInput
from sanic import Blueprint, Sanic
from sanic.request import Request
from socketio import AsyncServer

from bot.channels import frames, sentences
from bot.channels.bubbles import Bubbles
from bot.channels.chat import Chat, chat_of
from bot.channels.connection import Caller
from bot.channels.frames import Refused, Say
from bot.channels.limits import TooManyVisitors
from bot.channels.output import Written
from bot.channels.tokens import BadToken, Session
from bot.records.database import RecordsError

PING_SECONDS, PING_TIMEOUT_SECONDS = 25, 20
SURE_SECONDS = 2 * (PING_SECONDS + PING_TIMEOUT_SECONDS)
"""A connection that still stands so long after something was sent has delivered it."""
LAST_SECONDS = 1.0
"""What was sent so shortly before a client went may not have reached it, and is sent once more."""
RETRY_SECONDS = 1.0

Handler = Callable[[Request], Coroutine[Any, Any, Any]]
logger = logging.getLogger(__name__)


@dataclass
class _Bound:
    """A connection and the visitor whose token it showed."""

    session: Session
    caller: Caller
    sent: list[tuple[float, int]] = field(default_factory=list)  # when, number: not known to have arrived yet
    task: asyncio.Task[None] | None = None


class SafeSocketIOInput(SocketIOInput):
    """Takes Rasa's settings `user_message_evt`, `bot_message_evt`, `namespace` and `socketio_path`."""

    _chat: Chat | None = None

    def get_output_channel(self) -> OutputChannel | None:
        """Writes to a visitor first: into their log, which is read to whoever is connected, or comes back."""
        return Written(self._chat.append) if self._chat else None

    def blueprint(self, on_new_message: Callable[[UserMessage], Coroutine[Any, Any, Any]]) -> Blueprint:
        """The routes and events. Messages go through `bot.channels.turns`; Rasa's handler would take them unstored."""
        sio = AsyncServer(async_mode="sanic", cors_allowed_origins=self._allows, cors_credentials=False,
                          ping_interval=PING_SECONDS, ping_timeout=PING_TIMEOUT_SECONDS,
                          max_http_buffer_size=2 * frames.MOST_CHARACTERS * 12)
        sio.eio.handle_request = _heard_to_the_end(sio, sio.eio.handle_request)
        self.sio = sio
        self._bound: dict[str, _Bound] = {}
        routes = SocketBlueprint(sio, self.socketio_path, "socketio_webhook", __name__)
        routes.listener("before_server_start")(self._prepare)
        routes.listener("after_server_start")(self._start)
        routes.listener("before_server_stop")(self._stop)
        for event, handler in (("connect", self._connect), ("disconnect", self._disconnect),
                               ("session_request", self._session_request), (self.user_message_evt, self._user_uttered)):
            sio.on(event, namespace=self.namespace)(handler)
        return routes

    async def _prepare(self, app: Sanic, _loop: Any) -> None:
        self._chat = chat_of(app)

    async def _start(self, app: Sanic, _loop: Any) -> None:
        await chat_of(app).start()

    async def _stop(self, app: Sanic, _loop: Any) -> None:
        await chat_of(app).stop()
        for bound in list(self._bound.values()):
            if bound.task:
                bound.task.cancel()
        if self.sio:
            await self.sio.shutdown()

    @property
    def chat(self) -> Chat:
        """What the channels share. There is no request before the server has started."""
        assert self._chat is not None
        return self._chat

    def _allows(self, origin: str | None, environ: dict[str, Any]) -> bool:
        return self.chat.origins.allow(origin, environ.get("HTTP_HOST", ""))

    async def _connect(self, sid: str, environ: dict[str, Any], auth: Any = None) -> bool:
        return self._allows(environ.get("HTTP_ORIGIN"), environ)

    async def _disconnect(self, sid: str, reason: str) -> None:
        bound = self._bound.pop(sid, None)
        if bound is None:
            return
        if bound.task:
            bound.task.cancel()
        assert self.sio
        polite = reason == self.sio.reason.CLIENT_DISCONNECT or _said_goodbye(self._request(sid))
        await self._arrived(bound, before=time.monotonic() - (LAST_SECONDS if polite else SURE_SECONDS))

    async def _session_request(self, sid: str, data: Any = None) -> None:
        """Takes up the conversation of a good token, or begins one."""
        shown = data.get("session_id") if isinstance(data, dict) else None
        request = self._request(sid)
        address = self.chat.address(request)
        try:
            token, session = shown, self.chat.tokens.read(shown if isinstance(shown, str) else "")
            token = self.chat.tokens.renewed(session) or token
        except BadToken:
            try:
                self.chat.limits.count_session(address)
            except TooManyVisitors as error:
                return await self._tell(sid, str(error))
            token, session = self.chat.tokens.new()
        await self._emit(sid, "session_confirm", token)
        assert self.sio
        if not self.sio.manager.is_connected(sid, self.namespace or "/"):
            return  # gone meanwhile: what a writer sent now nobody would get, and it would be noted as seen
        before = self._bound.pop(sid, None)
        if before and before.task:
            before.task.cancel()
        bound = _Bound(session, Caller(self.chat, session.sender, address, self.name()))
        self._bound[sid] = bound
        bound.task = asyncio.get_running_loop().create_task(self._serve(sid, bound))

    async def _user_uttered(self, sid: str, data: Any = None) -> None:
        """Takes a message of the visitor whose token this connection showed, and of nobody else."""
        bound = self._bound.get(sid)
        named = data.get("session_id") if isinstance(data, dict) else None
        if bound is None or (named is not None and not self._is_of(named, bound.session)):
            return await self._tell(sid, sentences.TOKEN)
        await self._arrived(bound)
        try:
            said = frames.read_value({"t": "say", "id": uuid.uuid4().hex, "text": data.get("message")}
                                     if isinstance(data, dict) else None)
            assert isinstance(said, Say)
            await bound.caller.say(said)
        except Refused as refused:
            await self._tell(sid, refused.frame["message"])

    def _is_of(self, token: Any, session: Session) -> bool:
        try:
            return self.chat.tokens.read(token if isinstance(token, str) else "").id == session.id
        except BadToken:
            return False

    async def _serve(self, sid: str, bound: _Bound) -> None:
        """Writes, and ends a connection to which nothing can be written any more, so that its client opens another."""
        try:
            await self._write(sid, bound)
        except Exception as error:
            logger.error("Nothing can be written to '%s': %s", bound.session.sender, type(error).__name__)
            assert self.sio
            bound.task = None  # this very one, which _disconnect would cancel in the middle
            await self.sio.disconnect(sid, namespace=self.namespace)

    async def _write(self, sid: str, bound: _Bound) -> None:
        """Everything that the visitor has not seen, and then what is new, as long as they are connected."""
        sender, epoch, since, loose = bound.session.sender, "", 0, 0
        bubbles = Bubbles(lambda payload: self._emit(sid, self.bot_message_evt, payload))
        with self.chat.hub.listening(sender) as news:
            placed = False
            while not self.chat.hub.stopping:
                news.clear()
                try:
                    if not placed:
                        mark = (await self.chat.log.marks([sender]))[sender]
                        epoch, since, placed = mark.epoch, mark.seen, True
                        self.chat.turns.kick(sender)
                    reading = await self.chat.log.since(sender, epoch, since)
                    epoch, more = reading.mark.epoch, reading.more
                    for entry in reading.entries:
                        since = entry.seq
                        if entry.by == "bot":
                            await bubbles.send_response(sid, dict(entry.data))
                            bound.sent.append((time.monotonic(), entry.seq))
                    missed = False
                except RecordsError as error:
                    logger.error("The log of '%s' cannot be read: %s", sender, error)
                    missed, more = True, False
                said, loose = self.chat.loose.behind(sender, loose)
                for each in said:
                    if each.data is not None:
                        await bubbles.send_response(sid, dict(each.data))
                await self._arrived(bound, before=time.monotonic() - SURE_SECONDS)
                if not more:
                    await _news(news, RETRY_SECONDS if missed else SURE_SECONDS)

    async def _arrived(self, bound: _Bound, before: float = float("inf")) -> None:
        """Notes what was sent before a moment as seen."""
        sure = [number for at, number in bound.sent if at < before]
        bound.sent = [each for each in bound.sent if each[0] >= before]
        if sure:
            try:
                await self.chat.log.see(bound.session.sender, max(sure))
            except RecordsError as error:  # it comes once more
                logger.error("What '%s' has seen was not noted: %s", bound.session.sender, error)

    async def _tell(self, sid: str, sentence: str) -> None:
        await self._emit(sid, self.bot_message_evt, {"text": sentence})

    async def _emit(self, sid: str, event: str, payload: Any) -> None:
        assert self.sio
        await self.sio.emit(event, payload, to=sid, namespace=self.namespace)

    def _request(self, sid: str) -> Request:
        assert self.sio
        request: Request = self.sio.get_environ(sid, namespace=self.namespace)["sanic.request"]
        return request


def _heard_to_the_end(sio: AsyncServer, handle: Handler) -> Handler:
    """``handle``, which Sanic cancels when a socket is lost, so that it would not notice that its client is gone."""

    async def handle_request(request: Request) -> Any:
        if request.headers.get("upgrade", "").lower() != "websocket":
            return await handle(request)
        request.ctx.protocol = request.transport.get_protocol()  # a connection that is lost tells of it no more
        polled = sio.environ.get(request.args.get("sid"))
        if polled:  # a client that polled goes on over this socket
            polled["sanic.request"] = request
        return await asyncio.shield(handle(request))

    return handle_request


def _said_goodbye(request: Request) -> bool:
    """Whether a socket was closed by its client, as by a page that is left: then the client was there to the end."""
    socket = getattr(getattr(request.ctx, "protocol", None), "websocket", None)
    return socket is not None and socket.connection.close_rcvd is not None


async def _news(news: asyncio.Event, seconds: float) -> None:
    try:
        await asyncio.wait_for(news.wait(), seconds)
    except asyncio.TimeoutError:
        return
