"""The check-in desk: rules of points, questions at the door, badges handed out, foreign keys.

Add, never rename or give a field another meaning: older laptops send entries that name it.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from networking_app.storage import schema

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_TEXTS = (
    ("point", "tags"),
    ("point", "windows"),
    ("point", "link"),
    ("check_in", "over"),
    ("badge_print", "box"),
    ("registration", "blocked"),
    ("event", "hand_out"),
    ("event", "pin"),
)
_NUMBERS = (
    ("point", "per_day"),
    ("badge_print", "number"),
    ("registration", "holds"),
    ("event", "box_size"),
)
_TABLES = ("hand_out", "question", "ticket_key", "unfinished")


def upgrade() -> None:
    """Add columns and tables."""
    for table, name in _TEXTS:
        op.add_column(table, sa.Column(name, sa.Text, server_default="", nullable=False))
    for table, name in _NUMBERS:
        op.add_column(table, sa.Column(name, sa.Integer, server_default="0", nullable=False))
    op.add_column("point", sa.Column("capacity", sa.Integer, nullable=True))
    for statement in schema.statements(2):
        words = statement.split()
        is_table = words[:2] == ["CREATE", "TABLE"] and words[2] in _TABLES
        if is_table or (words[1] == "INDEX" and words[4] in _TABLES):
            op.execute(statement)
