"""Which sources an answer cites, and under which numbers."""
from __future__ import annotations

from dataclasses import replace

from bot.answers.index import ReleaseIndex
from bot.answers.select import numbered
from bot.model import Answer, Point


def cited(answer: Answer) -> list[str]:
    """The ids of everything an answer cites, in reading order."""
    ids = [source for caution in answer.cautions for source in caution.sources]
    ids += [source for point in answer.points for source in _point_sources(point)]
    if answer.routine:
        ids += answer.routine.sources
    if answer.definition:
        ids += answer.definition.sources
    ids += [source for entry in answer.explained for source in entry.sources]
    ids += [source for referral in answer.referrals for source in referral.sources]
    if answer.see_dermatologist:
        ids += answer.see_dermatologist.sources
    return ids


def _point_sources(point: Point) -> tuple[str, ...]:
    return point.sources + ((point.article.source,) if point.article else ())


def finish(answer: Answer, index: ReleaseIndex) -> Answer:
    """The answer with its sources numbered in reading order."""
    return replace(answer, sources=numbered((id for id in cited(answer) if id in index.sources), index))
