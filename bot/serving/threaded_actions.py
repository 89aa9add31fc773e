"""rasa-sdk's action application with each action in a thread, so that one that waits does not hold up the others."""

from __future__ import annotations

import asyncio
import inspect
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from rasa_sdk import endpoint
from rasa_sdk.executor import ActionExecutor
from rasa_sdk.utils import call_potential_coroutine
from sanic import Sanic

THREADS = 8
"""How many actions run at the same time."""


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
            done = await loop.run_in_executor(self._threads, run, dispatcher, tracker, domain)
            return await call_potential_coroutine(done)

        return threaded


def create_app(package: str) -> Sanic:
    """rasa-sdk's application for the actions of a package. It makes its executor itself, so the class is replaced."""
    endpoint.ActionExecutor = ThreadedExecutor
    return endpoint.create_app(package, cors_origins="")
