"""A project folder of the test's own to install into, with no package index in reach."""
from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType

import pytest

from bot.settings import ROOT, Settings
from tests.server.assistant import free_port

BASE_PYTHON = Path(sys.base_prefix) / "bin"
LOCK = "colorama==0.4.6 --hash=sha256:4f1d9991f5acc0ca119f9d443620b77f9d6b33703e51011c16baf57afb285fc6\n"


@dataclass
class Project:
    """``deploy/`` and lock files of one small package, in a folder of their own."""

    folder: Path
    environment: dict[str, str] = field(default_factory=dict)

    @property
    def stamp(self) -> Path:
        return self.folder / ".venv" / "installed.sha256"

    def command(self, *arguments: str) -> list[str]:
        return [sys.executable, str(self.folder / "deploy" / "install.py"), *arguments]

    def install(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(self.command(*arguments), cwd="/", env=self.environment, capture_output=True, text=True,
                              timeout=60, check=False)

    def use_uv(self) -> None:
        """Gives it the real uv, so that nothing need be fetched to have one."""
        uv = ROOT / ".cache" / "uv"
        assert (uv / "bin" / "uv").exists(), "no uv: run `make install-dev` first"
        (self.folder / ".cache").mkdir(exist_ok=True)
        (self.folder / ".cache" / "uv").symlink_to(uv)

    def index(self, port: int) -> None:
        """Names a package index on a port of this machine."""
        address = f"http://127.0.0.1:{port}/packages"
        self.environment |= {"UV_INDEX_URL": address, "UV_DEFAULT_INDEX": address, "PIP_INDEX_URL": address}


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """Can reach nothing and finds only the Python that runs the tests."""
    folder = tmp_path / "project"
    shutil.copytree(ROOT / "deploy", folder / "deploy", ignore=shutil.ignore_patterns("__pycache__"))
    for lock in ("requirements.txt", "requirements-dev.txt"):
        (folder / lock).write_text(LOCK)
    (folder / "requirements-dev.txt").write_text("# also for tests\n" + LOCK)
    made = Project(folder, {
        "PATH": f"{BASE_PYTHON}:/usr/bin:/bin", "HOME": str(tmp_path / "home"), "UV_CACHE_DIR": str(tmp_path / "cache"),
        "UV_PYTHON_INSTALL_DIR": str(tmp_path / "pythons"), "UV_PYTHON_DOWNLOADS": "never", "UV_HTTP_RETRIES": "0",
        "UV_NO_CONFIG": "1", "PIP_RETRIES": "0", "PIP_CONFIG_FILE": os.devnull, "NO_PROXY": "127.0.0.1",
    })
    made.index(free_port())
    return made


@pytest.fixture
def module(project: Project) -> ModuleType:
    """``deploy/install.py`` of that folder, imported."""
    spec = importlib.util.spec_from_file_location("plumbline_install", project.folder / "deploy" / "install.py")
    assert spec and spec.loader
    found = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(found)
    assert project.folder == found.ROOT
    return found




def settings_in(folder: Path) -> Settings:
    """Everything that is written goes below ``folder``; the ports are free ones."""
    return Settings(
        content_url=f"sqlite:///{folder / 'content.db'}",
        conversations_url=f"sqlite:///{folder / 'conversations.db'}", content_dir=ROOT / "bot" / "content",
        models_dir=folder / "models", language_dir=folder / "language", encoder_dir=folder / "encoder",
        host="127.0.0.1", port=free_port(), action_port=free_port(),
    )


def small_project(folder: Path) -> Path:
    """A Rasa project that trains in seconds."""
    shutil.copytree(ROOT / "tests" / "serving" / "bot", folder, ignore=shutil.ignore_patterns("__pycache__"))
    return folder
