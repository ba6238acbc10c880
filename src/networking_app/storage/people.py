"""Queries about people beyond one registration."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import text

from networking_app.domain.people import Person

if TYPE_CHECKING:
    from sqlalchemy import Connection


# Whom a person belongs to, as shown: an organisation by its name, a cluster or a project by its
# short one. For statements in which `a` is the affiliation.
BODY = (
    """coalesce(o.name, nullif(k.short_name, ''), k.name, nullif(j.short_name, ''), j.name, '')"""
)
BODY_JOINS = """
    LEFT JOIN organisation o ON o.id = a.organisation_id
    LEFT JOIN cluster k ON k.id = a.cluster_id
    LEFT JOIN project j ON j.id = a.project_id
"""


def of_registration(connection: Connection, registration_id: str) -> Person | None:
    """The person behind a registration, with the affiliation of that registration."""
    found = connection.execute(
        text(
            "SELECT p.id, trim(p.given || ' ' || p.family), p.titles, p.biography,"
            " r.affiliation_id FROM registration r JOIN person p ON p.id = r.person_id"
            " WHERE r.id = :key AND r.deleted = 0"
        ),
        {"key": registration_id},
    ).one_or_none()
    return None if found is None else Person(*found)


def name(connection: Connection, person_id: str) -> str:
    """The name of a person as spoken; empty if there is no such person."""
    statement = text("SELECT trim(given || ' ' || family) FROM person WHERE id = :key")
    return connection.execute(statement, {"key": person_id}).scalar() or ""
