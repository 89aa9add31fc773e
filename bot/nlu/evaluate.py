"""How well messages are understood: ``python -m bot.nlu.evaluate [development|held_out|conversations]``.

Exit code 1 below a target.

Prints accuracies, the share of messages declined, and the confusion table of each set in ``tests/nlu``; no message of a
held-out set is ever printed. README.md in that folder says which sets may be tuned on.
"""
from __future__ import annotations

import statistics
import sys
import time
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from bot import settings
from bot.nlu.evaluate_dialogue import Total, totals
from bot.nlu.quick_start import start_quickly

SETS_FOLDER = settings.ROOT / "tests" / "nlu"
QUESTIONS, NOISY, OUT_OF_SCOPE, SMALLTALK = (
    "held_out_questions", "held_out_noisy", "held_out_out_of_scope", "held_out_smalltalk")
GROUPS = {"development": ("development_questions", "development_noisy"),
          "held_out": (QUESTIONS, NOISY, OUT_OF_SCOPE, SMALLTALK)}
#: The group of sets that ``evaluate_dialogue`` asks.
CONVERSATIONS = "conversations"
#: Percent; the noisy set may be this many points below the clean one.
TARGETS = {"kind": 92.0, "subject and kind": 90.0, "area": 95.0}
NOISE_COSTS_AT_MOST, DECLINED_AT_LEAST, QUESTIONS_DECLINED_AT_MOST = 5.0, 92.0, 4.0
DECLINED, UNSURE, TALK = "(declined)", "(unsure)", "(talk)"


@dataclass
class Tally:
    """How often something was right, out of how many."""

    right: int = 0
    asked: int = 0

    def count(self, right: bool) -> None:
        self.right += right
        self.asked += 1

    @property
    def percent(self) -> float:
        return 100 * self.right / self.asked if self.asked else 100.0


@dataclass
class Report:
    """What came out of one set. ``confusion`` counts (wanted, understood)."""

    name: str
    tallies: dict[str, Tally] = field(default_factory=dict)
    confusion: Counter[tuple[str, str]] = field(default_factory=Counter)
    milliseconds: list[float] = field(default_factory=list)

    def count(self, what: str, right: bool) -> None:
        self.tallies.setdefault(what, Tally()).count(right)

    def percent(self, what: str) -> float:
        """Return how often ``what`` was right, in percent."""
        return self.tallies[what].percent


def is_declined(understood: Any) -> bool:
    """Say whether the assistant declines: by the gate, for abuse or another language, or unsure with nothing near."""
    from bot.nlu.intent import ABUSE, NOT_SURE, OTHER_LANGUAGE
    from bot.nlu.intent import OUT_OF_SCOPE as OUT
    from bot.nlu.ruler import names_something

    unsure = understood.intent == NOT_SURE and not understood.retrieval and not names_something(understood.entities)
    return bool(understood.intent in (OUT, OTHER_LANGUAGE, ABUSE) or unsure)


def understood_kind(understood: Any) -> str:
    """Return the question kind that ``understood`` stands for, or one of the three that are none."""
    if is_declined(understood):
        return DECLINED
    if understood.intent.startswith("ask_"):
        return str(understood.intent.removeprefix("ask_"))
    return UNSURE if understood.intent == "nlu_fallback" else TALK


def _slugs(understood: Any, label: str) -> set[str]:
    return {entity.slug for entity in understood.entities if entity.label == label}


def expected_areas(record: Mapping[str, Any]) -> set[str]:
    """The areas that a record names, with those that its subjects bring along."""
    from bot.nlu.vocabulary import IMPLIED_AREAS

    return set(record["areas"]) | {IMPLIED_AREAS[slug] for slug in record["subjects"] if slug in IMPLIED_AREAS}


def count_one(report: Report, record: Mapping[str, Any], understood: Any) -> None:
    """Count one record of a set: a question, something out of scope, or small talk."""
    if "intent" in record:
        report.count("intent", understood.intent == record["intent"])
        report.confusion[record["intent"], understood.intent] += 1
        return
    kind = understood_kind(understood)
    if record.get("kind", "out_of_scope") == "out_of_scope":
        report.count("out of scope declined", kind == DECLINED)
        report.confusion[record.get("group", "out_of_scope"), kind] += 1
        return
    subjects, areas = _slugs(understood, "subject") == set(record["subjects"]), expected_areas(record)
    report.count("kind", kind == record["kind"])
    report.count("subject", subjects)
    report.count("subject and kind", subjects and kind == record["kind"])
    if areas:
        report.count("area", _slugs(understood, "area") == areas)
    report.count("questions declined", kind == DECLINED)
    report.confusion[record["kind"], kind] += 1


