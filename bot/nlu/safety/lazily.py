"""Patterns compiled when they are first looked for: all together take two seconds, and a message needs few."""
from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from re import Match, Pattern


class Lazily:
    """Stands for ``re.compile(pattern)``, with the methods that the rules use."""

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern

    @cached_property
    def _compiled(self) -> Pattern[str]:
        return re.compile(self.pattern)

    def finditer(self, text: str) -> Iterator[Match[str]]:
        """See ``re.Pattern``."""
        return self._compiled.finditer(text)

    def search(self, text: str) -> Match[str] | None:
        """See ``re.Pattern``."""
        return self._compiled.search(text)

    def match(self, text: str) -> Match[str] | None:
        """See ``re.Pattern``."""
        return self._compiled.match(text)
