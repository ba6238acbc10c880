"""Queries of the self-service kiosk: who may have typed a name, and what stands on a badge."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import text

from networking_app.domain.kiosk import Named
from networking_app.domain.registration import Status
from networking_app.storage.people import BODY, BODY_JOINS

if TYPE_CHECKING:
    from sqlalchemy import Connection

_NAMED = f"""
    SELECT r.id, p.given, p.family, {BODY}, r.status
    FROM registration r JOIN person p ON p.id = r.person_id
    LEFT JOIN affiliation a ON a.id = r.affiliation_id
    {BODY_JOINS}
    WHERE r.deleted = 0 AND r.event_id = :event AND instr(p.search, :word) > 0
    ORDER BY r.id
"""  # noqa: S608 (constants)


def with_word(connection: Connection, event_id: str, word: str) -> tuple[Named, ...]:
    """Guests of an event, cancelled ones too, in whose folded name or address this word occurs."""
    found = connection.execute(text(_NAMED), {"event": event_id, "word": word})
    return tuple(
        Named(key, given, family, body, status == Status.CANCELLED.value)
        for key, given, family, body, status in found
    )
