"""One message as the understanding hands it over: the questions in it, and the words that point back.

Travels with a parsed message under the key ``turn`` as plain JSON values.
"""
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any

#: Key of a parsed message.
TURN = "turn"

# Cues: what the words of a part say beside the question itself.
REFERS = "refers"  # "it", "that one": to what was spoken of
AGENT = "agent"  # "does it", "can they": what was spoken of does something
TREATS = "treats"  # "fix it", "against them": what was spoken of is what to treat
THERE = "there"  # "there", "the same place"
TOO = "too"  # "too", "either", "instead": the same question again, about something else
SHORT = "short"  # no verb of its own: "for the neck?"
ASKS = "asks"  # words that open a question: "does", "why"
ANYTHING = "anything"  # "anything", "what helps": asks about methods that are not named
FACE = "face"  # speaks of the face or of sagging by themselves
TOGETHER = "together"  # "botox and filler together" is one question
SOURCES = "sources"  # where does that come from
AGAINST = "against"  # what do sceptics say
WHY = "why"  # "why?" and nothing else
SAME = "same"  # "what about", "does the same go for": the question before
THAN = "than"  # "cheaper than", "compared with"
WEIGHS = "weighs"  # "replace", "better": when two methods are named, one against the other
BARE = "bare"  # a name and nothing that asks: "gua sha?"
OR_METHODS = "or_methods"  # "botox or fillers"


@dataclass(frozen=True)
class Part:
    """A question in a message, or the whole message.

    ``kinds`` are question kinds that its words join ("safe and effective"), in order, when there are two or more;
    ``likely`` the most probable kinds, best first. ``denied`` are subjects and areas that are named only to be
    ruled out ("not my neck"); ``told`` subjects that are named only in what is told before the question ("I tried
    retinol. Does laser work?"); ``groups`` subjects and areas as "and" and commas divide them.
    """

    intent: str
    kinds: tuple[str, ...] = ()
    likely: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    conditions: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    denied: tuple[str, ...] = ()
    groups: tuple[tuple[str, ...], ...] = ()
    cues: frozenset[str] = frozenset()
    told: tuple[str, ...] = ()


@dataclass(frozen=True)
class Turn:
    """The parts of a message in order, at least one, and what its other words are about."""

    parts: tuple[Part, ...]
    subjects: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    conditions: tuple[str, ...] = ()


#: Fields of a part that are no list of slugs.
OTHERS = frozenset({"intent", "groups", "cues"})


def as_record(turn: Turn) -> dict[str, Any]:
    """A turn as plain JSON values."""
    parts = [{**{name: list(value) for name, value in asdict(part).items() if name not in OTHERS},
              "intent": part.intent, "groups": [list(group) for group in part.groups], "cues": sorted(part.cues)}
             for part in turn.parts]
    return {"parts": parts, "subjects": list(turn.subjects), "areas": list(turn.areas),
            "conditions": list(turn.conditions)}


def from_record(record: Mapping[str, Any]) -> Turn:
    """The turn that :func:`as_record` wrote. Raises KeyError or TypeError for anything else."""
    return Turn(tuple(_part(each) for each in record["parts"]), tuple(record["subjects"]), tuple(record["areas"]),
                tuple(record["conditions"]))


def _part(record: Mapping[str, Any]) -> Part:
    plain = {field.name: tuple(record[field.name]) for field in fields(Part) if field.name not in OTHERS}
    groups = tuple(tuple(group) for group in record["groups"])
    return Part(intent=str(record["intent"]), groups=groups, cues=frozenset(record["cues"]), **plain)
