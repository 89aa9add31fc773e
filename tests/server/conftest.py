"""One running assistant for the tests that only talk to it."""
from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.prepare import model_file
from bot.settings import ROOT
from tests.server.assistant import Assistant


def publish(assistant: Assistant, folder: Path | None = None) -> None:
    """Publishes a content folder, by default the editors', to the assistant's store."""
    environment = {**os.environ, "PLUMBLINE_CONTENT_URL": assistant.where.content_url}
    if folder:
        environment["PLUMBLINE_CONTENT_DIR"] = str(folder)
    subprocess.run([sys.executable, "-m", "bot.cli", "publish"], cwd=ROOT, env=environment, check=True, timeout=120)


@pytest.fixture(scope="session")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    """The editors' content, published to a store of its own, and both servers."""
    running = Assistant(tmp_path_factory.mktemp("assistant"))
    assert model_file(running.where).exists(), "no trained model: run `python -m bot.prepare` first"
    publish(running)
    try:
        running.start_actions()
        running.start_rasa()
        yield running
    finally:
        running.stop()
