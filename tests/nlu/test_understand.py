import io
import tarfile
from pathlib import Path

import pytest

from bot import settings
from bot.nlu.understand import ModelMissing, Understander, newest_model, read_models

ODD = ["", "   ", "🙂🙂", "\x00\x01\x02", "x" * 10_000, "jaw " * 2_500, "<script>alert(1)</script>",
       "'; DROP TABLE claims", "why is my jaw\x00 sagging"]


@pytest.mark.parametrize(("text", "intent", "slugs"), [
    ("why is my jaw sagging", "ask_cause", ["jaw"]),
    ("do facial exercises work?", "ask_effectiveness", ["facial_exercise"]),
    ("how much does a thread lift cost", "ask_cost", ["thread_lift"]),
    ("is retinol safe while pregnant", "ask_suitability", ["retinoids", "pregnancy"]),
    ("botox or fillers for smile lines", "ask_comparison", ["botox", "fillers", "nasolabial_fold", "nasolabial_folds"]),
    ("hello", "greet", []),
    ("what is the capital of france", "out_of_scope", []),
    ("warum hängt mein gesicht", "other_language", []),
])
def test_plain_messages(understander: Understander, text: str, intent: str, slugs: list[str]) -> None:
    understood = understander.understand(text)
    assert understood.intent == intent
    assert sorted({e.slug for e in understood.entities if e.label != "term"}) == sorted(slugs)
    assert understood.runner_up.intent != intent and len(understood.nearest) == 5


@pytest.mark.parametrize("text", ODD)
def test_odd_messages_are_understood_somehow(understander: Understander, text: str) -> None:
    understood = understander.understand(text)
    assert understood.text == text
    assert understood.intent in {each.intent for each in understood.ranking} | {"nlu_fallback"}


def test_a_bare_name_is_no_question_of_ours_to_decline(understander: Understander) -> None:
    for text in ("gua sha?", "botox", "jowls"):
        understood = understander.understand(text)
        assert understood.intent != "out_of_scope" and understood.entities


@pytest.mark.parametrize(("text", "intent"), [
    ("and with rosacea", "follow_up"), ("and while breastfeeding", "follow_up"), ("i have rosacea", "safety_caution")])
def test_a_condition_that_leans_on_a_question_is_remembered_and_asked_about(
    understander: Understander, text: str, intent: str,
) -> None:
    understood = understander.understand(text)
    assert understood.intent == intent and understood.screening.cautions


def test_no_model_says_what_to_run(tmp_path: Path) -> None:
    with pytest.raises(ModelMissing, match=r"bot\.prepare"):
        newest_model(tmp_path)


def test_the_newest_model_is_taken(tmp_path: Path) -> None:
    import os
    for age, name in ((100, "old.tar.gz"), (10, "new.tar.gz")):
        (tmp_path / name).write_bytes(b"")
        os.utime(tmp_path / name, (1_700_000_000 - age,) * 2)
    assert newest_model(tmp_path).name == "new.tar.gz"


def test_an_archive_without_our_model_says_what_to_run(tmp_path: Path) -> None:
    with tarfile.open(tmp_path / "other.tar.gz", "w:gz") as tar:
        tar.addfile(tarfile.TarInfo("components/other"), io.BytesIO(b""))
    (tmp_path / "broken.tar.gz").write_bytes(b"no archive")
    for name in ("other.tar.gz", "broken.tar.gz"):
        with pytest.raises(ModelMissing, match=r"bot\.prepare"):
            read_models(tmp_path / name)


def test_the_settings_name_the_models_folder() -> None:
    assert settings.read().models_dir.name == "models"
