"""The answers service: one question in, one answer out, on one release."""
from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from bot.answers import special
from bot.answers.cells import find_cell
from bot.answers.comparison import compare
from bot.answers.compose import compose
from bot.answers.index import ReleaseIndex
from bot.answers.phrases import fill
from bot.answers.suggestions import to_cell, topics
from bot.model import Answer, Question, Release, RetrievalHit, Suggestion

MOST_SUGGESTIONS = 3
WHOLE_FACE = "whole_face"


class AnswerService:
    """Answers questions from whichever release ``current`` hands over.

    Args:
        current: gives the release to answer from; called once a question. It may raise
            ``bot.store.errors.StoreError``, which passes through to the caller.
    """

    def __init__(self, current: Callable[[], Release]) -> None:
        self._current = current
        self._index: ReleaseIndex | None = None

    def index(self) -> ReleaseIndex:
        """The index of the current release, built when the release changes."""
        release = self._current()
        if self._index is None or self._index.number != release.info.number:
            self._index = ReleaseIndex(release)
        return self._index

    def answer(self, question: Question, nearest: Sequence[RetrievalHit] = ()) -> Answer:
        """The closest sourced answer: the cell, a broader one, a retrieved one, else a question back.

        Args:
            question: what was understood.
            nearest: cells that the words come close to, best first, above the retrieval threshold.
        """
        index = self.index()
        return (
            self._by_kind(question, index)
            or self._from_nearest(question, nearest, index)
            or self.clarify(question, nearest)
        )

    def _by_kind(self, question: Question, index: ReleaseIndex) -> Answer | None:
        found = _SPECIAL.get(question.kind or "", lambda *_: None)(question, index)
        if found:
            return found
        cell = find_cell(question, index)
        if cell:
            return compose(cell, question, index)
        return _WITHOUT_CELL.get(question.kind or "", lambda *_: None)(question, index)

    def _from_nearest(
        self, question: Question, nearest: Sequence[RetrievalHit], index: ReleaseIndex,
    ) -> Answer | None:
        """The first retrieved cell that is about what the visitor named; never one about something else."""
        for hit in nearest:
            if question.subjects and not set(hit.subjects) & set(question.subjects):
                continue
            if question.areas and not set(hit.areas) & {*question.areas, WHOLE_FACE}:
                continue
            found = self._by_kind(replace(question, kind=hit.kind, subjects=hit.subjects[:1]), index)
            if found:
                return replace(found, note=found.note or fill(index.phrases, "note_closest"))
        return None

    def clarify(self, question: Question, nearest: Sequence[RetrievalHit] = ()) -> Answer:
        """The nearest questions as buttons; out of scope when nothing is near."""
        index = self.index()
        suggestions = self._near(question, nearest, index)
        if not suggestions:
            return self.out_of_scope(question)
        place = next((index.place(slug) for slug in question.subjects + question.areas if index.place(slug)), None)
        return self._aside(
            "clarify", question, index, suggestions,
            fill(index.phrases, "clarify_subject", name=place.name) if place else fill(index.phrases, "clarify"),
        )

    def _near(
        self, question: Question, nearest: Sequence[RetrievalHit], index: ReleaseIndex,
    ) -> tuple[Suggestion, ...]:
        named = [slug for slug in question.subjects + question.areas if index.place(slug)]
        cells = [(kind, slug) for slug in named for kind in index.kinds_of(slug)[:MOST_SUGGESTIONS]]
        if not named:
            cells = [(hit.kind, (hit.subjects or hit.areas)[0]) for hit in nearest if hit.subjects or hit.areas]
        unique = dict.fromkeys(cell for cell in cells if cell[0] in index.kinds_of(cell[1]))
        return tuple(to_cell(index, kind, slug) for kind, slug in unique)[:MOST_SUGGESTIONS]

    def out_of_scope(self, question: Question) -> Answer:
        """Says that there is no sourced answer, and what there is."""
        index = self.index()
        return self._aside("out_of_scope", question, index, topics(index), fill(index.phrases, "out_of_scope"))

    @staticmethod
    def _aside(
        type_: str, question: Question, index: ReleaseIndex, suggestions: tuple[Suggestion, ...], headline: str,
    ) -> Answer:
        face = index.areas[WHOLE_FACE]
        return Answer(
            type=type_, release=index.number, reviewed_on=face.review.on, review_status=face.review.status,
            question=question, headline=headline, see_dermatologist=face.see_dermatologist, suggestions=suggestions,
        )


_Composer = Callable[[Question, ReleaseIndex], Answer | None]

#: Kinds with an answer of their own shape, tried before the cell.
_SPECIAL: Mapping[str, _Composer] = {
    "routine": special.routine,
    "professional": special.professional,
    "tracking": special.tracking,
    "comparison": compare,
}
#: What is said when a kind has no cell.
_WITHOUT_CELL: Mapping[str, _Composer] = {"definition": special.define, "cost": special.no_cost}
