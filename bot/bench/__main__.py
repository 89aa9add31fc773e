"""`python -m bot.bench [--quick]`: measure both bots, print the table, write it with a plot to var/bench."""

from __future__ import annotations

import argparse
import signal
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import NoReturn

from bot.bench import bots, measure, report
from bot.bench.plan import Plan, quick
from bot.bench.processes import BenchFailed
from bot.settings import ROOT

STARTED = time.monotonic()
STOPPING = threading.Event()


def say(text: str) -> None:
    """One line of progress with the minutes gone by. Raises KeyboardInterrupt once the run is to stop."""
    if STOPPING.is_set():  # the handler's own exception is lost when it strikes inside a destructor or a callback
        raise KeyboardInterrupt
    seconds = int(time.monotonic() - STARTED)
    print(f"{seconds // 60:3}:{seconds % 60:02} {text}", flush=True)


def read_plan(arguments: list[str] | None = None) -> Plan:
    """The command line as a plan."""
    parser = argparse.ArgumentParser(prog="python -m bot.bench", description=(__doc__ or "").split(": ")[1])
    parser.add_argument("--quick", action="store_true", help="a few minutes, to see that everything works")
    parser.add_argument("--project", type=Path, default=ROOT, help="the assistant's folder (default: this project)")
    parser.add_argument("--held-out", type=Path, default=ROOT / "tests" / "nlu" / "held_out_questions.yml")
    parser.add_argument("--out", type=Path, default=ROOT / "var" / "bench", help="for the results")
    options = parser.parse_args(arguments)
    plan = Plan(options.project.resolve(), options.held_out.resolve(), options.out.resolve())
    return quick(plan) if options.quick else plan


def prepare(plan: Plan) -> None:
    """What the assistant's actions and pipeline need beside the model: the encoder and the published content."""
    if plan.project == ROOT:
        from bot import settings
        from bot.prepare import ensure_encoder, ensure_language, publish_content

        ensure_encoder(settings.read())
        ensure_language(settings.read())
        publish_content(settings.read())


def run(plan: Plan, folder: Path) -> str:
    """Measure both bots; returns the table.

    Raises:
        BenchFailed: a process did not do its part.
    """
    where = report.machine()
    figures: list[report.Figures] = []
    for bot, lean in (
        (bots.ours(plan.project, folder / "ours"), True),
        (bots.rasa_default(plan.project, folder / "default", plan.epochs), False),
    ):
        say(f"{bot.name}: training")
        found = measure.train(bot)
        say(f"{bot.name}: trained in {found['training_seconds']:.0f} s; held-out questions")
        found |= measure.accuracy(bot, plan, lean)
        if bot.screens:
            found |= measure.safety_screen(bot)
        say(f"{bot.name}: {found['accuracy']:.1f} % right; starting")
        found |= measure.one_worker(bot, plan, say)
        if lean:
            say(f"{bot.name}: eight at once, two Rasa workers")
            found |= measure.two_workers(bot, plan)
        figures.append(found)
    ours, theirs = figures
    return report.write(ours, theirs, plan, where)


def _interrupted(*_: object) -> NoReturn:
    STOPPING.set()
    # A second Ctrl-C must not cut short the ending of the processes.
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_IGN)
    raise KeyboardInterrupt


def main(arguments: list[str] | None = None) -> int:
    """Run; returns 1 when something failed, 130 when interrupted. Every process it started has ended by then."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, _interrupted)
    plan = read_plan(arguments)
    with tempfile.TemporaryDirectory(prefix="plumbline-bench-") as folder:
        try:
            prepare(plan)
            print("\n" + run(plan, Path(folder)))
        except KeyboardInterrupt:
            print("\nplumbline: stopped", file=sys.stderr)
            return 130
        except (BenchFailed, ValueError, OSError) as error:
            print(f"plumbline: {error}", file=sys.stderr)
            print(_last_lines(Path(folder)), file=sys.stderr)
            return 1
    say(f"results in {plan.out}")
    return 0


def _last_lines(folder: Path) -> str:
    logs = sorted(folder.rglob("*.log"), key=lambda log: log.stat().st_mtime)
    return "\n".join(logs[-1].read_text(errors="replace").splitlines()[-20:]) if logs else ""


if __name__ == "__main__":
    sys.exit(main())
