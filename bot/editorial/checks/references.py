"""Ids: none twice, none dangling, no source that nobody cites."""
from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator

from bot.editorial.faults import Fault, did_you_mean
from bot.editorial.files import ContentFile
from bot.editorial.library import Library, Placed, plain, walk
from bot.editorial.words import Reference

_HOMES = {"source": "sources.yml", "claim": "any subject file", "routine": "routines/", "condition": "conditions.yml"}


def check(library: Library, today: datetime.date) -> Iterator[Fault]:
    known = {
        "source": set(library.sources), "claim": set(library.claims), "routine": set(library.routines),
        "condition": {placed.shape.slug for placed in library.conditions},
    }
    cited: set[str] = set()
    for file in library.files:
        for loc, word in references(file):
            if word.of == "source":
                cited.add(word)
            if word not in known[word.of] and word not in library.hidden:
                yield file.fault(loc, f"unknown-{word.of}", f"There is no {word.of} '{word}' in {_HOMES[word.of]}.",
                                 did_you_mean(word, known[word.of], "Add it, or take this mention out."))
    for placed in library.all_sources:
        if placed.shape.id not in cited | library.hidden:
            yield placed.file.fault(placed.loc + ("id",), "uncited-source", f"Nobody cites '{placed.shape.id}'.",
                                    "Cite it where it belongs, or delete it.")
    yield from _twice(library)
    yield from _same_text(library)
    yield from _parents(library)
    yield from _routine_slugs(library)


def references(file: ContentFile) -> Iterator[tuple[tuple[object, ...], Reference]]:
    """Every id that a file mentions and does not define, with its path."""
    if file.shape is not None:
        yield from ((loc, word) for loc, word in walk(file.shape) if isinstance(word, Reference))


def _twice(library: Library) -> Iterator[Fault]:
    groups: tuple[tuple[str, str, Iterable[Placed]], ...] = (
        ("claim", "id", library.all_claims), ("source", "id", library.all_sources),
        ("referral", "id", library.referrals), ("debate", "id", library.debates),
        ("condition", "slug", library.conditions), ("term", "slug", library.terms),
        ("safety rule", "id", library.safety_rules),
    )
    for name, key, placed_list in groups:
        first: dict[str, Placed] = {}
        for placed in placed_list:
            word = getattr(placed.shape, key)
            if word in first:
                yield placed.file.fault(placed.loc + (key,), "duplicate-id", f"The {name} '{word}' stands in "
                                        f"{_address(first[word])} already.", "Give this one another id.")
            first.setdefault(word, placed)


def _address(placed: Placed) -> str:
    return f"{'/'.join(placed.file.parts)}:{placed.file.place(placed.loc)[0]}"


def _same_text(library: Library) -> Iterator[Fault]:
    first: dict[str, Placed] = {}
    for claim in library.all_claims:
        text = plain(claim.shape.text)
        if text in first and first[text].shape.id != claim.shape.id:
            yield claim.file.fault(claim.loc + ("text",), "duplicate-text", f"{_address(first[text])} has the same "
                                   "text.", "Keep one claim and list this subject in its also_about.")
        first.setdefault(text, claim)


def _parents(library: Library) -> Iterator[Fault]:
    for slug, file in library.subjects.items():
        chain: list[str] = [slug]
        parent = file.shape.parent
        while parent in library.subjects and parent not in chain:
            chain.append(parent)
            parent = library.subjects[parent].shape.parent
        if parent == slug:
            yield file.fault(("parent",), "parent-loop", f"'{slug}' is its own parent: "
                             f"{' → '.join(chain + [slug])}.", "Leave parent out of the broadest one.")


def _routine_slugs(library: Library) -> Iterator[Fault]:
    for slug, file in library.routines.items():
        if file.shape.slug not in (None, slug):
            yield file.fault(("slug",), "routine-slug", f"slug '{file.shape.slug}' is not the file's name.",
                             f"Leave slug out, or rename the file to {file.shape.slug}.yml.")
