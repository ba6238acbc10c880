"""The schema of each version: how an empty workspace is made, and what a file must look like.

The statements stand in migrations/schema_N.sql, written from the tables by a test's command, so
that opening and creating need neither Alembic nor a second description.
"""

from __future__ import annotations

import os
import re
import sqlite3
from contextlib import closing
from functools import cache
from pathlib import Path

APPLICATION_ID = 0x4E574150  # "NWAP"
CURRENT = 2
_FOLDER = Path(__file__).parent / "migrations"


def statements(version: int) -> list[str]:
    """The statements that make an empty workspace of this version."""
    text = (_FOLDER / f"schema_{version}.sql").read_text("utf-8")
    return [part.strip() for part in text.split(";\n") if part.strip()]


def create(path: Path) -> None:
    """Make an empty workspace of the current version.

    Raises:
        sqlite3.Error: it cannot be written; no file is left.
    """
    # Made beside and renamed, so that a crash leaves no half-made workspace.
    half = path.with_name(path.name + ".new")
    half.unlink(missing_ok=True)
    try:
        with closing(sqlite3.connect(half, isolation_level=None)) as raw:
            _make(raw, CURRENT)
            raw.execute("PRAGMA journal_mode=WAL")
            raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        os.replace(half, path)  # noqa: PTH105 (replaces on Windows too)
    finally:
        for left in (half, *(half.with_name(half.name + end) for end in ("-wal", "-shm"))):
            left.unlink(missing_ok=True)


def difference(raw: sqlite3.Connection, version: int) -> str:
    """The first object that is missing, foreign or altered in a file; empty if there is none."""
    found = _objects(raw)
    wanted = _expected(version)
    for name in sorted(found.keys() ^ wanted.keys()):
        return f"{'foreign' if name in found else 'missing'}: {name[0]} {name[1]}"
    for name, sql in wanted.items():
        if found[name] != sql:
            return f"altered: {name[0]} {name[1]}"
    return ""


def _make(raw: sqlite3.Connection, version: int) -> None:
    raw.execute(f"PRAGMA application_id={APPLICATION_ID}")
    raw.execute(f"PRAGMA user_version={version}")
    raw.execute("BEGIN")
    for statement in statements(version):
        raw.execute(statement)
    raw.execute("COMMIT")


@cache
def _expected(version: int) -> dict[tuple[str, str], tuple[str, ...]]:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as raw:
        _make(raw, version)
        return _objects(raw)


def _objects(raw: sqlite3.Connection) -> dict[tuple[str, str], tuple[str, ...]]:
    # Indexes of keys have no text; what ANALYZE counted is harmless. A foreign trigger may well
    # bear a name that begins with "sqlite_".
    found = raw.execute(
        "SELECT type, name, sql FROM sqlite_master WHERE NOT (type = 'index' AND sql IS NULL)"
        " AND NOT (type = 'table' AND name IN ('sqlite_stat1', 'sqlite_stat4'))"
    )
    return {(kind, name): _normal(sql or "") for kind, name, sql in found}


def _normal(sql: str) -> tuple[str, ...]:
    """A statement in parts that an upgrade may leave in another order or with other quotes.

    ALTER TABLE puts a new column behind the constraints; a table that Alembic rebuilt has its name
    quoted and its defaults in brackets.
    """
    plain = re.sub(r'"([A-Za-z_][A-Za-z_0-9]*)"', r"\1", " ".join(sql.split()))
    plain = re.sub(r"DEFAULT \(('[^']*')\)", r"DEFAULT \1", plain)
    head, _, rest = plain.partition("(")
    parts, depth, start = [], 0, 0
    for place, letter in enumerate(rest):
        depth += (letter == "(") - (letter == ")")
        if (letter == "," and depth == 0) or depth < 0:
            parts.append(rest[start:place].strip())
            start = place + 1
        if depth < 0:
            break
    return head.strip(), *sorted(parts), rest[start:].strip()
