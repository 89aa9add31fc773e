"""One family of rules a module; each has ``check(library, today)``, which yields faults and changes nothing."""
from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator

from bot.editorial.checks import (
    cells,
    claims,
    dates,
    debates,
    glance,
    headlines,
    hygiene,
    phrases,
    reading,
    references,
    safety,
    sides,
    sources,
    texts,
    vocabulary,
    wording,
)
from bot.editorial.faults import Fault
from bot.editorial.library import Library

Check = Callable[[Library, datetime.date], Iterator[Fault]]

ALL: tuple[Check, ...] = (
    vocabulary.check, references.check, sources.check, claims.check, texts.check, headlines.check, wording.check,
    cells.check, sides.check, glance.check, debates.check, reading.check, dates.check, phrases.check, hygiene.check,
    safety.check,
)
