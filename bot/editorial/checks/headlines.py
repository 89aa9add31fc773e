"""A headline says no more than its claims carry."""
from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from bot.editorial import models
from bot.editorial.faults import Fault
from bot.editorial.files import ContentFile
from bot.editorial.library import Library, PlacedClaim
from bot.model import EVIDENCE_LEVELS

_NUMBER = re.compile(r"(?<![\w.])\d+(?:,\d{3})*(?:\.\d+)?")
#: Spelled numbers from three on; "one" and "two" are too often not figures ("one study", "two sides").
_SPELLED: dict[str, float] = {word: number for number, word in enumerate(
    ["three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"], start=3)}
_SPELLED.update({"fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "hundred": 100})
_COUNTED = "(?:studies|trials|reviews|sources|articles|reports|experts|doctors)"
_SPELLED_WORD = re.compile(r"\b(" + "|".join(_SPELLED) + r")\b", re.I)


def check(library: Library, today: datetime.date) -> Iterator[Fault]:
    for model in (models.Subject, models.Area):
        for file in library.of(model):
            for kind, headline in file.shape.headlines.items():
                claims = [library.claims[claim] for claim in headline.claims if library.sound(claim)]
                yield from _belongs(file, kind, headline, claims)
                if len(claims) == len(headline.claims):
                    yield from _strength(file, kind, headline, claims)
                    yield from _numbers(file, kind, headline, claims)


def _kinds_for(file: ContentFile, kind: str) -> tuple[str, ...]:
    """What helps an area or a sign is what was tested on it: its how_to also rests on effectiveness claims."""
    broad = file.model is models.Area or file.family == "signs"
    return ("how_to", "effectiveness") if broad and kind == "how_to" else (kind,)


def _belongs(file: ContentFile, kind: str, headline: models.Headline, claims: list[PlacedClaim]) -> Iterator[Fault]:
    for claim in claims:
        loc = ("headlines", kind, "claims", headline.claims.index(claim.shape.id))
        if claim.shape.kind not in _kinds_for(file, kind):
            yield file.fault(loc, "headline-kind", f"headline for '{kind}' rests on '{claim.shape.id}', which is about "
                             f"'{claim.shape.kind}'.", f"Take a claim of kind {kind}.")
        if file.model is models.Subject and file.slug not in claim.subjects:
            yield file.fault(loc, "headline-subject", f"headline for '{kind}' rests on '{claim.shape.id}', which is "
                             f"not about '{file.slug}'.",
                             f"Add {file.slug} to that claim's also_about, or take another.")
        if file.model is models.Area and not {file.slug, "whole_face"}.intersection(claim.shape.areas):
            yield file.fault(loc, "headline-area", f"headline for '{kind}' rests on '{claim.shape.id}', which does not "
                             f"touch '{file.slug}'.", "Take a claim about this area, or about the whole face.")


def _strength(file: ContentFile, kind: str, headline: models.Headline, claims: list[PlacedClaim]) -> Iterator[Fault]:
    levels = [claim.shape.evidence for claim in claims]
    if headline.evidence not in EVIDENCE_LEVELS or not set(levels).issubset(EVIDENCE_LEVELS):
        return
    strongest = min(levels, key=EVIDENCE_LEVELS.index)
    if EVIDENCE_LEVELS.index(headline.evidence) < EVIDENCE_LEVELS.index(strongest):
        yield file.fault(("headlines", kind, "evidence"), "headline-stronger", f"headline for '{kind}' is "
                         f"'{headline.evidence}' but its strongest claim is '{strongest}'.",
                         f"Set evidence: {strongest} and soften the verb.")


def _numbers(file: ContentFile, kind: str, headline: models.Headline, claims: list[PlacedClaim]) -> Iterator[Fault]:
    missing = not_carried(headline.text, claims)
    if missing:
        yield file.fault(("headlines", kind, "text"), "headline-number", f"headline for '{kind}' says "
                         f"{', '.join(missing)}, which none of its claims says.",
                         "Add the claim that holds the figure, or leave the figure out.")


def numbers(text: str) -> dict[str, float]:
    """The figures of a text as written -> their value."""
    found = {match: float(match.replace(",", "")) for match in _NUMBER.findall(text)}
    found.update({match: _SPELLED[match.lower()] for match in _SPELLED_WORD.findall(text)})
    return found


def not_carried(text: str, claims: list[PlacedClaim]) -> list[str]:
    """The figures of ``text`` that no claim says. How many claims or sources there are may be said ("three small
    studies")."""
    known = {number for claim in claims for number in _figures(claim)}
    counts = {len(claims), len({source for claim in claims for source in claim.shape.sources})}
    return [word for word, number in numbers(text).items() if number not in known
            and not (number in counts and re.search(rf"\b{word}(?:\s+\w+){{0,2}}\s+{_COUNTED}\b", text, re.I))]


def _figures(claim: PlacedClaim) -> Iterator[float]:
    shape = claim.shape
    said = [shape.text, shape.caveat, *map(str, shape.figures.values())]
    if shape.study:
        said += [shape.study.duration, str(shape.study.participants or "")]
    yield from numbers(" ; ".join(said)).values()
