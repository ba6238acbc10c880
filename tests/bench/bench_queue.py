"""The queue at the door, 100,000 guests: scans while the laptop works, and a long day of them."""

from __future__ import annotations

import ctypes
import gc
import io
import os
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import xlsxwriter
from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

from bench.bench_desk import crowd, painted
from bench.report import Row, times_better
from gui import desk_room
from networking_app.gui.collecting import Collector
from networking_app.gui.theme import look

if TYPE_CHECKING:
    from collections.abc import Callable

TITLE = "Check-in desk: a queue of guests"

GUESTS = 100_000
SCANS = 600
REPLAYED = 10_000
SOAK = 20_000
IN_A_ROW = 20  # scans that are handed in before their answers came
LATE_LIST = 1_000
BADGES = 1_000


def measure() -> list[Row]:
    """Measure scans beside an import and a badge PDF, a replay of scans, and memory over a day."""
    app = QApplication.instance() or QApplication([])
    look().use("light", reduce_motion=True)
    folder = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
    made = desk_room.make(Path(folder.name), people=())
    codes = crowd(made, GUESTS)
    made.settle = lambda: _settle(made)  # the index of so many guests takes its time
    collector = Collector(app, made.room.tasks.is_idle)
    collector.start()
    desk_room.open_desk(made)
    waiting = iter(codes)
    calm = [_scan(made, next(waiting)) for _ in range(SCANS)]
    work = _Work(made, Path(folder.name))
    work.begin()
    busy = []
    while len(busy) < SCANS or not work.both_ran():
        busy.append(_scan(made, next(waiting)))
    work.end()
    made.settle()
    rows = [*_beside_work(calm, busy, work), *_long_day(made, waiting)]
    collector.end()
    made.close()
    app.processEvents()
    return rows


class _Work:
    """An import and a badge PDF on the long lane, over and over, until told to end."""

    def __init__(self, made: Any, folder: Path) -> None:
        self._made = made
        self._folder = folder
        self._goes_on = True
        self._ids = made.office.guests.find_ids(made.event, "poyhonen", BADGES)
        self.imports = 0
        self.papers = 0

    def begin(self) -> None:
        self._import()
        self._paper()

    def end(self) -> None:
        self._goes_on = False

    def both_ran(self) -> bool:
        return self.imports > 0 and self.papers > 1

    def _import(self) -> None:
        sheet, number = self._folder / f"late-{self.imports}.xlsx", self.imports
        office, event = self._made.office, self._made.event

        def call() -> object:
            _late_list(sheet, number)
            return office.imports.run(event, office.imports.open([sheet]))

        self._run(call, self._imported)

    def _imported(self, report: Any) -> None:
        assert len(report.results) == LATE_LIST
        self.imports += 1
        if self._goes_on:
            self._import()

    def _paper(self) -> None:
        office, event = self._made.office, self._made.event
        ids = self._ids
        self._run(lambda: office.badges.make(event, io.BytesIO(), ids=ids), self._printed)

    def _printed(self, result: Any) -> None:
        assert result.badges == BADGES
        self.papers += 1
        if self._goes_on:
            self._paper()

    def _run(self, call: Callable[[], object], done: Callable[[Any], None]) -> None:
        page = self._made.page
        self._made.room.tasks.run(page, call, done=done, lane="long")


def _settle(made: Any) -> None:
    """Wait until the lanes have ended."""
    while not made.room.tasks.is_idle():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)
    QApplication.processEvents()


def _late_list(path: Path, number: int) -> None:
    book = xlsxwriter.Workbook(path, {"constant_memory": True})
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, ("First name", "Last name", "Email", "Company", "Phone"))
    for row in range(LATE_LIST):
        sheet.write_row(
            row + 1,
            0,
            (
                f"Late{row}",
                f"Guest-{number}",
                f"late{number}.{row}@example.org",
                f"Company {row % 100} Oy",
                f"040 {number:03}{row:04}",
            ),
        )
    book.close()


def _scan(made: Any, code: str) -> float:
    made.clock.forward(seconds=1)
    return painted(made, code)


def _beside_work(calm: list[float], busy: list[float], work: _Work) -> list[Row]:
    rows = []
    for name, share in (("p50", 0.5), ("p99", 0.99)):
        value = sorted(busy)[int(len(busy) * share)]
        base = sorted(calm)[int(len(calm) * share)]
        rows.append(
            Row(
                f"scan to painted answer while guests are imported and badges drawn,"
                f" {GUESTS:,} guests, {name}",
                value,
                "ms",
                base,
                times_better(value, base, lower_is_better=True),
                "≤ 100 ms",
                f"the same scans while nothing else runs; {work.imports} imports of"
                f" {LATE_LIST:,} rows and {work.papers} PDFs of {BADGES:,} badges ended meanwhile",
                value <= 100,
            )
        )
    return rows


def _long_day(made: Any, waiting: Any) -> list[Row]:
    before = _facts(made)
    start = time.perf_counter()
    memory = 0.0
    answers: list[int] = [0]

    def count(_admitted: object) -> None:
        answers[0] += 1

    made.page.door.answered.connect(count)
    for number in range(1, SOAK + 1):
        made.clock.forward(seconds=1)
        made.window.take_scan(next(waiting))
        while number - answers[0] >= IN_A_ROW:
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        if number == REPLAYED:
            made.settle()
            memory = _memory()
    made.settle()
    made.page.door.answered.disconnect(count)
    taken = time.perf_counter() - start
    grown = _memory() - memory
    wrote, guests = (now - then for now, then in zip(_facts(made), before, strict=True))
    return [
        Row(
            f"{SOAK:,} scans replayed: check-ins written",
            wrote,
            "facts",
            SOAK,
            None,
            "each once",
            f"the scans handed in; {guests:,} guests, {SOAK / taken:,.0f} scans/s",
            (wrote, guests) == (SOAK, SOAK),
        ),
        Row(
            f"memory that the second {SOAK - REPLAYED:,} scans of a day added",
            grown,
            "MB",
            None,
            None,
            "flat (≤ 10 MB)",
            "resident memory after garbage was collected",
            grown <= 10,
        ),
    ]


def _facts(made: Any) -> tuple[int, int]:
    with made.office.database.read() as connection:
        statement = "SELECT count(*), count(DISTINCT registration_id) FROM check_in WHERE kind='in'"
        wrote, guests = connection.exec_driver_sql(statement).one()
        return wrote, guests


def _memory() -> float:
    """Resident memory in MB, with what was freed given back first."""
    gc.collect()
    if sys.platform.startswith("linux"):
        ctypes.CDLL(None).malloc_trim(0)
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


if __name__ == "__main__":
    for row in measure():
        print(f"{row.what}: {row.value:.1f} {row.unit} ({row.note})")
