"""Start servers, wait for them, weigh them, and end every process that was started."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from pathlib import Path

import psutil

START_LIMIT_SECONDS = 300
STOP_LIMIT_SECONDS = 10
TRAINING_LIMIT_SECONDS = 3600


class BenchFailed(Exception):
    """A run cannot go on; the message says which process failed and where its log is."""


def free_port() -> int:
    """A port on loopback that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def run_to_end(command: list[str], cwd: Path, environment: Mapping[str, str], log: Path) -> float:
    """Run a command; returns its seconds of wall-clock time.

    Raises:
        BenchFailed: it failed or took too long.
    """
    started = time.perf_counter()
    with _process(command, cwd, environment, log) as process:
        try:
            code = process.wait(TRAINING_LIMIT_SECONDS)
        except subprocess.TimeoutExpired as error:
            raise BenchFailed(f"{' '.join(command[:4])} took over {TRAINING_LIMIT_SECONDS} s. Log: {log}") from error
    if code:
        raise BenchFailed(f"{' '.join(command[:4])} ended with {code}. Log: {log}")
    return time.perf_counter() - started


class Server:
    """A running server and everything it started."""

    def __init__(self, process: subprocess.Popen[bytes], url: str, log: Path) -> None:
        self.url = url
        self._process = process
        self._log = log

    def wait(self) -> None:
        """Return when the server answers.

        Raises:
            BenchFailed: it ended, or did not answer in time.
        """
        deadline = time.monotonic() + START_LIMIT_SECONDS
        while True:
            with contextlib.suppress(urllib.error.URLError, OSError), urllib.request.urlopen(self.url, timeout=1):
                return
            if self._process.poll() is not None or time.monotonic() > deadline:
                raise BenchFailed(f"The server of {self.url} did not start. Log: {self._log}")
            time.sleep(0.02)

    def memory_mb(self) -> float:
        """Proportional set size of the process and its children, in MB (10^6 bytes)."""
        parent = psutil.Process(self._process.pid)
        return float(sum(p.memory_full_info().pss for p in [parent, *parent.children(recursive=True)]) / 1e6)


@contextlib.contextmanager
def server(command: list[str], cwd: Path, environment: Mapping[str, str], url: str, log: Path) -> Iterator[Server]:
    """A server for the length of a `with` block; it is not waited for."""
    with _process(command, cwd, environment, log) as process:
        yield Server(process, url, log)


@contextlib.contextmanager
def _process(
    command: list[str], cwd: Path, environment: Mapping[str, str], log: Path
) -> Iterator[subprocess.Popen[bytes]]:
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("ab") as output:
        # A group of its own, so that its workers end with it.
        process = subprocess.Popen(
            command, cwd=cwd, env=dict(environment), stdout=output, stderr=output, start_new_session=True
        )
    try:
        yield process
    finally:
        _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGTERM)
    with contextlib.suppress(subprocess.TimeoutExpired):
        process.wait(STOP_LIMIT_SECONDS)
    # What is left of the group when its leader is gone.
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
