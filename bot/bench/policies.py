"""`python -m bot.bench.policies`: which of Rasa's policies are worth what they cost.

The conversation tests are played to the assistant and written down as stories. Half of them, and the rules, are what a
set of policies is trained on; the other half, and the test stories, are what it has to foretell. Then the halves change
places. So policies that learn have conversations to learn from, and are asked about ones that they have not seen. The
stories are not joined at random for training (augmentation): each of these conversations is long already.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from bot import settings
from bot.bench.processes import BenchFailed, free_port, run_to_end, server
from bot.prepare import NotReady, prepare
from bot.settings import ROOT
from bot.store.errors import StoreError

Policy = dict[str, Any]
RULES: Policy = {"name": "RulePolicy", "core_fallback_threshold": 0.3, "enable_fallback_prediction": True,
                 "core_fallback_action_name": "action_default_fallback", "check_for_contradictions": False}
#: As `rasa init` writes them.
MEMOIZATION: Policy = {"name": "MemoizationPolicy"}
TED: Policy = {"name": "TEDPolicy", "max_history": 5, "epochs": 100, "constrain_similarities": True}
FORM, REQUESTED_SLOT = "plan_form", "requested_slot"
#: The policies are given messages as they were understood; `rasa train core` wants some pipeline.
PIPELINE = [{"name": "KeywordIntentClassifier"}]
HALVES = ("0.yml", "1.yml")


@dataclass(frozen=True)
class Variant:
    """A set of policies."""

    name: str
    policies: tuple[Policy, ...]

    @property
    def has_rules(self) -> bool:
        return RULES in self.policies

    @property
    def learns(self) -> bool:
        """Whether it needs TensorFlow."""
        return TED in self.policies


VARIANTS = (
    Variant("rules", (RULES,)),
    Variant("rules, memoization", (MEMOIZATION, RULES)),
    Variant("rules, TED", (RULES, TED)),
    Variant("rules, memoization, TED", (MEMOIZATION, RULES, TED)),
    Variant("memoization", (MEMOIZATION,)),
    Variant("memoization, TED", (MEMOIZATION, TED)),
)


@dataclass(frozen=True)
class Figures:
    """What a variant came to, over both halves."""

    right: float
    of: float
    right_stories: float
    of_stories: float
    turn_ms: float
    training_seconds: float
    model_mb: float


def without_form(domain: dict[str, Any]) -> dict[str, Any]:
    """The domain for policies without rules: Rasa refuses a form without them, so it is an action like the others."""
    slots = {name: {**slot, "mappings": [{key: value for key, value in mapping.items() if key != "conditions"}
                                         for mapping in slot["mappings"]]} for name, slot in domain["slots"].items()}
    asked = {REQUESTED_SLOT: {"type": "text", "influence_conversation": False, "mappings": [{"type": "custom"}]}}
    return {**domain, "forms": {}, "actions": [*domain["actions"], FORM], "slots": slots | asked}


def without_loops(stories: dict[str, Any]) -> dict[str, Any]:
    """Stories in which no form is begun or ended."""
    return {**stories, "stories": [{**story, "steps": [step for step in story["steps"] if "active_loop" not in step]}
                                   for story in stories["stories"]]}


class Bench:
    """One run, in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.environment = {**os.environ, "RASA_TELEMETRY_ENABLED": "false", "PYTHONWARNINGS": "ignore",
                            "TF_CPP_MIN_LOG_LEVEL": "3", "RASA_CACHE_DIRECTORY": str(folder / "cache"),
                            "PYTHONPATH": str(ROOT)}

    def record(self, model: Path) -> None:
        """Writes the conversation tests down as stories."""
        port = free_port()
        actions = [sys.executable, "-m", "bot.serving.action_server", "--port", str(port)]
        with server(actions, ROOT, self.environment, f"http://127.0.0.1:{port}/health",
                    self.folder / "actions.log") as up:
            up.wait()
            command = [sys.executable, "-m", "bot.bench.recorded", str(model), str(ROOT / "tests" / "conversations"),
                       str(port), *(str(self.folder / name) for name in HALVES)]
            run_to_end(command, ROOT, self.environment, self.folder / "recorded.log")

    def measure(self, variant: Variant) -> Figures:
        """Trains on each half and foretells the other."""
        parts = [self._half(variant, half) for half in (0, 1)]

        def total(key: str) -> float:
            return float(sum(part[key] for part in parts))

        return Figures(total("right"), total("of"), total("right_stories") / 2, total("of_stories") / 2,
                       total("turn_ms") / 2, total("training_seconds") / 2, total("model_mb") / 2)

    def _half(self, variant: Variant, half: int) -> dict[str, float]:
        folder = self.folder / f"{variant.name.replace(', ', '-')}-{half}"
        learnt, config = folder / "stories", folder / "config.yml"
        shutil.copytree(ROOT / "data" / "stories", learnt)
        self._copy([self.folder / HALVES[half]], learnt, variant)
        asked = folder / "asked"
        asked.mkdir()
        self._copy([self.folder / HALVES[1 - half]], asked, variant)
        told = folder / "told"
        told.mkdir()
        self._copy(sorted((ROOT / "tests" / "stories").glob("*.yml")), told, variant)
        domain = yaml.safe_load((ROOT / "domain.yml").read_text(encoding="utf-8"))
        (folder / "domain.yml").write_text(_dumped(domain if variant.has_rules else without_form(domain)))
        config.write_text(_dumped({"recipe": "default.v1", "assistant_id": "policies", "language": "en",
                                   "pipeline": PIPELINE, "policies": list(variant.policies)}))
        if not variant.has_rules:
            for path in (learnt / "_rules.yml", learnt / "plan.yml"):
                path.unlink()
        command = [
            sys.executable, "-m", "rasa" if variant.learns else "bot.serving.rasa_cli", "train", "core", "--force",
            "--config", str(config), "--domain", str(folder / "domain.yml"), "--stories", str(learnt),
            "--out", str(folder), "--fixed-model-name", "core", "--augmentation", "0"]
        seconds = run_to_end(command, folder, self.environment, folder / "train.log")
        model = folder / "core.tar.gz"
        found, known = self._foretold(model, asked, variant), self._foretold(model, told, variant)
        return {**found, "right_stories": known["right"], "of_stories": known["of"], "training_seconds": seconds,
                "model_mb": model.stat().st_size / 1e6}

    def _copy(self, files: Sequence[Path], to: Path, variant: Variant) -> None:
        for path in files:
            stories = yaml.safe_load(path.read_text(encoding="utf-8"))
            (to / path.name).write_text(_dumped(stories if variant.has_rules else without_loops(stories)))

    def _foretold(self, model: Path, stories: Path, variant: Variant) -> dict[str, float]:
        out = stories.with_suffix(".json")
        run_to_end([sys.executable, "-m", "bot.bench.predicted", str(model), str(stories), str(out),
                    *([] if variant.learns else ["--lean"])], ROOT, self.environment, stories.with_suffix(".log"))
        figures: dict[str, float] = json.loads(out.read_text())
        return figures


