"""Queries about events and their numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select, text

from networking_app.domain.event import DeskCount, Event, EventCounts, NextItem
from networking_app.storage.tables import EventRow

if TYPE_CHECKING:
    from sqlalchemy import Connection

# A check-in counts while no fact takes it back; who came back was in before.
_IN = """
    SELECT c.registration_id, c.at, c.desk FROM check_in c JOIN point p ON p.id = c.point_id
    JOIN registration r ON r.id = c.registration_id AND r.deleted = 0
    WHERE p.event_id = :event AND p.kind = 'door' AND c.kind IN ('in', 'back')
    AND NOT EXISTS (SELECT 1 FROM check_in u WHERE u.undoes = c.id)
"""
_FIRST_IN = f"SELECT registration_id, min(at) AS at, desk FROM ({_IN}) GROUP BY registration_id"  # noqa: S608 (constants)


def all_events(connection: Connection) -> list[Event]:
    """Events that were not deleted, newest first."""
    found = connection.execute(
        select(
            EventRow.id, EventRow.title, EventRow.tagline, EventRow.start, EventRow.end,
            EventRow.zone, EventRow.place, EventRow.capacity, EventRow.practice,
            EventRow.box_size, EventRow.hand_out, EventRow.pin,
        )
        .where(EventRow.deleted == 0)
        .order_by(EventRow.id.desc())
    )  # fmt: skip
    return [
        Event(
            *line[:8],
            practice=bool(line[8]),
            box_size=line[9],
            hands_out=line[10] == "with_check_in",
            has_pin=bool(line[11]),
        )
        for line in found
    ]


def counts(connection: Connection, event_id: str) -> EventCounts:
    """The numbers of an event now."""
    of_status = connection.execute(
        text(
            "SELECT status, count(*), sum(walk_in = 1) FROM registration"
            " WHERE event_id = :event AND deleted = 0 GROUP BY status"
        ),
        {"event": event_id},
    ).all()
    by_status = {status: count for status, count, _walk_ins in of_status}
    arrived, inside = connection.execute(
        text(
            f"WITH ins AS ({_FIRST_IN}) SELECT count(*), count(*) FILTER (WHERE 'out' <> ("  # noqa: S608 (constants)
            "  SELECT c.kind FROM check_in c JOIN point p ON p.id = c.point_id"
            "  WHERE c.registration_id = ins.registration_id AND p.kind = 'door'"
            "  AND c.kind IN ('in', 'out', 'back')"
            "  AND NOT EXISTS (SELECT 1 FROM check_in u WHERE u.undoes = c.id)"
            "  ORDER BY c.at DESC, c.id DESC LIMIT 1))"
            " FROM ins"
        ),
        {"event": event_id},
    ).one()
    printed, here = connection.execute(
        text(
            "SELECT (SELECT count(*) FROM (SELECT DISTINCT registration_id FROM badge_print) b"  # noqa: S608 (constants)
            "  JOIN registration r ON r.id = b.registration_id"
            "  WHERE r.event_id = :event AND r.deleted = 0),"
            f" (SELECT count(*) FROM ({_FIRST_IN}) ins"
            "  JOIN registration r ON r.id = ins.registration_id"
            "  WHERE r.event_id = :event AND r.status = 'registered')"
        ),
        {"event": event_id},
    ).one()
    return EventCounts(
        registered=by_status.get("registered", 0),
        cancelled=by_status.get("cancelled", 0),
        waiting=by_status.get("waiting", 0),
        arrived=arrived,
        inside=inside,
        walk_ins=sum(walk_ins for _status, _count, walk_ins in of_status),
        badges_printed=printed,
        coming=by_status.get("registered", 0) - here,
    )


def arrival_times(connection: Connection, event_id: str) -> list[str]:
    """When each guest came first, as ISO 8601 in UTC, in order."""
    statement = text(f"SELECT at FROM ({_FIRST_IN}) ORDER BY at")  # noqa: S608 (constants)
    return [at for (at,) in connection.execute(statement, {"event": event_id})]


def desks(connection: Connection, event_id: str, since: str) -> list[DeskCount]:
    """Arrivals at each desk, the busiest first.

    Args:
        connection: any.
        event_id: which event.
        since: ISO 8601 in UTC; what came later counts as "lately".
    """
    statement = text(
        f"SELECT desk, count(*), count(*) FILTER (WHERE at >= :since) FROM ({_FIRST_IN})"  # noqa: S608 (constants)
        " GROUP BY desk ORDER BY 2 DESC, 1"
    )
    return [
        DeskCount(*line)
        for line in connection.execute(statement, {"event": event_id, "since": since})
    ]


def registered(connection: Connection, event_id: str) -> int:
    """Guests with a place."""
    statement = text(
        "SELECT count(*) FROM registration"
        " WHERE event_id = :event AND deleted = 0 AND status = 'registered'"
    )
    return connection.execute(statement, {"event": event_id}).scalar() or 0


def registered_days(connection: Connection, event_id: str) -> list[tuple[str, str]]:
    """(key, when the person registered as typed or empty) of guests with a place."""
    statement = text(
        "SELECT id, registered_at FROM registration"
        " WHERE event_id = :event AND deleted = 0 AND status = 'registered'"
    )
    return [(key, at) for key, at in connection.execute(statement, {"event": event_id})]


def of_category(connection: Connection, event_id: str, category: str) -> list[tuple[str, str]]:
    """(name, when they came first or empty) of guests with a place, in order of their names."""
    statement = text(
        f"WITH ins AS ({_FIRST_IN}) SELECT trim(p.given || ' ' || p.family),"  # noqa: S608 (constants)
        " coalesce((SELECT ins.at FROM ins WHERE ins.registration_id = r.id), '')"
        " FROM registration r JOIN person p ON p.id = r.person_id"
        " WHERE r.event_id = :event AND r.deleted = 0 AND r.status = 'registered'"
        " AND r.category = :category ORDER BY p.sort_key, r.id"
    )
    found = connection.execute(statement, {"event": event_id, "category": category})
    return [(name, at) for name, at in found]


def next_items(
    connection: Connection, event_id: str, now: str, since: str, limit: int
) -> list[NextItem]:
    """Sessions that are not over, with their speakers.

    Args:
        connection: any.
        event_id: which event.
        now: ISO 8601 in UTC; what ended before is over. A mere day is not over while it lasts.
        since: the same; of what has no end it counts as over if it began before.
        limit: how many at most.
    """
    found = connection.execute(
        text(
            "SELECT s.id, s.start, s.\"end\", s.title, coalesce(r.name, '') FROM session s"
            " LEFT JOIN room r ON r.id = s.room_id WHERE s.event_id = :event AND s.deleted = 0"
            ' AND CASE WHEN s."end" <> \'\' THEN substr(s."end", 1, 19) > substr(:now, 1, 19)'
            ' OR s."end" = substr(:now, 1, 10)'
            " ELSE s.start = '' OR s.start >= substr(:since, 1, length(s.start)) END"
            " ORDER BY s.start = '', s.start, s.position, s.id LIMIT :limit"
        ),
        {"event": event_id, "now": now, "since": since, "limit": limit},
    ).all()
    return [
        NextItem(start, end, title, room, _speakers(connection, session))
        for session, start, end, title, room in found
    ]


def _speakers(connection: Connection, session: str) -> tuple[tuple[str, bool], ...]:
    found = connection.execute(
        text(
            "SELECT trim(p.given || ' ' || p.family), EXISTS (SELECT 1 FROM registration r"
            " JOIN check_in c ON c.registration_id = r.id AND c.kind IN ('in', 'back')"
            " WHERE r.person_id = p.id AND r.deleted = 0 AND r.event_id = e.event_id"
            " AND NOT EXISTS (SELECT 1 FROM check_in u WHERE u.undoes = c.id))"
            " FROM session_speaker s JOIN person p ON p.id = s.person_id"
            " JOIN session e ON e.id = s.session_id"
            " WHERE s.session_id = :session AND s.deleted = 0 ORDER BY s.position, s.id"
        ),
        {"session": session},
    )
    return tuple((name, bool(here)) for name, here in found)


def pin(connection: Connection, event_id: str) -> str:
    """Salt and hash of the supervisor's PIN; empty if there is none."""
    statement = select(EventRow.pin).where(EventRow.id == event_id)
    return connection.execute(statement).scalar() or ""
