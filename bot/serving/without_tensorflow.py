"""Leave TensorFlow out of a process that does not need it: 4 to 20 seconds and some 350 MB.

Rasa 3.6 imports TensorFlow when it is imported, for six components and their helpers; spaCy's thinc tries to import it
as well. None of them is used by a pipeline without those components. `leave_tensorflow_out()` makes `import tensorflow`
fail, as on a machine that does not have it, and puts stand-ins where Rasa insists. It has to run before Rasa is
imported; a model or a configuration that needs TensorFlow is refused by name.
"""

from __future__ import annotations

import json
import sys
import tarfile
from pathlib import Path
from typing import Any

import yaml

from bot.serving import stand_ins

TENSORFLOW_PACKAGES = (
    "tensorflow",
    "keras",
    "tensorflow_addons",
    "tensorflow_hub",
    "tensorflow_text",
)
"""What must not be imported; `None` in sys.modules makes Python say "no such module"."""

COMPONENTS = {
    "rasa.core.policies.ted_policy": ("TEDPolicy",),
    "rasa.core.policies.unexpected_intent_policy": ("UnexpecTEDIntentPolicy",),
    "rasa.nlu.classifiers.diet_classifier": ("DIETClassifier",),
    "rasa.nlu.featurizers.dense_featurizer.convert_featurizer": ("ConveRTFeaturizer",),
    "rasa.nlu.featurizers.dense_featurizer.lm_featurizer": ("LanguageModelFeaturizer",),
    "rasa.nlu.selectors.response_selector": ("ResponseSelector",),
}
"""Rasa's components that need TensorFlow."""

HELPERS = {
    "rasa.utils.tensorflow.callback": ("RasaTrainingLogger", "RasaModelCheckpoint"),
    "rasa.utils.tensorflow.data_generator": ("RasaBatchDataGenerator",),
}
"""Rasa's modules that import TensorFlow and are imported by modules that have nothing to do with it."""

REMEDY = "it needs TensorFlow. Use Rasa's own command (`rasa train`, `rasa run`) for it."
METADATA_FILE = "metadata.json"
RETRAIN = "Train again with `python -m bot.serving.rasa_cli train`."


class NeedsTensorFlow(ValueError):
    """A model or a configuration uses components that need TensorFlow."""

    def __init__(self, place: Path, components: list[str]) -> None:
        self.components = components
        super().__init__(
            f"{place}: uses {', '.join(components)}, which need TensorFlow, and this process leaves it out. "
            "Take them out of config.yml and train again, or use Rasa's own command (`rasa train`, `rasa run`)."
        )


def leave_tensorflow_out() -> None:
    """Make this process start without TensorFlow. Calling it twice is harmless.

    Raises:
        RuntimeError: TensorFlow or a module that needs it is already loaded.
    """
    for package in TENSORFLOW_PACKAGES:
        if sys.modules.get(package) is not None:
            raise RuntimeError(f"{package} is already loaded. Call leave_tensorflow_out() before importing Rasa.")
    stand_ins.install({**COMPONENTS, **HELPERS}, REMEDY)
    for package in TENSORFLOW_PACKAGES:
        sys.modules[package] = None  # type: ignore[assignment]


def check_model(archive: Path) -> None:
    """Refuse a trained model that needs TensorFlow.

    Raises:
        NeedsTensorFlow: the model's graph uses such a component.
        ValueError: the file is not a Rasa model.
    """
    nodes = _metadata(archive)["predict_schema"]["nodes"]
    # `uses` is the class path that Rasa would import.
    paths = {str(node["uses"]) for node in nodes.values()}
    needing = sorted(path.rpartition(".")[2] for path in paths if path.rpartition(".")[0] in COMPONENTS)
    if needing:
        raise NeedsTensorFlow(archive, needing)


def check_config(config: Path) -> None:
    """Refuse a configuration that needs TensorFlow, or that leaves the pipeline or the policies to Rasa's defaults.

    Raises:
        NeedsTensorFlow: it names such a component.
        ValueError: the file cannot be read as a Rasa configuration.
    """
    try:
        content = yaml.safe_load(config.read_text(encoding="utf-8"))
    except (OSError, yaml.YAMLError) as error:
        raise ValueError(f"{config}: cannot be read as a Rasa configuration: {error}") from error
    if not isinstance(content, dict):
        raise ValueError(f"{config}: is not a Rasa configuration.")
    known = {name for names in COMPONENTS.values() for name in names}
    needing = sorted({name for name in _component_names(content) if name in known})
    missing = [f"Rasa's default {key}" for key in ("pipeline", "policies") if not content.get(key)]
    if needing or missing:
        raise NeedsTensorFlow(config, needing + missing)


def _component_names(content: dict[str, Any]) -> list[str]:
    items = [*(content.get("pipeline") or []), *(content.get("policies") or [])]
    return [str(item.get("name", "")).rpartition(".")[2] for item in items if isinstance(item, dict)]


def _metadata(archive: Path) -> dict[str, Any]:
    try:
        with tarfile.open(archive, "r:gz") as tar:
            for member in tar:
                if Path(member.name).name == METADATA_FILE:
                    content = tar.extractfile(member)
                    assert content is not None
                    return dict(json.load(content))
    except (OSError, tarfile.TarError, json.JSONDecodeError, EOFError) as error:
        raise ValueError(f"{archive}: cannot be read as a Rasa model ({error}). {RETRAIN}") from error
    raise ValueError(f"{archive}: is not a Rasa model, it holds no {METADATA_FILE}. {RETRAIN}")
