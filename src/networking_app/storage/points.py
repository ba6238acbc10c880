"""Queries about check-in points: their rules, the questions asked there, and their numbers."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import select, text

from networking_app.domain.points import (
    Point,
    PointKind,
    Question,
    QuestionKind,
    Rule,
    Window,
    parse_windows,
)
from networking_app.storage.tables import EventRow, PointRow, QuestionRow, TicketKeyRow
from networking_app.storage.writer import stamp

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from sqlalchemy import Connection

_STANDS = "NOT EXISTS (SELECT 1 FROM check_in u WHERE u.undoes = c.id)"
_ENTERED = text(
    "SELECT count(DISTINCT c.registration_id) FROM check_in c"  # noqa: S608 (a constant)
    " JOIN registration r ON r.id = c.registration_id AND r.deleted = 0"
    " WHERE c.point_id = :point AND c.at >= :since AND c.kind IN ('in', 'back')"
    f" AND {_STANDS}"
)
# Of every guest who passed one of the points the latest passing says who is inside.
_INSIDE = text(
    "SELECT count(*) FROM (SELECT c.kind AS kind, row_number() OVER"  # noqa: S608 (a constant)
    " (PARTITION BY c.registration_id ORDER BY c.at DESC, c.id DESC) AS n FROM check_in c"
    " JOIN registration r ON r.id = c.registration_id AND r.deleted = 0"
    " WHERE c.point_id IN (SELECT value FROM json_each(:points)) AND c.at >= :since"
    f" AND c.kind IN ('in', 'out', 'back') AND {_STANDS}) WHERE n = 1 AND kind <> 'out'"
)


def points(connection: Connection, event_id: str) -> list[Point]:
    """Check-in points of an event with their rules and questions, the main door first."""
    found = connection.execute(
        select(
            PointRow.id, PointRow.event_id, PointRow.name, PointRow.rule, PointRow.allowed,
            PointRow.admits_badges, PointRow.kind, PointRow.tags, PointRow.windows,
            PointRow.per_day, PointRow.capacity, PointRow.link, EventRow.zone, EventRow.hand_out,
        )
        .join(EventRow, EventRow.id == PointRow.event_id)
        .where(PointRow.event_id == event_id, PointRow.deleted == 0)
        .order_by(PointRow.position, PointRow.id)
    ).all()  # fmt: skip
    asked = questions(connection, event_id, at_door=True)
    made, links = [], []
    for line in found:
        point = _point(line, tuple(asked))
        made.append(point)
        links.append(line.link or ("doors" if point.kind is PointKind.DOOR else point.id))
    groups: dict[str, tuple[str, ...]] = {}
    for point, link in zip(made, links, strict=True):
        groups[link] = (*groups.get(link, ()), point.id)
    return [replace(point, linked=groups[link]) for point, link in zip(made, links, strict=True)]


def questions(connection: Connection, event_id: str, *, at_door: bool = False) -> list[Question]:
    """Questions of an event in order; only those asked at the door if wanted."""
    statement = select(
        QuestionRow.id, QuestionRow.wording, QuestionRow.kind, QuestionRow.options,
        QuestionRow.optional,
    ).where(QuestionRow.event_id == event_id, QuestionRow.deleted == 0)  # fmt: skip
    if at_door:
        statement = statement.where(QuestionRow.at_door == 1)
    found = connection.execute(statement.order_by(QuestionRow.position, QuestionRow.id))
    known = {kind.value for kind in QuestionKind}
    return [
        Question(
            key, wording, QuestionKind(kind if kind in known else "text"),
            tuple(options.splitlines()), bool(optional),
        )
        for key, wording, kind, options, optional in found
    ]  # fmt: skip


def door_questions(connection: Connection, event_id: str) -> set[str]:
    """Keys of the questions that are asked at the door."""
    found = connection.execute(
        select(QuestionRow.id).where(
            QuestionRow.event_id == event_id, QuestionRow.deleted == 0, QuestionRow.at_door == 1
        )
    )
    return {key for (key,) in found}


def ticket_keys(connection: Connection, event_id: str) -> list[tuple[str, str, str]]:
    """(key, scheme, public key as PEM) of the programs that sign tickets of this event."""
    found = connection.execute(
        select(TicketKeyRow.id, TicketKeyRow.scheme, TicketKeyRow.public_key)
        .where(TicketKeyRow.event_id == event_id, TicketKeyRow.deleted == 0)
        .order_by(TicketKeyRow.id)
    )
    return [(key, scheme, pem) for key, scheme, pem in found]


def links(connection: Connection, event_id: str) -> dict[str, str]:
    """The word by which each point of an event counts together with others, as stored."""
    found = connection.execute(
        select(PointRow.id, PointRow.link).where(
            PointRow.event_id == event_id, PointRow.deleted == 0
        )
    )
    return {key: link for key, link in found}  # noqa: C416 (rows are no pairs to a type checker)


def answered(connection: Connection, event_id: str) -> list[tuple[str, int]]:
    """(question, guests who answered it) as imported, in the order of the form.

    Guests with a place count; what only guests without one were asked is left out.
    """
    found = connection.execute(
        text(
            "SELECT a.question, count(DISTINCT CASE WHEN a.value <> '' THEN r.id END)"
            " FROM answer a JOIN registration r ON r.id = a.registration_id"
            " WHERE r.event_id = :event AND r.deleted = 0 AND r.status = 'registered'"
            " AND a.deleted = 0 AND a.question <> '' GROUP BY a.question"
            " ORDER BY min(a.position), a.question"
        ),
        {"event": event_id},
    )
    return [(question, count) for question, count in found]


def expected(connection: Connection, event_id: str) -> list[str]:
    """Stored sort keys of the guests with a place who have not come yet."""
    found = connection.execute(
        text(
            "SELECT p.sort_key FROM registration r JOIN person p ON p.id = r.person_id"
            " WHERE r.event_id = :event AND r.deleted = 0 AND r.status = 'registered'"
            " AND NOT EXISTS (SELECT 1 FROM check_in c WHERE c.registration_id = r.id"
            "   AND c.kind = 'in'"
            "   AND NOT EXISTS (SELECT 1 FROM check_in u WHERE u.undoes = c.id))"
        ),
        {"event": event_id},
    )
    return [key for (key,) in found]


def audience(connection: Connection, event_id: str) -> tuple[list[str], list[str]]:
    """Categories and tags of the guests of an event, those of most guests first."""
    categories = connection.execute(
        text(
            "SELECT category FROM registration WHERE event_id = :event AND deleted = 0"
            " AND category <> '' GROUP BY category ORDER BY count(*) DESC, category"
        ),
        {"event": event_id},
    )
    tags = connection.execute(
        text(
            "SELECT t.name FROM tag t JOIN registration_tag x ON x.tag_id = t.id"
            " JOIN registration r ON r.id = x.registration_id"
            " WHERE r.event_id = :event AND r.deleted = 0 AND x.deleted = 0 AND t.deleted = 0"
            " GROUP BY t.name ORDER BY count(*) DESC, t.name"
        ),
        {"event": event_id},
    )
    return [word for (word,) in categories], [name for (name,) in tags]


def entries(
    connection: Connection, points: Sequence[Point], now: datetime
) -> dict[str, tuple[int, int]]:
    """(guests who entered by it, guests inside behind it and those linked to it) of each point.

    Points that nobody passed are left out.

    Args:
        connection: any.
        points: of one event, as `points` gives them.
        now: with a zone; of points that count by the day only this day counts.
    """
    found = {}
    for point in points:
        since = stamp(int(point.day_start(now).timestamp() * 1000)) if point.per_day else ""
        values = {"point": point.id, "points": json.dumps(point.together), "since": since}
        entered = connection.execute(_ENTERED, values).scalar() or 0
        inside = connection.execute(_INSIDE, values).scalar() or 0
        if entered or inside:
            found[point.id] = (entered, inside)
    return found


def _point(line: Any, asked: tuple[Question, ...]) -> Point:
    kind = _kind(line.kind)
    is_door = kind is PointKind.DOOR
    return Point(
        line.id,
        line.event_id,
        line.name,
        _rule(line.rule),
        tuple(line.allowed.splitlines()),
        bool(line.admits_badges),
        kind=kind,
        tags=tuple(line.tags.splitlines()),
        windows=_windows(line.windows),
        per_day=bool(line.per_day),
        capacity=line.capacity,
        zone=line.zone or "UTC",
        questions=asked if is_door else (),
        hands_out=is_door and line.hand_out == "with_check_in",
    )


def _rule(stored: str) -> Rule:
    """A rule of a newer version is read as the strictest of ours."""
    return Rule(stored) if stored in {rule.value for rule in Rule} else Rule.ONCE


def _kind(stored: str) -> PointKind:
    return PointKind(stored) if stored in {kind.value for kind in PointKind} else PointKind.OTHER


def _windows(stored: str) -> tuple[Window, ...]:
    """Windows of a point; what another version wrote and nobody can read keeps the point open."""
    try:
        return parse_windows(stored)
    except ValueError:
        return ()
