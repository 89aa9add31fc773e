"""The fixed sentences around an answer; editors write them in ``bot/content/phrases.yml``."""
from __future__ import annotations

from collections.abc import Mapping

from bot.answers.errors import MissingPhrase

_KINDS = (
    "cause", "definition", "effectiveness", "how_to", "routine", "risk", "timeline", "comparison", "evidence",
    "suitability", "professional", "cost", "prevention", "product", "tracking",
)
#: The kinds that answer in place of another, each with words for what it is about.
_NEAREST_KINDS = ("effectiveness", "evidence", "risk", "suitability", "how_to", "prevention", "cause")

#: Kinds whose button asks something else of a sign or a cause than of a method: family -> kinds.
FAMILY_KINDS: Mapping[str, tuple[str, ...]] = {
    "signs": ("cause", "comparison", "definition", "effectiveness", "how_to", "prevention", "risk", "suitability",
              "timeline"),
    "causes": ("cause", "definition", "effectiveness", "how_to", "prevention", "risk", "suitability"),
    "people_and_proof": ("cause", "effectiveness", "evidence", "product", "risk", "suitability"),
}

#: What the coach asks for.
_COACH: Mapping[str, tuple[str, ...]] = {
    **{f"coach_button_{wish}": () for wish in (
        "start", "next", "repeat", "skip", "how", "why", "pause", "resume", "stop")},
    **{f"track_button_{wish}": () for wish in (
        "log", "undo", "progress", "remind", "photo", "cancel", "yes", "no")},
    "coach_begin": ("title", "steps"),
    "coach_not_begun": ("title",),
    "coach_length_says": ("minutes",),
    "coach_length_sum": ("time",),
    "coach_length_untimed": ("steps",),
    "coach_step": ("step", "steps", "name"),
    "coach_time": ("time",),
    "coach_no_time": (),
    "coach_how_sets": ("reps", "sets"),
    "coach_how_reps": ("reps",),
    "coach_how_hold": ("seconds",),
    "coach_why": ("name", "area"),
    "coach_why_muscle": ("name", "area", "muscle"),
    "coach_where": ("step", "steps", "name", "left"),
    "coach_paused": ("step", "steps", "name"),
    "coach_back_again": ("title",),
    "coach_finished": ("title", "done", "steps"),
    "coach_stopped": ("done", "steps"),
    "coach_logged": (),
    "coach_not_logged": (),
    "track_can": (),
    "track_logged": ("day", "streak", "days"),
    "track_already": ("day", "streak", "days"),
    "track_missed": ("day", "days"),
    "track_undone": ("day", "days"),
    "track_nothing_to_undo": (),
    "track_progress": ("days", "streak", "longest", "week"),
    "track_progress_aim": ("aim",),
    "track_no_progress": (),
    "track_photo": (),
    "track_today": (),
    "track_yesterday": (),
    "remind_what_practice": (),
    "remind_what_photo": (),
    "remind_when": (),
    "remind_where": (),
    "remind_where_again": (),
    "remind_ask": ("what", "often", "time", "zone"),
    "remind_set": ("what", "often", "time", "zone"),
    "remind_not_set": (),
    "remind_cancelled": (),
    "remind_none": (),
    "remind_list": ("reminders",),
    "remind_line": ("what", "often", "time", "zone"),
    "remind_calendar": ("what", "often", "time"),
    "remind_often_1": (),
    "remind_often_2": (),
    "remind_often_7": (),
    "remind_often_30": (),
    "remind_title": ("what",),
}

#: Every phrase that the answers service asks for, with the placeholders it fills.
REQUIRED: Mapping[str, tuple[str, ...]] = {
    **_COACH,
    **{f"ask_{kind}": ("name",) for kind in _KINDS},
    **{f"ask_{family}_{kind}": ("name",) for family, kinds in FAMILY_KINDS.items() for kind in kinds},
    **{f"ask_area_{kind}": ("name",) for kind in _KINDS},
    "note_subject": ("name", "area"),
    "note_kind": ("name", "topic"),
    "note_product": ("name", "topic"),
    **{f"topic_{kind}": () for kind in _NEAREST_KINDS},
    "note_parent": ("name", "broader"),
    "note_area": ("name", "area"),
    "note_whole_face": ("area",),
    "note_condition": ("condition",),
    "note_closest": (),
    "side_by_side": ("names",),
    "side_by_side_compared": ("names",),
    "side_by_side_signs": ("names",),
    "no_sourced_figure": (),
    "no_sourced_answer": (),
    "no_reliable_cost": ("name",),
    "no_claim_on_side": (),
    "routine_headline": ("title", "minutes", "steps"),
    "routine_headline_untimed": ("title", "steps"),
    "routine_headline_shorter": ("title", "steps"),
    "routine_blocked": ("because",),
    "withheld": ("name", "because"),
    "headline_in_part": ("name",),
    "open_rule_first": (),
    "open_rule_because": (),
    "clarify": (),
    "clarify_subject": ("name",),
    "clarify_kind": ("name",),
    "out_of_scope": (),
    "out_of_scope_again": (),
    "focus_simple": (),
    "focus_sources": (),
    "focus_against": (),
    "simpler": (),
    "more_evidence": (),
    "no_more_evidence": (),
    **{f"feedback_{verdict}": () for verdict in ("helpful", "not_helpful", "wrong")},
    "referral_headline": ("who",),
    "plan_headline": ("count",),
    "plan_empty": (),
    "plan_new_change": (),
    **{f"plan_goal_{goal}": () for goal in ("proof", "home", "cost", "risk")},
    "plan_too_long": ("minutes", "names"),
    "plan_effort_routine": ("minutes", "frequency"),
    **{f"plan_effort_{family}": () for family in ("exercise", "massage", "skincare", "lifestyle", "procedures")},
    "plan_as_text": (),
    "plan_again": (),
}


def fill(phrases: Mapping[str, str], name: str, /, **values: str) -> str:
    """A fixed sentence with its placeholders filled.

    Raises:
        MissingPhrase: the release carries no such phrase.
    """
    if name not in phrases:
        raise MissingPhrase(name)
    return phrases[name].format(**values)
