"""Whom the desk calls when it may not decide itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from networking_app.storage import organisers

if TYPE_CHECKING:
    from networking_app.services.office import Office

_MOST = 2


@dataclass(frozen=True, slots=True)
class Contact:
    """Somebody to call: the name as spoken, the phone as E.164 or as it was typed."""

    name: str
    phone: str


def contacts(office: Office, event_id: str, limit: int = _MOST) -> tuple[Contact, ...]:
    """Organisers and hosts of an event who have a phone number, organisers first."""
    with office.database.read() as connection:
        found = organisers.with_phone(connection, event_id, limit)
    return tuple(Contact(*line) for line in found)
