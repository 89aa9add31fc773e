"""The site around the chat: the page with the widget, its files, a page for each answer, the chat without scripts.

A Rasa channel like the others, so that ``credentials.yml`` decides whether it is served. No message comes in by itself:
the plain chat hands its messages to the web channel's own turns.
"""
from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import cache
from typing import Any

from rasa.core.channels.channel import InputChannel, UserMessage
from sanic import Blueprint, Sanic
from sanic.request import Request
from sanic.response import HTTPResponse

from bot.channels import answer_pages, assets, plain
from bot.channels.headers import HTML, WIDGET_POLICY, page_headers
from bot.channels.packed import Packed
from bot.channels.problems import show_problems
from bot.render import html

#: HEAD asks whether a page is there, and is answered by whatever answers GET.
_READ = ("GET", "HEAD")


class Site(InputChannel):
    """The pages at ``/``."""

    @classmethod
    def name(cls) -> str:
        """What it is called among the channels."""
        return "site"

    def url_prefix(self) -> str:
        """The pages stand at the root of the server, not under ``/webhooks``."""
        return "/"

    def blueprint(self, on_new_message: Callable[[UserMessage], Awaitable[Any]]) -> Blueprint:
        """The routes of the site."""
        site = Blueprint("site")
        site.add_route(home, "/", methods=_READ)
        site.add_route(answer_pages.topics_page, "/answers", methods=_READ)
        site.add_route(answer_pages.answer_page, "/answers/<path:path>", methods=_READ)
        site.add_route(plain.show, "/chat", methods=_READ)
        site.add_route(plain.say, "/chat", methods=["POST"])
        site.add_route(plain.ask_to_delete, "/chat/delete", methods=_READ)
        site.add_route(plain.delete, "/chat/delete", methods=["POST"])
        site.add_route(plain.download, "/chat/download", methods=["GET"])
        site.add_route(assets.widget_file, r"/<name:[A-Za-z0-9_-]+\.js>", methods=_READ)
        site.add_route(assets.own_file, r"/site/<name:[a-z-]+\.(?:css|svg)>", methods=_READ)

        @site.listener("before_server_start")
        async def prepare(app: Sanic, _loop: Any) -> None:
            show_problems(app)

        return site


@cache
def _home() -> Packed:
    return Packed.of(html.page("home").encode(), HTML)


async def home(request: Request) -> HTTPResponse:
    """The page that says what this is, with the widget on it. Whoever asks whether the server lives asks for it too."""
    return _home().reply(request, page_headers(WIDGET_POLICY, Cache_Control="no-cache"))
