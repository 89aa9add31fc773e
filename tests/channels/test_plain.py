"""The chat without scripts, on the real servers: the same answers, stored, once, and nobody else's."""
from __future__ import annotations

import json
import re
import uuid
from datetime import datetime, timezone
from urllib.parse import urlencode

import pytest

from bot import settings
from bot.channels import plain_view
from bot.channels.tokens import Tokens, secret_in
from bot.records.letters import Entry
from bot.records.mailbox import Mailbox
from tests.channels.browser import Browser, Reply
from tests.channels.test_site import is_guarded
from tests.render.html_reader import Page
from tests.server.assistant import Assistant

pytestmark = pytest.mark.server

FORM = {"Content_Type": "application/x-www-form-urlencoded"}
HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)> {{7*7}} &lt; what are jowls"


@pytest.fixture
def browser(assistant: Assistant) -> Browser:
    return Browser(assistant.where.port)


def mine(page: Page) -> int:
    """How many messages of the visitor a page shows."""
    return sum(given.get("class") == "mine" for _, given in page.elements)


def choices(page: Page) -> dict[str, dict[str, str]]:
    """The forms of the buttons by their words."""
    values = [given for name, given in page.elements if name in ("input", "button")]
    found: dict[str, dict[str, str]] = {}
    for at, given in enumerate(values):
        if given.get("name") == "title":
            found[given["value"]] = {"id": values[at - 1]["value"], "title": given["value"],
                                     "text": values[at + 1]["value"]}
    return found


def test_a_question_is_answered_on_a_page_that_can_be_reloaded(browser: Browser, assistant: Assistant) -> None:
    page = browser.say("do facial exercises work")
    answer = assistant.answer("do facial exercises work", "plain")
    for words in (answer["headline"], answer["points"][0]["text"], answer["see_dermatologist"]["text"], "Sources"):
        assert words in page.text
    assert mine(page) == 1
    again = browser.get("/chat").page
    assert mine(again) == 1 and again.text == page.text


def test_the_cookie_is_kept_from_scripts_and_other_sites(browser: Browser) -> None:
    assert browser.get("/chat").headers["Set-Cookie"] is None
    given = browser.post("/chat", text="hello").headers["Set-Cookie"]
    parts = {part.strip().lower() for part in given.split(";")[1:]}
    assert {"httponly", "samesite=strict", "path=/chat"} <= parts
    assert not [part for part in parts if part.startswith("secure")]  # not over http: it would never come back
    assert browser.post("/chat", text="hello").headers["Set-Cookie"] is None
    secure = Browser(browser.port).send("POST", "/chat", b"text=hello", X_Forwarded_Proto="https", **FORM)
    assert "; Secure" in secure.headers["Set-Cookie"]


def test_buttons_ask_and_the_conversation_shows_their_words(browser: Browser) -> None:
    buttons = choices(browser.say("do facial exercises work"))
    chosen = next(form for form in buttons.values() if form["text"].startswith("/ask_"))
    page = browser.say(**chosen)
    assert mine(page) == 2
    assert chosen["text"] not in page.text and page.text.count(chosen["title"]) >= 1
    helpful = next(form for form in choices(page).values() if form["text"].startswith("/helpful"))
    assert mine(browser.say(**helpful)) == 3


def test_the_same_form_sent_twice_is_one_message_and_other_words_are_another(browser: Browser) -> None:
    form = uuid.uuid4().hex[:24]
    assert mine(browser.say("thanks", id=form)) == 1
    assert mine(browser.say("thanks", id=form)) == 1
    assert mine(browser.say("hello", id=form)) == 2
    assert mine(browser.say("hello", id="../not an id")) == 3


@pytest.mark.parametrize(("words", "level"), [
    ("my face dropped on one side just now and my speech is slurred", "emergency"),
    ("i want to hurt myself because of my face", "distress"),
])
def test_safety_comes_alone_and_is_called_out_once(browser: Browser, words: str, level: str) -> None:
    page = browser.say(words)
    alerts = [given["class"] for _, given in page.elements if given.get("role") == "alert"]
    assert alerts == [f"answer safety safety-{level}"]
    assert "article" not in page.tags
    later = browser.say("thanks")
    assert not [given for _, given in later.elements if given.get("role") == "alert"]
    assert [given for _, given in later.elements if given.get("class") == f"answer safety safety-{level}"]


