"""The way from the exact cell to "no sourced answer", one step a test, on content made for it."""
from __future__ import annotations

from dataclasses import replace

import pytest

from bot.answers.errors import MissingPhrase
from bot.answers.index import ReleaseIndex
from bot.answers.phrases import REQUIRED
from bot.answers.service import AnswerService
from bot.model import (
    Area,
    Claim,
    Content,
    GlossaryTerm,
    Headline,
    Phrase,
    Question,
    Release,
    ReleaseInfo,
    RetrievalHit,
    Review,
    SeeDermatologist,
    Source,
    Subject,
)

REVIEW = Review("editorial", "2026-11-21", "2027-11-21")
SEE = SeeDermatologist("See a dermatologist if it hurts.", ("pain",), ("trial",))
PHRASES = tuple(Phrase(name, " ".join([name, *(f"<{{{value}}}>" for value in values)]))
                for name, values in REQUIRED.items())


def claim(id: str, kind: str, subjects: tuple[str, ...], areas: tuple[str, ...], stance: str = "mixed",
          conditions: tuple[str, ...] = (), evidence: str = "limited") -> Claim:
    return Claim(id, kind, subjects, areas, stance, evidence, f"Text of {id}.", ("trial",), "2026-11-21",
                 conditions=conditions)


def subject(slug: str, family: str, headlines: tuple[Headline, ...], parent: str | None = None) -> Subject:
    return Subject(slug, family, slug.replace("_", " ").title(), (slug,), SEE, REVIEW, headlines, parent=parent)


def line(kind: str, *claims: str) -> Headline:
    return Headline(kind, f"Headline about {kind} from {claims[0]}.", "limited", claims)


def area(slug: str, *headlines: Headline) -> Area:
    return Area(slug, slug.replace("_", " ").title(), (slug,), SEE, REVIEW, headlines)


CONTENT = Content(
    subjects=(
        subject("gua_sha", "massage", (line("effectiveness", "gua_jaw"), line("suitability", "gua_skin"))),
        subject("facial_exercise", "exercise", (line("effectiveness", "ex_cheek"), line("timeline", "ex_weeks"))),
        subject("cheek_lifter", "exercise", (line("effectiveness", "lifter"),), parent="facial_exercise"),
        subject("jowls", "signs", (line("cause", "jowl_why"),)),
        subject("prp", "procedures", ()),
    ),
    areas=(
        area("jaw", line("how_to", "gua_jaw"), line("cause", "jowl_why"), line("prevention", "jaw_slow")),
        area("neck"),
        area("whole_face", line("cause", "why_face"), line("how_to", "ex_cheek"), line("professional", "who")),
    ),
    claims=(
        claim("gua_jaw", "effectiveness", ("gua_sha",), ("jaw",)),
        claim("gua_skin", "suitability", ("gua_sha",), ("whole_face",)),
        claim("gua_thinners", "suitability", ("gua_sha",), ("whole_face",), "opposes", ("blood_thinners",)),
        claim("ex_cheek", "effectiveness", ("facial_exercise",), ("cheek",)),
        claim("ex_weeks", "timeline", ("facial_exercise",), ("whole_face",)),
        claim("lifter", "effectiveness", ("cheek_lifter", "jowls"), ("cheek",)),
        claim("jowl_why", "cause", ("jowls",), ("jaw",)),
        claim("jaw_slow", "prevention", ("jowls",), ("jaw",)),
        claim("why_face", "cause", ("facial_exercise",), ("whole_face",)),
        claim("who", "professional", ("facial_exercise",), ("whole_face",)),
    ),
    sources=(Source("trial", "A trial", "A journal", 2020, "https://example.org/trial", "rct", False),),
    glossary=(GlossaryTerm("prp", "PRP", (), "PRP is made from your own blood.", ("trial",)),),
    phrases=PHRASES,
)


@pytest.fixture
def service() -> AnswerService:
    index = ReleaseIndex(Release(ReleaseInfo(1, "", "", 0, True), CONTENT))
    return AnswerService(lambda: index)


def ids(answer: object) -> list[str]:
    return [point.id for point in answer.points]  # type: ignore[attr-defined]


def test_the_exact_cell_answers_without_a_note(service: AnswerService) -> None:
    answer = service.answer(Question("effectiveness", ("gua_sha",), ("jaw",)))
    assert (answer.headline, answer.note, ids(answer)) == (
        "Headline about effectiveness from gua_jaw.", "", ["gua_jaw"])


def test_without_the_area_the_subject_answers_and_says_so(service: AnswerService) -> None:
    answer = service.answer(Question("effectiveness", ("gua_sha",), ("neck",)))
    assert answer.note == "note_subject <Gua Sha> <Neck>"
    assert ids(answer) == ["gua_jaw"]


def test_without_the_subject_its_parent_answers_and_says_so(service: AnswerService) -> None:
    answer = service.answer(Question("timeline", ("cheek_lifter",)))
    assert answer.note == "note_parent <Cheek Lifter> <Facial Exercise>"
    assert ids(answer) == ["ex_weeks"]


