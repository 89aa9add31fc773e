"""An answer's JSON arranged for templates: what belongs together, in the order in which it is read.

Pure functions on the payload of ``bot.render.payload``. Whatever a payload does not carry is empty.
"""
from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from bot.model import SUPPORTS
from bot.render import labels

Record = Mapping[str, Any]

_EMPTY: Mapping[str, Any] = {
    "headline": "", "evidence": None, "note": "", "points": (), "none_found": (), "more_points": 0, "debate": None,
    "sources": (), "cautions": (), "plan": (), "left_out": (), "level": "", "see_dermatologist": None, "feedback": (),
    "suggestions": (), "steps": (), "routine": None, "columns": (), "rows": (), "state": "", "step": 0, "of": 0,
    "progress": None, "reminders": (), "calendar": None, "explained": (), "referrals": (), "definition": None,
    "question": {}, "kind_answered": None, "reviewed_on": "", "review_status": "",
}
#: Types that rest on no claim, so that there is nothing to have been checked.
_UNCHECKED = frozenset({"clarify", "out_of_scope"})


def view(answer: Record, key: str, new: bool = True) -> dict[str, Any]:
    """The answer for a template.

    Args:
        answer: its JSON.
        key: begins the ids of its parts; unique on the page.
        new: whether the visitor has not read it yet, so that a safety answer is called out.
    """
    whole = {**_EMPTY, **answer}
    whole["points"] = [{"study": None, "article": None, **point} for point in whole["points"]]
    return {
        **whole,
        "key": key,
        "new": new,
        "numbers": {source["id"]: source["n"] for source in whole["sources"]},
        "titles": {source["id"]: source["title"] for source in whole["sources"]},
        "sides": () if whole["plan"] else tuple(_sides(whole)),
        "plan": [{**item, "sides": tuple(_plan_sides(item, whole["points"]))} for item in whole["plan"]],
        "left_out": () if whole["type"] == "safety" else _left_out(whole["left_out"]),
        "routine": {"sources": (), **whole["routine"]} if whole["routine"] else None,
        "first_step": whole["step"] or 1,
        "checked": whole["reviewed_on"] if whole["type"] not in _UNCHECKED else "",
    }


def study_facts(study: Record) -> str:
    """What is known of the study behind a point, in one line."""
    facts = [study["design"]]
    if study.get("participants") is not None:
        facts.append(f"{study['participants']} people")
    facts += [study["duration"]] if study.get("duration") else []
    facts += [f"paid for by {study['funded_by']}"] if study.get("funded_by") else []
    return ", ".join(facts)


def source_facts(source: Record) -> str:
    """Who published a source, when, and of what kind it is."""
    facts = [source["publisher"], str(source["year"] or "no date"),
             labels.SOURCE_KINDS.get(source["kind"], source["kind"])]
    facts += ["has something to sell"] if source["commercial_interest"] else []
    return ", ".join(fact for fact in facts if fact)


def step_facts(step: Record) -> str:
    """How often and how long a step is done."""
    counts = [
        f"{step['sets']} sets" if step.get("sets") else "", f"{step['reps']} times" if step.get("reps") else "",
        f"hold {step['hold_seconds']} s" if step.get("hold_seconds") else "",
        f"{step['duration_seconds']} s" if step.get("duration_seconds") else "",
    ]
    return ", ".join(count for count in counts if count)


def _sides(answer: Record) -> Iterator[Record]:
    question = answer["question"]
    headings = labels.sides_for(answer["kind_answered"] or question.get("kind"))
    doubts_first = question.get("focus") == "against"
    for stance, heading in sorted(headings.items(), key=lambda side: doubts_first and side[0] == SUPPORTS):
        points = [point for point in answer["points"] if point["stance"] == stance]
        none = [side for side in answer["none_found"] if side["side"] == stance]
        if points or none:
            yield {"stance": stance, "heading": heading, "points": points, "none_found": none}


def _plan_sides(item: Record, points: Sequence[Record]) -> Iterator[Record]:
    """Each side of one thing of a plan; a point that speaks for both is shown once."""
    known = {point["id"]: point for point in points}
    both = [id for id in item["supports"] if id in item["opposes"]]
    for stance, heading, ids in (("mixed", "For and against", both), ("supports", "For", item["supports"]),
                                 ("opposes", "Against", item["opposes"])):
        shown = [known[id] for id in ids if id in known and (id in both) == (ids is both)]
        none = [side for side in item["none_found"] if side["side"] == stance]
        if shown or none:
            yield {"stance": stance, "heading": heading, "points": shown, "none_found": none}


def _left_out(left_out: Sequence[Record]) -> list[Record]:
    return [
        {"because": because,
         "names": list(dict.fromkeys(each["name"] for each in left_out if each["because"] == because))}
        for because in dict.fromkeys(each["because"] for each in left_out)
    ]
