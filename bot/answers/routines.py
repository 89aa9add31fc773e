"""A routine: the steps that fit the question and suit the visitor."""
from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from bot.answers.cautions import cautions_for
from bot.answers.citing import finish
from bot.answers.index import ReleaseIndex
from bot.answers.phrases import fill
from bot.answers.refusal import refusal, withheld
from bot.answers.suggestions import lead_on, payload
from bot.answers.visitor import Visitor
from bot.model import Answer, LeftOut, Question, Routine, Suggestion

#: What stands behind a request for a routine that names no method.
DEFAULT_METHOD = "facial_exercise"


def _fitting(question: Question, index: ReleaseIndex) -> Iterator[Routine]:
    """The routines that answer the question, best first: of its subjects, of its areas, else the default method's."""
    of_subjects = [slug for subject in question.subjects if subject in index.subjects
                   for slug in index.subjects[subject].routines]
    if of_subjects:
        yield from (index.routines[slug] for slug in dict.fromkeys(of_subjects))
        return
    yield from (each for each in index.routines.values() if set(each.areas) & set(question.areas))
    yield from (index.routines[slug] for slug in index.subjects[DEFAULT_METHOD].routines)


def _headline(chosen: Routine, whole: bool, index: ReleaseIndex) -> str:
    steps = str(len(chosen.steps))
    if not whole:
        return fill(index.phrases, "routine_headline_shorter", title=chosen.title, steps=steps)
    if chosen.minutes is None:
        return fill(index.phrases, "routine_headline_untimed", title=chosen.title, steps=steps)
    return fill(index.phrases, "routine_headline", title=chosen.title, steps=steps, minutes=f"{chosen.minutes:g}")


def shortened(chosen: Routine, visitor: Visitor) -> tuple[Routine, tuple[LeftOut, ...]]:
    """The routine with the steps that suit the visitor; its minutes hold only while no step is missing."""
    steps, left_out = visitor.part_of(chosen, chosen.steps)
    return (replace(chosen, steps=steps, minutes=None) if left_out else chosen), left_out


def routine(question: Question, index: ReleaseIndex, visitor: Visitor) -> Answer:
    """The steps of the routine that fits the question best, with its warnings and honest length.

    The first one of which a step is left for the visitor; what was left out is said by name.
    """
    found = [(each, *shortened(each, visitor)) for each in _fitting(question, index)]
    whole, chosen, left_out = next((each for each in found if each[1].steps), found[0])
    if not chosen.steps:
        return withheld(question, [reason for each in found for reason in each[2]], index, visitor)
    return finish(_card(question, whole, chosen, left_out, index, visitor), index)


def one_routine(whole: Routine, question: Question, index: ReleaseIndex, visitor: Visitor) -> Answer:
    """The same for one routine, whatever else would fit the question."""
    chosen, left_out = shortened(whole, visitor)
    if not chosen.steps:
        return refusal(question, index, visitor) or withheld(question, left_out, index, visitor)
    return finish(_card(question, whole, chosen, left_out, index, visitor), index)


def _card(
    question: Question, whole: Routine, chosen: Routine, left_out: tuple[LeftOut, ...], index: ReleaseIndex,
    visitor: Visitor,
) -> Answer:
    subject = next((slug for slug in chosen.subjects if slug in index.subjects), DEFAULT_METHOD)
    guided = Suggestion(fill(index.phrases, "coach_button_start"),
                        payload("ask_routine", wish="start", routine=whole.slug))
    return Answer(
        type="routine",
        release=index.number,
        reviewed_on=chosen.review.on,
        review_status=chosen.review.status,
        question=question,
        headline=_headline(chosen, chosen is whole, index),
        evidence=chosen.evidence,
        note=chosen.note,
        steps=chosen.steps,
        routine=chosen,
        cautions=cautions_for(question, (*chosen.subjects, *chosen.areas), index, visitor,
                              said={each.rule for each in left_out}),
        left_out=left_out,
        see_dermatologist=index.subjects[subject].see_dermatologist,
        suggestions=(guided, *lead_on(index, question, subject, visitor)),
    )
