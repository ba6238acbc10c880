"""Queries of the check-in desk: who holds a code, what happened to it, and how full a room is."""

from __future__ import annotations

import json
from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import text

from networking_app.domain.checkin import BadgeAt, FactKind, Holder, Passing
from networking_app.domain.names import listed
from networking_app.domain.points import QuestionKind
from networking_app.domain.registration import Status
from networking_app.domain.tickets import CodeKind
from networking_app.storage.entries import driver
from networking_app.storage.people import BODY, BODY_JOINS

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from networking_app.domain.points import Point, Question

_HOLDER = """
    SELECT r.id, r.event_id, e.title, {kind}, p.given, p.family,
           {body}, coalesce(a.title, ''), r.category, r.status,
           r.attention, r.holds, r.blocked, r.status_at, p.languages,
           (SELECT group_concat(t.name, char(10)) FROM registration_tag x
            JOIN tag t ON t.id = x.tag_id
            WHERE x.registration_id = r.id AND x.deleted = 0 AND t.deleted = 0),
           (SELECT b.at || char(10) || b.box || char(10) || b.number FROM badge_print b
            WHERE b.registration_id = r.id ORDER BY b.at DESC, b.id DESC LIMIT 1),
           (SELECT h.at FROM hand_out h WHERE h.registration_id = r.id AND +h.undoes = ''
            AND NOT EXISTS (SELECT 1 FROM hand_out u WHERE u.undoes = h.id)
            ORDER BY h.at DESC LIMIT 1)
    FROM {source} JOIN event e ON e.id = r.event_id
    JOIN person p ON p.id = r.person_id
    LEFT JOIN affiliation a ON a.id = r.affiliation_id
    {joins}
    WHERE r.deleted = 0 AND {which}
    ORDER BY r.event_id = :event DESC, r.status = 'cancelled', r.id LIMIT 1
"""
_BY_CODE = _HOLDER.format(
    kind="c.kind",
    body=BODY,
    joins=BODY_JOINS,
    source="code c JOIN registration r ON r.id = c.registration_id",
    which="c.code = :key AND c.code <> '' AND +c.revokes = ''"
    " AND NOT EXISTS (SELECT 1 FROM code v WHERE v.revokes = c.id)",
)
_BY_REGISTRATION = _HOLDER.format(
    kind="'ticket'",
    body=BODY,
    joins=BODY_JOINS,
    source="registration r",
    which="r.id = :key",
)
_PASSED = (
    "SELECT c.id, c.kind, c.at, c.desk, c.actor, c.point_id FROM check_in c"
    " WHERE c.registration_id = :registration AND c.kind IN ('in', 'out', 'back'){places}{until}"
    " AND NOT EXISTS (SELECT 1 FROM check_in u WHERE u.undoes = c.id)"
    " ORDER BY c.at DESC, c.id DESC"
)
# Of every guest who passed a point or one linked to it, the latest passing says who is inside.
_INSIDE = (
    "SELECT count(*) FROM (SELECT kind, row_number() OVER"
    " (PARTITION BY registration_id ORDER BY at DESC, id DESC) AS n FROM check_in c"
    " WHERE c.point_id IN (SELECT value FROM json_each(:points)) AND c.at >= :since{until}"
    " AND c.kind IN ('in', 'out', 'back')"
    " AND NOT EXISTS (SELECT 1 FROM check_in u WHERE u.undoes = c.id)) WHERE n = 1"
    " AND kind <> 'out'"
)


def holder_of_code(
    connection: Connection, code: str, point: Point, until: str = ""
) -> Holder | None:
    """Who holds this normalised code; one of the point's event is preferred to one of another.

    Args:
        connection: any.
        code: normalised.
        point: where it was read.
        until: ISO 8601 in UTC; what happened at the point later is left out. Empty is now.
    """
    return _holder(connection, _BY_CODE, code, point, until)


def holder_of_registration(
    connection: Connection, registration_id: str, point: Point, until: str = ""
) -> Holder | None:
    """The same for a guest who was found by name."""
    return _holder(connection, _BY_REGISTRATION, registration_id, point, until)


def passings(
    connection: Connection, registration_id: str, points: tuple[str, ...] = (), until: str = ""
) -> list[Passing]:
    """The times this guest passed these points (all points if none is named), newest first.

    Undone ones are left out.
    """
    values = {"registration": registration_id, "until": until}
    marks = [f":p{n}" for n in range(len(points))]
    values |= {f"p{n}": key for n, key in enumerate(points)}
    places = f" AND c.point_id IN ({', '.join(marks)})" if points else ""
    statement = _PASSED.format(places=places, until=" AND c.at <= :until" if until else "")
    return [
        Passing(key, FactKind(kind), datetime.fromisoformat(at), desk, actor, place)
        for key, kind, at, desk, actor, place in driver(connection).execute(statement, values)
    ]


