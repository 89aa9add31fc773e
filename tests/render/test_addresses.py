"""The address of an answer: every question that can be shared has one, and it leads back to that question."""
from __future__ import annotations

import pytest

from bot.answers.index import ReleaseIndex
from bot.answers.service import AnswerService
from bot.channels.answer_pages import question_at
from bot.model import PlanRequest, Question, Situation
from bot.render.addresses import address_of, address_of_button, answer_address
from bot.render.payload import as_payload
from tests.answers.test_every_cell import questions


@pytest.fixture(scope="module")
def service(real_index: ReleaseIndex) -> AnswerService:
    return AnswerService(lambda: real_index)


def asked_at(address: str, index: ReleaseIndex) -> Question | None:
    path, _, page = address.removeprefix("/answers/").partition("?page=")
    kind, *slugs = path.split("/")
    return question_at(kind, tuple(slugs), page or "0", index)


def test_every_answer_has_an_address_that_asks_its_question(service: AnswerService, real_index: ReleaseIndex) -> None:
    more = [Question("comparison", ("botox", "face_yoga")), Question("cause"),
            Question("definition", terms=("ptosis",)),
            Question("effectiveness", ("facial_exercise",), ("jaw",), page=1)]
    for question in (*questions(real_index), *more):
        answer = service.answer(question)
        address = address_of(as_payload(answer))
        if answer.type == "tracking":
            assert address is None
        else:
            assert address and asked_at(address, real_index) == question


def test_every_button_that_asks_has_the_address_of_what_it_asks(
    service: AnswerService, real_index: ReleaseIndex,
) -> None:
    seen = 0
    for question in questions(real_index):
        for button in service.answer(question).suggestions:
            address = address_of_button(button.payload)
            if button.payload == "/simpler":
                assert address is None
            else:
                assert address and asked_at(address, real_index), button.payload
                seen += 1
    assert seen > 500


@pytest.mark.parametrize(("payload", "address"), [
    ('/ask_evidence{"subject": "gua_sha"}', "/answers/evidence/gua_sha"),
    ('/ask_how_to{"subject": ["gua_sha", "roller"], "area": "jaw"}', "/answers/how_to/gua_sha/roller/jaw"),
    ('/more_evidence{"kind": "risk", "page": "2", "subject": "botox"}', "/answers/risk/botox?page=2"),
    ("/ask_professional", "/answers/professional"),
    ('/ask_routine{"wish": "start"}', None),
    ('/helpful{"answer": "848227372"}', None),
    ("/simpler", None),
    ("jaw", None),
])
def test_what_a_button_asks(payload: str, address: str | None) -> None:
    assert address_of_button(payload) == address


def test_what_is_a_visitors_own_has_no_address(service: AnswerService) -> None:
    plan = service.plan(PlanRequest(places=("jaw",), conditions=("pregnancy",)))
    assert address_of(as_payload(plan)) is None
    for answer in ({"type": "safety"}, {"type": "tracking"}, {"type": "routine", "state": "running"}):
        assert address_of({**answer, "question": {"kind": "routine"}}) is None
    told = service.answer(Question("risk", ("retinoids",), conditions=("pregnancy",)),
                          situation=Situation(("ca_pregnancy",), ("pregnancy",)))
    assert address_of(as_payload(told)) in (None, "/answers/risk/retinoids")


@pytest.mark.parametrize("path", [
    "nothing/gua_sha", "risk/gua_sh", "risk/GUA_SHA", "risk/../x", "risk//gua_sha", "risk/gua_sha?page=99",
    pytest.param(f"risk/gua_sha?page={'0' * 5000}", id="thousands of digits"),
    "risk/gua_sha?page=-1", "risk/gua_sha?page=1e3", "risk/gua_sha?page=²", "risk/" + "/".join(["gua_sha"] * 7), "",
    "risk/pregnancy",
])
def test_an_address_that_asks_nothing_is_no_question(path: str, real_index: ReleaseIndex) -> None:
    assert asked_at(f"/answers/{path}", real_index) is None


def test_an_address_names_each_thing_once() -> None:
    assert answer_address("risk", ("jaw", "jaw"), 0) == "/answers/risk/jaw"
