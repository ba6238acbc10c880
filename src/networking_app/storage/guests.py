"""Queries about guests: the lines of the participants page, one guest in full, and who is known."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import text

from networking_app.domain.names import fold, listed
from networking_app.domain.registration import (
    Guest,
    GuestDetails,
    Permission,
    Purpose,
    Status,
)
from networking_app.storage import journal
from networking_app.storage.people import BODY, BODY_JOINS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from sqlalchemy import Connection

# The pluses keep SQLite from the indexes that would be the slow way here.
_CODE = """(SELECT c.code FROM code c WHERE c.registration_id = r.id AND c.kind = '{kind}'
    AND +c.revokes = '' AND NOT EXISTS (SELECT 1 FROM code v WHERE v.revokes = c.id)
    ORDER BY +c.id DESC LIMIT 1)"""
_FOREIGN = """c.kind = 'foreign' AND +c.revokes = ''
    AND NOT EXISTS (SELECT 1 FROM code v WHERE v.revokes = c.id)"""
_ARRIVALS = """
    SELECT c.registration_id, min(c.at), c.desk
    FROM check_in c JOIN point p ON p.id = c.point_id AND p.kind = 'door' AND p.event_id = :event
    WHERE c.kind IN ('in', 'back') AND NOT EXISTS (SELECT 1 FROM check_in u WHERE u.undoes = c.id)
"""
_CHOSEN = "(SELECT value FROM json_each(:keys))"
# For some guests: their check-ins first, not all of the event.
_ARRIVALS_OF = f"""{_ARRIVALS.replace("JOIN point", "CROSS JOIN point")}
    AND c.registration_id IN {_CHOSEN} GROUP BY 1
"""
_LINES = f"""
    SELECT r.id, p.id, p.given, p.family, {BODY},
           coalesce(a.title, ''), p.email,
           p.phone, p.phone_typed, r.category, r.status,
           coalesce({_CODE.format(kind="ticket")}, ''), coalesce({_CODE.format(kind="badge")}, ''),
           p.sort_key, r.source, r.attention
    FROM registration r JOIN person p ON p.id = r.person_id
    LEFT JOIN affiliation a ON a.id = r.affiliation_id
    {BODY_JOINS}
    WHERE r.deleted = 0 AND r.event_id = :event
"""  # noqa: S608 (constants)
_LINES_OF = f"{_LINES} AND r.id IN {_CHOSEN}".replace("r.event_id", "+r.event_id")
_SEARCH = f"""
    SELECT r.id, p.given || ' ' || p.family || ' ' || p.badge_name, p.search,
           coalesce(o.search, k.search, j.name || ' ' || j.short_name, ''),
           coalesce(a.title, ''), p.sort_key,
           coalesce((SELECT group_concat(c.code, ' ') FROM code c
               WHERE c.registration_id = r.id), '')
    FROM registration r JOIN person p ON p.id = r.person_id
    LEFT JOIN affiliation a ON a.id = r.affiliation_id
    {BODY_JOINS}
    WHERE r.deleted = 0 AND r.event_id = :event
"""  # noqa: S608 (constants)


_SEARCH_OF = f"{_SEARCH} AND r.id IN {_CHOSEN}".replace("r.event_id", "+r.event_id")
_OF_ROWS = """
    WITH told (key) AS MATERIALIZED (SELECT value FROM json_each(:keys))
    SELECT r.id FROM registration r WHERE +r.event_id = :event AND r.id IN (
        SELECT key FROM told
        UNION SELECT x.id FROM told CROSS JOIN registration x ON x.person_id = told.key
        UNION SELECT x.id FROM told CROSS JOIN registration x ON x.affiliation_id = told.key
        UNION SELECT c.registration_id FROM told CROSS JOIN code c ON c.id = told.key
        UNION SELECT x.id FROM told CROSS JOIN affiliation a ON a.organisation_id = told.key
            CROSS JOIN registration x ON x.affiliation_id = a.id
        UNION SELECT x.id FROM told CROSS JOIN affiliation a ON a.cluster_id = told.key
            CROSS JOIN registration x ON x.affiliation_id = a.id
        UNION SELECT x.id FROM told CROSS JOIN affiliation a ON a.project_id = told.key
            CROSS JOIN registration x ON x.affiliation_id = a.id
    )
