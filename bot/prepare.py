"""Makes the assistant ready to start: encoder, checked and published content, trained model.

Each step is skipped when what it would make is there already. ``python -m bot.prepare`` runs them all.
"""
from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from bot import settings
from bot.settings import ROOT, Settings

#: A change in any of these means that the model must be trained anew. Content is not among them: the
#: running assistant reads it from the store.
TRAINED_FROM = ("config.yml", "domain.yml", "data/nlu/*.yml", "data/stories/*.yml", "bot/nlu/**/*.py")
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


def training_digest() -> str:
    """A digest (sha256, hex) of everything that the model is trained from."""
    digest = hashlib.sha256()
    for pattern in TRAINED_FROM:
        for path in sorted(ROOT.glob(pattern)):
            digest.update(str(path.relative_to(ROOT)).encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def model_file(where: Settings) -> Path:
    """The trained model of the present training data; its name carries the digest."""
    return where.models_dir / f"plumbline-{training_digest()[:16]}.tar.gz"


def ensure_encoder(where: Settings) -> None:
    """Converts the sentence encoder, once."""
    from bot.nlu import encoder_setup

    if not encoder_setup.is_current(where.encoder_dir):
        with progress("converting the sentence encoder (once)"):
            encoder_setup.set_up(where.encoder_dir)


def publish_content(where: Settings) -> None:
    """Checks the content and publishes it; an unchanged content keeps its release number.

    Raises:
        NotReady: the content has errors; the first of them are in the message.
    """
    from bot.bootstrap import publish
    from bot.editorial.load import load_content

    with progress("checking and publishing the content"):
        content, faults = load_content(where.content_dir, date.today())
        if content is None:
            listed = "\n".join(f"  {fault}" for fault in faults[:MOST_FAULTS_SHOWN])
            more = f"\n  … and {len(faults) - MOST_FAULTS_SHOWN} more" if len(faults) > MOST_FAULTS_SHOWN else ""
            raise NotReady(f"The content has {len(faults)} faults. Mend them and try again (`make check`):\n"
                           f"{listed}{more}")
        info = publish(content)
    say(f"release {info.number}: {info.claims} claims")


def ensure_model(where: Settings) -> Path:
    """Trains the model if and only if what it is trained from has changed; returns its file.

    Raises:
        NotReady: the training failed; what it printed stands above the message.
    """
    wanted = model_file(where)
    if wanted.exists():
        return wanted
    where.models_dir.mkdir(parents=True, exist_ok=True)
    command = [sys.executable, "-m", "bot.serving.rasa_cli", "train", "--force", "--quiet",
               "--out", str(where.models_dir), "--fixed-model-name", f"{wanted.name[:-7]}.part"]
    with progress("training (the training data changed)"):
        done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                              env={**os.environ, "RASA_TELEMETRY_ENABLED": "false"})
    part = where.models_dir / f"{wanted.name[:-7]}.part.tar.gz"
    if done.returncode or not part.exists():
        print(done.stdout, file=sys.stderr)
        raise NotReady("Training failed; what it said stands above. Check data/ and config.yml: `rasa data validate`.")
    part.replace(wanted)  # only a whole model ever bears the name that a start looks for
    for old in where.models_dir.glob("plumbline-*.tar.gz"):
        if old != wanted:
            old.unlink()
    return wanted


def prepare(where: Settings) -> Path:
    """Everything that a start needs; returns the model's file."""
    ensure_encoder(where)
    publish_content(where)
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
