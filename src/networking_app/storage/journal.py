"""The one writer of business rows: entries go into the journal and, folded, into the tables.

The window's own changes and those of other laptops take the same way. An entry is stored first and
applied second: what this version cannot place yet (a table or field of a newer version, a row whose
parent is still to come) stays in the journal and is applied later.
"""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import text

from networking_app.domain.journal import Entry, Kind, fold, order
from networking_app.storage.derived import DERIVED, derive, derived
from networking_app.storage.entries import (
    all_entries,
    entries_of_action,
    entries_of_row,
    execute_many,
    held_entries,
    last_clock,
    length,
    select_in,
    store,
)
from networking_app.storage.tables import table_kinds

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from sqlalchemy import Connection

__all__ = [
    "SCHEMA",
    "TableShape",
    "all_entries",
    "apply",
    "entries_of_action",
    "entries_of_row",
    "last_clock",
    "length",
    "put",
    "refold",
    "refold_newer",
    "select_in",
    "shapes",
]

SCHEMA = 2


class TableShape(NamedTuple):
    """What the writer must know of a table."""

    kind: Kind
    empty: dict[str, Any]  # known fields with their defaults, without the key and derived fields
    parents: dict[str, str]  # field -> table it points to


@cache
def shapes() -> dict[str, TableShape]:
    """All tables that the journal writes."""
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
    if own:  # no need to look for rows that were made just now among the erased ones
        entries = [entry for entry in entries if not _makes(entry)]
    # A known entry that comes back scrubbed is news of an erasure too.
    gone, erased = _erasures(connection, entries)
    if gone:
        fresh = [e.scrubbed() if e.row in gone else e for e in fresh]
    waiting = set() if own else _orphans(connection, fresh)
    late = {} if own else _late_rows(connection, fresh)
    store(connection, fresh, waiting)
    placed = [e for e in fresh if e.id not in waiting]
    _apply_sets(connection, placed, late, own=own)
    _apply_facts(connection, [e for e in placed if e.kind is Kind.FACT], own=own)
    for row, table in erased.items():
        _scrub_row(connection, table, row)
    _scrub_deeds(connection, fresh, erased)
    if not own and (fresh or erased):
        _retry_waiting(connection)
    return len(fresh)


def refold(connection: Connection, table: str, row: str) -> None:
    """Write a row again from all its entries: the repair, and what an upgrade uses."""
    shape = shapes().get(table)
    if shape is not None and shape.kind is Kind.SET:
        entries = (e for e in entries_of_row(connection, row) if e.table == table)
        put(connection, table, [(row, fold(entries, shape.empty))])


def refold_newer(connection: Connection, older: int) -> int:
    """Apply what an older version could only store; returns the number of entries.

    Args:
        connection: inside a write transaction.
        older: the schema number of that version.
    """
    # A field that is known only now may point to a row that is not there yet.
    found = connection.execute(
        text("UPDATE journal SET applied = 0 WHERE schema > :older"), {"older": older}
    ).rowcount
    _retry_waiting(connection)
    return found


def put(
    connection: Connection,
    table: str,
    rows: Iterable[tuple[str, Mapping[str, Any]]],
    new: frozenset[str] = frozenset(),
) -> None:
    """Insert rows or set fields; unknown fields are left out, derived ones computed.

    Args:
        connection: inside a write transaction.
        table: one of `shapes()`.
        rows: keys and fields.
        new: keys of which it is known that no such row is there.
    """
    known = shapes()[table].empty
    rule = DERIVED.get(table)
    groups: dict[tuple[bool, tuple[str, ...]], list[list[Any]]] = {}
    touched: list[str] = []
    for row, values in rows:
        said = dict(values)
        if not said.keys() <= known.keys():
            said = {f: v for f, v in values.items() if f in known}
        if rule is not None and (row in new or all(f in said for f in rule.inputs)):
            said |= derived(table, known | said)
        elif rule is not None and any(f in said for f in rule.inputs):
            touched.append(row)
        groups.setdefault((row in new, tuple(said)), []).append([row, *said.values()])
    for (fresh, fields), lines in groups.items():
        execute_many(connection, _insert(table, fields, fresh=fresh), lines)
    if touched:
        derive(connection, table, touched)


@cache
def _insert(table: str, fields: tuple[str, ...], *, fresh: bool) -> str:
    names = ", ".join(["id", *(f'"{f}"' for f in fields)])
    sets = ", ".join(f'"{f}" = excluded."{f}"' for f in fields)
    marks = ", ".join("?" * (len(fields) + 1))
    # A row that cannot be there needs no look for it, which takes half of the time.
    todo = f" ON CONFLICT (id) DO {f'UPDATE SET {sets}' if fields else 'NOTHING'}"
    # Names come from the tables of this program, values are bound.
    return f'INSERT INTO "{table}" ({names}) VALUES ({marks}){"" if fresh else todo}'  # noqa: S608


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


def _makes(entry: Entry) -> bool:
    """Whether an entry of our own makes its row."""
    return entry.kind is Kind.FACT or (entry.kind is Kind.SET and entry.before is None)


def _erasures(connection: Connection, entries: Sequence[Entry]) -> tuple[set[str], dict[str, str]]:
    """Rows of these entries that are erased, and those (with their table) that are so only now."""
    known = {
        key
        for (key,) in select_in(
            connection,
            'SELECT "row" FROM erased WHERE "row" IN (SELECT value FROM json_each(:keys))',
            {e.row for e in entries if e.kind is not Kind.FACT},
        )
    }
    news = {e.row: e.table for e in entries if e.erases and e.row not in known}
    return known | news.keys(), news


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


