"""A real PostgreSQL for the tests, from Debian's packages: one throw-away server per test session."""
from __future__ import annotations

import os
import pwd
import secrets
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg2
import psycopg2.errors
import pytest

#: Set where PostgreSQL must be there (continuous integration): its tests then fail instead of being skipped.
REQUIRE_VARIABLE = "PLUMBLINE_REQUIRE_POSTGRES"
MISSING = "PostgreSQL is not installed (apt-get install postgresql)"

USER = "plumbline"
_START_SECONDS = 30


def binaries() -> Path | None:
    """The newest installed server's folder of programs, or None."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: float(path.parts[-3]))
    return found[-1].parent if found else None


def is_required() -> bool:
    return os.environ.get(REQUIRE_VARIABLE, "") not in ("", "0")


class PostgresServer:
    """Listens on loopback, on a port that the system chose, with password logins and without fsync."""

    def __init__(self, programs: Path) -> None:
        self._programs = programs
        self.password = secrets.token_urlsafe(12)
        self.port = _free_port()
        self._folder = Path(tempfile.mkdtemp(prefix="plumbline-postgres-", dir=_fast_folder()))
        self._data = self._folder / "data"
        self._process: subprocess.Popen[bytes] | None = None
        self._databases: list[str] = []
        self._free: list[str] = []

    def start(self) -> None:
        try:
            self._initialise()
            self.resume()
        except BaseException:
            self.stop()
            raise

    def resume(self) -> None:
        """Starts the server; also after ``pause``, on the same port, with the same data."""
        settings = [f"port={self.port}", "listen_addresses=127.0.0.1", "unix_socket_directories=", "fsync=off",
                    "full_page_writes=off", "max_connections=60"]
        options = [part for setting in settings for part in ("-c", setting)]
        with open(self._folder / "log", "ab") as log:
            self._process = subprocess.Popen([self._programs / "postgres", "-D", self._data, *options],
                                             stdout=log, stderr=log, cwd=self._folder, **_as_a_user())
        self._wait()

    def pause(self) -> None:
        """Stops the server at once, as a crash would for its clients."""
        if self._process is not None:
            self._process.send_signal(signal.SIGQUIT)
            self._process.wait(timeout=_START_SECONDS)
            self._process = None

    def freeze(self) -> None:
        """Stops every process of the server in its tracks: connections stay open and nothing answers."""
        self._signal_all(signal.SIGSTOP)

    def thaw(self) -> None:
        """Lets the server go on after ``freeze``."""
        self._signal_all(signal.SIGCONT)

    def _signal_all(self, number: signal.Signals) -> None:
        assert self._process is not None
        found = Path(f"/proc/{self._process.pid}/task/{self._process.pid}/children").read_text().split()
        for pid in (self._process.pid, *map(int, found)):
            os.kill(pid, number)

    def stop(self) -> None:
        self.pause()
        shutil.rmtree(self._folder, ignore_errors=True)

    def url(self, database: str, user: str = USER, password: str | None = None) -> str:
        return f"postgresql://{user}:{password or self.password}@127.0.0.1:{self.port}/{database}"

    def new_database(self) -> str:
        """The address of an empty database, the caller's until ``take_back``."""
        if not self._free:
            self._free.append(f"test_{len(self._databases)}")
            self._databases += self._free
            self.run(f"CREATE DATABASE {self._free[0]}")
        return self.url(self._free.pop())

    def take_back(self) -> None:
        """Empties all databases for the next test, which is faster than making new ones (7 MB each)."""
        for name in self._databases:
            if name not in self._free:
                self.run("DROP SCHEMA public CASCADE; CREATE SCHEMA public; GRANT USAGE ON SCHEMA public TO PUBLIC",
                         name)
        self._free = list(self._databases)

    def run(self, statement: str, database: str = "postgres") -> None:
        connection = psycopg2.connect(self.url(database))
        try:
            connection.autocommit = True
            with connection.cursor() as cursor:
                cursor.execute(statement)
        finally:
            connection.close()

    def _initialise(self) -> None:
        secret = self._folder / "password"
        secret.write_text(self.password)
        if os.geteuid() == 0:
            for path in (self._folder, secret):
                shutil.chown(path, "postgres")
        subprocess.run([self._programs / "initdb", "-D", self._data, "-U", USER, "--auth=md5",
                        f"--pwfile={secret}", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"],
                       check=True, stdout=subprocess.DEVNULL, cwd=self._folder, **_as_a_user())

    def _wait(self) -> None:
        deadline = time.monotonic() + _START_SECONDS
        while True:
            try:
                psycopg2.connect(self.url("postgres")).close()
                return
            except psycopg2.OperationalError:
                if time.monotonic() > deadline or (self._process and self._process.poll() is not None):
                    raise RuntimeError((self._folder / "log").read_text(errors="replace")[-2000:]) from None
            time.sleep(0.05)


@contextmanager
def running() -> Iterator[PostgresServer]:
    """A server until the block ends. Without PostgreSQL its tests are skipped, or fail where it is required."""
    programs = binaries()
    if programs is None:
        if is_required():
            pytest.fail(f"{MISSING}, and {REQUIRE_VARIABLE} is set")
        pytest.skip(MISSING)
    server = PostgresServer(programs)
    server.start()
    try:
        yield server
    finally:
        server.stop()


def _as_a_user() -> dict[str, int]:
    """PostgreSQL refuses to run as root; Debian's package makes the user ``postgres``."""
    if os.geteuid() != 0:
        return {}
    account = pwd.getpwnam("postgres")
    return {"user": account.pw_uid, "group": account.pw_gid}


def _fast_folder() -> str | None:
    """Memory where there is enough of it: the tests' servers need no disk."""
    memory = Path("/dev/shm")
    roomy = os.access(memory, os.W_OK) and shutil.disk_usage(memory).free > 2**30
    return str(memory) if roomy else None


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
