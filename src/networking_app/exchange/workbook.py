"""The reading process: one foreign file in on standard input's word, its cells out, nothing else.

Run as `python -m networking_app.exchange.workbook`. It reads a JSON request {"path", "kind",
"limits"} from standard input and writes marshal of ("ok", sheets) or ("refused", kind, facts).
A sheet is (name, hidden, rows, errors), rows are tuples of text. It loads no other part of the
app, so that a small sheet is there within a tenth of a second.
"""

from __future__ import annotations

import json
import marshal
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from networking_app.exchange import archive, memory, text
from networking_app.exchange.cells import as_text
from networking_app.exchange.limits import Limits, RefusedError

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

Rows = list[tuple[str, ...]]
Sheet = tuple[str, bool, Rows, list[tuple[int, int, str]]]


def read_text_file(raw: bytes, limits: Limits) -> list[Sheet]:
    """Return the one sheet of a text file.

    Raises:
        RefusedError: no text, or more cells than the limits allow.
    """
    rows = text.rows(text.decode(raw))
    if max(map(len, rows), default=0) > limits.columns:
        raise RefusedError("sheet_too_large")
    if sum(map(len, rows)) > limits.cells:
        raise RefusedError("sheet_too_large")
    return [("", False, rows, [])]


def read_workbook(file: BinaryIO, kind: str, limits: Limits) -> list[Sheet]:
    """Return every sheet with cells.

    Raises:
        RefusedError: too large, protected or damaged.
    """
    import python_calamine as calamine  # noqa: PLC0415 (slow import, and only this process)

    seen = _look_through(file, limits) if kind == "zip" else {}
    file.seek(0)
    try:
        book = calamine.load_workbook(file)
        sheets: list[Sheet] = []
        for about in book.sheets_metadata:
            if about.typ is not calamine.SheetTypeEnum.WorkSheet:
                continue
            hidden = about.visible is not calamine.SheetVisibleEnum.Visible
            sheet = book.get_sheet_by_name(about.name)
            extra = seen.get(about.name, archive.Seen())
            rows = _rows(sheet, extra, limits)
            errors = [(row, column, word) for (row, column), word in extra.errors.items()]
            sheets.append((about.name, hidden, rows, errors))
    except calamine.PasswordError as error:
        raise RefusedError("file_protected") from error
    except calamine.CalamineError as error:
        raise RefusedError("file_damaged") from error
    return sheets


def _look_through(file: BinaryIO, limits: Limits) -> dict[str, archive.Seen]:
    """Check a zip before calamine opens it.

    Raises:
        RefusedError: it is no workbook, too large, protected or damaged.
    """
    word = archive.kind_of(file)
    if word not in {"xlsx", "xlsb", "ods"}:
        raise RefusedError(word)
    return archive.check(file, limits)


def _rows(sheet: CalamineSheet, extra: archive.Seen, limits: Limits) -> Rows:
    if sheet.total_width > limits.columns or sheet.total_width * sheet.total_height > limits.cells:
        raise RefusedError("sheet_too_large", sheet=sheet.name)
    rows: list[list[str]] = [
        [as_text(cell) for cell in row] for row in sheet.to_python(skip_empty_area=False)
    ]
    for (row, column), word in (*extra.errors.items(), *extra.formulas.items()):
        _put(rows, row, column, word)
    return [tuple(row) for row in rows]


def _put(rows: list[list[str]], row: int, column: int, word: str) -> None:
    while len(rows) <= row:
        rows.append([])
    cells = rows[row]
    cells.extend([""] * (column + 1 - len(cells)))
    cells[column] = cells[column] or word


def answer(request: dict[str, Any]) -> tuple[Any, ...]:
    """Read what was asked for and return it, or the reason why not."""
    limits = Limits(**request["limits"])
    try:
        with Path(request["path"]).open("rb") as file:
            if request["kind"] == "text":
                return ("ok", read_text_file(file.read(limits.file_bytes + 1), limits))
            return ("ok", read_workbook(file, request["kind"], limits))
    except RefusedError as error:
        return ("refused", error.kind, error.facts)
    except MemoryError:
        return ("refused", "file_too_large", {})
    except OSError:
        return ("refused", "file_unreadable", {})


def main() -> None:
    """Answer one request of the parent process."""
    request = json.loads(sys.stdin.buffer.read())
    memory.limit(request["limits"]["memory_bytes"])
    sys.stdout.buffer.write(marshal.dumps(answer(request)))
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
