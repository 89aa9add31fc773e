"""What a process leaves out is really not there, and what it needs still works."""
from __future__ import annotations

import subprocess
import sys

from bot.settings import ROOT

SCRIPT = """
import sys
from bot.serving.unused import leave_spacy_commands_out
from bot.serving.without_tensorflow import leave_tensorflow_out
leave_tensorflow_out()
leave_spacy_commands_out()
leave_spacy_commands_out()
import spacy
assert [token.text for token in spacy.blank("en")("my jaw sags")] == ["my", "jaw", "sags"]
assert "spacy.cli.download" not in sys.modules
assert "tensorflow" not in {name.split(".")[0] for name, module in sys.modules.items() if module}
"""


def test_spacy_works_without_its_command_line() -> None:
    done = subprocess.run([sys.executable, "-W", "ignore", "-c", SCRIPT], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
