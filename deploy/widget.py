"""Runs npm scripts of package.json, for the widget; first installs the locked packages, where others are there or none.

    python3 deploy/widget.py types check unit

Nobody needs Node to run the assistant, for the built widget is part of the project. So where there is no Node, this
says so in one line and leaves its work out, unless PLUMBLINE_REQUIRE_NODE is set.
"""
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / "package-lock.json"
STAMP = ROOT / "node_modules" / "installed.sha256"
OLDEST = 20
REQUIRE_VARIABLE = "PLUMBLINE_REQUIRE_NODE"


class Stop(Exception):
    """Something that the person at the keyboard must mend; the message says what and how."""


class NoNode(Stop):
    """There is no Node that can be used."""


def node_version() -> int:
    """The major version of the Node on the PATH. Raises NoNode."""
    if not shutil.which("node") or not shutil.which("npm"):
        raise NoNode(f"There is no Node with npm. Install Node {OLDEST} or later, from nodejs.org or your system.")
    said = subprocess.run(["node", "--version"], capture_output=True, text=True).stdout.strip()
    major = said.lstrip("v").split(".")[0]
    return int(major) if major.isdigit() else 0


def require_node() -> None:
    """Raises NoNode where Node is missing or too old."""
    found = node_version()
    if found < OLDEST:
        raise NoNode(f"This Node is version {found}; the widget's tools need {OLDEST} or later.")


def install() -> None:
    """Makes node_modules equal to the lock file, every package checked by its hash. Raises Stop."""
    digest = hashlib.sha256(LOCK.read_bytes()).hexdigest()
    if STAMP.exists() and STAMP.read_text().strip() == digest:
        return
    print("plumbline: installing the widget's tools", flush=True)
    done = subprocess.run(["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], cwd=ROOT)
    if done.returncode:
        raise Stop("The widget's tools could not be installed. Is the package registry reachable? Try again.")
    STAMP.write_text(digest + "\n")


def run(scripts: "list[str]") -> None:
    """Runs the scripts, one after the other. Raises Stop at the first that fails."""
    for script in scripts:
        if subprocess.run(["npm", "run", "--silent", script], cwd=ROOT).returncode:
            raise Stop(f"`npm run {script}` failed; what it says is above.")


def main(scripts: "list[str]") -> int:
    """Does it, and returns the exit code."""
    try:
        require_node()
        install()
        run(scripts)
    except NoNode as missing:
        required = os.environ.get(REQUIRE_VARIABLE, "") not in ("", "0")
        left_out = "" if required else f" Left out: {', '.join(scripts)}."
        print(f"plumbline: {missing}{left_out}", file=sys.stderr)
        return 1 if required else 0
    except Stop as stop:
        print(f"plumbline: {stop}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