def _orphans(connection: Connection, entries: list[Entry]) -> set[str]:
    """Ids of entries whose table is unknown here, or whose parent row is not there yet."""
    wanted: dict[str, set[str]] = {}
    for entry in entries:
        for table, key in _parents(entry):
            wanted.setdefault(table, set()).add(key)
    there = {table: _existing(connection, table, keys) for table, keys in wanted.items()}
    waiting: set[str] = set()
    for entry in entries:  # in order, so that a parent made before its child counts
        missing = any(key not in there[table] for table, key in _parents(entry))
        if missing or not _has_place(entry):
            waiting.add(entry.id)
        elif entry.table in there:
            there[entry.table].add(entry.row)
    return waiting


def _has_place(entry: Entry) -> bool:
    shape = shapes().get(entry.table)
    return shape is not None and (shape.kind is Kind.FACT) == (entry.kind is Kind.FACT)


def _parents(entry: Entry) -> list[tuple[str, str]]:
    """(table, key) of the rows that an entry points to."""
    shape, values = shapes().get(entry.table), entry.after or {}
    return [(t, values[f]) for f, t in shape.parents.items() if values.get(f)] if shape else []


def _existing(connection: Connection, table: str, keys: Iterable[str]) -> set[str]:
    statement = f'SELECT id FROM "{table}" WHERE id IN (SELECT value FROM json_each(:keys))'  # noqa: S608 (a table of ours)
    return {key for (key,) in select_in(connection, statement, keys)}


def _apply_sets(
    connection: Connection, entries: list[Entry], late: dict[str, int], *, own: bool
) -> None:
    puts: dict[str, dict[str, dict[str, Any]]] = {}
    made: dict[str, set[str]] = {}
    for entry in entries:
        after = entry.after
        if entry.kind is not Kind.SET or after is None:
            continue
        if late.get(entry.row, -1) >= entry.clock:
            taken = _fields_set_later(connection, entry)
            after = {f: v for f, v in after.items() if f not in taken}
        if own and entry.before is None:
            made.setdefault(entry.table, set()).add(entry.row)
        puts.setdefault(entry.table, {}).setdefault(entry.row, {}).update(after)
    for table in sorted(puts, key=_places().__getitem__):
        put(connection, table, puts[table].items(), frozenset(made.get(table, ())))


def _apply_facts(connection: Connection, facts: list[Entry], *, own: bool) -> None:
    by_table: dict[str, dict[str, Entry]] = {}
    for fact in facts:
        by_table.setdefault(fact.table, {}).setdefault(fact.row, fact)
    for table, entries in by_table.items():
        again = set() if own else _existing(connection, table, entries)
        for row in again:  # told twice under one key: the first stays
            entries[row] = min(entries_of_row(connection, row), key=order)
        empty = shapes()[table].empty
        lines = [
            (row, {**empty, **(e.after or {})} if row in again else e.after or {})
            for row, e in entries.items()
        ]
        put(connection, table, lines, frozenset(entries.keys() - again))


@cache
def _places() -> dict[str, int]:
    """Parents before children."""
    table, _kind = next(iter(table_kinds().values()))
    return {table.name: place for place, table in enumerate(table.metadata.sorted_tables)}


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
    shape = shapes().get(table)
    if shape is not None and shape.kind is Kind.SET:
        put(connection, table, [(row, {**shape.empty, "deleted": 1})])


def _scrub_deeds(connection: Connection, fresh: list[Entry], erased: Collection[str]) -> None:
    """Take the name out of what is told about actions that touched an erased row.

    This depends on nothing but the journal, so all laptops come to the same.
    """
    telling = [e for e in fresh if e.kind is not Kind.FACT or e.table == "action"]
    if not (telling or erased) or not _any_erased(connection):
        return
    of_rows = 'SELECT action FROM journal WHERE "row" IN (SELECT value FROM json_each(:keys))'
    actions = {e.action for e in telling} | {a for (a,) in select_in(connection, of_rows, erased)}
    touching = (
        'SELECT DISTINCT j.action FROM journal j JOIN erased x ON x."row" = j."row"'
        " WHERE j.action IN (SELECT value FROM json_each(:keys))"
    )
    keys = json.dumps([action for (action,) in select_in(connection, touching, actions)])
    connection.execute(
        text(
            "UPDATE action SET facts = json_remove(facts, '$.name') WHERE json_valid(facts)"
            " AND id IN (SELECT value FROM json_each(:keys))"
        ),
        {"keys": keys},
    )
    connection.execute(
        text(
            "UPDATE journal SET after = json_set(after, '$.facts',"
            " json_remove(json_extract(after, '$.facts'), '$.name') || '')"
            " WHERE \"table\" = 'action' AND json_valid(json_extract(after, '$.facts'))"
            ' AND "row" IN (SELECT value FROM json_each(:keys))'
        ),
        {"keys": keys},
    )


def _any_erased(connection: Connection) -> bool:
    return connection.exec_driver_sql("SELECT 1 FROM erased LIMIT 1").first() is not None


def _retry_waiting(connection: Connection) -> None:
    """Apply entries whose parents have come, until nothing more moves."""
    while True:
        held = held_entries(connection, shapes())
        still = _orphans(connection, held)
        ready = [e for e in held if e.id not in still]
        if not ready:
            return
        connection.execute(
            text("UPDATE journal SET applied = 1 WHERE id IN (SELECT value FROM json_each(:keys))"),
            {"keys": json.dumps([e.id for e in ready])},
        )
        for table, row in {(e.table, e.row): None for e in ready if e.kind is not Kind.FACT}:
            refold(connection, table, row)
        _apply_facts(connection, [e for e in ready if e.kind is Kind.FACT], own=False)
