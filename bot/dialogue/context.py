"""What a conversation was last about, and how it is kept: no words of the visitor, no conditions."""
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from bot.model import Question

BEFORE_THE_FIRST = -1  # a page


@dataclass(frozen=True)
class Context:
    """What was asked before.

    ``last`` is the question that was answered last, None at the start of a conversation; ``before`` the subjects of
    the question before it; ``told`` how many cautions applied when it was answered. Small talk changes none of it.
    """

    last: Question | None = None
    before: tuple[str, ...] = ()
    told: int = 0

    def after(self, question: Question, told: int = 0) -> Context:
        """The context once ``question`` was answered."""
        asked = replace(question, conditions=())
        if self.last is None or set(self.last.subjects) == set(asked.subjects):
            return Context(asked, self.before, told)
        return Context(asked, self.last.subjects, told)

    def as_told(self, told: int) -> Context:
        """The context of a visitor of whom ``told`` cautions are known: with others than before, "again" and "more"
        mean the first page, which may look different now."""
        if self.last is None or told == self.told:
            return self
        return replace(self, last=replace(self.last, page=BEFORE_THE_FIRST))


def as_slot(context: Context) -> dict[str, Any]:
    """A context as the slot ``last_question`` keeps it; ``context.last`` is a question."""
    last = context.last
    assert last is not None
    return {"kind": last.kind, "subjects": list(last.subjects), "areas": list(last.areas), "terms": list(last.terms),
            "page": last.page, "focus": last.focus, "of": last.of, "before": list(context.before), "told": context.told}


def from_slot(value: Mapping[str, Any] | None) -> Context:
    """The context that :func:`as_slot` kept; an empty one for an empty slot."""
    if not value:
        return Context()
    last = Question(value["kind"], tuple(value["subjects"]), tuple(value["areas"]), (), tuple(value["terms"]),
                    int(value["page"]), value["focus"], value["of"])
    return Context(last, tuple(value["before"]), int(value["told"]))
