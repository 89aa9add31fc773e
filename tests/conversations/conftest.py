"""What the tests of this folder share."""
from __future__ import annotations

import pytest

from bot.model import Content
from bot.settings import ROOT
from tests.conversations import runner
from tests.yaml_files import load


@pytest.fixture(scope="session")
def known(real_content: Content) -> runner.Known:
    """The ids that conversations may name."""
    intents = load(ROOT / "domain.yml")["intents"]
    return runner.Known.of_project(
        frozenset(claim.id for claim in real_content.claims), frozenset(source.id for source in real_content.sources),
        frozenset(name if isinstance(name, str) else next(iter(name)) for name in intents))
