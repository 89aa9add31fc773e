"""Makes the assistant ready to start: encoder, checked and published content, trained model.

Each step is skipped when what it would make is there already. ``python -m bot.prepare`` runs them all.
"""
from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path

from bot import settings
from bot.settings import ROOT, Settings

#: A change in any of these means that the model must be trained anew; a model may hold objects of the locked
#: packages. Content is not among them: the running assistant reads it from the store.
TRAINED_FROM = ("config.yml", "domain.yml", "data/**/*.yml", "bot/nlu/**/*.py", "bot/nlu/adapter.npz",
                "bot/content/safety.yml", "requirements.txt")
MOST_FAULTS_SHOWN = 10


class NotReady(Exception):
    """The assistant cannot start; the message says why and what to do."""


def say(text: str) -> None:
    """One line of progress."""
    print(f"plumbline: {text}", flush=True)


@contextmanager
def progress(what: str, every: float = 2.0) -> Iterator[None]:
    """Says what is going on, and again every few seconds for as long as it does."""
    say(what)
    started = time.monotonic()
    done = threading.Event()

    def tick() -> None:
        while not done.wait(every):
            print(f"  … {time.monotonic() - started:.0f} s", flush=True)

    ticker = threading.Thread(target=tick, daemon=True)
    ticker.start()
    try:
        yield
    finally:
        done.set()
        ticker.join()


def training_digest(root: Path = ROOT) -> str:
    """A digest (sha256, hex) of everything in a project folder that the model is trained from."""
    digest = hashlib.sha256()
    for pattern in TRAINED_FROM:
        for path in sorted(root.glob(pattern)):
            digest.update(str(path.relative_to(root)).encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def model_file(where: Settings, root: Path = ROOT) -> Path:
    """The trained model of the present training data; its name carries the digest."""
    return where.models_dir / f"plumbline-{training_digest(root)[:16]}.tar.gz"


def ensure_encoder(where: Settings) -> None:
    """Converts the sentence encoder, once. Raises NotReady."""
    from bot.nlu import encoder_setup

    if not encoder_setup.is_current(where.encoder_dir):
        with progress("converting the sentence encoder (once)"):
            try:
                encoder_setup.set_up(where.encoder_dir)
            except encoder_setup.EncoderSourceError as error:
                raise NotReady(str(error)) from error


def ensure_language(where: Settings) -> None:
    """Writes the language pipeline, once. Raises NotReady."""
    from bot.nlu import language_setup

    if not language_setup.is_current(where.language_dir):
        with progress("writing the language pipeline (once)"):
            # spaCy imports TensorFlow when it is there, and this process has no use for either afterwards.
            done = subprocess.run([sys.executable, "-m", "bot.nlu.language_setup"], cwd=ROOT, stdout=subprocess.PIPE,
                                  stderr=subprocess.STDOUT, text=True,
                                  env={**os.environ, "PLUMBLINE_LANGUAGE_DIR": str(where.language_dir)})
        if done.returncode:
            raise NotReady(done.stdout.strip())


def publish_content(where: Settings) -> None:
    """Checks the content and publishes it; an unchanged content keeps its release number.

    Raises:
        NotReady: the content has errors, of which the first are in the message, or the encoder cannot be read.
        StoreError: the store cannot be written.
    """
    from bot.bootstrap import publish
    from bot.editorial.faults import ERROR
    from bot.editorial.load import load_content
    from bot.nlu.encoder import EncoderMissing

    with progress("checking and publishing the content"):
        content, faults = load_content(where.content_dir, date.today())
        if content is None:
            errors = [f"  {fault}" for fault in faults if fault.severity == ERROR]
            more = [f"  … and {len(errors) - MOST_FAULTS_SHOWN} more"] if len(errors) > MOST_FAULTS_SHOWN else []
            raise NotReady("\n".join(["The content has errors. Mend them and try again (`make check`):",
                                      *errors[:MOST_FAULTS_SHOWN], *more]))
        try:
            info = publish(content)
        except EncoderMissing as error:
            raise NotReady(str(error)) from error
    say(f"release {info.number}: {info.claims} claims")


def ensure_records(where: Settings) -> None:
    """Makes the tables of what is kept beside the conversations, or brings them to this program's. Raises NotReady."""
    from bot.records.database import RecordsError
    from bot.records.repository import open_records

    try:
        with closing(open_records(where.conversations_url)) as records:
            records.set_up()
    except RecordsError as error:
        raise NotReady(str(error)) from error


def ensure_model(where: Settings, root: Path = ROOT) -> Path:
    """Trains the model if and only if what it is trained from has changed; returns its file.

    Raises:
        NotReady: the training failed; what it printed stands above the message.
    """
    wanted = model_file(where, root)
    if wanted.exists():
        return wanted
    where.models_dir.mkdir(parents=True, exist_ok=True)
    # Only a whole model ever stands in the folder that a start looks in.
    with tempfile.TemporaryDirectory(prefix=".training-", dir=where.models_dir) as working:
        with progress("training (the training data changed)"):
            done = _train(root, Path(working), wanted.name)
        made = Path(working, wanted.name)
        if done.returncode or not made.exists():
            print(done.stdout, file=sys.stderr)
            raise NotReady("Training failed; what it said stands above. Check data/, domain.yml and config.yml with "
                           "`.venv/bin/python -m bot.serving.rasa_cli data validate`.")
        made.replace(wanted)
    for old in where.models_dir.glob("plumbline-*.tar.gz"):
        if old != wanted:
            old.unlink()
    return wanted


def _train(root: Path, out: Path, name: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "bot.serving.rasa_cli", "train", "--force", "--quiet",
               "--out", str(out.absolute()), "--fixed-model-name", name.removesuffix(".tar.gz")]
    return subprocess.run(command, cwd=root, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                          env={**os.environ, "RASA_TELEMETRY_ENABLED": "false", "PYTHONPATH": str(ROOT)})


def prepare(where: Settings) -> Path:
    """Everything that a start needs; returns the model's file. Raises NotReady and StoreError."""
    ensure_encoder(where)
    ensure_language(where)
    publish_content(where)
    ensure_records(where)
    return ensure_model(where)


def main() -> int:
    """Prepares and returns the exit code."""
    from bot.store.errors import StoreError

    try:
        prepare(settings.read())
    except (NotReady, StoreError, ValueError, OSError) as error:
        print(f"plumbline: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main())
