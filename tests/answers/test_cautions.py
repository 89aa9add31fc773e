"""What a visitor has told of themselves: said first, and nothing that does not suit them is offered.

No clinician has reviewed the rules; these tests hold the answers to what the rules say.
"""
from __future__ import annotations

import json
import re
from collections.abc import Iterator

import pytest

from bot.answers.index import ReleaseIndex
from bot.answers.phrases import REQUIRED
from bot.answers.service import AnswerService
from bot.answers.visitor import Visitor
from bot.model import AWAITING, MIXED, OPPOSES, SUPPORTS, TWO_SIDED_KINDS, Answer, CautionRule, Question, Situation
from bot.render.payload import as_payload
from bot.render.text import as_text

KINDS = tuple(name.removeprefix("ask_area_") for name in REQUIRED if name.startswith("ask_area_"))
OFFERING = ("how_to", "routine", "product")
JAW_MOVES = {"jaw_resistance", "wide_mouth", "chewing"}
#: Kinds about a withheld subject that a button may ask: none of them hands the visitor anything to do or to use.
ASKED_ABOUT_WITHHELD = {"risk", "suitability", "professional"}


def situation(*rules: CautionRule) -> Situation:
    return Situation(tuple(rule.id for rule in rules), tuple(each for rule in rules for each in rule.conditions))


def lineage(slug: str, index: ReleaseIndex) -> set[str]:
    return {slug, *index.parents(slug)}


def is_withheld(slug: str, rule: CautionRule, index: ReleaseIndex) -> bool:
    return bool(lineage(slug, index) & set(rule.withholds.subjects))


def questions(index: ReleaseIndex) -> list[Question]:
    """Every kind about every subject, every area, and about nothing in particular."""
    return [Question(kind, *about) for kind in KINDS
            for about in [(), *(((slug,),) for slug in index.subjects), *(((), (slug,)) for slug in index.areas)]]


@pytest.fixture(scope="module")
def service(real_index: ReleaseIndex) -> AnswerService:
    return AnswerService(lambda: real_index)


@pytest.fixture(scope="module")
def rules(real_index: ReleaseIndex) -> dict[str, CautionRule]:
    return {rule.id: rule for rule in real_index.cautions}


@pytest.fixture(scope="module")
def plain(service: AnswerService, real_index: ReleaseIndex) -> dict[Question, Answer]:
    """The answers to a visitor who told nothing."""
    return {question: service.answer(question) for question in questions(real_index)}


def test_the_release_holds_all_cautions_and_the_levels_of_the_other_rules(real_index: ReleaseIndex) -> None:
    assert len(real_index.cautions) == 19 and len(real_index.safety_levels) == 32
    assert len(KINDS) == 15
    assert {rule.review_status for rule in real_index.cautions} == {AWAITING}
    assert {rule.id for rule in real_index.cautions if rule.blocks_routines} == {
        "ca_palsy_history", "ca_recent_surgery", "ca_recent_injectables", "ca_under18", "ca_pain_stop"}


def stances(answer: Answer) -> set[str]:
    return {point.stance for point in answer.points} | {side.side for side in answer.none_found}


def sides(answer: Answer) -> set[str]:
    """The sides that an answer shows; a point that is said first as a caution is shown too."""
    shown = stances(answer)
    return {SUPPORTS, OPPOSES} if MIXED in shown else shown & {SUPPORTS, OPPOSES}


def offers(answer: Answer) -> bool:
    return answer.question.kind in OFFERING or answer.kind_answered in OFFERING


def faults(answer: Answer, rule: CautionRule, index: ReleaseIndex) -> Iterator[str]:
    """What an answer offers against a rule."""
    if offers(answer):
        yield from (point.id for point in answer.points
                    if any(is_withheld(slug, rule, index) for slug in index.claims[point.id].subjects)
                    or set(index.claims[point.id].moves) & set(rule.withholds.moves))
    steps = (*answer.steps, *(answer.routine.steps if answer.routine else ()))
    yield from (step.name for step in steps if set(step.moves) & set(rule.withholds.moves))
    if rule.blocks_routines and steps:
        yield "steps"
    for suggestion in answer.suggestions:
        intent, _, values = suggestion.payload[1:].partition("{")
        entities = json.loads("{" + values) if values else {}
        kind = entities.get("kind") or intent.removeprefix("ask_")
        if kind == "routine" and rule.blocks_routines:
            yield suggestion.payload
        slug = entities.get("subject", "")
        if slug in index.subjects and is_withheld(slug, rule, index) and kind not in ASKED_ABOUT_WITHHELD \
                and intent != "more_evidence":
            yield suggestion.payload


