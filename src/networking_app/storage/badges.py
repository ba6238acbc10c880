"""Queries about badges: what they show, and which were printed."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import text

from networking_app.domain.badges import Place
from networking_app.domain.checkin import BadgeAt
from networking_app.domain.names import listed
from networking_app.storage.people import BODY, BODY_JOINS

if TYPE_CHECKING:
    from collections.abc import Sequence

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


def faces(connection: Connection, event_id: str, ids: Sequence[str] | None = None) -> list[FaceRow]:
    """Badges of guests with a place, of all or of these, in Finnish order of names."""
    some = "" if ids is None else " AND r.id IN (SELECT value FROM json_each(:ids))"
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
            f" WHERE r.event_id = :event AND r.deleted = 0 AND r.status = 'registered'{some}"
            " ORDER BY p.sort_key, r.id"
        ),
        {"event": event_id, "ids": json.dumps(list(ids or ()))},
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


def badge_at(connection: Connection, registration_id: str) -> BadgeAt:
    """The badge of a guest that was printed last, and when it was handed out."""
    found = connection.execute(
        text(
            "SELECT at, box, number FROM badge_print WHERE registration_id = :key"
            " ORDER BY at DESC, id DESC LIMIT 1"
        ),
        {"key": registration_id},
    ).first()
    out = connection.execute(
        text(
            "SELECT h.at FROM hand_out h WHERE h.registration_id = :key AND +h.undoes = ''"
            " AND NOT EXISTS (SELECT 1 FROM hand_out u WHERE u.undoes = h.id)"
            " ORDER BY h.at DESC LIMIT 1"
        ),
        {"key": registration_id},
    ).scalar()
    at, box, number = found if found is not None else ("", "", 0)
    return BadgeAt(at, box, number, out or "")


def last_place(connection: Connection, event_id: str) -> tuple[int, int]:
    """The highest number and the highest box given to badges of an event, 0 for none."""
    found = connection.execute(
        text(
            "SELECT coalesce(max(b.number), 0), coalesce(max(CAST(b.box AS INTEGER)), 0)"
            " FROM badge_print b JOIN registration r ON r.id = b.registration_id"
            " WHERE r.event_id = :event"
        ),
        {"event": event_id},
    ).one()
    return found[0], found[1]


def lying(connection: Connection, event_id: str) -> list[tuple[Place, str]]:
    """Where the badge printed last of each guest lies, with the name as listed."""
    found = connection.execute(
        text(
            "SELECT box, number, given, family FROM (SELECT b.box, b.number, p.given, p.family,"
            "  row_number() OVER (PARTITION BY b.registration_id ORDER BY b.at DESC, b.id DESC) n"
            "  FROM badge_print b JOIN registration r ON r.id = b.registration_id"
            "  AND r.deleted = 0 JOIN person p ON p.id = r.person_id"
            "  WHERE r.event_id = :event) WHERE n = 1 ORDER BY number"
        ),
        {"event": event_id},
    )
    return [(Place(box, number), listed(given, family)) for box, number, given, family in found]
