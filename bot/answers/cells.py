"""Finds the cell of the store that answers a question, and says when it is broader than what was asked."""
from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bot.answers.index import ReleaseIndex
from bot.answers.select import WHOLE_FACE, touching
from bot.model import Claim, Question, Subject

METHODS: tuple[str, ...] = ("exercise", "massage", "skincare", "lifestyle", "procedures")
CAUSES: tuple[str, ...] = ("causes", "lifestyle")
#: Which families a question is mainly about when it names several subjects: "does gua sha help jowls" is about
#: gua sha, "did smoking give me jowls" about smoking. Kinds that are not here ask about methods first.
MAIN_FAMILIES = {
    "cause": (CAUSES, ("signs",), METHODS),
    "prevention": (METHODS, ("signs",), CAUSES),
    "definition": (),
}
MAIN_ELSE = (METHODS, ("people_and_proof",), ("causes",), ("signs",))
#: What helps an area or a sign is also what was tested on it: "what helps a saggy neck" asks for both.
BROADER_KINDS = {"how_to": ("how_to", "effectiveness")}
#: What studies say of an effect is what is known of it: the answer is no other one.
SAME_KINDS = {("evidence", "effectiveness")}
SIGNS = "signs"
#: Families that no answer about a part of the face, or about the whole face, could pass over.
METHODS_AND_PROOF = (*METHODS, "people_and_proof")
#: Kinds on which the whole-face overview still serves someone who named a sign or a cause.
WHOLE_FACE_KINDS = ("how_to", "prevention", "professional")
#: The kinds nearest to a kind, for a subject that has nothing of the kind itself. Those of CLOSE_KINDS say more than
#: the same kind about a broader subject ("has gua sha been studied": its effect, not studies of massage); those of
#: DISTANT_KINDS say less.
CLOSE_KINDS = {
    "effectiveness": ("evidence",),
    "evidence": ("effectiveness",),
    "risk": ("suitability",),
    "product": ("effectiveness", "evidence"),
    "comparison": ("effectiveness", "evidence"),
}
DISTANT_KINDS = {
    "definition": ("how_to", "effectiveness"),
    "how_to": ("prevention", "effectiveness"),
    "timeline": ("effectiveness",),
    "suitability": ("risk",),
    "prevention": ("effectiveness", "cause"),
}


@dataclass(frozen=True)
class Cell:
    """The place and claims that answer a question.

    ``fit`` says how close: exact, subject (without the area), kind (the nearest one), parent, area or whole_face.
    """

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
    of_kind = next((each for each in kinds if index.headline(subject.slug, each)), kind)
    claims = tuple(claim for each in kinds for claim in index.about_subject(subject.slug, each))
    headline = index.headline(subject.slug, of_kind)
    if not claims or not headline:
        return None
    near = {claim.id for claim in touching(claims, question.areas)}
    if not near:
        return Cell(subject.slug, of_kind, claims, "subject")
    near.update(headline.claims)  # what carries the bottom line stays, or it could not be checked
    return Cell(subject.slug, of_kind, tuple(claim for claim in claims if claim.id in near), "exact")


def _area_cell(area: str, kind: str, index: ReleaseIndex) -> Cell | None:
    if not index.headline(area, kind):
        return None
    kinds = BROADER_KINDS.get(kind, (kind,))
    claims = [claim for each in kinds for claim in index.about_area(area, each)]
    if not claims and area != WHOLE_FACE:
        claims = [claim for each in kinds for claim in index.about_area(WHOLE_FACE, each)]
    return Cell(area, kind, tuple(claims), "exact") if claims else None


def _own_cells(slugs: Sequence[str], question: Question, kind: str, index: ReleaseIndex) -> list[Cell]:
    """The cells of the subjects themselves: those that speak of the area asked for come first."""
    found = [_subject_cell(index.subjects[slug], question, kind, index) for slug in slugs]
    return sorted((cell for cell in found if cell), key=lambda cell: cell.fit != "exact")


def _parent_cells(slugs: Sequence[str], question: Question, kind: str, index: ReleaseIndex) -> Iterator[Cell]:
    for slug in slugs:
        for parent in index.parents(slug):
            cell = _subject_cell(index.subjects[parent], question, kind, index)
            if cell:
                yield replace(cell, fit="parent")


def _nearest_kinds(
    kinds: Sequence[str], slugs: Sequence[str], question: Question, index: ReleaseIndex,
) -> Iterator[Cell]:
    for kind in kinds:
        for cell in _own_cells(slugs, question, kind, index):
            yield cell if (question.kind, kind) in SAME_KINDS else replace(cell, fit="kind")


def _overviews(slugs: Sequence[str], question: Question, kind: str, index: ReleaseIndex) -> Iterator[Cell]:
    """The areas, then the whole face: never for a method, which an overview would answer with other methods."""
    if any(index.subjects[slug].family in METHODS_AND_PROOF for slug in slugs):
        return
    named = bool(question.subjects or question.terms)
    for area in question.areas or (() if named else (WHOLE_FACE,)):
        cell = _area_cell(area, kind, index)
        if cell:
            yield replace(cell, fit="area") if question.subjects else cell
    if (slugs and kind in WHOLE_FACE_KINDS) or (question.areas and not question.subjects):
        cell = _area_cell(WHOLE_FACE, kind, index) if WHOLE_FACE not in question.areas else None
        if cell:
            yield replace(cell, fit="area" if question.subjects else "whole_face")


def candidates(question: Question, index: ReleaseIndex) -> Iterator[Cell]:
    """The cells that could answer, closest first.

    With subjects: the subjects themselves, their closest kinds and their parents, an overview for a sign or a cause
    (before the parents when an area is named), then more distant kinds. Without: the areas, then the whole face.
    """
    kind = question.kind
    if kind is None:
        return
    slugs = main_subjects(question.subjects, kind, index)
    yield from _own_cells(slugs, question, kind, index)
    if question.conditions:  # "how long after filler may I massage": who should take care answers that
        yield from (cell for cell in _nearest_kinds(("suitability",), slugs, question, index)
                    if any(set(claim.conditions) & set(question.conditions) for claim in cell.claims))
    yield from _nearest_kinds(CLOSE_KINDS.get(kind, ()), slugs, question, index)
    overviews, parents = _overviews(slugs, question, kind, index), _parent_cells(slugs, question, kind, index)
    yield from (*overviews, *parents) if question.areas else (*parents, *overviews)
    yield from _nearest_kinds(DISTANT_KINDS.get(kind, ()), slugs, question, index)


def find_cell(question: Question, index: ReleaseIndex) -> Cell | None:
    """The closest cell, or None when the store has nothing for this question."""
    return next(candidates(question, index), None)
