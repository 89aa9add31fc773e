"""The same answer in short, for its sources, for what speaks against it, and asked again."""
from __future__ import annotations

from dataclasses import replace

import pytest

from bot.answers.index import ReleaseIndex
from bot.answers.service import AnswerService
from bot.model import OPPOSES, SUPPORTS, Answer, Question
from bot.render.payload import as_payload
from bot.render.text import as_text

WORKS = Question("effectiveness", ("facial_exercise",))


@pytest.fixture
def service(real_index: ReleaseIndex) -> AnswerService:
    return AnswerService(lambda: real_index)


def stances(answer: Answer) -> set[str]:
    return {point.stance for point in answer.points}


def test_in_short_every_side_keeps_its_strongest_point(service: AnswerService) -> None:
    whole, short = service.answer(WORKS), service.answer(replace(WORKS, focus="simple"))
    assert len(short.points) < len(whole.points)
    assert stances(short) == stances(whole)
    assert len(short.points) == len(stances(short))
    assert short.more_points == whole.more_points + len(whole.points) - len(short.points)
    assert short.headline == whole.headline and short.cautions == whole.cautions
    assert short.see_dermatologist == whole.see_dermatologist
    cited = {numbered.source.id for numbered in short.sources}
    assert {source for point in short.points for source in point.sources} <= cited


def test_in_short_hard_words_are_explained_with_their_sources(service: AnswerService, real_index: ReleaseIndex) -> None:
    for subject in real_index.subjects:
        short = service.answer(Question("effectiveness", (subject,), focus="simple"))
        if short.explained:
            cited = {numbered.source.id for numbered in short.sources}
            assert {source for entry in short.explained for source in entry.sources} <= cited
            assert all(entry.text in as_text(short) for entry in short.explained)
            assert as_payload(short)["explained"][0]["term"] == short.explained[0].term
            return
    raise AssertionError("no answer has a word of the glossary")


def test_sources_are_those_of_the_answer_before(service: AnswerService) -> None:
    risk = service.answer(Question("risk", ("facial_exercise",)))
    sources = service.answer(Question("evidence", ("facial_exercise",), focus="sources", of="risk"))
    assert {point.id for point in sources.points} == {point.id for point in risk.points}
    assert sources.question.kind == "evidence" and sources.kind_answered == "risk"
    assert sources.note


def test_doubts_come_first_and_no_side_is_lost(service: AnswerService) -> None:
    plain = service.answer(Question("evidence", ("facial_exercise",)))
    against = service.answer(Question("evidence", ("facial_exercise",), focus="against", of="effectiveness"))
    assert stances(against) == stances(plain)
    assert against.points[0].stance == OPPOSES
    assert against.points[-1].stance == SUPPORTS
    text = as_text(against)
    assert text.index("What speaks against it:") < text.index("What speaks for it:")


def test_asked_again_there_is_something_new_or_a_word_that_there_is_not(service: AnswerService) -> None:
    shown: set[str] = set()
    for page in range(20):
        answer = service.answer(replace(WORKS, page=page))
        if not answer.points:
            assert page and answer.note
            assert answer.suggestions[0].payload == "/simpler"
            return
        assert shown.isdisjoint(point.id for point in answer.points)
        shown |= {point.id for point in answer.points}
    raise AssertionError("the answer never came to its end")


def test_a_comparison_asked_for_again_has_something_new_or_says_that_there_is_not(service: AnswerService) -> None:
    both = Question("comparison", ("botox", "face_yoga"))
    pages = [service.answer(replace(both, page=page)) for page in range(4)]
    assert pages[0].points and not pages[0].note
    assert not pages[-1].points and pages[-1].note and pages[-1].rows == pages[0].rows
    assert pages[-1].suggestions[0].payload == "/simpler"


def test_a_second_miss_says_so(service: AnswerService) -> None:
    first, second = service.out_of_scope(Question(None)), service.out_of_scope(Question(None), again=True)
    assert first.headline != second.headline
    assert second.type == "out_of_scope" and second.suggestions and second.see_dermatologist
