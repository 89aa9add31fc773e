"""Where a visitor is in a routine."""
from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "places", sa.Column("sender_id", sa.Text(), nullable=False), sa.Column("session", sa.Text(), nullable=False),
        sa.Column("at", sa.String(25), nullable=False), sa.PrimaryKeyConstraint("sender_id", name="pk_places"),
    )
