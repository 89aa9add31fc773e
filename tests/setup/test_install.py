"""``deploy/install.py``: what the person at the keyboard sees when something is in the way; nothing is half done."""
from __future__ import annotations

import ast
import hashlib
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from types import ModuleType

import pytest

from bot.settings import ROOT
from tests.setup.conftest import BASE_PYTHON, LOCK, Project

INSTALL = ROOT / "deploy" / "install.py"


def last_line(done: subprocess.CompletedProcess[str]) -> str:
    assert "Traceback" not in done.stderr
    return done.stderr.strip().splitlines()[-1]


def python_39() -> Path | None:
    """A Python 3.9 of this machine, or None."""
    found = shutil.which("python3.9")
    of_pyenv = sorted(Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")).glob("versions/3.9.*/bin/python3.9"))
    candidates = [*of_pyenv, *([Path(found)] if found else [])]  # pyenv's command may stand for no Python at all
    return next((path for path in candidates
                 if subprocess.run([path, "--version"], capture_output=True, check=False).returncode == 0), None)


def test_python_39_can_read_it() -> None:
    ast.parse(INSTALL.read_text(encoding="utf-8"), feature_version=(3, 9))


def test_it_imports_nothing_but_the_standard_library() -> None:
    nodes = [node for node in ast.walk(ast.parse(INSTALL.read_text(encoding="utf-8"))) if isinstance(node, ast.Import)]
    named = {alias.name for node in nodes for alias in node.names}
    assert named <= sys.stdlib_module_names


def test_a_real_python_39_runs_it(project: Project) -> None:
    python = python_39()
    if python is None:
        pytest.skip("this machine has no Python 3.9")
    done = subprocess.run([python, project.folder / "deploy" / "install.py", "--help"], capture_output=True, text=True,
                          check=True)
    assert "--dev" in done.stdout


def test_a_python_that_is_too_old_is_told(module: ModuleType, monkeypatch: pytest.MonkeyPatch,
                                          capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 8, 18))
    monkeypatch.setattr(sys, "argv", ["install.py"])
    assert module.main() == 1
    assert "needs 3.9 or later" in capsys.readouterr().err


def test_a_disk_that_is_too_small_is_said_before_anything_is_fetched(
    module: ModuleType, project: Project, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
) -> None:
    usage = shutil.disk_usage(project.folder)
    monkeypatch.setattr(module.shutil, "disk_usage", lambda path: usage._replace(free=3 * 1024**3))
    monkeypatch.setattr(sys, "argv", ["install.py"])
    assert module.main() == 1
    said = capsys.readouterr()
    assert said.err == (f"plumbline: The disk has 3.0 GB free and the packages need 4 GB. Free some room where this "
                        f"folder is: {project.folder}\n")
    assert said.out == ""
    assert not (project.folder / ".cache").exists() and not (project.folder / ".venv").exists()


def test_a_missing_python_310_is_told_with_the_remedy(project: Project) -> None:
    project.use_uv()
    project.environment["UV_PYTHON_PREFERENCE"] = "only-managed"  # of which there are none
    done = project.install()
    assert done.returncode == 1
    assert last_line(done).startswith("plumbline: Python 3.10 was not found and could not be fetched. Install it")
    assert not project.stamp.exists()


def test_an_index_that_cannot_be_reached_is_told_and_leaves_no_stamp(project: Project) -> None:
    project.use_uv()
    done = project.install()
    assert done.returncode == 1
    assert last_line(done).startswith("plumbline: The packages could not be installed. Is the package index reachable?")
    assert "installing the packages" in done.stdout
    assert not project.stamp.exists()


def test_without_an_index_and_without_uv_it_says_so(project: Project) -> None:
    project.environment["PATH"] = "/usr/bin:/bin"
    if shutil.which("uv", path=project.environment["PATH"]):
        pytest.skip("this machine has a uv of its own")
    done = project.install()
    assert done.returncode == 1
    assert last_line(done).startswith("plumbline: uv could not be installed. Is the package index reachable?")


def test_a_uv_on_the_path_serves_where_none_can_be_fetched(project: Project, tmp_path: Path) -> None:
    tools = tmp_path / "tools"
    tools.mkdir()
    (tools / "uv").symlink_to(ROOT / ".cache" / "uv" / "bin" / "uv")
    project.environment["PATH"] = f"{tools}:{BASE_PYTHON}:/usr/bin:/bin"
    done = project.install()
    assert "making an environment with Python 3.10" in done.stdout
    assert (project.folder / ".venv" / "bin" / "python").exists()
    assert last_line(done).startswith("plumbline: The packages could not be installed.")


