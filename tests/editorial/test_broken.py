"""Every broken fixture is pinpointed: file, line and code, and nothing else is reported.

A fixture is a folder of files laid over ``valid``; its ``expected.yml`` lists the faults.
"""
from __future__ import annotations

import datetime
import shutil
from pathlib import Path

import pytest

from bot.editorial.check import check_library
from bot.editorial.conversations import check_conversations
from bot.editorial.faults import Fault
from tests.yaml_files import load

HERE = Path(__file__).parent
VALID = HERE / "valid"
BROKEN = sorted(path.parent for path in (HERE / "broken").glob("*/expected.yml"))
TODAY = datetime.date(2026, 6, 1)


def faults_of(project: Path) -> list[Fault]:
    """All faults of a project folder."""
    library, faults = check_library(project / "bot" / "content", TODAY)
    return sorted([*faults, *check_conversations(project, library.vocabularies)])


def seen(project: Path) -> list[tuple[str, int, str, str]]:
    return [(Path(fault.file).relative_to(project).as_posix(), fault.line, fault.code, fault.severity)
            for fault in faults_of(project)]


def test_the_valid_content_has_no_fault() -> None:
    assert faults_of(VALID) == []


def test_there_are_enough_fixtures() -> None:
    assert len(BROKEN) >= 55


@pytest.mark.parametrize("fixture", BROKEN, ids=lambda path: path.name)
def test_a_broken_file_is_pinpointed(fixture: Path, tmp_path: Path) -> None:
    project = tmp_path / "project"
    shutil.copytree(VALID, project)
    shutil.copytree(fixture, project, dirs_exist_ok=True, ignore=shutil.ignore_patterns("expected.yml"))
    expected = [(fault["file"], fault["line"], fault["code"], fault.get("severity", "error"))
                for fault in load(fixture / "expected.yml")["faults"]]
    assert seen(project) == sorted(expected)


@pytest.mark.parametrize("fixture", BROKEN, ids=lambda path: path.name)
def test_a_fixture_is_named_after_a_code_that_it_expects(fixture: Path) -> None:
    codes = [fault["code"] for fault in load(fixture / "expected.yml")["faults"]]
    assert any(fixture.name.startswith(code) for code in codes)


def test_every_fault_has_a_cause_and_a_remedy_that_end_as_sentences(tmp_path: Path) -> None:
    for fixture in BROKEN:
        project = tmp_path / fixture.name
        shutil.copytree(VALID, project)
        shutil.copytree(fixture, project, dirs_exist_ok=True)
        for fault in faults_of(project):
            assert fault.cause[-1] in ".", fault
            assert fault.remedy[-1] in ".?}", fault
