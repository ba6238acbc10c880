"""The first schema.

Add, never rename or give a field another meaning: older laptops send entries that name it.
"""

from __future__ import annotations

from alembic import op

from networking_app.storage import schema

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make all tables; Alembic keeps its own."""
    for statement in schema.statements(1):
        if "alembic_version" not in statement:
            op.execute(statement)
