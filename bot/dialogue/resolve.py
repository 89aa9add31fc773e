"""From the parts of a message to whole questions: what is missing comes from the conversation."""
from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.dialogue import turn as cue
from bot.dialogue.context import Context
from bot.dialogue.filling import CORRECT, about_the_same, anew, corrected, filled
from bot.dialogue.roles import CAUSE, METHOD, SIGN, FamilyOf, Roles
from bot.dialogue.turn import Part, Turn
from bot.model import Focus, Question

MOST = 3  # answers to one message
ASK = "ask_"
COMPARISON = "comparison"
FOLLOW_UP, SIMPLER, MORE = "follow_up", "simpler", "more_evidence"
GO_ON, NOT_SURE = "go_on", "nlu_fallback"
#: What "go on" means after an answer.
MORE_OF_IT = Turn((Part(MORE),))
#: Kinds whose answer about two subjects is one answer.
ONE_ANSWER = frozenset({"comparison", "routine", "tracking"})
#: Kinds that ask about places, one answer a place, when no method is named: "what helps my neck and my lids".
BY_PLACE = frozenset({
    "cause", "how_to", "prevention", "professional", "effectiveness", "definition", "product", "timeline", "risk",
    "cost", "suitability"})


def resolve(turn: Turn, context: Context, family_of: FamilyOf) -> list[Question]:
    """The questions that a message asks, in its order, at least one and at most three.

    A question whose kind is None is one that could not be told.
    """
    roles = Roles(family_of)
    found: list[Question] = []
    here = _told_here(turn, context)
    for n, part in enumerate(turn.parts):
        if found and found[-1].kind == "evidence" and cue.WHY in part.cues and not _names(part):
            continue  # "who is against it and why" is answered
        later = turn.parts[n + 1] if n + 1 < len(turn.parts) else None
        for question in _questions(part, here, later, roles):
            asked = replace(question, conditions=tuple(dict.fromkeys([*question.conditions, *turn.conditions])))
            if asked not in found:
                found.append(asked)
            here = here.after(question)
    return [_deeper(each, context, len(found)) for each in found[:MOST]]


def one_by_one(questions: Sequence[Question], context: Context, family_of: FamilyOf) -> list[Question]:
    """``questions``; what is asked of all that was compared before ("and the risks?") is asked of each."""
    if len(questions) != 1 or context.last is None or context.last.kind != COMPARISON:
        return list(questions)
    [question] = questions
    roles = Roles(family_of)
    methods = roles.only(question.subjects, METHOD)
    carried = set(question.subjects) <= set(context.last.subjects)
    if question.kind is None or question.kind in ONE_ANSWER or question.focus or not carried or len(methods) < 2:
        return list(questions)
    beside = tuple(slug for slug in question.subjects if slug not in methods)
    return [replace(question, subjects=(method, *beside)) for method in methods[:MOST]]


def _told_here(turn: Turn, context: Context) -> Context:
    """The context, once the message itself has told what it is about: "my jaw sags. What helps, and is it safe?"."""
    if not turn.subjects and not turn.areas:
        return context
    kind = context.last.kind if context.last else None
    return replace(context, last=Question(kind, turn.subjects, turn.areas))


def _deeper(question: Question, context: Context, number: int) -> Question:
    """The next page of a question that is asked again; a visitor who has told more meanwhile starts at the first."""
    last = context.last
    if number > 1 or last is None or question.page:
        return question
    same = replace(question, conditions=(), page=last.page) == last
    return replace(question, page=last.page + 1) if same and question.focus != "simple" else question


def _questions(part: Part, context: Context, later: Part | None, roles: Roles) -> Iterator[Question]:
    part = _as_asked(part, roles)
    if not _names(part) and context.last is None and later is not None and _names(later):
        part = replace(part, subjects=later.subjects, areas=later.areas)  # "is it safe, and does gua sha work?"
    if _chooses(part, roles):
        yield filled(part, COMPARISON, context, roles)
        return
    if part.kinds:
        for kind in part.kinds:
            yield from _split(filled(part, kind, context, roles), part, roles)
        return
    question = _one(part, context, roles)
    yield from _split(question, part, roles)


def _as_asked(part: Part, roles: Roles) -> Part:
    """The part without what it only seems to ask: methods that it tells of, "I tried this. Does that work?"."""
    told = set(roles.only(part.told, METHOD))
    words_weigh = {cue.OR_METHODS, cue.THAN, cue.WEIGHS} & part.cues
    if part.intent == f"{ASK}{COMPARISON}" and cue.TOGETHER in part.cues and not words_weigh and len(part.likely) > 1:
        part = replace(part, intent=f"{ASK}{part.likely[1]}")  # "are botox and fillers together safe" weighs nothing
    weighed = part.intent == f"{ASK}{COMPARISON}" or words_weigh
    if not told or weighed or not set(roles.only(part.subjects, METHOD)) - told:
        return part
    groups = (tuple(slug for slug in group if slug not in told) for group in part.groups)
    return replace(part, subjects=tuple(slug for slug in part.subjects if slug not in told),
                   groups=tuple(group for group in groups if group))


def _chooses(part: Part, roles: Roles) -> bool:
    """Say whether the words weigh two methods against each other: "gua sha or a roller", "is botox better than"."""
    weighed = {cue.OR_METHODS, cue.THAN, cue.WEIGHS} & part.cues and not part.conditions
    causes = {cue.OR_METHODS, cue.WEIGHS} <= part.cues and len(roles.only(part.subjects, METHOD, CAUSE)) > 1
    return part.intent.startswith(ASK) and (causes or (bool(weighed) and len(roles.only(part.subjects, METHOD)) > 1))


