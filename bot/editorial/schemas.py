"""JSON schemas (draft-07) of the content files and of Rasa's files, made from the models."""
from __future__ import annotations

from typing import Any

from pydantic import BaseModel
from pydantic.schema import schema as pydantic_schema

from bot.editorial import models
from bot.editorial.models import rasa
from bot.editorial.words import Vocabulary

#: Name of the schema file -> its model, and the files in the project that it describes.
SCHEMAS: dict[str, tuple[type[BaseModel], tuple[str, ...]]] = {
    "subject": (models.Subject, ("bot/content/subjects/*/*.yml", "bot/content/_template.yml")),
    "area": (models.Area, ("bot/content/areas/*.yml",)),
    "conditions": (models.Conditions, ("bot/content/conditions.yml",)),
    "sources": (models.Sources, ("bot/content/sources.yml",)),
    "referrals": (models.Referrals, ("bot/content/referrals.yml",)),
    "glossary": (models.Glossary, ("bot/content/glossary.yml",)),
    "routine": (models.Routine, ("bot/content/routines/*.yml",)),
    "debates": (models.Debates, ("bot/content/debates.yml",)),
    "phrases": (models.Phrases, ("bot/content/phrases.yml",)),
    "safety": (models.Safety, ("bot/content/safety.yml",)),
    "conversation": (models.Conversation, ("tests/conversations/*/*.yml",)),
    "taxonomy": (models.Taxonomy, ("bot/content/taxonomy.yml",)),
    "rasa_domain": (rasa.RasaDomain, ("domain.yml",)),
    "rasa_stories": (rasa.RasaStories, ("data/stories/*.yml", "tests/stories/*.yml")),
    "rasa_nlu": (rasa.RasaNlu, ("data/nlu/*.yml",)),
}

#: Subjects are added often; were they listed here, each new one would make the schemas stale.
_OPEN = "subjects"


def schema_of(name: str, vocabularies: dict[str, list[str]]) -> dict[str, Any]:
    """The JSON schema ``name``, with the slugs of ``vocabularies`` (key of taxonomy.yml: slugs) as choices."""
    model = SCHEMAS[name][0]
    whole = pydantic_schema([model], ref_prefix="#/definitions/")["definitions"]
    for class_name, definition in whole.items():
        owner = getattr(models, class_name, None) or getattr(rasa, class_name)
        _complete(owner, definition, vocabularies)
    top = whole.pop(model.__name__)
    result = {"$schema": "http://json-schema.org/draft-07/schema#", **_choices(top, vocabularies)}
    if whole:
        result["definitions"] = {key: _choices(value, vocabularies) for key, value in sorted(whole.items())}
    return result


def _complete(owner: type[BaseModel], definition: dict[str, Any], vocabularies: dict[str, list[str]]) -> None:
    """What pydantic leaves out: that an optional key may be empty, and the choices for the keys of a mapping."""
    for field in owner.__fields__.values():
        part = definition["properties"][field.alias]
        if field.key_field is not None and issubclass(field.key_field.type_, Vocabulary):
            part["propertyNames"] = {"enum": vocabularies[field.key_field.type_.vocabulary]}
        if not field.required:
            definition["properties"][field.alias] = _or_empty(part)


def _or_empty(part: dict[str, Any]) -> dict[str, Any]:
    if isinstance(part.get("type"), str):
        return {**part, "type": [part["type"], "null"]}
    about = ("title", "description", "examples", "default")
    said: dict[str, Any] = {key: part.pop(key) for key in about if key in part}
    return {**said, "anyOf": [part, {"type": "null"}]} if part else said


def _choices(value: Any, vocabularies: dict[str, list[str]]) -> Any:
    """Replaces the mark that a vocabulary's slug carries by the slugs to choose from."""
    if isinstance(value, list):
        return [_choices(item, vocabularies) for item in value]
    if not isinstance(value, dict):
        return value
    result = {key: _choices(item, vocabularies) for key, item in value.items() if key != "vocabulary"}
    vocabulary = value.get("vocabulary")
    if isinstance(vocabulary, str) and vocabulary != _OPEN:
        empty = [None] if isinstance(value.get("type"), list) else []
        result["enum"] = [*vocabularies[vocabulary], *empty]
    return result
