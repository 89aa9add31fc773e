"""Installs what Plumbline needs into the project's own folder: uv, Python 3.10, the locked packages.

Runs on any Python from 3.9 on, with nothing but the standard library. Says one clear line when it cannot
go on. Does nothing, in well under a second, when everything is there.
"""
import argparse
import hashlib
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
BOOTSTRAP = ROOT / ".cache" / "uv"
STAMP = VENV / "installed.sha256"
PYTHON = "3.10"
NEEDED_BYTES = 4 * 1024**3  # for the first installation
UPDATE_BYTES = 1 * 1024**3  # when most of it is there
TICK_SECONDS = 5


class Stop(Exception):
    """Something that the person at the keyboard must mend; the message says what and how."""


def say(text: str) -> None:
    """One line of progress."""
    print(f"plumbline: {text}", flush=True)


def run(command: "list[str]", failure: str) -> None:
    """Runs a command, with a sign of life; raises Stop with ``failure`` and the command's last line when it fails."""
    started = time.monotonic()
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    try:
        while True:
            try:
                output, _ = process.communicate(timeout=TICK_SECONDS)
                break
            except subprocess.TimeoutExpired:
                print(f"  … {time.monotonic() - started:.0f} s", flush=True)
    finally:
        process.kill()  # does nothing to a process that has ended
        process.wait()
    if process.returncode:
        print(output, file=sys.stderr)
        last = output.strip().splitlines()[-1:] or ["no output"]
        raise Stop(f"{failure} ({last[0].strip()})")


def venv_binary(folder: Path, name: str) -> Path:
    """Where a virtual environment keeps a command."""
    return folder / ("Scripts" if os.name == "nt" else "bin") / name


def works(command: "list[str]") -> bool:
    """Whether a command runs at all."""
    try:
        return subprocess.run(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode == 0
    except OSError:
        return False


def uv() -> str:
    """The pinned uv of this project, or the one on the PATH where that one cannot be installed."""
    own = venv_binary(BOOTSTRAP, "uv")
    if works([str(own), "--version"]):
        return str(own)
    say("installing uv, which installs the rest")
    try:
        install_uv()
    except Stop:
        found = shutil.which("uv")
        if found and works([found, "--version"]):
            return found
        raise
    return str(own)


def install_uv() -> None:
    """Makes an environment that holds uv alone. Raises Stop."""
    shutil.rmtree(BOOTSTRAP, ignore_errors=True)
    if not works([sys.executable, "-m", "venv", str(BOOTSTRAP)]):
        raise Stop("This Python cannot make a virtual environment in .cache/. On Debian or Ubuntu: apt install "
                   "python3-venv. Elsewhere, or when this folder cannot be written: install uv yourself.")
    run([str(venv_binary(BOOTSTRAP, "python")), "-m", "pip", "install", "--quiet", "--disable-pip-version-check",
         "--require-hashes", "-r", "deploy/uv.txt"],
        "uv could not be installed. Is the package index reachable? Try again, or install uv yourself.")


def digest(lock: str) -> str:
    """What a finished installation of a lock file is remembered by."""
    return hashlib.sha256((ROOT / lock).read_bytes()).hexdigest()


def installed(locks: "tuple[str, ...]") -> bool:
    """Whether one of the lock files is installed, whole, for a Python that is still there."""
    if not (venv_binary(VENV, "python").exists() and STAMP.exists()):
        return False
    return STAMP.read_text().strip() in {digest(lock) for lock in locks}


def check_room(needed: int) -> None:
    """Raises Stop when the disk has too little room for the packages."""
    free = shutil.disk_usage(ROOT).free
    if free < needed:
        raise Stop(f"The disk has {free / 1024**3:.1f} GB free and the packages need {needed / 1024**3:.0f} GB. "
                   f"Free some room where this folder is: {ROOT}")


def install(lock: str) -> None:
    """Makes the environment equal to a lock file, every package checked by its hash."""
    python = venv_binary(VENV, "python")
    there = works([str(python), "-c", "import sys; sys.exit(sys.version_info[:2] != (3, 10))"])
    check_room(UPDATE_BYTES if there else NEEDED_BYTES)
    tool = uv()
    if not there:
        say(f"making an environment with Python {PYTHON}")
        run([tool, "venv", "--quiet", "--clear", "--python", PYTHON, str(VENV)],
            f"Python {PYTHON} was not found and could not be fetched. Install it (python.org, pyenv or your "
            "system's packages), then run this again.")
    say("installing the packages (several minutes the first time)")
    STAMP.unlink(missing_ok=True)
    # Compiled now, once: where Python may not write bytecode later, every start would compile 500 modules again.
    run([tool, "pip", "sync", "--quiet", "--compile-bytecode", "--python", str(python), "--require-hashes", lock],
        "The packages could not be installed. Is the package index reachable? Try again; what is there is kept.")
    STAMP.write_text(digest(lock) + "\n")


def main() -> int:
    """Installs and returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--dev", action="store_true", help="also what the tests and checks need")
    options = parser.parse_args()
    wanted = ("requirements-dev.txt",) if options.dev else ("requirements.txt", "requirements-dev.txt")
    try:
        if sys.version_info < (3, 9):
            raise Stop(f"This Python is {sys.version.split()[0]}; Plumbline's installer needs 3.9 or later.")
        if not installed(wanted):
            install(wanted[0])
    except Stop as stop:
        print(f"plumbline: {stop}", file=sys.stderr)
        return 1
    except OSError as error:
        print(f"plumbline: {error.filename or ROOT}: {error.strerror}. Let this user write in {ROOT}, then run this "
              "again.", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("plumbline: stopped; run the same command again to go on", file=sys.stderr)
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main())
