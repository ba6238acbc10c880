"""Queries about the programme of an event."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sqlalchemy import text

from networking_app.domain.programme import Room, Session, SpeakerLine
from networking_app.storage.people import BODY, BODY_JOINS

if TYPE_CHECKING:
    from sqlalchemy import Connection


def rooms(connection: Connection, event_id: str) -> list[Room]:
    """Rooms of an event in their order."""
    found = connection.execute(
        text(
            "SELECT id, name, capacity FROM room WHERE event_id = :event AND deleted = 0"
            " ORDER BY position, id"
        ),
        {"event": event_id},
    )
    return [Room(*line) for line in found]


def sessions(connection: Connection, event_id: str) -> list[Session]:
    """Sessions by time, those without a time after the others, in their order."""
    speakers = _speakers(connection, event_id)
    found = connection.execute(
        text(
            "SELECT s.id, s.title, s.kind, s.abstract, s.start, s.\"end\", coalesce(r.name, ''),"
            " s.capacity FROM session s LEFT JOIN room r ON r.id = s.room_id"
            " WHERE s.event_id = :event AND s.deleted = 0"
            " ORDER BY s.start = '', s.start, s.position, s.id"
        ),
        {"event": event_id},
    )
    return [replace(Session(*line), speakers=tuple(speakers.get(line[0], ()))) for line in found]


def last_position(connection: Connection, table: str, event_id: str) -> int:
    """The highest position of the rooms or sessions of an event; -1 if there is none."""
    statement = text(f"SELECT max(position) FROM {table} WHERE event_id = :event AND deleted = 0")  # noqa: S608 (a table of ours)
    found = connection.execute(statement, {"event": event_id}).scalar()
    return -1 if found is None else int(found)


def _speakers(connection: Connection, event_id: str) -> dict[str, list[SpeakerLine]]:
    found = connection.execute(
        text(
            "SELECT x.session_id, p.id, trim(p.given || ' ' || p.family), x.role,"  # noqa: S608 (constants)
            f" coalesce(a.title, ''), {BODY}"
            " FROM session_speaker x JOIN session s ON s.id = x.session_id"
            " JOIN person p ON p.id = x.person_id"
            " LEFT JOIN affiliation a ON a.id = x.affiliation_id"
            f" {BODY_JOINS}"
            " WHERE s.event_id = :event AND x.deleted = 0 ORDER BY x.position, x.id"
        ),
        {"event": event_id},
    )
    speakers: dict[str, list[SpeakerLine]] = {}
    for session, *line in found:
        speakers.setdefault(session, []).append(SpeakerLine(*line))
    return speakers
