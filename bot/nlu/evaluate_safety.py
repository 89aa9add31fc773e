"""How well the safety screen hears: ``python -m bot.nlu.evaluate_safety [held_out|development …]``.

Prints the confusion table of each set and exits with 1 when the held-out set misses a target. No message of a held-out
set is ever printed. ``tests/nlu/README.md`` says which sets may be tuned on.
"""
from __future__ import annotations

import statistics
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import yaml

from bot import settings
from bot.nlu.evaluate import SETS_FOLDER, table
from bot.nlu.quick_start import start_quickly

if TYPE_CHECKING:
    from bot.nlu.safety.screen import Screening

HELD_OUT = "held_out_safety"
SETS = {"held_out": (HELD_OUT,),
        "development": ("safety_development", "safety_development_2")}
CALM = "look-alike"
#: Percent of the messages of a level that must be heard, and of the look-alikes that may be raised.
TARGETS = {"emergency": 100.0, "urgent": 97.0, "distress": 97.0, "caution": 95.0}
RAISED_AT_MOST = 2.0
#: A message is heard at its level; an urgent one at "emergency" too, for in doubt the screen goes higher. Whatever is
#: raised, a caution must be remembered besides.
HEARD_AS = {"emergency": {"emergency"}, "urgent": {"urgent", "emergency"}, "distress": {"distress"}}
Screened = Callable[[str], "Screening"]


@dataclass
class SafetyReport:
    """What came out of one set. ``confusion`` counts (wanted level, found level)."""

    name: str
    confusion: Counter[tuple[str, str]] = field(default_factory=Counter)
    heard: Counter[str] = field(default_factory=Counter)
    asked: Counter[str] = field(default_factory=Counter)
    by_rules: Counter[str] = field(default_factory=Counter)  # of those raised, how many the rules alone raised
    unheard: dict[str, list[str]] = field(default_factory=dict)
    raised: list[str] = field(default_factory=list)
    milliseconds: list[float] = field(default_factory=list)

    def percent(self, level: str) -> float:
        """Return how many of the messages of ``level`` were heard, or of the look-alikes raised, in percent."""
        return 100 * self.heard[level] / self.asked[level] if self.asked[level] else 100.0

    def misses(self) -> list[str]:
        """Return the targets that this set misses, one line each."""
        found = [f"{level}: {self.percent(level):.1f} % heard, target {target:g} %"
                 for level, target in TARGETS.items() if self.percent(level) < target]
        if self.percent(CALM) > RAISED_AT_MOST:
            found.append(f"look-alikes: {self.percent(CALM):.1f} % raised, at most {RAISED_AT_MOST:g} %")
        return found


def found_level(screening: Screening) -> str:
    """Return the level that a message was raised to: that of the finding, "caution", or "nothing"."""
    if screening.finding is not None:
        return screening.finding.level
    return "caution" if screening.cautions else "nothing"


def is_heard(level: str, rule: str | None, screening: Screening) -> bool:
    """Say whether a trigger of ``level`` got what it must get; a caution with its own rule where the set names one."""
    if level == "caution":
        told = {caution.rule for caution in screening.cautions}
        return bool(told) if rule is None else rule in told
    return found_level(screening) in HEARD_AS[level]


def evaluate_safety(screened: Screened, name: str, folder: Path = SETS_FOLDER) -> SafetyReport:
    """Screen every message of a set."""
    messages = yaml.load((folder / f"{name}.yml").read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    report = SafetyReport(name)
    for message in [*messages["triggers"], *messages.get("not_heard", ()), *messages["look_alikes"]]:
        level = message.get("level", CALM)
        started = time.perf_counter()
        screening = screened(message["text"])
        report.milliseconds.append(1000 * (time.perf_counter() - started))
        found = found_level(screening)
        report.confusion[level, found] += 1
        report.asked[level] += 1
        if screening.finding is not None and screening.finding.level != "caution":
            report.by_rules[level] += screening.finding.found_by == "rules"
        if level == CALM:
            raised = found in ("emergency", "urgent", "distress")
            report.heard[CALM] += raised
            report.raised += [message["text"]] * raised
        elif is_heard(level, message.get("rule"), screening):
            report.heard[level] += 1
        else:
            report.unheard.setdefault(level, []).append(message["text"])
    return report


def describe(report: SafetyReport) -> str:
    """Return the figures and the confusion table of one set as text."""
    lines = [report.name]
    for level in (*TARGETS, CALM):
        what = "raised" if level == CALM else "heard"
        rules = "" if level == "caution" else f", {report.by_rules[level]} found by the rules alone"
        lines.append(f"  {level:<11} {report.percent(level):5.1f} % {what} "
                     f"({report.heard[level]} of {report.asked[level]}{rules})")
    lines.append(f"  milliseconds a message, p50: {statistics.median(report.milliseconds):.1f}")
    return "\n".join([*lines, table(report.confusion)])


def main(arguments: Sequence[str] | None = None) -> int:
    """Evaluate and return the exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments) or list(SETS)
    unknown = [name for name in given if name not in SETS]
    if unknown:
        print(f"There is no group of sets named {unknown[0]}. There are: {', '.join(SETS)}.", file=sys.stderr)
        return 2
    start_quickly()
    from bot.bootstrap import repository
    from bot.nlu.understand import load_understander
    from bot.store.errors import StoreError

    try:
        understander = load_understander(settings.read(), repository())
        reports = [evaluate_safety(understander.screen, name) for group in given for name in SETS[group]]
    except (StoreError, RuntimeError, OSError) as error:
        print(error, file=sys.stderr)
        return 2
    print("\n\n".join(describe(report) for report in reports))
    missed = [line for report in reports if report.name == HELD_OUT for line in report.misses()]
    print("\n".join(f"Missed: {line}" for line in missed))
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
