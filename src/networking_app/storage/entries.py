"""Entries of the journal as stored: reading them back, writing them, and asking for many keys."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, cast

from sqlalchemy import text

from networking_app.domain.journal import Entry, Kind

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from sqlalchemy import Connection

_COLUMNS = 'id, clock, device, actor, action, schema, kind, "table", "row", before, after'
_INSERT = f"INSERT INTO journal ({_COLUMNS}, applied) VALUES (?,?,?,?,?,?,?,?,?,?,?,?)"  # noqa: S608 (constants)
# SQLite allows 32,766 values in a statement, and a list of ids is read through JSON anyway.
_CHUNK = 2_000
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def entries_of_row(connection: Connection, row: str) -> list[Entry]:
    """All entries of one row that are in the tables, in order."""
    return list(_read(connection, 'WHERE "row" = :value AND applied = 1 ORDER BY clock, id', row))


def entries_of_action(connection: Connection, action: str) -> list[Entry]:
    """All entries of one action that are in the tables, newest first."""
    where = "WHERE action = :value AND applied = 1 ORDER BY clock DESC, id DESC"
    return list(_read(connection, where, action))


def all_entries(connection: Connection) -> list[Entry]:
    """The whole journal, in order, with what could not be applied yet."""
    return list(_read(connection, "WHERE :value = '' ORDER BY clock, id", ""))


def held_entries(connection: Connection, tables: Iterable[str]) -> list[Entry]:
    """Entries of these tables that are stored but not applied yet, in order."""
    where = (
        'WHERE applied = 0 AND "table" IN (SELECT value FROM json_each(:value)) ORDER BY clock, id'
    )
    return list(_read(connection, where, json.dumps(list(tables))))


def last_clock(connection: Connection) -> int:
    """The highest clock value in the journal, 0 if it is empty."""
    return _number(connection, "SELECT max(clock) FROM journal")


def length(connection: Connection) -> int:
    """A number that grows with each entry; found without counting them."""
    return _number(connection, "SELECT max(rowid) FROM journal")


def wrote_since(connection: Connection, length: int, tables: Iterable[str]) -> bool:
    """Whether one of these tables was written after the journal had this length."""
    names = ", ".join(f"'{name}'" for name in tables)
    statement = f'SELECT 1 FROM journal WHERE rowid > :length AND "table" IN ({names}) LIMIT 1'  # noqa: S608 (names of our own tables)
    return connection.execute(text(statement), {"length": length}).first() is not None


def store(connection: Connection, entries: Iterable[Entry], waiting: set[str]) -> None:
    """Write new entries; those that wait are marked as not applied."""
    lines = [
        (
            e.id, e.clock, e.device, e.actor, e.action, e.schema, e.kind.value, e.table, e.row,
            None if e.before is None else _encode(e.before),
            None if e.after is None else _encode(e.after),
            0 if e.id in waiting else 1,
        )
        for e in entries
    ]  # fmt: skip
    execute_many(connection, _INSERT, lines)


def execute_many(connection: Connection, statement: str, lines: Sequence[Sequence[Any]]) -> None:
    """Run one statement for all lines of values."""
    if lines:
        connection.exec_driver_sql(statement, list(map(tuple, lines)))


def driver(connection: Connection) -> sqlite3.Connection:
    """The driver's connection within the same transaction, for questions that a queue waits for.

    A statement costs a third there of what it costs through SQLAlchemy.
    """
    if not connection.in_transaction():
        connection.begin()
    raw = connection.connection.driver_connection
    assert raw is not None
    return cast("sqlite3.Connection", raw)


def select_in(
    connection: Connection, statement: str, keys: Iterable[str], **values: str
) -> list[Any]:
    """Run a statement whose `:keys` is a JSON list of keys, in chunks."""
    wanted = list(keys)
    found: list[Any] = []
    for start in range(0, len(wanted), _CHUNK):
        chunk = json.dumps(wanted[start : start + _CHUNK])
        found += connection.execute(text(statement), {"keys": chunk, **values}).all()
    return found


def _encoder() -> Callable[[dict[str, Any]], str]:
    """Half of the time of JSONEncoder.encode goes into making its inner encoder at each call."""
    make = getattr(json.encoder, "c_make_encoder", None)
    if make is None:  # a Python without it
        return _ENCODER.encode
    inner = make(
        None, _ENCODER.default, json.encoder.encode_basestring, None, ":", ",", False, False, True
    )
    return lambda values: "".join(inner(values, 0))


_encode = _encoder()


def _number(connection: Connection, statement: str) -> int:
    # Asked for each scan: straight from the driver, a tenth of the time.
    raw = connection.connection.driver_connection
    assert raw is not None
    return int(raw.execute(statement).fetchone()[0] or 0)


def _read(connection: Connection, where: str, value: str) -> Iterator[Entry]:
    statement = text(f"SELECT {_COLUMNS} FROM journal {where}")  # noqa: S608 (constants of this module)
    for line in connection.execute(statement, {"value": value}):
        key, clock, device, actor, action, schema, kind, table, row, before, after = line
        yield Entry(
            key, clock, device, actor, action, schema, Kind(kind), table, row,
            _loads(before), _loads(after),
        )  # fmt: skip


def _loads(value: str | None) -> dict[str, Any] | None:
    return None if value is None else json.loads(value)
