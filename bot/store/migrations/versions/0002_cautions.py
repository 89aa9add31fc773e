"""Caution rules, and the levels of the other safety rules."""
from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"  # a revision's number is SCHEMA_VERSION
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _records("cautions")
    _records("safety_levels", sa.Column("level", sa.Text(), nullable=False))


def _records(name: str, *columns: sa.Column) -> None:
    op.create_table(
        name,
        sa.Column("release", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        *columns,
        sa.Column("record", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("release", "id", name=f"pk_{name}"),
        sa.ForeignKeyConstraint(["release"], ["releases.number"], name=f"fk_{name}_release", ondelete="CASCADE"),
    )
