"""The kinds that are more than a cell: routines, whom to see, costs, tracking and plain definitions."""
from __future__ import annotations

from dataclasses import replace

from bot.answers.cells import Cell, find_cell
from bot.answers.compose import cautions_for, compose, finish
from bot.answers.index import ReleaseIndex
from bot.answers.phrases import fill
from bot.answers.select import WHOLE_FACE
from bot.answers.suggestions import lead_on
from bot.model import Answer, Question, Referral, Routine, Subject

#: What stands behind a request for a routine that names no method.
DEFAULT_METHOD = "facial_exercise"
MOST_REFERRALS = 2


def _routine(question: Question, index: ReleaseIndex) -> Routine:
    for slug in question.subjects:
        subject = index.subjects.get(slug)
        if subject and subject.routines:
            return index.routines[subject.routines[0]]
    for routine in index.routines.values():
        if set(routine.areas) & set(question.areas):
            return routine
    return index.routines[index.subjects[DEFAULT_METHOD].routines[0]]


def _routine_headline(chosen: Routine, index: ReleaseIndex) -> str:
    steps = str(len(chosen.steps))
    if chosen.minutes is None:
        return fill(index.phrases, "routine_headline_untimed", title=chosen.title, steps=steps)
    return fill(index.phrases, "routine_headline", title=chosen.title, steps=steps, minutes=f"{chosen.minutes:g}")


def routine(question: Question, index: ReleaseIndex) -> Answer:
    """The steps of the routine that fits the question best, warnings and honest length with them."""
    chosen = _routine(question, index)
    subject = next((slug for slug in chosen.subjects if slug in index.subjects), DEFAULT_METHOD)
    return finish(Answer(
        type="routine",
        release=index.number,
        reviewed_on=chosen.review.on,
        review_status=chosen.review.status,
        question=question,
        headline=_routine_headline(chosen, index),
        evidence=chosen.evidence,
        note=chosen.note,
        steps=chosen.steps,
        routine=chosen,
        cautions=cautions_for(question, chosen.subjects, index),
        see_dermatologist=index.subjects[subject].see_dermatologist,
        suggestions=lead_on(index, question, subject),
    ), index)


def referrals(question: Question, index: ReleaseIndex) -> tuple[Referral, ...]:
    """The situations that fit the question's conditions, subjects and areas best; else the first of the list."""

    def fit(referral: Referral) -> int:
        return (
            4 * len(set(referral.conditions) & set(question.conditions))
            + 2 * len(set(referral.subjects) & set(question.subjects))
            + len(set(referral.areas) & set(question.areas))
        )

    fitting = sorted((each for each in index.referrals if fit(each)), key=lambda each: -fit(each))
    return tuple(fitting[:MOST_REFERRALS]) or index.referrals[:1]


def professional(question: Question, index: ReleaseIndex) -> Answer | None:
    """Whom to see and what to ask: the cell's answer with referrals, or for a subject without one the referrals."""
    found = referrals(question, index)
    cell = find_cell(question, index)
    named = next((index.subjects[slug] for slug in question.subjects if slug in index.subjects), None)
    if named and found and (cell is None or cell.slug == WHOLE_FACE):
        answer = _bare(named, fill(index.phrases, "referral_headline", who=found[0].who_to_see), question, index)
    elif cell := cell or find_cell(Question("professional"), index):
        answer = compose(cell, question, index)
    else:
        return None
    return finish(replace(answer, referrals=found), index)


def _bare(subject: Subject, headline: str, question: Question, index: ReleaseIndex) -> Answer:
    """An answer about a subject that rests on no claim of its own."""
    return finish(Answer(
        type="answer",
        release=index.number,
        reviewed_on=subject.review.on,
        review_status=subject.review.status,
        question=question,
        headline=headline,
        cautions=cautions_for(question, (subject.slug,), index),
        see_dermatologist=subject.see_dermatologist,
        suggestions=lead_on(index, question, subject.slug),
    ), index)


def cost(question: Question, index: ReleaseIndex) -> Answer | None:
    """An honest "no reliable figure" for a subject that the store has no price of; None when it has one."""
    subject = next((index.subjects[slug] for slug in question.subjects if slug in index.subjects), None)
    cell = find_cell(question, index)
    if not subject or (cell and cell.slug in index.subjects):
        return None
    return _bare(subject, fill(index.phrases, "no_reliable_cost", name=subject.name), question, index)


def tracking(question: Question, index: ReleaseIndex) -> Answer | None:
    """What the sources say about keeping track, and what this assistant cannot do yet."""
    cell: Cell | None = find_cell(question, index) or find_cell(Question(question.kind), index)
    if not cell:
        return None
    answer = compose(cell, question, index)
    return replace(answer, type="tracking", note=fill(index.phrases, "tracking_not_yet"))


def define(question: Question, index: ReleaseIndex) -> Answer | None:
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
        see_dermatologist=base.see_dermatologist,
        suggestions=lead_on(index, question, base.slug),
    ), index)
