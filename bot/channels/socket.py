"""The chat protocol over a WebSocket: one task reads, one writes, and the first to end ends the other."""
from __future__ import annotations

import asyncio
import logging
from contextlib import suppress
from typing import Any

from sanic.exceptions import ServerError, WebsocketClosed
from sanic.request import Request
from sanic.server.websockets.impl import WebsocketImplProtocol
from websockets.exceptions import ConnectionClosed

from bot.channels import frames
from bot.channels.chat import Chat, chat_of
from bot.channels.connection import Caller
from bot.channels.feed import Feed
from bot.channels.frames import Frame, Hello, Refused
from bot.channels.tokens import BadToken, Session

HELLO_SECONDS = 10.0
RETRY_SECONDS = 1.0
"""Until a log is tried again that could not be read."""

logger = logging.getLogger(__name__)


async def serve_socket(request: Request, socket: WebsocketImplProtocol) -> None:
    """Serves one socket until it ends."""
    chat = chat_of(request.app)
    with suppress(WebsocketClosed, ConnectionClosed, ServerError):  # the client went away
        if not chat.origins.allow(request.headers.get("origin"), request.host):
            return await _bye(socket, "origin")
        hello = await _hello(socket)
        if hello is None or hello.version != frames.VERSION:
            return await _bye(socket, "protocol")
        try:
            session = chat.tokens.read(hello.token)
        except BadToken:
            return await _bye(socket, "token")
        await _converse(chat, socket, session, hello, chat.address(request))


async def _bye(socket: WebsocketImplProtocol, code: str) -> None:
    await _send(socket, frames.bye(code))
    await socket.close()


async def _send(socket: WebsocketImplProtocol, frame: Frame) -> None:
    await socket.send(frames.as_json(frame))


async def _hello(socket: WebsocketImplProtocol) -> Hello | None:
    try:
        first = await socket.recv(timeout=HELLO_SECONDS)
        read = frames.read(first) if first is not None else None
    except Refused:
        return None
    return read if isinstance(read, Hello) else None


async def _converse(chat: Chat, socket: WebsocketImplProtocol, session: Session, hello: Hello, address: str) -> None:
    feed = chat.feed(session, hello.epoch, hello.since)
    caller = Caller(chat, session.sender, address)
    tasks: set[asyncio.Task[Any]] = {asyncio.ensure_future(_write(chat, socket, feed)),
                                     asyncio.ensure_future(_listen(socket, caller))}
    try:
        await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in tasks:
            task.cancel()
        ended = await asyncio.gather(*tasks, return_exceptions=True)
    for error in ended:
        if isinstance(error, Exception):
            raise error


async def _write(chat: Chat, socket: WebsocketImplProtocol, feed: Feed) -> None:
    """Everything that is new, as long as it is wanted."""
    with chat.hub.listening(feed.sender) as news:
        first = True
        while not chat.hub.stopping:
            news.clear()
            found, more = await feed.read()
            for each in found:
                await _send(socket, each)
            if more:
                continue
            if first and feed.unsettled:
                chat.turns.kick(feed.sender)
            first = False
            with suppress(asyncio.TimeoutError):
                await asyncio.wait_for(news.wait(), RETRY_SECONDS if feed.missed else None)
    await _bye(socket, "stopping")


async def _listen(socket: WebsocketImplProtocol, caller: Caller) -> None:
    """Everything that the client sends."""
    while (text := await socket.recv()) is not None:
        reply = await caller.answer(text)
        if reply:
            await _send(socket, reply)
