"""The kinds that are more than a cell: whom to see, costs, tracking and plain definitions."""
from __future__ import annotations

from dataclasses import replace

from bot.answers.cautions import cautions_for
from bot.answers.cells import Cell, find_cell
from bot.answers.citing import finish
from bot.answers.compose import compose
from bot.answers.index import ReleaseIndex
from bot.answers.phrases import fill
from bot.answers.select import WHOLE_FACE
from bot.answers.suggestions import lead_on
from bot.answers.visitor import Visitor
from bot.model import Answer, Question, Referral, Subject

MOST_REFERRALS = 2


def referrals(question: Question, index: ReleaseIndex, visitor: Visitor) -> tuple[Referral, ...]:
    """Whom to see: the situations that fit best, else the first of the list; then how to check credentials.

    What the visitor asks about decides; what they told of themselves settles ties, the narrower situation first.
    """
    told = {*question.conditions, *visitor.conditions}

    def fit(referral: Referral) -> int:
        return (
            8 * len(set(referral.conditions) & set(question.conditions))
            + 4 * len(set(referral.subjects) & set(question.subjects))
            + 2 * len(set(referral.areas) & set(question.areas))
            + bool(set(referral.conditions) & told)
        )

    def order(referral: Referral) -> tuple[int, bool, int]:
        theirs = bool(set(referral.conditions) & told)
        return -fit(referral), bool(referral.conditions) and not theirs, len(referral.conditions) if theirs else 0

    seeing = [each for each in index.referrals if not each.checks_credentials]
    fitting = sorted(filter(fit, seeing), key=order)
    checking = tuple(each for each in index.referrals if each.checks_credentials)
    return (tuple(fitting[:MOST_REFERRALS]) or tuple(seeing[:1])) + checking


def professional(question: Question, index: ReleaseIndex, visitor: Visitor) -> Answer | None:
    """Whom to see and what to ask: the cell's answer with referrals, or for a subject without one the referrals."""
    found = referrals(question, index, visitor)
    cell = find_cell(question, index)
    named = next((index.subjects[slug] for slug in question.subjects if slug in index.subjects), None)
    if named and found and (cell is None or cell.slug == WHOLE_FACE):
        answer = _bare(named, fill(index.phrases, "referral_headline", who=found[0].who_to_see), question, index,
                       visitor)
    elif cell := cell or find_cell(Question("professional"), index):
        answer = compose(cell, question, index, visitor)
    else:
        return None
    return finish(replace(answer, referrals=found), index)


def _bare(
    subject: Subject, headline: str, question: Question, index: ReleaseIndex, visitor: Visitor,
) -> Answer:
    """An answer about a subject that rests on no claim of its own."""
    return finish(Answer(
        type="answer",
        release=index.number,
        reviewed_on=subject.review.on,
        review_status=subject.review.status,
        question=question,
        headline=headline,
        cautions=cautions_for(question, (subject.slug, *question.subjects), index, visitor),
        see_dermatologist=subject.see_dermatologist,
        suggestions=lead_on(index, question, subject.slug, visitor),
    ), index)


def cost(question: Question, index: ReleaseIndex, visitor: Visitor) -> Answer | None:
    """An honest "no reliable figure" for a subject that the store has no price of; None when it has one."""
    subject = next((index.subjects[slug] for slug in question.subjects if slug in index.subjects), None)
    cell = find_cell(question, index)
    if not subject or (cell and cell.slug in index.subjects):
        return None
    return _bare(subject, fill(index.phrases, "no_reliable_cost", name=subject.name), question, index,
                 visitor)


def tracking(question: Question, index: ReleaseIndex, visitor: Visitor) -> Answer | None:
    """What the sources say about keeping track, and what this assistant can do."""
    cell: Cell | None = find_cell(question, index) or find_cell(Question(question.kind), index)
    if not cell:
        return None
    answer = compose(cell, question, index, visitor)
    return replace(answer, type="tracking", note=fill(index.phrases, "track_can"))


def define(question: Question, index: ReleaseIndex, visitor: Visitor) -> Answer | None:
    """The glossary's plain words for a term, or for a subject that has no definition of its own; else None."""
    cell = find_cell(question, index)
    if cell and cell.kind == "definition" and cell.slug in question.subjects:
        return None
    entry = next((index.glossary[slug] for slug in question.terms + question.subjects if slug in index.glossary), None)
    if not entry:
        return None
    place = next((index.subjects[slug] for slug in question.subjects if slug in index.subjects), None)
    base = place or index.areas[WHOLE_FACE]
    return finish(Answer(
        type="answer",
        release=index.number,
        reviewed_on=base.review.on,
        review_status=base.review.status,
        question=question,
        headline=entry.text,
        definition=entry,
        cautions=cautions_for(question, (base.slug, *question.subjects), index, visitor),
        see_dermatologist=base.see_dermatologist,
        suggestions=lead_on(index, question, base.slug, visitor),
    ), index)
