"""How an answer reads as HTML: the same words as the text in the same order, and nothing from data is markup."""
from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest

from bot.answers.index import ReleaseIndex
from bot.answers.service import AnswerService
from bot.model import (
    Answer,
    CalendarFile,
    Caution,
    Coached,
    LeftOut,
    PlanRequest,
    Progress,
    Question,
    SetReminder,
    Situation,
    Week,
)
from bot.render import html, labels
from bot.render.payload import as_payload
from bot.render.text import as_lines
from tests.answers.test_every_cell import questions
from tests.render.html_reader import Page

HOSTILE = "\"'><img src=x onerror=alert(1)></p><script>alert(2)</script>{{ 7*7 }}&lt;b&gt;"
CALM = "Quiet"
LEVELS = ("emergency", "urgent", "distress", "caution")


@pytest.fixture(scope="module")
def service(real_index: ReleaseIndex) -> AnswerService:
    return AnswerService(lambda: real_index)


def page_of(answer: Answer | dict[str, Any]) -> Page:
    page = Page(html.answer(as_payload(answer) if isinstance(answer, Answer) else answer))
    assert page.faults == []
    return page


def tokens(text: str) -> str:
    return " ".join(["", *re.findall(r"[^\W_]+", text), ""])


def pieces(answer: Answer) -> Iterator[str]:
    """What the text of an answer says, each piece as it stands in the page too."""
    plan = {item.name: item for item in answer.plan}
    rows = {labels.ROWS[row.row] for row in answer.rows}
    columns = {f"- {name}: " for name in answer.columns}
    for line in as_lines(answer):
        if line.startswith(("Was this helpful?", "You could ask:")) or line in rows:
            continue
        source = re.match(r"\[\d+\] (.*?)(?: \S+://\S+)?$", line)
        column = next((each for each in columns if line.startswith(each)), None) if not answer.plan else None
        item = re.match(r"\d+\. (.*?) \(([^()]*)\): (.*)$", line)
        if source:
            yield source[1]
        elif column:
            yield line[len(column):]
        elif item and item[1] in plan:
            yield from (item[1], item[3], item[2])
        else:
            yield re.sub(r"^\d+\. ", "", line)


def said_in_order(answer: Answer) -> None:
    """Fails unless the page says everything that the text says, in its order."""
    page, at = tokens(page_of(answer).text), 0
    for piece in pieces(answer):
        found = page.find(tokens(piece), at)
        assert found >= 0, (answer.question, piece)
        at = found


def test_every_answer_says_what_its_text_says_in_order(service: AnswerService, real_index: ReleaseIndex) -> None:
    asked = list(questions(real_index))
    assert len(asked) > 350
    for question in asked:
        said_in_order(service.answer(question))


def test_comparisons_routines_and_sources_are_whole(service: AnswerService) -> None:
    for question in (Question("comparison", ("botox", "face_yoga", "retinoids")),
                     Question("comparison", ("jowls", "wrinkles")),
                     Question("evidence", ("facial_exercise",), focus="against"),
                     Question("effectiveness", ("gua_sha",), focus="simple"),
                     Question("effectiveness", ("gua_sha",), focus="sources")):
        answer = service.answer(question)
        said_in_order(answer)
        page = page_of(answer)
        assert [given["href"] for name, given in page.elements if given.get("rel")] == [
            each.source.url for each in answer.sources if each.source.url]
        assert page.tags.count("th") == (len(answer.columns) + len(answer.rows) if answer.rows else 0)


def test_a_plan_shows_each_thing_with_both_sides(service: AnswerService) -> None:
    plan = service.plan(PlanRequest(places=("jaw",), goals=("proof",), minutes=10))
    assert len(plan.plan) > 2
    page = page_of(plan)
    for point in plan.points:
        assert tokens(point.text) in tokens(page.text)
    for item in plan.plan:
        cells = (item.cost, item.risks, item.time_to_results)
        for words in (item.name, item.headline, item.effort, *(cell.text for cell in cells)):
            assert tokens(words) in tokens(page.text)


def test_what_a_visitor_told_comes_first_and_what_is_left_out_is_said(service: AnswerService) -> None:
    answer = service.answer(Question("effectiveness", ("facial_exercise",)), situation=Situation(cautions=("ca_tmd",)))
    assert answer.cautions
    said_in_order(answer)
    assert page_of(answer).text.startswith("Please read first: ")
    left = replace(answer, left_out=(LeftOut("Jaw press", "jaw-joint trouble", "ca_tmd"),))
    assert "Left out for you, because of jaw-joint trouble: Jaw press." in page_of(left).text


