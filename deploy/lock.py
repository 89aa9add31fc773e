"""Resolves requirements*.in anew and writes the lock files, each package with its hashes."""
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

import install

COMPILE = ["pip", "compile", "--quiet", "--generate-hashes", "--no-emit-index-url",
           "--custom-compile-command", "make lock"]
OURS = ["--python-version", install.PYTHON, "--override", "deploy/overrides.txt"]


def main() -> None:
    """Writes requirements.txt, requirements-dev.txt (same versions) and deploy/uv.txt."""
    tool = install.uv()
    for options in (
        [*OURS, "requirements.in", "-o", "requirements.txt"],
        [*OURS, "-c", "requirements.txt", "requirements-dev.in", "-o", "requirements-dev.txt"],
        ["--python-version", "3.9", "--universal", "deploy/uv.in", "-o", "deploy/uv.txt"],
    ):
        subprocess.run([tool, *COMPILE, *options], cwd=install.ROOT, check=True)


if __name__ == "__main__":
    main()
