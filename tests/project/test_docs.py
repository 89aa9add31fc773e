"""What the pages and the messages name is there: make targets, commands, modules, settings, files and folders."""
from __future__ import annotations

import ast
import re
import shlex
from functools import cache
from pathlib import Path

import click
import pytest
import typer.main

from bot import settings
from bot.cli import app
from bot.settings import ROOT

PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("bot/**/README.md"), *ROOT.glob("tests/**/README.md")])
CODE = sorted([*ROOT.glob("bot/**/*.py"), *ROOT.glob("actions/**/*.py"), *ROOT.glob("deploy/*.py")])
#: What a page may name and a fresh clone does not hold: made by the commands, and left out of git.
MADE = ("var/", "models/", ".cache/", ".venv/", ".rasa/")
TARGET = re.compile(r"^([a-z][a-z-]*):", re.MULTILINE)
VARIABLE = re.compile(r"(?:PLUMBLINE|SANIC|ACTION_SERVER)_[A-Z_]+|LOG_LEVEL")


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@cache
def code_of(page: Path) -> tuple[str, ...]:
    """The inline code of a page, and each line of its code blocks."""
    text = page.read_text(encoding="utf-8")
    blocks = re.findall(r"^ *```[^\n]*\n(.*?)^ *```", text, re.MULTILINE | re.DOTALL)
    rest = re.sub(r"^ *```.*?^ *```", "", text, flags=re.MULTILINE | re.DOTALL)
    return tuple(line for block in blocks for line in block.splitlines()) + tuple(re.findall(r"`([^`]+)`", rest))


@cache
def told_in(path: Path) -> tuple[str, ...]:
    """What the texts of a module put in backticks."""
    texts = [node.value for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
             if isinstance(node, ast.Constant) and isinstance(node.value, str)]
    return tuple(code.strip("`") for text in texts for code in re.findall(r"`[^`\n]+`", text))


def makefile() -> str:
    return (ROOT / "Makefile").read_text(encoding="utf-8")


def targets() -> set[str]:
    return set(TARGET.findall(makefile()))


def test_there_are_pages_to_read() -> None:
    assert {"README.md", "HACKING.md", "CONTRIBUTING.md", "bot/content/README.md"} <= {name(page) for page in PAGES}


@pytest.mark.parametrize("path", [*PAGES, *CODE], ids=name)
def test_a_make_target_that_is_named_is_there(path: Path) -> None:
    named = {target for code in (code_of(path) if path.suffix == ".md" else told_in(path))
             for words in re.findall(r"(?:^|[\s&;(])make((?: [a-z][a-z-]*)+)(?=$|[\s)])", code.split("#")[0])
             for target in words.split()}
    assert named - targets() == set()


@pytest.mark.parametrize("path", [*PAGES, *CODE], ids=name)
def test_a_plumb_command_that_is_named_takes_what_it_is_given(path: Path) -> None:
    group = typer.main.get_command(app)
    assert isinstance(group, click.Group)
    for code in code_of(path) if path.suffix == ".md" else told_in(path):
        for words in re.findall(r"(?:^|\s)(?:\./)?plumb ([a-z].*)", code):
            command, *rest = shlex.split(re.split(r"\s{2,}|#", words)[0])
            assert command in group.commands, code
            known = {option for each in group.commands[command].params for option in (*each.opts, "--help")}
            assert {word.split("=")[0] for word in rest if word.startswith("-")} <= known, code


@pytest.mark.parametrize("path", [*PAGES, *CODE], ids=name)
def test_a_module_that_is_to_be_run_can_be(path: Path) -> None:
    for code in code_of(path) if path.suffix == ".md" else told_in(path):
        for module in re.findall(r"python -m ((?:bot|actions|tests)[\w.]*)", code):
            file = ROOT / module.replace(".", "/")
            runnable = file.with_suffix(".py") if file.with_suffix(".py").exists() else file / "__main__.py"
            assert runnable.exists(), code
            assert '__name__ == "__main__"' in runnable.read_text(encoding="utf-8"), code


