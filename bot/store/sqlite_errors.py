"""SQLite's errors in the store's words. Python 3.10 gives no error codes, so the messages are read."""
from __future__ import annotations

import os
from pathlib import Path

from bot.store.backend import PUBLISH_REMEDY
from bot.store.errors import (
    StoreAccessDenied,
    StoreCorrupt,
    StoreError,
    StoreFull,
    StoreLocked,
    StoreMissing,
    StoreReadOnly,
)

_REBUILD = ("Nothing was changed. Stop the bot, move the file away with its -wal and -shm files, and run "
            "`plumb publish`: all of it comes from bot/content.")


def translate(error: Exception, path: Path) -> StoreError:
    """``error`` is SQLAlchemy's or sqlite3's own."""
    place, message = str(path), str(getattr(error, "orig", None) or error)
    if path.is_dir():
        return StoreMissing(place, "this is a folder, not a file", "Name a file in it, such as content.db.")
    if "not a database" in message:
        return StoreCorrupt(place, "this file is not a content store", _REBUILD)
    if "malformed" in message or "no such table" in message or "no such column" in message:
        return StoreCorrupt(place, f"the store is damaged ({message})", _REBUILD)
    if "readonly" in message:
        return StoreReadOnly(place, "the store or its folder is read-only",
                             "Nothing was changed. Let this user write there, or use another user or file.")
    if "locked" in message:
        return StoreLocked(place, "another program keeps the store locked",
                           "Nothing was changed. Try again when it has finished; `fuser FILE` names it.")
    if "full" in message:
        return StoreFull(place, "no space is left on the disk",
                         "Nothing was changed; the release before is still served. Make room and try again.")
    if "fts5" in message:
        return StoreError(place, "this Python's SQLite has no FTS5 full-text search",
                          "Use a Python whose SQLite has it, such as the one that `make run` installs.")
    if "unable to open" in message:
        return _cannot_open(path)
    return StoreError(place, f"SQLite reports: {message}", "Nothing was changed. Check the disk, then try again.")


def _cannot_open(path: Path) -> StoreError:
    place, folder = str(path), path.absolute().parent
    if not folder.is_dir():
        return StoreMissing(place, f"the folder {folder} does not exist", f"Make it: mkdir -p '{folder}'.")
    if path.exists() and not os.access(path, os.R_OK):
        return StoreAccessDenied(place, "this user may not read the store", f"Allow it: chmod a+r '{path}'.")
    if not path.exists() and not os.access(folder, os.W_OK):
        return StoreMissing(place, f"there is no store yet, and this user may not make one in {folder}",
                            "Run `plumb publish` as a user who may.")
    if not path.exists():
        return StoreMissing(place, "there is no store yet", PUBLISH_REMEDY)
    if not os.access(folder, os.W_OK):
        return StoreReadOnly(place, f"the folder {folder}, where SQLite keeps its log, is read-only for this user",
                             "Nothing was changed. Let this user write there, or use another user or file.")
    return StoreError(place, "the store cannot be opened", "Check the disk and the number of open files.")
