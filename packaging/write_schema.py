"""Writes storage/migrations/schema_N.sql from the tables, N being the current schema."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex, CreateTable

from networking_app.storage import schema
from networking_app.storage.base import Row
from networking_app.storage.tables import table_kinds

_ALEMBIC = (
    "CREATE TABLE alembic_version (\n\tversion_num VARCHAR(32) NOT NULL, \n\t"
    "CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)\n)"
)


def current() -> str:
    """The statements for an empty workspace, as the tables of the program say."""
    table_kinds()
    version = f"INSERT INTO alembic_version VALUES ('{schema.CURRENT:04}')"  # noqa: S608 (our number)
    parts = [_ALEMBIC, version]
    for table in Row.metadata.sorted_tables:
        parts.append(str(CreateTable(table).compile(dialect=sqlite.dialect())).strip())
        ordered = sorted(table.indexes, key=lambda index: str(index.name))
        parts += [str(CreateIndex(i).compile(dialect=sqlite.dialect())).strip() for i in ordered]
    return ";\n".join(parts) + ";\n"


if __name__ == "__main__":
    folder = Path(schema.__file__).parent / "migrations"
    (folder / f"schema_{schema.CURRENT}.sql").write_text(current(), "utf-8")
