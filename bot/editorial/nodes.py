"""YAML with line numbers, read the way editors mean it.

PyYAML's C parser composes the nodes; the values are built here, because editors' files need three things that
``yaml.safe_load`` does not give: the place of every value, duplicate keys reported, and plain words kept as words
(YAML 1.1 turns ``on`` and ``no`` into booleans and dates into objects; YAML 1.2 and this reader do not).
"""
from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

import yaml
from yaml.cyaml import CParser  # type: ignore[attr-defined]
from yaml.resolver import BaseResolver

Loc = tuple[Any, ...]
Place = tuple[int, int]

_INTEGER = re.compile(r"[-+]?(0|[1-9][0-9]*)\Z")
_NUMBER = re.compile(r"[-+]?[0-9]+\.[0-9]+([eE][-+]?[0-9]+)?\Z")
_WORDS = {"": None, "~": None, "null": None, "true": True, "false": False}


class YamlProblem(Exception):
    """A file that cannot be read as YAML. ``place`` is line and column, from 1."""

    def __init__(self, problem: str, place: Place) -> None:
        super().__init__(problem)
        self.problem = problem
        self.place = place


class _Composer(CParser, BaseResolver):
    def __init__(self, stream: str) -> None:
        CParser.__init__(self, stream)
        BaseResolver.__init__(self)


@dataclass
class Document:
    """A YAML document as plain values, with the place (line, column) of every key and list item by its path."""

    data: Any = None
    places: dict[Loc, Place] = field(default_factory=dict)
    duplicates: list[tuple[Loc, Place]] = field(default_factory=list)


def compose(text: str) -> yaml.Node | None:
    """The document's root node, or None for an empty file. Raises YamlProblem."""
    try:
        loader = _Composer(text)
        return loader.get_single_node()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        raise YamlProblem(error.problem or error.context or "cannot be read", place) from None
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        raise YamlProblem(f"contains the control character U+{ord(text[error.position]):04X}", (line, 1)) from None


def build(root: yaml.Node | None, skip: frozenset[Loc] = frozenset()) -> Document:
    """Values and places of ``root``, leaving out the paths in ``skip``. Raises YamlProblem for an alias."""
    document = Document()
    if root is not None:
        document.places[()] = (1, 1)  # what is said about a whole file is said at its top
        document.data = _value(root, (), (), skip, document, set())
    return document


def _value(node: yaml.Node, loc: Loc, origin: Loc, skip: frozenset[Loc], document: Document, seen: set[int]) -> Any:
    """``loc`` is the path in the built value, ``origin`` the path in the file (they differ after a skipped item)."""
    document.places.setdefault(loc, _place(node))
    if isinstance(node, yaml.ScalarNode):
        return _scalar(node)
    if id(node) in seen:
        raise YamlProblem("uses a YAML alias (*name)", _place(node))
    seen.add(id(node))
    if isinstance(node, yaml.SequenceNode):
        items: list[Any] = []
        for number, child in enumerate(node.value):
            if origin + (number,) not in skip:
                items.append(_value(child, loc + (len(items),), origin + (number,), skip, document, seen))
        return items
    return _mapping(node, loc, origin, skip, document, seen)


def _mapping(node: yaml.Node, loc: Loc, origin: Loc, skip: frozenset[Loc], document: Document, seen: set[int]) -> Any:
    values: dict[str, Any] = {}
    for key_node, child in node.value:
        key = str(key_node.value)
        if key in values:
            document.duplicates.append((loc + (key,), _place(key_node)))
            continue
        if origin + (key,) in skip:
            continue
        document.places[loc + (key,)] = _place(key_node)
        values[key] = _value(child, loc + (key,), origin + (key,), skip, document, seen)
    return values


def _place(node: yaml.Node) -> Place:
    return node.start_mark.line + 1, node.start_mark.column + 1


def _scalar(node: yaml.ScalarNode) -> Any:
    text = node.value
    if node.style not in (None, ""):
        return text
    if text in _WORDS:
        return _WORDS[text]
    if _INTEGER.match(text):
        return int(text)
    if _NUMBER.match(text):
        return float(text)
    return text
