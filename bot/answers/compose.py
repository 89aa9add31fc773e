"""Turns a cell and its claims into an answer with both sides, sources and the way to a dermatologist."""
from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from bot.answers.cells import Cell, main_subjects
from bot.answers.index import ReleaseIndex
from bot.answers.phrases import fill
from bot.answers.select import as_point, by_strength, choose, numbered, page_of
from bot.answers.suggestions import lead_on, more_evidence
from bot.model import (
    MIXED,
    OPPOSES,
    SUPPORTS,
    TWO_SIDED_KINDS,
    Answer,
    Caution,
    Claim,
    Debate,
    NoneFound,
    Point,
    Question,
    RoutineStep,
)

MOST_CAUTIONS = 3


def _fit_note(cell: Cell, question: Question, index: ReleaseIndex) -> str:
    asked = next((index.subjects[slug].name for slug in main_subjects(question.subjects, cell.kind, index)), "")
    area = next((index.areas[slug].name for slug in question.areas if slug in index.areas), "")
    name = index.place(cell.slug).name  # type: ignore[union-attr]
    if cell.fit == "subject":
        return fill(index.phrases, "note_subject", name=name, area=area)
    if cell.fit == "kind":
        phrase = "note_product" if question.kind == "product" else "note_kind"
        return fill(index.phrases, phrase, name=name, topic=fill(index.phrases, f"topic_{cell.kind}"))
    if cell.fit == "parent":
        return fill(index.phrases, "note_parent", name=asked, broader=name)
    if cell.fit == "area":
        return fill(index.phrases, "note_area", name=asked, area=name)
    if cell.fit == "whole_face":
        return fill(index.phrases, "note_whole_face", area=area)
    return ""


def note_for(cell: Cell, question: Question, cautions: Sequence[Caution], index: ReleaseIndex) -> str:
    """Says that an answer is broader than the question, or knows nothing of a condition; empty when neither."""
    covered = {condition for claim in cell.claims for condition in claim.conditions}
    covered.update(condition for caution in cautions for condition in index.claims[caution.id].conditions)
    missed = [index.conditions[slug].name for slug in question.conditions
              if slug in index.conditions and slug not in covered]
    notes = [_fit_note(cell, question, index)]
    if missed:
        notes.append(fill(index.phrases, "note_condition", condition="”, “".join(missed)))
    return " ".join(filter(None, notes))


def with_both_sides(cell: Cell, index: ReleaseIndex) -> tuple[Claim, ...]:
    """The cell's claims; a side that the area has nothing on is taken from the subject as a whole."""
    if cell.kind not in TWO_SIDED_KINDS or cell.slug not in index.subjects:
        return cell.claims
    stances = {claim.stance for claim in cell.claims}
    missing = [] if MIXED in stances else [side for side in (SUPPORTS, OPPOSES) if side not in stances]
    whole = index.about_subject(cell.slug, cell.kind)
    return cell.claims + tuple(claim for claim in whole if claim.stance in missing)


def missing_sides(cell: Cell, claims: Iterable[Claim], index: ReleaseIndex) -> tuple[NoneFound, ...]:
    """The editors' "none found" for each side that the cell has no claim on."""
    if cell.kind not in TWO_SIDED_KINDS:
        return ()
    stances = {claim.stance for claim in claims}
    if MIXED in stances:
        return ()
    written = {side.side: side for side in index.none_found(cell.slug, cell.kind)}
    as_of = index.place(cell.slug).review.on  # type: ignore[union-attr]
    return tuple(
        written.get(side) or NoneFound(cell.kind, side, fill(index.phrases, "no_claim_on_side"), as_of)
        for side in (SUPPORTS, OPPOSES) if side not in stances
    )


