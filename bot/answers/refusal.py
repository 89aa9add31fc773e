"""The answers in place of one that does not suit the visitor: why, and what they can ask instead."""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.answers.cautions import cautions_for
from bot.answers.cells import main_subjects
from bot.answers.citing import finish
from bot.answers.index import ReleaseIndex
from bot.answers.phrases import fill
from bot.answers.select import WHOLE_FACE
from bot.answers.suggestions import lead_on
from bot.answers.visitor import OFFERS, Visitor
from bot.model import Answer, LeftOut, Question

CAUTION = "caution"
ROUTINE = "routine"
#: The level of an open rule that the release does not know: the higher one.
HIGHEST = "emergency"


def refusal(question: Question, index: ReleaseIndex, visitor: Visitor) -> Answer | None:
    """Why nothing is offered to this visitor; None when something can be, see ``allowed``."""
    if question.kind == ROUTINE and visitor.open_rule:
        level = index.safety_levels.get(visitor.open_rule, HIGHEST)
        first = fill(index.phrases, "open_rule_first")
        answer = _in_place(question, index, visitor, level=level, rule=visitor.open_rule, headline=first)
        return replace(answer, suggestions=())  # nothing to go on with until that is settled
    if question.kind == ROUTINE and visitor.blocking:
        by = visitor.blocking
        blocked = fill(index.phrases, "routine_blocked", because=by.name)
        return _in_place(question, index, visitor, level=CAUTION, rule=by.id, headline=blocked, said=(by.id,))
    if question.kind not in OFFERS or allowed(question, index, visitor).subjects or not question.subjects:
        return None
    found = [(slug, rule) for slug in question.subjects if (rule := visitor.against_subject(slug))]
    left_out = tuple(LeftOut(index.subjects[slug].name, rule.name, rule.id) for slug, rule in found)
    return withheld(question, left_out, index, visitor) if left_out else None


def allowed(question: Question, index: ReleaseIndex, visitor: Visitor) -> Question:
    """The question without the subjects that are not offered; without any when nothing of what it asks for is left.

    "How do I use retinol and sunscreen" still asks about sunscreen; "retinol for wrinkles" is left with no method.
    """
    if question.kind not in OFFERS:
        return question
    main = main_subjects(question.subjects, question.kind, index)
    if main and all(visitor.against_subject(slug) for slug in main):
        return replace(question, subjects=())
    return replace(question, subjects=tuple(s for s in question.subjects if not visitor.against_subject(s)))


def withheld(
    question: Question, left_out: Sequence[LeftOut], index: ReleaseIndex, visitor: Visitor,
) -> Answer:
    """Says what is not offered and why. ``left_out`` is not empty."""
    unique = tuple(dict.fromkeys(left_out))
    names = ", ".join(dict.fromkeys(each.name for each in unique))
    because = "; ".join(dict.fromkeys(each.because for each in unique))
    return _in_place(
        question, index, visitor, level=CAUTION, rule=left_out[0].rule, left_out=unique,
        headline=fill(index.phrases, "withheld", name=names, because=because),
        said=tuple(dict.fromkeys(each.rule for each in unique)),
    )


def _in_place(
    question: Question, index: ReleaseIndex, visitor: Visitor, *, level: str, rule: str, headline: str,
    left_out: tuple[LeftOut, ...] = (), said: tuple[str, ...] = (),
) -> Answer:
    named = (*question.subjects, *question.areas, WHOLE_FACE)
    slug, place = next((slug, place) for slug in named if (place := index.place(slug)))
    return finish(Answer(
        type="safety",
        release=index.number,
        reviewed_on=place.review.on,
        review_status=place.review.status,
        question=question,
        headline=headline,
        cautions=cautions_for(question, (slug, *question.subjects), index, visitor, said=said),
        left_out=left_out,
        level=level,
        rule=rule,
        see_dermatologist=place.see_dermatologist,
        suggestions=lead_on(index, question, slug, visitor),
    ), index)
