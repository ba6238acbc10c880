"""Queries about guests of honour: who of them arrived since somebody looked last."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from sqlalchemy import text

from networking_app.domain.registration import HONOURED
from networking_app.storage.people import BODY, BODY_JOINS

if TYPE_CHECKING:
    from sqlalchemy import Connection

_SINCE = text(
    f"""
    SELECT c.id, c.registration_id, trim(p.given || ' ' || p.family), {BODY}, r.category,
           d.name, c.desk, c.at
    FROM check_in c JOIN point d ON d.id = c.point_id AND d.kind = 'door'
    JOIN registration r ON r.id = c.registration_id AND r.deleted = 0
    JOIN person p ON p.id = r.person_id
    LEFT JOIN affiliation a ON a.id = r.affiliation_id
    {BODY_JOINS}
    WHERE c.rowid > :mark AND d.event_id = :event AND c.kind = 'in'
    AND r.category IN (SELECT value FROM json_each(:honoured))
    AND NOT EXISTS (SELECT 1 FROM check_in u WHERE u.undoes = c.id)
    AND NOT EXISTS (SELECT 1 FROM check_in e JOIN point g ON g.id = e.point_id AND g.kind = 'door'
                    WHERE e.registration_id = c.registration_id AND e.kind = 'in'
                    AND e.rowid < c.rowid
                    AND NOT EXISTS (SELECT 1 FROM check_in v WHERE v.undoes = e.id))
    ORDER BY c.rowid
    """  # noqa: S608 (constants)
)


def mark(connection: Connection) -> int:
    """Where the check-ins end now, in the order in which this computer got them."""
    return connection.execute(text("SELECT coalesce(max(rowid), 0) FROM check_in")).scalar() or 0


def since(connection: Connection, event_id: str, after: int) -> list[tuple[str, ...]]:
    """First arrivals of guests of honour after a mark that were not taken back.

    Returns:
        (key of the check-in, registration, name, organisation, category, point, desk, time).
    """
    values = {"event": event_id, "mark": after, "honoured": json.dumps(sorted(HONOURED))}
    return [tuple(line) for line in connection.execute(_SINCE, values)]
