"""The current release in memory, kept true: what every bot process reads its answers from."""
from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar, cast

from bot.model import ReleaseInfo
from bot.store.errors import StoreError
from bot.store.repository import ContentRepository

log = logging.getLogger(__name__)
T = TypeVar("T")

#: The store is asked for its current release at most so often, in seconds. A new release is served within
#: this time and the time it takes to load.
CHECK_SECONDS = 1.0

#: So long the last good release is served while the store cannot be read, in seconds. Long enough for a restart
#: of the database; bounded, because the editors may meanwhile have withdrawn what this process still says.
MAX_STALE_SECONDS = 300.0


@dataclass(frozen=True)
class _State(Generic[T]):
    """Replaced whole by the thread that checks, so that the others never see half of a change."""

    info: ReleaseInfo | None = None
    value: T | None = None
    failing_since: float | None = None
    error: StoreError | None = None


class SnapshotCache(Generic[T]):
    """Holds ``load(number)`` of the current release. Safe to share between threads.

    ``load`` is a repository's ``release``, ``vocabulary``, ``passages`` or a function that builds on them. One
    thread at a time asks the store; meanwhile the others get what is held.
    """

    def __init__(self, repository: ContentRepository, load: Callable[[int], T], *,
                 check_seconds: float = CHECK_SECONDS, max_stale_seconds: float = MAX_STALE_SECONDS,
                 clock: Callable[[], float] = time.monotonic) -> None:
        self._repository = repository
        self._load = load
        self._check_seconds = check_seconds
        self._max_stale_seconds = max_stale_seconds
        self._clock = clock
        self._lock = threading.Lock()
        self._state: _State[T] = _State()
        self._next_check = clock()

    def get(self) -> T:
        """What is loaded of the current release.

        Raises StoreError when nothing was ever loaded, or the store could not be read for longer than
        ``max_stale_seconds``.
        """
        if self._is_due() and self._lock.acquire(blocking=not self._is_usable(self._state)):
            try:
                if self._is_due():
                    self._check()
            finally:
                self._lock.release()
        state = self._state
        if state.error is not None and not self._is_usable(state):
            raise state.error.with_traceback(None)
        return cast(T, state.value)

    def _is_due(self) -> bool:
        return self._clock() >= self._next_check

    def _is_usable(self, state: _State[T]) -> bool:
        if state.info is None:
            return False
        return state.failing_since is None or self._clock() - state.failing_since <= self._max_stale_seconds

    def _check(self) -> None:
        """Asks the store once; keeps what it holds or why it could not be read."""
        before = self._state
        try:
            info = self._repository.current_info()
            held = before.info is not None and (before.info.number, before.info.digest) == (info.number, info.digest)
            value = before.value if held else self._load(info.number)
            self._state = _State(info, value)
            if before.info is not None and before.error is not None:
                log.warning("The store can be read again: release %d is served.", info.number)
        except StoreError as error:
            since = self._clock() if before.failing_since is None else before.failing_since
            self._state = _State(before.info, before.value, since, error)
            if before.info is not None and before.error is None:
                log.warning("The store cannot be read (%s): release %d is served for at most %.0f s more.",
                            type(error).__name__, before.info.number, self._max_stale_seconds)
        self._next_check = self._clock() + self._check_seconds