def cautions_for(question: Question, slugs: Sequence[str], index: ReleaseIndex) -> tuple[Caution, ...]:
    """What must be read first because of the visitor's conditions, about the subjects of this answer.

    What is true of a broader subject is true of these too. A claim about one condition comes before a list of many.
    """
    subjects = set(slugs).union(*(index.parents(slug) for slug in slugs if slug in index.subjects))
    found = {
        claim.id: claim for condition in question.conditions for claim in index.about_condition(condition)
        if claim.kind in ("risk", "suitability") and set(claim.subjects) & subjects
    }
    first = sorted(found.values(), key=lambda claim: (len(claim.conditions), by_strength(claim, index)))
    return tuple(Caution(claim.id, claim.text, claim.sources) for claim in first[:MOST_CAUTIONS])


def how_to_steps(
    slug: str, claims: Iterable[Claim], question: Question, index: ReleaseIndex,
) -> tuple[RoutineStep, ...]:
    """The steps of a method: those of its first routine that work on the areas the method is for."""
    subject = index.subjects.get(slug)
    if not subject or not subject.routines:
        return ()
    areas = set(question.areas) or {area for claim in claims for area in claim.areas}
    steps = index.routines[subject.routines[0]].steps
    if "whole_face" in areas:
        return steps
    return tuple(step for step in steps if step.area in areas)


def cited(answer: Answer) -> list[str]:
    """The ids of everything an answer cites, in reading order."""
    ids = [source for caution in answer.cautions for source in caution.sources]
    ids += [source for point in answer.points for source in _point_sources(point)]
    if answer.routine:
        ids += answer.routine.sources
    if answer.definition:
        ids += answer.definition.sources
    ids += [source for referral in answer.referrals for source in referral.sources]
    if answer.see_dermatologist:
        ids += answer.see_dermatologist.sources
    return ids


def _point_sources(point: Point) -> tuple[str, ...]:
    return point.sources + ((point.article.source,) if point.article else ())


def finish(answer: Answer, index: ReleaseIndex) -> Answer:
    """The answer with its sources numbered in reading order."""
    return replace(answer, sources=numbered((id for id in cited(answer) if id in index.sources), index))


def debate_among(
    points: Iterable[Claim], kind: str, slug: str | None, question: Question, index: ReleaseIndex,
) -> Debate | None:
    """The recorded disagreement about a cell, when the answer shows something of it."""
    debate = index.debate(kind, slug, question.areas)
    shown = {claim.id for claim in points}
    return debate if debate and shown & {*debate.supports, *debate.opposes} else None


def compose(cell: Cell, asked: Question, index: ReleaseIndex) -> Answer:
    """The answer of one cell, on the page that the question asks for."""
    place = index.place(cell.slug)
    headline = index.headline(cell.slug, cell.kind)
    assert place is not None and headline is not None  # find_cell only returns cells that have both
    question = replace(asked, kind=cell.kind)
    claims = with_both_sides(cell, index)
    cautions = cautions_for(question, (cell.slug,) + question.subjects, index)
    first = {caution.id for caution in cautions}
    chosen = choose((claim for claim in claims if claim.id not in first), question, headline.claims, index)
    shown, left = page_of(chosen, question.page, index)
    suggestions = lead_on(index, question, cell.slug)
    if left:
        suggestions = (more_evidence(index, question, cell.slug, question.page + 1),) + suggestions[:2]
    past_the_end = question.page > 0 and not shown
    subject = cell.slug if cell.slug in index.subjects else None
    return finish(Answer(
        type="answer",
        release=index.number,
        reviewed_on=place.review.on,
        review_status=place.review.status,
        question=asked,
        kind_answered=cell.kind,
        headline=headline.text,
        evidence=headline.evidence,
        note=fill(index.phrases, "no_more_evidence") if past_the_end else note_for(cell, asked, cautions, index),
        points=tuple(as_point(claim) for claim in shown),
        none_found=missing_sides(cell, claims, index),
        more_points=left,
        debate=debate_among(shown, cell.kind, subject, question, index),
        steps=how_to_steps(cell.slug, claims, question, index) if cell.kind == "how_to" else (),
        cautions=cautions,
        see_dermatologist=place.see_dermatologist,
        suggestions=suggestions,
    ), index)
