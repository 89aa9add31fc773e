"""What one publish writes: checked, turned into rows and given its digest before any database is opened."""
from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from typing import Any

from bot.model import Content, Passage, VocabularyEntry
from bot.store import rows, schema
from bot.store.codec import dumps, encode
from bot.store.errors import ContentRefused

_REMEDY = "Nothing was published. Run `plumb check`, which names the file and the line."


@dataclass(frozen=True)
class Bundle:
    """A release without its number. ``digest`` covers all that it serves: content, passages, vectors, words."""

    digest: str
    claims: int
    content: rows.Rows
    passages: list[dict[str, Any]]
    vocabulary: list[dict[str, Any]]
    encoder: str

    @property
    def words(self) -> int:
        return sum(row["word_count"] for row in self.passages)


def prepare(content: Content, passages: Iterable[Passage], vocabulary: Iterable[VocabularyEntry],
            encoder: str) -> Bundle:
    """The rows and the digest. Raises ContentRefused for what contradicts itself or would not come back equal."""
    entries = tuple(vocabulary)
    fault = next(_contradictions(content), None)
    if fault:
        raise ContentRefused("the content", fault, _REMEDY)
    try:
        content_rows, vocabulary_rows = rows.content_rows(content), rows.vocabulary_rows(entries)
        passage_rows = rows.passage_rows(passages)
        _refuse_unstorable(content_rows, vocabulary_rows)
        changed = _changed(content, rows.content_from(content_rows))
        digest = _digest(content, entries, passage_rows, encoder)
    except (TypeError, ValueError) as error:
        raise ContentRefused("the content", f"a value cannot be stored ({error})", _REMEDY) from error
    if changed:
        raise ContentRefused("the content", f"a value of {changed} would come back changed, such as a tuple inside "
                             "figures or a number as a key", _REMEDY)
    if len(passage_rows) > schema.PASSAGE_SPAN:
        raise ContentRefused("the content", f"more than {schema.PASSAGE_SPAN} passages", _REMEDY)
    return Bundle(digest, len(content.claims), content_rows, passage_rows, vocabulary_rows, encoder)


def _contradictions(content: Content) -> Iterator[str]:
    """Ids that two records share, and claims that name records which are not there."""
    ids: dict[str, Counter[str]] = {}
    for table in rows.RECORD_TABLES:
        ids[table.field] = Counter(getattr(record, table.key) for record in getattr(content, table.field))
        yield from (f"{table.field}: {key!r} is there {n} times" for key, n in ids[table.field].items() if n > 1)
    for claim in content.claims:
        for field in ("subjects", "areas", "sources"):
            yield from (f"claim {claim.id!r} names {key!r}, which is not in {field}"
                        for key in getattr(claim, field) if key not in ids[field])


def _changed(content: Content, stored: Content) -> str | None:
    """The first field of the content that is not what was stored of it."""
    names = (field.name for field in fields(Content))
    return next((name for name in names if getattr(content, name) != getattr(stored, name)), None)


def _refuse_unstorable(content_rows: rows.Rows, vocabulary_rows: list[dict[str, Any]]) -> None:
    """Ids and slugs are plain columns: PostgreSQL's text holds no NUL, and UTF-8 no lone surrogates."""
    for row in [*vocabulary_rows, *(row for table in content_rows.values() for row in table)]:
        for column, value in row.items():
            if isinstance(value, str) and ("\0" in value or value.encode("utf-8", "replace").decode() != value):
                raise ValueError(f"{column} {value!r} has a character that is not text")


def _digest(content: Content, vocabulary: tuple[VocabularyEntry, ...], passage_rows: list[dict[str, Any]],
            encoder: str) -> str:
    digest = hashlib.sha256()
    for part in (content, vocabulary, encoder, [row["record"] for row in passage_rows]):
        digest.update(dumps(encode(part)).encode("ascii") + b"\n")
    for row in passage_rows:
        digest.update(b"\n" if row["vector"] is None else row["vector"])
    return digest.hexdigest()
