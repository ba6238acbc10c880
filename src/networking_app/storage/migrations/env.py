"""What Alembic runs: the steps, on the raw connection that `upgrade` hands over."""

from __future__ import annotations

from alembic import context

from networking_app.storage.tables import Row

connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=Row.metadata,
    render_as_batch=True,
    transactional_ddl=True,
)
context.run_migrations()
