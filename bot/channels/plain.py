"""The chat without scripts: a form, the whole conversation, and the same answers, on the web channel's own turns.

Each message is stored, answered, and then shown by a page of its own address, so that reloading sends nothing again.
"""
from __future__ import annotations

import asyncio
import hashlib
import json
import logging
import re
from collections.abc import Sequence
from contextlib import suppress
from typing import Any

from sanic.request import Request
from sanic.response import HTTPResponse, redirect

from bot.channels import cookie, frames, plain_view, sentences
from bot.channels.chat import Chat, chat_of
from bot.channels.connection import Caller
from bot.channels.frames import Frame, Refused, Say
from bot.channels.headers import HTML, page_headers
from bot.channels.limits import TooManyVisitors
from bot.channels.log import in_thread
from bot.channels.problems import problem_page
from bot.records.database import RecordsError
from bot.records.letters import Data, Entry
from bot.render import html

#: How long a page waits for a turn; then it shows what there is, and that it goes on.
PATIENCE_SECONDS = 25.0
#: "no-referrer" would take from a form of our own the header that says where it was sent from.
PRIVATE = {"Cache-Control": "no-store", "Referrer-Policy": "same-origin"}
CHAT, LATEST = "/chat", "/chat#latest"
STATUS = {"too_often": 429}
_FORM_ID = re.compile(r"[0-9a-f]{24}")

logger = logging.getLogger(__name__)


async def show(request: Request) -> HTTPResponse:
    """The conversation so far, and the form."""
    chat = chat_of(request.app)
    session = cookie.session_of(request, chat.tokens)
    response = await _page(request, chat, session.sender if session else None)
    token = chat.tokens.renewed(session) if session else None
    if token:
        cookie.keep(request, response, token)
    return response


async def say(request: Request) -> HTTPResponse:
    """Takes a message, waits for its answer, and leads to the page that shows both."""
    if not cookie.is_from_this_site(request):
        return problem_page(403)
    chat = chat_of(request.app)
    session, token = cookie.session_of(request, chat.tokens), None
    if session is None:
        try:
            chat.limits.count_session(chat.address(request))
        except TooManyVisitors as error:
            return problem_page(429, text=str(error), **{"Retry-After": str(error.retry_after)})
        token, session = chat.tokens.new()
    response = await _answered(request, chat, session.sender)
    if token:
        cookie.keep(request, response, token)
    return response


async def _answered(request: Request, chat: Chat, sender: str) -> HTTPResponse:
    frame = _frame(request)
    try:
        message = frames.read_value(frame)
        assert isinstance(message, Say)  # that is what _frame makes
        await Caller(chat, sender, chat.address(request)).say(message)
    except Refused as refused:
        return await _page(request, chat, sender, refused=refused.frame, draft=frame["text"])
    with suppress(asyncio.TimeoutError):
        await asyncio.wait_for(chat.turns.settled(sender, frame["id"]), PATIENCE_SECONDS)
    if any(each.data and each.re == frame["id"] for each in chat.loose.behind(sender, 0)[0]):  # it is in no log
        return await _page(request, chat, sender, said=frame["id"])
    return redirect(LATEST, headers=page_headers(**_private()), status=303)


def _frame(request: Request) -> Frame:
    """The form as a frame of the protocol. The same form with the same words is the same message."""
    form = request.form or {}
    text = (form.get("text") or "").replace("\r\n", "\n").strip()
    known = _FORM_ID.fullmatch(form.get("id") or "")
    name = f"{known[0] if known else plain_view.form_id()}.{hashlib.sha256(text.encode()).hexdigest()[:16]}"
    title = form.get("title")
    return {"t": "say", "id": name, "text": text, **({"title": title} if title else {})}


