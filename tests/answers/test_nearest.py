"""What an answer says when the exact cell is missing or the visitor named more than one thing."""
from __future__ import annotations

from dataclasses import replace

import pytest

from bot.answers.index import ReleaseIndex
from bot.answers.service import AnswerService
from bot.model import Condition, Content, Debate, GlossaryTerm, Question, Release, ReleaseInfo
from tests.answers.test_fallbacks import CONTENT, area, claim, ids, line, subject

CONDITIONS = tuple(Condition(slug, slug.replace("_", " ").title(), ()) for slug in ("blood_thinners", "rosacea"))
MORE = replace(
    CONTENT,
    conditions=CONDITIONS,
    subjects=(
        *CONTENT.subjects,
        subject("fillers", "procedures", (line("effectiveness", "fill_mouth"), line("risk", "fill_risk"))),
        subject("thread_lift", "procedures", (line("effectiveness", "thread"),)),
        subject("double_chin", "signs", (line("cause", "chin_why"), line("effectiveness", "chin_helps"))),
        subject("smoking", "causes", (line("cause", "smoke"),), parent="facial_exercise"),
        subject("roller", "massage", (), parent="gua_sha"),
    ),
    areas=(*CONTENT.areas[:2], replace(CONTENT.areas[2], headlines=(
        *CONTENT.areas[2].headlines, line("prevention", "slow"), line("tracking", "photos"))),
        area("mouth", line("effectiveness", "fill_mouth"), line("how_to", "fill_mouth"))),
    claims=(
        *CONTENT.claims,
        claim("fill_mouth", "effectiveness", ("fillers",), ("mouth",)),
        claim("fill_risk", "risk", ("fillers",), ("whole_face",), "supports"),
        claim("thread", "effectiveness", ("thread_lift",), ("jaw",)),
        claim("both", "effectiveness", ("thread_lift", "fillers"), ("jaw",), "opposes"),
        claim("chin_why", "cause", ("double_chin",), ("chin",)),
        claim("chin_helps", "effectiveness", ("double_chin",), ("chin",)),
        claim("slow", "prevention", ("smoking",), ("whole_face",)),
        claim("smoke", "cause", ("smoking",), ("whole_face",)),
        claim("many", "suitability", ("gua_sha",), ("whole_face",), "opposes", ("rosacea", "blood_thinners")),
        claim("photos", "tracking", ("facial_exercise",), ("whole_face",)),
    ),
    debates=(Debate("seen", "?", "effectiveness", ("thread_lift",), (), ("thread",), (), "Seen."),
             Debate("apart", "?", "comparison", ("fillers",), (), ("fill_risk",), (), "Apart.")),
)


def service_on(content: Content) -> AnswerService:
    index = ReleaseIndex(Release(ReleaseInfo(1, "", "", 0, True), content))
    return AnswerService(lambda: index)


@pytest.fixture
def service() -> AnswerService:
    return service_on(MORE)


def test_the_nearest_kind_answers_for_the_subject_and_says_so(service: AnswerService) -> None:
    answer = service.answer(Question("comparison", ("gua_sha",)))
    assert (answer.kind_answered, ids(answer)) == ("effectiveness", ["gua_jaw"])
    assert answer.note == "note_kind <Gua Sha> <topic_effectiveness>"


def test_a_question_for_a_product_is_told_that_none_is_recommended(service: AnswerService) -> None:
    answer = service.answer(Question("product", ("gua_sha",)))
    assert (ids(answer), answer.note) == (["gua_jaw"], "note_product <Gua Sha> <topic_effectiveness>")


def test_what_studies_say_of_an_effect_needs_no_note(service: AnswerService) -> None:
    answer = service.answer(Question("evidence", ("gua_sha",)))
    assert (ids(answer), answer.note) == (["gua_jaw"], "")


def test_the_risk_of_a_subject_is_answered_by_who_should_take_care(service: AnswerService) -> None:
    assert service.answer(Question("risk", ("gua_sha",))).kind_answered == "suitability"


def test_a_broader_subject_says_more_than_a_distant_kind(service: AnswerService) -> None:
    answer = service.answer(Question("timeline", ("cheek_lifter",)))
    assert (ids(answer), answer.note) == (["ex_weeks"], "note_parent <Cheek Lifter> <Facial Exercise>")


def test_what_works_on_a_sign_is_what_can_be_done_about_it(service: AnswerService) -> None:
    answer = service.answer(Question("how_to", ("double_chin",)))
    assert (ids(answer), answer.note) == (["chin_helps"], "")


def test_an_area_overview_never_answers_for_a_method(service: AnswerService) -> None:
    answer = service.answer(Question("how_to", ("prp",), ("jaw",)))
    assert (answer.type, ids(answer)) == ("clarify", [])


def test_the_area_says_more_than_the_parent_of_a_cause(service: AnswerService) -> None:
    answer = service.answer(Question("prevention", ("smoking",), ("jaw",)))
    assert answer.note == "note_area <Smoking> <Jaw>"


def test_prevention_of_a_sign_falls_back_to_the_whole_face(service: AnswerService) -> None:
    assert service.answer(Question("prevention", ("jowls",))).note == "note_area <Jowls> <Whole Face>"


