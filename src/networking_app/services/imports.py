"""Registrations from files: what became of each row, as a preview or for good."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from networking_app.domain.imports import Field, Found, ImportReport, Outcome, RowResult
from networking_app.domain.problems import Trouble, TroubleKind
from networking_app.exchange.importers import columns, guests, reading
from networking_app.services.enrolment import Enrolment
from networking_app.services.import_plan import Plan
from networking_app.storage import layouts
from networking_app.storage.guests import known, organisations, people
from networking_app.support.memory import collected_later

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sqlalchemy import Connection

    from networking_app.domain.imports import ColumnMatch, SheetTable
    from networking_app.domain.problems import Problem
    from networking_app.storage.database import Database
    from networking_app.storage.writer import Writer

_STEP = 200


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
        with (
            collected_later(),
            self._database.write("import", {"file": opened.names}) as writer,
        ):
            plan = Plan(known(writer.connection, event_id), _bodies(writer.connection))
            report = self._plan(writer.connection, plan, opened)
            changes = report.count(Outcome.NEW) + report.count(Outcome.UPDATED)
            writer.facts |= {
                "rows": changes,
                "new": report.count(Outcome.NEW),
                "updated": report.count(Outcome.UPDATED),
            }
            _write(writer, event_id, plan, opened.names, progress)
            if remember:
                self._remember(writer, opened)
            action = writer.action
        return replace(report, action=action if changes else "")

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


def _write(
    writer: Writer,
    event_id: str,
    plan: Plan,
    source: str,
    progress: Callable[[int, int], bool] | None,
) -> None:
    enrolment = Enrolment(writer, event_id, source, people(writer.connection))
    changed = plan.changed()
    if progress and not progress(0, len(changed)):
        raise Trouble(TroubleKind.READING_CANCELLED, source)
    for done, group in enumerate(changed, 1):
        if group.known is None:
            enrolment.add(group.details)
        else:
            enrolment.update(group.known, group.details)
        if progress and done % _STEP == 0 and not progress(done, len(changed)):
            raise Trouble(TroubleKind.READING_CANCELLED, source)


def _bodies(connection: Connection) -> list[str]:
    found = organisations(connection)
    return [
        said
        for _key, name, short, aliases in found
        for said in (name, short, *aliases.splitlines())
    ]
