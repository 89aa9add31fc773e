"""For commands that understand a message without Rasa: half a second less to start."""
from __future__ import annotations

from bot.serving import stand_ins
from bot.serving.without_tensorflow import leave_tensorflow_out

#: spaCy imports its whole command line for the sake of one function, which only Rasa's SpacyNLP calls.
SPACY_COMMAND_LINE = {"spacy.cli": (), "spacy.cli.info": ("info",)}


def start_quickly() -> None:
    """Leave TensorFlow and spaCy's command line out of this process. Call it before importing spaCy; not beside Rasa.

    Raises RuntimeError when one of them is loaded already.
    """
    leave_tensorflow_out()
    stand_ins.install(SPACY_COMMAND_LINE, "it is for spaCy's own commands. Use `python -m spacy` for those.")
