"""Queries about organisations, projects, clusters and themes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sqlalchemy import text

from networking_app.domain.funding import Cluster, Organisation, Project

if TYPE_CHECKING:
    from sqlalchemy import Connection

_PARTNERS = (
    "SELECT x.project_id, o.name FROM project_partner x"
    " JOIN organisation o ON o.id = x.organisation_id WHERE x.deleted = 0 ORDER BY x.rowid"
)
_MEMBERS = (
    "SELECT x.cluster_id, o.name FROM cluster_member x"
    " JOIN organisation o ON o.id = x.organisation_id WHERE x.deleted = 0 ORDER BY x.rowid"
)


def organisations(connection: Connection) -> list[Organisation]:
    """All organisations in the order of the stored sort key."""
    found = connection.execute(
        text(
            "SELECT o.name, o.short_name, o.aliases, o.kind, o.city, coalesce(u.name, ''), o.id"
            " FROM organisation o LEFT JOIN organisation u ON u.id = o.parent_id"
            " WHERE o.deleted = 0 ORDER BY o.sort_key, o.id"
        )
    )
    return [
        Organisation(name, short, tuple(aliases.splitlines()), *rest)
        for name, short, aliases, *rest in found
    ]


def projects(connection: Connection, event_id: str = "") -> list[Project]:
    """All projects by name, or those that carry an event, in the order they were named."""
    partners = _names(connection, _PARTNERS)
    of_event = " JOIN event_project e ON e.project_id = p.id AND e.event_id = :event"
    found = connection.execute(
        text(
            "SELECT p.id, p.name, p.short_name, p.code, p.fund, p.period, coalesce(f.name, ''),"  # noqa: S608 (constants)
            " coalesce(a.name, ''), p.continues FROM project p"
            + (of_event if event_id else "")
            + " LEFT JOIN organisation f ON f.id = p.funder_id"
            " LEFT JOIN organisation a ON a.id = p.administrator_id WHERE p.deleted = 0"
            + (" AND e.deleted = 0 ORDER BY e.rowid" if event_id else " ORDER BY p.name, p.id")
        ),
        {"event": event_id} if event_id else {},
    )
    return [
        replace(
            Project(*values), implementers=tuple(partners.get(key, ())), continues=after, id=key
        )
        for key, *values, after in found
    ]


def clusters(connection: Connection) -> list[Cluster]:
    """All clusters in the order of the stored sort key."""
    members = _names(connection, _MEMBERS)
    found = connection.execute(
        text(
            "SELECT k.name, k.short_name, k.kind, k.sector, k.mission, k.leader_id,"
            " coalesce(w.name, ''), coalesce(c.name, ''), '', k.predecessor, k.registration,"
            " k.registered, k.label, k.label_granted, k.label_expires,"
            " coalesce(trim(p.given || ' ' || p.family), ''),"
            " k.id FROM cluster k"
            " LEFT JOIN organisation w ON w.id = k.owner_id"
            " LEFT JOIN organisation c ON c.id = k.coordinator_id"
            " LEFT JOIN person p ON p.id = k.leader_id"
            " WHERE k.deleted = 0 ORDER BY k.sort_key, k.id"
        )
    )
    return [
        replace(Cluster(*line[:16]), members=tuple(members.get(line[16], ())), id=line[16])
        for line in found
    ]


def organisers(connection: Connection, event_id: str) -> list[str]:
    """Names of the organisations that arrange an event, in the order they were named."""
    return _list(
        connection,
        "SELECT o.name FROM event_organisation x JOIN organisation o ON o.id = x.organisation_id"
        " WHERE x.event_id = :event AND x.deleted = 0 ORDER BY x.rowid",
        event_id,
    )


def themes(connection: Connection, event_id: str) -> list[str]:
    """Names of the themes of an event, in the order they were named."""
    return _list(
        connection,
        "SELECT t.name FROM event_theme x JOIN theme t ON t.id = x.theme_id"
        " WHERE x.event_id = :event AND x.deleted = 0 ORDER BY x.rowid",
        event_id,
    )


def keys(connection: Connection, table: str) -> dict[str, str]:
    """Keys of the rows of a table by name as written; of equal names the first."""
    statement = text(f"SELECT name, id FROM {table} WHERE deleted = 0 ORDER BY id DESC")  # noqa: S608 (a table of ours)
    return {name: key for name, key in connection.execute(statement)}  # noqa: C416 (rows are no pairs to mypy)


def _names(connection: Connection, statement: str) -> dict[str, list[str]]:
    names: dict[str, list[str]] = {}
    for key, name in connection.execute(text(statement)):
        names.setdefault(key, []).append(name)
    return names


def _list(connection: Connection, statement: str, event_id: str) -> list[str]:
    return [name for (name,) in connection.execute(text(statement), {"event": event_id})]
