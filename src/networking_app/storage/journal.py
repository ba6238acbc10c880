"""The one writer of business rows: entries go into the journal and, folded, into the tables.

The window's own changes and those of other laptops take the same way. An entry is stored first and
applied second: what this version cannot place yet (a field of a newer version, a row whose parent
is still to come) stays in the journal and is applied later.
"""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import text

from networking_app.domain.journal import Entry, Kind, fold, order
from networking_app.storage.derived import DERIVED, derive
from networking_app.storage.tables import table_kinds

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from sqlalchemy import Connection

SCHEMA = 1
_COLUMNS = 'id, clock, device, actor, action, schema, kind, "table", "row", before, after'
_INSERT = f"INSERT INTO journal ({_COLUMNS}, applied) VALUES (?,?,?,?,?,?,?,?,?,?,?,?)"  # noqa: S608 (constants)
# SQLite allows 32,766 values in a statement, and a list of ids is read through JSON anyway.
_CHUNK = 2_000


class TableShape(NamedTuple):
    """What the writer must know of a table."""

    kind: Kind
    empty: dict[str, Any]  # known fields with their defaults, without the key and derived fields
    parents: dict[str, str]  # field -> table it points to


@cache
def shapes() -> dict[str, TableShape]:
    """All tables that the journal writes, parents before children."""
    found: dict[str, TableShape] = {}
    for name, (table, kind) in table_kinds().items():
        computed = DERIVED[name].fields if name in DERIVED else ()
        columns = [c for c in table.columns if c.name != "id" and c.name not in computed]
        empty = {c.name: c.default.arg if c.default is not None else None for c in columns}  # type: ignore[attr-defined]  # all defaults of ours are plain values
        parents = {c.name: fk.column.table.name for c in columns for fk in c.foreign_keys}
        found[name] = TableShape(kind, empty, parents)
    return found


def apply(connection: Connection, entries: Sequence[Entry], *, own: bool = False) -> int:
    """Take entries into the journal and the tables, in any order, any number of times.

    Args:
        connection: inside a write transaction, whose commit makes it durable.
        entries: of this laptop or of others.
        own: they were just made here with a clock above all others, so none can be known or late.

    Returns:
        how many were new.
    """
    fresh = sorted(entries, key=order) if own else _unknown(connection, entries)
    fresh, erased = _scrub_erased(connection, fresh)
    late = {} if own else _late_rows(connection, fresh)
    waiting = set() if own else _orphans(connection, fresh)
    _store(connection, fresh, waiting)
    _apply_sets(connection, fresh, late, waiting)
    _apply_facts(connection, [e for e in fresh if e.kind is Kind.FACT and e.id not in waiting])
    for table, row in erased:
        _scrub_row(connection, table, row)
    if not own and fresh:
        _retry_waiting(connection)
    return len(fresh)


def refold(connection: Connection, table: str, row: str) -> None:
    """Write a row again from all its entries: the repair, and what an upgrade uses."""
    shape = shapes().get(table)
    if shape is None:
        return
    values = fold(entries_of_row(connection, row), shape.empty)
    put(connection, table, [(row, values)])


def refold_newer(connection: Connection, older: int) -> int:
    """Apply what an older version could only store; returns the number of rows.

    Args:
        connection: inside a write transaction.
        older: the schema number of that version.
    """
    rows = connection.execute(
        text('SELECT DISTINCT "table", "row" FROM journal WHERE kind = :set AND schema > :older'),
        {"set": Kind.SET, "older": older},
    ).all()
    for table, row in rows:
        refold(connection, table, row)
    return len(rows)


def entries_of_row(connection: Connection, row: str) -> list[Entry]:
    """All entries of one row, in order."""
    return list(_read(connection, 'WHERE "row" = :value ORDER BY clock, id', row))


def entries_of_action(connection: Connection, action: str) -> list[Entry]:
    """All entries of one action, newest first."""
    return list(_read(connection, "WHERE action = :value ORDER BY clock DESC, id DESC", action))


def all_entries(connection: Connection) -> list[Entry]:
    """The whole journal, in order."""
    return list(_read(connection, "WHERE :value = '' ORDER BY clock, id", ""))


