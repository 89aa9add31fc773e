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

#: Every phrase that the answers service asks for, with the placeholders it fills.
REQUIRED: Mapping[str, tuple[str, ...]] = {
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
    "tracking_not_yet": (),
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
