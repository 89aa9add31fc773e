"""The fixed sentences around an answer; editors write them in ``bot/content/phrases.yml``."""
from __future__ import annotations

from collections.abc import Mapping

from bot.answers.errors import MissingPhrase

_KINDS = (
    "cause", "definition", "effectiveness", "how_to", "routine", "risk", "timeline", "comparison", "evidence",
    "suitability", "professional", "cost", "prevention", "product", "tracking",
)

#: Every phrase that the answers service asks for, with the placeholders it fills.
REQUIRED: Mapping[str, tuple[str, ...]] = {
    **{f"ask_{kind}": ("name",) for kind in _KINDS},
    **{f"ask_area_{kind}": ("name",) for kind in _KINDS},
    "note_subject": ("name", "area"),
    "note_parent": ("name", "broader"),
    "note_area": ("name", "area"),
    "note_whole_face": ("area",),
    "note_closest": (),
    "side_by_side": ("names",),
    "no_sourced_figure": (),
    "no_reliable_cost": ("name",),
    "no_claim_on_side": (),
    "tracking_not_yet": (),
    "routine_headline": ("title", "minutes", "steps"),
    "routine_headline_untimed": ("title", "steps"),
    "clarify": (),
    "clarify_subject": ("name",),
    "out_of_scope": (),
    "more_evidence": (),
    "no_more_evidence": (),
    "referral_headline": ("who",),
}


def fill(phrases: Mapping[str, str], name: str, /, **values: str) -> str:
    """A fixed sentence with its placeholders filled.

    Raises:
        MissingPhrase: the release carries no such phrase.
    """
    if name not in phrases:
        raise MissingPhrase(name)
    return phrases[name].format(**values)
