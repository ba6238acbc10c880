"""Queries and facts of the check-in desk."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import text

from networking_app.domain.checkin import FactKind, Holder, Passing
from networking_app.domain.names import listed
from networking_app.domain.registration import Status
from networking_app.domain.tickets import CodeKind
from networking_app.storage.people import BODY, BODY_JOINS

if TYPE_CHECKING:
    from sqlalchemy import Connection

_HOLDER = """
    SELECT r.id, r.event_id, e.title, {kind}, p.given, p.family,
           {body}, coalesce(a.title, ''), r.category, r.status,
           r.attention
    FROM {source} JOIN event e ON e.id = r.event_id
    JOIN person p ON p.id = r.person_id
    LEFT JOIN affiliation a ON a.id = r.affiliation_id
    {joins}
    WHERE r.deleted = 0 AND {which}
    ORDER BY r.event_id = :event DESC, r.status = 'cancelled', r.id LIMIT 1
"""
_BY_CODE = text(
    _HOLDER.format(
        kind="c.kind",
        body=BODY,
        joins=BODY_JOINS,
        source="code c JOIN registration r ON r.id = c.registration_id",
        which="c.code = :key AND c.code <> '' AND +c.revokes = ''"
        " AND NOT EXISTS (SELECT 1 FROM code v WHERE v.revokes = c.id)",
    )
)
_BY_REGISTRATION = text(
    _HOLDER.format(
        kind="'ticket'",
        body=BODY,
        joins=BODY_JOINS,
        source="registration r",
        which="r.id = :key",
    )
)
_LAST = text(
    "SELECT c.id, c.kind, c.at, c.desk, c.actor FROM check_in c"
    " WHERE c.registration_id = :registration AND c.point_id = :point"
    " AND c.kind IN ('in', 'out') AND NOT EXISTS (SELECT 1 FROM check_in u WHERE u.undoes = c.id)"
    " ORDER BY c.at DESC, c.id DESC LIMIT 1"
)


def holder_of_code(
    connection: Connection, code: str, event_id: str, point_id: str
) -> Holder | None:
    """Who holds this normalised code; one of the given event is preferred to one of another."""
    return _holder(connection, _BY_CODE, code, event_id, point_id)


def holder_of_registration(
    connection: Connection, registration_id: str, event_id: str, point_id: str
) -> Holder | None:
    """The same for a guest who was found by name."""
    return _holder(connection, _BY_REGISTRATION, registration_id, event_id, point_id)


def passing(connection: Connection, registration_id: str, point_id: str) -> Passing | None:
    """The last time this guest passed the point, undone ones left out."""
    found = connection.execute(
        _LAST, {"registration": registration_id, "point": point_id}
    ).one_or_none()
    if found is None:
        return None
    key, kind, at, desk, actor = found
    return Passing(key, FactKind(kind), datetime.fromisoformat(at), desk, actor)


def point_of_check_in(connection: Connection, check_in_id: str) -> tuple[str, str] | None:
    """Registration and point of a check-in that was not undone, None if there is none."""
    found = connection.execute(
        text(
            "SELECT c.registration_id, c.point_id FROM check_in c WHERE c.id = :key"
            " AND c.kind IN ('in', 'out')"
            " AND NOT EXISTS (SELECT 1 FROM check_in u WHERE u.undoes = c.id)"
        ),
        {"key": check_in_id},
    ).one_or_none()
    return None if found is None else (found[0], found[1])


def _holder(
    connection: Connection, statement: object, key: str, event_id: str, point_id: str
) -> Holder | None:
    found = connection.execute(statement, {"key": key, "event": event_id}).one_or_none()  # type: ignore[call-overload]  # a text of this module
    if found is None:
        return None
    registration, event, title, kind, given, family, body, job, category, status, note = found
    return Holder(
        registration_id=registration,
        event_id=event,
        event_title=title,
        code_kind=CodeKind(kind),
        name=f"{given} {family}".strip(),
        listed=listed(given, family),
        organisation=body,
        title=job,
        category=category,
        status=Status(status),
        attention=note,
        last=passing(connection, registration, point_id),
    )