def test_hostile_words_are_shown_as_they_are(browser: Browser) -> None:
    page = browser.say(HOSTILE, title="")
    assert HOSTILE in page.text
    assert not {"script", "img"} & {*page.tags}
    titled = browser.say("what are jowls", title=HOSTILE)
    assert titled.text.count(HOSTILE) == 2 and not {"script", "img"} & {*titled.tags}


@pytest.mark.parametrize(("text", "words"), [
    ("x" * 4001, "at most 4,000 characters"), ("  \r\n ", "nothing in your message"),
])
def test_what_is_refused_is_explained_and_not_lost(browser: Browser, text: str, words: str) -> None:
    reply = browser.post("/chat", text=text)
    assert reply.status == 400
    page = reply.page
    assert words in page.text and mine(page) == 0
    assert text.strip() in page.text
    assert [given["aria-describedby"] for name, given in page.elements if name == "textarea"] == ["why"]


def test_too_many_messages_are_refused_with_the_time_to_wait(browser: Browser) -> None:
    replies: list[Reply] = []
    while not replies or (replies[-1].status == 303 and len(replies) < 40):
        replies.append(browser.post("/chat", text=f"thanks {len(replies)}"))
    assert replies[-1].status == 429
    assert int(replies[-1].headers["Retry-After"]) > 0
    assert "Please wait" in replies[-1].page.text and f"thanks {len(replies) - 1}" in replies[-1].text


@pytest.mark.parametrize("headers", [
    {"Sec_Fetch_Site": "cross-site"}, {"Sec_Fetch_Site": "same-site"}, {"Sec_Fetch_Site": "none"},
    {"Origin": "https://elsewhere.example"}, {"Origin": "null"}, {"Sec_Fetch_Site": "cross-site", "Origin": "http://127.0.0.1"},
])
def test_nobody_elses_page_may_write_or_delete(browser: Browser, headers: dict[str, str]) -> None:
    browser.say("hello")
    for path in ("/chat", "/chat/delete"):
        reply = browser.send("POST", path, b"text=bye", **headers, **FORM)
        assert reply.status == 403
        assert "another website" in reply.page.text
    page = browser.get("/chat").page
    assert mine(page) == 1 and "bye" not in page.text


def test_a_browser_that_only_names_its_origin_may_write(browser: Browser) -> None:
    own = f"http://127.0.0.1:{browser.port}"
    assert browser.send("POST", "/chat", b"text=hello", Origin=own, **FORM).status == 303


@pytest.mark.parametrize("token", ["", "x", "eyJhbGciOiJub25lIn0.e30.", "a.b.c", "é"])
def test_a_token_that_is_none_shows_nothing_and_begins_anew(browser: Browser, token: str) -> None:
    browser.say("what are jowls")
    stranger = Browser(browser.port, {"plumbline": token.encode().decode("latin-1")})
    assert mine(stranger.get("/chat").page) == 0
    assert stranger.get("/chat/download").status == 303
    assert mine(stranger.say("hello")) == 1
    assert mine(browser.get("/chat").page) == 1


def test_one_visitors_page_shows_nothing_of_anothers(browser: Browser) -> None:
    secret = f"my name is {uuid.uuid4().hex}"
    browser.say(secret)
    other = Browser(browser.port)
    other.say("hello")
    assert secret not in other.get("/chat").text and secret in browser.get("/chat").text


def test_download_holds_what_was_said_and_delete_leaves_nothing(browser: Browser) -> None:
    words = f"what are jowls {uuid.uuid4().hex}"
    browser.say(words)
    file = browser.get("/chat/download")
    assert file.headers["Content-Disposition"].startswith("attachment")
    assert words in json.dumps(json.loads(file.text)) and "no-store" in file.headers["Cache-Control"]
    assert browser.get("/chat/delete").status == 200 and words in browser.get("/chat").text
    kept = dict(browser.cookies)
    reply = browser.post("/chat/delete")
    assert reply.status == 200 and browser.cookies == {}
    assert words not in Browser(browser.port, kept).get("/chat").text
    assert words not in Browser(browser.port, kept).get("/chat/download").text


