"""The kinds of text that content files hold, as pydantic types.

Each value keeps its type after validation, so that a check can walk any file and find every source id, every slug
of a vocabulary, or every sentence that a visitor reads, without knowing the file's shape.
"""
from __future__ import annotations

import datetime
from collections.abc import Callable, Generator
from typing import Any

from pydantic import ConstrainedInt, ConstrainedStr


class Text(ConstrainedStr):
    """Text that a visitor may see: no markup, no personal data."""

    strict = True
    min_length = 1
    strip_whitespace = True

    @classmethod
    def __get_validators__(cls) -> Generator[Callable[..., Any], None, None]:
        yield from super().__get_validators__()
        yield cls._own

    @classmethod
    def _own(cls, value: str) -> Text:
        return cls(value)


class MaybeText(Text):
    """Text that may be left empty."""

    min_length = 0


class Prose(Text):
    """A sentence about health, held to the reading grade."""


class MaybeProse(Prose):
    """A sentence about health that may be left empty."""

    min_length = 0


class Phrase(Text):
    """Words that people type for something; they feed the recogniser."""


class Note(MaybeText):
    """Text for editors only; never shown."""


class Word(Text):
    """An id or a slug."""

    regex = r"^[a-z0-9][a-z0-9_]*$"


class Vocabulary(Text):
    """A slug of ``taxonomy.yml``; ``vocabulary`` is the key it stands under."""

    vocabulary = ""

    @classmethod
    def __modify_schema__(cls, field_schema: dict[str, Any]) -> None:
        super().__modify_schema__(field_schema)
        field_schema["vocabulary"] = cls.vocabulary


class Kind(Vocabulary):
    vocabulary = "question_kinds"


class AreaSlug(Vocabulary):
    vocabulary = "face_areas"


class SubjectSlug(Vocabulary):
    vocabulary = "subjects"


class FamilySlug(Vocabulary):
    vocabulary = "families"


class Stance(Vocabulary):
    vocabulary = "stances"


class Level(Vocabulary):
    vocabulary = "evidence_levels"


class SourceKind(Vocabulary):
    vocabulary = "source_kinds"


class Reference(Text):
    """The id of something in another file; ``of`` names what."""

    of = ""


class SourceRef(Reference):
    of = "source"


class ClaimRef(Reference):
    of = "claim"


class RoutineRef(Reference):
    of = "routine"


class ConditionRef(Reference):
    of = "condition"


class Count(ConstrainedInt):
    """A whole number from 1."""

    strict = True
    ge = 1


class Year(ConstrainedInt):
    """A year of publication."""

    strict = True
    ge = 1800
    le = 2100


class Day(Text):
    """A calendar day, ISO: 2026-11-21."""

    @classmethod
    def __get_validators__(cls) -> Generator[Callable[..., Any], None, None]:
        yield from super().__get_validators__()
        yield cls._check_day

    @classmethod
    def _check_day(cls, value: str) -> Day:
        try:
            datetime.date.fromisoformat(value)
        except ValueError:
            raise ValueError(f"'{value}' is not a day; write it as year-month-day, for example 2026-11-21") from None
        return cls(value)

    @property
    def date(self) -> datetime.date:
        return datetime.date.fromisoformat(self)

    @classmethod
    def __modify_schema__(cls, field_schema: dict[str, Any]) -> None:
        super().__modify_schema__(field_schema)
        field_schema["format"] = "date"
