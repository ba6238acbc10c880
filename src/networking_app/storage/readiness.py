"""Queries of the readiness page: the latest import, the newest moment written, missing codes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import text

if TYPE_CHECKING:
    from sqlalchemy import Connection


def last_import(connection: Connection, event_id: str) -> tuple[str, str] | None:
    """(names of the files, when) of the latest import into an event that stands."""
    found = connection.execute(
        text(
            "SELECT json_extract(a.facts, '$.file'), a.at FROM action a WHERE a.deed = 'import'"
            " AND NOT EXISTS (SELECT 1 FROM action u WHERE u.undoes = a.id"
            "  AND NOT EXISTS (SELECT 1 FROM action v WHERE v.undoes = u.id))"
            " AND (EXISTS (SELECT 1 FROM registration r WHERE r.event_id = :event"
            "  AND r.source = json_extract(a.facts, '$.file'))"
            ' OR EXISTS (SELECT 1 FROM journal j JOIN registration r ON r.id = j."row"'
            "  WHERE j.action = a.id AND r.event_id = :event))"
            " ORDER BY a.at DESC, a.id DESC LIMIT 1"
        ),
        {"event": event_id},
    ).one_or_none()
    return None if found is None else (found[0] or "", found[1])


def newest(connection: Connection) -> str:
    """The latest moment that any desk wrote down, ISO 8601 in UTC; empty if nobody wrote yet."""
    return (
        connection.execute(
            text(
                "SELECT max(coalesce((SELECT max(at) FROM check_in), ''),"
                " coalesce((SELECT max(at) FROM action), ''))"
            )
        ).scalar()
        or ""
    )


def without_code(connection: Connection, event_id: str) -> list[str]:
    """Registrations with a place whom no code lets in.

    The plus keeps SQLite from looking through all codes that revoke none, once for each guest.
    """
    found = connection.execute(
        text(
            "SELECT r.id FROM registration r WHERE r.event_id = :event AND r.deleted = 0"
            " AND r.status = 'registered' AND NOT EXISTS (SELECT 1 FROM code c"
            "  WHERE c.registration_id = r.id AND c.code <> '' AND +c.revokes = ''"
            "  AND NOT EXISTS (SELECT 1 FROM code v WHERE v.revokes = c.id)) ORDER BY r.id"
        ),
        {"event": event_id},
    )
    return [key for (key,) in found]
