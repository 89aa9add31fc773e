"""Which claims an answer shows, and in which order."""
from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from bot.answers.index import ReleaseIndex
from bot.model import EVIDENCE_LEVELS, MIXED, NEUTRAL, OPPOSES, SUPPORTS, Claim, NumberedSource, Point, Question, Source

POINTS_A_SIDE = 3
WHOLE_FACE = "whole_face"

#: The order in which an answer shows its sides.
SIDES: tuple[str, ...] = (SUPPORTS, OPPOSES, MIXED, NEUTRAL)


def is_commercial(claim: Claim, sources: Mapping[str, Source]) -> bool:
    """Whether nobody independent stands behind a claim: every one of its sources has something to sell."""
    return all(sources[source].commercial_interest for source in claim.sources)


def by_strength(claim: Claim, index: ReleaseIndex) -> tuple[int, bool, str]:
    """The order in which a side is shown: strongest first, independent before commercial, then by id."""
    return EVIDENCE_LEVELS.index(claim.evidence), is_commercial(claim, index.sources), claim.id


def choose(
    claims: Iterable[Claim], question: Question, carrying: Sequence[str], index: ReleaseIndex,
) -> list[Claim]:
    """Orders claims by how well they fit the question, and by strength among equals.

    The claims that carry the headline come first: a bottom line whose reasons are hidden behind "more
    evidence" could not be checked.
    """
    asked = set(question.subjects)

    def key(claim: Claim) -> tuple[bool, bool, bool, int, tuple[int, bool, str]]:
        return (
            bool(question.conditions) and not set(claim.conditions) & set(question.conditions),
            claim.id not in carrying,
            bool(question.areas) and not set(claim.areas) & set(question.areas),
            -len(asked & set(claim.subjects)),
            by_strength(claim, index),
        )

    return sorted(claims, key=key)


def touching(claims: Sequence[Claim], areas: tuple[str, ...]) -> list[Claim]:
    """The claims that speak of one of the areas or of the whole face; all claims when no area is asked for."""
    if not areas:
        return list(claims)
    return [claim for claim in claims if set(claim.areas) & (set(areas) | {WHOLE_FACE})]


def by_side(claims: Iterable[Claim]) -> Mapping[str, list[Claim]]:
    """Claims grouped by stance, every stance present, in the order of ``SIDES``."""
    sides: Mapping[str, list[Claim]] = {side: [] for side in SIDES}
    for claim in claims:
        sides[claim.stance].append(claim)
    return sides


def page_of(claims: Sequence[Claim], page: int, index: ReleaseIndex) -> tuple[list[Claim], int]:
    """The claims of one page, at most three a side, strongest first, and how many are left after it."""
    shown: list[Claim] = []
    left = 0
    start = page * POINTS_A_SIDE
    for side in by_side(claims).values():
        shown += sorted(side[start:start + POINTS_A_SIDE], key=lambda claim: by_strength(claim, index))
        left += max(0, len(side) - start - POINTS_A_SIDE)
    return shown, left


def as_point(claim: Claim) -> Point:
    """A claim as an answer shows it."""
    return Point(
        id=claim.id, stance=claim.stance, evidence=claim.evidence, text=claim.text, caveat=claim.caveat,
        sources=claim.sources, study=claim.study, article=claim.article,
    )


def numbered(source_ids: Iterable[str], index: ReleaseIndex) -> tuple[NumberedSource, ...]:
    """Sources in the order of their first mention, numbered from 1."""
    return tuple(
        NumberedSource(n, index.sources[source]) for n, source in enumerate(dict.fromkeys(source_ids), start=1)
    )
