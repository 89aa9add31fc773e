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
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
BOOTSTRAP = ROOT / ".cache" / "uv"
STAMP = VENV / "installed.sha256"
PYTHON = "3.10"
NEEDED_BYTES = 4 * 1024**3


class Stop(Exception):
    """Something that the person at the keyboard must mend; the message says what and how."""


def say(text: str) -> None:
    """One line of progress."""
    print(f"plumbline: {text}", flush=True)


def run(command: "list[str]", failure: str) -> None:
    """Runs a command; raises Stop with ``failure`` and the command's last line when it fails."""
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    if done.returncode:
        print(done.stdout, file=sys.stderr)
        last = done.stdout.strip().splitlines()[-1:] or ["no output"]
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
    """The pinned uv of this project; the one on the PATH where no virtual environment can be made."""
    own = venv_binary(BOOTSTRAP, "uv")
    if works([str(own), "--version"]):
        return str(own)
    say("installing uv, which installs the rest")
    shutil.rmtree(BOOTSTRAP, ignore_errors=True)
    if works([sys.executable, "-m", "venv", str(BOOTSTRAP)]):
        run([str(venv_binary(BOOTSTRAP, "python")), "-m", "pip", "install", "--quiet", "--disable-pip-version-check",
             "--require-hashes", "-r", "deploy/uv.txt"],
            "uv could not be installed. Is the package index reachable? Try again, or install uv yourself.")
        return str(own)
    found = shutil.which("uv")
    if found and works([found, "--version"]):
        return found
    raise Stop("This Python cannot make a virtual environment. On Debian or Ubuntu: apt install python3-venv.")


def digest(lock: str) -> str:
    """What a finished installation of a lock file is remembered by."""
    return hashlib.sha256((ROOT / lock).read_bytes()).hexdigest()


def installed(locks: "tuple[str, ...]") -> bool:
    """Whether one of the lock files is installed, whole."""
    return STAMP.exists() and STAMP.read_text().strip() in {digest(lock) for lock in locks}


def check_room() -> None:
    """Raises Stop when the disk has too little room for the packages."""
    free = shutil.disk_usage(ROOT).free
    if free < NEEDED_BYTES:
        raise Stop(f"The disk has {free / 1024**3:.1f} GB free and the packages need {NEEDED_BYTES / 1024**3:.0f} GB. "
                   f"Free some room where this folder is: {ROOT}")


def install(lock: str) -> None:
    """Makes the environment equal to a lock file, every package checked by its hash."""
    check_room()
    tool = uv()
    python = venv_binary(VENV, "python")
    if not works([str(python), "-c", "import sys; sys.exit(sys.version_info[:2] != (3, 10))"]):
        say(f"making an environment with Python {PYTHON}")
        run([tool, "venv", "--quiet", "--clear", "--python", PYTHON, str(VENV)],
            f"Python {PYTHON} was not found and could not be fetched. Install it (python.org, pyenv or your "
            "system's packages), then run this again.")
    say("installing the packages (several minutes the first time)")
    STAMP.unlink(missing_ok=True)
    run([tool, "pip", "sync", "--quiet", "--python", str(python), "--require-hashes", lock],
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
    except KeyboardInterrupt:
        print("plumbline: stopped; run the same command again to go on", file=sys.stderr)
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main())
