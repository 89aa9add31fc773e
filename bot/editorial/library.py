"""All files of a content folder, indexed for the checks."""
from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from bot.editorial import models
from bot.editorial.files import ContentFile, read_folder
from bot.editorial.nodes import Loc
from bot.editorial.words import Text


@dataclass(frozen=True)
class Placed:
    """Something with an id or slug, and where it stands."""

    file: ContentFile
    loc: Loc
    shape: Any


@dataclass(frozen=True)
class PlacedClaim(Placed):
    """A claim; ``subjects[0]`` is the file that it stands in."""

    @property
    def subjects(self) -> tuple[str, ...]:
        return (self.file.slug, *map(str, self.shape.also_about))


@dataclass(frozen=True)
class Cell:
    """The claims of one subject or area and one question kind, in file order."""

    slug: str
    kind: str
    claims: tuple[PlacedClaim, ...]


def walk(value: Any, loc: Loc = ()) -> Iterator[tuple[Loc, Text]]:
    """Every text of a shape, mapping keys included, with its path."""
    if isinstance(value, Text):
        yield loc, value
    elif isinstance(value, models.Shape):
        for name in value.__fields_set__:
            yield from walk(getattr(value, name), loc + (name,))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from walk(key, loc + (str(key),))
            yield from walk(item, loc + (str(key),))
    elif isinstance(value, list):
        for number, item in enumerate(value):
            yield from walk(item, loc + (number,))


@dataclass
class Library:
    """The files, and what the checks look up in them."""

    files: list[ContentFile] = field(default_factory=list)

    @classmethod
    def read(cls, folder: Path) -> Library:
        return cls(read_folder(folder))

    def of(self, model: type) -> Iterator[ContentFile]:
        """Files of a model whose shape could be read."""
        return (file for file in self.files if file.model is model and file.shape is not None)

    @cached_property
    def hidden(self) -> frozenset[str]:
        """Words of files that could not be read whole, and ids that stand for two things. A conclusion about an id
        among them would be a guess, so the checks that look across files withhold it until that is mended."""
        words = _twice(self.all_claims) | _twice(self.all_sources)
        for claim in self.all_claims:
            if self.misspelt(claim):
                words.update(claim.subjects, claim.shape.areas)
        for file in self.files:
            if file.faulty:
                words |= file.words() | {file.slug}
        return frozenset(words)

    @cached_property
    def vocabularies(self) -> dict[str, list[str]]:
        """Key of taxonomy.yml -> its slugs. Empty when the taxonomy cannot be read."""
        for file in self.of(models.Taxonomy):
            taxonomy = file.shape
            return {
                "question_kinds": list(taxonomy.question_kinds),
                "face_areas": list(taxonomy.face_areas),
                "subjects": [slug for slugs in taxonomy.subjects.values() for slug in slugs],
                "families": list(taxonomy.subjects),
                "stances": list(taxonomy.stances),
                "evidence_levels": list(taxonomy.evidence_levels),
                "source_kinds": list(taxonomy.source_kinds),
                "conditions": list(taxonomy.conditions),
            }
        return {}

    @cached_property
    def families(self) -> dict[str, str]:
        """Subject slug -> its family in the taxonomy."""
        return {slug: family for file in self.of(models.Taxonomy)
                for family, slugs in file.shape.subjects.items() for slug in slugs}

    @cached_property
    def subjects(self) -> dict[str, ContentFile]:
        return {file.slug: file for file in self.of(models.Subject)}

    @cached_property
    def areas(self) -> dict[str, ContentFile]:
        return {file.slug: file for file in self.of(models.Area)}

    @cached_property
    def all_claims(self) -> list[PlacedClaim]:
        return [PlacedClaim(file, ("claims", number), claim) for file in self.of(models.Subject)
                for number, claim in enumerate(file.shape.claims)]

    @cached_property
    def claims(self) -> dict[str, PlacedClaim]:
        """Claim id -> claim, without ids that two claims have."""
        twice = _twice(self.all_claims)
        return {claim.shape.id: claim for claim in self.all_claims if claim.shape.id not in twice}

    def _listed(self, model: type, name: str) -> list[Placed]:
        return [Placed(file, (name, number), shape) for file in self.of(model)
                for number, shape in enumerate(getattr(file.shape, name))]

    @cached_property
    def all_sources(self) -> list[Placed]:
        return self._listed(models.Sources, "sources")

    @cached_property
    def sources(self) -> dict[str, models.Source]:
        """Source id -> source, without ids that two sources have."""
        twice = _twice(self.all_sources)
        return {placed.shape.id: placed.shape for placed in self.all_sources if placed.shape.id not in twice}

    def sound(self, claim_id: str) -> bool:
        """Whether a claim is there and can be reasoned about."""
        return claim_id in self.claims and not self.misspelt(self.claims[claim_id])

    def misspelt(self, claim: PlacedClaim) -> bool:
        """Whether a claim names a kind, stance, subject or area that the taxonomy does not have: that is reported
        where it stands, and what would follow from it is not."""
        shape, known = claim.shape, self.vocabularies
        return bool(known) and not (
            shape.kind in known["question_kinds"] and shape.stance in known["stances"]
            and set(shape.also_about).issubset(known["subjects"]) and set(shape.areas).issubset(known["face_areas"]))

    @cached_property
    def conditions(self) -> list[Placed]:
        return self._listed(models.Conditions, "conditions")

    @cached_property
    def referrals(self) -> list[Placed]:
        return self._listed(models.Referrals, "referrals")

    @cached_property
    def terms(self) -> list[Placed]:
        return self._listed(models.Glossary, "terms")

    @cached_property
    def safety_rules(self) -> list[Placed]:
        return self._listed(models.Safety, "rules")

    @cached_property
    def debates(self) -> list[Placed]:
        return self._listed(models.Debates, "debates")

    @cached_property
    def routines(self) -> dict[str, ContentFile]:
        return {file.slug: file for file in self.of(models.Routine)}

    @cached_property
    def subject_cells(self) -> dict[tuple[str, str], Cell]:
        """(subject, kind) -> its claims."""
        return _cells(self.all_claims, lambda claim: claim.subjects)

    @cached_property
    def area_cells(self) -> dict[tuple[str, str], Cell]:
        """(area, kind) -> the claims that touch the area."""
        return _cells(self.all_claims, lambda claim: tuple(claim.shape.areas))


def _twice(found: Sequence[Placed]) -> set[str]:
    return {name for name, count in Counter(str(placed.shape.id) for placed in found).items() if count > 1}


def _cells(claims: list[PlacedClaim], slugs: Any) -> dict[tuple[str, str], Cell]:
    grouped: dict[tuple[str, str], list[PlacedClaim]] = {}
    for claim in claims:
        for slug in dict.fromkeys(slugs(claim)):
            grouped.setdefault((slug, claim.shape.kind), []).append(claim)
    return {key: Cell(*key, tuple(found)) for key, found in grouped.items()}


_SPACES = re.compile(r"[\s\-‐-–]+")


def plain(text: str) -> str:
    """Text for comparison: lower case, hyphens and runs of spaces as one space."""
    return _SPACES.sub(" ", text.casefold()).strip()
