"""Fixtures that several parts share."""
from __future__ import annotations

import datetime
from collections.abc import Iterator

import pytest

from bot.answers.index import ReleaseIndex
from bot.editorial.load import load_content
from bot.model import Content, Release, ReleaseInfo
from bot.prepare import model_file
from bot.serving.without_tensorflow import leave_tensorflow_out
from bot.settings import ROOT
from tests.server.assistant import Assistant, publish
from tests.server.inbox import Inbox

leave_tensorflow_out()  # before any test imports Rasa or spaCy, as the assistant's own processes do


@pytest.fixture(scope="session")
def real_content() -> Content:
    """The editors' content, as it stands in the project."""
    content, faults = load_content(ROOT / "bot" / "content", datetime.date.today())
    assert content is not None, "\n".join(map(str, faults))
    return content


@pytest.fixture(scope="session")
def real_index(real_content: Content) -> ReleaseIndex:
    """The editors' content as the answers service reads it."""
    return ReleaseIndex(Release(ReleaseInfo(1, "2026-11-21T00:00:00+00:00", "", len(real_content.claims), True),
                                real_content))


@pytest.fixture(scope="session")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    """Both servers on the editors' content, published to a store of its own: for tests that only talk to it."""
    inbox = Inbox()
    running = Assistant(tmp_path_factory.mktemp("assistant"), inbox=inbox)
    assert model_file(running.where).exists(), "no trained model: run `python -m bot.prepare` first"
    publish(running)
    try:
        running.start_actions()
        running.start_rasa()
        yield running
    finally:
        running.stop()
        inbox.close()
