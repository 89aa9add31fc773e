"""``python -m tests.widget.gallery.answers``: writes the messages that the gallery shows, from the editors' content.

Nothing in them is made up: each comes from the answers service, the coach or safety.yml, as a visitor would get it.
"""
from __future__ import annotations

import datetime
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from bot.answers.index import ReleaseIndex
from bot.answers.service import AnswerService
from bot.coach.diary import read
from bot.coach.leading import Coach
from bot.coach.session import Session
from bot.coach.tracking import Tracking, Visit
from bot.coach.wishes import Wish
from bot.editorial.load import load_content
from bot.editorial.safety_responses import read_rule, record
from bot.model import Answer, PlanRequest, Question, Release, ReleaseInfo, Situation
from bot.records.model import Practice
from bot.records.repository import open_records
from bot.render.payload import as_payload
from bot.render.text import as_text
from bot.settings import ROOT

FOLDER = Path(__file__).parent / "messages"
CONTENT = ROOT / "bot" / "content"
NOW = datetime.datetime(2026, 11, 21, 10, 30, tzinfo=datetime.timezone.utc)
RULES = {"emergency": "em_stroke_fast", "urgent": "ur_cellulitis", "distress": "di_bdd"}
QUESTIONS = {
    "answer": Question("effectiveness", ("facial_exercise",)),
    "answer_none_found": Question("evidence", ("collagen_loss",)),
    "answer_page_two": Question("effectiveness", ("facial_exercise",), page=1),
    "answer_against": Question("effectiveness", ("facial_exercise",), focus="against"),
    "answer_simple": Question("cause", ("collagen_loss",), focus="simple"),
    "area": Question("how_to", (), ("jaw",)),
    "definition": Question("definition", terms=("ptosis",)),
    "professional": Question("professional", (), ("neck",)),
    "comparison": Question("comparison", ("facial_exercise", "botox", "facelift")),
    "routine": Question("routine", ("facial_exercise",)),
    "routine_study": Question("routine", ("gua_sha",)),
    "clarify": Question(None, ("botox",)),
}


def gallery() -> Iterator[tuple[str, dict[str, Any]]]:
    """Every message of the gallery as its name and its JSON: an answer, and the same as text."""
    content, faults = load_content(CONTENT, NOW.date())
    if content is None:
        raise SystemExit("\n".join(map(str, faults)))
    index = ReleaseIndex(Release(ReleaseInfo(1, NOW.isoformat(), "", len(content.claims), True), content))
    service = AnswerService(lambda: index)
    jaw = Situation(("ca_tmd",), ("tmj",))
    answers = {name: service.answer(question) for name, question in QUESTIONS.items()}
    answers["caution"] = service.answer(QUESTIONS["answer"], situation=jaw)
    answers["routine_caution"] = service.answer(QUESTIONS["routine"], situation=jaw)
    answers["refused"] = service.answer(QUESTIONS["routine"], situation=Situation(open_rule=RULES["emergency"]))
    answers["plan"] = service.plan(PlanRequest(("jaw",), "years", ("proof",), (), 10))
    answers["out_of_scope"] = service.out_of_scope(Question(None))
    answers |= coached(index) | tracked(service)
    yield from ((name, {"text": as_text(answer), "custom": as_payload(answer)}) for name, answer in answers.items())
    for level, rule in RULES.items():
        fixed = read_rule(CONTENT, rule)
        yield level, {"text": str(fixed.message), "custom": record(fixed)}
    steps = [step for routine in index.routines.values() for step in as_payload(
        Coach(index, Situation()).card(routine.slug))["steps"]]
    yield "export", {"custom": exported()}
    yield "steps", {"custom": {"type": "routine", "headline": "Every step of every routine", "steps": steps}}


def coached(index: ReleaseIndex) -> dict[str, Answer]:
    """The ten-minute routine, led through."""
    coach = Coach(index, Situation())
    turns = {"coach_begun": coach.begin("daily10", NOW)}
    said: dict[str, tuple[Wish, ...]] = {
        "coach_step": ("next", "next", "next", "next"), "coach_why": ("next", "next", "next", "why"),
        "coach_untimed": ("next", "next", "next"), "coach_finished": ("next",) * 8,
    }
    for name, wishes in said.items():
        session: Session | None = coach.begin("daily10", NOW).session
        for wish in wishes:
            turn = coach.go_on(session, wish) if session else None
            if turn is None:
                raise SystemExit(f"The routine has no turn for {name}. Mend answers.py.")
            session, turns[name] = turn.session, turn
    return {name: turn.answer for name, turn in turns.items()}


def tracked(service: AnswerService) -> dict[str, Answer]:
    """The log of somebody who practised on some days of five weeks, and a reminder as a calendar file."""
    days = [NOW.date() - datetime.timedelta(days=ago) for ago in (0, 1, 2, 4, 9, 11, 12, 16, 30, 31)]
    log = tuple(Practice(f"k{day}", day, NOW, seconds=600) for day in days)
    visit = Visit("anna", "web", False, "m1", NOW, log)
    tracking = Tracking(service, Situation(), visit)
    return {
        "progress": tracking.reply(read("show my progress", visit.today)).answer,
        "reminder": tracking.reply(read("remind me every day at 19:30", visit.today)).answer,
        "log_empty": Tracking(service, Situation(), replace(visit, practice=())).reply(
            read("show my progress", visit.today)).answer,
    }


def exported() -> dict[str, Any]:
    """Everything that is kept about somebody who practised once, from a database of their own."""
    with TemporaryDirectory() as folder:
        records = open_records(f"sqlite:///{folder}/conversations.db")
        records.log_practice("anna", Practice("k1", NOW.date(), NOW, seconds=600))
        return records.export("anna", NOW)


def main() -> None:
    """Writes one JSON file a message, and removes those that nothing makes."""
    FOLDER.mkdir(exist_ok=True)
    files = {f"{name}.json": json.dumps(payload, indent=1, ensure_ascii=False) + "\n" for name, payload in gallery()}
    for path in FOLDER.glob("*.json"):
        if path.name not in files:
            path.unlink()
    for name, text in files.items():
        (FOLDER / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
