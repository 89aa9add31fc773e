"""The subject template, written from the models: what is required as YAML, the rest as comments to fill in."""
from __future__ import annotations

import json
import textwrap
from collections.abc import Iterator
from typing import Any

from pydantic.fields import SHAPE_LIST, SHAPE_SINGLETON, ModelField

from bot.editorial.models import Shape, Subject

_WIDTH = 110
_KIND = "effectiveness"  # the question kind of the examples


def subject_file(schema: str, values: dict[str, Any]) -> str:
    """A subject file: ``values`` (top-level key: value) as YAML, every other key as a commented example.

    ``schema`` is the path of subject.json from the file.
    """
    lines = [f"# yaml-language-server: $schema={schema}",
             "# Take the # away from what you fill in, with your own words and sources, and run `plumb check`."]
    for field in Subject.__fields__.values():
        lines.append("")
        lines.extend(_comment(field, ""))
        if field.name in values:
            lines.extend(_yaml(field.name, values[field.name], ""))
        else:
            lines.extend("# " + line for line in _example(field, ""))
    return "\n".join(lines) + "\n"


def example_values() -> dict[str, Any]:
    """The required keys with the models' examples."""
    return {field.name: _sample(field) for field in Subject.__fields__.values() if field.required}


def _sample(field: ModelField) -> Any:
    if "examples" in field.field_info.extra:
        return field.field_info.extra["examples"][0]
    if isinstance(field.type_, type) and issubclass(field.type_, Shape):
        return {inner.name: _sample(inner) for inner in field.type_.__fields__.values() if _shown(inner)}
    raise TypeError(f"{field.name} has no example")


def _shown(field: ModelField) -> bool:
    nested = isinstance(field.type_, type) and issubclass(field.type_, Shape)
    return nested or bool(field.field_info.extra.get("examples"))


def _comment(field: ModelField, indent: str) -> list[str]:
    text = field.field_info.description or ""
    return textwrap.wrap(text, _WIDTH, initial_indent=f"{indent}# ", subsequent_indent=f"{indent}# ")


def _flow(value: Any) -> str:
    """A value on one line. JSON strings are YAML strings; slugs and days need no quotes."""
    if isinstance(value, list):
        return f"[{', '.join(_flow(item) for item in value)}]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_flow(item)}" for key, item in value.items()) + "}"
    if isinstance(value, str) and value.replace("_", "a").replace("-", "a").isalnum() and value == value.lower():
        return value
    return json.dumps(value, ensure_ascii=False)


def _yaml(key: str, value: Any, indent: str) -> list[str]:
    line = f"{indent}{key}: {_flow(value)}"
    if not isinstance(value, dict) or (len(line) <= _WIDTH and all(len(str(item)) < 20 for item in value.values())):
        return [line]
    return [f"{indent}{key}:", *(part for name, item in value.items() for part in _yaml(name, item, indent + "  "))]


def _example(field: ModelField, indent: str) -> Iterator[str]:
    """An optional key with an example of everything that can stand in it."""
    if not (isinstance(field.type_, type) and issubclass(field.type_, Shape)):
        yield from _yaml(field.name, _sample(field), indent)
        return
    yield f"{indent}{field.name}:"
    inner = indent + "  "
    if field.shape == SHAPE_LIST:
        first, *rest = _members(field.type_, inner + "  ")
        yield f"{inner}- {first.strip()}"
        yield from rest
    elif field.shape == SHAPE_SINGLETON:
        yield from _members(field.type_, inner)
    else:
        yield f"{inner}{_KIND}:"
        yield from _members(field.type_, inner + "  ")


def _members(model: type[Shape], indent: str) -> Iterator[str]:
    for field in model.__fields__.values():
        if not _shown(field):
            continue
        line = f"{indent}{field.name}: {_flow(_sample(field))}"
        said = f"# {field.field_info.description}"
        if len(line) + len(said) <= _WIDTH - 4:
            yield f"{line}  {said}"
        else:
            yield line
            yield from _comment(field, indent + "  ")
