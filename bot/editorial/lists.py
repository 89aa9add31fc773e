"""The word and host lists that the checks read, each loaded once on first use."""
from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from re import Pattern
from typing import Any

from bot.editorial import nodes

_HERE = Path(__file__).parent


@cache
def load(name: str) -> dict[str, Any]:
    """The list file ``name`` (without .yml) of this package."""
    text = (_HERE / f"{name}.yml").read_text(encoding="utf-8")
    data: dict[str, Any] = nodes.build(nodes.compose(text)).data
    return data


def any_word(words: Iterable[str]) -> Pattern[str]:
    """A pattern that finds any of the words or phrases, whole, in any case, with any run of spaces between."""
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    alternatives = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in ordered)
    return re.compile(rf"(?<!\w)(?:{alternatives})(?!\w)", re.IGNORECASE)
