"""How much a run measures, and what it compares."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path


@dataclass(frozen=True)
class Plan:
    """One run. Counts are numbers of messages unless said otherwise."""

    project: Path  # the assistant's folder: config.yml, domain.yml, data/, actions/
    held_out: Path  # questions with their kind, never trained on
    out: Path  # where the results go
    latency: int = 300  # one after the other, each visitor asks MESSAGES_PER_VISITOR
    throughput: int = 400  # in all, eight at once
    long_turns: int = 300  # length of a long conversation
    long_conversations: int = 3
    epochs: int | None = None  # of the default bot's networks; None is Rasa's own number


def quick(plan: Plan) -> Plan:
    """The same in a few minutes: it shows that everything works, its figures mean little."""
    return replace(plan, latency=24, throughput=40, long_turns=20, long_conversations=1, epochs=2)


MESSAGES_PER_VISITOR = 8
AT_ONCE = 8
#: What the safety screen may cost a message, at the median.
SCREEN_LIMIT_MS = 2.0
EARLY_TURNS = range(4, 9)
"""The turns that stand for turn 5; as many stand for the last."""


@dataclass(frozen=True)
class Target:
    """What a figure has to be, as a ratio (or difference) to the default bot in the same run."""

    label: str
    ours: str  # name of our figure
    theirs: str  # name of the default bot's
    at_least: float
    unit: str
    lower_is_better: bool = True
    difference: bool = False
    limit: float | None = None  # on our own figure


TARGETS = (
    Target("Held-out question kind right", "accuracy", "accuracy", 5, "%", lower_is_better=False, difference=True),
    Target("Training", "training_seconds", "training_seconds", 20, "s"),
    Target("Start", "start_seconds", "start_seconds", 5, "s", limit=12),
    Target("Memory of all processes", "memory_mb", "memory_mb", 2.5, "MB"),
    Target("Message, p50", "p50_ms", "p50_ms", 6, "ms"),
    Target("Message, p95", "p95_ms", "p95_ms", 1, "ms"),
    Target("Messages a second, 8 at once", "rps", "rps", 5, "/s", lower_is_better=False),
    # Rasa's default cannot have two workers without another server for its locks, so it is its one that is compared.
    Target("… with two Rasa workers (default: one)", "rps_two", "rps", 8, "/s", lower_is_better=False),
    Target("Model file", "model_mb", "model_mb", 1, "MB"),
)
