"""What could help one visitor: at most five things, the best evidence first, both sides of each.

What the visitor answered decides what is looked at and in which order; what they told of themselves decides what is
left out. Nothing is offered that only a seller or personal stories speak for, or against which better evidence speaks.
"""
from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bot.answers.cautions import cautions_for
from bot.answers.cells import METHODS, Cell
from bot.answers.citing import finish
from bot.answers.compose import missing_sides
from bot.answers.index import ReleaseIndex
from bot.answers.phrases import fill
from bot.answers.refusal import refusal
from bot.answers.select import WHOLE_FACE, as_point, by_strength, numbered, touching
from bot.answers.special import referrals
from bot.answers.suggestions import payload, to_cell
from bot.answers.visitor import Visitor
from bot.model import (
    COMPARISON_ROWS,
    EVIDENCE_LEVELS,
    MIXED,
    OPPOSES,
    SUPPORTS,
    Answer,
    Claim,
    ComparisonRow,
    Glance,
    Headline,
    LeftOut,
    PlanItem,
    PlanRequest,
    Question,
    Situation,
    Suggestion,
)

MOST_ITEMS, MOST_OF_A_FAMILY, MOST_SUGGESTIONS = 5, 2, 3
#: What an effect is read from, the nearest kind first: sunscreen and not smoking are there to prevent.
EFFECT_KINDS = ("effectiveness", "prevention")
#: The weakest evidence on which something is offered.
WEAKEST = "expert_opinion"
#: Families that take time every day, in the time of their routines.
DAILY_FAMILIES = ("exercise", "massage")
PROCEDURES = "procedures"
#: What a visitor may say that matters to them; what each does is said in the answer's note.
GOALS = ("proof", "home", "cost", "risk")
#: Goals that leave out what a professional does, and goals that put it last.
WITHOUT_PROCEDURES, PROCEDURES_LAST = frozenset({"home"}), frozenset({"cost", "risk"})
#: A change that is this young is one to show to a doctor before anything else.
NEW = frozenset({"days", "weeks"})
EFFORT = "effort"
PLAN_ROWS = (*COMPARISON_ROWS, EFFORT)


@dataclass(frozen=True)
class _Candidate:
    slug: str
    family: str
    headline: Headline
    claims: tuple[Claim, ...]  # on its effect, for the visitor's places

    def side(self, stance: str, index: ReleaseIndex) -> list[Claim]:
        """The claims on a side, strongest first; a mixed claim speaks on both."""
        found = [claim for claim in self.claims if claim.stance in (stance, MIXED)]
        return sorted(found, key=lambda claim: by_strength(claim, index))


def told(situation: Situation, conditions: Sequence[str], index: ReleaseIndex) -> Situation:
    """The situation with the conditions that a visitor named in a form, and the caution rules that cover them."""
    rules = [rule.id for rule in index.cautions if set(rule.conditions) & set(conditions)]
    return replace(situation, cautions=tuple(dict.fromkeys((*situation.cautions, *rules))),
                   conditions=tuple(dict.fromkeys((*situation.conditions, *conditions))))


def plan(request: PlanRequest, index: ReleaseIndex, situation: Situation) -> Answer:
    """The plan for a visitor; while an emergency or urgent sign is open, that this comes first."""
    visitor = Visitor(told(situation, request.conditions, index), index)
    question = _question(request, index)
    if visitor.open_rule:
        refused = refusal(replace(question, kind="routine"), index, visitor)
        assert refused is not None
        return replace(refused, question=question)
    chosen, left_out, too_long = _chosen(request, question, index, visitor)
    items = tuple(_item(each, request, index) for each in chosen)
    return _answer(items, chosen, left_out, question, _note(request, too_long, index), index, visitor)


def _question(request: PlanRequest, index: ReleaseIndex) -> Question:
    subjects = tuple(slug for slug in request.places if slug in index.subjects)
    areas = tuple(slug for slug in request.places if slug in index.areas)
    return Question("how_to", subjects, areas, request.conditions)


def _candidates(question: Question, index: ReleaseIndex) -> Iterator[_Candidate]:
    for slug, subject in index.subjects.items():
        kind = next((kind for kind in EFFECT_KINDS if index.headline(slug, kind)), None)
        if subject.family not in METHODS or not kind:
            continue
        headline = index.headline(slug, kind)
        assert headline is not None
        claims = tuple(touching(index.about_subject(slug, kind), question.areas))
        candidate = _Candidate(slug, subject.family, headline, claims)
        if _is_backed(candidate, index):
            yield candidate


