"""Rasa's `rest` channel, made safe: `bot.channels.rest.SafeRestInput:`. For programs, and for trying the assistant out.

Whoever calls names the conversation, and no token says whose it is. So none that a token opens can be named here, and
the limits of a message's length and of an address are those of the other channels.
"""
from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any

from rasa.core.channels.channel import UserMessage
from rasa.core.channels.rest import RestInput
from sanic import Blueprint, Sanic
from sanic.request import Request
from sanic.response import HTTPResponse

from bot.channels import sentences
from bot.channels.chat import chat_of
from bot.channels.frames import MOST_CHARACTERS, Refused
from bot.channels.problems import refusal
from bot.channels.tokens import SENDER_PREFIX


class SafeRestInput(RestInput):
    """Rasa's routes, behind the checks of this module."""

    def blueprint(self, on_new_message: Callable[[UserMessage], Coroutine[Any, Any, Any]]) -> Blueprint:
        """The routes."""
        routes = super().blueprint(on_new_message)
        routes.listener("before_server_start")(_prepare)
        routes.middleware("request")(_refused)
        return routes


async def _prepare(app: Sanic, _loop: Any) -> None:
    chat_of(app)


async def _refused(request: Request) -> HTTPResponse | None:
    """The refusal of a message that is not taken; None where Rasa may go on."""
    if request.method != "POST":
        return None
    try:
        sender, text = request.json.get("sender"), request.json.get("message")
    except Exception:  # Sanic raises what it likes on a body that is no JSON
        return refusal(400, "malformed", sentences.MALFORMED)
    if text is not None and not isinstance(text, str):
        return refusal(400, "malformed", sentences.MALFORMED)
    if str(sender).startswith(SENDER_PREFIX):
        return refusal(403, "token", sentences.NOT_BY_NAME)
    if len(text or "") > MOST_CHARACTERS:
        return refusal(400, "too_long", sentences.TOO_LONG)
    chat = chat_of(request.app)
    try:
        chat.limits.count_from_address(chat.address(request))
    except Refused as refused:
        return refusal(429, "too_often", refused.frame["message"], refused.frame["retry_after"])
    return None
