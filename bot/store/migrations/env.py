"""Run by Alembic for each command: revisions are applied to the connection that ``configuration`` was given."""
from __future__ import annotations

from alembic import context

from bot.store.schema import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata, compare_type=True,
                  transactional_ddl=True)
context.run_migrations()
