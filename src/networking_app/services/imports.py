"""Registrations from files: what became of each row, as a preview or for good."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from networking_app.domain.imports import Field, Found, ImportReport, Outcome, RowResult
from networking_app.exchange.importers import columns, guests, reading
from networking_app.services import import_writing
from networking_app.services.enrolment import Register
from networking_app.services.import_plan import Plan
from networking_app.services.import_writing import Job
from networking_app.storage import entries, layouts
from networking_app.storage.guests import known, organisations
from networking_app.support.memory import collected_later

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sqlalchemy import Connection

    from networking_app.domain.imports import ColumnMatch, SheetTable
    from networking_app.domain.problems import Problem
    from networking_app.storage.database import Database
    from networking_app.storage.writer import Writer

# What rows are matched with; changed meanwhile, they are matched again, so many times.
_MATCHED = frozenset({"registration", "person", "affiliation", "organisation", "code"})
_TRIES = 3


@dataclass(frozen=True, slots=True)
class Source:
    """A table to import, with what its columns were taken for."""

    table: SheetTable
    matches: tuple[ColumnMatch, ...]

    def matched(self, index: int, field: Field) -> Source:
        """The same with one column taken for something else, chosen by a person."""
        return replace(
            self,
            matches=tuple(
                replace(m, field=field, found=Found.CHOSEN) if m.index == index else m
                for m in self.matches
            ),
        )

    def corrected(self, row: int, index: int, value: str) -> Source:
        """The same with the text of one cell corrected; row as the spreadsheet counts."""
        rows = tuple(
            (n, (*cells[:index], value, *cells[index + 1 :])) if n == row else (n, cells)
            for n, cells in self.table.rows
        )
        return replace(self, table=replace(self.table, rows=rows))

    def without(self, row: int) -> Source:
        """The same without one row."""
        rows = tuple(line for line in self.table.rows if line[0] != row)
        return replace(self, table=replace(self.table, rows=rows))


@dataclass(frozen=True, slots=True)
class Opened:
    """What files hold: tables with their matches, and problems of whole files or sheets."""

    sources: tuple[Source, ...]
    problems: tuple[Problem, ...] = ()

    @property
    def names(self) -> str:
        """The names of the files, as a source is called."""
        return ", ".join(dict.fromkeys(s.table.file for s in self.sources))


class Imports:
    """Imports into an open workspace.

    Args:
        database: the workspace.
        region: ISO 3166 country of phone numbers without a country code.
    """

    def __init__(self, database: Database, region: str = "FI") -> None:
        self._database = database
        self._region = region

    def open(self, paths: Sequence[Path], cancelled: Callable[[], bool] | None = None) -> Opened:
        """Read files and recognise their columns; a file that cannot be read is a problem.

        Raises:
            Trouble: reading was cancelled.
        """
        return self._opened([reading.read_tables(Path(p), cancelled=cancelled) for p in paths])

    def paste(self, text: str, name: str) -> Opened:
        """The same for a pasted block."""
        return self._opened([reading.read_text(text, name)])

    def preview(self, event_id: str, opened: Opened) -> ImportReport:
        """What an import would do, without doing it."""
        with self._database.read() as connection:
            plan = Plan(known(connection, event_id), _bodies(connection))
            return self._plan(connection, plan, opened)

    def run(
        self,
        event_id: str,
        opened: Opened,
        progress: Callable[[int, int], bool] | None = None,
        *,
        remember: bool = True,
    ) -> ImportReport:
        """Import all rows that can be imported, as one action that can be undone.

        Args:
            event_id: which event.
            opened: what was opened, perhaps corrected.
            progress: told rows done and rows in all; returns False to stop.
            remember: whether a person's choices for the columns count for the next such file.

        Raises:
            Trouble: it was stopped, or the workspace cannot be written; nothing was imported.
        """
        with collected_later():
            plan, report, register = self._planned(event_id, opened)
            job = Job(
                event_id=event_id,
                groups=plan.changed(),
                register=register,
                source=opened.names,
                facts={
                    "file": opened.names,
                    "rows": report.count(Outcome.NEW) + report.count(Outcome.UPDATED),
                    "new": report.count(Outcome.NEW),
                    "updated": report.count(Outcome.UPDATED),
                },
                progress=progress,
                last=lambda writer: self._remember(writer, opened) if remember else None,
            )
            action = import_writing.write(self._database, job)
        return replace(report, action=action if job.groups else "")

    def _planned(self, event_id: str, opened: Opened) -> tuple[Plan, ImportReport, Register]:
        """Match the rows with the guests that are there; the desks go on meanwhile.

        When guests changed while it was looked through, it is looked through again.
        """
        for _time in range(_TRIES):
            with self._database.read() as connection:
                seen = entries.length(connection)
                plan = Plan(known(connection, event_id), _bodies(connection))
                report = self._plan(connection, plan, opened)
                register = Register.read(connection, with_people=True)
            with self._database.read() as connection:
                if not entries.wrote_since(connection, seen, _MATCHED):
                    break
        return plan, report, register

    def _opened(self, readings: Sequence[reading.Reading]) -> Opened:
        with self._database.read() as connection:
            remembered = layouts.all_layouts(connection)
        sources = [
            Source(table, columns.recognise(table, remembered.get(columns.signature(table))))
            for one in readings
            for table in one.tables
        ]
        return Opened(tuple(sources), tuple(p for one in readings for p in one.problems))

    def _plan(self, connection: Connection, plan: Plan, opened: Opened) -> ImportReport:
        read = [
            guest
            for source in opened.sources
            for guest in guests.read_guests(source.table, source.matches, region=self._region)
        ]
        plan.take(read)
        plan.leave_hand_edits(connection)
        results = tuple(
            RowResult(g.file, g.sheet, g.row, outcome, g.details.name, problems)
            for g, outcome, problems in plan.results(read)
        )
        return ImportReport(results, opened.problems)

    def _remember(self, writer: Writer, opened: Opened) -> None:
        """Keep the choices of a person for the next file with these headings."""
        for source in opened.sources:
            chosen = {
                columns.column_name(source.table, m.index): m.field.value
                for m in source.matches
                if m.found in (Found.CHOSEN, Found.REMEMBERED)
            }
            if any(m.found is Found.CHOSEN for m in source.matches):
                layouts.remember(writer, columns.signature(source.table), chosen)


def _bodies(connection: Connection) -> list[str]:
    found = organisations(connection)
    return [
        said
        for _key, name, short, aliases in found
        for said in (name, short, *aliases.splitlines())
    ]
