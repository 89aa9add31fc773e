"""What git keeps is the project's own, of a size that a clone can bear, and fetched from nowhere by surprise."""
from __future__ import annotations

import re
import subprocess
from functools import cache
from pathlib import Path

import pytest

from bot.settings import ROOT

LARGEST = 1024**2
LOCKS = ("requirements.txt", "requirements-dev.txt", "deploy/uv.txt")
PIN = re.compile(r"^([A-Za-z0-9._-]+)(?:\[[^\]]*\])?==(\S+)(?: ;[^\\]*)?(?: \\)?$")
#: None of these finds itself; the examples below are put together for the same reason.
MACHINE = re.compile(r"(?<![\w.])/(?:home|root|work|Users|mnt|tmp/pytest[\w-]*)/\.?\w|\b[A-Z]:\\\\\w")
REGISTRY = re.compile(r"pypi\.org|pythonhosted\.org|npmjs\.(?:org|com)|--(?:extra-)?index-url|--find-?links|"
                      r"--trusted-?host")
WORKPLACE = re.compile(r"\b(?:issue|session) (?:#|no\.? ?)?\d|\bthis (?:session|issue)\b|\bissues (?:show|close)\b|"
                       r"\bsub-?agents?\b|\bshared/(?:evidence|seeds|DESIGN)", re.IGNORECASE)


@cache
def tracked() -> tuple[Path, ...]:
    done = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True)
    return tuple(path for path in (ROOT / name for name in done.stdout.split("\0") if name) if path.is_file())


@cache
def lines() -> tuple[tuple[str, str], ...]:
    """Place and text of every line that git keeps."""
    found = []
    for path in tracked():
        name = path.relative_to(ROOT).as_posix()
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue  # a picture, or a fixture of broken text
        found += [(f"{name}:{number}", line) for number, line in enumerate(text.splitlines(), 1)]
    return tuple(found)


def with_words(pattern: re.Pattern[str]) -> list[str]:
    return [f"{place}: {line.strip()[:100]}" for place, line in lines() if pattern.search(line)]


def test_git_keeps_what_is_looked_at() -> None:
    names = {path.relative_to(ROOT).as_posix() for path in tracked()}
    assert {"Makefile", "bot/cli.py", "tests/project/test_imports.py", "requirements.txt"} <= names
    assert len(lines()) > 10_000


@pytest.mark.parametrize(("pattern", "text"), [
    (MACHINE, f"see /{'home'}/me/file"), (MACHINE, f"'/{'root'}/.cache'"), (MACHINE, f"C:{chr(92) * 2}Users"),
    (REGISTRY, f"https://pypi{'.'}org/project/x"), (REGISTRY, f"--index{'-'}url https://mirror"),
    (WORKPLACE, f"as issue{' '}12 says"), (WORKPLACE, f"done in this{' '}session"),
])
def test_the_patterns_find_what_they_are_for(pattern: re.Pattern[str], text: str) -> None:
    assert pattern.search(text)


def test_no_path_of_one_machine() -> None:
    assert with_words(MACHINE) == []


def test_no_package_registry() -> None:
    assert with_words(REGISTRY) == []


def test_no_word_of_how_it_is_made() -> None:
    assert with_words(WORKPLACE) == []


def test_no_large_file() -> None:
    assert {path.name: path.stat().st_size for path in tracked() if path.stat().st_size > LARGEST} == {}


def test_nothing_that_is_made_is_kept() -> None:
    kept = [path.relative_to(ROOT).as_posix() for path in tracked()]
    assert [name for name in kept if re.search(r"(^|/)__pycache__/|^(models|var|\.venv|\.cache|\.rasa)/|\.(pyc|log)$",
                                               name)] == []


def test_text_files_end_with_one_line_end_and_hold_no_tabs_or_carriage_returns() -> None:
    wrong = []
    for path in tracked():
        if path.suffix in (".py", ".yml", ".md", ".toml", ".txt", ".in") and "broken" not in path.parts:
            text = path.read_bytes()
            if text and (not text.endswith(b"\n") or text.endswith(b"\n\n") or b"\r" in text or b"\t" in text):
                wrong.append(path.relative_to(ROOT).as_posix())
    assert wrong == []


def test_the_licence_is_apache_2() -> None:
    words = " ".join((ROOT / "LICENSE").read_text(encoding="utf-8").split())
    assert "Apache License Version 2.0, January 2004" in words
    assert "END OF TERMS AND CONDITIONS" in words
    assert 'license = { text = "Apache-2.0" }' in (ROOT / "pyproject.toml").read_text(encoding="utf-8")


def pins(lock: str) -> dict[str, tuple[str, int]]:
    """Package -> its version and the number of its hashes. Every line is a pin, a hash or a comment."""
    found: dict[str, tuple[str, int]] = {}
    package = ""
    for line in (ROOT / lock).read_text(encoding="utf-8").splitlines():
        pin = PIN.match(line)
        if pin:
            package = pin[1].lower()
            found[package] = (pin[2], 0)
        elif re.fullmatch(r" {4}--hash=sha256:[0-9a-f]{64}(?: \\)?", line):
            found[package] = (found[package][0], found[package][1] + 1)
        else:
            assert line.strip() == "" or line.lstrip().startswith("#"), f"{lock}: {line}"
    return found


@pytest.mark.parametrize("lock", LOCKS)
def test_every_locked_package_has_a_hash(lock: str) -> None:
    found = pins(lock)
    assert found
    assert [package for package, (_, hashes) in found.items() if not hashes] == []


def test_the_tests_run_on_the_assistants_packages() -> None:
    theirs, tests = pins("requirements.txt"), pins("requirements-dev.txt")
    assert {package: tests.get(package) for package in theirs} == theirs


@pytest.mark.parametrize(("wanted", "lock"), [
    ("requirements.in", "requirements.txt"), ("requirements-dev.in", "requirements-dev.txt"),
    ("deploy/uv.in", "deploy/uv.txt"),
])
def test_what_is_asked_for_is_locked_as_asked(wanted: str, lock: str) -> None:
    found = pins(lock)
    asked = [line.split("#")[0].strip() for line in (ROOT / wanted).read_text(encoding="utf-8").splitlines()]
    for line in asked:
        match = re.match(r"([A-Za-z0-9._-]+)(?:\[[^\]]*\])?(?:==([^\s;]+))?", line)
        if line and not line.startswith("-"):
            assert match
            package = match[1].lower().replace("_", "-")
            assert package in found, line
            assert match[2] in (None, found[package][0]), line