def last_clock(connection: Connection) -> int:
    """The highest clock value in the journal, 0 if it is empty."""
    return connection.exec_driver_sql("SELECT max(clock) FROM journal").scalar() or 0


def put(connection: Connection, table: str, rows: Iterable[tuple[str, Mapping[str, Any]]]) -> None:
    """Insert rows or set fields; unknown fields are left out, derived ones computed."""
    known = shapes()[table].empty
    groups: dict[tuple[str, ...], list[list[Any]]] = {}
    touched: list[str] = []
    for row, values in rows:
        fields = tuple(f for f in values if f in known)
        groups.setdefault(fields, []).append([row, *(values[f] for f in fields)])
        touched.append(row)
    for fields, lines in groups.items():
        _execute_many(connection, _upsert(table, fields), lines)
    if table in DERIVED:
        derive(connection, table, touched)


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


@cache
def _upsert(table: str, fields: tuple[str, ...]) -> str:
    names = ", ".join(["id", *(f'"{f}"' for f in fields)])
    sets = ", ".join(f'"{f}" = excluded."{f}"' for f in fields)
    todo = f"UPDATE SET {sets}" if fields else "NOTHING"
    marks = ", ".join("?" * (len(fields) + 1))
    # Names come from the tables of this program, values are bound.
    return f'INSERT INTO "{table}" ({names}) VALUES ({marks}) ON CONFLICT (id) DO {todo}'  # noqa: S608


def _execute_many(connection: Connection, statement: str, lines: Sequence[Sequence[Any]]) -> None:
    if lines:
        connection.exec_driver_sql(statement, [tuple(line) for line in lines])


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


def _dumps(value: dict[str, Any] | None) -> str | None:
    return None if value is None else json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _unknown(connection: Connection, entries: Sequence[Entry]) -> list[Entry]:
    have = {
        key
        for (key,) in select_in(
            connection,
            "SELECT id FROM journal WHERE id IN (SELECT value FROM json_each(:keys))",
            (e.id for e in entries),
        )
    }
    return sorted({e.id: e for e in entries if e.id not in have}.values(), key=order)


def _scrub_erased(
    connection: Connection, entries: list[Entry]
) -> tuple[list[Entry], list[tuple[str, str]]]:
    """Scrub entries of erased rows; also return the rows that these entries erase."""
    rows = {e.row for e in entries if e.kind is not Kind.FACT}
    known = {
        key
        for (key,) in select_in(
            connection,
            'SELECT "row" FROM erased WHERE "row" IN (SELECT value FROM json_each(:keys))',
            rows,
        )
    }
    news = {e.row: e.table for e in entries if e.erases and e.row not in known}
    gone = known | news.keys()
    scrubbed = [e.scrubbed() if e.row in gone else e for e in entries] if gone else entries
    return scrubbed, [(table, row) for row, table in news.items()]


def _late_rows(connection: Connection, entries: list[Entry]) -> dict[str, int]:
    """The newest known clock of each row, to see which entries come late."""
    return dict(
        tuple(line)
        for line in select_in(
            connection,
            'SELECT "row", max(clock) FROM journal WHERE "row" IN'
            ' (SELECT value FROM json_each(:keys)) GROUP BY "row"',
            {e.row for e in entries if e.kind is Kind.SET},
        )
    )


def _orphans(connection: Connection, entries: list[Entry], *, retrying: bool = False) -> set[str]:
    """Ids of entries whose table is unknown here, or whose parent row is not there yet.

    An entry also waits while an earlier one of its row does.
    """
    held = select_in(
        connection,
        'SELECT "row" FROM journal WHERE applied = 0'
        ' AND "row" IN (SELECT value FROM json_each(:keys))',
        {e.row for e in entries},
    )
    stuck = {row for (row,) in held} if not retrying else set()
    waiting: set[str] = {e.id for e in entries if e.row in stuck}
    wanted: dict[str, set[str]] = {}
    coming: dict[str, set[str]] = {}
    for entry in entries:
        for field, table in _parents(entry).items():
            wanted.setdefault(table, set()).add((entry.after or {})[field])
        coming.setdefault(entry.table, set()).add(entry.row)
    there = {
        table: coming.get(table, set()) | _existing(connection, table, keys)
        for table, keys in wanted.items()
    }
    for entry in entries:
        missing = any((entry.after or {})[f] not in there[t] for f, t in _parents(entry).items())
        if missing or (entry.table not in shapes()):
            waiting.add(entry.id)
            there = {t: rows - {entry.row} for t, rows in there.items()}
    return waiting


