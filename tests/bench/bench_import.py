"""The whole import of a workbook, from file to committed journal, against a bare read."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path

import openpyxl

from bench.bench_reading import write
from bench.report import Row, times_better
from networking_app.domain.imports import Outcome
from networking_app.services.office import new_office

TITLE = "Whole import of a workbook"
COUNT = 10_000


def _bare(path: Path) -> float:
    start = time.perf_counter()
    book = openpyxl.load_workbook(path, read_only=True)
    assert sum(1 for _ in book.active.iter_rows(values_only=True)) == COUNT + 1
    book.close()
    return time.perf_counter() - start


def measure() -> list[Row]:
    """Measure a first import and the same file again."""
    with tempfile.TemporaryDirectory() as folder:
        sheet = Path(folder) / "guests.xlsx"
        write(sheet, COUNT)
        bare = min(_bare(sheet) for _ in range(3))
        office = new_office(Path(folder) / "b.nwapp", "desk", lambda: time.time_ns() // 10**6)
        event = office.events.create("Bench", door="Door")
        rows = []
        for what, outcome in (("first", Outcome.NEW), ("again", Outcome.UNCHANGED)):
            start = time.perf_counter()
            report = office.imports.run(event, office.imports.open([sheet]))
            taken = time.perf_counter() - start
            assert report.count(outcome) == COUNT
            rows.append(
                Row(
                    f"import of {COUNT:,} rows × 12 columns, {what}",
                    COUNT / taken,
                    "rows/s",
                    COUNT / bare,
                    times_better(COUNT / taken, COUNT / bare, lower_is_better=False),
                    "≥ 1/3 of the bare read",
                    "openpyxl (read-only) reads the same cells and does nothing with them",
                    taken <= 3 * bare,
                )
            )
        office.close()
    return rows