def inside(connection: Connection, point: Point, since: str, until: str = "") -> int:
    """Guests whose latest passing of a point, or of one linked to it, was an entry.

    Args:
        connection: any.
        point: which one.
        since: ISO 8601 in UTC; what was before does not count. Empty counts all.
        until: the same for what came later.
    """
    statement = _INSIDE.format(until=" AND c.at <= :until" if until else "")
    values = {"points": json.dumps(point.together), "since": since, "until": until}
    return connection.execute(text(statement), values).scalar() or 0


def refused_lately(connection: Connection, holder: Holder, point: Point, since: str) -> bool:
    """Whether a refusal of this guest at this point was written since then."""
    statement = text(
        "SELECT 1 FROM check_in WHERE registration_id = :registration AND point_id = :point"
        " AND kind = 'refused' AND at >= :since LIMIT 1"
    )
    values = {"registration": holder.registration_id, "point": point.id, "since": since}
    return connection.execute(statement, values).first() is not None


def standing_fact(connection: Connection, check_in_id: str) -> tuple[str, str, str] | None:
    """Registration, point and time of a passing that was not undone, None if there is none."""
    found = connection.execute(
        text(
            "SELECT c.registration_id, c.point_id, c.at FROM check_in c WHERE c.id = :key"
            " AND c.kind IN ('in', 'out', 'back')"
            " AND NOT EXISTS (SELECT 1 FROM check_in u WHERE u.undoes = c.id)"
        ),
        {"key": check_in_id},
    ).one_or_none()
    return None if found is None else (found[0], found[1], found[2])


def standing_hand_outs(connection: Connection, registration_id: str) -> list[tuple[str, str]]:
    """(key, time) of the badges handed out to a guest, not taken back, newest first."""
    found = connection.execute(
        text(
            "SELECT h.id, h.at FROM hand_out h WHERE h.registration_id = :key AND +h.undoes = ''"
            " AND NOT EXISTS (SELECT 1 FROM hand_out u WHERE u.undoes = h.id)"
            " ORDER BY h.at DESC, h.id DESC"
        ),
        {"key": registration_id},
    )
    return [(key, at) for key, at in found]


def answered(connection: Connection, registration_id: str) -> set[tuple[QuestionKind, str]]:
    """What a guest answered: (kind, question); the question is empty for photo and diet."""
    texts = connection.execute(
        text(
            "SELECT question FROM answer WHERE registration_id = :key AND deleted = 0"
            " AND value <> ''"
        ),
        {"key": registration_id},
    )
    said = {(QuestionKind.TEXT, question) for (question,) in texts}
    own = connection.execute(
        text(
            "SELECT 'photo' FROM consent WHERE registration_id = :key AND deleted = 0"
            " AND purpose = 'photo' AND value <> ''"
            " UNION SELECT 'diet' FROM protected_answer WHERE registration_id = :key"
            " AND deleted = 0 AND kind = 'diet' AND value <> ''"
        ),
        {"key": registration_id},
    )
    return said | {(QuestionKind(kind), "") for (kind,) in own}


def _holder(
    connection: Connection, statement: str, key: str, point: Point, until: str
) -> Holder | None:
    values = {"key": key, "event": point.event_id}
    found = driver(connection).execute(statement, values).fetchone()
    if found is None:
        return None
    (
        registration, event, title, kind, given, family, body, job, category, status,
        note, holds, blocked, status_at, languages, tags, badge, handed_out,
    ) = found  # fmt: skip
    passed = passings(connection, registration, point.together, until)
    entered = (p for p in passed if p.kind is not FactKind.OUT)
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
        last=passed[0] if passed else None,
        entered=next(entered, None),
        holds=bool(holds),
        blocked=blocked,
        tags=tuple((tags or "").splitlines()),
        missing=_missing(connection, registration, point.questions),
        status_at=status_at,
        queue=_queue(connection, registration) if status == Status.WAITING.value else 0,
        language=(languages or "")[:2].lower(),
        badge=_badge(badge, handed_out),
    )


def _badge(found: str | None, handed_out: str | None) -> BadgeAt:
    at, box, number = (found or "\n\n0").split("\n")
    return BadgeAt(at, box, int(number), handed_out or "")


def _missing(
    connection: Connection, registration_id: str, asked: tuple[Question, ...]
) -> tuple[Question, ...]:
    if not asked:
        return ()
    said = answered(connection, registration_id)
    own = {QuestionKind.PHOTO, QuestionKind.DIET}
    return tuple(
        question
        for question in asked
        if ((question.kind, "") if question.kind in own else (QuestionKind.TEXT, question.text))
        not in said
    )


def _queue(connection: Connection, registration_id: str) -> int:
    """Place on the waiting list: those who wait longer come first."""
    statement = text(
        "SELECT count(*) FROM registration w JOIN registration r ON r.id = :key"
        " WHERE w.event_id = r.event_id AND w.deleted = 0 AND w.status = 'waiting'"
        " AND (w.status_at, w.id) <= (r.status_at, r.id)"
    )
    return connection.execute(statement, {"key": registration_id}).scalar() or 0
