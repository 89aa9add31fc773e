"""The command's exit codes, formats and speed."""
from __future__ import annotations

import json
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from bot.editorial.__main__ import main
from bot.editorial.check import check_content
from tests.editorial.test_broken import HERE, TODAY, VALID

CONTENT = VALID / "bot" / "content"
TODAY_FLAG = ["--today", TODAY.isoformat()]


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    for name in ("", "broken/wording-causes", "broken/common-word", "broken/payload-intent"):
        shutil.copytree(HERE / (name or "valid"), tmp_path, dirs_exist_ok=True)
    return tmp_path / "bot" / "content"


def test_a_clean_folder_exits_0(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(CONTENT), *TODAY_FLAG]) == 0
    assert capsys.readouterr().out.startswith("No faults.")


def test_a_fault_exits_1_with_place_cause_and_remedy(broken: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(broken), *TODAY_FLAG]) == 1
    said = capsys.readouterr().out
    assert ("jaw.yml:10: headline for 'effectiveness' says 'causes' but its evidence is only 'limited'.\n"
            "      → Say 'may', 'might', 'could'") in said
    assert "domain.yml:12: The button sends the intent 'ask_efectiveness'" in said
    assert "warning: 'roll' is typed about many things." in said
    assert "2 errors, 1 warning in 3 files." in said


def test_a_file_or_folder_shows_only_its_own_faults(broken: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(broken / "subjects"), *TODAY_FLAG]) == 0  # a warning is no error
    assert "0 errors, 1 warning in 1 file." in capsys.readouterr().out
    assert main([str(broken / "areas" / "jaw.yml"), *TODAY_FLAG]) == 1
    assert "1 error, 0 warnings in 1 file." in capsys.readouterr().out


def test_json_has_every_field(broken: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(broken), "--json", *TODAY_FLAG]) == 1
    faults = json.loads(capsys.readouterr().out)
    assert [fault["code"] for fault in faults] == ["wording", "common-word", "payload-intent"]
    assert faults[1] == {
        "file": (broken / "subjects/massage/gua_sha.yml").as_posix(), "line": 3, "column": 23, "code": "common-word",
        "cause": "'roll' is typed about many things.",
        "remedy": "Use a longer phrase, or be sure that it never misfires.", "severity": "warning",
    }


def test_github_annotations_carry_file_and_line(broken: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(broken), "--github", *TODAY_FLAG]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 3
    assert lines[1].startswith(f"::warning file={broken.as_posix()}/subjects/massage/gua_sha.yml,line=3,col=23,"
                               "title=common-word::'roll'")


@pytest.mark.parametrize("there", [True, False])
def test_nothing_to_check_exits_2(tmp_path: Path, capsys: pytest.CaptureFixture[str], there: bool) -> None:
    assert main([str(tmp_path if there else tmp_path / "nowhere")]) == 2
    assert ("no taxonomy.yml" if there else "does not exist") in capsys.readouterr().err


def test_it_runs_as_a_module_without_rasa(tmp_path: Path) -> None:
    code = ("import sys; from bot.editorial.__main__ import main; code = main(sys.argv[1:]); "
            "print(sorted({name.split('.')[0] for name in sys.modules} & {'rasa', 'tensorflow', 'spacy', 'numpy'})); "
            "sys.exit(code)")
    done = subprocess.run([sys.executable, "-c", code, str(CONTENT), *TODAY_FLAG], capture_output=True, text=True,
                          cwd=HERE.parents[1], check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[-1] == "[]"


def test_a_hundred_files_with_300_claims_take_under_3_seconds(tmp_path: Path) -> None:
    folder = large_folder(tmp_path)
    started = time.perf_counter()
    faults = check_content(folder, TODAY)
    took = time.perf_counter() - started
    assert faults == []
    assert took < 3, f"{took:.2f} s"


def large_folder(tmp_path: Path) -> Path:
    """The valid folder with a hundred more subjects of three claims each."""
    folder = tmp_path / "content"
    shutil.copytree(CONTENT, folder)
    slugs = [f"method{number}" for number in range(100)]
    taxonomy = folder / "taxonomy.yml"
    taxonomy.write_text(taxonomy.read_text("utf-8").replace("face_yoga]", f"face_yoga, {', '.join(slugs)}]"), "utf-8")
    original = (folder / "subjects" / "exercise" / "facial_exercise.yml").read_text("utf-8")
    for number, slug in enumerate(slugs):
        text = original.replace("ex_", f"ex{number}_")
        for old, new in (
            ("Facial exercises\n", f"Method {number}\n"), ("[face exercises, facial gym]", f"[method number {number}]"),
            ("also_about: [face_yoga]", "also_about: []"), ("After 20 weeks", f"In group {number}, after 20 weeks"),
            ("Nine women", f"In group {number}, nine women"), ("A doctor who", f"In talk {number}, a doctor who"),
        ):
            assert old in text
            text = text.replace(old, new)
        (folder / "subjects" / "exercise" / f"{slug}.yml").write_text(text, "utf-8")
    return folder
