"""Nothing unfinished, unverified, private or marked up reaches a visitor."""
from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from bot.editorial.faults import Fault
from bot.editorial.library import Library, walk
from bot.editorial.words import Note, Reference, Text, Vocabulary, Word

_UNVERIFIED = re.compile(r"(verified:\s*memory|\bfrom memory|\(memory\)|\bunverified claim|citation needed)", re.I)
_UNFINISHED = re.compile(r"(\b(TODO|FIXME|TBC|TBD|XXX)\b|\blorem ipsum\b|…\s*\Z|\.\.\.\s*\Z|<[A-Z_ ]+>)")
_MARKUP = (
    (re.compile(r"</?[A-Za-z][^>]*>|<!--|&(?:[a-z]+|#\d+);"), "HTML"),
    (re.compile(r"\*\*|__|`|!?\[[^\]]*\]\([^)]*\)|^\s*(?:#{1,6}|[-*+]|\d+\.|>)\s", re.M), "Markdown"),
)
_ADDRESS = re.compile(r"\b(?:https?://|www\.)\S+", re.I)
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.]+")
_PHONE = re.compile(r"(?<![\w/.])\+?\(?\d[\d\s().-]{7,}\d(?!\w)")
_LINKS = {"url", "doi"}  # keys whose text is an address


def check(library: Library, today: datetime.date) -> Iterator[Fault]:
    for file in library.files:
        if file.shape is None:
            continue
        for loc, text in walk(file.shape):
            if isinstance(text, (Note, Reference, Vocabulary, Word)) or loc[-1] in _LINKS:
                continue
            for code, cause, remedy in _problems(text):
                yield file.fault(loc, code, cause, remedy)


def _problems(text: Text) -> Iterator[tuple]:
    if match := _UNVERIFIED.search(text):
        yield "unverified", f"The text is marked '{match.group(0)}'.", "Find a source that says it, or leave it out."
    if match := _UNFINISHED.search(text):
        yield "unfinished", f"The text holds '{match.group(0).strip()}'.", "Finish it, or leave it out."
    for pattern, name in _MARKUP:
        if match := pattern.search(text):
            yield "markup", f"The text holds {name} ('{match.group(0).strip()}').", "Write plain text."
            break
    if match := _ADDRESS.search(text):
        yield "address-in-text", f"The text holds the address {match.group(0)}.", "Put it in sources.yml and cite it."
    if match := _EMAIL.search(text):
        yield "personal-data", "The text holds an e-mail address.", "Take it out."
    elif (match := _PHONE.search(text)) and sum(ch.isdigit() for ch in match.group(0)) >= 9:
        yield "personal-data", "The text holds what looks like a phone number.", "Take it out."