def evaluate(understander: Any, name: str, folder: Path = SETS_FOLDER) -> Report:
    """Ask ``understander`` every message of a set."""
    records = yaml.load((folder / f"{name}.yml").read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    report = Report(name)
    for record in records:
        started = time.perf_counter()
        understood = understander.understand(record["text"])
        report.milliseconds.append(1000 * (time.perf_counter() - started))
        count_one(report, record, understood)
    return report


def misses(reports: Iterable[Report]) -> list[str]:
    """Return the targets that the held-out sets miss, one line each."""
    by_name = {report.name: report for report in reports}
    found = []
    for what, target in TARGETS.items():
        clean = by_name[QUESTIONS].percent(what)
        if clean < target:
            found.append(f"{what}: {clean:.1f} %, target {target} %")
        noisy = by_name[NOISY].percent(what)
        if noisy < clean - NOISE_COSTS_AT_MOST:
            found.append(f"{what}, noisy: {noisy:.1f} %, at most {NOISE_COSTS_AT_MOST} points below {clean:.1f} %")
    declined = by_name[OUT_OF_SCOPE].percent("out of scope declined")
    if declined < DECLINED_AT_LEAST:
        found.append(f"out of scope declined: {declined:.1f} %, target {DECLINED_AT_LEAST} %")
    lost = by_name[QUESTIONS].percent("questions declined")
    if lost > QUESTIONS_DECLINED_AT_MOST:
        found.append(f"questions declined: {lost:.1f} %, at most {QUESTIONS_DECLINED_AT_MOST} %")
    return found


def table(confusion: Mapping[tuple[str, str], int]) -> str:
    """Return the confusion table as text: a row for what was wanted, a column for what was understood."""
    rows = sorted({wanted for wanted, _ in confusion})
    columns = sorted({got for _, got in confusion}, key=lambda name: (name.startswith("("), name))
    width = max(len(row) for row in rows)
    lines = [" " * width + " " + " ".join(f"{column.strip('()')[:6]:>6}" for column in columns)]
    for row in rows:
        counts = (confusion.get((row, column), 0) for column in columns)
        lines.append(f"{row:<{width}} " + " ".join(f"{count or '.':>6}" for count in counts))
    return "\n".join(lines)


def describe(report: Report) -> str:
    """Return the figures and the confusion table of one set as text."""
    figures = [f"  {what:<22} {tally.percent:5.1f} %  ({tally.right} of {tally.asked})"
               for what, tally in report.tallies.items()]
    middle = f"  {'milliseconds a message':<22} {statistics.median(report.milliseconds):5.1f}    (p50)"
    return "\n".join([report.name, *figures, middle, table(report.confusion)])


def _conversations(understander: Any) -> Iterable[Total]:
    from bot.nlu.vocabulary import read_families

    return totals(understander, read_families(settings.read().content_dir).get, SETS_FOLDER)


def main(arguments: Sequence[str] | None = None) -> int:
    """Evaluate and return the exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments) or [*GROUPS, CONVERSATIONS]
    unknown = [name for name in given if name not in (*GROUPS, CONVERSATIONS)]
    if unknown:
        print(f"There is no group of sets named {unknown[0]}. There are: {', '.join((*GROUPS, CONVERSATIONS))}.",
              file=sys.stderr)
        return 2
    start_quickly()
    from bot.bootstrap import repository
    from bot.nlu.understand import load_understander
    from bot.store.errors import StoreError

    try:
        understander = load_understander(settings.read(), repository())
        reports = [evaluate(understander, name) for group in given for name in GROUPS.get(group, ())]
        spoken = list(_conversations(understander)) if CONVERSATIONS in given else []
    except (StoreError, RuntimeError, OSError) as error:
        print(error, file=sys.stderr)
        return 2
    print("\n\n".join(describe(report) for report in reports))
    print("\n".join(map(str, spoken)))
    missed = misses(reports) if "held_out" in given else []
    missed += [str(total) for total in spoken if total.missed]
    print("\n".join(f"Missed: {line}" for line in missed))
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
