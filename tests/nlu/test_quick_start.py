import subprocess
import sys
from pathlib import Path

from bot.settings import ROOT

PROGRAM = """
import sys
from pathlib import Path
from bot.nlu.quick_start import start_quickly
start_quickly()
from bot import settings
from bot.bootstrap import repository
from bot.nlu.understand import load_understander
understood = load_understander(settings.read(), repository(), Path(sys.argv[1])).understand("do facial exercises work?")
heavy = [name for name in ("tensorflow", "sklearn", "rasa", "onnx", "spacy.cli.train") if sys.modules.get(name)]
print(understood.intent, heavy)
"""


def test_a_command_understands_without_what_is_heavy(trained: Path) -> None:
    done = subprocess.run([sys.executable, "-c", PROGRAM, str(trained)], cwd=ROOT, capture_output=True, text=True,
                          check=False)
    assert (done.stdout.strip(), done.returncode) == ("ask_effectiveness []", 0), done.stderr


def test_it_comes_too_late_once_spacys_command_line_is_loaded() -> None:
    program = "import spacy; from bot.nlu.quick_start import start_quickly; start_quickly()"
    done = subprocess.run([sys.executable, "-c", f"import sys; sys.modules['tensorflow'] = None; {program}"], cwd=ROOT,
                          capture_output=True, text=True, check=False)
    assert done.returncode == 1 and "already loaded" in done.stderr
