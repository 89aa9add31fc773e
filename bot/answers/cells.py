"""Finds the cell of the store that answers a question, and says when it is broader than what was asked."""
from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bot.answers.index import ReleaseIndex
from bot.answers.select import WHOLE_FACE, touching
from bot.model import Claim, Question, Subject

METHODS: tuple[str, ...] = ("exercise", "massage", "skincare", "lifestyle", "procedures")
CAUSES: tuple[str, ...] = ("causes", "lifestyle")
#: Which families a question is mainly about when it names several subjects: "does gua sha help jowls" is about
#: gua sha, "did smoking give me jowls" about smoking. Kinds that are not here ask about methods first.
MAIN_FAMILIES = {
    "cause": (CAUSES, ("signs",), METHODS),
    "prevention": (("signs",), METHODS, CAUSES),
    "definition": (),
}
MAIN_ELSE = (METHODS, ("people_and_proof",), ("causes",), ("signs",))
#: What helps an area or a sign is also what was tested on it: "what helps a saggy neck" asks for both.
BROADER_KINDS = {"how_to": ("how_to", "effectiveness")}
SIGNS = "signs"


@dataclass(frozen=True)
class Cell:
    """The place and claims that answer a question. ``fit`` says how close: exact, subject, parent or area."""

    slug: str
    kind: str
    claims: tuple[Claim, ...]
    fit: str


def main_subjects(subjects: tuple[str, ...], kind: str, index: ReleaseIndex) -> list[str]:
    """The known subjects that a question is mainly about, in the order named.

    The others only say where or why: "does Botox help wrinkles" must not be answered with what else helps
    wrinkles when nothing is known about Botox.
    """
    known = [slug for slug in dict.fromkeys(subjects) if slug in index.subjects]
    for families in MAIN_FAMILIES.get(kind, MAIN_ELSE):
        found = [slug for slug in known if index.subjects[slug].family in families]
        if found:
            return found
    return known


def _subject_cell(subject: Subject, question: Question, kind: str, index: ReleaseIndex) -> Cell | None:
    kinds = BROADER_KINDS.get(kind, (kind,)) if subject.family == SIGNS else (kind,)
    claims = tuple(claim for each in kinds for claim in index.about_subject(subject.slug, each))
    headline = index.headline(subject.slug, kind)
    if not claims or not headline:
        return None
    near = {claim.id for claim in touching(claims, question.areas)}
    if not near:
        return Cell(subject.slug, kind, claims, "subject")
    near.update(headline.claims)  # what carries the bottom line stays, or it could not be checked
    return Cell(subject.slug, kind, tuple(claim for claim in claims if claim.id in near), "exact")


def _area_cell(area: str, kind: str, index: ReleaseIndex) -> Cell | None:
    if not index.headline(area, kind):
        return None
    kinds = BROADER_KINDS.get(kind, (kind,))
    claims = [claim for each in kinds for claim in index.about_area(area, each)]
    if not claims and area != WHOLE_FACE:
        claims = [claim for each in kinds for claim in index.about_area(WHOLE_FACE, each)]
    return Cell(area, kind, tuple(claims), "exact") if claims else None


def candidates(question: Question, index: ReleaseIndex) -> Iterator[Cell]:
    """The cells that could answer, closest first.

    With subjects: each subject, then its parents, then the areas as an overview. Without: the areas, and
    the whole face when none is named. A subject that the store knows nothing about never turns into the
    whole face: that would answer another question.
    """
    kind = question.kind
    if kind is None:
        return
    subjects = main_subjects(question.subjects, kind, index)
    for slug in subjects:
        cell = _subject_cell(index.subjects[slug], question, kind, index)
        if cell:
            yield cell
    for slug in subjects:
        parent = index.subjects[slug].parent
        while parent:
            cell = _subject_cell(index.subjects[parent], question, kind, index)
            if cell:
                yield Cell(cell.slug, cell.kind, cell.claims, "parent")
            parent = index.subjects[parent].parent
    fit = "area" if question.subjects else "exact"
    areas = question.areas or (() if question.subjects or question.terms else (WHOLE_FACE,))
    for area in areas:
        cell = _area_cell(area, kind, index)
        if cell:
            yield Cell(cell.slug, cell.kind, cell.claims, fit)
    if question.areas and not question.subjects and WHOLE_FACE not in question.areas:
        cell = _area_cell(WHOLE_FACE, kind, index)
        if cell:
            yield Cell(cell.slug, cell.kind, cell.claims, "whole_face")


def find_cell(question: Question, index: ReleaseIndex) -> Cell | None:
    """The closest cell, or None when the store has nothing for this question."""
    return next(candidates(question, index), None)