def _is_backed(candidate: _Candidate, index: ReleaseIndex) -> bool:
    """Whether more than a seller speaks for it itself, and nothing stronger against it."""
    for_it, against = candidate.side(SUPPORTS, index), candidate.side(OPPOSES, index)
    if not for_it or _level(for_it) > EVIDENCE_LEVELS.index(WEAKEST):
        return False
    if for_it[0].subjects[0] in index.parents(candidate.slug):  # tested as part of the broader method, never alone
        return False
    return not against or _level(for_it) <= _level(against)


def _level(claims: Sequence[Claim]) -> int:
    return EVIDENCE_LEVELS.index(claims[0].evidence)


def _order(candidate: _Candidate, request: PlanRequest, index: ReleaseIndex) -> tuple[bool, int, bool, bool, bool]:
    """The strongest evidence first; among equals what is not contested, has evidence of its own, and was seen there."""
    best = candidate.side(SUPPORTS, index)[0]
    contested = best.stance == MIXED or any(claim.stance == OPPOSES for claim in candidate.claims)
    last = candidate.family == PROCEDURES and bool(PROCEDURES_LAST & set(request.goals))
    elsewhere = not set(best.areas) & (set(request.places) - {WHOLE_FACE})
    return last, EVIDENCE_LEVELS.index(best.evidence), contested, best.subjects[0] != candidate.slug, elsewhere


def _chosen(
    request: PlanRequest, question: Question, index: ReleaseIndex, visitor: Visitor,
) -> tuple[list[_Candidate], tuple[LeftOut, ...], list[str]]:
    """The candidates of the plan, what a caution leaves out of it, and the names of what takes too long."""
    chosen: list[_Candidate] = []
    left_out: dict[str, LeftOut] = {}
    too_long: list[str] = []
    for each in sorted(_candidates(question, index), key=lambda each: _order(each, request, index)):
        full = len(chosen) == MOST_ITEMS
        if full or (each.family == PROCEDURES and WITHOUT_PROCEDURES & set(request.goals)):
            continue
        if _repeats(each, chosen, index) or set(index.parents(each.slug)) & set(left_out):
            continue
        reason = _against(each, index, visitor)
        if reason:
            left_out[each.slug] = reason
        elif _takes_too_long(each, request, index):
            too_long.append(index.subjects[each.slug].name)
        else:
            chosen.append(each)
    return chosen, tuple(dict.fromkeys(left_out.values())), too_long


def _repeats(candidate: _Candidate, chosen: Sequence[_Candidate], index: ReleaseIndex) -> bool:
    """Whether the plan has as much of its family as it takes, a broader or narrower one, or one on the same claims."""
    family = [each for each in chosen if each.family == candidate.family]
    lineage = {candidate.slug, *index.parents(candidate.slug)}
    return len(family) == MOST_OF_A_FAMILY or any(
        lineage & {each.slug, *index.parents(each.slug)} or set(candidate.headline.claims) & set(each.headline.claims)
        for each in chosen)


def _against(candidate: _Candidate, index: ReleaseIndex, visitor: Visitor) -> LeftOut | None:
    """Why a candidate is not offered to this visitor."""
    subject = index.subjects[candidate.slug]
    rule = visitor.against_subject(candidate.slug)
    if not rule and candidate.family == "exercise":
        rule = visitor.blocking
    if rule:
        return LeftOut(subject.name, rule.name, rule.id)
    kept, reasons = visitor.suited(candidate.claims, candidate.headline.kind)
    if not any(claim.stance in (SUPPORTS, MIXED) for claim in kept):
        return reasons[0] if reasons else None
    routines = [index.routines[slug] for slug in subject.routines]
    parts = [visitor.part_of(routine, routine.steps) for routine in routines]
    if parts and not any(steps for steps, _ in parts):
        return replace(parts[0][1][0], name=subject.name)
    return None


def _shortest(slug: str, index: ReleaseIndex) -> tuple[float, str] | None:
    """Minutes and how often of the subject's shortest routine; None where no source gives a time."""
    timed = [(routine.minutes, routine.frequency) for name in index.subjects[slug].routines
             if (routine := index.routines[name]).minutes is not None]
    return min(timed, default=None)


def _takes_too_long(candidate: _Candidate, request: PlanRequest, index: ReleaseIndex) -> bool:
    if request.minutes is None or candidate.family not in DAILY_FAMILIES:
        return False
    shortest = _shortest(candidate.slug, index)
    return request.minutes < (shortest[0] if shortest else 1)