def test_what_is_in_no_log_is_shown_at_once(browser: Browser) -> None:
    browser.say("what are jowls")
    reply = browser.post("/chat", text="export my data")
    assert reply.status == 200
    assert "Save the file" in reply.page.text
    assert "Save the file" not in browser.get("/chat").page.text


def test_starting_again_is_a_button(browser: Browser) -> None:
    page = browser.say("what are jowls")
    assert "Let us start again" in browser.say(**choices(page)["Start again"]).text


def test_pages_of_a_conversation_are_kept_by_nobody(browser: Browser) -> None:
    reply = browser.post("/chat", text="hello")
    for each in (reply, browser.get("/chat"), browser.get("/chat/delete"), browser.get("/chat/download")):
        assert each.headers["Cache-Control"] == "no-store"
        is_guarded(each.headers)


def test_broken_forms_are_refused(browser: Browser) -> None:
    for body in (b"", b"text", b"text=%ff%fe", b"{}", urlencode({"id": "x"}).encode()):
        reply = browser.send("POST", "/chat", body, **FORM)
        assert reply.status in (303, 400), body
    assert browser.send("POST", "/chat", b'{"text": "hello"}', Content_Type="application/json").status == 400


def test_the_logs_hold_no_words(browser: Browser, assistant: Assistant) -> None:
    word = f"zz{uuid.uuid4().hex}"
    browser.say(f"what are jowls {word}")
    browser.send("POST", "/chat", f"text={word}%ff".encode(), **FORM)
    assert word not in assistant.log()


def entry(seq: int, **data: object) -> Entry:
    return Entry(seq, "visitor" if seq % 2 else "bot", None, data, client_id=f"c{seq}", re=f"c{seq - 1}")  # type: ignore


def test_a_long_conversation_shows_its_end_and_leads_to_the_rest() -> None:
    log = [entry(seq, text=f"line {seq}") for seq in range(1, 201)]
    short, whole = plain_view.conversation(log, whole=False), plain_view.conversation(log, whole=True)
    assert [line["text"] for line in short["lines"]] == [f"line {seq}" for seq in range(141, 201)]
    assert short["earlier"] and len(whole["lines"]) == 200 and not whole["earlier"]
    assert [line["key"] for line in whole["lines"] if line["mine"] and line["anchor"]] == ["m199"]


def test_the_link_to_earlier_messages_leads_to_them(browser: Browser, assistant: Assistant) -> None:
    browser.say("hello")
    sender = Tokens(secret_in(settings.read().var_dir / "secret")).read(browser.cookies["plumbline"]).sender
    mailbox = Mailbox(assistant.conversations_url)
    lines = [{"text": f"line {number}"} for number in range(plain_view.SHOWN)]
    mailbox.append(sender, lines, datetime.now(timezone.utc))
    mailbox.close()
    page = browser.get("/chat").page
    assert mine(page) == 0
    [link] = [given["href"] for name, given in page.elements if name == "a" and "all" in given.get("href", "")]
    whole = browser.get(link).page
    assert mine(whole) == 1 and f"line {plain_view.SHOWN - 1}" in whole.text


def test_what_failed_can_be_tried_again_with_the_same_words() -> None:
    log = [entry(1, text='/ask_risk{"subject": "botox"}', title="Is it safe?"), entry(2, text="Sorry.", failed=True),
           entry(3, text="more"), entry(4, text="Here.")]
    lines = plain_view.conversation(log, whole=False)["lines"]
    assert lines[1]["again"] == log[0].data and lines[3]["again"] is None
    assert plain_view.message({"text": "Sorry.", "failed": True}, "m2", True, {"text": "more"})["again"] == {
        "text": "more", "title": None}
    assert re.fullmatch(r"[0-9a-f]{24}", plain_view.form_id())


def test_a_visitors_own_data_is_a_file_and_not_a_page_full_of_it() -> None:
    line = plain_view.loose([{"custom": {"type": "export", "conversations": []}}])[0]
    assert line["export"] and line["answer"] is None and line["text"] == ""
