"""Run by Alembic for each command: revisions are applied to the connection that ``configuration`` was given."""
from __future__ import annotations

from alembic import context

from bot.records.schema import VERSION_TABLE, metadata

# render_as_batch: SQLite changes a column by making the table anew.
context.configure(connection=context.config.attributes["connection"], target_metadata=metadata, compare_type=True,
                  transactional_ddl=True, version_table=VERSION_TABLE, render_as_batch=True)
context.run_migrations()
