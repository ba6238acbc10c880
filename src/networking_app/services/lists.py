"""Lists of an event as PDF, Excel or CSV."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from networking_app.documents.lists import LISTS, cells, named
from networking_app.domain.lists import AttendeeLine, ListHead
from networking_app.domain.problems import Trouble, TroubleKind
from networking_app.exchange.exporters.csv_file import write_csv
from networking_app.exchange.exporters.xlsx_file import write_xlsx
from networking_app.storage import events, guests
from networking_app.storage.writer import stamp
from networking_app.support import i18n
from networking_app.wording import dates
from networking_app.wording import lists as wording
from networking_app.wording import registration as words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path
    from typing import BinaryIO

    from networking_app.documents.lists.definition import AttendeeList
    from networking_app.domain.event import Event, EventCounts
    from networking_app.domain.registration import Guest
    from networking_app.storage.database import Database

KINDS = (".pdf", ".xlsx", ".csv")
ASKED_FOR = ("organisation", "email")
"""Fields that readers of a list miss when they are empty."""


@dataclass(frozen=True, slots=True)
class ListState:
    """What a list holds now: its lines, and which registrations lack a field of ASKED_FOR."""

    lines: int
    lacking: dict[str, tuple[str, ...]]


class Lists:
    """Lists of an open workspace."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> tuple[AttendeeList, ...]:
        """Every list there is."""
        return LISTS

    def lines(self, event_id: str, name: str) -> list[AttendeeLine]:
        """The lines of a list, in the language in use.

        Raises:
            Trouble: there is no such list.
        """
        event, found, _counts = self._facts(event_id)
        return _named(name).lines([_line(guest, event) for guest in found])

    def states(self, event_id: str) -> dict[str, ListState]:
        """What every list holds now, by its name."""
        event, found, _counts = self._facts(event_id)
        everybody = [(guest.id, _line(guest, event)) for guest in found]
        states = {}
        for form in LISTS:
            kept = [(key, line) for key, line in everybody if form.keep(line)]
            lacking = {
                field: tuple(key for key, line in kept if not getattr(line, field))
                for field in ASKED_FOR
            }
            states[form.name] = ListState(len(kept), lacking)
        return states

    def make(
        self,
        event_id: str,
        name: str,
        out: Path,
        *,
        fields: Sequence[str] | None = None,
        progress: Callable[[int, int], None] | None = None,
    ) -> dict[str, int]:
        """Write a list in the language in use; the kind of file is told by its ending.

        Args:
            event_id: which event.
            name: of the list.
            out: a .pdf, .xlsx or .csv file; replaced only when the new one is whole.
            fields: columns, the usual ones if none are named.
            progress: told rows done and rows in all; what it raises stops the work.

        Returns:
            the numbers of "rows" and, for a PDF, of "pages".

        Raises:
            Trouble: no such list or kind of file, or the file cannot be written.
        """
        form = _named(name)
        kind = out.suffix.lower()
        if kind not in KINDS:
            raise Trouble(TroubleKind.NOT_KNOWN, out.suffix or out.name, known=list(KINDS))
        if kind == ".pdf":
            return self.draw(event_id, name, out, fields=fields, progress=progress)
        lines = self.lines(event_id, name)
        columns = form.columns(fields)
        headings = [column.heading for column in columns]
        if kind == ".csv":
            write_csv(out, headings, cells(lines, columns), language=i18n.current())
        else:
            write_xlsx(out, headings, cells(lines, columns), title=form.title())
        return {"rows": len(lines)}

    def draw(
        self,
        event_id: str,
        name: str,
        out: Path | BinaryIO,
        *,
        fields: Sequence[str] | None = None,
        progress: Callable[[int, int], None] | None = None,
    ) -> dict[str, int]:
        """Draw a list as PDF in the language in use, also into an open file; as `make` does."""
        # slow import: ReportLab is needed only when something is drawn
        from networking_app.documents.lists.draw import draw_list  # noqa: PLC0415

        form = _named(name)
        event, found, counts = self._facts(event_id)
        lines = form.lines([_line(guest, event) for guest in found])
        pages = draw_list(
            lines,
            _head(form, event, counts, self._database.author.wall()),
            form.columns(fields),
            out,
            numbered=form.numbered,
            row_height=form.row_mm,
            language=i18n.current(),
            progress=progress,
        )
        return {"rows": len(lines), "pages": pages}

    def _facts(self, event_id: str) -> tuple[Event, list[Guest], EventCounts]:
        with self._database.read() as connection:
            event = next(e for e in events.all_events(connection) if e.id == event_id)
            return event, guests.lines(connection, event_id), events.counts(connection, event_id)


def _named(name: str) -> AttendeeList:
    found = named(name)
    if found is None:
        raise Trouble(TroubleKind.NOT_KNOWN, name, known=[one.name for one in LISTS])
    return found


def _line(guest: Guest, event: Event) -> AttendeeLine:
    return AttendeeLine(
        listed=guest.listed,
        organisation=guest.organisation,
        title=guest.title,
        email=guest.email,
        phone=guest.phone_typed or guest.phone,
        category=words.category(guest.category),
        status=words.status(guest),
        code=guest.code,
        arrived=dates.clock(guest.arrived, event.zone) if guest.arrived else "",
        status_key=guest.status.value,
        arrived_at=guest.arrived,
    )


def _head(form: AttendeeList, event: Event, counts: EventCounts, wall: int) -> ListHead:
    return ListHead(
        title=form.title(),
        event=event.title,
        facts=words.date_and_place(event),
        counts=wording.counts(
            registered=counts.registered,
            arrived=counts.arrived,
            waiting=counts.waiting,
            cancelled=counts.cancelled,
        ),
        made=wording.made(stamp(wall), event.zone),
    )
