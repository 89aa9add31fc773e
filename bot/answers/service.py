"""The answers service: one question in, one answer out, on one release."""
from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from bot.answers import special
from bot.answers.cells import find_cell
from bot.answers.comparison import compare
from bot.answers.compose import compose
from bot.answers.feedback import with_feedback
from bot.answers.focus import asked_again, focused, unfocused
from bot.answers.index import ReleaseIndex
from bot.answers.phrases import fill
from bot.answers.plan import plan, told
from bot.answers.refusal import allowed, refusal
from bot.answers.routines import routine
from bot.answers.suggestions import to_cell, topics
from bot.answers.visitor import Visitor
from bot.model import Answer, Area, PlanRequest, Question, RetrievalHit, Situation, Subject, Suggestion

MOST_SUGGESTIONS = 3
WHOLE_FACE = "whole_face"
#: Of a visitor who has told nothing of themselves.
NOTHING_KNOWN = Situation()


class AnswerService:
    """Answers questions from the release that is current when they are asked.

    Args:
        index: hands over the index of the current release; called once a question. What it raises (such as
            ``bot.store.errors.StoreError``) passes through to the caller.
    """

    def __init__(self, index: Callable[[], ReleaseIndex]) -> None:
        self._index = index

    def answer(
        self, question: Question, nearest: Sequence[RetrievalHit] = (), situation: Situation = NOTHING_KNOWN,
    ) -> Answer:
        """The closest sourced answer: the cell, a broader one, a retrieved one, else a question back.

        Args:
            question: what was understood.
            nearest: cells that the words come close to, best first, above the retrieval threshold.
            situation: what the conversation knows of the visitor; it decides what is said first and what is not
                offered.
        """
        index = self._index()
        visitor = Visitor(situation, index)
        found = (
            self._by_kind(question, index, visitor)
            or self._from_nearest(question, nearest, index, visitor)
            or self._clarified(question, nearest, index, visitor)
        )
        return with_feedback(found, index.phrases)

    def release(self) -> ReleaseIndex:
        """The index of the current release."""
        return self._index()

    def family_of(self, subject: str) -> str | None:
        """The family of a subject of the current release, or None."""
        found = self._index().subjects.get(subject)
        return found.family if found else None

    def _by_kind(self, question: Question, index: ReleaseIndex, visitor: Visitor) -> Answer | None:
        if question.focus:
            found = self._by_kind(unfocused(question), index, visitor)
            return focused(found, question, index) if found else None
        refused = refusal(question, index, visitor)
        if refused:
            return refused
        asked = allowed(question, index, visitor)
        found = _SPECIAL.get(asked.kind or "", lambda *_: None)(asked, index, visitor)
        if not found:
            cell = find_cell(asked, index)
            found = compose(cell, asked, index, visitor) if cell else None
        return asked_again(replace(found, question=question), index) if found else None

    def _from_nearest(
        self, question: Question, nearest: Sequence[RetrievalHit], index: ReleaseIndex, visitor: Visitor,
    ) -> Answer | None:
        """The first retrieved cell of the kind asked that is about what the visitor named; never about something else.

        Without a sure kind two hits in five are wrong, so those become questions back.
        """
        for hit in nearest:
            if hit.kind != question.kind:
                continue
            if question.subjects and not set(hit.subjects) & set(question.subjects):
                continue
            if question.areas and not set(hit.areas) & {*question.areas, WHOLE_FACE}:
                continue
            found = self._by_kind(replace(question, kind=hit.kind, subjects=hit.subjects[:1]), index, visitor)
            if found and found.type != "safety":
                return replace(found, question=question, note=found.note or fill(index.phrases, "note_closest"))
        return None

    def clarify(
        self, question: Question, nearest: Sequence[RetrievalHit] = (), situation: Situation = NOTHING_KNOWN,
    ) -> Answer:
        """The nearest questions as buttons; out of scope when nothing is near."""
        index = self._index()
        return self._clarified(question, nearest, index, Visitor(situation, index))

    def _clarified(
        self, question: Question, nearest: Sequence[RetrievalHit], index: ReleaseIndex, visitor: Visitor,
    ) -> Answer:
        suggestions = self._near(question, nearest, index, visitor)
        if not suggestions:
            return self.out_of_scope(question)
        place = next((index.place(slug) for slug in question.subjects + question.areas if index.place(slug)), None)
        phrase = "clarify" if not place else "clarify_kind" if question.kind else "clarify_subject"
        headline = fill(index.phrases, phrase, name=place.name) if place else fill(index.phrases, phrase)
        return self._aside("clarify", question, index, suggestions, headline, place)

    def _near(
        self, question: Question, nearest: Sequence[RetrievalHit], index: ReleaseIndex, visitor: Visitor,
    ) -> tuple[Suggestion, ...]:
        named = [slug for slug in question.subjects + question.areas if index.place(slug)]
        cells = [(kind, slug) for slug in named for kind in visitor.kinds_of(slug)[:MOST_SUGGESTIONS]]
        if not named:
            cells = [(hit.kind, (hit.subjects or hit.areas)[0]) for hit in nearest if hit.subjects or hit.areas]
        unique = dict.fromkeys(cell for cell in cells if cell[0] in visitor.kinds_of(cell[1]))
        return tuple(to_cell(index, kind, slug) for kind, slug in unique)[:MOST_SUGGESTIONS]

    def names_of_cautions(self, situation: Situation) -> tuple[str, ...]:
        """What the conversation knows of the visitor, in a few words each, such as "jaw-joint trouble"."""
        names = {rule.id: rule.name for rule in self._index().cautions}
        return tuple(names[rule] for rule in situation.cautions if rule in names)

    def plan(self, request: PlanRequest, situation: Situation = NOTHING_KNOWN) -> Answer:
        """What could help a visitor who answered the questions of a plan."""
        index = self._index()
        return with_feedback(plan(request, index, situation), index.phrases)

    def told(self, situation: Situation, conditions: Sequence[str]) -> Situation:
        """The situation with the conditions that a visitor named in a form, and the caution rules that cover them."""
        return told(situation, conditions, self._index())

    def out_of_scope(self, question: Question, again: bool = False) -> Answer:
        """Says that there is no sourced answer, and what there is; ``again``: to somebody who was asked back before."""
        index = self._index()
        headline = fill(index.phrases, "out_of_scope_again" if again else "out_of_scope")
        return self._aside("out_of_scope", question, index, topics(index), headline)

    @staticmethod
    def _aside(
        type_: str, question: Question, index: ReleaseIndex, suggestions: tuple[Suggestion, ...], headline: str,
        place: Subject | Area | None = None,
    ) -> Answer:
        about = place or index.areas[WHOLE_FACE]
        advice = replace(about.see_dermatologist, when=())  # a list of signs is no reply to "hello" or the weather
        return Answer(
            type=type_, release=index.number, reviewed_on=about.review.on, review_status=about.review.status,
            question=question, headline=headline, see_dermatologist=advice, suggestions=suggestions,
        )


_Composer = Callable[[Question, ReleaseIndex, Visitor], Answer | None]

#: Kinds whose answer is more than a cell; each hands back None when the cell is all there is to say.
_SPECIAL: Mapping[str, _Composer] = {
    "routine": routine,
    "professional": special.professional,
    "tracking": special.tracking,
    "cost": special.cost,
    "definition": special.define,
    "comparison": compare,
}
