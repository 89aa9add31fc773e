"""Runs every check over a content folder."""
from __future__ import annotations

import datetime
from pathlib import Path

from bot.editorial import checks
from bot.editorial.faults import Fault
from bot.editorial.library import Library


class NoContent(Exception):
    """There is no content folder at or above the path."""


def content_root(path: Path) -> Path:
    """The content folder that ``path`` is or stands in: the nearest one with taxonomy.yml. Raises NoContent."""
    for folder in (path, *path.absolute().parents):
        if (folder / "taxonomy.yml").is_file():
            return folder
    raise NoContent(f"{path} is not in a content folder: no taxonomy.yml there or above. Try bot/content.")


def check_library(folder: Path, today: datetime.date | None = None) -> tuple[Library, list[Fault]]:
    """The folder's files and all their faults, sorted by file and line."""
    library = Library.read(folder)
    day = today or datetime.date.today()
    faults = [fault for file in library.files for fault in file.faults]
    for check in checks.ALL:
        faults.extend(check(library, day))
    return library, sorted(set(faults))


def check_content(folder: Path, today: datetime.date | None = None) -> list[Fault]:
    """All faults of a content folder, sorted by file and line; warnings among them."""
    return check_library(folder, today)[1]
