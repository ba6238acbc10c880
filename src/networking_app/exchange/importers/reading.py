"""Reads any file with people in it, or a pasted block, into tables with their headings."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from networking_app.domain.imports import Kind, SheetTable
from networking_app.domain.problems import Problem, Severity, Trouble, TroubleKind
from networking_app.exchange import process, workbook
from networking_app.exchange.importers import tables
from networking_app.exchange.importers.columns import column_name, people_found, recognise
from networking_app.exchange.limits import Limits, RefusedError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

DEFAULT = Limits()
_IN_PROCESS = 1_000_000  # bytes of text that are read faster than a process starts
_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_DOCUMENTS = (b"%PDF", b"{\\rtf")
_NO_TEXT = (
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"SQLite format 3",
    b"7z\xbc\xaf",
    b"Rar!",
    b"\x1f\x8b",
    b"MZ",
    b"\x7fELF",
    b"BZh",
)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a file holds: its tables, and problems that belong to the file or a sheet."""

    tables: tuple[SheetTable, ...]
    problems: tuple[Problem, ...] = ()


def read_tables(
    path: Path, *, limits: Limits = DEFAULT, cancelled: Callable[[], bool] | None = None
) -> Reading:
    """Return the tables of an xlsx, xlsm, xlsb, xls, ods, csv, tsv, txt or html file.

    What the file is is told by its content. A file that cannot be read gives no table and one
    problem of severity error, whose kind says why. Sheets that are hidden or name nobody are
    left out with a note when another sheet does name people.

    Args:
        path: the file; only its name appears in problems.
        limits: sizes, memory and seconds.
        cancelled: asked some twenty times a second.

    Raises:
        Trouble: reading was cancelled.
    """
    if cancelled is not None and cancelled():
        raise Trouble(TroubleKind.READING_CANCELLED, path.name)
    try:
        sheets = _sheets(path, limits, cancelled)
    except RefusedError as error:
        if error.kind == TroubleKind.READING_CANCELLED:
            raise Trouble(TroubleKind.READING_CANCELLED, path.name) from error
        sheet = error.facts.get("sheet", "")
        problem = Problem(Kind(error.kind), Severity.ERROR, path.name, sheet, facts=error.facts)
        return Reading((), (problem,))
    return _reading(path.name, sheets)


def read_text(text: str, name: str) -> Reading:
    """Return the table of a pasted block; name stands for the file in problems."""
    try:
        sheets = workbook.read_text_file(text.encode("utf-8", "replace"), DEFAULT)
    except RefusedError as error:
        return Reading((), (Problem(Kind(error.kind), Severity.ERROR, name),))
    return _reading(name, sheets)


def _sheets(path: Path, limits: Limits, cancelled: Callable[[], bool] | None) -> list[Any]:
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            head = file.read(4_096)
            if size > limits.file_bytes:
                raise RefusedError(Kind.FILE_TOO_LARGE)
            kind = _kind(head, path)
            if kind == "text" and size <= _IN_PROCESS:
                return list(workbook.read_text_file(head + file.read(), limits))
    except FileNotFoundError as error:
        raise RefusedError(Kind.FILE_MISSING) from error
    except OSError as error:
        raise RefusedError(Kind.FILE_UNREADABLE, reason=str(error.strerror)) from error
    return process.read(path, kind, limits, cancelled)


def _kind(head: bytes, path: Path) -> str:
    """Return "zip", "xls" or "text" by the first bytes.

    Raises:
        RefusedError: nothing a table can be read from.
    """
    if not head.strip(b"\x00 \t\r\n\xef\xbb\xbf"):
        raise RefusedError(Kind.FILE_EMPTY)
    if head.startswith(_ZIP):
        return "zip"
    if head.startswith(_OLE):
        return _ole(path)
    if head.startswith(_DOCUMENTS):
        raise RefusedError(Kind.FILE_IS_DOCUMENT)
    if head.startswith(_NO_TEXT):
        raise RefusedError(Kind.FILE_NOT_A_TABLE)
    return "text"


def _ole(path: Path) -> str:
    """Tell old Excel files from protected ones and other programs' by their streams."""
    raw = path.read_bytes()

    def has(stream: str) -> bool:
        return stream.encode("utf-16-le") in raw

    if has("EncryptedPackage"):
        raise RefusedError(Kind.FILE_PROTECTED)
    if has("Workbook") or has("Book"):
        return "xls"
    if has("WordDocument") or has("PowerPoint Document"):
        raise RefusedError(Kind.FILE_IS_DOCUMENT)
    raise RefusedError(Kind.FILE_NOT_A_TABLE)


def _reading(name: str, sheets: Sequence[workbook.Sheet]) -> Reading:
    """Make tables of the sheets and say which sheets were left out, and why."""
    found: list[tuple[SheetTable, bool, bool, list[Problem]]] = []
    for sheet, hidden, rows, errors in sheets:
        table, notes = tables.make(name, sheet, rows)
        if table is not None and table.rows:
            people = people_found(recognise(table))
            told = [*notes, *_cell_errors(table, errors)]
            found.append((table, hidden, people, told))
    if not found:
        return Reading((), (Problem(Kind.FILE_EMPTY, Severity.ERROR, name),))
    named = [one for one in found if one[2]]
    best = [one for one in named if not one[1]] or named
    if not best:
        best = [one for one in found if not one[1]] or found
    kept = [table for table, *_ in best]
    problems: list[Problem] = []
    for table, hidden, people, told in found:
        if table in kept:
            problems.extend(told)
            if not people:
                problems.append(Problem(Kind.NO_PEOPLE, Severity.WARNING, name, table.sheet))
        else:
            kind = Kind.SHEET_HIDDEN if hidden and people else Kind.SHEET_WITHOUT_PEOPLE
            problems.append(Problem(kind, Severity.NOTE, name, table.sheet))
    return Reading(tuple(kept), tuple(problems))


def _cell_errors(table: SheetTable, errors: Sequence[tuple[int, int, str]]) -> list[Problem]:
    """Tell every cell in which Excel could not work out a value; row and column from 0."""
    below = {number for number, _ in table.rows}
    problem = Problem(Kind.CELL_ERROR, Severity.WARNING, table.file, table.sheet)
    return [
        replace(problem, row=row + 1, column=column_name(table, column), value=word)
        for row, column, word in errors
        if row + 1 in below and column < len(table.headings)
    ]