def test_make_runs_modules_that_are_there() -> None:
    for module in re.findall(r"-m (bot[\w.]*)", makefile()):
        file = ROOT / module.replace(".", "/")
        assert file.with_suffix(".py").exists() or (file / "__main__.py").exists(), module


def test_every_make_target_says_what_it_does_and_is_phony() -> None:
    described = set(re.findall(r"^([a-z][a-z-]*):.*## \S", makefile(), re.MULTILINE))
    phony = re.search(r"^\.PHONY: (.*)$", makefile(), re.MULTILINE)
    assert phony
    assert described == targets() == set(phony[1].split())


def read_by_code() -> set[str]:
    """The variables of the environment that the program's modules and Rasa's files name."""
    found = set(VARIABLE.findall((ROOT / "endpoints.yml").read_text() + (ROOT / "credentials.yml").read_text()))
    for path in CODE:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and VARIABLE.fullmatch(node.value):
                found.add(node.value)
    return found


def documented() -> dict[str, str]:
    """Variable -> default, of the table of settings."""
    rows = re.findall(r"^\| `([A-Z_]+)` \| (.*?) \|", (ROOT / "HACKING.md").read_text(encoding="utf-8"), re.MULTILINE)
    return {variable: default.strip("`") for variable, default in rows}


def test_the_table_of_settings_lists_every_variable_and_no_other() -> None:
    assert set(documented()) == read_by_code()


@pytest.mark.parametrize(("variable", "field"), [
    ("PLUMBLINE_CONTENT_URL", "content_url"), ("PLUMBLINE_CONVERSATIONS_URL", "conversations_url"),
    ("PLUMBLINE_CONTENT_DIR", "content_dir"),
    ("PLUMBLINE_MODELS_DIR", "models_dir"), ("PLUMBLINE_LANGUAGE_DIR", "language_dir"),
    ("PLUMBLINE_ENCODER_DIR", "encoder_dir"), ("PLUMBLINE_HOST", "host"), ("PLUMBLINE_PORT", "port"),
    ("PLUMBLINE_ACTION_PORT", "action_port"),
])
def test_the_table_has_the_defaults(variable: str, field: str) -> None:
    assert str(getattr(settings.read({}), field)).replace(f"{ROOT}/", "") == documented()[variable]


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_a_variable_that_is_named_is_read(page: Path) -> None:
    named = set(re.findall(r"PLUMBLINE_[A-Z_]+", page.read_text(encoding="utf-8")))
    elsewhere = {"PLUMBLINE_REQUIRE_POSTGRES", "PLUMBLINE_REQUIRE_CHROMIUM", "PLUMBLINE_CHROMIUM"}  # of the tests
    assert named - read_by_code() - elsewhere == set()


def paths_in(page: Path) -> set[str]:
    """What looks like a file or folder of the project: a path below what the root holds, or a name with an ending."""
    top = {path.name for path in ROOT.iterdir()}
    found = set()
    for code in code_of(page):
        for word in re.findall(r"(?<![\w/:.@$-])\.?[\w<>*.-]+(?:/[\w<>*.…-]*)+", code):
            if word.split("/")[0] in top or word.startswith(MADE):
                found.add(word)
        if re.fullmatch(r"[\w<>*-]+\.(?:py|yml|md|txt|toml|json)", code):
            found.add(code)
    return found


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_a_file_or_folder_that_is_named_is_there(page: Path) -> None:
    missing = set()
    for path in paths_in(page):
        pattern = re.sub(r"<[^>]*>|…", "*", path.rstrip("/.,"))
        here = list(ROOT.glob(pattern)) or list(page.parent.glob(pattern)) or list(page.parent.rglob(pattern))
        if not here and not path.startswith(MADE):
            missing.add(path)
    assert missing == set()


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_a_link_to_a_page_or_picture_of_the_project_leads_there(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    links = [link.split("#")[0] for link in re.findall(r"\]\(([^)\s]+)\)", text) if "://" not in link]
    assert [link for link in links if link and not (page.parent / link).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_nothing_is_left_to_fill_in(page: Path) -> None:
    assert re.findall(r"@@\w*|TODO|TBD|FIXME|XXX", page.read_text(encoding="utf-8")) == []
