"""What the workspace says of whether a desk is ready, and giving codes to those who have none."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from networking_app.documents.badges import layout as layouts
from networking_app.documents.badges import sheet as sheets
from networking_app.domain.badges import BadgeEvent
from networking_app.domain.readiness import EventFacts, Imported
from networking_app.domain.registration import Status
from networking_app.domain.tickets import CodeKind, new_code
from networking_app.services.badges import DEFAULT_LAYOUT, DEFAULT_SHEET
from networking_app.storage import readiness
from networking_app.wording import dates

if TYPE_CHECKING:
    from collections.abc import Callable

    from networking_app.domain.badges import BadgeFace
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
    """Give a ticket and a badge code to everybody with a place who has none; returns how many.

    Codes that were issued stay issued, so this is no deed that could be undone.
    """
    with office.database.write() as writer:
        found = readiness.without_code(writer.connection, event_id)
        for key in found:
            for kind in (CodeKind.TICKET, CodeKind.BADGE):
                writer.tell(
                    "code", registration_id=key, kind=kind.value, code=new_code(), at=writer.now
                )
    return len(found)


def test_page(office: Office, event_id: str, paper: str, face: BadgeFace) -> bytes:
    """One page of this paper with the badge of a made-up guest, as PDF.

    Args:
        office: an open workspace.
        event_id: whose badges.
        paper: name of a paper; where no layout fits it, or nobody knows it, the usual one is taken.
        face: what stands on the badge.
    """
    # slow import: ReportLab is needed only when something is drawn
    from networking_app.documents.badges.draw import draw_badges  # noqa: PLC0415

    known = paper if paper in office.badges.sheets() else DEFAULT_SHEET
    fitting = [name for name in office.badges.layouts() if known in office.badges.fitting(name)]
    layout = DEFAULT_LAYOUT if not fitting or DEFAULT_LAYOUT in fitting else fitting[0]
    event = next(event for event in office.events.all() if event.id == event_id)
    out = io.BytesIO()
    draw_badges(
        [face],
        BadgeEvent(event.title, dates.days(event.start, event.end, event.zone), event.place),
        out,
        layout=layouts.load(layout),
        sheet=sheets.load(known if fitting else DEFAULT_SHEET),
    )
    return out.getvalue()


def _imported(found: tuple[str, str] | None, file_at: FileAt | None) -> Imported | None:
    if found is None:
        return None
    file, at = found[0], _moment(found[1])
    return Imported(file, at, file_at(file, at) if file_at is not None else None)


def _moment(stored: str) -> datetime:
    return datetime.fromisoformat(stored).astimezone(UTC)
