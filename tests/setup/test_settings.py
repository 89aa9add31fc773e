"""``bot.settings`` and ``bot.ports``: what is set from outside, and whether it can be used."""
from __future__ import annotations

import socket
from pathlib import Path

import pytest

from bot import settings
from bot.ports import PortTaken, require_free
from bot.settings import ROOT
from tests.server.assistant import free_port


def test_without_variables_everything_is_in_the_project_and_on_loopback() -> None:
    where = settings.read({})
    assert (where.host, where.port, where.action_port) == ("127.0.0.1", 5005, 5055)
    assert where.content_url == f"sqlite:///{ROOT}/var/content.db"
    for path in (where.content_dir, where.models_dir, where.language_dir, where.encoder_dir, where.var_dir):
        assert path.is_absolute() and path.is_relative_to(ROOT)


VARIABLES = {
    "PLUMBLINE_CONTENT_URL": ("content_url", "postgresql://localhost/content"),
    "PLUMBLINE_CONTENT_DIR": ("content_dir", "/tmp/content"),
    "PLUMBLINE_MODELS_DIR": ("models_dir", "/tmp/models"),
    "PLUMBLINE_LANGUAGE_DIR": ("language_dir", "/tmp/language"),
    "PLUMBLINE_ENCODER_DIR": ("encoder_dir", "/tmp/encoder"),
    "PLUMBLINE_HOST": ("host", "0.0.0.0"),
    "PLUMBLINE_PORT": ("port", "6005"),
    "PLUMBLINE_ACTION_PORT": ("action_port", "6055"),
}


@pytest.mark.parametrize("variable", VARIABLES)
def test_a_variable_sets_one_thing_and_an_empty_one_nothing(variable: str) -> None:
    name, value = VARIABLES[variable]
    default, changed = settings.read({}), settings.read({variable: value})
    assert str(getattr(changed, name)) == value
    differing = {each for each in vars(default) if getattr(default, each) != getattr(changed, each)}
    assert differing == {name}
    assert settings.read({variable: ""}) == default


@pytest.mark.parametrize("value", ["abc", "0", "65536", "-1", "5005 ", "²", "5005.0", " "])
def test_what_is_no_port_is_refused_by_name(value: str) -> None:
    with pytest.raises(ValueError, match=f"PLUMBLINE_PORT={value} is no port number"):
        settings.read({"PLUMBLINE_PORT": value})


def test_two_servers_on_one_port_are_refused() -> None:
    with pytest.raises(ValueError, match="PLUMBLINE_PORT and PLUMBLINE_ACTION_PORT are both 5055"):
        settings.read({"PLUMBLINE_PORT": "5055"})


def test_nothing_is_read_at_import(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLUMBLINE_CONTENT_DIR", "/tmp/later")
    assert settings.read().content_dir == Path("/tmp/later")


def test_a_free_port_may_be_used_and_stays_free() -> None:
    port = free_port()
    require_free("127.0.0.1", port, "PLUMBLINE_PORT")
    with socket.create_server(("127.0.0.1", port)):
        pass


def test_a_taken_port_is_named_with_another_to_try() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(PortTaken, match=f"Port {port} is taken.*PLUMBLINE_PORT=") as refused:
            require_free("127.0.0.1", port, "PLUMBLINE_PORT")
    assert "\n" not in str(refused.value)


def test_a_port_that_was_just_left_may_be_used_again() -> None:
    """A server that is started anew must not wait for its old connections to be forgotten."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        with socket.create_connection(("127.0.0.1", port)):
            accepted, _ = server.accept()
            accepted.close()
    require_free("127.0.0.1", port, "PLUMBLINE_PORT")


@pytest.mark.parametrize("host", ["192.0.2.1", "::1"])
def test_an_address_that_is_not_this_computers_is_no_taken_port(host: str) -> None:
    with pytest.raises(PortTaken, match=r"PLUMBLINE_HOST=127\.0\.0\.1") as refused:
        require_free(host, free_port(), "PLUMBLINE_PORT")
    assert "taken" not in str(refused.value)
