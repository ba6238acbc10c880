"""What the workspace says of whether a desk is ready, and giving codes to those who have none."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from networking_app.domain.readiness import EventFacts, Imported
from networking_app.domain.registration import Status
from networking_app.domain.tickets import CodeKind, new_code
from networking_app.storage import readiness

if TYPE_CHECKING:
    from collections.abc import Callable

    from networking_app.services.office import Office

    # Names of imported files and when they were imported -> when the newest was changed last.
    FileAt = Callable[[str, datetime], datetime | None]


def event_facts(office: Office, file_at: FileAt | None = None) -> EventFacts:
    """Look at the event that is open.

    Args:
        office: an open workspace with an event.
        file_at: knows the imported files of this computer.

    Raises:
        Trouble: there is no event, or the file cannot be read.
    """
    event = office.events.current()
    guests = [g for g in office.guests.all(event.id) if g.status is Status.REGISTERED]
    printed = office.badges.printed(event.id)
    with office.database.read() as connection:
        imported = readiness.last_import(connection, event.id)
        newest = readiness.newest(connection)
        without_code = readiness.without_code(connection, event.id)
    return EventFacts(
        event=event,
        guests=len(guests),
        imported=_imported(imported, file_at),
        doubles=len(office.guests.same_names(event.id)),
        without_badge=sum(1 for guest in guests if guest.id not in printed),
        without_code=len(without_code),
        newest=_moment(newest) if newest else None,
        backup=office.workspace.last_backup(),
        points=tuple(office.points.all(event.id)),
    )


def give_codes(office: Office, event_id: str) -> int:
    """Give a ticket and a badge code to everybody with a place who has none; returns how many."""
    with office.database.write("give_codes") as writer:
        found = readiness.without_code(writer.connection, event_id)
        for key in found:
            for kind in (CodeKind.TICKET, CodeKind.BADGE):
                writer.tell(
                    "code", registration_id=key, kind=kind.value, code=new_code(), at=writer.now
                )
        writer.facts["count"] = len(found)
    return len(found)


def _imported(found: tuple[str, str] | None, file_at: FileAt | None) -> Imported | None:
    if found is None:
        return None
    file, at = found[0], _moment(found[1])
    return Imported(file, at, file_at(file, at) if file_at is not None else None)


def _moment(stored: str) -> datetime:
    return datetime.fromisoformat(stored).astimezone(UTC)
