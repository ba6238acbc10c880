"""Queries about badges: what they show, and which were printed."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import text

from networking_app.storage.people import BODY, BODY_JOINS

if TYPE_CHECKING:
    from sqlalchemy import Connection


class FaceRow(NamedTuple):
    """What a badge shows of one guest, as stored."""

    id: str
    given: str
    family: str
    badge_name: str
    organisation: str
    title: str
    category: str
    code: str


def faces(connection: Connection, event_id: str) -> list[FaceRow]:
    """Badges of all guests with a place, in Finnish order of names."""
    found = connection.execute(
        text(
            f"SELECT r.id, p.given, p.family, p.badge_name, {BODY},"  # noqa: S608 (constants)
            " coalesce(a.title, ''), r.category, coalesce((SELECT c.code FROM code c"
            "  WHERE c.registration_id = r.id AND c.kind = 'badge' AND +c.revokes = ''"
            "  AND NOT EXISTS (SELECT 1 FROM code v WHERE v.revokes = c.id)"
            "  ORDER BY +c.id DESC LIMIT 1), '')"
            " FROM registration r JOIN person p ON p.id = r.person_id"
            " LEFT JOIN affiliation a ON a.id = r.affiliation_id"
            f" {BODY_JOINS}"
            " WHERE r.event_id = :event AND r.deleted = 0 AND r.status = 'registered'"
            " ORDER BY p.sort_key, r.id"
        ),
        {"event": event_id},
    )
    return [FaceRow(*line) for line in found]


def printed(connection: Connection, event_id: str) -> dict[str, str]:
    """When the badge of a guest was printed last, by registration."""
    found = connection.execute(
        text(
            "SELECT b.registration_id, max(b.at) FROM badge_print b"
            " JOIN registration r ON r.id = b.registration_id"
            " WHERE r.event_id = :event GROUP BY b.registration_id"
        ),
        {"event": event_id},
    )
    return {line[0]: line[1] for line in found}
