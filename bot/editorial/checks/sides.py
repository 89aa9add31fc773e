"""Both sides are shown, or a written "none found" says which one is missing."""
from __future__ import annotations

import datetime
from collections.abc import Iterator

from bot.editorial.faults import Fault
from bot.editorial.files import ContentFile
from bot.editorial.library import Cell, Library
from bot.model import MIXED, OPPOSES, SUPPORTS, TWO_SIDED_KINDS


def check(library: Library, today: datetime.date) -> Iterator[Fault]:
    for slug, file in library.subjects.items():
        yield from _file(library, slug, file, library.subject_cells, TWO_SIDED_KINDS)
    for slug, file in library.areas.items():
        yield from _file(library, slug, file, library.area_cells, TWO_SIDED_KINDS.intersection(file.shape.headlines))


def _file(library: Library, slug: str, file: ContentFile, cells: dict[tuple[str, str], Cell],
          kinds: frozenset[str]) -> Iterator[Fault]:
    if slug in library.hidden:
        return
    for kind in sorted(kinds):
        cell = cells.get((slug, kind))
        written = {none.side for none in file.shape.none_found if none.kind == kind}
        headline = file.shape.headlines.get(kind)
        if cell is not None and (headline is None or all(map(library.sound, headline.claims))):
            yield from _one_sided(file, cell, written)
    for number, none in enumerate(file.shape.none_found):
        yield from _needless(file, number, cells.get((slug, none.kind)))


def sides(cell: Cell) -> set[str]:
    """The sides that a cell's claims show; a mixed claim shows both."""
    stances = {claim.shape.stance for claim in cell.claims}
    return {SUPPORTS, OPPOSES} if MIXED in stances else stances & {SUPPORTS, OPPOSES}


def _one_sided(file: ContentFile, cell: Cell, written: set[str]) -> Iterator[Fault]:
    shown = sides(cell)
    missing = {SUPPORTS, OPPOSES} - shown - written
    if not missing or (not shown and written):
        return
    side = OPPOSES if OPPOSES in missing else SUPPORTS
    what = f"show only the side '{next(iter(shown))}'" if shown else "take neither side"
    yield file.fault(("headlines", cell.kind), "one-sided", f"The claims for '{cell.kind}' {what}.",
                     f"Add a claim of the other side, or none_found: - {{kind: {cell.kind}, side: {side}, "
                     "text: \"We found no …\", as_of: …}.")


def _needless(file: ContentFile, number: int, cell: Cell | None) -> Iterator[Fault]:
    none = file.shape.none_found[number]
    loc = ("none_found", number)
    if none.kind not in TWO_SIDED_KINDS:
        yield file.fault(loc, "none-found-kind", f"none_found is for {', '.join(sorted(TWO_SIDED_KINDS))}, not for "
                         f"'{none.kind}'.", "Take it out.")
    elif cell is None:
        yield file.fault(loc, "none-found-needless", f"none_found for '{none.kind}', and there is no claim of that "
                         "kind.", "Take it out, or add the claim.")
    elif none.side in {claim.shape.stance for claim in cell.claims}:
        claim = next(claim for claim in cell.claims if claim.shape.stance == none.side)
        yield file.fault(loc, "none-found-needless", f"none_found says that nothing {none.side}, and "
                         f"'{claim.shape.id}' does.", "Take it out.")
