"""Taking back an action: a new action that puts back what nobody changed since."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import text

from networking_app.domain.journal import Kind
from networking_app.storage import journal

if TYPE_CHECKING:
    from networking_app.domain.journal import Entry
    from networking_app.storage.writer import Writer

# Rows that are made for others: they go only when nothing that stays points to them.
_NEEDED_BY = {
    "affiliation": (("registration", "affiliation_id"), ("session_speaker", "affiliation_id")),
    "person": (
        ("registration", "person_id"),
        ("affiliation", "person_id"),
        ("session_speaker", "person_id"),
        ("cluster", "leader_id"),
    ),
    "organisation": (
        ("affiliation", "organisation_id"),
        ("organisation", "parent_id"),
        ("cluster_member", "organisation_id"),
        ("project_partner", "organisation_id"),
        ("event_organisation", "organisation_id"),
    ),
    "tag": (("registration_tag", "tag_id"),),
    "event": (("registration", "event_id"),),
    "cluster": (("affiliation", "cluster_id"), ("cluster_member", "cluster_id")),
    "project": (("affiliation", "project_id"), ("event_project", "project_id")),
}
_LAST_TO_GO = ("affiliation", "person", "organisation", "tag", "cluster", "project")
# Rows that go and stay with another; an event that has guests by now keeps its doors.
_OWNED = {
    "answer": "registration_id",
    "protected_answer": "registration_id",
    "consent": "registration_id",
    "registration_tag": "registration_id",
    "point": "event_id",
    "question": "event_id",
    "ticket_key": "event_id",
    "room": "event_id",
    "track": "event_id",
    "session": "event_id",
}
# What was done and taken back again does not count: both halves leave nothing behind. In a chain
# of taking back and redoing, the last word says whether the first deed stands.
_NEUTRAL = """
    WITH RECURSIVE chain(id, root, depth) AS (
        SELECT id, id, 0 FROM action WHERE undoes = ''
        UNION ALL
        SELECT a.id, c.root, c.depth + 1 FROM action a JOIN chain c ON a.undoes = c.id
        WHERE c.depth < 1000
    )
    SELECT id FROM chain c WHERE depth > 0 OR
    (SELECT max(depth) FROM chain d WHERE d.root = c.id) % 2 = 1
