"""What every answer from the real content must hold to, whatever the editors write."""
from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace

import pytest

from bot.answers.index import ReleaseIndex
from bot.answers.select import POINTS_A_SIDE, SIDES, by_strength
from bot.answers.service import AnswerService
from bot.model import EVIDENCE_LEVELS, MIXED, TWO_SIDED_KINDS, Answer, Question
from bot.render.payload import as_payload
from bot.render.text import as_text


def questions(index: ReleaseIndex) -> Iterator[Question]:
    """Every cell: each subject and kind, on each area that it has claims on, and each area and kind."""
    for slug in index.subjects:
        for kind in index.kinds_of(slug):
            yield Question(kind, subjects=(slug,))
            for area in {area for claim in index.about_subject(slug, kind) for area in claim.areas}:
                yield Question(kind, subjects=(slug,), areas=(area,))
    for slug in index.areas:
        for kind in index.kinds_of(slug):
            yield Question(kind, areas=(slug,))


@pytest.fixture(scope="module")
def service(real_index: ReleaseIndex) -> AnswerService:
    return AnswerService(lambda: real_index)


@pytest.fixture(scope="module")
def answers(service: AnswerService, real_index: ReleaseIndex) -> list[Answer]:
    found = [service.answer(question) for question in questions(real_index)]
    assert len(found) > 350  # fewer would mean that this module tests next to nothing
    return found


def failing(answers: list[Answer], holds: object) -> list[Question]:
    return [answer.question for answer in answers if not holds(answer)]  # type: ignore[operator]


def test_every_cell_has_an_answer(answers: list[Answer]) -> None:
    assert failing(answers, lambda a: a.type in ("answer", "comparison", "routine", "tracking")) == []


def test_headlines_are_at_most_thirty_words(answers: list[Answer]) -> None:
    assert failing(answers, lambda a: 0 < len(a.headline.split()) <= 30 or a.definition) == []


def test_at_most_three_points_a_side(answers: list[Answer]) -> None:
    def holds(answer: Answer) -> bool:
        return all(sum(p.stance == side for p in answer.points) <= POINTS_A_SIDE for side in SIDES)

    assert failing(answers, holds) == []


def test_each_side_shows_the_strongest_first_and_independent_before_commercial(
    answers: list[Answer], real_index: ReleaseIndex,
) -> None:
    def holds(answer: Answer) -> bool:
        for side in SIDES:
            keys = [by_strength(real_index.claims[p.id], real_index) for p in answer.points if p.stance == side]
            if keys != sorted(keys):
                return False
        return True

    assert failing(answers, holds) == []


def test_two_sides_or_a_written_none_found(answers: list[Answer]) -> None:
    def holds(answer: Answer) -> bool:
        if answer.question.kind not in TWO_SIDED_KINDS:
            return True
        shown = {p.stance for p in answer.points} | {side.side for side in answer.none_found}
        dated = all(re.fullmatch(r"\d{4}-\d\d-\d\d", side.as_of) for side in answer.none_found)
        return dated and (MIXED in shown or {"supports", "opposes"} <= shown)

    assert failing(answers, holds) == []


def test_every_point_is_sourced_and_every_source_numbered(answers: list[Answer]) -> None:
    def holds(answer: Answer) -> bool:
        ids = [numbered.source.id for numbered in answer.sources]
        cited = [source for point in answer.points for source in point.sources]
        return (set(cited) <= set(ids) and all(point.sources for point in answer.points)
                and [numbered.n for numbered in answer.sources] == list(range(1, len(ids) + 1)))

    assert failing(answers, holds) == []


def test_every_answer_says_when_to_see_a_dermatologist(answers: list[Answer]) -> None:
    assert failing(answers, lambda a: a.see_dermatologist and a.see_dermatologist.text) == []


def test_evidence_is_never_stronger_than_the_strongest_point_of_its_claims(
    answers: list[Answer], real_index: ReleaseIndex,
) -> None:
    def holds(answer: Answer) -> bool:
        if answer.type != "answer" or answer.evidence is None or not answer.points:
            return True
        strongest = min(EVIDENCE_LEVELS.index(p.evidence) for p in answer.points)
        return EVIDENCE_LEVELS.index(answer.evidence) >= strongest or answer.more_points > 0

    assert failing(answers, holds) == []


def test_every_button_leads_to_an_answer(answers: list[Answer], service: AnswerService) -> None:
    payloads = {(s.payload, a.question) for a in answers for s in a.suggestions}
    dead = []
    for payload, _ in payloads:
        name, _, entities = payload[1:].partition("{")
        values = json.loads("{" + entities) if entities else {}
        kind = values.get("kind") or name.removeprefix("ask_")
        asked = Question(kind, tuple(filter(None, [values.get("subject")])), tuple(filter(None, [values.get("area")])))
        if service.answer(asked).type in ("clarify", "out_of_scope"):
            dead.append(payload)
    assert dead == []


def test_answers_lead_on(answers: list[Answer]) -> None:
    assert failing(answers, lambda a: len(a.suggestions) <= 3 and len({s.payload for s in a.suggestions}) == len(
        a.suggestions)) == []


def test_more_evidence_shows_every_claim_once(answers: list[Answer], service: AnswerService) -> None:
    for first in answers:
        if first.type != "answer" or first.question.page:
            continue
        seen = [point.id for point in first.points]
        page, answer = 0, first
        while answer.more_points:
            page += 1
            answer = service.answer(replace(first.question, page=page))
            seen += [point.id for point in answer.points]
        assert len(seen) == len(set(seen)), first.question
        assert len(seen) == len(first.points) + first.more_points, first.question


def test_the_same_question_gives_the_same_bytes(service: AnswerService, real_index: ReleaseIndex) -> None:
    again = AnswerService(lambda: ReleaseIndex(real_index.release))
    for question in questions(real_index):
        one, other = (json.dumps(as_payload(each.answer(question))) for each in (service, again))
        assert one == other


def test_the_text_leaves_nothing_out(answers: list[Answer]) -> None:
    for answer in answers:
        text = as_text(answer)
        assert "\n\n" not in text
        wanted = [answer.headline, answer.see_dermatologist.text, answer.reviewed_on]  # type: ignore[union-attr]
        wanted += [point.text for point in answer.points] + [point.caveat for point in answer.points]
        wanted += [numbered.source.title for numbered in answer.sources]
        wanted += [numbered.source.url or "" for numbered in answer.sources]
        wanted += [side.text for side in answer.none_found] + [caution.text for caution in answer.cautions]
        assert [part for part in wanted if part not in text] == [], answer.question