def test_without_a_parent_the_area_answers_and_says_so(service: AnswerService) -> None:
    answer = service.answer(Question("prevention", ("jowls",), ("jaw",)))
    assert answer.note == "note_area <Jowls> <Jaw>"
    assert ids(answer) == ["jaw_slow"]


def test_an_area_without_a_cell_falls_back_to_the_whole_face_and_says_so(service: AnswerService) -> None:
    answer = service.answer(Question("cause", (), ("neck",)))
    assert answer.note == "note_whole_face <Neck>"
    assert ids(answer) == ["why_face"]


def test_no_subject_and_no_area_is_the_whole_face(service: AnswerService) -> None:
    answer = service.answer(Question("cause"))
    assert (answer.note, ids(answer)) == ("", ["why_face"])


def test_an_area_overview_of_what_helps_shows_what_was_tested(service: AnswerService) -> None:
    assert ids(service.answer(Question("how_to", (), ("jaw",)))) == ["gua_jaw"]


def test_a_subject_without_the_cell_never_becomes_the_whole_face(service: AnswerService) -> None:
    answer = service.answer(Question("cause", ("gua_sha",)))
    assert answer.type == "clarify"
    assert [s.payload for s in answer.suggestions] == [
        '/ask_effectiveness{"subject": "gua_sha"}', '/ask_suitability{"subject": "gua_sha"}']


HIT = RetrievalHit("claim:lifter", "effectiveness", ("cheek_lifter", "jowls"), ("cheek",), 0.8)


def test_retrieval_answers_what_no_cell_does(service: AnswerService) -> None:
    answer = service.answer(Question("effectiveness", ("jowls",)), [HIT])
    assert (answer.type, answer.note) == ("answer", "note_closest")
    assert ids(answer) == ["lifter"]


def test_retrieval_without_a_sure_kind_asks_back(service: AnswerService) -> None:
    answer = service.answer(Question(None), [HIT])
    assert answer.type == "clarify"
    assert [s.payload for s in answer.suggestions] == ['/ask_effectiveness{"subject": "cheek_lifter"}']


def test_retrieval_never_answers_about_another_subject(service: AnswerService) -> None:
    answer = service.answer(Question("cause", ("gua_sha",)), [HIT])
    assert answer.type == "clarify"
    assert all("gua_sha" in s.payload for s in answer.suggestions)


def test_retrieval_never_answers_about_another_area(service: AnswerService) -> None:
    assert ids(service.answer(Question("effectiveness", (), ("neck",)), [HIT])) == []


def test_nothing_named_and_nothing_near_is_out_of_scope(service: AnswerService) -> None:
    answer = service.answer(Question(None))
    assert answer.type == "out_of_scope"
    assert answer.points == ()
    assert answer.see_dermatologist == replace(SEE, when=())
    assert answer.suggestions


def test_the_method_leads_a_question_about_a_method_and_a_sign(service: AnswerService) -> None:
    answer = service.answer(Question("effectiveness", ("jowls", "cheek_lifter")))
    assert ids(answer) == ["lifter"]


def test_the_glossary_defines_what_has_no_definition(service: AnswerService) -> None:
    answer = service.answer(Question("definition", ("prp",)))
    assert answer.headline == "PRP is made from your own blood."
    assert [n.source.id for n in answer.sources] == ["trial"]


def test_a_cost_without_a_figure_is_said_honestly(service: AnswerService) -> None:
    answer = service.answer(Question("cost", ("gua_sha",)))
    assert (answer.headline, answer.evidence, answer.points) == ("no_reliable_cost <Gua Sha>", None, ())


def test_a_condition_puts_its_claim_first_and_only_once(service: AnswerService) -> None:
    answer = service.answer(Question("suitability", ("gua_sha",), (), ("blood_thinners",)))
    assert [caution.id for caution in answer.cautions] == ["gua_thinners"]
    assert ids(answer) == ["gua_skin"]


def test_a_comparison_says_which_rows_have_no_figure(service: AnswerService) -> None:
    answer = service.answer(Question("comparison", ("gua_sha", "cheek_lifter")))
    assert answer.type == "comparison"
    assert {row.row: [cell.text for cell in row.cells] for row in answer.rows}["cost"] == ["no_sourced_figure"] * 2
    assert {row.row: [cell.text for cell in row.cells] for row in answer.rows}["evidence"] == ["limited"] * 2
    assert set(ids(answer)) == {"gua_jaw", "lifter"}


def test_past_the_last_page_it_says_so(service: AnswerService) -> None:
    answer = service.answer(Question("effectiveness", ("gua_sha",), page=3))
    assert (answer.points, answer.note) == ((), "no_more_evidence")


def test_a_missing_phrase_names_the_file_to_mend() -> None:
    bare = Content(CONTENT.subjects, CONTENT.areas, CONTENT.claims, CONTENT.sources)
    index = ReleaseIndex(Release(ReleaseInfo(1, "", "", 0, True), bare))
    with pytest.raises(MissingPhrase, match=r"phrases\.yml"):
        AnswerService(lambda: index).answer(Question("cost", ("gua_sha",)))


def test_what_helps_a_sign_is_no_answer_about_a_method(service: AnswerService) -> None:
    answer = service.answer(Question("effectiveness", ("prp", "jowls")))
    assert answer.type == "clarify"
    assert ids(answer) == []
