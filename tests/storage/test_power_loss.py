"""Power fails in the middle of the desk's own transactions: nothing that was confirmed is lost.

The product's own SQL is recorded and played through a file system that forgets: what was written
but not synced may be there, be missing, or be torn into sectors. Three limits: apsw brings an
SQLite of its own; names of files count as durable; a disk that lies about syncs is not tried.
"""

from __future__ import annotations

import random
import shutil
from contextlib import closing, contextmanager
from pathlib import Path

import apsw
import pytest
from sqlalchemy import event

from networking_app.services.enrolment import Enrolment
from networking_app.storage import database, journal
from workspaces import desk, enrol, made_up, make_database, make_event

SECTOR = 512


class Disk:
    """The durable bytes of each file, and the writes that were not synced yet."""

    def __init__(self):
        self.durable: dict[str, bytes] = {}
        self.pending: dict[str, list[tuple[int, bytes | None]]] = {}
        self.hook = None

    def image(self, folder: Path, draw: random.Random, keep: float) -> None:
        """What is on the disk if power fails now; each torn sector survives by chance."""
        folder.mkdir()
        for path, base in self.durable.items():
            data = bytearray(base)
            for place, chunk in self.pending[path]:
                if chunk is None:
                    if draw.random() < keep:
                        del data[place:]
                    continue
                for start in range(0, len(chunk), SECTOR):
                    if draw.random() < keep:
                        put(data, place + start, chunk[start : start + SECTOR])
            (folder / Path(path).name).write_bytes(data)

    def sync(self, path: str) -> None:
        data = bytearray(self.durable[path])
        for place, chunk in self.pending[path]:
            if chunk is None:
                del data[place:]
            else:
                put(data, place, chunk)
        self.durable[path], self.pending[path] = bytes(data), []


def put(data: bytearray, place: int, chunk: bytes) -> None:
    if len(data) < place + len(chunk):
        data.extend(bytes(place + len(chunk) - len(data)))
    data[place : place + len(chunk)] = chunk


class Forgetful(apsw.VFS):
    """A file system whose writes reach the disk when they are synced."""

    def __init__(self, disk: Disk):
        self.disk = disk
        super().__init__("forgetful", base="")

    def xOpen(self, name, flags):  # noqa: N802 (SQLite's name)
        return ForgetfulFile(self.disk, name, flags)

    def xDelete(self, name, sync):  # noqa: N802 (SQLite's name)
        super().xDelete(name, sync)
        self.disk.durable.pop(name, None)
        self.disk.pending.pop(name, None)


class ForgetfulFile(apsw.VFSFile):
    """A file of it."""

    def __init__(self, disk: Disk, name, flags):
        super().__init__("", name, flags)
        self.disk = disk
        self.path = name if isinstance(name, str) else name.filename() if name else ""
        if self.path and not self.path.endswith("-shm"):
            there = Path(self.path)
            disk.durable.setdefault(self.path, there.read_bytes() if there.exists() else b"")
            disk.pending.setdefault(self.path, [])

    def xWrite(self, data, place):  # noqa: N802 (SQLite's name)
        super().xWrite(data, place)
        if self.path in self.disk.pending:
            self.disk.pending[self.path].append((place, bytes(data)))
        if self.disk.hook:
            self.disk.hook()

    def xTruncate(self, size):  # noqa: N802 (SQLite's name)
        super().xTruncate(size)
        if self.path in self.disk.pending:
            self.disk.pending[self.path].append((size, None))

    def xSync(self, flags):  # noqa: N802 (SQLite's name)
        super().xSync(flags)
        if self.disk.hook:  # power fails before the sync is done
            self.disk.hook()
        if self.path in self.disk.pending:
            self.disk.sync(self.path)


@pytest.fixture(scope="module")
def recorded(tmp_path_factory):
    """A workspace, and the SQL of check-ins, an import and edits done to it, by transaction."""
    folder = tmp_path_factory.mktemp("recorded")
    opened = make_database(folder / "w.nwapp")
    event_id = make_event(opened)
    rows = enrol(opened, event_id, 60)
    opened.checkpoint()
    start = folder / "start.nwapp"
    shutil.copyfile(opened.path, start)
    here, door = desk(opened, event_id)
    transactions: list[list[tuple[str, object, bool]]] = []

    def note(_conn, _cursor, statement, values, _context, many):
        if statement.startswith("BEGIN"):
            transactions.append([])
        transactions[-1].append((statement, values, many))

    event.listen(opened._engine, "before_cursor_execute", note)
    for number, row in enumerate(rows):
        here.admit(row, door)
        if number % 9 == 0:
            with opened.write("import") as writer:
                Enrolment(writer, event_id).add(made_up(1_000 + number, note="x" * 700))
    opened.close()
    writes = [t for t in transactions if t[0][0] == "BEGIN IMMEDIATE"]
    assert len(writes) == 67
    return start, writes


