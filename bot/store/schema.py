"""The tables of the content store. Every content row belongs to one release, and releases never change.

What is looked up, joined or counted has a column; the rest of a record is JSON in ``record``. ``position``
keeps the order in which the editors' files gave the records.

``SCHEMA_VERSION`` is the head of the Alembic revisions in ``migrations/versions`` on PostgreSQL and
``PRAGMA user_version`` on SQLite; raise it with every change of these tables.
"""
from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
)
from sqlalchemy.dialects.postgresql import TSVECTOR
from sqlalchemy.sql.schema import SchemaItem

SCHEMA_VERSION = 2

#: Passages of one release have the ids from ``number * PASSAGE_SPAN``: full text is searched by id range.
PASSAGE_SPAN = 1 << 20

metadata = MetaData(naming_convention={
    "pk": "pk_%(table_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
})

releases = Table(
    "releases", metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("published_at", String(32), nullable=False),
    Column("digest", String(64), nullable=False),
    Column("claims", Integer, nullable=False),
    Column("passages", Integer, nullable=False),
    Column("words", Integer, nullable=False),  # of all passages: their mean length scales search scores
    Column("predecessor", Integer),  # what was current when this was published; a rollback goes there
    Column("encoder", Text, nullable=False),  # what made the passages' vectors
)

#: One row from the first day on: its ``number`` is NULL until something is published.
current_release = Table(
    "current_release", metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("number", Integer, ForeignKey("releases.number")),
    CheckConstraint("id = 1", name="one_row"),
)


def _release() -> Column:
    """Part of the primary key; a pruned release takes its rows along."""
    return Column("release", Integer, ForeignKey("releases.number", ondelete="CASCADE"),
                  primary_key=True, autoincrement=False)


def _records(name: str, key: str, *columns: SchemaItem) -> Table:
    return Table(
        name, metadata, _release(), Column(key, Text, primary_key=True),
        Column("position", Integer, nullable=False), *columns, Column("record", Text, nullable=False),
    )


def _links(name: str, column: str, target: Table) -> Table:
    """Which records of another table a claim names, in its order."""
    target_key = next(key.name for key in target.primary_key if key.name != "release")
    return Table(
        name, metadata, _release(),
        Column("claim", Text, primary_key=True),
        Column("position", Integer, primary_key=True, autoincrement=False),
        Column(column, Text, nullable=False),
        ForeignKeyConstraint(["release", "claim"], ["claims.release", "claims.id"], ondelete="CASCADE"),
        ForeignKeyConstraint(["release", column], [f"{target.name}.release", f"{target.name}.{target_key}"],
                             ondelete="CASCADE"),
        Index(None, "release", column),
    )


subjects = _records("subjects", "slug", Column("family", Text, nullable=False), Column("parent", Text))
areas = _records("areas", "slug")
claims = _records(
    "claims", "id", Column("kind", Text, nullable=False), Column("stance", Text, nullable=False),
    Column("evidence", Text, nullable=False), Column("checked", Text, nullable=False),
)
sources = _records("sources", "id", Column("kind", Text, nullable=False),
                   Column("commercial_interest", Boolean, nullable=False))
conditions = _records("conditions", "slug")
referrals = _records("referrals", "id")
glossary = _records("glossary", "slug")
routines = _records("routines", "slug", Column("evidence", Text, nullable=False))
debates = _records("debates", "id", Column("kind", Text, nullable=False))
phrases = _records("phrases", "name")
cautions = _records("cautions", "id")
safety_levels = _records("safety_levels", "id", Column("level", Text, nullable=False))

claim_subjects = _links("claim_subjects", "subject", subjects)
claim_areas = _links("claim_areas", "area", areas)
claim_sources = _links("claim_sources", "source", sources)

#: The headlines of a subject or of an area: ``owner_type`` is "subject" or "area", ``owner`` its slug.
headlines = Table(
    "headlines", metadata, _release(),
    Column("owner_type", Text, primary_key=True),
    Column("owner", Text, primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("kind", Text, nullable=False),
    Column("evidence", Text, nullable=False),
    Column("record", Text, nullable=False),
    Index(None, "release", "kind"),
)

vocabulary = Table(
    "vocabulary", metadata, _release(),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("label", Text, nullable=False),
    Column("slug", Text, nullable=False),
    Column("record", Text, nullable=False),
)

passages = Table(
    "passages", metadata,
    Column("id", BigInteger, primary_key=True, autoincrement=False),  # number * PASSAGE_SPAN + position
    Column("release", Integer, ForeignKey("releases.number", ondelete="CASCADE"), nullable=False, index=True),
    Column("words", Text, nullable=False),  # the text as ``words.normalise`` has it; full text is built on it
    Column("word_count", Integer, nullable=False),
    Column("record", Text, nullable=False),
    Column("vector", LargeBinary),
)

#: PostgreSQL's full-text index. SQLite has an FTS5 table instead, see ``sqlite.py``.
passage_search = Table(
    "passage_search", metadata,
    Column("id", BigInteger, ForeignKey("passages.id", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("terms", TSVECTOR, nullable=False),
    Index("ix_passage_search_terms", "terms", postgresql_using="gin"),
)

#: What both engines have.
COMMON_TABLES = tuple(table for table in metadata.sorted_tables if table is not passage_search)
