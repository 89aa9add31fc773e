"""Checks that Rasa cannot make: names of responses in Python, and what buttons send.

``rasa data validate`` sees neither, so a misspelt name would first be noticed by a visitor.
"""
from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.editorial import nodes
from bot.editorial.faults import Fault, did_you_mean
from bot.editorial.nodes import Document, Loc, YamlProblem
from bot.editorial.syntax import explain_yaml

_PAYLOAD = re.compile(r"/(?P<intent>[A-Za-z_]\w*)\s*(?P<entities>\{.*\})?\s*\Z", re.DOTALL)
_RESPONSE = re.compile(r"utter_\w+\Z")
_PYTHON_PAYLOAD = re.compile(r"/ask_\w+")
_VOCABULARIES = {"area": "face_areas", "subject": "subjects", "condition": "conditions"}


@dataclass(frozen=True)
class Domain:
    """The names that domain.yml defines, and the slugs that an entity of the taxonomy can have."""

    intents: frozenset[str]
    entities: frozenset[str]
    responses: frozenset[str]
    values: dict[str, frozenset[str]]


def check_conversations(root: Path, values: dict[str, list[str]] | None = None) -> list[Fault]:
    """Faults of ``root``'s domain.yml, data/ and Python files, sorted.

    ``values`` maps a key of taxonomy.yml to its slugs; with it, the entity values that buttons send are checked.
    """
    faults: list[Fault] = []
    documents = list(_read(root, faults))
    domain = _domain([document for path, document in documents if path.name == "domain.yml"], values or {})
    for path, document in documents:
        for loc, key, text in _texts(document.data, ()):
            line, column = document.places.get(loc, (1, 1))
            for code, cause, remedy in _problems(key, text, domain):
                faults.append(Fault(path.as_posix(), line, column, code, cause, remedy))
    for path in sorted((*(root / "actions").rglob("*.py"), *(root / "bot").rglob("*.py"))):
        faults.extend(_python(path, domain))
    return sorted(faults)


def _read(root: Path, faults: list[Fault]) -> Iterator[tuple[Path, Document]]:
    for path in (root / "domain.yml", *sorted((root / "data").rglob("*.yml"))):
        if not path.is_file():
            continue
        try:
            yield path, nodes.build(nodes.compose(path.read_text(encoding="utf-8")))
        except YamlProblem as problem:
            faults.append(Fault(path.as_posix(), *problem.place, "yaml-syntax", *explain_yaml(problem.problem)))


def _names(value: Any) -> frozenset[str]:
    """Names in a list whose items are names or one-key mappings, or in a mapping."""
    if isinstance(value, dict):
        return frozenset(value)
    return frozenset(name for item in value or () for name in (item if isinstance(item, dict) else [item]))


def _domain(documents: list[Document], values: dict[str, list[str]]) -> Domain:
    data = documents[0].data if documents and isinstance(documents[0].data, dict) else {}
    return Domain(
        _names(data.get("intents")), _names(data.get("entities")), _names(data.get("responses")),
        {entity: frozenset(values[key]) for entity, key in _VOCABULARIES.items() if key in values},
    )


def _texts(value: Any, loc: Loc) -> Iterator[tuple[Loc, str, str]]:
    """Every text under a mapping key, with its path and key."""
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in items:
        if isinstance(item, str) and isinstance(key, str):
            yield loc + (key,), key, item
        else:
            yield from _texts(item, loc + (key,))


def _problems(key: str, text: str, domain: Domain) -> Iterator[tuple[str, str, str]]:
    if key == "payload":
        if "{" in text.replace("{{", ""):
            yield ("single-brace", f"Rasa would fill in the braces of '{text}' as a slot.",
                   "Double them: {{ and }}.")
        yield from _payload(text.replace("{{", "{").replace("}}", "}"), domain)
    elif key == "action" and _RESPONSE.match(text) and text not in domain.responses:
        yield _unknown_response(text, domain)
    elif key == "intent" and text.split("/")[0] not in domain.intents:
        yield "unknown-intent", f"domain.yml has no intent '{text}'.", did_you_mean(text, domain.intents, "Add it.")


def _unknown_response(name: str, domain: Domain) -> tuple[str, str, str]:
    return ("unknown-response", f"domain.yml has no response '{name}'.",
            did_you_mean(name, domain.responses, "Add it under responses."))


def _payload(text: str, domain: Domain) -> Iterator[tuple[str, str, str]]:
    """A payload is free text, or ``/intent`` with entities as JSON."""
    if not text.startswith("/"):
        return
    match = _PAYLOAD.match(text)
    if match is None:
        yield "bad-payload", f"The button sends '{text}'.", 'Write it as /intent or /intent{"entity": "value"}.'
        return
    if match["intent"] not in domain.intents:
        yield ("payload-intent", f"The button sends the intent '{match['intent']}', which domain.yml does not have.",
               did_you_mean(match["intent"], domain.intents, "Add it, or send another."))
    try:
        entities = json.loads(match["entities"] or "{}")
    except ValueError:
        yield "bad-payload", f"The button's entities are not JSON: {match['entities']}.", "Use double quotes inside."
        return
    for name, value in entities.items():
        if name not in domain.entities:
            yield ("payload-entity", f"The button sends the entity '{name}', which domain.yml does not have.",
                   did_you_mean(name, domain.entities, "Add it, or send another."))
        for slug in value if isinstance(value, list) else [value]:
            known = domain.values.get(name)
            if known is not None and slug not in known:
                yield ("payload-value", f"The button sends the {name} '{slug}', which taxonomy.yml does not have.",
                       did_you_mean(str(slug), known, "Send one that stands there."))


def _python(path: Path, domain: Domain) -> Iterator[Fault]:
    text = path.read_text(encoding="utf-8")
    if "utter_" not in text and "/ask_" not in text:
        return
    for node in ast.walk(ast.parse(text)):
        if not isinstance(node, ast.Constant) or not isinstance(node.value, str):
            continue
        found: list[tuple[str, str, str]] = []
        if _RESPONSE.match(node.value) and node.value not in domain.responses:
            found = [_unknown_response(node.value, domain)]
        elif _PYTHON_PAYLOAD.match(node.value):
            found = list(_payload(node.value, domain))
        for code, cause, remedy in found:
            yield Fault(path.as_posix(), node.lineno, node.col_offset + 1, code, cause, remedy)
