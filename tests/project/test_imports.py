"""Imports point one way: actions, channels and commands, then what they are put together from, then the model."""
from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from bot.settings import ROOT

#: What each part may import of the project, beside itself. The order is the direction.
ALLOWED: dict[str, set[str]] = {
    "bot.model": set(),
    "bot.settings": set(),
    "bot.ports": set(),
    "bot.store": {"bot.model"},
    "bot.render": {"bot.model"},
    "bot.answers": {"bot.model"},
    "bot.coach": {"bot.model", "bot.answers", "bot.records.model"},
    "bot.dialogue": {"bot.model"},
    "bot.editorial": {"bot.model", "bot.answers.phrases", "bot.render.labels"},
    "bot.records": set(),
    "bot.serving": {"bot.settings", "bot.ports", "bot.records", "bot.coach.clock"},
    "bot.nlu": {"bot.model", "bot.dialogue", "bot.settings", "bot.bootstrap", "bot.store.errors",
                "bot.serving.without_tensorflow", "bot.serving.stand_ins"},
    "bot.bootstrap": {"bot.model", "bot.settings", "bot.answers", "bot.store", "bot.editorial", "bot.nlu",
                      "bot.records"},
    "bot.prepare": {"bot.settings", "bot.bootstrap", "bot.editorial", "bot.store", "bot.nlu", "bot.records"},
    "bot.channels": {"bot.model", "bot.settings", "bot.bootstrap", "bot.records", "bot.render", "bot.serving",
                     "bot.answers", "bot.store.errors"},
    "bot.run": {"bot.settings", "bot.ports", "bot.prepare", "bot.store"},
    "bot.commands": {"bot"},
    "bot.cli": {"bot"},
    "bot.bench": {"bot", "tests"},
    "actions": {"bot.model", "bot.answers", "bot.render", "bot.store.errors", "bot.bootstrap", "bot.records",
                "bot.coach", "bot.dialogue"},
}
#: Must start in well under a second, so they stay without the heavy packages.
LIGHT = ("bot.model", "bot.dialogue.resolve", "bot.answers.service", "bot.store.repository", "bot.records.repository",
         "bot.render.text", "bot.editorial.load", "bot.nlu.evaluate", "bot.nlu.evaluate_safety", "bot.bootstrap",
         "actions.answering")
HEAVY = {"rasa", "tensorflow", "spacy", "thinc", "onnxruntime", "sklearn", "matplotlib"}


def modules() -> list[Path]:
    return [path for folder in ("bot", "actions") for path in sorted((ROOT / folder).rglob("*.py"))]


def part_of(name: str) -> str | None:
    found = [part for part in ALLOWED if name == part or name.startswith(part + ".")]
    return max(found, key=len) if found else None


def imported(path: Path) -> set[str]:
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return {name for name in names if name.split(".")[0] in ("bot", "actions", "tests")}


def within(name: str, allowed: set[str]) -> bool:
    return any(name == each or name.startswith(each + ".") for each in allowed)


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_imports_only_what_its_part_may(path: Path) -> None:
    name = ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
    if name == "bot":
        return
    part = part_of(name)
    assert part, f"{name} belongs to no part of ALLOWED"
    wrong = {each for each in imported(path) if not within(each, ALLOWED[part] | {part}) and each != "bot"
             and each.removeprefix("bot.") not in {p.removeprefix("bot.") for p in ALLOWED[part]}}
    assert wrong == set()


@pytest.mark.parametrize("module", LIGHT)
def test_it_imports_nothing_heavy(module: str) -> None:
    script = f"import {module}, sys; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert {name.split(".")[0] for name in loaded.stdout.split()} & HEAVY == set()
