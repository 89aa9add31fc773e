"""The action server: `python -m bot.serving.action_server`, on loopback, in about a second.

rasa-sdk's own server with two differences: it listens on 127.0.0.1 unless `SANIC_HOST` says otherwise, and each action
runs in a thread, so that one that waits (a slow disk, a lock) does not hold up the others. `python -m rasa_sdk` keeps
working.
"""

from __future__ import annotations

import argparse
import asyncio
import inspect
import logging
import os
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from rasa_sdk import endpoint
from rasa_sdk.executor import ActionExecutor
from rasa_sdk.utils import call_potential_coroutine
from sanic import Sanic

from bot import settings
from bot.ports import PortTaken, require_free

HOST = "127.0.0.1"
PACKAGE = "actions"
THREADS = 8
"""How many actions run at the same time."""
LOG_FORMAT = "%(asctime)s %(levelname)-8s %(name)s  - %(message)s"


class ThreadedExecutor(ActionExecutor):
    """rasa-sdk's executor; actions that are not coroutines run in threads of their own."""

    def __init__(self) -> None:
        super().__init__()
        self._threads = ThreadPoolExecutor(THREADS, thread_name_prefix="action")

    def register_function(self, name: str, f: Callable) -> None:
        """Register an action's `run`, as rasa-sdk does."""
        super().register_function(name, f)
        if not inspect.iscoroutinefunction(f):
            self.actions[name] = self._in_thread(f)

    def _in_thread(self, run: Callable) -> Callable:
        async def threaded(dispatcher: Any, tracker: Any, domain: Any) -> Any:
            loop = asyncio.get_running_loop()
            return await call_potential_coroutine(
                await loop.run_in_executor(self._threads, run, dispatcher, tracker, domain)
            )

        return threaded


def create_app(package: str) -> Sanic:
    """rasa-sdk's application for the actions of a package. It builds its executor itself, so the class is replaced."""
    endpoint.ActionExecutor = ThreadedExecutor
    return endpoint.create_app(package, cors_origins="")


def main(arguments: list[str] | None = None) -> int:
    """Serve until interrupted; returns 2 when the port is taken."""
    parser = argparse.ArgumentParser(prog="python -m bot.serving.action_server", description="Start the action server.")
    parser.add_argument("--actions", default=PACKAGE, help="package with the actions (default: %(default)s)")
    parser.add_argument("--port", type=int, default=settings.read().action_port)
    options = parser.parse_args(arguments)
    host = os.environ.get("SANIC_HOST", HOST)
    logging.basicConfig(level=os.environ.get("LOG_LEVEL", "INFO"), format=LOG_FORMAT)
    try:
        require_free(host, options.port, "PLUMBLINE_ACTION_PORT")
    except PortTaken as error:
        print(error, file=sys.stderr)
        return 2
    sys.path.insert(0, os.getcwd())
    app = create_app(options.actions)
    logging.getLogger(__name__).info("Action server on http://%s:%d", host, options.port)
    app.run(host, options.port, workers=int(os.environ.get("ACTION_SERVER_SANIC_WORKERS", "1")), access_log=False)
    return 0


if __name__ == "__main__":
    sys.exit(main())
