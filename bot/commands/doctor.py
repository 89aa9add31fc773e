"""What is wrong with an installation, part by part, and how to mend it."""
from __future__ import annotations

import shutil
import sys
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass
from http.client import HTTPException
from pathlib import Path

from bot.ports import PortTaken, require_free
from bot.settings import Settings

LEAST_FREE_BYTES = 1024**3
ANSWER_SECONDS = 2


@dataclass(frozen=True)
class Finding:
    """How one part is. ``remedy`` is empty when nothing is to be done."""

    part: str
    ok: bool
    what: str
    remedy: str = ""


def _python(where: Settings) -> Finding:
    version = ".".join(map(str, sys.version_info[:3]))
    if sys.version_info[:2] == (3, 10):
        return Finding("Python", True, f"{version}.")
    return Finding("Python", False, f"{version}; the packages need 3.10.", "Run `make clean install`.")


def _disk(where: Settings) -> Finding:
    free = shutil.disk_usage(Path(__file__).parent).free
    what = f"{free / 1024**3:.1f} GB free."
    return Finding("Disk", True, what) if free >= LEAST_FREE_BYTES else Finding("Disk", False, what, "Free some room.")


def _encoder(where: Settings) -> Finding:
    from bot.nlu.encoder_setup import is_current

    if is_current(where.encoder_dir):
        return Finding("Encoder", True, f"ready in {where.encoder_dir}.")
    return Finding("Encoder", False, f"not in {where.encoder_dir}.", "Run `make run`.")


def _language(where: Settings) -> Finding:
    from bot.nlu.language_setup import is_current

    if is_current(where.language_dir):
        return Finding("Language", True, f"ready in {where.language_dir}.")
    return Finding("Language", False, f"not in {where.language_dir}, or made by other code.", "Run `make run`.")


def _content(where: Settings) -> Finding:
    from bot.editorial.check import check_content

    errors = [fault for fault in check_content(where.content_dir) if fault.severity == "error"]
    if errors:
        return Finding("Content", False, f"errors in {where.content_dir}: {len(errors)}.", "Run `plumb check`.")
    return Finding("Content", True, "no errors.")


def _store(where: Settings) -> Finding:
    from bot.bootstrap import repository
    from bot.store.errors import StoreError

    try:
        info = repository().current_info()
    except StoreError as error:
        return Finding("Store", False, f"{error.place}: {error.cause}.", error.remedy)
    return Finding("Store", True, f"release {info.number} with {info.claims} claims, published {info.published_at}.")


def _model(where: Settings) -> Finding:
    from bot.prepare import model_file

    wanted = model_file(where)
    if wanted.exists():
        return Finding("Model", True, f"{wanted.name}, trained from the present data.")
    old = list(where.models_dir.glob("*.tar.gz"))
    what = "older than the training data." if old else "none was trained yet."
    return Finding("Model", False, what, "Run `make run`.")


def _rasa(where: Settings) -> Finding:
    return _server("Rasa", where.host, where.port, "PLUMBLINE_PORT", "/", b"Plumbline</title>")


def _action_server(where: Settings) -> Finding:
    return _server("Action server", "127.0.0.1", where.action_port, "PLUMBLINE_ACTION_PORT", "/health", b'"ok"')


def _server(part: str, host: str, port: int, variable: str, path: str, greeting: bytes) -> Finding:
    """A server that is not running is no fault; another program in its place is one."""
    try:
        require_free(host, port, variable)
        return Finding(part, True, f"not running; port {port} is free.")
    except PortTaken as taken:
        try:
            with urllib.request.urlopen(f"http://{host}:{port}{path}", timeout=ANSWER_SECONDS) as response:
                ours = greeting in response.read(1000)
        except (OSError, HTTPException):
            ours = False
        return Finding(part, True, f"runs on port {port}.") if ours else Finding(part, False, str(taken))


PARTS: tuple[Callable[[Settings], Finding], ...] = (
    _python, _disk, _encoder, _language, _content, _store, _model, _rasa, _action_server)


def examine(where: Settings) -> list[Finding]:
    """Every part's state; a part that cannot even be looked at is a finding of its own."""
    findings = []
    for part in PARTS:
        try:
            findings.append(part(where))
        except Exception as error:  # a broken installation may fail anywhere, and the doctor must go on
            name = part.__name__.strip("_").replace("_", " ").capitalize()
            findings.append(Finding(name, False, f"cannot be examined ({type(error).__name__}: {error}).",
                                    "Run `make clean`, then `make run`."))
    return findings
