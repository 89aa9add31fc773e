"""What a button sends: ``/intent{"entity": "value"}``, and everything that people can write into, before or behind it.

Rasa takes a text that begins with "/" for such a payload and reads no words in it. Here its words are laid open for the
safety screen, and what is left for Rasa is a payload that has nothing else in it.
"""
from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

#: The entities that a button may send. The others are the safety screen's alone.
BUTTON_ENTITIES = frozenset({
    "subject", "area", "condition", "term", "kind", "page", "answer", "wish", "routine",
    "plan_place", "plan_since", "plan_goal", "plan_told", "plan_minutes", "plan_skip",
})
#: Intents that no button sends: only the safety screen decides on the first, and Rasa's own would undo what it decided.
RESERVED = re.compile(r"safety_(?:emergency|urgent|distress|caution|forgotten)|reminder_due|restart|back|session_start")
PREFIX = "/"

_PAYLOAD = re.compile(r"/(?P<intent>[a-z][a-z_]*)\s*(?:@[0-9.]+)?\s*(?P<rest>(?:\{.*)?)", re.DOTALL)
#: What a button's payload begins with, wherever it stands.
_BUTTON = re.compile(r"(?<!\w)/[a-z][a-z_]*\s*")
#: A slug or the name of an entity, in quotes: it names, and tells of nothing.
_NAME = re.compile(r'"[a-z]+(?:_[a-z0-9]+){0,3}"')
_LEADING = re.compile(r"[\s/]+")
_STRUCTURE = re.compile(r'[{}\[\]"]+')
_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|.)", re.DOTALL)


def is_payload(text: str) -> bool:
    """Say whether Rasa would take ``text`` for a payload."""
    return text.strip().startswith(PREFIX)


def words(text: str) -> str | None:
    """Return what ``text`` says once its JSON, whole or broken, is taken for sentences; None when it holds none.

    Names are left out: the value "pregnancy" is what a button asks about, and nobody's own.
    """
    if not is_payload(text) and not _STRUCTURE.search(text):
        return None
    plain = _ESCAPE.sub(lambda found: chr(int(found[1], 16)) if found[1] else " ", text)
    told = _NAME.sub(" . ", plain) if "{" in plain else plain
    return _STRUCTURE.sub(" . ", without_prefix(told)).replace("_", " ")


def around(text: str) -> str:
    """Return what ``text`` says beside a button's payload; nothing when it holds none."""
    beside, end = [], 0
    for found in _BUTTON.finditer(text):
        if found.start() >= end:
            beside.append(text[end:found.start()])
            end = _behind_object(text, found.end())
    return " . ".join((*beside, text[end:])).strip(" .") if end else ""


def without_prefix(text: str) -> str:
    """Return ``text`` such that Rasa reads it as words."""
    return text[found.end():] if (found := _LEADING.match(text)) else text


def for_rasa(text: str) -> str:
    """Return the payload ``text`` with an intent and a button's entities alone; without "/" when it is no payload.

    Free text around the JSON is left out, and so is JSON that cannot be read. Rasa does the same, with a warning that
    repeats the text in the log.
    """
    found = _PAYLOAD.fullmatch(text.strip())
    if not found or RESERVED.fullmatch(found["intent"]):
        return without_prefix(text)
    entities = {name: value for name, value in _first_object(found["rest"]).items() if name in BUTTON_ENTITIES}
    return f"{PREFIX}{found['intent']}{json.dumps(entities) if entities else ''}"


def _behind_object(text: str, start: int) -> int:
    """Return the place behind the JSON object that begins at ``start``; ``start`` where none does."""
    try:
        return json.JSONDecoder().raw_decode(text, start)[1] if text.startswith("{", start) else start
    except (json.JSONDecodeError, RecursionError):
        return start


def _first_object(text: str) -> Mapping[str, Any]:
    try:
        value, _ = json.JSONDecoder().raw_decode(text)
    except (json.JSONDecodeError, RecursionError):
        return {}
    return value if isinstance(value, dict) else {}