def test_nothing_withheld_is_offered_by_any_rule_in_any_answer(
    service: AnswerService, real_index: ReleaseIndex, plain: dict[Question, Answer],
) -> None:
    found = []
    for rule in real_index.cautions:
        for question in plain:
            answer = service.answer(question, situation=situation(rule))
            found += [(rule.id, question.kind, question.subjects, question.areas, fault)
                      for fault in faults(answer, rule, real_index)]
    assert found == []


def test_both_sides_stay_whatever_is_withheld(
    service: AnswerService, real_index: ReleaseIndex, plain: dict[Question, Answer],
) -> None:
    """Where the answer still is what was asked for; a refusal has no sides. A claim said first counts as shown."""
    found = []
    for rule in real_index.cautions:
        for question, before in plain.items():
            if before.kind_answered not in TWO_SIDED_KINDS and before.type != "comparison":
                continue
            answer = service.answer(question, situation=situation(rule))
            said = {real_index.claims[each.id].stance for each in answer.cautions if each.id in real_index.claims}
            if answer.type != "safety" and not sides(before) <= sides(answer) | said:
                found.append((rule.id, question))
            if not set(answer.none_found) <= set(before.none_found):  # left out is not the same as not found
                found.append((rule.id, question))
            if answer.type == "safety" and question.kind not in OFFERING:
                found.append((rule.id, question))
    assert found == []


def test_information_keeps_every_point(
    service: AnswerService, real_index: ReleaseIndex, plain: dict[Question, Answer],
) -> None:
    found = []
    for rule in real_index.cautions:
        for question, before in plain.items():
            asked = question.kind in ("effectiveness", "risk", "evidence", "comparison") and question.subjects
            if asked and before.type in ("answer", "comparison"):
                answer = service.answer(question, situation=situation(rule))
                total = len(answer.points) + answer.more_points + sum(
                    each.id in real_index.claims for each in answer.cautions)
                if total < len(before.points) + before.more_points or answer.headline != before.headline:
                    found.append((rule.id, question))
    assert found == []


def test_what_a_rule_withholds_it_says_first(service: AnswerService, real_index: ReleaseIndex) -> None:
    for rule in real_index.cautions:
        for slug in rule.withholds.subjects:
            for kind in KINDS:
                answer = service.answer(Question(kind, (slug,)), situation=situation(rule))
                if answer.type in ("clarify", "out_of_scope"):
                    continue
                assert answer.cautions and answer.cautions[0].id == rule.id, (rule.id, slug, kind, answer.type)
                assert answer.cautions[0].review_status == AWAITING


def test_whoever_told_nothing_gets_nothing_left_out(plain: dict[Question, Answer]) -> None:
    assert [question for question, answer in plain.items() if answer.left_out or answer.rule] == []


@pytest.mark.parametrize("kind", ["how_to", "routine"])
def test_with_jaw_trouble_no_step_works_the_jaw(
    service: AnswerService, real_index: ReleaseIndex, rules: dict[str, CautionRule], plain: dict[Question, Answer],
    kind: str,
) -> None:
    jaw = situation(rules["ca_tmd"])
    worked = {step.name for question, answer in plain.items() if question.kind == kind for step in answer.steps
              if JAW_MOVES & set(step.moves)}
    assert worked, "no answer works the jaw even without the caution: this test would pass for nothing"
    for question in plain:
        if question.kind == kind:
            answer = service.answer(question, situation=jaw)
            assert not [step for step in answer.steps if JAW_MOVES & set(step.moves)], question
            assert not (answer.routine and [s for s in answer.routine.steps if JAW_MOVES & set(s.moves)]), question


def test_a_step_left_out_is_said_by_name_with_the_reason(
    service: AnswerService, rules: dict[str, CautionRule],
) -> None:
    answer = service.answer(Question("routine", ("facial_exercise",)), situation=situation(rules["ca_tmd"]))
    assert answer.type == "routine" and answer.routine and answer.routine.minutes is None
    assert [(each.name, each.rule) for each in answer.left_out] == [("Neck", "ca_tmd")]
    assert "Neck" not in [step.name for step in answer.steps]
    text = as_text(answer)
    assert "Left out for you, because of jaw-joint trouble: Neck." in text
    assert as_payload(answer)["left_out"] == [{"name": "Neck", "because": "jaw-joint trouble", "rule": "ca_tmd"}]


