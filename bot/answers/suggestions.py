"""What to ask next: buttons that lead on from an answer, each to a cell that has one."""
from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from bot.answers.index import ReleaseIndex
from bot.answers.phrases import FAMILY_KINDS, fill
from bot.answers.visitor import Visitor
from bot.model import Question, Suggestion

MOST = 3

#: The kinds that people ask about next, by the kind just answered; the rest follow in this order.
NEXT_KINDS: Mapping[str, tuple[str, ...]] = {
    "cause": ("how_to", "prevention", "professional"),
    "definition": ("cause", "how_to", "effectiveness"),
    "effectiveness": ("evidence", "risk", "how_to"),
    "how_to": ("effectiveness", "risk", "routine"),
    "routine": ("effectiveness", "timeline", "risk"),
    "risk": ("suitability", "effectiveness", "professional"),
    "timeline": ("effectiveness", "how_to", "evidence"),
    "comparison": ("effectiveness", "risk", "cost"),
    "evidence": ("effectiveness", "risk", "professional"),
    "suitability": ("risk", "effectiveness", "professional"),
    "professional": ("cost", "how_to", "effectiveness"),
    "cost": ("effectiveness", "risk", "professional"),
    "prevention": ("cause", "how_to", "effectiveness"),
    "product": ("evidence", "effectiveness", "risk"),
    "tracking": ("timeline", "routine", "effectiveness"),
}
ANY_ORDER = ("effectiveness", "cause", "how_to", "risk", "evidence", "timeline", "prevention", "professional", "cost")


def payload(intent: str, **entities: object) -> str:
    """Rasa's button payload: ``/intent{"entity": "value"}`` without empty values."""
    filled = {name: value for name, value in entities.items() if value}
    return f"/{intent}{json.dumps(filled, ensure_ascii=False)}" if filled else f"/{intent}"


def to_cell(index: ReleaseIndex, kind: str, slug: str) -> Suggestion:
    """The button that asks a cell's question."""
    if slug in index.subjects:
        subject = index.subjects[slug]
        wording = f"ask_{subject.family}_{kind}" if kind in FAMILY_KINDS.get(subject.family, ()) else f"ask_{kind}"
        return Suggestion(fill(index.phrases, wording, name=subject.name), payload(f"ask_{kind}", subject=slug))
    title = fill(index.phrases, f"ask_area_{kind}", name=index.areas[slug].name)
    return Suggestion(title, payload(f"ask_{kind}", area=slug))


def more_evidence(index: ReleaseIndex, question: Question, slug: str, page: int) -> Suggestion:
    """The button that shows the next points of the same answer."""
    entity = "subject" if slug in index.subjects else "area"
    asked = {entity: slug}
    if entity == "subject" and question.areas:
        asked["area"] = question.areas[0]
    return Suggestion(
        fill(index.phrases, "more_evidence"),
        payload("more_evidence", kind=question.kind, page=str(page), **asked),
    )


def simpler(index: ReleaseIndex) -> Suggestion:
    """The button that asks for the answer before in short."""
    return Suggestion(fill(index.phrases, "simpler"), payload("simpler"))


def _kinds_after(kind: str | None, available: tuple[str, ...]) -> Iterator[str]:
    order = dict.fromkeys(NEXT_KINDS.get(kind or "", ()) + ANY_ORDER + available)
    return (each for each in order if each in available and each != kind)


def lead_on(index: ReleaseIndex, question: Question, slug: str, visitor: Visitor) -> tuple[Suggestion, ...]:
    """Up to three questions that follow from an answer about ``slug``; where to start when it leads nowhere.

    What else the visitor named comes first: an answer is about one subject.
    """
    found: list[Suggestion] = [
        to_cell(index, question.kind, other) for other in question.subjects
        if other != slug and question.kind and question.kind in visitor.kinds_of(other) and other in index.subjects
    ][:1]
    found += [to_cell(index, kind, slug) for kind in _kinds_after(question.kind, visitor.kinds_of(slug))]
    for area in question.areas:
        if area != slug and "how_to" in visitor.kinds_of(area):
            found.insert(min(2, len(found)), to_cell(index, "how_to", area))
            break
    return tuple(found[:MOST]) or topics(index, question.kind)


def topics(index: ReleaseIndex, but: str | None = None) -> tuple[Suggestion, ...]:
    """Where to start: the questions that the whole-face overview answers, all but the kind just answered."""
    return tuple(
        to_cell(index, kind, "whole_face") for kind in ("cause", "how_to", "professional")
        if kind in index.kinds_of("whole_face") and kind != but
    )
