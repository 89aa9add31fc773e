"""What breaks is said on the plain page too, and keeps no emergency back."""
from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager

import pytest

from tests.channels.browser import Browser
from tests.channels.test_site import is_guarded
from tests.render.html_reader import Page
from tests.server.assistant import Assistant
from tests.server.safety_answers import RULES, STROKE
from tests.server.test_safety_faults import action_server_killed, content_file_removed, conversations_locked

pytestmark = pytest.mark.server
WITHIN = 2  # seconds until an emergency is answered; the page that shows it may wait once more for a locked database
Fault = Callable[[Assistant], AbstractContextManager[None]]


@contextmanager
def log_damaged(assistant: Assistant) -> Iterator[None]:
    """The table of the logs has another name."""
    def rename(old: str, new: str) -> None:
        with closing(sqlite3.connect(assistant.folder / "conversations.db", timeout=10)) as connection:
            connection.execute(f"ALTER TABLE {old} RENAME TO {new}")

    rename("mailbox_entries", "elsewhere")
    try:
        yield
    finally:
        rename("elsewhere", "mailbox_entries")


def page_after(browser: Browser, text: str, **values: str) -> Page:
    """The page with the reply, wherever it is."""
    reply = browser.post("/chat", text=text, **values)
    return reply.page if reply.status == 200 else browser.get(reply.headers["Location"].partition("#")[0]).page


@pytest.mark.parametrize("fault", [action_server_killed, content_file_removed, conversations_locked])
def test_an_emergency_is_answered_whatever_broke(own: Assistant, fault: Fault) -> None:
    known, new = Browser(own.where.port), Browser(own.where.port)
    known.say("hello")
    with fault(own):
        for browser in (known, new):
            started = time.monotonic()
            page = page_after(browser, STROKE)
            assert time.monotonic() - started < 2 * WITHIN
            assert RULES["em_stroke_fast"].message in page.text
            assert [given for _, given in page.elements if given.get("role") == "alert"
                    and given["class"] == "answer safety safety-emergency"]


def test_what_failed_is_said_and_can_be_sent_again(own: Assistant) -> None:
    browser = Browser(own.where.port)
    with action_server_killed(own):
        page = browser.say("what are jowls")
    assert "not working just now" in page.text
    again = [given for name, given in page.elements if name == "button" and given.get("value") == "what are jowls"]
    assert len(again) == 1
    assert "Sources" in browser.say("what are jowls").text


def test_a_log_that_cannot_be_read_is_said_and_not_taken_for_an_empty_one(own: Assistant) -> None:
    browser = Browser(own.where.port)
    browser.say("what are jowls")
    with log_damaged(own):
        reply = browser.get("/chat")
        assert reply.status == 200 and "cannot be read just now" in reply.page.text
        is_guarded(reply.headers)
        file = browser.get("/chat/download")
        assert file.status == 503 and "nothing was read or removed" in file.page.text
    with conversations_locked(own):
        end = browser.post("/chat/delete")
        assert end.status == 503 and "nothing was read or removed" in end.page.text
    assert "what are jowls" in browser.get("/chat").page.text


def test_without_the_content_the_answers_pages_say_so(own: Assistant) -> None:
    browser = Browser(own.where.port)
    with content_file_removed(own):
        assert browser.get("/").status == 200
        for path in ("/answers", "/answers/cost/botox"):
            reply = browser.get(path)
            assert reply.status in (200, 503)  # what is in memory is still right
            assert "In an emergency, call your local emergency number" in reply.page.text
    assert browser.get("/answers").status == 200
