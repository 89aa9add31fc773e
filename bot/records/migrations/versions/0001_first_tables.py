"""Practice log, reminders, feedback and unanswered questions."""
from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"  # a revision's number is SCHEMA_VERSION
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "practice", _text("sender_id"), _text("key"), sa.Column("day", sa.Date(), nullable=False), _moment("at"),
        sa.Column("routine", sa.Text()), sa.Column("seconds", sa.Integer()), sa.Column("steps_done", sa.Integer()),
        sa.Column("steps", sa.Integer()), sa.PrimaryKeyConstraint("sender_id", "key", name="pk_practice"),
    )
    op.create_table(
        "reminders", _text("id"), _text("sender_id"), _text("what"),
        sa.Column("time_of_day", sa.String(5), nullable=False), _text("time_zone"), _text("channel"),
        sa.Column("every_days", sa.Integer(), nullable=False), _moment("next_at"), _moment("created_at"),
        sa.Column("last_at", sa.String(25)), sa.PrimaryKeyConstraint("id", name="pk_reminders"),
    )
    op.create_table(
        "feedback", _text("sender_id"), _text("answer"),
        sa.Column("verdict", sa.String(16), nullable=False), _moment("at"), sa.Column("release", sa.Integer()),
        sa.Column("kind", sa.Text()), _text("claims"), _text("subjects"), _text("areas"), _text("comment"),
        sa.PrimaryKeyConstraint("sender_id", "answer", name="pk_feedback"),
    )
    op.create_table(
        "unanswered", sa.Column("id", sa.Integer(), nullable=False), _text("sender_id"), _text("key"), _text("text"),
        _moment("at"), sa.PrimaryKeyConstraint("id", name="pk_unanswered"),
    )
    for table, column in (("reminders", "next_at"), ("reminders", "sender_id"), ("unanswered", "sender_id"),
                          ("unanswered", "key")):
        op.create_index(f"ix_{table}_{column}", table, [column])


def _text(name: str) -> sa.Column:
    return sa.Column(name, sa.Text(), nullable=False)


def _moment(name: str) -> sa.Column:
    return sa.Column(name, sa.String(25), nullable=False)
