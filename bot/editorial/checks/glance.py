"""Comparison cells rest on claims about their subject and say no figure of their own."""
from __future__ import annotations

import datetime
from collections.abc import Iterator

from bot.editorial.checks.headlines import not_carried
from bot.editorial.faults import Fault
from bot.editorial.library import Library


def check(library: Library, today: datetime.date) -> Iterator[Fault]:
    for slug, file in library.subjects.items():
        for row, cell in file.shape.glance:
            if cell is None:
                continue
            claims = [library.claims[claim] for claim in cell.claims if claim in library.claims]
            for claim in claims:
                if slug not in claim.subjects:
                    yield file.fault(("glance", row, "claims", cell.claims.index(claim.shape.id)), "glance-subject",
                                     f"glance cell '{row}' rests on '{claim.shape.id}', which is not about '{slug}'.",
                                     f"Add {slug} to that claim's also_about, or take another.")
            missing = not_carried(cell.text, claims)
            if missing and len(claims) == len(cell.claims):
                yield file.fault(("glance", row, "text"), "glance-number", f"glance cell '{row}' says "
                                 f"{', '.join(missing)}, which none of its claims says.",
                                 "Add the claim that holds the figure, or leave the figure out.")
