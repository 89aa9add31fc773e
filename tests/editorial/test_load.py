"""Files become the records that the rest of the project speaks."""
from __future__ import annotations

import datetime
import shutil
from pathlib import Path

import pytest

from bot import model
from bot.editorial.load import load_content
from tests.editorial.test_broken import HERE, TODAY, VALID


@pytest.fixture(scope="module")
def content() -> model.Content:
    loaded, faults = load_content(VALID / "bot" / "content", TODAY)
    assert faults == []
    assert loaded is not None
    return loaded


def test_a_claim_starts_its_subjects_with_its_file(content: model.Content) -> None:
    claim = next(claim for claim in content.claims if claim.id == "ex_result")
    assert claim.subjects == ("facial_exercise", "face_yoga")
    assert claim.figures == {"weeks": 20, "women": 16}
    assert claim.study == model.Study("uncontrolled study", 16, "20 weeks", "")
    assert claim.checked == "2026-01-10"


def test_a_subject_has_its_family_headlines_and_glance(content: model.Content) -> None:
    subject = next(subject for subject in content.subjects if subject.slug == "facial_exercise")
    assert subject.family == "exercise"
    assert [headline.kind for headline in subject.headlines] == ["effectiveness", "risk"]
    assert subject.glance["works"].claims == ("ex_result",)
    assert set(subject.glance) == {"works", "risks"}
    assert subject.none_found[0].side == "opposes"
    assert subject.routines == ("daily",)


def test_subjects_stand_in_the_taxonomys_order(content: model.Content) -> None:
    assert [subject.slug for subject in content.subjects] == ["facial_exercise", "face_yoga", "gua_sha"]
    assert content.subjects[1].parent == "facial_exercise"


def test_a_source_without_an_address_is_linked_by_its_doi(content: model.Content) -> None:
    urls = {source.id: source.url for source in content.sources}
    assert urls["alam2018"] == "https://doi.org/10.1001/jamadermatol.2017.5142"
    assert urls["seed_exercise_sceptic"] is None


def test_every_other_file_is_loaded(content: model.Content) -> None:
    assert content.routines[0].slug == "daily"
    assert content.routines[0].steps[0].reps == 10
    assert content.debates[0].opposes == ("ex_devos", "fy_shop")
    assert content.glossary[0].term == "Collagen"
    assert content.conditions[0].slug == "tmj"
    assert content.referrals[0].id == "rf_slow"
    assert content.phrases[0] == model.Phrase("more_evidence", "Show more evidence")
    assert content.claims[-1].article == model.ArticleCheck("seed_exercise_sceptic", "Exercises do nothing.", "tempers")


def test_loaded_texts_are_plain_strings(content: model.Content) -> None:
    claim = content.claims[0]
    assert {type(word) for word in (claim.id, claim.text, *claim.subjects, *claim.sources)} == {str}


def test_an_error_gives_no_content_and_a_warning_does(tmp_path: Path) -> None:
    for name, works in (("claim-without-source", False), ("common-word", True)):
        shutil.copytree(VALID, tmp_path / name)
        shutil.copytree(HERE / "broken" / name, tmp_path / name, dirs_exist_ok=True)
        content, faults = load_content(tmp_path / name / "bot" / "content", TODAY)
        assert len(faults) == 1
        assert (content is not None) is works


def test_a_review_falls_due_by_the_day_that_is_given() -> None:
    _, faults = load_content(VALID / "bot" / "content", datetime.date(2027, 2, 1))
    assert {fault.code for fault in faults} == {"review-overdue"}
    assert len(faults) == 6