def _effort(candidate: _Candidate, index: ReleaseIndex) -> str:
    shortest = _shortest(candidate.slug, index)
    if shortest:
        return fill(index.phrases, "plan_effort_routine", minutes=f"{shortest[0]:g}", frequency=shortest[1])
    return fill(index.phrases, f"plan_effort_{candidate.family}")


def _item(candidate: _Candidate, request: PlanRequest, index: ReleaseIndex) -> PlanItem:
    subject = index.subjects[candidate.slug]
    for_it, against = candidate.side(SUPPORTS, index), candidate.side(OPPOSES, index)
    cell = Cell(candidate.slug, candidate.headline.kind, candidate.claims, "exact")
    no_figure = Glance(fill(index.phrases, "no_sourced_figure"), ())
    return PlanItem(
        subject=candidate.slug,
        name=subject.name,
        headline=candidate.headline.text,
        evidence=for_it[0].evidence,
        supports=tuple(claim.id for claim in for_it[:1]),
        opposes=tuple(claim.id for claim in against[:1]),
        none_found=missing_sides(replace(cell, kind="effectiveness"), candidate.claims, index),
        time_to_results=subject.glance.get("time_to_results", no_figure),
        risks=subject.glance.get("risks", no_figure),
        cost=subject.glance.get("cost", no_figure),
        effort=_effort(candidate, index),
    )


def _rows(items: Sequence[PlanItem], index: ReleaseIndex) -> tuple[ComparisonRow, ...]:
    def cell(item: PlanItem, row: str) -> Glance:
        if row == "evidence":
            return Glance(item.evidence, item.supports)
        if row == EFFORT:
            return Glance(item.effort, ())
        return index.subjects[item.subject].glance.get(row) or Glance(fill(index.phrases, "no_sourced_figure"), ())

    return tuple(ComparisonRow(row, tuple(cell(item, row) for item in items)) for row in PLAN_ROWS)


def _note(request: PlanRequest, too_long: Sequence[str], index: ReleaseIndex) -> str:
    """What the visitor's answers did to the plan."""
    notes = [fill(index.phrases, "plan_new_change")] if request.since in NEW else []
    notes += [fill(index.phrases, f"plan_goal_{goal}") for goal in GOALS if goal in request.goals]
    if too_long:
        notes.append(fill(index.phrases, "plan_too_long", minutes=str(request.minutes), names=", ".join(too_long)))
    return " ".join(notes)


def _answer(
    items: tuple[PlanItem, ...], chosen: Sequence[_Candidate], left_out: tuple[LeftOut, ...], question: Question,
    note: str, index: ReleaseIndex, visitor: Visitor,
) -> Answer:
    about = next(place for slug in (*question.areas, WHOLE_FACE) if (place := index.place(slug)))
    shown = {claim.id: claim for each in chosen for claim in each.claims}
    ids = dict.fromkeys(id for item in items for id in (*item.supports, *item.opposes))
    slugs = [item.subject for item in items]
    headline = fill(index.phrases, "plan_headline", count=str(len(items))) if items else fill(
        index.phrases, "plan_empty")
    rows = _rows(items, index) if items else ()
    answer = finish(Answer(
        type="comparison" if items else "answer",
        release=index.number,
        reviewed_on=about.review.on,
        review_status=about.review.status,
        question=question,
        headline=headline,
        note=note,
        points=tuple(as_point(shown[id]) for id in ids),
        columns=tuple(item.name for item in items),
        rows=rows,
        plan=items,
        cautions=cautions_for(question, slugs, index, visitor, claims=[shown[id] for id in ids],
                              said={each.rule for each in left_out}),
        left_out=left_out,
        referrals=referrals(replace(question, subjects=(*question.subjects, *slugs)), index, visitor),
        see_dermatologist=about.see_dermatologist,
        suggestions=_suggestions(items, visitor, index),
    ), index)
    cited = [source.source.id for source in answer.sources]
    in_rows = [source for row in rows for cell in row.cells for claim in cell.claims
               for source in index.claims[claim].sources[:1]]
    return replace(answer, sources=numbered(cited + in_rows, index))


def _suggestions(items: Sequence[PlanItem], visitor: Visitor, index: ReleaseIndex) -> tuple[Suggestion, ...]:
    """The plan as text to keep, another plan, and the first thing of it that something can be asked about."""
    found = [Suggestion(fill(index.phrases, "plan_as_text"), payload("plan_as_text"))] if items else []
    found.append(Suggestion(fill(index.phrases, "plan_again"), payload("want_plan")))
    first = next(((kinds[0], item.subject) for item in items if (kinds := visitor.kinds_of(item.subject))), None)
    found += [to_cell(index, *first)] if first else []
    return tuple(found[:MOST_SUGGESTIONS])