async def _page(request: Request, chat: Chat, sender: str | None, *, said: str = "", refused: Frame | None = None,
                draft: str = "") -> HTTPResponse:
    entries: list[Entry] = []
    working = unreadable = False
    try:
        if sender:
            entries, working = await _read(chat, sender)
    except RecordsError as error:
        logger.error("The conversation of '%s' cannot be shown: %s", sender, error)
        unreadable = True
    if sender and working:
        chat.turns.kick(sender)
    loose = _outside(chat, sender, entries, said) if sender else []

    def written() -> str:
        shown = plain_view.conversation(entries, "all" in request.args)
        return html.page("chat", **shown, loose=plain_view.loose(loose), working=working, unreadable=unreadable,
                         refused=refused["message"] if refused else "", draft=draft, form_id=plain_view.form_id)

    body = await in_thread(written)  # beside the event loop, on which conversations wait
    status = STATUS.get(refused["code"], 400) if refused else 200
    wait = {"Retry-After": str(refused["retry_after"])} if refused and "retry_after" in refused else {}
    return HTTPResponse(body, status, {**page_headers(**_private()), **wait}, HTML)


def _outside(chat: Chat, sender: str, entries: Sequence[Entry], said: str) -> list[Data]:
    """What is in no log: replies that could not be stored, as long as they are kept; an export that was asked for."""
    answered = {entry.re for entry in entries}
    return [each.data for each in chat.loose.behind(sender, 0)[0] if each.data and (
        each.re not in answered if chat.loose.knows(sender, str(each.re)) else each.re == said)]


async def _read(chat: Chat, sender: str) -> tuple[list[Entry], bool]:
    """The whole log, and whether a message has no answer yet. Raises RecordsError."""
    found: list[Entry] = []
    epoch, more, unsettled = "", True, False
    while more:
        reading = await chat.log.since(sender, epoch, found[-1].seq if found else 0)
        found = [*([] if reading.first else found), *reading.entries]
        epoch, more, unsettled = reading.mark.epoch, reading.more, reading.unsettled
    return found, unsettled


async def ask_to_delete(request: Request) -> HTTPResponse:
    """Asks once."""
    return HTTPResponse(html.page("delete"), 200, page_headers(**_private()), HTML)


async def delete(request: Request) -> HTTPResponse:
    """Removes everything that is kept of the visitor."""
    if not cookie.is_from_this_site(request):
        return problem_page(403)
    chat = chat_of(request.app)
    session = cookie.session_of(request, chat.tokens)
    try:
        if session:
            chat.limits.count_own_data(session.sender)
            await chat.erase(session.sender)
    except Refused as refused:
        return _too_often(refused)
    except RecordsError as error:
        logger.error("Nothing of '%s' was removed: %s", session and session.sender, error)
        return problem_page(503, text=sentences.NOT_NOW)
    response = HTTPResponse(html.page("deleted"), 200, page_headers(**_private()), HTML)
    cookie.forget(request, response)
    return response


async def download(request: Request) -> HTTPResponse:
    """Everything that is kept of the visitor, as a file."""
    chat = chat_of(request.app)
    session = cookie.session_of(request, chat.tokens)
    if session is None:
        return redirect(CHAT, headers=page_headers(**_private()), status=303)
    try:
        chat.limits.count_own_data(session.sender)
        found: dict[str, Any] = await chat.export(session.sender)
    except Refused as refused:
        return _too_often(refused)
    except RecordsError as error:
        logger.error("Nothing of '%s' was read: %s", session.sender, error)
        return problem_page(503, text=sentences.NOT_NOW)
    named = {"Content-Disposition": 'attachment; filename="my-conversation.json"'}
    text = await in_thread(json.dumps, found, ensure_ascii=False, indent=1)
    return HTTPResponse(text, 200, {**page_headers(**_private()), **named}, "application/json")


def _too_often(refused: Refused) -> HTTPResponse:
    return problem_page(429, text=refused.frame["message"], **{"Retry-After": str(refused.frame["retry_after"])})


def _private() -> dict[str, str]:
    return {name.replace("-", "_"): value for name, value in PRIVATE.items()}