def test_in_pregnancy_no_retinoid_is_offered(
    service: AnswerService, rules: dict[str, CautionRule], plain: dict[Question, Answer], real_index: ReleaseIndex,
) -> None:
    def offered(answer: Answer) -> list[str]:
        texts = [answer.headline, *(step.instruction for step in answer.steps)]
        texts += [point.text for point in answer.points if real_index.claims[point.id].kind != "evidence"]
        texts += [each.title for each in answer.suggestions
                  if not any(f"ask_{kind}" in each.payload for kind in ASKED_ABOUT_WITHHELD)]
        return [text for text in texts if "retino" in text.lower() or "tretinoin" in text.lower()]

    pregnant = situation(rules["ca_pregnancy"])
    asked = [question for question in plain if question.kind in OFFERING]
    assert [question for question in asked if offered(plain[question])]
    for question in asked:
        answer = service.answer(question, situation=pregnant)
        assert answer.type == "safety" or not offered(answer), (question, offered(answer))
    retinoid = service.answer(Question("how_to", ("retinoids",)), situation=pregnant)
    assert (retinoid.type, retinoid.level, retinoid.rule) == ("safety", "caution", "ca_pregnancy")
    assert not retinoid.points and not retinoid.steps


@pytest.mark.parametrize("subject", ["facial_massage", "gua_sha", "roller", "facial_exercise", "neck_stretch", None])
@pytest.mark.parametrize("area", [None, "jaw", "neck"])
def test_the_day_after_botox_no_routine_starts(
    service: AnswerService, rules: dict[str, CautionRule], subject: str | None, area: str | None,
) -> None:
    asked = Question("routine", (subject,) if subject else (), (area,) if area else ())
    answer = service.answer(asked, situation=situation(rules["ca_recent_injectables"]))
    assert (answer.type, answer.level, answer.rule) == ("safety", "caution", "ca_recent_injectables")
    assert not answer.steps and answer.routine is None
    assert answer.headline.startswith("No routine for now, because of recent filler or Botox.")
    assert answer.cautions[0].text == rules["ca_recent_injectables"].message
    assert service.answer(asked).type == "routine"


@pytest.mark.parametrize(("words", "move"), [
    (r"tip your head (back|up)|look up", "head_tilt_back"),
    (r'to an "o"|make an "o"|wide, slow|big shapes', "wide_mouth"),
    (r"jaw forward|bar between your lips", "jaw_resistance"), (r"\bchew", "chewing"),
    (r"\brub|circles|\bsweep|\bstroke|knead|roller|slide your fingers", "rubbing"), (r"\bstone\b", "scraping"),
    (r"round the eye|below the eye", "eye_pressure"), (r"along your neck|from neck", "neck_pressure"),
    (r"hardly move|against them|keep the muscles tight|push your cheeks|over and over", "strong_effort"),
])
def test_a_step_carries_the_moves_that_its_words_ask_for(real_index: ReleaseIndex, words: str, move: str) -> None:
    """A new step that says the same and does not carry the move would be offered to whom it does not suit."""
    steps = [step for routine in real_index.routines.values() for step in routine.steps
             if re.search(words, step.instruction, re.IGNORECASE)]
    assert steps or move == "chewing"
    assert [step.name for step in steps if move not in step.moves] == []


def test_where_one_whole_side_would_go_nothing_is_left(real_index: ReleaseIndex, rules: dict[str, CautionRule]) -> None:
    claims = [claim for claim in real_index.claims.values() if claim.kind == "effectiveness"]
    retinoid = next(claim for claim in claims if claim.subjects[0] == "retinoids" and claim.stance == SUPPORTS)
    against = next(claim for claim in claims if claim.subjects[0] == "facial_exercise" and claim.stance == OPPOSES)
    pregnant = Visitor(situation(rules["ca_pregnancy"]), real_index)
    assert pregnant.suited([retinoid, against], "product")[0] == ()
    assert pregnant.suited([retinoid, against], "how_to")[0] == (against,)
    assert [each.rule for each in pregnant.suited([retinoid, against], "product")[1]] == ["ca_pregnancy"]


