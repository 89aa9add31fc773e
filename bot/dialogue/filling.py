"""Fills what a question leaves out with what the conversation is about."""
from __future__ import annotations

from dataclasses import replace

from bot.dialogue import turn as cue
from bot.dialogue.context import Context
from bot.dialogue.roles import CAUSE, METHOD, PERSON, SIGN, Roles, fit_for, with_sign_areas, without_elsewhere
from bot.dialogue.turn import Part
from bot.model import Question

MOST_COMPARED = 4
#: Kinds that an area alone does not complete: "how long for the neck" leaves out what takes how long.
NEVER_ALONE = frozenset({"timeline", "cost"})
#: Kinds that may be asked of the face as a whole.
WHOLE_ALONE = frozenset({"cause", "prevention", "how_to", "professional", "product", "routine", "effectiveness"})
#: Kinds that ask what something does to a sign.
ABOUT_A_SIGN = frozenset({"effectiveness", "how_to", "cause"})
CORRECT = "correct"


def anew(part: Part, kind: str | None) -> Question:
    """The question as it stands in the words."""
    return Question(kind, part.subjects, part.areas, part.conditions, part.terms)


def filled(part: Part, kind: str | None, context: Context, roles: Roles) -> Question:
    """A question of a kind that the words name, about what they name and what they leave to the conversation."""
    own = anew(part, kind)
    last = context.last
    if last is None:
        return own
    if kind is None:
        kind = last.kind if cue.SHORT in part.cues and (part.subjects or part.areas) else None
        return replace(own, kind=kind) if kind is None else about_the_same(part, context, roles)
    if kind == "comparison":
        return _compared(own, part, context, roles)
    people = roles.only(part.subjects, PERSON)
    if len(people) < len(part.subjects):
        return _with_subjects(own, part, last, roles)
    if part.areas:
        return _with_areas(own, part, last)
    whole = kind in WHOLE_ALONE and cue.FACE in part.cues and cue.REFERS not in part.cues
    if whole or (kind == "definition" and part.terms):
        return own
    if kind in WHOLE_ALONE and kind != "product" and cue.ANYTHING in part.cues and cue.REFERS not in part.cues:
        return replace(own, subjects=(*roles.only(last.subjects, SIGN), *people), areas=last.areas)  # "what helps?"
    spoken_of = [slug for slug in last.subjects if roles.of(slug) != PERSON]
    if kind == "cause" and (last.areas or roles.only(last.subjects, SIGN)):
        spoken_of = [slug for slug in spoken_of if roles.of(slug) != METHOD]  # of what sags, not of what is done to it
    return replace(own, subjects=tuple(dict.fromkeys([*spoken_of, *people])), areas=last.areas,
                   terms=part.terms or (last.terms if kind == "definition" else ()))


def _with_subjects(own: Question, part: Part, last: Question, roles: Roles) -> Question:
    """Subjects are named: a sign may be what the method before is asked for, an area is carried on only when meant."""
    methods = roles.only(own.subjects, METHOD)
    points_back = {cue.REFERS, cue.THERE} & part.cues
    if not own.areas and not roles.only(own.subjects, SIGN) and _is_about_a_sign(own, part, last, roles):
        return replace(own, subjects=(*own.subjects, *roles.only(last.subjects, SIGN)), areas=last.areas)
    leans = points_back or (cue.SHORT in part.cues and own.kind == "effectiveness")  # "any good for jowls?"
    if not methods and leans and (cue.ANYTHING not in part.cues or cue.AGENT in part.cues):
        old = roles.only(last.subjects, METHOD)
        return replace(own, subjects=tuple(dict.fromkeys([*old, *own.subjects])))
    if methods and not own.areas and (cue.THERE in part.cues or cue.TOO in part.cues or cue.SHORT in part.cues):
        signs = roles.only(last.subjects, SIGN) if not roles.only(own.subjects, SIGN) else ()
        return replace(own, subjects=(*own.subjects, *signs), areas=last.areas)
    return own


def _is_about_a_sign(own: Question, part: Part, last: Question, roles: Roles) -> bool:
    """Say whether "it" is what sags: "can massage help it?", "do fillers fix that", "is it because of my phone"."""
    if cue.REFERS not in part.cues or own.kind not in ABOUT_A_SIGN:
        return False
    of_methods = bool(roles.only(last.subjects, METHOD))
    return cue.TREATS in part.cues or (not of_methods and (own.kind == "cause" or cue.AGENT not in part.cues))


