"""The one cookie there is: the token of a visitor of the plain chat, which no script and no other website can use."""
from __future__ import annotations

from sanic.request import Request
from sanic.response import HTTPResponse

from bot.channels.origins import is_own
from bot.channels.tokens import LIFETIME, BadToken, Session, Tokens

NAME, PATH = "plumbline", "/chat"


def session_of(request: Request, tokens: Tokens) -> Session | None:
    """Whose conversation the browser asks for; None for a new visitor, and for a token that is not good any more."""
    try:
        return tokens.read(request.cookies.get(NAME, ""))
    except BadToken:
        return None


def keep(request: Request, response: HTTPResponse, token: str) -> None:
    """Gives the browser a token to keep for as long as it is good."""
    response.cookies[NAME] = token
    response.cookies[NAME]["max-age"] = int(LIFETIME.total_seconds())
    _guard(request, response)


def forget(request: Request, response: HTTPResponse) -> None:
    """Takes the token away."""
    response.cookies[NAME] = ""
    response.cookies[NAME]["max-age"] = 0
    _guard(request, response)


def _guard(request: Request, response: HTTPResponse) -> None:
    # Who claims https without having it loses their own cookie, and nobody else's: the header needs no trust.
    said = request.headers.get("x-forwarded-proto", request.scheme).split(",")[0].strip()
    response.cookies[NAME].update({"path": PATH, "httponly": True, "samesite": "Strict"})
    if said == "https":  # a value of False would be written out, which browsers take for True
        response.cookies[NAME]["secure"] = True


def is_from_this_site(request: Request) -> bool:
    """Whether a form was sent from a page of this server. What says nothing is no browser that others could misuse."""
    site = request.headers.get("sec-fetch-site")
    if site:
        return site == "same-origin"
    origin = request.headers.get("origin")
    return origin is None or is_own(origin, request.host)
