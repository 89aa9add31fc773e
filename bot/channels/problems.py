"""What a visitor reads when a page cannot be shown: what happened, what to do, and the emergency line."""
from __future__ import annotations

import logging

from sanic import Sanic
from sanic.exceptions import SanicException
from sanic.request import Request
from sanic.response import HTTPResponse, json

from bot.channels.headers import HTML, page_headers
from bot.render import html

logger = logging.getLogger(__name__)

#: Title and sentence by status.
WORDS = {
    400: ("We could not read that request", "Your browser sent something that this server cannot read. Please go back "
                                            "and try again."),
    403: ("That request came from another website", "For your safety only this website may write in your name. Please "
                                                    "open the page here and try again."),
    404: ("There is no page at this address", "It may have moved, or a letter of the address is wrong. Please choose "
                                              "from the pages below."),
    405: ("This address cannot be used that way", "It shows a page, but cannot take what was sent to it, or the other "
                                                  "way round. Please choose from the pages below."),
    413: ("That was too long", "Please go back and send at most 4,000 characters."),
    429: ("That was too fast", "Please wait a moment, go back, and send it again."),
    500: ("Something in this server went wrong", "It is not your fault, and it was noted. Please try again in a "
                                                 "minute."),
    503: ("This part is not working just now", "Please try again in a minute."),
}
#: Programs call these, and read no pages.
FOR_PROGRAMS = "/webhooks/"


def problem_page(status: int, title: str = "", text: str = "", **headers: str) -> HTTPResponse:
    """A page about a problem; ``title`` and ``text`` are those of ``WORDS`` unless given."""
    usual = WORDS.get(status, WORDS[500 if status >= 500 else 400])
    body = html.page("problem", title=title or usual[0], text=text or usual[1])
    return HTTPResponse(body, status, {**page_headers(Cache_Control="no-store"), **headers}, HTML)


def refusal(status: int, code: str, message: str, retry_after: int | None = None) -> HTTPResponse:
    """The same for a program, as JSON; ``retry_after`` in seconds."""
    wait = {} if retry_after is None else {"Retry-After": str(retry_after)}
    return json({"code": code, "message": message}, status, wait)


def _show(request: Request, error: Exception) -> HTTPResponse:
    """The page for an error, without its traces; programs get what they always got."""
    if request.path.startswith(FOR_PROGRAMS):
        reply: HTTPResponse = request.app.error_handler.default(request, error)
        return reply
    if not isinstance(error, SanicException):
        place = error.__traceback__
        while place and place.tb_next:
            place = place.tb_next
        where = f"{place.tb_frame.f_code.co_filename.rsplit('/', 1)[-1]}:{place.tb_lineno}" if place else "unknown"
        logger.error("%s at %s while serving %s", type(error).__name__, where, request.route and request.route.path)
        return problem_page(500)
    return problem_page(error.status_code or 500, **getattr(error, "headers", {}))


def show_problems(app: Sanic) -> None:
    """Puts our pages in the place of the server's own, and JSON where programs call. Before the server starts."""
    app.config.FALLBACK_ERROR_FORMAT = "json"
    app.error_handler.add(Exception, _show)
    app.error_handler.add(SanicException, _show)
