"""A debate has two sides, and each side's claims take it."""
from __future__ import annotations

import datetime
from collections.abc import Iterator

from bot.editorial.faults import Fault
from bot.editorial.library import Library, Placed
from bot.model import MIXED, OPPOSES, SUPPORTS


def check(library: Library, today: datetime.date) -> Iterator[Fault]:
    for debate in library.debates:
        shape = debate.shape
        for claim in shape.supports:
            if claim in shape.opposes:
                yield debate.file.fault(debate.loc + ("opposes", shape.opposes.index(claim)), "debate-side",
                                        f"'{claim}' stands on both sides of '{shape.id}'.", "Keep it on one side.")
        yield from _side(library, debate, SUPPORTS)
        yield from _side(library, debate, OPPOSES)


def _side(library: Library, debate: Placed, side: str) -> Iterator[Fault]:
    """A side needs a claim of its stance, or a mixed one; a real risk also speaks against a method."""
    ids = getattr(debate.shape, side)
    claims = [library.claims[claim].shape for claim in ids if claim in library.claims]
    if len(claims) < len(ids):
        return
    for claim in claims:
        if claim.stance in (side, MIXED) or (side == OPPOSES and claim.kind == "risk" and claim.stance == SUPPORTS):
            return
    yield debate.file.fault(debate.loc + (side,), "debate-side", f"No claim under '{side}' of '{debate.shape.id}' has "
                            f"the stance '{side}' or 'mixed'.", "Add one that has, or move the claims.")
