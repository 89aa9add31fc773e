"""Which routine a message names."""
from __future__ import annotations

import re

from bot.answers.index import ReleaseIndex

_NOT_WORDS = re.compile(r"[^a-z0-9]+")


def named_routine(text: str, index: ReleaseIndex) -> str | None:
    """The slug of the routine whose title or other name stands in the words, the longest name first; None for none."""
    plain = f" {_NOT_WORDS.sub(' ', text.casefold()).strip()} "
    names = [(name, slug) for slug, routine in index.routines.items()
             for name in (routine.title, *routine.also_called)]
    found = [(len(name), slug) for name, slug in names
             if f" {_NOT_WORDS.sub(' ', name.casefold()).strip()} " in plain]
    return max(found)[1] if found else None
