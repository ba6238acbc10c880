"""Whom the desk calls: organisers of an event who have a phone number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import text

if TYPE_CHECKING:
    from sqlalchemy import Connection

_WITH_PHONE = """
    SELECT trim(p.given || ' ' || p.family),
           CASE p.phone WHEN '' THEN p.phone_typed ELSE p.phone END
    FROM registration r JOIN person p ON p.id = r.person_id
    WHERE r.event_id = :event AND r.category IN ('organiser', 'host') AND r.deleted = 0
      AND p.deleted = 0 AND r.status = 'registered' AND (p.phone <> '' OR p.phone_typed <> '')
    ORDER BY r.category = 'host', p.sort_key, r.id LIMIT :limit
"""


def with_phone(connection: Connection, event_id: str, limit: int) -> list[tuple[str, str]]:
    """Names and phone numbers, organisers before hosts."""
    found = connection.execute(text(_WITH_PHONE), {"event": event_id, "limit": limit})
    return [(name, phone) for name, phone in found]
