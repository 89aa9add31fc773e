"""The plan: the best evidence first, both sides of each thing, and nothing that does not suit the visitor."""
from __future__ import annotations

import itertools

import pytest

from bot.answers.index import ReleaseIndex
from bot.answers.plan import GOALS, MOST_ITEMS, MOST_OF_A_FAMILY, PLAN_ROWS
from bot.answers.service import AnswerService
from bot.model import EVIDENCE_LEVELS, MIXED, OPPOSES, SUPPORTS, Answer, PlanRequest, Situation
from bot.render.payload import as_payload
from bot.render.text import as_text

STRONG_ENOUGH = EVIDENCE_LEVELS[:EVIDENCE_LEVELS.index("expert_opinion") + 1]


@pytest.fixture(scope="module")
def service(real_index: ReleaseIndex) -> AnswerService:
    return AnswerService(lambda: real_index)


@pytest.fixture(scope="module")
def plans(service: AnswerService, real_index: ReleaseIndex) -> dict[PlanRequest, Answer]:
    """The plans for every place, goal, condition and some minutes."""
    places = [(), *((slug,) for slug in real_index.areas), ("jowls", "jaw"), ("eye_bags", "under_eye")]
    goals = [(), *((goal,) for goal in GOALS)]
    told = [(), *((slug,) for slug in real_index.conditions)]
    requests = [PlanRequest(place, "", goal, (), minutes)
                for place, goal, minutes in itertools.product(places, goals, (None, 0, 5, 20))]
    requests += [PlanRequest(place, "weeks", (), conditions, None)
                 for place, conditions in itertools.product(places, told)]
    return {request: service.plan(request) for request in requests}


def test_there_are_at_most_five_things_and_no_three_of_a_family(
    plans: dict[PlanRequest, Answer], real_index: ReleaseIndex,
) -> None:
    for request, answer in plans.items():
        assert 1 <= len(answer.plan) <= MOST_ITEMS, request
        families = [real_index.subjects[item.subject].family for item in answer.plan]
        assert max(map(families.count, families)) <= MOST_OF_A_FAMILY, request
        assert len({item.subject for item in answer.plan}) == len(answer.plan)


def test_the_best_evidence_comes_first(plans: dict[PlanRequest, Answer], real_index: ReleaseIndex) -> None:
    for request, answer in plans.items():
        last = {"cost", "risk"} & set(request.goals)
        order = [(bool(last) and real_index.subjects[item.subject].family == "procedures",
                  EVIDENCE_LEVELS.index(item.evidence)) for item in answer.plan]
        assert order == sorted(order), request


def test_each_thing_has_both_sides_or_says_that_none_was_found(plans: dict[PlanRequest, Answer]) -> None:
    for request, answer in plans.items():
        points = {point.id: point for point in answer.points}
        for item in answer.plan:
            assert all(points[id].stance in (SUPPORTS, MIXED) for id in item.supports) and item.supports, request
            assert all(points[id].stance in (OPPOSES, MIXED) for id in item.opposes), request
            assert bool(item.opposes) != (OPPOSES in {side.side for side in item.none_found}), (request, item)


def test_nothing_is_listed_on_a_sellers_word_or_against_better_evidence(plans: dict[PlanRequest, Answer]) -> None:
    for answer in plans.values():
        points = {point.id: point for point in answer.points}
        for item in answer.plan:
            assert item.evidence in STRONG_ENOUGH
            against = [EVIDENCE_LEVELS.index(points[id].evidence) for id in item.opposes]
            assert all(EVIDENCE_LEVELS.index(item.evidence) <= level for level in against), item


def test_what_a_caution_withholds_is_left_out_and_said(
    plans: dict[PlanRequest, Answer], real_index: ReleaseIndex,
) -> None:
    told = [(request, answer) for request, answer in plans.items() if request.conditions]
    for request, answer in told:
        rules = [rule for rule in real_index.cautions if set(rule.conditions) & set(request.conditions)]
        for rule in rules:
            for item in answer.plan:
                assert not {item.subject, *real_index.parents(item.subject)} & set(rule.withholds.subjects)
                assert not (rule.blocks_routines and real_index.subjects[item.subject].family == "exercise")
        assert {each.rule for each in answer.left_out} <= {caution.id for caution in answer.cautions}, request
        assert {each.rule for each in answer.left_out} <= {rule.id for rule in rules}
    assert any(answer.left_out for _, answer in told)


def test_goals_and_minutes_change_the_plan_and_the_note_says_so(
    plans: dict[PlanRequest, Answer], real_index: ReleaseIndex,
) -> None:
    for request, answer in plans.items():
        families = {real_index.subjects[item.subject].family for item in answer.plan}
        assert bool(answer.note) or not (request.goals or request.since)
        if "home" in request.goals:
            assert "procedures" not in families
        if request.minutes == 0:
            assert not families & {"exercise", "massage"}
    assert any("procedures" in {real_index.subjects[i.subject].family for i in each.plan} for each in plans.values())


def test_every_row_has_a_cell_for_each_thing_and_every_citation_its_source(plans: dict[PlanRequest, Answer]) -> None:
    for answer in plans.values():
        assert [row.row for row in answer.rows] == list(PLAN_ROWS)
        assert all(len(row.cells) == len(answer.columns) == len(answer.plan) for row in answer.rows)
        known = {numbered.source.id for numbered in answer.sources}
        assert all(set(point.sources) <= known for point in answer.points)
        assert answer.referrals and all(each.questions_to_ask for each in answer.referrals)


def test_the_text_holds_everything_of_the_plan(service: AnswerService) -> None:
    answer = service.plan(PlanRequest(("jaw",), "weeks", ("home",), ("tmj",), 10))
    text = as_text(answer)
    for item in answer.plan:
        assert all(words in text for words in (item.name, item.headline, item.effort, item.cost.text, item.risks.text))
    assert all(point.text in text and point.caveat in text for point in answer.points)
    assert all(question in text for each in answer.referrals for question in each.questions_to_ask)
    assert "\n\n" not in text and answer.note in text
    assert [item["subject"] for item in as_payload(answer)["plan"]] == [item.subject for item in answer.plan]


def test_while_something_is_open_there_is_no_plan(service: AnswerService) -> None:
    answer = service.plan(PlanRequest(("jaw",)), Situation(open_rule="em_stroke_fast"))
    assert (answer.type, answer.level, answer.rule) == ("safety", "emergency", "em_stroke_fast")
    assert not (answer.plan or answer.rows or answer.points or answer.suggestions)


def test_values_that_nobody_knows_are_left_aside(service: AnswerService) -> None:
    odd = PlanRequest(("elbow", "jaw"), "eternity", ("fame",), ("gout",), 10)
    assert service.plan(odd).plan == service.plan(PlanRequest(("jaw",), minutes=10)).plan


def test_with_nothing_left_it_says_so(service: AnswerService, real_index: ReleaseIndex) -> None:
    everything = Situation(tuple(rule.id for rule in real_index.cautions))
    answer = service.plan(PlanRequest(("jaw",), "", ("home",), (), 0), everything)
    assert answer.headline and answer.referrals and answer.cautions
    assert answer.type == ("comparison" if answer.plan else "answer")
