"""The address under which an answer can be shared: ``/answers/<kind>[/<slug>…][?page=<n>]``.

The slugs are those that the question names, subjects first, then areas, then terms. No slug means two things, so the
order says nothing that the slugs do not. What a visitor told of themselves is never in an address.
"""
from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

ROOT = "/answers"

_ASKS = re.compile(r"/(?:ask_(?P<kind>[a-z_]+)|more_evidence)(?P<entities>\{.*\})?")
#: The entities of a button that an address can say.
_SAID = frozenset({"kind", "page", "subject", "area", "term"})
#: Types of answers that speak to one visitor, or that answer nothing.
_PERSONAL = frozenset({"safety", "clarify", "out_of_scope", "tracking", "export"})


def answer_address(kind: str, slugs: Sequence[str] = (), page: int = 0) -> str:
    """The address of the answer to a question of ``kind`` about ``slugs``; ``page`` above 0 shows further points."""
    path = "/".join((ROOT, kind, *dict.fromkeys(slugs)))
    return f"{path}?page={page}" if page else path


def address_of(answer: Mapping[str, Any]) -> str | None:
    """The address of an answer's JSON; None for one that is a visitor's own: a plan, a step, a log, a safety answer."""
    question = answer.get("question") or {}
    if not question.get("kind") or answer.get("type") in _PERSONAL or answer.get("plan") or answer.get("state"):
        return None
    slugs = [slug for field in ("subjects", "areas", "terms") for slug in question.get(field) or ()]
    return answer_address(question["kind"], slugs, question.get("page") or 0)


def address_of_button(payload: str) -> str | None:
    """The address of the answer that a button's payload asks for; None when it needs a conversation."""
    found = _ASKS.fullmatch(payload)
    entities = json.loads(found["entities"] or "{}") if found else {}
    kind = found["kind"] or entities.get("kind") if found else None
    if not kind or not set(entities) <= _SAID:
        return None
    slugs = [slug for name in ("subject", "area", "term") for slug in _listed(entities.get(name))]
    return answer_address(kind, slugs, int(entities.get("page") or 0))


def _listed(value: Any) -> Sequence[str]:
    return [value] if isinstance(value, str) else value or ()
