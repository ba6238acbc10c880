"""List PDF, Excel and CSV against the usual ways of writing them, in the same run."""

from __future__ import annotations

import random
import subprocess
import sys
import tempfile
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from openpyxl import Workbook
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.platypus import LongTable, Paragraph, SimpleDocTemplate

from bench.report import Row, seconds, times_better
from networking_app.documents import fonts
from networking_app.documents.lists import cells, named
from networking_app.documents.lists.definition import column
from networking_app.documents.lists.draw import draw_list
from networking_app.documents.markup import escape
from networking_app.domain.lists import AttendeeLine, ListHead
from networking_app.exchange.exporters.csv_file import write_csv
from networking_app.exchange.exporters.xlsx_file import write_xlsx

if TYPE_CHECKING:
    from collections.abc import Callable

TITLE = "Lists"

_FIELDS = ("listed", "organisation", "title", "category", "arrived")
_HEAD = ListHead(
    "Osallistujalista", "Team play makes masterpieces", "26.11.2026 8.30\u201316.00 · Mikkeli"
)
_GIVEN = (
    *("Aino", "Eeva-Liisa", "Väinö", "Björn", "Siiri", "Åke", "Hương"),
    *("Наталья", "Γεώργιος", "Jean-François"),
)
_FAMILY = (
    *("Pöyhönen", "Heikkinen-Mäkelä", "Åkerblom", "Nguyễn"),
    *("Östergård", "Иванова", "Lehto", "Virtanen"),
)
_BODIES = (
    "Järvivesi Oy",
    "LUT-yliopisto",
    "Etelä-Savon maakuntaliitto",
    "Kaakkois-Suomen ammattikorkeakoulu Xamk, aluekehityksen tutkimusyksikkö",
    "Elinkeino-, liikenne- ja ympäristökeskus",
    "Nordic Water Lab Ab",
)
_TITLES = ("Toimitusjohtaja", "Projektipäällikkö", "Dosentti, mikrobiologi", "Klusterijohtaja", "")


def lines(count: int) -> list[AttendeeLine]:
    """Return guests with different names, the same in each run."""
    pick = random.Random(count)
    return [
        AttendeeLine(
            listed=f"{pick.choice(_FAMILY)}-{number}, {pick.choice(_GIVEN)}",
            organisation=f"{pick.choice(_BODIES)} {number % 700}",
            title=pick.choice(_TITLES),
            category="Osallistuja",
            arrived=f"8.{number % 60:02d}" if number % 3 else "",
        )
        for number in range(count)
    ]


def ours(guests: list[AttendeeLine]) -> int:
    """Draw the list as the product does."""
    columns = [column(field) for field in _FIELDS]
    return draw_list(guests, _HEAD, columns, BytesIO(), language="fi")


def long_table(guests: list[AttendeeLine]) -> None:
    """Draw it the usual way: a LongTable of Paragraphs with a repeated heading."""
    name = fonts.STYLES["regular"][0]
    pdfmetrics.registerFont(fonts.font_file(name).ttf)
    style = ParagraphStyle("cell", fontName=name, fontSize=9.5, leading=11.6)
    rows = cells(guests, [column(field) for field in _FIELDS])
    table = [[Paragraph(escape(cell), style) for cell in row] for row in [list(_FIELDS), *rows]]
    document = SimpleDocTemplate(BytesIO(), pagesize=A4)
    document.build([LongTable(table, colWidths=[110, 140, 90, 65, 40], repeatRows=1)])


def openpyxl_table(path: Path, rows: list[list[str]]) -> None:
    """Write the sheet with openpyxl."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("List")
    for row in [list(_FIELDS), *rows]:
        sheet.append(row)
    book.save(path)


def _pdf(count: int) -> Row:
    guests = lines(count)
    taken = seconds(partial(ours, guests))
    usual = seconds(partial(long_table, guests), repeat=1)
    ratio = times_better(taken, usual, lower_is_better=True)
    return Row(
        f"list PDF, {count:,} rows, 5 columns", count / taken, "rows/s", count / usual, ratio,
        "≥ 10 times", "baseline: ReportLab LongTable of Paragraphs", ratio >= 10,
    )  # fmt: skip


def _peak(call: str, count: int) -> float | None:
    """Return the peak memory in MB of a fresh process; None where the system does not tell."""
    if not Path("/proc/self/status").exists():
        return None
    code = (
        "from pathlib import Path; from bench import bench_lists as b; "
        f"b.{call}(b.lines({count})); status = Path('/proc/self/status').read_text(); "
        "print(next(x.split()[1] for x in status.splitlines() if x.startswith('VmHWM')))"
    )
    tests = Path(__file__).resolve().parents[1]
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tests, capture_output=True, text=True, check=True
    )
    return int(done.stdout) / 1024


def _memory(count: int) -> list[Row]:
    few, many, usual = _peak("ours", 100), _peak("ours", count), _peak("long_table", count)
    if few is None or many is None or usual is None:
        return []
    return [
        Row(
            f"list PDF, {count:,} rows: peak memory above 100 rows", many - few, "MB", usual - few,
            times_better(many - few, usual - few, lower_is_better=True), "≤ 40 MB",
            "baseline: ReportLab LongTable of Paragraphs", many - few <= 40,
        )
    ]  # fmt: skip


def _sheet(count: int, folder: Path) -> list[Row]:
    columns = named("attendees").columns(_FIELDS)
    rows = cells(lines(count), columns)
    headings = [one.heading for one in columns]
    excel: Callable[[], object] = partial(
        write_xlsx, folder / "a.xlsx", headings, rows, title="List"
    )
    comma: Callable[[], object] = partial(
        write_csv, folder / "a.csv", headings, rows, language="fi"
    )
    usual = seconds(partial(openpyxl_table, folder / "b.xlsx", rows))
    return [
        Row(
            f"list as {what}, {count:,} rows", count / taken, "rows/s", count / usual,
            times_better(taken, usual, lower_is_better=True), "",
            "baseline: openpyxl, write-only mode",
        )
        for what, taken in (("xlsx", seconds(excel)), ("csv", seconds(comma)))
    ]  # fmt: skip


def measure() -> list[Row]:
    """Measure lists of 1,000 and 10,000 guests."""
    with tempfile.TemporaryDirectory() as folder:
        return [_pdf(1_000), _pdf(10_000), *_memory(10_000), *_sheet(10_000, Path(folder))]
