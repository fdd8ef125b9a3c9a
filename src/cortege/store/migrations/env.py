"""What Alembic runs: hands it the connection of the caller, whose transaction it joins."""

from __future__ import annotations

from alembic import context

from cortege.store.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    # SQLite alters a table by copying it; batch mode does so.
    render_as_batch=True,
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
