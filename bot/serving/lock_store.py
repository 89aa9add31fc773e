"""One message at a time in a conversation, across all workers of a machine, without another server.

In endpoints.yml:

    lock_store:
      type: bot.serving.lock_store.FileLockStore
      path: /elsewhere        # var/locks without it

The lock is an `flock`, which the system gives back when a process dies, however it dies. Messages that wait in the same
worker keep their order. Workers on several machines need a shared lock store instead (`type: redis`).
"""

from __future__ import annotations

import asyncio
import fcntl
import os
import time
import zlib
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from pathlib import Path

from rasa.core.lock import TicketLock
from rasa.core.lock_store import LOCK_LIFETIME, LockError, LockStore
from rasa.utils.endpoints import EndpointConfig

from bot.settings import ROOT

DEFAULT_PATH = ROOT / "var" / "locks"
FILES = 4096
"""Conversations share files by hash; two that share one wait for each other, which is rare and harmless."""
POLL_SECONDS = 0.005


class FileLockStore(LockStore):
    """Locks conversations with files in a folder.

    Raises:
        LockError: the folder cannot be used; or another message held the conversation for `LOCK_LIFETIME` seconds.
    """

    def __init__(self, endpoint_config: EndpointConfig | None = None) -> None:
        super().__init__()
        self._folder = Path(endpoint_config.kwargs.get("path", DEFAULT_PATH) if endpoint_config else DEFAULT_PATH)
        self._queues: dict[str, tuple[asyncio.Lock, int]] = {}
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            os.close(self._open(self._file("")))
        except OSError as error:
            raise LockError(
                f"Locks ({self._folder}): {error.strerror}. Make the folder writable for this user, "
                "or set another `path` under lock_store in endpoints.yml."
            ) from error

    @asynccontextmanager
    async def lock(
        self,
        conversation_id: str,
        lock_lifetime: float = LOCK_LIFETIME,
        wait_time_in_seconds: float = POLL_SECONDS,
    ) -> AsyncGenerator[TicketLock, None]:
        """Hold the conversation; waits at most `lock_lifetime` seconds for it."""
        async with self._turn(conversation_id):
            descriptor = await self._acquired(conversation_id, lock_lifetime, wait_time_in_seconds)
            try:
                yield TicketLock(conversation_id)
            finally:
                os.close(descriptor)

    @asynccontextmanager
    async def _turn(self, conversation_id: str) -> AsyncGenerator[None, None]:
        """First come, first served within this process."""
        queue, waiting = self._queues.get(conversation_id, (asyncio.Lock(), 0))
        self._queues[conversation_id] = (queue, waiting + 1)
        try:
            async with queue:
                yield
        finally:
            _, waiting = self._queues.pop(conversation_id)
            if waiting > 1:
                self._queues[conversation_id] = (queue, waiting - 1)

    async def _acquired(self, conversation_id: str, lifetime: float, poll: float) -> int:
        descriptor = self._open(self._file(conversation_id))
        deadline = time.monotonic() + lifetime
        try:
            while not _try(descriptor):
                if time.monotonic() > deadline:
                    raise LockError(f"Conversation '{conversation_id}' was held by another message for {lifetime:g} s.")
                await asyncio.sleep(poll)
        except BaseException:
            os.close(descriptor)
            raise
        return descriptor

    def _file(self, conversation_id: str) -> Path:
        number = zlib.crc32(conversation_id.encode("utf-8", "surrogatepass")) % FILES
        return self._folder / f"{number:04}.lock"

    @staticmethod
    def _open(path: Path) -> int:
        return os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)


def _try(descriptor: int) -> bool:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
