"""The workspace under load: a scan, an import, an opening, each beside what cannot be avoided."""

from __future__ import annotations

import sqlite3
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

import openpyxl
import xlsxwriter

from bench.report import Row, times_better
from networking_app.services.enrolment import Enrolment
from networking_app.services.events import Events
from networking_app.services.guests import Guests
from networking_app.storage import database, inspection
from workspaces import author, desk, enrol, full, made_up, make_database, make_event, tickets

if TYPE_CHECKING:
    from networking_app.storage.database import Database

TITLE = "Workspace: scan, import, open"
SCANS = 400
IMPORTED = 10_000


class BareDesk:
    """The least a confirmed check-in can cost here: one row, synced to the disk."""

    def __init__(self, folder: Path) -> None:
        self.raw = sqlite3.connect(folder / "bare.db", isolation_level=None)
        for pragma in ("journal_mode=WAL", "synchronous=FULL"):
            self.raw.execute(f"PRAGMA {pragma}")
        self.raw.execute("CREATE TABLE fact (id TEXT PRIMARY KEY, at TEXT)")

    def scan(self, code: str) -> None:
        self.raw.execute("BEGIN IMMEDIATE")
        self.raw.execute("INSERT INTO fact VALUES (?, ?)", (code, "2026-11-26T07:00:00Z"))
        self.raw.execute("COMMIT")


def milliseconds(call, code: str) -> float:
    start = time.perf_counter()
    call(code)
    return (time.perf_counter() - start) * 1000


def scans(opened: Database, event_id: str, folder: Path) -> list[Row]:
    """From a scanned code to the committed answer."""
    here, door = desk(opened, event_id)
    with opened.read() as connection:
        codes = sorted(tickets(connection).values())
    codes = codes[:: len(codes) // SCANS][:SCANS]
    count = Events(opened).counts(event_id).registered
    ours, least_ones, bare = [], [], BareDesk(folder)
    for code in codes:  # by turns, so that both meet the same disk
        ours.append(milliseconds(lambda c: here.scan(c, door), code))
        least_ones.append(milliseconds(bare.scan, code))
    bare.raw.close()
    ours, least_ones = sorted(ours), sorted(least_ones)
    rows = []
    for name, share in (("p50", 0.5), ("p99", 0.99)):
        value, least = ours[int(SCANS * share)], least_ones[int(SCANS * share)]
        ratio = times_better(value, least, lower_is_better=True)
        note = "one row committed by bare SQLite with WAL and FULL: the sync alone"
        aim, met = ("≤ 3 times the time", ratio >= 1 / 3) if share == 0.5 else ("", None)
        what = f"scan to committed answer {name}, {count:,} guests"
        rows.append(Row(what, value, "ms", least, ratio, aim, note, met))
    return rows


def sheet(folder: Path) -> tuple[Path, float]:
    """A sheet of 10,000 rows and 12 columns, and how long openpyxl takes to read it."""
    path = folder / "guests.xlsx"
    with xlsxwriter.Workbook(path) as book:
        page = book.add_worksheet()
        for number in range(IMPORTED):
            guest = full(number)
            page.write_row(number, 0, [guest.given, guest.family, guest.email, guest.phone_typed])
            page.write_row(number, 4, [guest.organisation, guest.title, guest.city, "Participant"])
            page.write_row(number, 8, [guest.note, guest.diet, "2026-11-01", "Yes"])
    start = time.perf_counter()
    for _line in openpyxl.load_workbook(path, read_only=True).active.iter_rows(values_only=True):
        pass
    return path, time.perf_counter() - start


def imports(folder: Path) -> list[Row]:
    """Writing 10,000 guests in one transaction."""
    _path, reading = sheet(folder)
    rows = []
    for name, make in (("plain", made_up), ("with all fields", full)):
        opened = make_database(folder / f"{name}.nwapp")
        event_id = make_event(opened)
        guests = [make(n) for n in range(IMPORTED)]
        start = time.perf_counter()
        with opened.write("import", {"count": IMPORTED}) as writer:
            enrolment = Enrolment(writer, event_id, "guests.xlsx")
            for guest in guests:
                enrolment.add(guest)
        taken = time.perf_counter() - start
        opened.close()
        rows.append(
            Row(
                f"write {IMPORTED:,} guests, {name}",
                taken,
                "s",
                reading,
                times_better(taken, reading, lower_is_better=True),
                "reading, checking and writing ≤ 3 times",
                f"openpyxl merely reading such a sheet; {IMPORTED / taken:,.0f} guests/s",
                taken <= 3 * reading,
            )
        )
    return rows


def openings(path: Path) -> list[Row]:
    """From the click on a large file to its first answer."""
    size = path.stat().st_size / 1e6
    start = time.perf_counter()
    inspection.inspect(path)
    looked = time.perf_counter() - start
    start = time.perf_counter()
    opened = database.open_workspace(path, author())
    event_id = Events(opened).current().id
    usable = time.perf_counter() - start
    start = time.perf_counter()
    listed = len(Guests(opened).all(event_id))
    shown = time.perf_counter() - start
    opened.close()
    with sqlite3.connect(path) as raw:
        start = time.perf_counter()
        raw.execute("PRAGMA quick_check").fetchall()
        whole = time.perf_counter() - start
    raw.close()
    ratio = times_better(usable, whole, lower_is_better=True)
    note = "SQLite's quick_check of the whole file"
    aim = "≤ 2 s"
    what = f"open {listed:,} guests ({size:,.0f} MB), looked at as untrusted"
    return [
        Row(what, usable, "s", whole, ratio, aim, note, usable <= 2),
        Row(f"of which the look, {listed:,} guests", looked, "s"),
        Row(f"list of {listed:,} guests read", shown, "s"),
        Row("bytes of the file for each guest", size * 1e6 / listed, "bytes"),
    ]


def measure(count: int = 100_000) -> list[Row]:
    """Measure with 100,000 registrations."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        opened = make_database(folder / "large.nwapp")
        event_id = make_event(opened)
        start = time.perf_counter()
        enrol(opened, event_id, count)
        made = time.perf_counter() - start
        rows = [Row(f"write {count:,} guests in one import", made, "s")]
        rows += scans(opened, event_id, folder)
        opened.close()
        rows += openings(opened.path)
        return rows + imports(folder)
