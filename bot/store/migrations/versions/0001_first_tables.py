"""The first tables."""
from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0001"  # a revision's number is SCHEMA_VERSION
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    _create_releases()
    _create_records()
    for target, key in (("subject", "slug"), ("area", "slug"), ("source", "id")):
        _create_links(target, key)
    _create_texts()


def _create_releases() -> None:
    op.create_table(
        "releases",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("published_at", sa.String(32), nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("claims", sa.Integer(), nullable=False),
        sa.Column("passages", sa.Integer(), nullable=False),
        sa.Column("words", sa.Integer(), nullable=False),
        sa.Column("predecessor", sa.Integer()),
        sa.Column("encoder", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_releases"),
    )
    pointer = op.create_table(
        "current_release",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("number", sa.Integer()),
        sa.PrimaryKeyConstraint("id", name="pk_current_release"),
        sa.ForeignKeyConstraint(["number"], ["releases.number"], name="fk_current_release_number"),
        sa.CheckConstraint("id = 1", name=op.f("ck_current_release_one_row")),
    )
    op.bulk_insert(pointer, [{"id": 1}])


def _create_records() -> None:
    kind, evidence = ("kind", sa.Text()), ("evidence", sa.Text())
    _records("subjects", "slug", ("family", sa.Text()), nullable="parent")
    _records("areas", "slug")
    _records("claims", "id", kind, ("stance", sa.Text()), evidence, ("checked", sa.Text()))
    _records("sources", "id", kind, ("commercial_interest", sa.Boolean()))
    _records("conditions", "slug")
    _records("referrals", "id")
    _records("glossary", "slug")
    _records("routines", "slug", evidence)
    _records("debates", "id", kind)
    _records("phrases", "name")
    _create_content_table(
        "headlines", ("owner_type", "owner", "position"), sa.Column("owner_type", sa.Text(), nullable=False),
        sa.Column("owner", sa.Text(), nullable=False), _position(), sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("evidence", sa.Text(), nullable=False), _record(),
    )
    op.create_index("ix_headlines_release_kind", "headlines", ["release", "kind"])
    _create_content_table("vocabulary", ("position",), _position(), sa.Column("label", sa.Text(), nullable=False),
                          sa.Column("slug", sa.Text(), nullable=False), _record())


def _create_links(target: str, key: str) -> None:
    name, column = f"claim_{target}s", sa.Column(target, sa.Text(), nullable=False)
    _create_content_table(
        name, ("claim", "position"), sa.Column("claim", sa.Text(), nullable=False), _position(), column,
        sa.ForeignKeyConstraint(["release", "claim"], ["claims.release", "claims.id"],
                                name=f"fk_{name}_release_claim", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["release", target], [f"{target}s.release", f"{target}s.{key}"],
                                name=f"fk_{name}_release_{target}", ondelete="CASCADE"),
    )
    op.create_index(f"ix_{name}_release_{target}", name, ["release", target])


def _create_texts() -> None:
    op.create_table(
        "passages",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("release", sa.Integer(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("word_count", sa.Integer(), nullable=False),
        _record(),
        sa.Column("vector", sa.LargeBinary()),
        sa.PrimaryKeyConstraint("id", name="pk_passages"),
        sa.ForeignKeyConstraint(["release"], ["releases.number"], name="fk_passages_release", ondelete="CASCADE"),
    )
    op.create_index("ix_passages_release", "passages", ["release"])
    op.create_table(
        "passage_search",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("terms", postgresql.TSVECTOR(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_passage_search"),
        sa.ForeignKeyConstraint(["id"], ["passages.id"], name="fk_passage_search_id", ondelete="CASCADE"),
    )
    op.create_index("ix_passage_search_terms", "passage_search", ["terms"], postgresql_using="gin")


def _position() -> sa.Column:
    return sa.Column("position", sa.Integer(), autoincrement=False, nullable=False)


def _record() -> sa.Column:
    return sa.Column("record", sa.Text(), nullable=False)


def _records(name: str, key: str, *columns: tuple[str, sa.types.TypeEngine], nullable: str | None = None) -> None:
    optional = [sa.Column(nullable, sa.Text())] if nullable else []
    _create_content_table(
        name, (key,), sa.Column(key, sa.Text(), nullable=False), _position(),
        *(sa.Column(column, kind, nullable=False) for column, kind in columns), *optional, _record(),
    )


def _create_content_table(name: str, key: tuple[str, ...], *parts: sa.schema.SchemaItem) -> None:
    op.create_table(
        name, sa.Column("release", sa.Integer(), autoincrement=False, nullable=False), *parts,
        sa.PrimaryKeyConstraint("release", *key, name=f"pk_{name}"),
        sa.ForeignKeyConstraint(["release"], ["releases.number"], name=f"fk_{name}_release", ondelete="CASCADE"),
    )
