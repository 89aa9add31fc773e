"""What is wrong in an editor's file: where, why and what to do about it."""
from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

ERROR, WARNING = "error", "warning"


@dataclass(frozen=True, order=True)
class Fault:
    """One fault. ``line`` and ``column`` count from 1; faults sort by file, then place."""

    file: str
    line: int
    column: int
    code: str
    cause: str
    remedy: str
    severity: str = ERROR

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.cause} {self.remedy}".rstrip()

    def as_dict(self) -> dict[str, Any]:
        """The fault as plain values, for JSON."""
        return asdict(self)

    def as_github(self) -> str:
        """The fault as a GitHub Actions workflow command, which marks the line in a pull request."""
        message = _escape(f"{self.cause} {self.remedy}".rstrip())
        title = _escape(self.code).replace(",", "%2C").replace(":", "%3A")
        return f"::{self.severity} file={self.file},line={self.line},col={self.column},title={title}::{message}"


def _escape(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word closest to ``word``, or None when nothing is near."""
    found = difflib.get_close_matches(word, list(known), n=1, cutoff=0.6)
    return found[0] if found else None


def did_you_mean(word: str, known: Iterable[str], otherwise: str) -> str:
    """A remedy: the nearest known word, or ``otherwise``."""
    found = nearest(word, known)
    return f"Did you mean '{found}'?" if found else otherwise
