"""The chat protocol as server-sent events: one frame a `data:` line, and a comment now and then that keeps it open."""
from __future__ import annotations

import asyncio
from contextlib import suppress

from sanic.request import Request

from bot.channels import frames
from bot.channels.chat import Chat
from bot.channels.feed import Feed
from bot.channels.socket import RETRY_SECONDS

KEEP_OPEN_SECONDS = 15.0
HEADERS = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}


async def serve_events(request: Request, chat: Chat, feed: Feed) -> None:
    """Serves one stream until the client goes or the server stops."""
    response = await request.respond(content_type="text/event-stream", headers=HEADERS)
    assert response is not None
    with chat.hub.listening(feed.sender) as news:
        first = True
        while not chat.hub.stopping:
            news.clear()
            found, more = await feed.read()
            for each in found:
                await response.send(f"data: {frames.as_json(each)}\n\n")
            if more:
                continue
            if first and feed.unsettled:
                chat.turns.kick(feed.sender)
            first = False
            try:
                await asyncio.wait_for(news.wait(), RETRY_SECONDS if feed.missed else KEEP_OPEN_SECONDS)
            except asyncio.TimeoutError:
                await response.send(":\n\n")
    with suppress(Exception):
        await response.send(f"data: {frames.as_json(frames.bye('stopping'))}\n\n")
        await response.eof()
