"""Runs a function in a process of its own: to kill it, to race it, or to run it as another user."""
from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any

#: A child starts at once, with what the parent has imported. Close every store before starting one: SQLite's
#: connections may not be carried into a child.
_FORK = multiprocessing.get_context("fork")
_NOBODY = 65534


class Child:
    """``function`` running in another process."""

    def __init__(self, function: Callable[[], Any], unprivileged: bool = False) -> None:
        self._receiver, sender = _FORK.Pipe(duplex=False)
        self.process: BaseProcess = _FORK.Process(target=_run, args=(function, sender, unprivileged), daemon=True)
        self.process.start()
        sender.close()

    def result(self) -> Any:
        """What the function returned; what it raised is raised here. EOFError when it was killed."""
        outcome, value = self._receiver.recv()
        self.process.join()
        if outcome == "raised":
            raise value
        return value

    def kill(self) -> None:
        self.process.kill()
        self.process.join()


def _run(function: Callable[[], Any], sender: Connection, unprivileged: bool) -> None:
    if unprivileged and os.geteuid() == 0:
        os.setgroups([])
        os.setgid(_NOBODY)
        os.setuid(_NOBODY)
    try:
        sender.send(("returned", function()))
    except BaseException as error:
        sender.send(("raised", error))
    sender.close()
    os._exit(0)  # no clean-up of what belongs to the parent