def _with_areas(own: Question, part: Part, last: Question) -> Question:
    points_back = cue.REFERS in part.cues or cue.TOO in part.cues or cue.SHORT in part.cues
    if cue.ANYTHING in part.cues and cue.REFERS not in part.cues:
        return own
    if own.kind not in NEVER_ALONE and not points_back:
        return own
    return replace(own, subjects=tuple(dict.fromkeys([*without_elsewhere(last.subjects, own.areas), *own.subjects])))


def _compared(own: Question, part: Part, context: Context, roles: Roles) -> Question:
    """Two subjects to compare: those named, else those spoken of, the newest last."""
    last = context.last
    assert last is not None
    methods = roles.only(own.subjects, METHOD) or roles.only(own.subjects, CAUSE, SIGN)
    if len(methods) >= 2:
        carry = {cue.THERE, cue.REFERS} & part.cues or set(methods) & set(last.subjects)
        return own if own.areas or not carry else replace(own, areas=last.areas)
    spoken_of = roles.only(last.subjects, METHOD) or last.subjects
    if not methods:
        earlier = roles.only(context.before, METHOD) or context.before
        spoken_of = spoken_of if len(spoken_of) > 1 else (*earlier[-1:], *spoken_of)
    subjects = tuple(dict.fromkeys([*(slug for slug in spoken_of if slug not in methods), *own.subjects]))
    return replace(own, subjects=subjects[-MOST_COMPARED:], areas=own.areas or last.areas)


def about_the_same(part: Part, context: Context, roles: Roles) -> Question:
    """The question before, about something else: "and for the neck?", "what about gua sha instead?"."""
    last = context.last
    assert last is not None
    if not part.subjects and not part.areas:
        kind = "suitability" if part.conditions else last.kind
        return replace(last, kind=kind, conditions=part.conditions, page=0, focus="", of=None)
    kind = last.of or last.kind if last.kind == "evidence" and last.focus else last.kind
    return _moved(part, last, kind, roles)


def _moved(part: Part, last: Question, kind: str | None, roles: Roles) -> Question:
    """``last`` with what the part names in the place of what it names of the sort."""
    if kind == "comparison" and roles.only(part.subjects, METHOD) and part.intent != CORRECT:
        subjects = tuple(dict.fromkeys([*last.subjects, *part.subjects]))[:MOST_COMPARED]
        return Question(kind, subjects, part.areas or last.areas, part.conditions)
    new_method = roles.only(part.subjects, METHOD)
    if kind == "how_to" and new_method and not roles.only(last.subjects, METHOD):
        kind = "effectiveness"  # "what helps my neck" – "and gua sha?"
    areas = part.areas or (last.areas if new_method or not part.subjects else ())
    old = [slug for slug in last.subjects if slug not in part.denied]
    subjects = roles.replaced(without_elsewhere(old, part.areas), part.subjects, kind)
    if not part.subjects and part.areas:
        subjects = fit_for(without_elsewhere(old, part.areas), part.areas)
    if not areas:
        areas = tuple(area for area in last.areas if area not in part.denied) if not _brings_place(part, roles) else ()
    return Question(kind, subjects, with_sign_areas(subjects, areas), part.conditions)


def _brings_place(part: Part, roles: Roles) -> bool:
    return bool(roles.only(part.subjects, SIGN))


def corrected(part: Part, context: Context, roles: Roles) -> Question:
    """The question before, put right: "no, I meant my neck", "no, I meant is it safe"."""
    last = context.last
    assert last is not None
    asks = cue.ASKS in part.cues
    if not part.subjects and not part.areas:
        kind = part.likely[0] if part.likely and (asks or cue.SHORT not in part.cues) else last.kind
        kept = Question(kind, tuple(slug for slug in last.subjects if slug not in part.denied),
                        tuple(area for area in last.areas if area not in part.denied), part.conditions)
        return kept
    if asks and part.likely and not part.denied:
        return filled(replace(part, intent=f"ask_{part.likely[0]}"), part.likely[0], context, roles)
    return _moved(part, last, last.kind, roles)
