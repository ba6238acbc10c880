"""Queries about photos and the published report of an event."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import text

from networking_app.domain.story import Photo, Report
from networking_app.storage import people

if TYPE_CHECKING:
    from sqlalchemy import Connection


def photos(connection: Connection, event_id: str) -> list[Photo]:
    """Photos of an event in the order they were entered."""
    found = connection.execute(
        text(
            "SELECT id, caption, people, photographer_id, file, permission FROM photo"
            " WHERE event_id = :event AND deleted = 0 ORDER BY rowid"
        ),
        {"event": event_id},
    )
    return [
        Photo(
            caption,
            tuple(shown.splitlines()),
            photographer,
            file,
            permission,
            tuple(people.name(connection, key) for key in shown.splitlines()),
            people.name(connection, photographer) if photographer else "",
            key,
        )
        for key, caption, shown, photographer, file, permission in found.all()
    ]


def report(connection: Connection, event_id: str) -> Report | None:
    """The report of an event, the newest if there are several; None if there is none."""
    found = connection.execute(
        text(
            "SELECT r.title, r.lead, r.body, r.author_id, r.project_id, r.published,"
            " coalesce(trim(p.given || ' ' || p.family), ''), coalesce(j.name, ''), r.id"
            " FROM report r LEFT JOIN person p ON p.id = r.author_id"
            " LEFT JOIN project j ON j.id = r.project_id"
            " WHERE r.event_id = :event AND r.deleted = 0 ORDER BY r.id DESC LIMIT 1"
        ),
        {"event": event_id},
    ).one_or_none()
    return None if found is None else Report(*found)
