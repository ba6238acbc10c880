"""Queries for guests who come without a registration: is there room, and where they are from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import text

if TYPE_CHECKING:
    from sqlalchemy import Connection


def organisations(connection: Connection, event_id: str) -> list[tuple[str, str, str, int]]:
    """(name, short name, city, guests of the event from it), those with most guests first."""
    found = connection.execute(
        text(
            "SELECT o.name, o.short_name, o.city, coalesce(g.guests, 0) FROM organisation o"
            " LEFT JOIN (SELECT a.organisation_id AS key, count(*) AS guests FROM registration r"
            "  JOIN affiliation a ON a.id = r.affiliation_id"
            "  WHERE r.event_id = :event AND r.deleted = 0 AND r.status <> 'cancelled'"
            "  GROUP BY a.organisation_id) g ON g.key = o.id"
            " WHERE o.deleted = 0 AND o.name <> '' ORDER BY 4 DESC, o.sort_key, o.id"
        ),
        {"event": event_id},
    )
    return [(name, short, city, guests) for name, short, city, guests in found]


def is_full(connection: Connection, event_id: str) -> bool:
    """Whether as many guests have a place as the event holds; never where it has no limit."""
    statement = text("SELECT capacity FROM event WHERE id = :event")
    most = connection.execute(statement, {"event": event_id}).scalar()
    if most is None:
        return False
    taken = connection.execute(
        text(
            "SELECT count(*) FROM registration WHERE event_id = :event AND deleted = 0"
            " AND status = 'registered'"
        ),
        {"event": event_id},
    ).scalar()
    return (taken or 0) >= int(most)