def _names(part: Part) -> bool:
    return bool(part.subjects or part.areas)


def _one(part: Part, context: Context, roles: Roles) -> Question:
    """The question of a part that asks one."""
    last = context.last
    intent = part.intent
    if last is None or (last.kind is None and intent in (MORE, SIMPLER)):
        return anew(part, _kind_without_context(part))
    if intent == SIMPLER:
        return replace(last, page=0, focus="simple", conditions=part.conditions)
    if intent == MORE and not _names(part) and cue.SOURCES not in part.cues and cue.AGAINST not in part.cues:
        return replace(last, page=last.page + 1, focus="" if last.focus == "simple" else last.focus,
                       conditions=part.conditions)
    if cue.WHY in part.cues and not _names(part):
        return replace(last, kind="cause" if last.kind in ("cause", None) else "evidence", page=0, focus="", of=None)
    if intent == CORRECT or (part.denied and _names(part) and not intent.startswith(ASK)):
        return corrected(part, context, roles)
    if _weighs_up(part, last, roles):
        return filled(part, COMPARISON, context, roles)
    if _is_elliptic(part, intent):
        return about_the_same(part, context, roles)
    kind = _kind(part)
    question = filled(part, kind, context, roles)
    return _focused(question, part, last) if kind == "evidence" and not part.subjects else question


def _weighs_up(part: Part, last: Question, roles: Roles) -> bool:
    """Say whether a method is held against what was spoken of: "is it cheaper than laser", "can peels do the same"."""
    if not roles.only(part.subjects, METHOD):
        return False
    better = {cue.WEIGHS, cue.AGENT} <= part.cues and cue.TOO not in part.cues and part.intent.startswith(ASK)
    return bool(cue.THAN in part.cues and {cue.REFERS, cue.SAME} & part.cues) or (
        better and bool(roles.only(last.subjects, METHOD)))  # "she had peels done, are they better?"


def _kind(part: Part) -> str | None:
    """The kind that the words name."""
    if part.intent.startswith(ASK):
        return part.intent.removeprefix(ASK)
    if part.intent == FOLLOW_UP and part.likely:
        return part.likely[0]
    return "evidence" if part.intent == MORE else None


def _is_elliptic(part: Part, intent: str) -> bool:
    """Say whether the part names something and leaves the question to the conversation: "and for the neck?"."""
    if _names(part) and cue.BARE in part.cues:
        return True
    if intent == NOT_SURE and _names(part) and cue.ASKS not in part.cues:
        return True  # "it's mostly my chin, to be honest"
    whole = _names(part) and cue.ASKS in part.cues and not {cue.SHORT, cue.SAME} & part.cues
    return (intent == FOLLOW_UP and not whole) or (_names(part) and cue.SHORT in part.cues and cue.TOO in part.cues
                                   and cue.ASKS not in part.cues)


def _kind_without_context(part: Part) -> str | None:
    if part.intent.startswith(ASK):
        return part.intent.removeprefix(ASK)
    if part.intent in (FOLLOW_UP, CORRECT) and _names(part) and part.likely and cue.SHORT not in part.cues:
        return part.likely[0]
    return None


def _focused(question: Question, part: Part, last: Question) -> Question:
    """A question for sources, or for what speaks against, is about the answer before."""
    focus: Focus = "sources" if cue.SOURCES in part.cues else "against"
    if not {cue.SOURCES, cue.AGAINST} & part.cues:
        return question
    of = last.of if last.kind == "evidence" else last.kind
    return replace(question, focus=focus, of=of if of != "evidence" else None)


def _split(question: Question, part: Part, roles: Roles) -> Iterator[Question]:
    """One question for each method, or each place, that the words join; else the question as it is.

    "Gua sha for the jaw and the neck" stays one: its second group has no method of its own.
    """
    if question.kind is None or question.kind in ONE_ANSWER or cue.TOGETHER in part.cues or len(part.groups) < 2:
        yield question
        return
    groups = [_group(each, part) for each in part.groups]
    things = (METHOD, CAUSE) if question.kind == "cause" else (METHOD,)
    if roles.only(part.subjects, *things):
        yield from _by_thing(question, [each for each in groups if roles.only(each[0], *things)])
    elif question.kind in BY_PLACE and all(areas or roles.only(subjects, SIGN) for subjects, areas in groups):
        beside = tuple(slug for slug in question.subjects if slug not in part.subjects)
        yield from (replace(question, subjects=(*subjects, *beside), areas=areas) for subjects, areas in groups)
    else:
        yield question


def _by_thing(question: Question, groups: Sequence[tuple[tuple[str, ...], tuple[str, ...]]]) -> Iterator[Question]:
    """One question for each group that names a method or a cause; what the other words name goes with all of them."""
    if len(groups) < 2:
        yield question
        return
    having = [areas for _, areas in groups if areas]
    shared = having[0] if len(having) == 1 else () if having else question.areas
    named = {slug for subjects, _ in groups for slug in subjects}
    beside = tuple(slug for slug in question.subjects if slug not in named)
    yield from (replace(question, subjects=(*subjects, *beside), areas=areas or shared) for subjects, areas in groups)


def _group(slugs: Sequence[str], part: Part) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The subjects and the areas among ``slugs``."""
    return tuple(each for each in slugs if each in part.subjects), tuple(each for each in slugs if each in part.areas)