"""


class Searchable(NamedTuple):
    """What the search index is made of for one guest; the folded person begins with the name."""

    id: str
    name: str
    person: str
    organisation: str
    title: str
    sort_key: str
    codes: str


class Known(NamedTuple):
    """A registered guest as the import compares it: details and the rows behind them."""

    registration_id: str
    person_id: str
    affiliation_id: str
    details: GuestDetails


def lines(connection: Connection, event_id: str) -> list[Guest]:
    """All guests of an event in the order of the stored sort key."""
    values = {"event": event_id}
    # Two plain queries: joined into one, SQLite looks up each arrival by reading all of them.
    arrivals = _arrivals(connection, " GROUP BY c.registration_id", values)
    found = connection.execute(text(_LINES + " ORDER BY p.sort_key, r.id"), values)
    return [_guest(line, arrivals) for line in found]


def some(connection: Connection, event_id: str, ids: Iterable[str]) -> list[Guest]:
    """These guests, in the order asked for."""
    wanted = list(ids)
    arrived = journal.select_in(connection, _ARRIVALS_OF, wanted, event=event_id)
    arrivals = {key: (at, desk) for key, at, desk in arrived}
    found = journal.select_in(connection, _LINES_OF, wanted, event=event_id)
    there = {line[0]: _guest(line, arrivals) for line in found}
    return [there[key] for key in wanted if key in there]


def _arrivals(
    connection: Connection, rest: str, values: dict[str, str]
) -> dict[str, tuple[str, str]]:
    found = connection.execute(text(_ARRIVALS + rest), values)
    return {key: (at, desk) for key, at, desk in found}


def searchables(
    connection: Connection, event_id: str, only: Collection[str] | None = None
) -> list[Searchable]:
    """What the search index is built from: all guests of the event, or only these."""
    if only is None:
        found = connection.execute(text(_SEARCH), {"event": event_id}).all()
    else:
        found = journal.select_in(connection, _SEARCH_OF, only, event=event_id)
    return [Searchable(*line) for line in found]


def of_rows(connection: Connection, event_id: str, rows: Collection[str]) -> set[str]:
    """Registrations of the event, cancelled and deleted ones too, that are told of by these rows.

    The rows may be registrations, people, affiliations, codes, or the bodies one belongs to.
    """
    return {key for (key,) in journal.select_in(connection, _OF_ROWS, rows, event=event_id)}


def known(connection: Connection, event_id: str, only: str = "") -> list[Known]:
    """Registered guests in full, those of the event or only one."""
    where = "r.event_id = :event" if not only else "r.id = :only"
    values = {"event": event_id, "only": only}
    belongings = _Belongings(connection, where, values)
    found = connection.execute(
        text(
            "SELECT r.id, p.id, coalesce(r.affiliation_id, ''), p.given, p.family, p.badge_name,"  # noqa: S608 (constants)
            f" p.email, p.phone, p.phone_typed, {BODY},"
            " coalesce(a.title, ''), p.city, p.languages, r.category, r.status, r.note,"
            " r.registered_at, r.attention, r.holds, r.blocked"
            " FROM registration r JOIN person p ON p.id = r.person_id"
            " LEFT JOIN affiliation a ON a.id = r.affiliation_id"
            f" {BODY_JOINS}"
            f" WHERE r.deleted = 0 AND {where} ORDER BY r.id"
        ),
        values,
    )
    return [
        Known(line[0], line[1], line[2], belongings.added(line[0], _said(line))) for line in found
    ]


def _said(line: Any) -> GuestDetails:
    """What stands in the rows of the registration, the person and the affiliation."""
    return GuestDetails(
        given=line[3],
        family=line[4],
        badge_name=line[5],
        email=line[6],
        phone=line[7],
        phone_typed=line[8],
        organisation=line[9],
        title=line[10],
        city=line[11],
        languages=line[12],
        category=line[13],
        status=Status(line[14]),
        note=line[15],
        registered_at=line[16],
        attention=line[17],
        holds=bool(line[18]),
        blocked=line[19],
    )


def belonging_rows(connection: Connection, registration_id: str) -> dict[tuple[str, str], str]:
    """Keys of the answers and consents of a guest, by (table, question, kind or purpose)."""
    keys: dict[tuple[str, str], str] = {}
    for table, name in (
        ("answer", "question"),
        ("protected_answer", "kind"),
        ("consent", "purpose"),
        ("registration_tag", "tag_id"),
    ):
        found = connection.execute(
            text(
                f"SELECT id, {name} FROM {table}"  # noqa: S608 (constants)
                " WHERE registration_id = :registration AND deleted = 0 ORDER BY id DESC"
            ),
            {"registration": registration_id},
        )
        keys |= {(table, said): key for key, said in found}
    return keys


def organisations(connection: Connection) -> list[tuple[str, str, str, str]]:
    """(key, name, short name, aliases one on each line) of all organisations."""
    found = connection.execute(
        text("SELECT id, name, short_name, aliases FROM organisation WHERE deleted = 0 ORDER BY id")
    )
    return [(key, name, short, aliases) for key, name, short, aliases in found]


def networks(connection: Connection) -> dict[str, tuple[str, str]]:
    """(table, key) of the clusters and projects by folded name and short name."""
    found = connection.execute(
        text(
            "SELECT 'cluster', id, name, short_name FROM cluster WHERE deleted = 0"
            " UNION ALL SELECT 'project', id, name, short_name FROM project WHERE deleted = 0"
            " ORDER BY 2 DESC"
        )
    )
    return {
        fold(said): (table, key)
        for table, key, name, short in found
        for said in (name, short)
        if said
    }


def foreign_codes(connection: Connection, registration_id: str) -> list[tuple[str, str]]:
    """(key, code) of the codes of other programs that still count for a guest."""
    found = connection.execute(
        text(
            "SELECT c.id, c.code FROM code c WHERE c.registration_id = :registration"  # noqa: S608 (constants)
            f" AND {_FOREIGN} ORDER BY c.rowid"
        ),
        {"registration": registration_id},
    )
    return [(key, code) for key, code in found]


def tags(connection: Connection) -> dict[str, str]:
    """Keys of the tags by name."""
    found = connection.execute(text("SELECT name, id FROM tag WHERE deleted = 0 ORDER BY id DESC"))
    return {line[0]: line[1] for line in found}


class _Belongings:
    """Answers, protected answers, consents, tags and foreign codes of many guests at once."""

    def __init__(self, connection: Connection, where: str, values: dict[str, str]) -> None:
        self._connection = connection
        self._where = where
        self._values = values
        self.protected: dict[tuple[str, str], str] = {}
        self.answers: dict[str, list[tuple[str, str]]] = {}
        self.consents: dict[str, list[tuple[Purpose, Permission]]] = {}
        self.tags: dict[str, list[str]] = {}
        self.codes: dict[str, list[str]] = {}
        for registration, kind, value in self._rows("protected_answer", "kind, x.value"):
            self.protected[registration, kind] = value
        for registration, question, value in self._rows("answer", "question, x.value", "position"):
            self.answers.setdefault(registration, []).append((question, value))
        for registration, purpose, value in self._rows("consent", "purpose, x.value", "purpose"):
            said = (Purpose(purpose), Permission(value))
            self.consents.setdefault(registration, []).append(said)
        for registration, tag in self._rows("registration_tag", "tag_id"):
            self.tags.setdefault(registration, []).append(tag)
        for registration, code in self._codes():
            self.codes.setdefault(registration, []).append(code)
        names = {key: name for name, key in tags(connection).items()}
        self.tags = {
            row: [names[tag] for tag in tags_ if tag in names] for row, tags_ in self.tags.items()
        }

    def added(self, registration: str, details: GuestDetails) -> GuestDetails:
        """The details of a guest with what belongs to the registration."""
        return replace(
            details,
            diet=self.protected.get((registration, "diet"), ""),
            access=self.protected.get((registration, "access"), ""),
            tags=tuple(self.tags.get(registration, ())),
            codes=tuple(self.codes.get(registration, ())),
            answers=tuple(self.answers.get(registration, ())),
            consents=tuple(self.consents.get(registration, ())),
        )

    def _rows(self, table: str, fields: str, order: str = "rowid") -> list[tuple[str, ...]]:
        statement = text(
            f"SELECT x.registration_id, x.{fields} FROM {table} x"  # noqa: S608 (constants)
            " JOIN registration r ON r.id = x.registration_id"
            f" WHERE x.deleted = 0 AND {self._where} ORDER BY x.{order}, x.id"
        )
        return [tuple(line) for line in self._connection.execute(statement, self._values)]

    def _codes(self) -> list[tuple[str, ...]]:
        statement = text(
            "SELECT c.registration_id, c.code FROM code c"  # noqa: S608 (constants)
            " JOIN registration r ON r.id = c.registration_id"
            f" WHERE {_FOREIGN} AND {self._where} ORDER BY c.rowid"
        )
        return [tuple(line) for line in self._connection.execute(statement, self._values)]


def _guest(line: Iterable[str], arrivals: dict[str, tuple[str, str]]) -> Guest:
    key, person, given, family, body, job, email, phone, typed, category, status, *rest = line
    code, badge_code, sort_key, source, attention = rest
    arrived, desk = arrivals.get(key, ("", ""))
    return Guest(
        id=key,
        person_id=person,
        name=f"{given} {family}".strip(),
        listed=listed(given, family),
        organisation=body,
        title=job,
        email=email,
        phone=phone or typed,
        phone_typed=typed,
        category=category,
        status=Status(status),
        code=code,
        badge_code=badge_code,
        arrived=arrived,
        desk=desk,
        sort_key=sort_key,
        source=source,
        attention=attention,
    )


def statuses(connection: Connection, ids: Iterable[str]) -> dict[str, str]:
    """The stored status of these registrations."""
    found = journal.select_in(
        connection,
        "SELECT id, status FROM registration WHERE id IN (SELECT value FROM json_each(:keys))",
        ids,
    )
    return {line[0]: line[1] for line in found}


def people(connection: Connection) -> dict[tuple[str, str], str]:
    """Keys of all people with an e-mail, by (e-mail in small letters, name as spoken)."""
    found = connection.execute(
        text(
            "SELECT email, trim(given || ' ' || family), id FROM person"
            " WHERE deleted = 0 AND email <> '' ORDER BY id DESC"
        )
    )
    return {(email.casefold(), name): key for email, name, key in found}
