"""The pages and files around the chat, on the real servers."""
from __future__ import annotations

import json
import socket
import time
from itertools import pairwise

import pytest

from bot.channels import answer_pages, assets
from bot.channels.packed import Packed
from bot.render.html import STATIC
from bot.store.errors import StoreError
from tests.channels.browser import Browser
from tests.server.assistant import Assistant

pytestmark = pytest.mark.server

PAGES = ("/", "/answers", "/answers/effectiveness/facial_exercise", "/answers/comparison/botox/face_yoga",
         "/answers/routine/facial_exercise", "/answers/professional", "/chat", "/chat/delete")
FAILURES = (("GET", "/nothing", 404), ("GET", "/answers/risk/gua_shaa", 404), ("GET", "/%3Cscript%3E", 404),
            ("GET", "/answers/%22%3E%3Cb%3E/x", 404), ("POST", "/", 405), ("DELETE", "/chat", 405),
            ("GET", "/site/x.css", 404), ("GET", "/../../etc/passwd", 404),
            ("GET", "/site/..%2f..%2fhtml.py", 404), ("GET", "/x.js", 404))


@pytest.fixture
def browser(assistant: Assistant) -> Browser:
    return Browser(assistant.where.port)


def is_guarded(headers: object) -> None:
    """Fails unless a browser is told everything that it may not do."""
    found = dict(headers.items())  # type: ignore[attr-defined]
    policy = {name: values for name, *values in (part.split() for part in found["Content-Security-Policy"].split(";"))}
    assert policy["default-src"] == ["'none'"]
    assert policy["base-uri"] == policy["frame-ancestors"] == ["'none'"]
    assert {value for values in policy.values() for value in values} <= {"'none'", "'self'", "data:"}
    assert {name for name, values in policy.items() if "data:" in values} <= {"img-src"}
    assert found["X-Content-Type-Options"] == "nosniff"
    assert found["Referrer-Policy"] in ("no-referrer", "same-origin")
    assert found["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "screen-wake-lock=(self)" in found["Permissions-Policy"]


@pytest.mark.parametrize("path", PAGES)
def test_every_page_is_sound_guarded_and_says_the_emergency_line(browser: Browser, path: str) -> None:
    reply = browser.get(path)
    page = reply.page
    assert reply.status == 200 and "Set-Cookie" not in reply.headers
    is_guarded(reply.headers)
    assert "In an emergency, call your local emergency number" in page.text
    assert page.tags.count("h1") == page.tags.count("main") == page.tags.count("title") == 1
    levels = [int(name[1]) for name in page.tags if name in ("h1", "h2", "h3")]
    assert all(after - before <= 1 for before, after in pairwise(levels))
    scripts = [given.get("src") for name, given in page.elements if name == "script"]
    assert scripts == (["/plumbline.js"] if path == "/" else [])
    assert ("script-src" in reply.headers["Content-Security-Policy"]) is (path == "/")


@pytest.mark.parametrize(("method", "path", "status"), FAILURES)
def test_what_cannot_be_shown_is_a_page_of_our_own(browser: Browser, method: str, path: str, status: int) -> None:
    reply = browser.send(method, path)
    assert reply.status == status
    is_guarded(reply.headers)
    assert {"/", "/answers", "/chat"} <= {*reply.page.links}
    assert not {"script", "b"} & {*reply.page.tags}
    assert "Traceback" not in reply.text and "anic" not in reply.text


def test_a_wrong_letter_in_an_address_leads_to_what_was_meant(browser: Browser) -> None:
    page = browser.get("/answers/risk/gua_shaa").page
    assert "/answers#gua_sha" in page.links


def test_every_link_leads_to_a_page(browser: Browser) -> None:
    seen, waiting = set(), ["/"]
    while waiting:
        path = waiting.pop()
        reply = browser.get(path)
        assert reply.status == 200, path
        page, ids = reply.page, {given["id"] for _, given in reply.page.elements if "id" in given}
        seen.add(path)
        for link in page.links:
            target, _, place = link.partition("#")
            assert not place or target or place in ids
            if target.startswith("/") and target not in seen and target not in waiting and target != "/chat/download":
                waiting.append(target)
    assert len([path for path in seen if path.startswith("/answers/")]) > 350


def test_an_answers_page_is_the_answer_and_says_so_to_who_finds_it(browser: Browser, assistant: Assistant) -> None:
    page = browser.get("/answers/risk/gua_sha").page
    answer = assistant.answer('/ask_risk{"subject": "gua_sha"}', "pages")
    assert answer["headline"] in page.text
    for point in answer["points"]:
        assert point["text"] in page.text
    assert {source["url"] for source in answer["sources"] if source["url"]} <= {*page.links}
    attributes = [given for name, given in page.elements if name in ("meta", "link")]
    assert {"rel": "canonical", "href": "/answers/risk/gua_sha"} in attributes
    assert {"name": "description", "content": answer["headline"]} in attributes
    assert not [given for given in attributes if given.get("name") == "robots"]


def test_further_points_have_an_address_and_the_last_page_has_an_end(browser: Browser) -> None:
    first = browser.get("/answers/effectiveness/facial_exercise").page
    assert "/answers/effectiveness/facial_exercise?page=1" in first.links
    assert browser.get("/answers/effectiveness/facial_exercise?page=1").status == 200
    assert browser.get("/answers/effectiveness/facial_exercise?page=20").status == 404


def test_who_has_it_already_is_told_so_and_gets_it_small(browser: Browser) -> None:
    for path in ("/", "/answers", "/answers/risk/gua_sha", "/site/site.css"):
        whole, small = browser.get(path), browser.get(path, Accept_Encoding="gzip, deflate;q=0.5")
        assert small.text == whole.text and len(small.body) < 0.6 * len(whole.body)
        again = browser.get(path, If_None_Match=f'"other", W/{whole.headers["ETag"]}')
        assert (again.status, again.body) == (304, b"")
        assert browser.get(path, Accept_Encoding="gzip;q=0").headers.get("Content-Encoding") is None
        head = browser.send("HEAD", path)
        assert (head.status, head.body, head.headers["ETag"]) == (200, b"", whole.headers["ETag"])


def test_the_page_that_health_checks_ask_for_is_cheap(browser: Browser) -> None:
    browser.get("/")
    started = time.monotonic()
    for _ in range(100):
        assert browser.get("/").status == 200
    assert time.monotonic() - started < 2


def test_programs_get_json_and_never_a_page(browser: Browser) -> None:
    for method, path, status in (("GET", "/webhooks/nothing", 404), ("GET", "/webhooks/rest/webhook", 405)):
        reply = browser.send(method, path)
        assert reply.status == status
        assert json.loads(reply.text)["status"] == status


def test_what_is_no_request_does_not_end_the_server(assistant: Assistant, browser: Browser) -> None:
    for garbage, status in ((b"\x00\xff\r\n\r\n", b"400"), (b"GET / HTTP/9.9\r\n\r\n", b"400"),
                            (b"POST /chat HTTP/1.1\r\nHost: x\r\nContent-Length: 2000000\r\n\r\n", b"413")):
        with socket.create_connection(("127.0.0.1", assistant.where.port), timeout=10) as raw:
            raw.sendall(garbage)
            reply = raw.recv(100_000)
            assert reply.split()[1] == status and b"Content-Security-Policy" in reply
    assert browser.get("/").status == 200


def test_own_files_are_typed_and_the_widgets_may_be_loaded_by_any_site(browser: Browser) -> None:
    style = browser.get("/site/site.css")
    assert style.headers["Content-Type"] == "text/css; charset=utf-8"
    assert style.headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert browser.get("/site/sign.svg").headers["Content-Type"] == "image/svg+xml"
    for name in ("plumbline.js", "panel.js"):
        reply = browser.get(f"/{name}", Origin="https://elsewhere.example")
        assert reply.status == 200
        assert reply.body == (assets.BUILT / name).read_bytes()
        assert reply.headers["Content-Type"] == "text/javascript; charset=utf-8"
        assert reply.headers["Access-Control-Allow-Origin"] == "*"
        assert reply.headers["Cross-Origin-Resource-Policy"] == "cross-origin"


def test_pages_may_not_be_read_by_other_sites(browser: Browser) -> None:
    for path in PAGES:
        reply = browser.get(path, Origin="https://elsewhere.example")
        assert "Access-Control-Allow-Origin" not in reply.headers
        assert reply.headers["Cross-Origin-Resource-Policy"] == "same-origin"


def test_no_style_and_no_page_loads_anything_from_elsewhere(browser: Browser) -> None:
    style = (STATIC / "site.css").read_text()
    assert "url(" not in style and "@import" not in style and "http" not in style
    for path in PAGES:
        loaded = [given[name] for tag, given in browser.get(path).page.elements for name in ("src", "href")
                  if name in given and tag in ("script", "link", "img")]
        assert loaded and all(address.startswith("/") for address in loaded)


async def test_a_store_that_cannot_be_read_is_an_honest_page() -> None:
    def broken() -> Packed:
        raise StoreError("somewhere secret", "no store", "make one")

    reply = await answer_pages._from_store(None, broken)  # type: ignore[arg-type]
    assert reply.status == 503
    assert b"so it will not guess" in reply.body and b"secret" not in reply.body


def test_a_file_that_changed_is_read_anew(tmp_path: object) -> None:
    file = tmp_path / "a.css"  # type: ignore[operator]
    assert assets.packed_file(file) is None
    file.write_text("one")
    first = assets.packed_file(file)
    file.write_text("three")
    second = assets.packed_file(file)
    assert first and second and (first.body, second.body) == (b"one", b"three") and first.tag != second.tag
