"""A new subject passes the check as it is, and what cannot be started is refused with a reason."""
from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from bot.editorial.check import check_content
from bot.editorial.load import load_content
from bot.editorial.scaffold import ScaffoldError, new_subject
from tests.editorial.test_broken import TODAY, VALID


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(VALID / "bot" / "content", tmp_path / "content")
    return tmp_path / "content"


def test_a_new_subject_passes_the_check_and_says_nothing_yet(folder: Path) -> None:
    path = new_subject(folder, "cupping", "Facial cupping", "massage", TODAY)
    assert path == folder / "subjects" / "massage" / "cupping.yml"
    assert check_content(folder, TODAY) == []
    content, _ = load_content(folder, TODAY)
    assert content is not None
    subject = next(subject for subject in content.subjects if subject.slug == "cupping")
    assert (subject.name, subject.also_called, subject.headlines) == ("Facial cupping", ("facial cupping",), ())
    assert subject.review.on == TODAY.isoformat()
    assert not any("cupping" in claim.subjects for claim in content.claims)


@pytest.mark.parametrize(("family", "old", "new"), [
    ("exercise", "[facial_exercise, face_yoga]", "[facial_exercise, face_yoga, mewing]"),
    ("massage", "    - gua_sha\n", "    - gua_sha\n    - mewing\n"),
])
def test_the_taxonomy_keeps_every_other_character(folder: Path, family: str, old: str, new: str) -> None:
    before = (folder / "taxonomy.yml").read_text(encoding="utf-8")
    new_subject(folder, "mewing", "Mewing", family, TODAY)
    assert (folder / "taxonomy.yml").read_text(encoding="utf-8") == before.replace(old, new)


def test_a_long_list_goes_on_in_a_new_line(folder: Path) -> None:
    for number in range(12):
        new_subject(folder, f"method_number_{number}", f"Method {number}", "exercise", TODAY)
    assert max(map(len, (folder / "taxonomy.yml").read_text(encoding="utf-8").splitlines())) <= 110
    assert check_content(folder, TODAY) == []


@pytest.mark.parametrize("family", ["exercise", "massage"])
def test_every_commented_example_is_yaml_when_the_hash_is_taken_away(folder: Path, family: str) -> None:
    path = new_subject(folder, "cupping", "Facial cupping", family, TODAY)
    head, *rest = path.read_text(encoding="utf-8").split("\n# headlines:\n")
    bare = "\n".join(line[2:] if line.startswith("# ") and (":" in line.split("#")[1][:20] or line[2] == " ") else line
                     for line in ("# headlines:\n" + rest[0]).splitlines())
    path.write_text(head + "\n" + bare, encoding="utf-8")
    codes = {fault.code for fault in check_content(folder, TODAY)}
    assert not codes & {"yaml-syntax", "unknown-key", "wrong-value", "missing-key"}


@pytest.mark.parametrize(("slug", "name", "family", "says"), [
    ("Gua-Sha", "Gua sha", "massage", "is not a slug"),
    ("2d_lift", "2D lift", "massage", "is not a slug"),
    ("../evil", "Evil", "massage", "is not a slug"),
    ("gua_sha", "Gua sha again", "massage", "is there already, in the family massage"),
    ("jaw", "Jaw", "massage", "is a face area already"),
    ("cupping", "Cupping", "masage", "Did you mean 'massage'"),
    ("cupping", "Cupping", "cooking", "Families: exercise, massage"),
    ("cupping", "  ", "massage", "The name is empty"),
    ("cupping", "Facial gym", "massage", "already names 'facial_exercise'"),
])
def test_what_cannot_be_started_is_refused_and_changes_nothing(folder: Path, slug: str, name: str, family: str,
                                                              says: str) -> None:
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    with pytest.raises(ScaffoldError, match=says):
        new_subject(folder, slug, name, family, TODAY)
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


def test_a_file_that_the_taxonomy_forgot_is_not_overwritten(folder: Path) -> None:
    shutil.copy(folder / "subjects" / "massage" / "gua_sha.yml", folder / "subjects" / "massage" / "cupping.yml")
    with pytest.raises(ScaffoldError, match="There is a file for 'cupping' already"):
        new_subject(folder, "cupping", "Cupping", "massage", TODAY)
