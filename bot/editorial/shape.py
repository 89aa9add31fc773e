"""Turns pydantic's errors into faults in an editor's words."""
from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic.fields import ModelField

from bot.editorial.faults import Fault, did_you_mean, nearest
from bot.editorial.models import Shape
from bot.editorial.nodes import Loc

if TYPE_CHECKING:
    from bot.editorial.files import ContentFile

#: pydantic's error type, or the start of it -> what is wrong.
_CAUSES = (
    ("type_error.none.not_allowed", "is empty"),
    ("value_error.any_str.min_length", "is empty"),
    ("value_error.list.min_items", "needs at least {limit_value} item(s)"),
    ("value_error.list.max_items", "has more than {limit_value} items"),
    ("value_error.number.not_ge", "must be at least {limit_value}"),
    ("value_error.number.not_le", "must be at most {limit_value}"),
    ("value_error.str.regex", "must be lower-case letters, digits and _"),
    ("type_error.str", "must be text; put it in quotes"),
    ("type_error.list", "must be a list: [one, two] or lines that start with '- '"),
    ("type_error.dict", "must be lines of 'key: value'"),
    ("type_error.integer", "must be a whole number"),
    ("type_error.float", "must be a number"),
    ("value_error.strictbool", "must be true or false"),
)


def explain(file: ContentFile, problem: dict[str, Any]) -> Fault:
    """The fault for one entry of ``ValidationError.errors()``."""
    assert file.model is not None
    loc = tuple(part for part in problem["loc"] if part not in ("__root__", "__key__"))
    owner, field = _follow(file.model, loc)
    name = loc[-1] if loc else "file"
    if problem["type"] == "value_error.extra":
        known = list(owner.__fields__) if owner else []
        found = nearest(str(name), known)
        cause = f"'{name}' is not a key here{f' ({name} → did you mean {found}?)' if found else ''}."
        return file.fault(loc, "unknown-key", cause, f"Rename it to '{found}'." if found else
                          f"Known keys: {', '.join(known)}.")
    if problem["type"] == "value_error.missing":
        return file.fault(loc[:-1], "missing-key", f"{_where(loc[:-1])}'{name}' is missing.",
                          f"Add '{name}: …'. {_help(field)}".rstrip())
    return file.fault(loc, "wrong-value", _cause(file, problem, loc), _remedy(problem, loc, file, field))


def prunable(problem: dict[str, Any]) -> Loc:
    """The smallest part of a file that can be left out so that the rest can be read without this problem."""
    loc = tuple(problem["loc"])
    if problem["type"] == "value_error.extra":
        return loc
    return loc[:2] if len(loc) >= 2 else loc


def _follow(model: type[Shape], loc: Loc) -> tuple[type[Shape] | None, ModelField | None]:
    """The model that holds the last key of ``loc``, and that key's field, where there are such."""
    owner: type[Shape] | None = model
    field: ModelField | None = None
    inside: type[Shape] | None = model
    for part in loc:
        owner = inside
        if isinstance(part, str) and inside is not None and part in inside.__fields__:
            field = inside.__fields__[part]
            inside = field.type_ if isinstance(field.type_, type) and issubclass(field.type_, Shape) else None
            container = field.shape != 1  # 1 is pydantic's SHAPE_SINGLETON; lists and dicts take one more step
        elif field is not None and container:
            container = False
        else:
            return owner, None
    return owner, field


def _where(loc: Loc) -> str:
    names: list[str] = [f"item {part + 1}" if isinstance(part, int) else f"'{part}'" for part in loc]
    return f"In {' → '.join(names)}, " if names else ""


def _help(field: ModelField | None) -> str:
    if field is None:
        return ""
    text = field.field_info.description or ""
    examples = field.field_info.extra.get("examples") or [None]
    return f"{text} Example: {examples[0]!r}." if examples[0] is not None else text


def _value(file: ContentFile, loc: Loc) -> Any:
    value = file.data
    for part in loc:
        try:
            value = value[part]
        except (KeyError, IndexError, TypeError):
            return None
    return value


def _cause(file: ContentFile, problem: dict[str, Any], loc: Loc) -> str:
    name = next((part for part in reversed(loc) if isinstance(part, str)), "file")
    if problem["type"] == "value_error":
        return f"'{name}': {problem['msg']}."
    if problem["type"] == "value_error.const":
        permitted = ", ".join(str(word) for word in problem["ctx"]["permitted"])
        return f"'{name}' is '{_value(file, loc)}', and only {permitted} can stand here."
    for start, cause in _CAUSES:
        if problem["type"].startswith(start):
            return f"'{name}' {cause.format(**problem.get('ctx', {}))}."
    return f"'{name}': {problem['msg']}."


def _remedy(problem: dict[str, Any], loc: Loc, file: ContentFile, field: ModelField | None) -> str:
    if problem["type"] == "value_error.const":
        permitted = [str(word) for word in problem["ctx"]["permitted"]]
        return did_you_mean(str(_value(file, loc)), permitted, "Choose one of them.")
    return _help(field)
