"""Faults as a page that an editor reads in a terminal."""
from __future__ import annotations

from collections import Counter
from itertools import groupby

from bot.editorial.faults import ERROR, Fault


def report(faults: list[Fault], seconds: float) -> str:
    """The faults by file, then a line of totals."""
    lines: list[str] = []
    for file, group in groupby(faults, key=lambda fault: fault.file):
        lines.append(file)
        for fault in group:
            mark = "" if fault.severity == ERROR else "warning: "
            lines.append(f"  {file}:{fault.line}: {mark}{fault.cause}")
            lines.append(f"      → {fault.remedy}  [{fault.code}]")
        lines.append("")
    return "\n".join(lines + [_totals(faults, seconds)])


def _totals(faults: list[Fault], seconds: float) -> str:
    count = Counter(fault.severity for fault in faults)
    errors, warnings = count[ERROR], len(faults) - count[ERROR]
    if not faults:
        return f"No faults. ({seconds:.1f} s)"
    files = len({fault.file for fault in faults})
    return f"{_many(errors, 'error')}, {_many(warnings, 'warning')} in {_many(files, 'file')}. ({seconds:.1f} s)"


def _many(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"
