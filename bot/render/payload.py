"""An answer as JSON: the public interface that every channel and every test reads."""
from __future__ import annotations

from dataclasses import asdict
from typing import Any

from bot.model import Answer, Coached, Glance, NumberedSource, PlanItem, Point, Question, Routine

VERSION = 1


def _point(point: Point) -> dict[str, Any]:
    record: dict[str, Any] = {
        "id": point.id, "stance": point.stance, "evidence": point.evidence, "text": point.text,
        "caveat": point.caveat, "sources": list(point.sources),
    }
    if point.study:
        record["study"] = asdict(point.study)
    if point.article:
        record["article"] = asdict(point.article)
    return record


def _source(numbered: NumberedSource) -> dict[str, Any]:
    source = numbered.source
    return {
        "id": source.id, "n": numbered.n, "title": source.title, "publisher": source.publisher, "year": source.year,
        "url": source.url, "kind": source.kind, "commercial_interest": source.commercial_interest,
        "funding": source.funding,
    }


def _question(question: Question) -> dict[str, Any]:
    return {
        "kind": question.kind, "subjects": list(question.subjects), "areas": list(question.areas),
        "conditions": list(question.conditions), "terms": list(question.terms), "page": question.page,
        "focus": question.focus,
    }


def _routine(routine: Routine) -> dict[str, Any]:
    return {
        "slug": routine.slug, "title": routine.title, "minutes": routine.minutes, "frequency": routine.frequency,
        "min_weeks": routine.min_weeks, "warnings": list(routine.warnings), "note": routine.note,
        "sources": list(routine.sources),
    }


def _coached(coached: Coached, answer: Answer) -> dict[str, Any]:
    record: dict[str, Any] = {"state": coached.state, "step": coached.step, "of": coached.of, "done": coached.done}
    if coached.step and answer.steps:
        step = answer.steps[0]
        record |= {"seconds": coached.seconds, "sets": step.sets, "reps": step.reps, "hold_seconds": step.hold_seconds}
    return record


def _glance(cell: Glance) -> dict[str, Any]:
    return {"text": cell.text, "claims": list(cell.claims)}


def _plan_item(item: PlanItem) -> dict[str, Any]:
    return {
        "subject": item.subject, "name": item.name, "headline": item.headline, "evidence": item.evidence,
        "supports": list(item.supports), "opposes": list(item.opposes),
        "none_found": [asdict(side) for side in item.none_found],
        "time_to_results": _glance(item.time_to_results), "risks": _glance(item.risks), "cost": _glance(item.cost),
        "effort": item.effort,
    }


def as_payload(answer: Answer) -> dict[str, Any]:
    """The answer as plain JSON values; the field names are a public interface.

    ``points[].sources`` are ids of ``sources``; ``sources[].n`` is the number shown beside a point.
    """
    payload: dict[str, Any] = {
        "type": answer.type, "v": VERSION, "release": answer.release,
        "reviewed_on": answer.reviewed_on, "review_status": answer.review_status,
        "question": _question(answer.question), "kind_answered": answer.kind_answered,
        "headline": answer.headline, "evidence": answer.evidence, "note": answer.note,
        "points": [_point(point) for point in answer.points],
        "none_found": [asdict(side) for side in answer.none_found],
        "more_points": answer.more_points,
        "sources": [_source(source) for source in answer.sources],
        "cautions": [asdict(caution) | {"sources": list(caution.sources)} for caution in answer.cautions],
        "see_dermatologist": None,
        "suggestions": [asdict(suggestion) for suggestion in answer.suggestions],
    }
    if answer.rule:
        payload |= {"level": answer.level, "rule": answer.rule}
    if answer.feedback:
        payload["feedback"] = [asdict(button) for button in answer.feedback]
    if answer.left_out:
        payload["left_out"] = [asdict(each) for each in answer.left_out]
    if answer.see_dermatologist:
        advice = answer.see_dermatologist
        payload["see_dermatologist"] = {
            "text": advice.text, "when": list(advice.when), "sources": list(advice.sources),
        }
    if answer.debate:
        payload["debate"] = {
            "id": answer.debate.id, "topic": answer.debate.topic, "summary": answer.debate.summary,
            "supports": list(answer.debate.supports), "opposes": list(answer.debate.opposes),
        }
    if answer.steps:
        payload["steps"] = [asdict(step) | {"moves": list(step.moves)} for step in answer.steps]
    if answer.routine:
        payload["routine"] = _routine(answer.routine)
        payload["warnings"] = list(answer.routine.warnings)
    if answer.coached:
        payload |= _coached(answer.coached, answer)
    if answer.progress:
        payload["progress"] = asdict(answer.progress) | {"weeks": [asdict(week) for week in answer.progress.weeks]}
    if answer.reminders:
        payload["reminders"] = [asdict(reminder) for reminder in answer.reminders]
    if answer.calendar:
        payload["calendar"] = asdict(answer.calendar)
    if answer.rows:
        payload["columns"] = list(answer.columns)
        payload["rows"] = [
            {"row": row.row, "cells": [_glance(cell) for cell in row.cells]}
            for row in answer.rows
        ]
    if answer.plan:
        payload["plan"] = [_plan_item(item) for item in answer.plan]
    if answer.referrals:
        payload["referrals"] = [
            {"id": r.id, "situation": r.situation, "who_to_see": r.who_to_see, "why": r.why, "how_soon": r.how_soon,
             "questions_to_ask": list(r.questions_to_ask), "sources": list(r.sources),
             "checks_credentials": r.checks_credentials}
            for r in answer.referrals
        ]
    if answer.definition:
        payload["definition"] = {"term": answer.definition.term, "text": answer.definition.text,
                                 "sources": list(answer.definition.sources)}
    if answer.explained:
        payload["explained"] = [{"term": entry.term, "text": entry.text, "sources": list(entry.sources)}
                                for entry in answer.explained]
    return payload
