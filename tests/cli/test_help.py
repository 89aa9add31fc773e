"""Help texts and wrong use."""
from __future__ import annotations

import shlex

import click
import pytest
import typer.main

from bot.cli import app
from tests.cli.conftest import Plumb

GROUP = typer.main.get_command(app)
assert isinstance(GROUP, click.Group)
COMMANDS = sorted(GROUP.commands)
WITH_JSON = set(COMMANDS) - {"chat", "new-subject"}


def test_these_are_the_commands() -> None:
    assert COMMANDS == ["ask", "chat", "check", "doctor", "feedback", "new-subject", "preview", "publish", "releases",
                        "rollback", "sources", "try", "unanswered"]


def test_without_a_command_it_shows_its_help_and_the_exit_codes(plumb: Plumb) -> None:
    said = " ".join(plumb().stdout.split())
    assert "Usage: plumb [OPTIONS] COMMAND" in said
    for code, meaning in (("0", "done"), ("1", "something is wrong"), ("2", "used wrongly"), ("3", "cannot do it")):
        assert code in said.split("Exit codes:")[1] and meaning in said
    assert all(name in said for name in COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_its_help_has_an_example_that_can_be_typed(plumb: Plumb, name: str) -> None:
    done = plumb(name, "--help")
    assert done.exit_code == 0
    assert f"Usage: plumb {name}" in done.stdout
    assert isinstance(GROUP, click.Group)
    command = GROUP.commands[name]
    assert command.help
    program, *arguments = shlex.split(command.help.split("Example: ")[1])
    assert (program, arguments[0]) == ("plumb", name)
    command.make_context(name, arguments[1:])  # raises UsageError for what the command would refuse


@pytest.mark.parametrize("name", COMMANDS)
def test_what_a_program_may_want_to_read_comes_as_json_too(name: str) -> None:
    assert isinstance(GROUP, click.Group)
    options = {option for each in GROUP.commands[name].params for option in each.opts}
    assert ("--json" in options) == (name in WITH_JSON)


@pytest.mark.parametrize("arguments", [
    ["nope"], ["check", "--nope"], ["preview"], ["preview", "jaw", "neck"], ["new-subject", "cupping"], ["ask"],
    ["try"],
])
def test_wrong_use_exits_2(plumb: Plumb, arguments: list[str]) -> None:
    done = plumb(*arguments)
    assert (done.exit_code, done.stdout) == (2, "")
    assert "Usage: plumb" in done.stderr


@pytest.mark.parametrize(("variable", "value"), [
    ("PLUMBLINE_PORT", "abc"), ("PLUMBLINE_PORT", "0"), ("PLUMBLINE_ACTION_PORT", "65536"), ("PLUMBLINE_PORT", "²"),
    ("PLUMBLINE_PORT", "5055"),
])
@pytest.mark.parametrize("command", ["check", "publish", "doctor", "chat", "releases"])
def test_a_bad_port_is_said_in_one_line(plumb: Plumb, monkeypatch: pytest.MonkeyPatch, command: str, variable: str,
                                        value: str) -> None:
    monkeypatch.setenv(variable, value)
    done = plumb(command)
    assert (done.exit_code, done.stdout) == (3, "")
    assert variable in done.stderr and value in done.stderr
    assert len(done.stderr.splitlines()) == 1
