"""A release's content as table rows, and back. Pure functions; no database.

``Rows`` maps a table's name to its rows without their release number, each a dict of columns.
"""
from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.model import (
    Area,
    CautionRule,
    Claim,
    Condition,
    Content,
    Debate,
    GlossaryTerm,
    Passage,
    Phrase,
    Referral,
    Routine,
    SafetyLevel,
    Source,
    Subject,
    VocabularyEntry,
)
from bot.store import codec, schema, vectors
from bot.store.words import normalise

Row = Mapping[str, Any]
Rows = dict[str, list[dict[str, Any]]]

#: Columns that a record does not have.
_STORE_COLUMNS = frozenset({"release", "position", "record"})


@dataclass(frozen=True)
class RecordTable:
    """Where one field of ``Content`` is kept; the fields in ``elsewhere`` have tables of their own."""

    field: str
    kind: type
    elsewhere: tuple[str, ...] = ()

    @property
    def columns(self) -> tuple[str, ...]:
        table = schema.metadata.tables[self.field]
        return tuple(column.name for column in table.columns if column.name not in _STORE_COLUMNS)

    @property
    def key(self) -> str:
        return next(column.name for column in schema.metadata.tables[self.field].primary_key
                    if column.name != "release")


RECORD_TABLES = (
    RecordTable("sources", Source),
    RecordTable("subjects", Subject, ("headlines",)),
    RecordTable("areas", Area, ("headlines",)),
    RecordTable("claims", Claim, ("subjects", "areas", "sources")),
    RecordTable("conditions", Condition),
    RecordTable("referrals", Referral),
    RecordTable("glossary", GlossaryTerm),
    RecordTable("routines", Routine),
    RecordTable("debates", Debate),
    RecordTable("phrases", Phrase),
    RecordTable("cautions", CautionRule),
    RecordTable("safety_levels", SafetyLevel),
)

#: Table of links -> the field of ``Claim`` that it keeps, and its column.
LINK_TABLES = {
    "claim_subjects": ("subjects", "subject"),
    "claim_areas": ("areas", "area"),
    "claim_sources": ("sources", "source"),
}

_OWNERS = {"subject": "subjects", "area": "areas"}


def _split(record: Any, columns: Sequence[str], elsewhere: Sequence[str] = ()) -> dict[str, Any]:
    values = codec.encode(record)
    row = {column: values.pop(column) for column in columns}
    for name in elsewhere:
        del values[name]
    return {**row, "record": codec.dumps(values)}


def _join(row: Row, columns: Sequence[str], **elsewhere: Any) -> dict[str, Any]:
    return {**json.loads(row["record"]), **{column: row[column] for column in columns}, **elsewhere}


def content_rows(content: Content) -> Rows:
    """The rows of every content table. Raises TypeError or ValueError for what JSON cannot say."""
    rows: Rows = {}
    for table in RECORD_TABLES:
        rows[table.field] = [{"position": position, **_split(record, table.columns, table.elsewhere)}
                             for position, record in enumerate(getattr(content, table.field))]
    for name, (field, column) in LINK_TABLES.items():
        rows[name] = [{"claim": claim.id, "position": position, column: value}
                      for claim in content.claims for position, value in enumerate(getattr(claim, field))]
    rows["headlines"] = [
        {"owner_type": owner_type, "owner": owner.slug, "position": position,
         **_split(headline, ("kind", "evidence"))}
        for owner_type, field in _OWNERS.items() for owner in getattr(content, field)
        for position, headline in enumerate(owner.headlines)
    ]
    return rows


def content_from(rows: Mapping[str, Iterable[Row]]) -> Content:
    """The content that ``content_rows`` took apart; each table's rows in the order of their positions.

    Raises TypeError, ValueError, KeyError or AttributeError where the rows are damaged.
    """
    kept: dict[tuple[str, str, str], list[Any]] = defaultdict(list)  # by table, key and field
    for name, (field, column) in LINK_TABLES.items():
        for row in rows[name]:
            kept["claims", row["claim"], field].append(row[column])
    for row in rows["headlines"]:
        kept[_OWNERS[row["owner_type"]], row["owner"], "headlines"].append(_join(row, ("kind", "evidence")))
    found: dict[str, Any] = {}
    for table in RECORD_TABLES:
        columns, key = table.columns, table.key
        found[table.field] = tuple(
            codec.decode(table.kind, _join(row, columns, **{
                name: kept[table.field, row[key], name] for name in table.elsewhere
            }))
            for row in rows[table.field]
        )
    return Content(**found)


def passage_rows(passages: Iterable[Passage]) -> list[dict[str, Any]]:
    rows = []
    for passage in passages:
        values = codec.encode({**vars(passage), "vector": None})
        words = normalise(passage.text)
        rows.append({"words": words, "word_count": words.count(" ") + 1 if words else 0,
                     "record": codec.dumps(values), "vector": vectors.to_bytes(passage.vector)})
    return rows


def passage_from(row: Row) -> Passage:
    """``row`` needs ``record`` and ``vector``."""
    return codec.decode(Passage, {**json.loads(row["record"]), "vector": vectors.from_bytes(row["vector"])})


def vocabulary_rows(entries: Iterable[VocabularyEntry]) -> list[dict[str, Any]]:
    return [{"position": position, **_split(entry, ("label", "slug"))} for position, entry in enumerate(entries)]


def vocabulary_from(row: Row) -> VocabularyEntry:
    return codec.decode(VocabularyEntry, _join(row, ("label", "slug")))