"""


def undo(writer: Writer, action: str) -> tuple[int, int]:
    """Put back the fields and rows of an action where this action is still the last word.

    Rows that it made are deleted, unless somebody changed them since, a guest among them has
    arrived, or something that stays needs them.

    Returns:
        (fields and rows put back, fields and rows left alone).
    """
    entries = [e for e in journal.entries_of_action(writer.connection, action) if _counts(e)]
    rows = [e.row for e in entries]
    later = _later_fields(writer, action, rows)
    made = {e.row: e.table for e in entries if e.before is None}
    back, kept = _fields_back(entries, made, later)
    gone, stay = _rows_to_go(writer, made, later)
    done = sum(len(values) for values in back.values())
    by_table: dict[str, list[tuple[str, dict[str, Any]]]] = {}
    for (table, row), values in back.items():
        by_table.setdefault(table, []).append((row, values))
    for table, lines in by_table.items():
        writer.change_many(table, lines)
    return done + gone, kept + stay


def _counts(entry: Entry) -> bool:
    shape = journal.shapes().get(entry.table)
    known = shape is not None and shape.kind is Kind.SET
    return known and entry.kind is Kind.SET and entry.after is not None


def _later_fields(writer: Writer, action: str, rows: list[str]) -> dict[str, set[str]]:
    """For each row the fields that a later action set."""
    found = journal.select_in(
        writer.connection,
        'SELECT j."row", f.key, j.action FROM journal j, json_each(j.after) f'
        " WHERE j.\"row\" IN (SELECT value FROM json_each(:keys)) AND j.kind = 'set'"
        " AND j.applied = 1 AND j.action <> :action AND j.clock >"
        ' (SELECT min(o.clock) FROM journal o WHERE o."row" = j."row" AND o.action = :action)',
        rows,
        action=action,
    )
    neutral = {key for (key,) in writer.connection.execute(text(_NEUTRAL))} if found else set()
    later: dict[str, set[str]] = {}
    for row, field, by in found:
        if by not in neutral:
            later.setdefault(row, set()).add(field)
    return later


def _fields_back(
    entries: list[Entry], made: dict[str, str], later: dict[str, set[str]]
) -> tuple[dict[tuple[str, str], dict[str, Any]], int]:
    back: dict[tuple[str, str], dict[str, Any]] = {}
    kept = 0
    for entry in entries:  # newest first, so the oldest "before" is written last and wins
        if entry.row in made:
            continue
        known = journal.shapes()[entry.table].empty
        for field, value in (entry.before or {}).items():
            if field not in known or field in later.get(entry.row, ()):
                kept += 1
            else:
                back.setdefault((entry.table, entry.row), {})[field] = value
    return back, kept


def _rows_to_go(
    writer: Writer, made: dict[str, str], later: dict[str, set[str]]
) -> tuple[int, int]:
    """Delete the rows that an action made; returns how many went and how many stayed."""
    arrived = _arrived(writer, [row for row, table in made.items() if table == "registration"])
    by_table: dict[str, list[str]] = {}
    for row, table in made.items():
        by_table.setdefault(table, []).append(row)
    staying = {row for row in made if row in arrived or later.get(row, set()) - {"deleted"}}
    gone = 0
    first = [t for t in ("registration", "event") if t in by_table]
    rest = [t for t in by_table if t not in (*_LAST_TO_GO, *first)]
    last = [t for t in _LAST_TO_GO if t in by_table]
    for table in (*first, *rest, *last):
        rows = [row for row in by_table[table] if row not in staying]
        if table in _OWNED:
            rows = _without_staying_owner(writer, table, rows, staying)
        if table in _NEEDED_BY:
            rows = _not_needed(writer, table, rows)
            staying |= set(by_table[table]) - set(rows)
        gone += writer.change_many(table, [(row, {"deleted": 1}) for row in rows])
    return gone, sum(1 for row, table in made.items() if table == "registration" and row in staying)


def _arrived(writer: Writer, rows: list[str]) -> set[str]:
    found = journal.select_in(
        writer.connection,
        "SELECT c.registration_id FROM check_in c"
        " WHERE c.registration_id IN (SELECT value FROM json_each(:keys))"
        " AND c.kind IN ('in', 'back')"
        " AND NOT EXISTS (SELECT 1 FROM check_in u WHERE u.undoes = c.id)",
        rows,
    )
    return {row for (row,) in found}


def _without_staying_owner(
    writer: Writer, table: str, rows: list[str], staying: set[str]
) -> list[str]:
    found = journal.select_in(
        writer.connection,
        f"SELECT id, {_OWNED[table]} FROM {table}"  # noqa: S608 (a table of ours)
        " WHERE id IN (SELECT value FROM json_each(:keys))",
        rows,
    )
    return [row for row, owner in found if owner not in staying]


def _not_needed(writer: Writer, table: str, rows: list[str]) -> list[str]:
    writer.flush()
    needed = set()
    for child, field in _NEEDED_BY[table]:
        found = journal.select_in(
            writer.connection,
            f"SELECT DISTINCT {field} FROM {child} WHERE deleted = 0"  # noqa: S608 (tables of ours)
            f" AND {field} IN (SELECT value FROM json_each(:keys))",
            rows,
        )
        needed |= {row for (row,) in found}
    return [row for row in rows if row not in needed]


def is_undone(writer: Writer, action: str) -> bool:
    """Whether the last word on an action is that it was taken back."""
    found = writer.connection.execute(
        text("SELECT count(*) FROM action WHERE undoes = :action"), {"action": action}
    ).scalar()
    return bool(found)