def _dumped(value: Any) -> str:
    return str(yaml.safe_dump(value, allow_unicode=True, sort_keys=False))


def table(found: dict[str, Figures]) -> str:
    """The figures as Markdown."""
    lines = ["| Policies | Conversations not learnt from | Test stories | A message | Training | Model |",
             "|---|---|---|---|---|---|"]
    for name, each in found.items():
        lines.append(f"| {name} | {100 * each.right / each.of:.1f} % of {each.of:.0f} actions "
                     f"| {100 * each.right_stories / each.of_stories:.1f} % of {each.of_stories:.0f} "
                     f"| {each.turn_ms:.1f} ms | {each.training_seconds:.0f} s | {each.model_mb:.1f} MB |")
    return "\n".join(lines)


def main() -> int:
    """Measures and prints."""
    parser = argparse.ArgumentParser(prog="python -m bot.bench.policies", description=(__doc__ or "").split(": ")[1])
    parser.add_argument("--only", nargs="*", help="names of variants, such as 'rules, TED'")
    wanted = parser.parse_args().only
    with tempfile.TemporaryDirectory(prefix="policies-") as folder:
        bench, found = Bench(Path(folder)), dict[str, Figures]()
        try:
            bench.record(prepare(settings.read()))
            for variant in VARIANTS:
                if not wanted or variant.name in wanted:
                    found[variant.name] = bench.measure(variant)
                    print(f"{variant.name}: {found[variant.name]}", file=sys.stderr, flush=True)
        except (BenchFailed, NotReady, StoreError) as error:
            print(f"plumbline: {error}", file=sys.stderr)
            return 1
    print(table(found))
    return 0


if __name__ == "__main__":
    sys.exit(main())