@contextmanager
def forgetful(disk: Disk):
    system = Forgetful(disk)
    try:
        yield
    finally:
        system.unregister()


class Cuts:
    """Looks at what is left on the disk at random moments, and counts what is wrong with it."""

    def __init__(self, disk: Disk, folder: Path, seed: int):
        self.disk = disk
        self.image = folder / "image"
        self.draw = random.Random(seed)
        self.left = 5
        self.lengths: list[int] = []
        self.confirmed = 0
        self.found = {"cuts": 0, "lost": 0, "broken": 0, "half": 0}

    def hook(self) -> None:
        self.left -= 1
        if self.left <= 0:
            self.left = self.draw.randint(1, 12)
            self.look()

    def look(self) -> None:
        shutil.rmtree(self.image, ignore_errors=True)
        self.disk.image(self.image, self.draw, self.draw.choice([0.0, 0.3, 0.7, 0.97, 1.0]))
        self.found["cuts"] += 1
        try:
            with closing(apsw.Connection(str(self.image / "w.nwapp"))) as left:
                whole = left.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
                length = left.execute("SELECT count(*) FROM journal").fetchall()[0][0]
                unlike = left.execute(UNLIKE).fetchall()[0][0]
        except apsw.Error:
            whole, length, unlike = False, 0, 0
        possible = self.lengths[: self.confirmed + 2]
        self.found["broken"] += not whole
        self.found["lost"] += whole and length < self.lengths[self.confirmed]
        self.found["half"] += whole and (length not in possible or unlike != 0)


def cuts(recorded, folder: Path, synchronous: str, seed: int) -> dict[str, int]:
    """Play the transactions; cut the power at random moments and look at what is left."""
    start, transactions = recorded
    path = shutil.copyfile(start, folder / "w.nwapp")
    disk = Disk()
    seen = Cuts(disk, folder, seed)
    with forgetful(disk):
        raw = apsw.Connection(str(path), vfs="forgetful")
        for pragma in (*database.PRAGMAS, f"synchronous={synchronous}", "wal_autocheckpoint=60"):
            raw.execute(f"PRAGMA {pragma}").fetchall()
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        seen.lengths.append(raw.execute("SELECT count(*) FROM journal").fetchall()[0][0])
        for transaction in transactions:
            written = [(v, many) for s, v, many in transaction if s.startswith(INSERT)]
            seen.lengths.append(seen.lengths[-1] + sum(len(v) if m else 1 for v, m in written))
        disk.hook = seen.hook
        for transaction in transactions:
            for statement, values, many in transaction:
                for line in values if many else [values]:
                    raw.execute(statement, line or ()).fetchall()
            raw.execute("COMMIT").fetchall()
            seen.confirmed += 1
        disk.hook = None
        assert raw.execute("SELECT count(*) FROM journal").fetchall() == [(seen.lengths[-1],)]
        raw.close()
    return seen.found


INSERT = "INSERT INTO journal"
# Facts and rows that are in the tables but not in the journal, or the other way round.
UNLIKE = """
    SELECT (SELECT count(*) FROM check_in)
    - (SELECT count(*) FROM journal WHERE "table" = 'check_in')
    + (SELECT count(*) FROM person)
    - (SELECT count(DISTINCT "row") FROM journal WHERE "table" = 'person')
"""


def test_power_cut_loses_nothing_that_was_confirmed(recorded, tmp_path):
    found = cuts(recorded, tmp_path, "FULL", 11)
    assert found["cuts"] >= 100
    assert found == {"cuts": found["cuts"], "lost": 0, "broken": 0, "half": 0}


def test_control_without_syncs_at_each_commit_loses_work(recorded, tmp_path):
    """Else the test above would prove nothing."""
    found = cuts(recorded, tmp_path, "NORMAL", 11)
    assert found["lost"] > 20
    assert found["broken"] == 0


def test_control_without_any_syncs_breaks_files(recorded, tmp_path):
    found = cuts(recorded, tmp_path, "OFF", 11)
    assert found["lost"] + found["broken"] > 50


def test_product_syncs_at_each_commit(tmp_path):
    opened = make_database(tmp_path / "w.nwapp")
    with opened.read() as connection:
        asked = ("journal_mode", "synchronous", "foreign_keys", "secure_delete", "trusted_schema")
        found = [connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in asked]
        assert journal.last_clock(connection) == 0
    opened.close()
    assert found == ["wal", 2, 1, 1, 0]
