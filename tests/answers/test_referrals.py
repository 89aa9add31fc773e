"""Whom to see: every answer has the line that fits, and an answer on whom to see has all that the visitor needs."""
from __future__ import annotations

import pytest

from bot.answers.index import ReleaseIndex
from bot.answers.service import AnswerService
from bot.model import Answer, Question, Situation
from bot.render.payload import as_payload
from bot.render.text import as_text
from tests.answers.test_cautions import KINDS, questions


@pytest.fixture(scope="module")
def service(real_index: ReleaseIndex) -> AnswerService:
    return AnswerService(lambda: real_index)


def seen_first(answer: Answer) -> str:
    return answer.referrals[0].id


def test_every_answer_of_every_kind_says_when_to_see_a_dermatologist(
    service: AnswerService, real_index: ReleaseIndex,
) -> None:
    """The line of the subject or area that was asked about, where the answer is about it."""
    asked = questions(real_index)
    assert len(asked) == len(KINDS) * (1 + len(real_index.subjects) + len(real_index.areas)) > 1_300
    for question in asked:
        for situation in (Situation(), Situation(tuple(rule.id for rule in real_index.cautions))):
            answer = service.answer(question, situation=situation)
            line = answer.see_dermatologist
            assert line and line.text and line.text in as_text(answer), question
            named = (*question.subjects, *question.areas)
            if answer.type == "safety" and named:
                assert line == real_index.place(named[0]).see_dermatologist  # type: ignore[union-attr]


def test_whom_to_see_comes_with_how_soon_what_to_ask_and_how_to_check(
    service: AnswerService, real_index: ReleaseIndex,
) -> None:
    for question in questions(real_index):
        if question.kind != "professional":
            continue
        answer = service.answer(question)
        *seeing, checking = answer.referrals
        assert seeing and checking.checks_credentials, question
        assert not any(each.checks_credentials for each in seeing)
        text = as_text(answer)
        for each in answer.referrals:
            assert each.who_to_see and each.how_soon and each.why and each.questions_to_ask and each.sources
            wanted = (each.situation, each.who_to_see, each.how_soon, each.why, *each.questions_to_ask)
            assert [part for part in wanted if part not in text] == [], question
        assert "How to check credentials: " in text
        assert set(checking.sources) <= {numbered.source.id for numbered in answer.sources}
        marked = [each["checks_credentials"] for each in as_payload(answer)["referrals"]]
        assert marked == [False] * len(seeing) + [True]


@pytest.mark.parametrize(("question", "situation", "first"), [
    (Question("professional", ("eye_bags",)), Situation(), "rf_eyelids"),
    (Question("professional", ("facelift",)), Situation(), "rf_surgery_choice"),
    (Question("professional", ("botox",)), Situation(), "rf_injectable_choice"),
    (Question("professional", ("chewing_gum",)), Situation(), "rf_jaw"),
    (Question("professional", (), ("upper_eyelid",)), Situation(), "rf_eyelids"),
    (Question("professional", (), ("jaw",)), Situation(), "rf_gradual_sagging"),
    (Question("professional", (), ("jaw",)), Situation(conditions=("tmj",)), "rf_jaw"),
    (Question("professional", (), (), ("tmj",)), Situation(), "rf_jaw"),
    (Question("professional"), Situation(conditions=("pregnancy",)), "rf_pregnancy"),
    (Question("professional", ("fillers",)), Situation(conditions=("recent_filler",)), "rf_filler_problem"),
    (Question("professional", ("retinoids",)), Situation(conditions=("pregnancy",)), "rf_pregnancy"),
    (Question("professional", ("wrinkles",)), Situation(conditions=("pregnancy",)), "rf_prescription_cream"),
    (Question("professional", ("retinoids",)), Situation(), "rf_prescription_cream"),
    (Question("professional", ("wrinkles",)), Situation(conditions=("tmj",)), "rf_gradual_sagging"),
    (Question("professional"), Situation(), "rf_gradual_sagging"),
], ids=str)
def test_subject_area_and_situation_choose_whom_to_see(
    service: AnswerService, question: Question, situation: Situation, first: str,
) -> None:
    assert seen_first(service.answer(question, situation=situation)) == first
