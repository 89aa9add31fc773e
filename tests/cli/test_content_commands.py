"""``check``, ``preview``, ``new-subject`` and ``sources``: what editors do with files alone."""
from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Plumb, break_word
from tests.editorial.test_broken import HERE


def test_check_of_clean_content_exits_0(plumb: Plumb, folder: Path) -> None:
    done = plumb("check")
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout.startswith("No faults.")


def test_check_of_broken_content_exits_1_and_names_the_line(plumb: Plumb, folder: Path) -> None:
    break_word(folder)
    done = plumb("check")
    assert done.exit_code == 1
    assert "areas/jaw.yml:10: headline for 'effectiveness' says 'causes'" in done.stdout
    assert "1 error, 0 warnings in 1 file." in done.stdout


def test_check_as_json_has_the_fault(plumb: Plumb, folder: Path) -> None:
    break_word(folder)
    done = plumb("check", "--json")
    assert done.exit_code == 1
    (fault,) = json.loads(done.stdout)
    assert (Path(fault["file"]).name, fault["line"], fault["code"]) == ("jaw.yml", 10, "wording")
    assert fault["remedy"]


def test_check_marks_lines_for_github(plumb: Plumb, folder: Path) -> None:
    break_word(folder)
    done = plumb("check", "--github")
    assert done.exit_code == 1
    (line,) = done.stdout.splitlines()
    assert line.startswith("::error file=") and "jaw.yml,line=10," in line


def test_preview_shows_every_answer_as_text(plumb: Plumb, folder: Path) -> None:
    done = plumb("preview", "face_yoga")
    assert done.exit_code == 0
    assert "face_yoga: effectiveness" in done.stdout
    assert "Face yoga may fill out the cheeks a little" in done.stdout
    assert "When to see a dermatologist" in done.stdout


def test_preview_knows_areas_too(plumb: Plumb, folder: Path) -> None:
    assert "exercise does little for the jaw" in plumb("preview", "jaw").stdout


def test_preview_as_json_is_the_answers(plumb: Plumb, folder: Path) -> None:
    done = plumb("preview", "face_yoga", "--json")
    assert done.exit_code == 0
    (answer,) = json.loads(done.stdout)
    assert answer["question"]["subjects"] == ["face_yoga"]
    assert {point["stance"] for point in answer["points"]} == {"supports", "opposes"}


@pytest.mark.parametrize(("slug", "says"), [("face_yga", "Did you mean 'face_yoga'?"), ("zzz", "taxonomy.yml")])
def test_preview_of_what_is_not_there_suggests(plumb: Plumb, folder: Path, slug: str, says: str) -> None:
    done = plumb("preview", slug)
    assert (done.exit_code, done.stdout) == (1, "")
    assert f"no subject or area '{slug}'" in done.stderr and says in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_preview_of_broken_content_names_the_fault(plumb: Plumb, folder: Path) -> None:
    break_word(folder)
    done = plumb("preview", "face_yoga")
    assert done.exit_code == 1
    assert "jaw.yml:10:" in done.stderr


def test_a_new_subject_passes_the_check_and_can_be_previewed(plumb: Plumb, folder: Path) -> None:
    done = plumb("new-subject", "cupping", "--name", "Facial cupping", "--family", "massage")
    assert done.exit_code == 0
    assert str(folder / "subjects" / "massage" / "cupping.yml") in done.stdout
    assert plumb("check").exit_code == 0
    assert plumb("preview", "cupping").exit_code == 0


def test_a_new_subject_that_cannot_be_is_refused_in_one_line(plumb: Plumb, folder: Path) -> None:
    done = plumb("new-subject", "cupping", "--name", "Facial cupping", "--family", "masage")
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr == "plumb: There is no family 'masage'. Did you mean 'massage'?\n"
    assert plumb("check").exit_code == 0


def test_sources_counts_citations_and_finds_the_unused_ones(plumb: Plumb, folder: Path) -> None:
    shutil.copy(HERE / "broken" / "uncited-source" / "bot" / "content" / "sources.yml", folder)
    assert json.loads(plumb("sources", "--unused", "--json").stdout) == {"levrini2024": 0}
    done = plumb("sources", "--unused")
    assert (done.exit_code, done.stdout) == (0, "   0  levrini2024\n1 source\n")
    everything = json.loads(plumb("sources", "--json").stdout)
    assert everything["levrini2024"] == 0
    assert everything["alam2018"] >= 1
    assert list(everything.values()) == sorted(everything.values())


def test_sources_does_not_count_what_it_cannot_read(plumb: Plumb, folder: Path) -> None:
    (folder / "areas" / "jaw.yml").write_text("name: [", encoding="utf-8")
    done = plumb("sources", "--unused")
    assert (done.exit_code, done.stdout) == (1, "")
    assert "jaw.yml:" in done.stderr


@pytest.mark.parametrize("command", [
    ["check"], ["preview", "jaw"], ["publish"], ["sources"], ["new-subject", "cupping", "--name", "C", "--family", "m"],
])
@pytest.mark.parametrize("kind", ["missing", "empty", "file"])
def test_where_there_is_no_content_it_says_so_in_one_line(plumb: Plumb, tmp_path: Path, command: list[str], kind: str,
                                                          monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "content"
    if kind == "empty":
        folder.mkdir()
    elif kind == "file":
        folder.write_text("no folder")
    monkeypatch.setenv("PLUMBLINE_CONTENT_DIR", str(folder))
    done = plumb(*command)
    assert (done.exit_code, done.stdout) == (3, "")
    assert done.stderr == (f"plumb: {folder} is no content folder: it has no taxonomy.yml. "
                           "Set PLUMBLINE_CONTENT_DIR to one, or unset it.\n")
