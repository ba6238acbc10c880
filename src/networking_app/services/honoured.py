"""Guests of honour who arrive, at whatever desk and through whatever program."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from networking_app.storage import honoured as queries

if TYPE_CHECKING:
    from networking_app.services.office import Office


@dataclass(frozen=True, slots=True)
class Honoured:
    """A guest of honour who arrived.

    Attributes:
        check_in_id: the arrival.
        category: the stored word, one of domain.registration.HONOURED.
        point, desk: where.
        at: ISO 8601 in UTC.
    """

    check_in_id: str
    registration_id: str
    name: str
    organisation: str
    category: str
    point: str
    desk: str
    at: str


@dataclass(frozen=True, slots=True)
class HonouredSince:
    """Who arrived, in the order this computer heard of it, and the mark to ask with next."""

    mark: int
    arrivals: tuple[Honoured, ...] = ()


def honoured_since(office: Office, event_id: str, mark: int | None = None) -> HonouredSince:
    """Guests of honour who arrived for the first time after a mark and are still in the list.

    Args:
        office: the open workspace.
        event_id: which event.
        mark: from the answer before; None only fetches the mark that stands now.
    """
    with office.database.read() as connection:
        now = queries.mark(connection)
        if mark is None or now <= mark:  # a smaller one: a backup was put back
            return HonouredSince(now)
        lines = queries.since(connection, event_id, mark)
    return HonouredSince(now, tuple(Honoured(*line) for line in lines))