def test_a_package_that_is_not_the_locked_one_is_refused(project: Project, tmp_path: Path) -> None:
    project.use_uv()
    wheels = tmp_path / "wheels"
    wheels.mkdir()
    (wheels / "colorama-0.4.6-py2.py3-none-any.whl").write_bytes(b"not what was locked")
    project.environment |= {"UV_FIND_LINKS": str(wheels), "UV_NO_INDEX": "1"}
    done = project.install()
    assert done.returncode == 1
    assert "packages could not be installed" in last_line(done)
    assert not project.stamp.exists()


def test_an_interrupted_installation_leaves_no_stamp(project: Project) -> None:
    """An index that never answers keeps the installation busy until Ctrl-C."""
    project.use_uv()
    project.install()  # makes the environment, and can fetch nothing
    project.stamp.write_text("of an older lock file")
    with socket.create_server(("127.0.0.1", 0)) as silent:
        project.index(silent.getsockname()[1])
        running = subprocess.Popen(project.command(), cwd="/", env=project.environment, stdout=subprocess.PIPE,
                                   stderr=subprocess.PIPE, text=True, start_new_session=True)
        silent.settimeout(30)
        connection, _ = silent.accept()  # it is fetching now
        with connection:
            os.killpg(running.pid, signal.SIGINT)
            output, errors = running.communicate(timeout=20)
    assert running.returncode == 130
    assert errors == "plumbline: stopped; run the same command again to go on\n"
    assert "installing the packages" in output
    assert not project.stamp.exists()


def test_a_long_step_shows_signs_of_life(module: ModuleType, monkeypatch: pytest.MonkeyPatch,
                                         capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(module, "TICK_SECONDS", 0.1)
    module.run([sys.executable, "-c", "import time; time.sleep(0.5)"], "never said")
    assert capsys.readouterr().out.count("  … ") >= 2


def test_a_failing_step_names_its_last_line_and_keeps_the_rest(module: ModuleType,
                                                               capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(module.Stop, match=r"It failed \(the end\)"):
        module.run([sys.executable, "-c", "print('the start'); print('the end'); exit(3)"], "It failed")
    assert "the start" in capsys.readouterr().err


def as_installed(project: Project, lock: str) -> None:
    """As a finished installation leaves it, by the installer's own rules. No package is put there, nor anywhere."""
    project.use_uv()
    project.install()
    project.stamp.write_text(hashlib.sha256((project.folder / lock).read_bytes()).hexdigest())


@pytest.mark.parametrize(("lock", "arguments"), [
    ("requirements.txt", []), ("requirements-dev.txt", []), ("requirements-dev.txt", ["--dev"]),
])
def test_what_is_installed_is_left_alone_in_under_two_seconds(project: Project, lock: str,
                                                              arguments: list[str]) -> None:
    as_installed(project, lock)
    started = time.monotonic()
    done = project.install(*arguments)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert time.monotonic() - started < 2


def test_the_tests_packages_are_missed_where_only_the_assistants_are_there(project: Project) -> None:
    as_installed(project, "requirements.txt")
    assert "installing the packages" in project.install("--dev").stdout


def test_a_changed_lock_file_and_a_lost_python_are_noticed(module: ModuleType, project: Project) -> None:
    as_installed(project, "requirements.txt")
    assert module.installed(("requirements.txt",))
    (project.folder / "requirements.txt").write_text(LOCK.replace("0.4.6", "0.4.5"))
    assert not module.installed(("requirements.txt",))
    project.stamp.write_text(module.digest("requirements.txt"))
    assert module.installed(("requirements.txt",))
    (project.folder / ".venv" / "bin" / "python").unlink()
    (project.folder / ".venv" / "bin" / "python").symlink_to("/no/python/any/more")
    assert not module.installed(("requirements.txt",))


def test_make_without_python_says_what_to_install() -> None:
    done = subprocess.run(["make", "--no-print-directory", "check", "PYTHON=no-such-python"], cwd=ROOT,
                          capture_output=True, text=True, check=False)
    assert done.returncode != 0
    assert "plumbline: no no-such-python found. Install Python 3.9 or later" in done.stderr
    assert done.stdout == ""
