"""Queries about what was done: the last action, the recent ones, and the history of one row."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from sqlalchemy import text

from networking_app.domain.history import Deed, FieldChange

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import Connection

CHECK_IN = "check_in"
PASSINGS = frozenset({CHECK_IN, "check_out", "came_back"})
UNDO = "undo"
# A check-in speaks for itself and has no action; both kinds are told in one line of time. Each
# half is cut to what is needed before they are put together: joined first, SQLite sorts them all.
_ACTIONS = """
    SELECT a.id AS id, a.deed AS deed, a.facts, a.at AS at, a.device AS device, a.actor,
           EXISTS (SELECT 1 FROM action u WHERE u.undoes = a.id) AS undone
    FROM action a WHERE {which}
"""
_CHECK_INS = """
    SELECT c.id AS id, CASE c.kind WHEN 'in' THEN 'check_in' WHEN 'out' THEN 'check_out'
           WHEN 'back' THEN 'came_back' ELSE 'refused' END,
           json_object('name', trim(p.given || ' ' || p.family),
           'registration', c.registration_id, 'point', o.name, 'reason', c.reason,
           'over', c.over), c.at AS at, c.desk AS device, c.actor,
           EXISTS (SELECT 1 FROM check_in u WHERE u.undoes = c.id) AS undone
    FROM check_in c CROSS JOIN registration r ON r.id = c.registration_id
    CROSS JOIN person p ON p.id = r.person_id LEFT JOIN point o ON o.id = c.point_id
    WHERE c.kind IN ({kinds}) AND {which}
"""
_PASSED = "'in', 'out', 'back'"
_LATEST = "SELECT * FROM ({half} ORDER BY at DESC, id DESC LIMIT :limit)"
_IN_ORDER = " ORDER BY at DESC, id DESC"
# What belongs to a guest; the first five hold fields that may be shown.
_OWN = """
    SELECT id FROM registration WHERE id = :key
    UNION SELECT person_id FROM registration WHERE id = :key
    UNION SELECT affiliation_id FROM registration WHERE id = :key
    UNION SELECT id FROM answer WHERE registration_id = :key
    UNION SELECT id FROM consent WHERE registration_id = :key
"""
_ALSO = """
    UNION SELECT id FROM protected_answer WHERE registration_id = :key
    UNION SELECT id FROM registration_tag WHERE registration_id = :key
    UNION SELECT id FROM code WHERE registration_id = :key
