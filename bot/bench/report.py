"""What a run found: a Markdown table, JSON, and a plot."""

from __future__ import annotations

import json
import os
import platform
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import Any

from bot.bench.plan import SCREEN_LIMIT_MS, TARGETS, Plan, Target

PACKAGES = ("rasa", "rasa-sdk", "tensorflow", "spacy", "onnxruntime", "sanic", "sqlalchemy", "numpy")
TURN_LIMIT = 1.3
Figures = dict[str, float]


@dataclass(frozen=True)
class Row:
    """One line of the table."""

    target: Target
    ours: float
    theirs: float

    @property
    def gain(self) -> float:
        """How many times (or points) better ours is."""
        if self.target.difference:
            return self.ours - self.theirs
        return self.theirs / self.ours if self.target.lower_is_better else self.ours / self.theirs

    @property
    def met(self) -> bool:
        """Whether the target is reached."""
        within = self.target.limit is None or self.ours <= self.target.limit
        return within and self.gain >= self.target.at_least


def rows(ours: Figures, theirs: Figures) -> list[Row]:
    """One row for each target whose figures were measured."""
    return [Row(t, ours[t.ours], theirs[t.theirs]) for t in TARGETS if t.ours in ours and t.theirs in theirs]


def _processor() -> str:
    cpuinfo = Path("/proc/cpuinfo")
    lines = cpuinfo.read_text().splitlines() if cpuinfo.exists() else []
    return next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), platform.machine())


def machine() -> dict[str, Any]:
    """Where and with what the run took place."""
    return {
        "cores": os.cpu_count(),
        "processor": _processor(),
        "load_before": round(os.getloadavg()[0], 2),
        "python": platform.python_version(),
        **{package: metadata.version(package) for package in PACKAGES},
    }


def as_markdown(ours: Figures, theirs: Figures, where: dict[str, Any], plan: Plan) -> str:
    """The table, the turns of long conversations, and where it was measured."""
    lines = ["| | Plumbline | Rasa default | gain | target | |", "|---|---:|---:|---:|---:|---|"]
    for row in rows(ours, theirs):
        t = row.target
        sign = " points" if t.difference else "×"
        limit = f", ≤ {t.limit:g} {t.unit}" if t.limit else ""
        lines.append(
            f"| {t.label} | {row.ours:,.1f} {t.unit} | {row.theirs:,.1f} {t.unit} | {row.gain:.1f}{sign} "
            f"| {t.at_least:g}{sign}{limit} | {'met' if row.met else 'missed'} |"
        )
    for name, figures in (("Plumbline", ours), ("Rasa default", theirs)):
        lines += ["", _turns(name, figures, plan)]
    if "screen_p50_ms" in ours:
        lines += ["", _screen(ours)]
    versions = ", ".join(f"{key} {value}" for key, value in where.items() if key not in ("cores", "processor"))
    lines += ["", f"{where['cores']} cores, {where['processor']}; {versions}."]
    if plan.epochs is not None:
        lines += ["", f"A quick run: the default bot's networks had {plan.epochs} epochs. Its figures mean little."]
    return "\n".join(lines) + "\n"


def _turns(name: str, figures: Figures, plan: Plan) -> str:
    return (
        f"{name}: turn {plan.long_turns} takes {figures['turn_last_ms']:.1f} ms, turn 5 {figures['turn_5_ms']:.1f} ms: "
        f"{figures['turn_ratio']:.2f}×. Messages without a reply: {figures['silent']:g}."
    )


def _screen(ours: Figures) -> str:
    met = "met" if ours["screen_p50_ms"] <= SCREEN_LIMIT_MS else "missed"
    return (
        f"Plumbline's safety screen adds p50 {ours['screen_p50_ms']:.2f} ms to a message, "
        f"p95 {ours['screen_p95_ms']:.2f} ms; target p50 ≤ {SCREEN_LIMIT_MS:g} ms: {met}. "
        f"With the encoder, which the question's kind needs too: p50 {ours['screen_alone_p50_ms']:.2f} ms."
    )


def write(ours: Figures, theirs: Figures, plan: Plan, where: dict[str, Any]) -> str:
    """Write results.json, table.md and plot.png into the plan's folder; returns the table."""
    table = as_markdown(ours, theirs, where, plan)
    plan.out.mkdir(parents=True, exist_ok=True)
    results = {"plumbline": ours, "rasa_default": theirs, "machine": where, "quick": plan.epochs is not None}
    (plan.out / "results.json").write_text(json.dumps(results, indent=2) + "\n", encoding="utf-8")
    (plan.out / "table.md").write_text(table, encoding="utf-8")
    _plot(rows(ours, theirs), plan.out / "plot.png")
    return table


def _plot(found: list[Row], path: Path) -> None:
    import matplotlib

    matplotlib.use("Agg")
    from matplotlib import pyplot

    ratios = [row for row in reversed(found) if not row.target.difference]
    figure, axes = pyplot.subplots(figsize=(9, 0.55 * len(ratios) + 1.4))
    axes.barh([row.target.label for row in ratios], [row.gain for row in ratios], color="#3b6ea5", height=0.6)
    for place, row in enumerate(ratios):
        axes.plot([row.target.at_least] * 2, [place - 0.4, place + 0.4], color="black", linewidth=2)
        text = f" {row.gain:.1f}×  ({row.ours:,.1f} against {row.theirs:,.1f} {row.target.unit})"
        axes.text(row.gain, place, text, va="center", fontsize=8)
    axes.set_xscale("log")
    axes.set_xlim(0.5, max([row.gain for row in ratios] + [1]) * 30)
    axes.set_xlabel("times better than Rasa's default configuration (the line is the target)")
    axes.spines[["top", "right"]].set_visible(False)
    figure.tight_layout()
    figure.savefig(path, dpi=150)
    pyplot.close(figure)
