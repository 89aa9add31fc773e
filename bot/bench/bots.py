"""The two bots: how each is trained and served. Same domain, same data, same action, SQLite for conversations."""

from __future__ import annotations

import importlib.util
import os
import re
import sys
from dataclasses import dataclass, field
from pathlib import Path

from bot.settings import ROOT

PYTHON = sys.executable


@dataclass(frozen=True)
class Bot:
    """What to run; `{port}` and `{action_port}` are filled in when it is served."""

    name: str
    folder: Path  # where commands run, and where it may write
    project: Path  # where the actions are
    train: list[str]
    serve: list[str]
    actions: list[str]
    environment: dict[str, str] = field(default_factory=dict)
    screens: bool = False  # whether its pipeline has the safety screen

    @property
    def model(self) -> Path:
        """The trained model."""
        return self.folder / "models" / "bench.tar.gz"


def _environment(folder: Path, project: Path) -> dict[str, str]:
    return {
        **os.environ,
        "PYTHONPATH": os.pathsep.join({str(project): None, str(ROOT): None}),
        "RASA_TELEMETRY_ENABLED": "false",
        "PYTHONWARNINGS": "ignore",
        "TF_CPP_MIN_LOG_LEVEL": "3",
        "SANIC_HOST": "127.0.0.1",
        "RASA_CACHE_DIRECTORY": str(folder / "cache"),
    }


def _training_arguments(config: Path, project: Path, folder: Path) -> list[str]:
    return [
        "train", "--force", "--config", str(config), "--domain", str(project / "domain.yml"),
        "--data", str(project / "data"), "--out", str(folder / "models"), "--fixed-model-name", "bench",
    ]  # fmt: skip


def ours(project: Path, folder: Path) -> Bot:
    """This assistant as `make run` serves it, with conversations of its own."""
    folder.mkdir(parents=True)
    endpoints = folder / "endpoints.yml"
    endpoints.write_text(
        "action_endpoint:\n  url: http://127.0.0.1:${PLUMBLINE_ACTION_PORT}/webhook\n"
        f"tracker_store:\n  type: bot.serving.tracker_store.BoundedTrackerStore\n  url: sqlite:///{folder}/c.db\n"
        f"lock_store:\n  type: bot.serving.lock_store.FileLockStore\n  path: {folder}/locks\n"
    )
    (folder / "credentials.yml").write_text("rest:\n")
    if (project / ".cache").is_dir():  # config.yml names the language pipeline by a relative path
        (folder / ".cache").symlink_to(project / ".cache")
    return Bot(
        "Plumbline",
        folder,
        project,
        train=[PYTHON, "-m", "bot.serving.rasa_cli", *_training_arguments(project / "config.yml", project, folder)],
        serve=[
            PYTHON, "-m", "bot.serving.server", "--model", str(folder / "models" / "bench.tar.gz"), "--port", "{port}",
            "--endpoints", str(endpoints), "--credentials", str(folder / "credentials.yml"),
        ],
        actions=[PYTHON, "-m", "bot.serving.action_server", "--port", "{action_port}"],
        environment=_environment(folder, project),
        screens="SafetyScreen" in (project / "config.yml").read_text(encoding="utf-8"),
    )  # fmt: skip


def rasa_default(project: Path, folder: Path, epochs: int | None = None) -> Bot:
    """A bot with the configuration that `rasa init` writes: its pipeline and policies, Rasa's SQL tracker store."""
    folder.mkdir(parents=True)
    config = folder / "config.yml"
    config.write_text(init_config() if epochs is None else with_epochs(init_config(), epochs))
    (folder / "credentials.yml").write_text("rest:\n")
    (folder / "endpoints.yml").write_text(
        "action_endpoint:\n  url: http://127.0.0.1:${PLUMBLINE_ACTION_PORT}/webhook\n"
        f"tracker_store:\n  type: SQL\n  dialect: sqlite\n  db: {folder}/rasa.db\n"
    )
    return Bot(
        "Rasa default",
        folder,
        project,
        train=[PYTHON, "-m", "rasa", *_training_arguments(config, project, folder)],
        serve=[
            PYTHON, "-m", "rasa", "run", "--model", str(folder / "models" / "bench.tar.gz"), "--port", "{port}",
            "--interface", "127.0.0.1", "--endpoints", str(folder / "endpoints.yml"),
            "--credentials", str(folder / "credentials.yml"),
        ],
        actions=[PYTHON, "-m", "rasa_sdk", "--actions", "actions", "--port", "{action_port}"],
        environment=_environment(folder, project),
    )  # fmt: skip


def init_config() -> str:
    """The config.yml of `rasa init`, from the installed wheel; pipeline and policies are left to Rasa's defaults."""
    rasa = importlib.util.find_spec("rasa")
    assert rasa is not None and rasa.origin is not None
    return (Path(rasa.origin).parent / "cli" / "initial_project" / "config.yml").read_text(encoding="utf-8")


def with_epochs(config: str, epochs: int) -> str:
    """The same configuration spelt out, with fewer epochs: `rasa init` has it in comments under the empty keys."""
    spelt_out = re.sub(r"^# {3}(\s*-? ?\S)", r"  \1", config, flags=re.MULTILINE)
    return re.sub(r"epochs: \d+", f"epochs: {epochs}", spelt_out)