def _parents(entry: Entry) -> dict[str, str]:
    shape = shapes().get(entry.table)
    values = entry.after or {}
    return {f: t for f, t in shape.parents.items() if values.get(f)} if shape else {}


def _existing(connection: Connection, table: str, keys: set[str]) -> set[str]:
    statement = f'SELECT id FROM "{table}" WHERE id IN (SELECT value FROM json_each(:keys))'  # noqa: S608 (a table of ours)
    return {key for (key,) in select_in(connection, statement, keys)}


def _store(connection: Connection, entries: list[Entry], waiting: set[str]) -> None:
    lines = [
        (
            e.id, e.clock, e.device, e.actor, e.action, e.schema, e.kind.value, e.table, e.row,
            _dumps(e.before), _dumps(e.after), 0 if e.id in waiting else 1,
        )
        for e in entries
    ]  # fmt: skip
    _execute_many(connection, _INSERT, lines)


def _apply_facts(connection: Connection, facts: list[Entry]) -> None:
    by_table: dict[str, list[Entry]] = {}
    for fact in facts:
        by_table.setdefault(fact.table, []).append(fact)
    for table, entries in by_table.items():
        put(connection, table, [(e.row, e.after or {}) for e in entries])


def _apply_sets(
    connection: Connection, entries: list[Entry], late: dict[str, int], waiting: set[str]
) -> None:
    puts: dict[str, dict[str, dict[str, Any]]] = {}
    for entry in entries:
        if entry.kind is not Kind.SET or entry.after is None or entry.id in waiting:
            continue
        after = entry.after
        if late.get(entry.row, -1) >= entry.clock:
            taken = _fields_set_later(connection, entry)
            after = {f: v for f, v in after.items() if f not in taken}
        puts.setdefault(entry.table, {}).setdefault(entry.row, {}).update(after)
    for table in _parents_first(puts):
        put(connection, table, puts[table].items())


def _parents_first(tables: Iterable[str]) -> list[str]:
    places = {table.name: place for place, table in enumerate(_sorted_tables())}
    return sorted(tables, key=places.__getitem__)


@cache
def _sorted_tables() -> tuple[Any, ...]:
    table, _kind = next(iter(table_kinds().values()))
    return tuple(table.metadata.sorted_tables)


def _fields_set_later(connection: Connection, entry: Entry) -> set[str]:
    found = connection.execute(
        text(
            "SELECT DISTINCT key FROM journal, json_each(journal.after)"
            ' WHERE "row" = :row AND kind = :set AND applied = 1'
            " AND (clock > :clock OR (clock = :clock AND journal.id > :id))"
        ),
        {"row": entry.row, "set": Kind.SET, "clock": entry.clock, "id": entry.id},
    )
    return {key for (key,) in found}


def _scrub_row(connection: Connection, table: str, row: str) -> None:
    """Carry out an erasure: nothing of the row's content remains, in the table or the journal."""
    connection.execute(text('INSERT OR IGNORE INTO erased ("row") VALUES (:row)'), {"row": row})
    connection.execute(
        text('UPDATE journal SET before = NULL, after = NULL WHERE "row" = :row AND kind = :set'),
        {"row": row, "set": Kind.SET},
    )
    if table in shapes():
        put(connection, table, [(row, {**shapes()[table].empty, "deleted": 1})])


def _retry_waiting(connection: Connection) -> None:
    """Apply entries whose parents have come, until nothing more moves."""
    while True:
        held = list(_read(connection, "WHERE applied = 0 AND :value = '' ORDER BY clock, id", ""))
        still = _orphans(connection, held, retrying=True)
        ready = [e for e in held if e.id not in still]
        if not ready:
            return
        connection.execute(
            text("UPDATE journal SET applied = 1 WHERE id IN (SELECT value FROM json_each(:keys))"),
            {"keys": json.dumps([e.id for e in ready])},
        )
        for table, row in {(e.table, e.row): None for e in ready if e.kind is Kind.SET}:
            refold(connection, table, row)
        _apply_facts(connection, [e for e in ready if e.kind is Kind.FACT])
