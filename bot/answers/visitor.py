"""What is said first to one visitor, and what is not offered, by the caution rules that apply to them."""
from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot.answers.cells import METHODS, find_cell
from bot.answers.index import ReleaseIndex
from bot.answers.phrases import fill
from bot.model import (
    NEUTRAL,
    TWO_SIDED_KINDS,
    CautionRule,
    Claim,
    LeftOut,
    Move,
    Question,
    Routine,
    RoutineStep,
    Situation,
)

#: Kinds whose answer hands a visitor something to do or to use; all others inform, and stay whole.
OFFERS = frozenset({"how_to", "product", "routine"})
#: What may still be asked about a subject that is not offered.
ABOUT_WITHHELD = frozenset({"risk", "suitability", "professional"})
#: Kinds that lead to nothing to do: a part of the face or a sign that a caution touches needs no caution there.
NOTHING_TO_DO = frozenset({"cause", "definition", "cost", "tracking"})


class Visitor:
    """One visitor's situation read against one release; rules keep the editors' order, the most pressing first.

    A caution that the release does not know is left aside: its message was said when the visitor told of it.
    """

    def __init__(self, situation: Situation, index: ReleaseIndex) -> None:
        self._index = index
        self.conditions = situation.conditions
        self.open_rule = situation.open_rule
        self.rules = tuple(rule for rule in index.cautions if rule.id in situation.cautions
                           or set(rule.conditions) & set(situation.conditions))
        self.blocking = next((rule for rule in self.rules if rule.blocks_routines), None)

    def against_subject(self, slug: str) -> CautionRule | None:
        """The rule that withholds a subject or one that it is a child of."""
        lineage = self._lineage([slug])
        return next((rule for rule in self.rules if lineage & set(rule.withholds.subjects)), None)

    def against_moves(self, moves: Iterable[Move]) -> CautionRule | None:
        """The rule that withholds one of the moves."""
        asked = set(moves)
        return next((rule for rule in self.rules if asked & set(rule.withholds.moves)), None)

    def against_routine(self, routine: Routine) -> CautionRule | None:
        """The rule that withholds a routine whole: all routines, or what this one is (its first subject)."""
        return self.blocking or self.against_subject(routine.subjects[0])

    def against_claim(self, claim: Claim) -> LeftOut | None:
        """Why a claim is not offered, and what it is about."""
        for slug in claim.subjects:
            rule = self.against_subject(slug)
            if rule:
                return LeftOut(self._index.subjects[slug].name, rule.name, rule.id)
        rule = self.against_moves(claim.moves)
        return LeftOut(self._index.subjects[claim.subjects[0]].name, rule.name, rule.id) if rule else None

    def suited(self, claims: Sequence[Claim], kind: str) -> tuple[tuple[Claim, ...], tuple[LeftOut, ...]]:
        """The claims that suit the visitor, and what was left out.

        No claim is left where all of them, or one whole side of a two-sided kind, would have to go: the rest would
        mislead.
        """
        left_out = {claim.id: reason for claim in claims if (reason := self.against_claim(claim))}
        kept = tuple(claim for claim in claims if claim.id not in left_out)
        lost = {claim.stance for claim in claims} - {claim.stance for claim in kept} - {NEUTRAL}
        one_sided = kind in TWO_SIDED_KINDS and lost
        return (() if one_sided else kept), tuple(dict.fromkeys(left_out.values()))

    def part(self, steps: Iterable[RoutineStep]) -> tuple[tuple[RoutineStep, ...], tuple[LeftOut, ...]]:
        """The steps that suit the visitor, and those left out."""
        kept, left_out = [], []
        for step in steps:
            rule = self.against_moves(step.moves)
            if rule:
                left_out.append(LeftOut(step.name, rule.name, rule.id))
            else:
                kept.append(step)
        return tuple(kept), tuple(left_out)

    def part_of(
        self, routine: Routine, steps: Iterable[RoutineStep],
    ) -> tuple[tuple[RoutineStep, ...], tuple[LeftOut, ...]]:
        """The same for steps of a routine, which may be withheld whole."""
        if self.open_rule:
            because = fill(self._index.phrases, "open_rule_because")
            return (), (LeftOut(routine.title, because, self.open_rule),)
        rule = self.against_routine(routine)
        if rule:
            return (), (LeftOut(routine.title, rule.name, rule.id),)
        return self.part(steps)

    def touching(self, subjects: Sequence[str], question: Question) -> tuple[CautionRule, ...]:
        """The rules that touch an answer about these subjects to this question."""
        known = [slug for slug in subjects if slug in self._index.subjects]
        lineage, families = self._lineage(known), {self._index.subjects[slug].family for slug in known}
        areas = set() if question.kind in NOTHING_TO_DO else set(question.areas) | set(subjects)
        method = bool(families & set(METHODS)) or question.kind == "routine"

        def touches(rule: CautionRule) -> bool:
            reach = rule.touches
            if not (reach.subjects or reach.families or reach.areas):
                return method
            return bool(lineage & {*reach.subjects, *rule.withholds.subjects} or families & set(reach.families)
                        or areas & set(reach.areas))

        return tuple(rule for rule in self.rules if touches(rule))

    def kinds_of(self, slug: str) -> tuple[str, ...]:
        """The kinds for which a subject or area has an answer that may be suggested to this visitor."""
        kinds = self._index.kinds_of(slug)
        if not self.rules and not self.open_rule:
            return kinds
        return tuple(kind for kind in kinds if self._may_suggest(kind, slug))

    def _may_suggest(self, kind: str, slug: str) -> bool:
        if kind == "routine" and (self.open_rule or self.blocking):
            return False
        is_subject = slug in self._index.subjects
        if is_subject and self.against_subject(slug):
            return kind in ABOUT_WITHHELD
        if kind not in OFFERS:
            return True
        cell = find_cell(Question(kind, (slug,) if is_subject else (), () if is_subject else (slug,)), self._index)
        return cell is None or bool(self.suited(cell.claims, cell.kind)[0])

    def _lineage(self, slugs: Iterable[str]) -> set[str]:
        return {each for slug in slugs if slug in self._index.subjects for each in (slug, *self._index.parents(slug))}
