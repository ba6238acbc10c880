"""Reading a spreadsheet into checked guests against openpyxl only reading its cells."""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

import openpyxl
import xlsxwriter

sys.path.insert(0, str(Path(__file__).parent))  # when run by its path
from report import Row, times_better

from networking_app.exchange.importers.columns import recognise
from networking_app.exchange.importers.guests import read_guests
from networking_app.exchange.importers.reading import read_tables

TITLE = "Reading guests from a spreadsheet"
_HEADINGS: tuple[str, ...] = (
    "Etunimi",
    "Sukunimi",
    "Sähköposti",
    "Puhelin",
    "Organisaatio",
    "Titteli",
)
_HEADINGS += ("Rooli", "Tila", "Erityisruokavalio", "Saako kuvata", "Paikkakunta", "Tarjoan")


def write(path: Path, count: int) -> None:
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, _HEADINGS)
    for number in range(count):
        names = [f"Aino{number}", f"Korhonen{number % 977}"]
        reach = [f"aino{number}.korhonen@firma{number % 500}.fi", f"+35840{number:07d}"]
        work = [f"Firma {number % 500} Oy", "johtaja", ("Osallistuja", "Puhuja")[number % 2]]
        rest = ["Vahvistettu", ("ei", "gluteeniton")[number % 2], "Kyllä", "Mikkeli"]
        row = [*names, *reach, *work, *rest, f"osaamista {number}, paljon"]
        sheet.write_row(number + 1, 0, row)
    book.close()


def _openpyxl(path: Path) -> float:
    start = time.perf_counter()
    book = openpyxl.load_workbook(path, read_only=True)
    rows = [list(row) for row in book.active.iter_rows(values_only=True)]
    book.close()
    assert len(rows) > 1
    return time.perf_counter() - start


def _ours(path: Path) -> float:
    start = time.perf_counter()
    table = read_tables(path).tables[0]
    guests = read_guests(table, recognise(table))
    assert not any(guest.problems for guest in guests)
    return time.perf_counter() - start


def measure() -> list[Row]:
    """Read 10,000 and 100,000 rows of twelve columns both ways."""
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        for count in (10_000, 100_000):
            path = Path(folder) / f"{count}.xlsx"
            write(path, count)
            base, ours = _openpyxl(path), _ours(path)
            ratio = times_better(ours, base, lower_is_better=True)
            what = f"xlsx to checked guests, {count:,} rows of 12 columns"
            note = "openpyxl read-only reading the cells, no checks"
            rows.append(
                Row(what, ours, "s", base, ratio, "within 3 times", note, met=ratio > 1 / 3)
            )
    return rows


if __name__ == "__main__":
    for row in measure():
        print(row)
