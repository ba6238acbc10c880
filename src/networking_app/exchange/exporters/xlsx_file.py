"""Writes a table as an Excel file in which every text stays the text that was typed."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING, TypeAlias

from networking_app.exchange.exporters.neutral import neutral
from networking_app.exchange.exporters.whole import whole

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

Cell: TypeAlias = str | int | float | bool | date | time | None
"""A text, a number, a truth, a day, a moment (datetime, local), a time of day, or nothing."""

CONSTANT_MEMORY_FROM = 10_000
"""From this many rows on each row goes to disk at once."""

_MADE = datetime(2000, 1, 1, tzinfo=UTC)  # always the same, so that equal tables are equal files
_MOST_LETTERS = 32_767
_MOST_ROWS = 1_048_576
_MOST_EXACT = 10**15
_FORBIDDEN = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_BREAK = re.compile("\r\n?")
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_DAY, _MOMENT, _TIME = "d.m.yyyy", 'd.m.yyyy h"."mm', 'h"."mm'


def visible(text: str) -> str:
    """Return the text as an Excel file can hold it; what it cannot hold is shown by a sign.

    Control characters become their pictures ("␇"), broken ones "�", line breaks a line feed, and a
    text above 32,767 letters ends with an ellipsis.
    """
    text = _ILLEGAL.sub(_picture, _BREAK.sub("\n", text))
    if len(text) + sum(letter > "\uffff" for letter in text) <= _MOST_LETTERS:
        return text
    units = text.encode("utf-16-le")[: 2 * (_MOST_LETTERS - 1)]
    return units.decode("utf-16-le", "ignore") + "…"


def _picture(found: re.Match[str]) -> str:
    code = ord(found[0])
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else "\ufffd"


def sheet_name(title: str) -> str:
    """Return a name Excel takes for a sheet: 31 letters at most, without []:*?/ and the like."""
    name = _FORBIDDEN.sub(" ", visible(title))
    name = " ".join(name.split()).strip("'")
    while len(name.encode("utf-16-le")) > 2 * 31:
        name = name[:-1]
    name = name.rstrip(" '")
    # Excel keeps "History" for itself.
    return f"{name}_" if name.casefold() == "history" else name or "List"


def write_xlsx(
    path: Path,
    headings: Sequence[str],
    rows: Sequence[Sequence[Cell]],
    *,
    title: str,
    author: str = "",
) -> int:
    """Write one sheet: bold headings that stay in view, filters, columns as wide as their texts.

    Texts are never taken for formulas, links or numbers. The same table gives the same bytes.

    Args:
        path: replaced only when all went well.
        headings: the first row.
        rows: one cell for each heading; moments are local times.
        title: name of the sheet and of the document.
        author: for the document's properties.

    Returns:
        The number of rows without the headings.

    Raises:
        Trouble: the file could not be written.
        ValueError: there are more rows than a sheet has.
    """
    if len(rows) >= _MOST_ROWS:
        raise ValueError(f"a sheet holds {_MOST_ROWS - 1} rows, not {len(rows)}")
    with whole(path) as part, part.open("wb") as file:
        from xlsxwriter import Workbook  # noqa: PLC0415 (slow import)

        options = {
            "constant_memory": len(rows) >= CONSTANT_MEMORY_FROM,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
            "remove_timezone": True,
            "in_memory": len(rows) < CONSTANT_MEMORY_FROM,
        }
        with Workbook(file, options) as workbook:
            workbook.set_properties(
                {"title": visible(title), "author": visible(author), "created": _MADE}
            )
            _Sheet(workbook, workbook.add_worksheet(sheet_name(title))).write(headings, rows)
    return len(rows)


class _Sheet:
    """Writes the cells of one sheet."""

    def __init__(self, workbook: Workbook, sheet: Worksheet) -> None:
        self._sheet = sheet
        self._head = workbook.add_format({"bold": True, "bottom": 1, "num_format": "@"})
        # Excel itself marks such a text so: editing the cell does not turn it into a formula.
        self._quoted = workbook.add_format({"quote_prefix": True, "num_format": "@"})
        self._text = workbook.add_format({"num_format": "@"})
        self._day = workbook.add_format({"num_format": _DAY})
        self._moment = workbook.add_format({"num_format": _MOMENT})
        self._time = workbook.add_format({"num_format": _TIME})

    def write(self, headings: Sequence[str], rows: Sequence[Sequence[Cell]]) -> None:
        sheet = self._sheet
        lengths = [_shown_length(heading) + 3 for heading in headings]  # 3 for the filter's arrow
        for column, heading in enumerate(headings):
            sheet.write_string(0, column, visible(heading), self._head)
        for number, row in enumerate(rows, start=1):
            for column, cell in enumerate(row):
                self._cell(number, column, cell)
                if column < len(lengths):
                    lengths[column] = max(lengths[column], _shown_length(cell))
        for column, length in enumerate(lengths):
            sheet.set_column(column, column, min(max(length + 1, 6), 60))
        sheet.freeze_panes(1, 0)
        if headings:
            last = max(len(rows), 1)
            sheet.autofilter(0, 0, last, len(headings) - 1)
            sheet.ignore_errors({"number_stored_as_text": _span(last, len(headings))})
        sheet.repeat_rows(0)
        sheet.set_paper(9)  # A4
        sheet.fit_to_pages(1, 0)
        if sum(lengths) > 100:
            sheet.set_landscape()

    def _cell(self, row: int, column: int, cell: Cell) -> None:
        sheet = self._sheet
        match cell:
            case None | "":
                return
            case str():
                self._string(row, column, cell)
            case bool():
                sheet.write_boolean(row, column, cell)
            case int() | float():
                if abs(cell) < _MOST_EXACT:  # neither infinite nor no number at all
                    sheet.write_number(row, column, cell)
                else:
                    self._string(row, column, str(cell))
            case datetime() | date() if cell.year < 1900:
                self._string(row, column, cell.isoformat())
            case datetime():
                sheet.write_datetime(row, column, cell, self._moment)
            case date():
                sheet.write_datetime(row, column, cell, self._day)
            case time():
                sheet.write_datetime(row, column, cell.replace(tzinfo=None), self._time)
            case _:  # a kind nobody thought of is better seen as text than lost
                self._string(row, column, str(cell))

    def _string(self, row: int, column: int, text: str) -> None:
        style: Format = self._text if neutral(text) == text else self._quoted
        self._sheet.write_string(row, column, visible(text), style)


def _shown_length(cell: Cell) -> int:
    if isinstance(cell, str):
        return max(map(len, cell.split("\n")))
    return {bool: 6, date: 10, datetime: 16, time: 6}.get(type(cell), len(str(cell or "")))


def _span(rows: int, columns: int) -> str:
    from xlsxwriter.utility import xl_range  # noqa: PLC0415 (slow import)

    return str(xl_range(0, 0, rows, columns - 1))
