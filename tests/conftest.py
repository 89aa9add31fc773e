"""Fixtures that several parts share."""
from __future__ import annotations

import datetime

import pytest

from bot.answers.index import ReleaseIndex
from bot.editorial.load import load_content
from bot.model import Content, Release, ReleaseInfo
from bot.serving.without_tensorflow import leave_tensorflow_out
from bot.settings import ROOT

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
