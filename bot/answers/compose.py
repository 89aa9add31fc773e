"""Turns a cell and its claims into an answer with both sides, sources and the way to a dermatologist."""
from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from bot.answers.cautions import cautions_for, how_to_steps, parts, suited
from bot.answers.cells import Cell, main_subjects
from bot.answers.citing import finish
from bot.answers.index import ReleaseIndex
from bot.answers.phrases import fill
from bot.answers.refusal import withheld
from bot.answers.select import as_point, choose, page_of
from bot.answers.suggestions import lead_on, more_evidence
from bot.answers.visitor import Visitor
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
    Question,
    RoutineStep,
)


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
    covered.update(condition for caution in cautions for condition in _covered_by(caution, index))
    missed = [index.conditions[slug].name for slug in question.conditions
              if slug in index.conditions and slug not in covered]
    notes = [_fit_note(cell, question, index)]
    if missed:
        notes.append(fill(index.phrases, "note_condition", condition="”, “".join(missed)))
    return " ".join(filter(None, notes))


def _covered_by(caution: Caution, index: ReleaseIndex) -> tuple[str, ...]:
    if caution.id in index.claims:
        return index.claims[caution.id].conditions
    return next(rule.conditions for rule in index.cautions if rule.id == caution.id)


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


def debate_among(
    points: Iterable[Claim], kind: str, slug: str | None, question: Question, index: ReleaseIndex,
) -> Debate | None:
    """The recorded disagreement about a cell, when the answer shows something of it."""
    debate = index.debate(kind, slug, question.areas)
    shown = {claim.id for claim in points}
    return debate if debate and shown & {*debate.supports, *debate.opposes} else None


def compose(cell: Cell, asked: Question, index: ReleaseIndex, visitor: Visitor) -> Answer:
    """The answer of one cell, on the page that the question asks for, with what suits the visitor."""
    place = index.place(cell.slug)
    headline = index.headline(cell.slug, cell.kind)
    assert place is not None and headline is not None  # find_cell only returns cells that have both
    question = replace(asked, kind=cell.kind)
    claims, left_out = suited(cell, with_both_sides(cell, index), asked, visitor)
    if not claims:
        return withheld(asked, left_out, index, visitor)
    steps: tuple[RoutineStep, ...] = ()
    if cell.kind == "how_to":
        steps, steps_left_out = how_to_steps(cell.slug, claims, question, index, visitor)
        left_out = tuple(dict.fromkeys(left_out + steps_left_out))
    cautions = cautions_for(asked, (cell.slug, *asked.subjects), index, visitor, claims=claims,
                            said={each.rule for each in left_out})
    first = {caution.id for caution in cautions}
    chosen = choose((claim for claim in claims if claim.id not in first), question, headline.claims, index)
    shown, left = page_of(chosen, question.page, index)
    suggestions = lead_on(index, question, cell.slug, visitor)
    if left:
        suggestions = (more_evidence(index, question, cell.slug, question.page + 1),) + suggestions[:2]
    past_the_end = question.page > 0 and not shown
    subject = cell.slug if cell.slug in index.subjects else None
    whole = not parts(cell, asked) or not any(map(visitor.against_claim, (
        index.claims[claim] for claim in headline.claims)))
    return finish(Answer(
        type="answer",
        release=index.number,
        reviewed_on=place.review.on,
        review_status=place.review.status,
        question=asked,
        kind_answered=cell.kind,
        headline=headline.text if whole else fill(index.phrases, "headline_in_part", name=place.name),
        evidence=headline.evidence if whole else None,
        note=fill(index.phrases, "no_more_evidence") if past_the_end else note_for(cell, asked, cautions, index),
        points=tuple(as_point(claim) for claim in shown),
        none_found=missing_sides(cell, claims, index),
        more_points=left,
        debate=debate_among(shown, cell.kind, subject, question, index) if whole else None,
        steps=steps,
        cautions=cautions,
        left_out=left_out,
        see_dermatologist=place.see_dermatologist,
        suggestions=suggestions,
    ), index)
