"""Where there are claims there is a headline."""
from __future__ import annotations

import datetime
from collections.abc import Iterator

from bot.editorial.faults import Fault
from bot.editorial.library import Library

WHOLE_FACE = "whole_face"


def check(library: Library, today: datetime.date) -> Iterator[Fault]:
    yield from _subjects(library)
    yield from _whole_face(library)
    yield from _areas(library)


def _subjects(library: Library) -> Iterator[Fault]:
    for (slug, kind), cell in library.subject_cells.items():
        file = library.subjects.get(slug)
        if file is None or slug in library.hidden or kind in file.shape.headlines:
            continue
        first = cell.claims[0].shape.id
        yield file.fault(("headlines",), "no-headline", f"There is no headline for '{kind}', and there are claims "
                         f"about it ('{first}'{f' and {len(cell.claims) - 1} more' if cell.claims[1:] else ''}).",
                         f"Add headlines → {kind}.")
    for slug, file in library.subjects.items():
        for kind in file.shape.headlines:
            if (slug, kind) not in library.subject_cells and slug not in library.hidden:
                yield file.fault(("headlines", kind), "headline-without-claims", f"There is a headline for '{kind}' "
                                 f"and no claim of that kind about '{slug}'.", "Add the claim, or take it out.")


def _whole_face(library: Library) -> Iterator[Fault]:
    file = library.areas.get(WHOLE_FACE)
    if file is None or WHOLE_FACE in library.hidden:
        return
    for kind in sorted({claim.shape.kind for claim in library.all_claims}):
        if kind in library.vocabularies.get("question_kinds", ()) and kind not in file.shape.headlines:
            yield file.fault(("headlines",), "no-headline", f"There is no headline for '{kind}'; whole_face answers "
                             "questions that name neither subject nor area.", f"Add headlines → {kind}.")


def _areas(library: Library) -> Iterator[Fault]:
    """An area's headline rests on more than claims about the whole face, where the area has claims of its own."""
    for slug, file in library.areas.items():
        for kind, headline in file.shape.headlines.items():
            cell = library.area_cells.get((slug, kind))
            if slug == WHOLE_FACE or cell is None or not all(claim in library.claims for claim in headline.claims):
                continue
            if not any(slug in library.claims[claim].shape.areas for claim in headline.claims):
                yield file.fault(("headlines", kind, "claims"), "whole-face-only", f"headline for '{kind}' rests on "
                                 f"claims about the whole face only, and there are claims about '{slug}' "
                                 f"('{cell.claims[0].shape.id}').", "Lead with a claim about this area.")
