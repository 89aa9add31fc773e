"""The log of each conversation of the web channel."""
from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "mailboxes", sa.Column("sender_id", sa.Text(), nullable=False),
        sa.Column("epoch", sa.String(16), nullable=False), sa.Column("last_seq", sa.Integer(), nullable=False),
        sa.Column("seen", sa.Integer(), nullable=False), sa.Column("running", sa.Text()),
        sa.PrimaryKeyConstraint("sender_id", name="pk_mailboxes"),
    )
    op.create_table(
        "mailbox_entries", sa.Column("sender_id", sa.Text(), nullable=False),
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("by", sa.String(8), nullable=False), sa.Column("client_id", sa.Text()), sa.Column("re", sa.Text()),
        sa.Column("data", sa.Text(), nullable=False), sa.Column("at", sa.String(25), nullable=False),
        sa.Column("state", sa.String(8)), sa.PrimaryKeyConstraint("sender_id", "seq", name="pk_mailbox_entries"),
        sa.UniqueConstraint("sender_id", "client_id", name="uq_mailbox_entries_sender_id_client_id"),
    )
    op.create_index("ix_mailbox_entries_sender_id_state", "mailbox_entries", ["sender_id", "state"])
