"""Records to JSON text and back, led by the type hints of ``bot.model``.

JSON is written in ASCII, so a record may hold any character on both engines (PostgreSQL's text has no NUL).
"""
from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints


def encode(value: Any) -> Any:
    """The value with records as dicts and tuples as lists, ready for ``dumps``."""
    if is_dataclass(value) and not isinstance(value, type):
        return {name: encode(getattr(value, name)) for name in field_names(type(value))}
    if isinstance(value, (tuple, list)):
        return [encode(item) for item in value]
    if isinstance(value, Mapping):
        return {key: encode(item) for key, item in value.items()}
    return value


def decode(kind: Any, raw: Mapping[str, Any]) -> Any:
    """The record of class ``kind`` that ``encode`` made ``raw`` from.

    Raises TypeError, ValueError, KeyError or AttributeError where ``raw`` is not such a record.
    """
    return _reader(kind)(raw)


def dumps(value: Any) -> str:
    """ASCII JSON in the order given. Raises TypeError or ValueError for what JSON cannot say."""
    return json.dumps(value, allow_nan=False, separators=(",", ":"))


@cache
def field_names(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


@cache
def _reader(hint: Any) -> Callable[[Any], Any]:
    """A function from JSON's value to the value that the type hint asks for."""
    if is_dataclass(hint):
        return _record_reader(hint)
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        inner = _reader(next(argument for argument in arguments if argument is not type(None)))
        return lambda raw: None if raw is None else inner(raw)
    if origin is tuple:
        item = _reader(arguments[0])
        return lambda raw: tuple(item(each) for each in raw)
    if isinstance(origin, type) and issubclass(origin, Mapping):
        value = _reader(arguments[1])
        return lambda raw: {key: value(each) for key, each in raw.items()}
    return lambda raw: raw


def _record_reader(kind: Any) -> Callable[[Mapping[str, Any]], Any]:
    hints = get_type_hints(kind)
    readers: dict[str, Callable[[Any], Any]] = {name: _reader(hints[name]) for name in field_names(kind)}
    return lambda raw: kind(**{name: readers[name](value) for name, value in raw.items()})