@pytest.mark.parametrize("level", LEVELS)
def test_a_safety_answer_is_an_alert_that_words_tell(level: str) -> None:
    page = page_of({"type": "safety", "v": 1, "level": level, "rule": "em_stroke_fast", "headline": "Call now."})
    assert page.elements[0] == ("div", {"class": f"answer safety safety-{level}", "role": "alert"})
    assert page.text == f"{labels.LEVELS[level]} Call now."


def test_a_routine_that_is_led_through_counts_on(service: AnswerService) -> None:
    routine = service.answer(Question("routine", ("facial_exercise",)))
    led = replace(routine, steps=routine.steps[2:3], coached=Coached("running", 3, 8, 2, 60))
    page = page_of(led)
    assert "Step 3 of 8" in page.text
    assert next(given["start"] for name, given in page.elements if name == "ol") == "3"
    said_in_order(led)


def test_progress_is_a_table_and_reminders_are_listed(service: AnswerService) -> None:
    answer = replace(
        service.answer(Question("tracking")), reminders=(SetReminder("practice", "08:30", 2, "Europe/Berlin"),),
        progress=Progress(4, 4, 2, 3, 2, "8 to 12", weeks=(Week("2026-11-09", 3, 3, 0), Week("2026-11-16", 1, 1, 12))),
        calendar=CalendarFile("practice.ics", "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"),
    )
    page = page_of(answer)
    assert "2026-11-09 3 not known 2026-11-16 1 12" in page.text
    assert "Reminder (practice): every 2 days at 08:30, Europe/Berlin" in page.text
    assert "data:text/calendar;charset=utf-8,BEGIN%3AVCALENDAR%0D%0AEND%3AVCALENDAR%0D%0A" in page.links


def test_an_address_that_is_no_web_address_is_no_link(service: AnswerService) -> None:
    answer = as_payload(service.answer(Question("risk", ("gua_sha",))))
    for address in ("javascript:alert(1)", "data:text/html,x", "JAVASCRIPT:alert(1)", "//example.org", "http://[x",
                    "\x01javascript:1"):
        answer["sources"][0]["url"] = address
        page = page_of(answer)
        assert not [link for link in page.links if not re.match(r"https?://|#|/answers/", link)]
        assert tokens(address) in tokens(page.text)


def changed(value: Any, change: Callable[[str], str], name: str = "") -> Any:
    """The value with every text in it changed, but for what decides which template is taken."""
    if isinstance(value, dict):
        return {key: changed(each, change, key) for key, each in value.items()}
    if isinstance(value, list):
        return [changed(each, change, name) for each in value]
    fixed = {"type", "stance", "side", "id", "review_status", "payload", "sources", "supports", "opposes", "row"}
    return change(value) if isinstance(value, str) and value and name not in fixed else value


def full(service: AnswerService) -> list[dict[str, Any]]:
    """Answers that have every part among them."""
    every = (
        service.answer(Question("effectiveness", ("facial_exercise",)), situation=Situation(cautions=("ca_tmd",))),
        service.answer(Question("comparison", ("botox", "face_yoga"))), service.answer(Question("professional")),
        service.answer(Question("definition", terms=("ptosis",))),
        replace(service.answer(Question("effectiveness", ("gua_sha",), focus="simple")),
                explained=(service.release().glossary["ptosis"],)),
        replace(service.answer(Question("routine", ("facial_exercise",))), coached=Coached("running", 1, 8, 0, 60),
                left_out=(LeftOut("A", "B", "c"),), calendar=CalendarFile("a.ics", "BEGIN"),
                reminders=(SetReminder("practice", "08:30", 1, "Europe/Berlin"),),
                cautions=(Caution("c", "Take care.", ()),),
                progress=Progress(1, 1, 1, 1, 1, "", weeks=(Week("w", 1, 1, 1),))),
        service.plan(PlanRequest(places=("jaw",))),
    )
    safety = {"type": "safety", "v": 1, "level": "urgent", "rule": "x", "headline": "See a doctor."}
    return [*map(as_payload, every), safety]


def test_no_text_of_an_answer_is_ever_markup_and_none_is_lost(service: AnswerService) -> None:
    parts: set[str] = set()
    for answer in full(service):
        calm, hostile = (page_of(changed(answer, change)) for change in (lambda _: CALM, lambda _: HOSTILE))
        parts |= {name for name, value in answer.items() if value}
        assert hostile.tags == calm.tags
        assert hostile.text.count(HOSTILE) == calm.text.count(CALM) > 0
        assert [set(given) for _, given in hostile.elements] == [set(given) for _, given in calm.elements]
    assert parts >= {"cautions", "points", "sources", "debate", "rows", "plan", "steps", "routine", "referrals",
                     "progress", "definition", "explained", "reminders", "calendar", "left_out",
                     "see_dermatologist", "note"}
