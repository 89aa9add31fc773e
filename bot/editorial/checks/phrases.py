"""What people type names one thing."""
from __future__ import annotations

import datetime
from collections.abc import Iterator

from bot.editorial.faults import WARNING, Fault
from bot.editorial.files import ContentFile
from bot.editorial.library import Library, plain
from bot.editorial.lists import load
from bot.editorial.nodes import Loc

#: An entry: what it is, its slug, where its phrases stand, its name, its phrases.
Entry = tuple[str, str, ContentFile, Loc, str, list[str]]


def check(library: Library, today: datetime.date) -> Iterator[Fault]:
    """Subjects, areas and conditions are recognised side by side, so a phrase may name only one of them. Glossary
    terms and routines are looked up apart: a term may share its word with the subject that it explains."""
    yield from _ambiguous(_recognised(library))
    yield from _ambiguous([("term", p.shape.slug, p.file, p.loc, p.shape.term, p.shape.also_called)
                           for p in library.terms])
    yield from _ambiguous([("routine", slug, file, (), file.shape.title, file.shape.also_called)
                           for slug, file in library.routines.items()])
    common = set(load("common_words")["words"])
    for _, _, file, loc, _, phrases in _recognised(library):
        for number, phrase in enumerate(phrases):
            if plain(phrase) in common:
                yield file.fault(loc + ("also_called", number), "common-word",
                                 f"'{phrase}' is typed about many things.",
                                 "Use a longer phrase, or be sure that it never misfires.", WARNING)


def _recognised(library: Library) -> list[Entry]:
    entries: list[Entry] = [("subject", slug, file, (), file.shape.name, file.shape.also_called)
                            for slug, file in library.subjects.items()]
    entries += [("area", slug, file, (), file.shape.name, file.shape.also_called)
                for slug, file in library.areas.items()]
    entries += [("condition", p.shape.slug, p.file, p.loc, p.shape.name, p.shape.also_called)
                for p in library.conditions]
    return entries


def _ambiguous(entries: list[Entry]) -> Iterator[Fault]:
    owners: dict[str, tuple[str, str]] = {plain(name): (what, slug) for what, slug, _, _, name, _ in entries}
    for what, slug, file, loc, _, phrases in entries:
        seen = set()
        for number, phrase in enumerate(phrases):
            word = plain(phrase)
            owner = owners.setdefault(word, (what, slug))
            if owner != (what, slug):
                yield file.fault(loc + ("also_called", number), "ambiguous-phrase", f"'{phrase}' also names the "
                                 f"{owner[0]} '{owner[1]}'.", "Keep it where most people mean it.")
            elif phrase.casefold() in seen:
                yield file.fault(loc + ("also_called", number), "repeated-phrase", f"'{phrase}' stands in this list "
                                 "twice.", "Keep one of them.")
            seen.add(phrase.casefold())
