"""The same answer looked at another way: in short, for its sources, for what speaks against, or asked again."""
from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from bot.answers.citing import finish
from bot.answers.index import ReleaseIndex
from bot.answers.phrases import fill
from bot.answers.suggestions import MOST, simpler
from bot.model import MIXED, NEUTRAL, OPPOSES, SUPPORTS, Answer, GlossaryTerm, Point, Question

SIMPLE, SOURCES, AGAINST = "simple", "sources", "against"
#: The order of the sides for somebody who asks what speaks against.
DOUBTS_FIRST = (OPPOSES, MIXED, NEUTRAL, SUPPORTS)
#: What the answer before was about is looked at again; who asks for doubts asks whether there are any at all.
OF_THE_ANSWER_BEFORE = frozenset({SOURCES})
MOST_EXPLAINED = 3
#: Types whose repetition is no more than the same text, unless the page has changed it.
REPEATED = frozenset({"answer", "comparison", "tracking"})


def unfocused(question: Question) -> Question:
    """The question behind one with a focus."""
    of = question.of if question.focus in OF_THE_ANSWER_BEFORE else None
    return replace(question, kind=of or question.kind, focus="", of=None)


def focused(answer: Answer, question: Question, index: ReleaseIndex) -> Answer:
    """``answer`` with the focus of ``question``. Nothing but points is ever left out, and never a whole side."""
    answer = replace(answer, question=question)
    if answer.type not in ("answer", "comparison"):
        return answer
    if question.focus == SIMPLE:
        return _in_short(answer, index)
    note = fill(index.phrases, f"focus_{question.focus}")
    if answer.points:
        answer = replace(answer, note=" ".join(filter(None, (note, answer.note))))
    if question.focus == AGAINST:
        points = sorted(answer.points, key=lambda point: DOUBTS_FIRST.index(point.stance))
        return _cited(replace(answer, points=tuple(points)), index)
    return answer


def _cited(answer: Answer, index: ReleaseIndex) -> Answer:
    """``answer`` with its sources in the order of its points; the rows of a comparison cite more, and keep theirs."""
    return answer if answer.rows else finish(answer, index)


def _in_short(answer: Answer, index: ReleaseIndex) -> Answer:
    """The bottom line, the strongest point of each side, and what the hard words in them mean."""
    points = tuple({point.stance: point for point in reversed(answer.points)}.values())[::-1]
    explained = () if answer.rows else tuple(_hard_words(answer, points, index))[:MOST_EXPLAINED]
    return _cited(replace(
        answer, points=points, more_points=answer.more_points + len(answer.points) - len(points), explained=explained,
        debate=None, note=" ".join(filter(None, (fill(index.phrases, "focus_simple"), answer.note))),
    ), index)


def _hard_words(answer: Answer, points: tuple[Point, ...], index: ReleaseIndex) -> Iterator[GlossaryTerm]:
    text = " ".join([answer.headline, *(f"{point.text} {point.caveat}" for point in points)]).lower()
    for entry in index.glossary.values():
        words = (re.escape(word.lower()) for word in (entry.term, *entry.also_called))
        if re.search(rf"\b(?:{'|'.join(words)})s?\b", text):
            yield entry


def asked_again(answer: Answer, index: ReleaseIndex) -> Answer:
    """``answer`` as it is, or for a page on which there is nothing new: that this is all, and how to get further."""
    if not answer.question.page or answer.type not in REPEATED:
        return answer
    if answer.points and answer.type != "tracking" and not answer.definition and not answer.referrals:
        return answer
    suggestions = (simpler(index), *(each for each in answer.suggestions))[:MOST]
    return replace(answer, note=fill(index.phrases, "no_more_evidence"), suggestions=suggestions)
