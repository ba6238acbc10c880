"""An import while a person looks it through: columns chosen, cells corrected, rows left out.

A draft is never changed: every step gives the next one, and nothing is written before the import.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from networking_app.domain.imports import Field, Kind, Outcome
from networking_app.domain.problems import Severity
from networking_app.exchange.exporters.csv_file import write_csv
from networking_app.exchange.exporters.xlsx_file import write_xlsx
from networking_app.exchange.importers.columns import column_name
from networking_app.support import i18n
from networking_app.wording import imports as words
from networking_app.wording import problems as sentences

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from networking_app.domain.imports import ImportReport
    from networking_app.domain.problems import Problem
    from networking_app.services.imports import Opened, Source

_FIELD_OF = {
    Kind.ORGANISATION_SIMILAR: (Field.ORGANISATION,),
    Kind.SAME_EMAIL: (Field.EMAIL,),
    Kind.NAME_MISSING: (Field.NAME, Field.GIVEN, Field.FAMILY),
}


class Place(NamedTuple):
    """A row of a file."""

    file: str
    sheet: str
    row: int


@dataclass(frozen=True, slots=True)
class ImportDraft:
    """What was opened and what was done to it since.

    Attributes:
        opened: as it will be imported.
        original: as it was read, for the file of rows left out.
        kept: problems that a person has seen and lets be.
        left: rows that a person took away.
    """

    opened: Opened
    original: Opened
    kept: frozenset[tuple[Place, str, str]] = frozenset()
    left: frozenset[Place] = frozenset()

    @classmethod
    def of(cls, opened: Opened) -> ImportDraft:
        """A draft of what was just opened."""
        return cls(opened, opened)

    def matched(self, number: int, column: int, field: Field) -> ImportDraft:
        """With a column of a table taken for something else."""
        return self._with(number, self.opened.sources[number].matched(column, field))

    def used(self, problem: Problem, value: str) -> ImportDraft:
        """With the cell of a problem corrected; the same where it has no cell."""
        number = self._source_of(problem)
        if number is None or not self.can_correct(problem):
            return self
        source = self.opened.sources[number]
        for column, text in _corrections(source, problem, value):
            source = source.corrected(problem.row, column, text)
        return self._with(number, source)

    def keeping(self, problem: Problem) -> ImportDraft:
        """With a problem seen and let be."""
        return replace(self, kept=self.kept | {_key(problem)})

    def without(self, place: Place) -> ImportDraft:
        """With a row left out."""
        sources = tuple(
            one.without(place.row)
            if (one.table.file, one.table.sheet) == (place.file, place.sheet)
            else one
            for one in self.opened.sources
        )
        return replace(self, opened=replace(self.opened, sources=sources), left=self.left | {place})

    def can_correct(self, problem: Problem) -> bool:
        """Whether typing another text into its cell may help."""
        number = self._source_of(problem)
        return number is not None and bool(_columns(self.opened.sources[number], problem))

    def to_check(self, report: ImportReport) -> list[Problem]:
        """Errors and warnings nobody has seen yet, errors first, in the order of the rows."""
        found = [
            problem
            for result in report.results
            for problem in result.problems
            if problem.severity is not Severity.NOTE and _key(problem) not in self.kept
        ]
        return sorted(found, key=lambda problem: problem.severity is not Severity.ERROR)

    def left_out(self, report: ImportReport) -> dict[Place, str]:
        """Rows that will not be imported, with the reason; by hand or for an error."""
        found = dict.fromkeys(sorted(self.left), words.by_hand())
        for result in report.results:
            if result.outcome is Outcome.PROBLEM:
                errors = [p for p in result.problems if p.severity is Severity.ERROR]
                place = Place(result.file, result.sheet, result.row)
                found[place] = " ".join(map(sentences.sentence, errors))
        return found

    def save_left_out(self, report: ImportReport, out: Path) -> int:
        """Write the rows left out, as they were read, with the reason; returns how many.

        Args:
            report: of the import.
            out: an .xlsx or .csv file.

        Raises:
            Trouble: the file cannot be written.
        """
        reasons = self.left_out(report)
        names = list(
            dict.fromkeys(
                column_name(source.table, index)
                for source in self.original.sources
                for index in range(len(source.table.headings))
            )
        )
        headings = [words.row_heading(), words.reason_heading(), *names]
        rows = [
            [str(place.row), reasons[place], *(cells.get(name, "") for name in names)]
            for place, cells in _rows(self.original.sources)
            if place in reasons
        ]
        if out.suffix.lower() == ".csv":
            write_csv(out, headings, rows, language=i18n.current())
        else:
            write_xlsx(out, headings, rows, title=out.stem)
        return len(rows)

    def _with(self, number: int, source: Source) -> ImportDraft:
        before = self.opened.sources
        sources = (*before[:number], source, *before[number + 1 :])
        return replace(self, opened=replace(self.opened, sources=sources))

    def _source_of(self, problem: Problem) -> int | None:
        for number, source in enumerate(self.opened.sources):
            if (source.table.file, source.table.sheet) == (problem.file, problem.sheet):
                return number
        return None


def place_of(problem: Problem) -> Place:
    """The row a problem belongs to."""
    return Place(problem.file, problem.sheet, problem.row)


def _key(problem: Problem) -> tuple[Place, str, str]:
    return place_of(problem), str(problem.kind), problem.column


def _columns(source: Source, problem: Problem) -> list[int]:
    """The columns that a correction of the problem goes to, the likeliest first."""
    if problem.column:
        return [
            match.index
            for match in source.matches
            if column_name(source.table, match.index) == problem.column
        ]
    fields = _FIELD_OF.get(Kind(problem.kind), ()) if problem.kind in list(Kind) else ()
    return [match.index for word in fields for match in source.matches if match.field is word]


def _corrections(source: Source, problem: Problem, value: str) -> list[tuple[int, str]]:
    """Which cells get which texts; a name typed whole is shared out to its two columns."""
    columns = _columns(source, problem)
    by_field = {match.field: match.index for match in reversed(source.matches)}
    parts = (by_field.get(Field.GIVEN), by_field.get(Field.FAMILY))
    if problem.kind == Kind.NAME_MISSING and Field.NAME not in by_field:
        given, _blank, family = value.strip().rpartition(" ")
        texts = (given, family)
        if None not in parts:
            return [(i, text) for i, text in zip(parts, texts, strict=True) if i is not None]
    return [(columns[0], value)]


def _rows(sources: Iterable[Source]) -> Iterable[tuple[Place, dict[str, str]]]:
    for source in sources:
        table = source.table
        names = [column_name(table, index) for index in range(len(table.headings))]
        for number, cells in table.rows:
            yield Place(table.file, table.sheet, number), dict(zip(names, cells, strict=True))