def test_the_subject_with_something_on_the_area_leads_and_the_other_is_suggested(service: AnswerService) -> None:
    answer = service.answer(Question("effectiveness", ("thread_lift", "fillers"), ("mouth",)))
    assert (ids(answer), answer.note) == (["fill_mouth"], "")
    assert answer.suggestions[0].payload == '/ask_effectiveness{"subject": "thread_lift"}'


def test_a_known_question_without_an_answer_is_not_asked_back(service: AnswerService) -> None:
    assert service.answer(Question("cause", ("gua_sha",))).headline == "clarify_kind <Gua Sha>"
    assert service.clarify(Question(None, ("gua_sha",))).headline == "clarify_subject <Gua Sha>"


def test_a_condition_that_no_source_speaks_of_is_said(service: AnswerService) -> None:
    answer = service.answer(Question("risk", ("fillers",), (), ("rosacea",)))
    assert answer.note == "note_condition <Rosacea>"


def test_a_condition_that_a_source_speaks_of_needs_no_note(service: AnswerService) -> None:
    assert service.answer(Question("suitability", ("gua_sha",), (), ("rosacea",))).note == ""


def test_a_condition_is_answered_by_who_should_take_care(service: AnswerService) -> None:
    answer = service.answer(Question("timeline", ("gua_sha",), (), ("blood_thinners",)))
    assert answer.kind_answered == "suitability"


def test_the_caution_about_one_condition_comes_before_a_list_of_many(service: AnswerService) -> None:
    answer = service.answer(Question("suitability", ("gua_sha",), (), ("blood_thinners",)))
    assert [caution.id for caution in answer.cautions] == ["gua_thinners", "many"]


def test_what_is_true_of_a_broader_subject_cautions_too(service: AnswerService) -> None:
    answer = service.answer(Question("suitability", ("roller",), (), ("rosacea",)))
    assert [caution.id for caution in answer.cautions] == ["many"]


def test_a_sign_is_no_column_beside_methods(service: AnswerService) -> None:
    answer = service.answer(Question("comparison", ("fillers", "thread_lift", "jowls")))
    assert answer.columns == ("Fillers", "Thread Lift")
    assert answer.headline == "side_by_side_compared <Fillers / Thread Lift>"
    assert answer.debate is None


def test_signs_are_compared_by_what_they_are(service: AnswerService) -> None:
    answer = service.answer(Question("comparison", ("jowls", "double_chin")))
    assert [row.row for row in answer.rows] == ["definition", "cause"]
    assert answer.rows[1].cells[1].claims == ("chin_why",)
    assert [numbered.source.id for numbered in answer.sources] == ["trial"]


def test_a_debate_is_shown_only_with_a_claim_of_it(service: AnswerService) -> None:
    debate = service.answer(Question("effectiveness", ("thread_lift",))).debate
    assert debate and debate.id == "seen"


def test_an_answer_that_leads_nowhere_leads_to_the_start(service: AnswerService) -> None:
    answer = service.answer(Question("cause", ("smoking",)))
    assert [s.payload for s in answer.suggestions] == [
        '/ask_how_to{"area": "whole_face"}', '/ask_professional{"area": "whole_face"}']


def test_buttons_ask_a_sign_something_else_than_a_method(service: AnswerService) -> None:
    titles = [s.title for s in service.answer(Question("comparison", ("jowls", "double_chin"))).suggestions]
    assert titles == ["ask_signs_cause <Jowls>", "ask_signs_effectiveness <Double Chin>"]


def test_tracking_of_any_method_is_the_general_advice(service: AnswerService) -> None:
    answer = service.answer(Question("tracking", ("gua_sha",)))
    assert (answer.type, ids(answer)) == ("tracking", ["photos"])


def test_what_prevents_a_sign_is_a_question_about_the_method(service: AnswerService) -> None:
    answer = service.answer(Question("prevention", ("jowls", "gua_sha")))
    assert (answer.kind_answered, ids(answer)) == ("effectiveness", ["gua_jaw"])


def test_a_glossary_entry_says_what_a_compared_sign_is() -> None:
    term = GlossaryTerm("double_chin", "Double chin", (), "Fullness below the chin.", ("trial",))
    rows = service_on(replace(MORE, glossary=(term,))).answer(Question("comparison", ("jowls", "double_chin"))).rows
    assert [cell.text for cell in rows[0].cells] == ["no_sourced_answer", "Fullness below the chin."]


def test_a_headline_about_a_third_thing_does_not_decide_between_two() -> None:
    apart = claim("apart", "comparison", ("prp", "fillers", "thread_lift"), ("whole_face",))
    direct = claim("direct", "comparison", ("fillers", "thread_lift"), ("whole_face",))
    known = tuple(each for each in MORE.claims if each.id != "both")
    for found, headline in ((apart, "side_by_side <Fillers / Thread Lift>"),
                            (direct, "Headline about comparison from direct.")):
        subjects = tuple(replace(each, headlines=(line("comparison", found.id),)) if each.slug == "fillers" else each
                         for each in MORE.subjects)
        content = replace(MORE, subjects=subjects, claims=(*known, found))
        answer = service_on(content).answer(Question("comparison", ("fillers", "thread_lift")))
        assert answer.headline == headline