"""


def recent(connection: Connection, limit: int, device: str = "") -> list[Deed]:
    """The latest deeds, newest first; of one device if it is named."""
    actions = "1" if not device else "a.device = :device"
    check_ins = "1" if not device else "c.desk = :device"
    return _latest(connection, actions, check_ins, {"device": device, "limit": limit})


def last_undoable(connection: Connection) -> Deed | None:
    """The latest deed that was not taken back and is not itself a taking back."""
    # Making an event is no slip: taken back, the file would hold nothing to go on with.
    actions = (
        "a.deed NOT IN ('undo', 'new_event', 'example')"
        " AND NOT EXISTS (SELECT 1 FROM action u WHERE u.undoes = a.id)"
    )
    check_ins = "NOT EXISTS (SELECT 1 FROM check_in u WHERE u.undoes = c.id)"
    return next(iter(_latest(connection, actions, check_ins, {"limit": 1})), None)


def deed(connection: Connection, key: str) -> Deed | None:
    """One deed by its key."""
    values: dict[str, str | int] = {"key": key, "limit": 1}
    return next(iter(_latest(connection, "a.id = :key", "c.id = :key", values)), None)


def deed_with(connection: Connection, fact: str) -> str:
    """The action that a fact belongs to and that stands; empty if it was written by itself."""
    found = connection.execute(
        text(
            'SELECT a.id FROM journal j JOIN action a ON a.id = j.action WHERE j."row" = :fact'
            " AND NOT EXISTS (SELECT 1 FROM action u WHERE u.undoes = a.id)"
        ),
        {"fact": fact},
    )
    return found.scalar() or ""


def of_guest(connection: Connection, registration_id: str) -> list[Deed]:
    """What was done to one guest: actions that touched its rows, and what happened at points.

    Newest first; here refusals are told too.
    """
    actions = f'a.id IN (SELECT j.action FROM ({_OWN} {_ALSO}) w JOIN journal j ON j."row" = w.id)'  # noqa: S608 (constants)
    check_ins = "c.registration_id = :key"
    values: dict[str, str | int] = {"key": registration_id, "limit": -1}
    return _latest(connection, actions, check_ins, values, f"{_PASSED}, 'refused'")


def _latest(
    connection: Connection,
    actions: str,
    check_ins: str,
    values: Mapping[str, str | int],
    kinds: str = _PASSED,
) -> list[Deed]:
    """Deeds of both kinds that these conditions leave, newest first, as many as values["limit"]."""
    first = _LATEST.format(half=_ACTIONS.format(which=actions))
    second = _LATEST.format(half=_CHECK_INS.format(which=check_ins, kinds=kinds))
    statement = f"SELECT * FROM ({first} UNION ALL {second}) {_IN_ORDER} LIMIT :limit"  # noqa: S608 (constants)
    return [_deed(tuple(line)) for line in connection.execute(text(statement), values)]


def changes(connection: Connection, action: str, registration_id: str) -> list[FieldChange]:
    """The fields of a guest's own rows that one action changed."""
    found = connection.execute(
        text(
            'SELECT j."table", j.before, j.after FROM journal j WHERE j.action = :action'  # noqa: S608 (constants)
            f" AND j.kind = 'set' AND j.after IS NOT NULL AND j.\"row\" IN ({_OWN})"
            " ORDER BY j.clock, j.id"
        ),
        {"action": action, "key": registration_id},
    )
    said = []
    for table, before, after in found:
        earlier = json.loads(before) if before else {}
        for field, value in json.loads(after).items():
            said.append(FieldChange(table, field, earlier.get(field), value))
    return said


def hand_edited(connection: Connection, row: str, values: dict[str, str]) -> set[str]:
    """Fields of a row that an import set to this value before, and a person changed since.

    An import of the same file again then leaves the person's change alone.
    """
    found = connection.execute(
        text(
            "SELECT f.key, f.value FROM journal j JOIN json_each(j.after) f"
            " JOIN action a ON a.id = j.action AND a.deed = 'import'"
            " WHERE j.\"row\" = :row AND j.kind = 'set'"
        ),
        {"row": row},
    )
    return {field for field, value in found if field in values and values[field] == value}


def _deed(line: tuple[str, ...]) -> Deed:
    key, deed, facts, at, device, actor, undone = line
    return Deed(key, deed, json.loads(facts or "{}"), at, device, actor, bool(undone))


def edited_answers(
    connection: Connection, registration_id: str, answers: dict[str, str]
) -> set[str]:
    """Questions whose answer an import said before like this, and a person changed since."""
    found = connection.execute(
        text(
            'SELECT DISTINCT w.question, f.value FROM answer w JOIN journal j ON j."row" = w.id'
            " JOIN json_each(j.after) f ON f.key = 'value'"
            " JOIN action a ON a.id = j.action AND a.deed = 'import'"
            " WHERE w.registration_id = :key AND w.deleted = 0 AND w.value <> f.value"
        ),
        {"key": registration_id},
    )
    return {question for question, value in found if answers.get(question) == value}


def edited_organisation(connection: Connection, affiliation_id: str, name: str) -> bool:
    """Whether an import gave an affiliation the organisation of this name, a person another."""
    found = connection.execute(
        text(
            "SELECT 1 FROM journal j JOIN json_each(j.after) f ON f.key = 'organisation_id'"
            " JOIN action a ON a.id = j.action AND a.deed = 'import'"
            ' JOIN organisation o ON o.id = f.value JOIN affiliation w ON w.id = j."row"'
            ' WHERE j."row" = :key AND o.name = :name AND w.organisation_id IS NOT o.id LIMIT 1'
        ),
        {"key": affiliation_id, "name": name},
    )
    return found.first() is not None
