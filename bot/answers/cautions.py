"""What a visitor reads first, and what an answer leaves out for them."""
from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from bot.answers.cells import Cell
from bot.answers.index import ReleaseIndex
from bot.answers.select import by_strength
from bot.answers.visitor import NOTHING_TO_DO, OFFERS, Visitor
from bot.model import Caution, Claim, LeftOut, Question, RoutineStep

MOST_CAUTIONS = 3


def cautions_for(
    question: Question, slugs: Sequence[str], index: ReleaseIndex, visitor: Visitor, *,
    claims: Iterable[Claim] = (), said: Collection[str] = (),
) -> tuple[Caution, ...]:
    """What must be read first because of what the visitor said of themselves.

    The caution rules that touch the subjects of this answer, and those in ``said``, all of them; then, up to three in
    all, those that touch what its ``claims`` are about, and claims about the visitor's conditions. What is true of a
    broader subject is true of these too. A claim about one condition comes before a list of many.
    """
    direct = visitor.touching(slugs, question)
    within = () if question.kind in NOTHING_TO_DO else visitor.touching(
        [slug for claim in claims for slug in claim.subjects], question)
    must = [rule for rule in visitor.rules if rule in direct or rule.id in said]
    others = [rule for rule in within if rule not in must][:max(0, MOST_CAUTIONS - len(must))]
    rules = [rule for rule in visitor.rules if rule in must or rule in others]
    found = [Caution(rule.id, rule.message, rule.sources, rule.review_status) for rule in rules]
    return (*found, *_claim_cautions(question, slugs, index, visitor)[:max(0, MOST_CAUTIONS - len(found))])


def _claim_cautions(
    question: Question, slugs: Sequence[str], index: ReleaseIndex, visitor: Visitor,
) -> tuple[Caution, ...]:
    subjects = set(slugs).union(*(index.parents(slug) for slug in slugs if slug in index.subjects))
    found = {
        claim.id: claim for condition in dict.fromkeys(question.conditions + visitor.conditions)
        for claim in index.about_condition(condition)
        if claim.kind in ("risk", "suitability") and set(claim.subjects) & subjects
    }
    first = sorted(found.values(), key=lambda claim: (len(claim.conditions), by_strength(claim, index)))
    return tuple(Caution(claim.id, claim.text, claim.sources) for claim in first)


def parts(cell: Cell, question: Question) -> bool:
    """Whether an answer leaves out what does not suit the visitor: when it hands them something to do or to use."""
    return bool({question.kind, cell.kind} & OFFERS)


def suited(
    cell: Cell, claims: Sequence[Claim], question: Question, visitor: Visitor,
) -> tuple[tuple[Claim, ...], tuple[LeftOut, ...]]:
    """The claims of a cell that suit the visitor, all of an answer that informs; and what was left out."""
    return visitor.suited(claims, cell.kind) if parts(cell, question) else (tuple(claims), ())


def how_to_steps(
    slug: str, claims: Iterable[Claim], question: Question, index: ReleaseIndex, visitor: Visitor,
) -> tuple[tuple[RoutineStep, ...], tuple[LeftOut, ...]]:
    """A method's steps, from its first routine, on the areas that the method is for; and those left out."""
    subject = index.subjects.get(slug)
    if not subject or not subject.routines:
        return (), ()
    areas = set(question.areas) or {area for claim in claims for area in claim.areas}
    routine = index.routines[subject.routines[0]]
    steps = [step for step in routine.steps if "whole_face" in areas or step.area in areas]
    return visitor.part_of(routine, steps) if steps else ((), ())