def test_an_open_sign_comes_before_any_routine(service: AnswerService, real_index: ReleaseIndex) -> None:
    for rule, level in {**real_index.safety_levels, "unknown_rule": "emergency"}.items():
        if level == "distress":
            continue
        for question in (Question("routine"), Question("routine", ("gua_sha",)), Question("routine", (), ("jaw",))):
            answer = service.answer(question, situation=Situation(open_rule=rule))
            assert (answer.type, answer.level, answer.rule) == ("safety", level, rule)
            assert answer.headline.startswith("First things first") and not answer.steps
            assert answer.suggestions == ()
    method = service.answer(Question("how_to", ("facial_exercise",)), situation=Situation(open_rule="ur_lump"))
    assert method.steps == () and method.left_out[0].rule == "ur_lump"


def test_the_most_pressing_come_first_and_at_most_three_unless_all_are_about_the_subject(
    service: AnswerService, real_index: ReleaseIndex,
) -> None:
    told = situation(*reversed(real_index.cautions))
    order = [rule.id for rule in real_index.cautions]
    for question in (Question("risk", ("gua_sha",)), Question("effectiveness", ("retinoids",)),
                     Question("how_to", (), ("jaw",))):
        said = [each.id for each in service.answer(question, situation=told).cautions if each.id in order]
        assert len(said) > 3 and said == sorted(said, key=order.index)
    few = service.answer(Question("effectiveness", ("jowls",)), situation=told).cautions
    assert 1 <= len(few) <= 3


def test_a_caution_that_does_not_touch_an_answer_is_not_said(
    service: AnswerService, rules: dict[str, CautionRule],
) -> None:
    pregnant = situation(rules["ca_pregnancy"])
    assert [each.id for each in service.answer(Question("cause", ("jowls",)), situation=pregnant).cautions
            if each.id in rules] == []
    assert [each.id for each in service.answer(Question("risk", ("facial_exercise",)), situation=pregnant).cautions
            if each.id in rules] == []


def test_one_that_suits_is_answered_where_another_does_not(
    service: AnswerService, rules: dict[str, CautionRule],
) -> None:
    asked = Question("how_to", ("retinoids", "facial_oil"))
    answer = service.answer(asked, situation=situation(rules["ca_pregnancy"]))
    assert answer.type == "answer" and answer.question == asked
    assert all(point.id != "cs_retinoid_meta" for point in answer.points)
    assert answer.cautions[0].id == "ca_pregnancy"


def test_cautions_the_release_does_not_know_are_left_aside(service: AnswerService) -> None:
    asked = Question("routine", ("gua_sha",))
    assert service.answer(asked, situation=Situation(("ca_gone",))) == service.answer(asked)


def test_a_refusal_reads_well(service: AnswerService, rules: dict[str, CautionRule]) -> None:
    answer = service.answer(Question("how_to", ("gua_sha",)), situation=situation(rules["ca_blood_thinners"]))
    lines = as_text(answer).splitlines()
    assert lines[0].startswith("Please read first: You may bruise or bleed more easily.")
    assert "(not checked by a clinician yet)" in lines[0]
    assert any(line.startswith("I leave this out for you, because of bruising or bleeding easily:") for line in lines)
    payload = as_payload(answer)
    assert (payload["type"], payload["level"], payload["rule"]) == ("safety", "caution", "ca_blood_thinners")
    assert payload["cautions"][0]["review_status"] == AWAITING
    assert json.loads(json.dumps(payload)) == payload


def test_no_button_leads_to_a_refusal(
    service: AnswerService, real_index: ReleaseIndex, plain: dict[Question, Answer],
) -> None:
    dead = set()
    for rule in real_index.cautions:
        told = situation(rule)
        payloads = {each.payload for question in plain for each in service.answer(question, situation=told).suggestions}
        assert len(payloads) > 200
        for payload in payloads:
            intent, _, values = payload[1:].partition("{")
            entities = json.loads("{" + values) if values else {}
            asked = Question(entities.get("kind") or intent.removeprefix("ask_"),
                             tuple(filter(None, [entities.get("subject")])),
                             tuple(filter(None, [entities.get("area")])), page=int(entities.get("page", 0)))
            if service.answer(asked, situation=told).type in ("safety", "clarify", "out_of_scope"):
                dead.add((rule.id, payload))
    assert dead == set()
