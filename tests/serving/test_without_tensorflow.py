"""What `leave_tensorflow_out` promises, and what it relies on in Rasa."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest

from bot.serving import without_tensorflow
from bot.serving.without_tensorflow import COMPONENTS, HELPERS, NeedsTensorFlow, check_config, check_model

SITE_PACKAGES = next(Path(path) for path in sys.path if (Path(path) / "rasa" / "__main__.py").exists())


def _run(code: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-W", "ignore", "-c", code], capture_output=True, text=True, timeout=120)


def _top_level_imports(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return found


def _rasa_imports() -> dict[str, set[str]]:
    modules = {}
    for path in (SITE_PACKAGES / "rasa").rglob("*.py"):
        name = ".".join(path.relative_to(SITE_PACKAGES).with_suffix("").parts).removesuffix(".__init__")
        modules[name] = _top_level_imports(path)
    return modules


def test_every_module_of_rasa_that_imports_tensorflow_has_a_stand_in_or_is_behind_one() -> None:
    imports = _rasa_imports()
    packages = without_tensorflow.TENSORFLOW_PACKAGES
    direct = {m for m, names in imports.items() if any(n.split(".")[0] in packages for n in names)}
    replaced = {*COMPONENTS, *HELPERS}
    assert direct, "the scan found nothing, so it checks nothing"
    exposed = {}
    for module in direct - replaced:
        importers = {m for m, names in imports.items() if module in names} - replaced - direct
        if importers:
            exposed[module] = importers
    assert exposed == {}


def test_stand_ins_offer_every_name_that_rasa_imports_from_them() -> None:
    table = {**COMPONENTS, **HELPERS}
    missing = []
    for path in (SITE_PACKAGES / "rasa").rglob("*.py"):
        module = ".".join(path.relative_to(SITE_PACKAGES).with_suffix("").parts)
        if module in table or module.startswith("rasa.utils.tensorflow."):
            continue
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.ImportFrom) and node.module in table:
                missing += [(module, a.name) for a in node.names if a.name not in table[node.module]]
    assert missing == []


def test_rasa_spacy_and_the_default_components_load_without_tensorflow() -> None:
    code = (
        "from bot.serving.without_tensorflow import leave_tensorflow_out; leave_tensorflow_out();"
        "leave_tensorflow_out();"
        "import rasa.core.run, rasa.model_training, rasa.engine.recipes.default_components, spacy, sys;"
        "print([m for m in sys.modules if m.startswith(('tensorflow', 'keras')) and sys.modules[m] is not None])"
    )
    result = _run(code)
    assert result.returncode == 0, result.stderr
    assert result.stdout.strip() == "[]"


def test_too_late_is_said() -> None:
    code = (
        "import sys, types; sys.modules['tensorflow'] = types.ModuleType('tensorflow');"
        "from bot.serving.without_tensorflow import leave_tensorflow_out; leave_tensorflow_out()"
    )
    result = _run(code)
    assert result.returncode == 1
    assert "tensorflow is already loaded. Call leave_tensorflow_out() before" in result.stderr


def test_using_a_left_out_component_names_it_and_the_remedy() -> None:
    code = (
        "from bot.serving.without_tensorflow import leave_tensorflow_out; leave_tensorflow_out();"
        "from rasa.nlu.classifiers.diet_classifier import DIETClassifier; DIETClassifier.load({}, None, None, None)"
    )
    result = _run(code)
    assert result.returncode == 1
    assert "DIETClassifier is left out of this process: it needs TensorFlow." in result.stderr


def _model(folder: Path, *uses: str) -> Path:
    nodes = {f"run_{i}": {"uses": use} for i, use in enumerate(uses)}
    metadata = folder / "metadata.json"
    metadata.write_text(json.dumps({"predict_schema": {"nodes": nodes}}))
    archive = folder / "model.tar.gz"
    with tarfile.open(archive, "w:gz") as tar:
        tar.add(metadata, "metadata.json")
    return archive


def test_a_model_that_needs_tensorflow_is_refused_with_its_components(tmp_path: Path) -> None:
    archive = _model(
        tmp_path,
        "rasa.nlu.classifiers.diet_classifier.DIETClassifier",
        "rasa.core.policies.ted_policy.TEDPolicy",
        "rasa.core.policies.rule_policy.RulePolicy",
    )
    with pytest.raises(NeedsTensorFlow) as refused:
        check_model(archive)
    assert refused.value.components == ["DIETClassifier", "TEDPolicy"]
    assert str(archive) in str(refused.value) and "train again" in str(refused.value)


def test_a_model_that_does_not_need_tensorflow_passes(tmp_path: Path) -> None:
    check_model(_model(tmp_path, "rasa.core.policies.rule_policy.RulePolicy"))


@pytest.mark.parametrize("content", [b"", b"not a tar file"])
def test_what_is_no_model_is_said(tmp_path: Path, content: bytes) -> None:
    broken = tmp_path / "broken.tar.gz"
    broken.write_bytes(content)
    with pytest.raises(ValueError, match=r"cannot be read as a Rasa model.*rasa_cli train"):
        check_model(broken)


@pytest.mark.parametrize(
    ("config", "needing"),
    [
        ("pipeline: [{name: DIETClassifier}]\npolicies: [{name: RulePolicy}]", ["DIETClassifier"]),
        ("pipeline: [{name: rasa.nlu.selectors.response_selector.ResponseSelector}]\npolicies: [{name: RulePolicy}]",
         ["ResponseSelector"]),
        ("pipeline: [{name: WhitespaceTokenizer}]\npolicies:", ["Rasa's default policies"]),
        ("language: en", ["Rasa's default pipeline", "Rasa's default policies"]),
    ],
)  # fmt: skip
def test_a_config_that_needs_tensorflow_is_refused(tmp_path: Path, config: str, needing: list[str]) -> None:
    path = tmp_path / "config.yml"
    path.write_text(config)
    with pytest.raises(NeedsTensorFlow) as refused:
        check_config(path)
    assert refused.value.components == needing


def test_a_config_without_tensorflow_passes(tmp_path: Path) -> None:
    path = tmp_path / "config.yml"
    path.write_text("pipeline: [{name: bot.nlu.encoder.Encoder}]\npolicies: [{name: MemoizationPolicy}]")
    check_config(path)


def test_the_command_line_refuses_in_one_line(tmp_path: Path) -> None:
    path = tmp_path / "config.yml"
    path.write_text("pipeline: [{name: DIETClassifier}]\npolicies: [{name: TEDPolicy}]")
    result = subprocess.run(
        [sys.executable, "-m", "bot.serving.rasa_cli", "train", "--config", str(path)],
        capture_output=True, text=True, timeout=60,
    )  # fmt: skip
    assert result.returncode == 2
    assert result.stderr.count("\n") == 1 and "DIETClassifier, TEDPolicy" in result.stderr
