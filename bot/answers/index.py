"""Looks things up in one release: built once, read by every answer."""
from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from bot.model import Area, Claim, Debate, Headline, NoneFound, Release, Source, Subject

Cell = tuple[str, str]  # (subject or area slug, kind)
Place = Subject | Area


class ReleaseIndex:
    """The records of one release by the keys that answers ask for.

    Everything returned keeps the order of the release, so that the same question on the same release
    gives the same answer.
    """

    def __init__(self, release: Release) -> None:
        content = release.content
        self.release = release
        self.number = release.info.number
        self.phrases: Mapping[str, str] = {phrase.name: phrase.text for phrase in content.phrases}
        self.subjects: dict[str, Subject] = {subject.slug: subject for subject in content.subjects}
        self.areas: dict[str, Area] = {area.slug: area for area in content.areas}
        self.claims: dict[str, Claim] = {claim.id: claim for claim in content.claims}
        self.sources: dict[str, Source] = {source.id: source for source in content.sources}
        self.conditions = {condition.slug: condition for condition in content.conditions}
        self.referrals = content.referrals
        self.glossary = {term.slug: term for term in content.glossary}
        self.routines = {routine.slug: routine for routine in content.routines}
        self.cautions = content.cautions
        self.safety_levels = {rule.id: rule.level for rule in content.safety_levels}
        self._by_subject: dict[Cell, list[Claim]] = defaultdict(list)
        self._by_area: dict[Cell, list[Claim]] = defaultdict(list)
        self._by_condition: dict[str, list[Claim]] = defaultdict(list)
        for claim in content.claims:
            for slug in claim.subjects:
                self._by_subject[slug, claim.kind].append(claim)
            for slug in claim.areas:
                self._by_area[slug, claim.kind].append(claim)
            for slug in claim.conditions:
                self._by_condition[slug].append(claim)
        self._debates = content.debates

    def place(self, slug: str) -> Place | None:
        """The subject or area of that slug, or None."""
        return self.subjects.get(slug) or self.areas.get(slug)

    def parents(self, slug: str) -> tuple[str, ...]:
        """The broader subjects of a subject, the nearest first."""
        found: list[str] = []
        while (parent := self.subjects[found[-1] if found else slug].parent) and parent not in found:
            found.append(parent)
        return tuple(found)

    def headline(self, slug: str, kind: str) -> Headline | None:
        """The headline of a cell, or None where the editors wrote none."""
        place = self.place(slug)
        return next((line for line in place.headlines if line.kind == kind), None) if place else None

    def none_found(self, slug: str, kind: str) -> tuple[NoneFound, ...]:
        """The written "none found" sides of a cell."""
        place = self.place(slug)
        return tuple(side for side in place.none_found if side.kind == kind) if place else ()

    def about_subject(self, slug: str, kind: str) -> tuple[Claim, ...]:
        """The claims of a subject of one kind."""
        return tuple(self._by_subject.get((slug, kind), ()))

    def about_area(self, slug: str, kind: str) -> tuple[Claim, ...]:
        """The claims that touch an area, of one kind."""
        return tuple(self._by_area.get((slug, kind), ()))

    def about_condition(self, slug: str) -> tuple[Claim, ...]:
        """The claims that concern visitors with a condition, of every kind."""
        return tuple(self._by_condition.get(slug, ()))

    def debate(self, kind: str, subject: str | None, areas: tuple[str, ...]) -> Debate | None:
        """The recorded disagreement about a cell, the one about the asked area first."""
        fitting = [
            debate for debate in self._debates
            if debate.kind == kind and (subject in debate.subjects if subject else set(areas) & set(debate.areas))
        ]
        return min(fitting, key=lambda debate: not set(areas) & set(debate.areas), default=None)

    def kinds_of(self, slug: str) -> tuple[str, ...]:
        """The question kinds for which a subject or area has a headline, in the editors' order."""
        place = self.place(slug)
        return tuple(line.kind for line in place.headlines) if place else ()
