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
    found = connection.execute(
        text(
            "SELECT e.capacity IS NOT NULL AND (SELECT count(*) FROM registration r"
            " WHERE r.event_id = e.id AND r.deleted = 0 AND r.status = 'registered')"
            " >= e.capacity FROM event e WHERE e.id = :event"
        ),
        {"event": event_id},
    )
    return bool(found.scalar())
