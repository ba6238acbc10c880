"""From a scanned code to the painted answer, against the bare service call, with 20,000 guests."""

from __future__ import annotations

import os
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

from bench.report import Row, times_better
from gui import desk_room
from networking_app.domain.registration import GuestDetails
from networking_app.gui.theme import look
from networking_app.gui.widgets.result_panel import Result
from networking_app.services.enrolment import Enrolment

TITLE = "Check-in desk: scan to painted answer"

GUESTS = 20_000
SCANS = 300


def crowd(made, count: int) -> list[str]:
    """Register so many guests; returns their ticket codes."""
    with made.office.database.write("import", {"rows": count, "file": "guests.xlsx"}) as writer:
        enrolment = Enrolment(writer, made.event, "guests.xlsx")
        for number in range(count):
            enrolment.add(
                GuestDetails(
                    given=f"Aino{number % 97}",
                    family=f"Pöyhönen-{number}",
                    organisation=f"Company {number % 500} Oy",
                    title="Advisor",
                )
            )
    return [guest.code for guest in made.office.guests.all(made.event)]


def painted(made, code: str) -> float:
    """Milliseconds from the code's arrival until its answer was painted."""
    panel = made.page.view.panel
    seen: list[object] = []
    paint = panel.paintEvent

    def watch(event: object) -> None:
        paint(event)
        if panel.shown.result is not Result.READY:
            seen.append(panel.shown)

    panel.paintEvent = watch
    before = panel.shown
    start = time.perf_counter()
    made.window.take_scan(code)
    while not seen or seen[-1] is before:
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    took = (time.perf_counter() - start) * 1000
    del panel.paintEvent
    return took


def measure() -> list[Row]:
    """Measure p50 and p99 of scans one after another."""
    app = QApplication.instance() or QApplication([])
    look().use("light", reduce_motion=True)
    folder = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
    made = desk_room.make(Path(folder.name), people=())
    codes = crowd(made, GUESTS)
    desk_room.open_desk(made)
    step = GUESTS // (2 * SCANS)
    picked = codes[::step][: 2 * SCANS]
    point = made.office.checkin.points(made.event)[0]
    bare, shown = [], []
    for number in range(SCANS):
        start = time.perf_counter()
        made.office.checkin.scan(picked[2 * number], point)
        bare.append((time.perf_counter() - start) * 1000)
        made.settle()
        made.clock.forward(seconds=5)
        shown.append(painted(made, picked[2 * number + 1]))
        made.settle()
    busy = []
    for number in range(40):  # typing a name right before: the search must not hold a scan up
        made.page.view.scan.field.setText(f"poyhonen {number}")
        made.clock.forward(seconds=5)
        busy.append(painted(made, codes[step * 2 * number + 1]))
        made.settle()
    made.close()
    app.processEvents()
    return [
        *_rows(f"scan to painted answer, {GUESTS:,} guests", shown, bare),
        *_rows(f"the same while a search runs, {GUESTS:,} guests", busy, bare),
    ]


def _rows(what: str, shown: list[float], bare: list[float]) -> list[Row]:
    rows = []
    for name, share in (("p50", 0.5), ("p99", 0.99)):
        value = sorted(shown)[int(len(shown) * share)]
        base = sorted(bare)[int(len(bare) * share)]
        note = "the service call alone, one transaction on the disk, in the same run"
        ratio = times_better(value, base, lower_is_better=True)
        rows.append(
            Row(f"{what}, {name}", value, "ms", base, ratio, "≤ 100 ms", note, value <= 100)
        )
    return rows


if __name__ == "__main__":
    for row in measure():
        print(f"{row.what}: {row.value:.1f} {row.unit}, bare {row.baseline:.1f}")
