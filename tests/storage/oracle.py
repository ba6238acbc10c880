"""What the tables must hold, told from the journal alone, in the slowest and plainest way."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from networking_app.domain.journal import Kind
from networking_app.storage import journal
from networking_app.storage.derived import DERIVED
from networking_app.storage.journal import all_entries

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from networking_app.domain.journal import Entry


def expected(  # noqa: C901 (one place, read from top to bottom)
    entries: list[Entry], waiting: set[str]
) -> dict[str, dict[str, dict[str, Any]]]:
    """Rows by table and key, as they follow from these entries but those that wait."""
    tables: dict[str, dict[str, dict[str, Any]]] = {name: {} for name in journal.shapes()}
    gone = {e.row for e in entries if e.kind is Kind.ERASE} | {
        e.row for e in entries if e.kind is Kind.SET and e.after is None
    }
    for entry in sorted(entries, key=lambda e: (e.clock, e.id)):
        if entry.table not in tables or entry.id in waiting:
            continue
        shape = journal.shapes()[entry.table]
        if (entry.kind is Kind.FACT) != (shape.kind is Kind.FACT):
            continue
        known = entry.row in tables[entry.table]
        row = tables[entry.table].setdefault(entry.row, {"id": entry.row, **shape.empty})
        if entry.kind is Kind.FACT and known:
            continue
        if entry.kind is Kind.FACT or entry.row not in gone:
            row.update({f: v for f, v in (entry.after or {}).items() if f in shape.empty})
    for name, rule in DERIVED.items():
        for row in tables[name].values():
            if row["id"] in gone:
                row["deleted"] = 1
            row |= dict(zip(rule.fields, rule.compute(*(row[f] for f in rule.inputs)), strict=True))
    for name, rows in tables.items():
        if journal.shapes()[name].kind is Kind.SET:
            for key, row in rows.items():
                if key in gone:
                    row["deleted"] = 1
    return tables


def waiting(connection: Connection) -> set[str]:
    """Keys of the entries that are stored but not applied."""
    found = connection.exec_driver_sql("SELECT id FROM journal WHERE applied = 0")
    return {key for (key,) in found}


def of_file(connection: Connection) -> dict[str, dict[str, dict[str, Any]]]:
    """What the tables of this file must hold."""
    return expected(all_entries(connection), waiting(connection))
