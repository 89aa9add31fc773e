"""Assistants of their own for what the shared one must not be used for."""
from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.server.assistant import Assistant, serving


@pytest.fixture(scope="module")
def own_limits(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    """A server with a website on its list that lets five new visitors and six messages a minute in; it
    answers small talk only."""
    assistant = Assistant(tmp_path_factory.mktemp("limits"), settings={
        "PLUMBLINE_ORIGINS": "https://shop.example", "PLUMBLINE_ADDRESS_SESSIONS_A_MINUTE": "5",
        "PLUMBLINE_ADDRESS_MESSAGES_A_MINUTE": "6"})
    with serving(assistant, actions=False) as running:
        yield running


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    """An assistant that a module may break, restart and look into."""
    with serving(Assistant(tmp_path_factory.mktemp("own"))) as running:
        yield running


@pytest.fixture(scope="module")
def in_namespace(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    """A server whose socketio channel has a namespace, and which answers small talk only."""
    assistant = Assistant(tmp_path_factory.mktemp("namespace"), credentials=(
        "bot.channels.socketio.SafeSocketIOInput:\n  namespace: /chat\n"))
    with serving(assistant, actions=False) as running:
        yield running
