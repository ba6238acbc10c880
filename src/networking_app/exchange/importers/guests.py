"""Makes a guest of each row: names, addresses, words and answers, with a problem where one is."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from networking_app.domain.imports import Field, Found, Kind, ReadGuest
from networking_app.domain.problems import Problem, Severity
from networking_app.domain.registration import GuestDetails
from networking_app.exchange.importers import columns, names, words
from networking_app.exchange.importers.draft import Cell, Draft
from networking_app.exchange.importers.vocabulary import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from networking_app.domain.imports import ColumnMatch, SheetTable


def read_guests(
    table: SheetTable, matches: Sequence[ColumnMatch], *, region: str = "FI"
) -> tuple[ReadGuest, ...]:
    """Return one ReadGuest for each row of the table, in order.

    A row that is a total, a remark or the heading again has `skipped` set and a note. A row
    without a name has a problem of severity error. Everything else is a guest, and every text
    of the row is in its details or in the value of a problem.

    Args:
        table: as read.
        matches: one for each column, as recognise() gives them or a person corrected them.
        region: ISO 3166 country of phone numbers without a country code.
    """
    return _Rows(table, matches, region).read()


class _Rows:
    """Reads the rows of one table."""

    def __init__(self, table: SheetTable, matches: Sequence[ColumnMatch], region: str) -> None:
        self._table = table
        self._region = region
        self._matches = [match for match in matches if match.field is not Field.IGNORE]
        self._headings = tuple(map(fold, table.headings))
        self._extra_row = columns.layout(table).extra_row
        self._names = {match.index for match in matches if match.field in _NAME_FIELDS}
        self._filled = len([match for match in self._matches if match.example])
        self._family_first = self._order_of_names()
        self._spare_email = self._spare(Field.EMAIL)
        self._seen: dict[tuple[str, ...], int] = {}

    def read(self) -> tuple[ReadGuest, ...]:
        return tuple(self._row(number, cells) for number, cells in self._table.rows)

    def _spare(self, field: Field) -> tuple[int, ...]:
        """Return the columns kept as answers whose heading means the field too."""
        return tuple(
            match.index
            for match in self._matches
            if match.found is Found.KEPT and columns.meaning(match.heading) is field
        )

    def _order_of_names(self) -> bool:
        index = next((one.index for one in self._matches if one.field is Field.NAME), None)
        if index is None:
            return False
        email = next((one.index for one in self._matches if one.field is Field.EMAIL), None)
        sample = [cells for _, cells in self._table.rows[:300] if cells[index]]
        emails = [cells[email] for cells in sample] if email is not None else ()
        return names.family_first(
            self._table.headings[index], [cells[index] for cells in sample], emails
        )

    def _row(self, number: int, cells: tuple[str, ...]) -> ReadGuest:
        kind = self._not_a_person(cells)
        if kind:
            note = self._problem(number, kind, Severity.NOTE, " ".join(filter(None, cells)))
            file, sheet = self._table.file, self._table.sheet
            return ReadGuest(file, sheet, number, GuestDetails(), (note,), skipped=True)
        draft = Draft(self._region, family_first=self._family_first)
        for match in self._matches:
            if cell := cells[match.index]:
                draft.put(Cell(match.field, match.index, match.heading, cell))
        if not draft.texts.get(Field.EMAIL):
            for index in self._spare_email:
                draft.borrow_email(cells[index])
        details = draft.details()
        problems = [
            self._problem(number, found.kind, found.severity, found.value, found.column, found)
            for found in draft.problems
        ]
        first = self._seen.setdefault(cells, number)
        if first != number:
            repeated = self._problem(number, Kind.ROW_REPEATED, Severity.NOTE)
            problems.append(replace(repeated, facts={"first": str(first)}))
        return ReadGuest(self._table.file, self._table.sheet, number, details, tuple(problems))

    def _problem(
        self,
        row: int,
        kind: Kind | str,
        severity: Severity,
        value: str = "",
        column: str = "",
        found: Problem | None = None,
    ) -> Problem:
        return Problem(
            kind,
            severity,
            self._table.file,
            self._table.sheet,
            row,
            column,
            value,
            found.suggestion if found else "",
            found.facts if found else {},
        )

    def _not_a_person(self, cells: tuple[str, ...]) -> Kind | None:
        """Return why the row is no person; None if it is one."""
        texts = [cell for cell in cells if cell]
        if len(texts) <= 3 and not any("@" in text for text in texts):
            if words.is_total(texts[0]) and (len(texts) > 1 or self._filled > 1):
                return Kind.ROW_TOTAL
            if words.is_total(" ".join(texts)):
                return Kind.ROW_TOTAL
            if len(texts) == 1 and self._is_remark(texts[0]):
                return Kind.ROW_REMARK
        if self._repeats_heading(cells):
            return Kind.ROW_HEADING_REPEATED
        if self._extra_row is not None and self._extra_row(
            dict(zip(self._headings, cells, strict=False))
        ):
            return Kind.ROW_ADD_ON
        return None

    def _repeats_heading(self, cells: tuple[str, ...]) -> bool:
        return (
            self._table.heading_row > 0
            and fold(cells[-1]) == self._headings[-1]
            and tuple(map(fold, cells)) == self._headings
        )

    def _is_remark(self, text: str) -> bool:
        if words.is_remark(text):
            return True
        # A line such as "Puhujat" above a group; a name stands in a name column.
        return self._filled > 1 and bool(words.category(text))


_NAME_FIELDS = frozenset({Field.NAME, Field.GIVEN, Field.FAMILY})
