"""The n-th thing that touches the disk fails, for each n until the job passes: before or after."""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from networking_app.domain.problems import Trouble, TroubleKind
from networking_app.storage import backup, database, inspection, schema
from networking_app.storage.migrations import upgrade
from workspaces import author, contents, enrol, make_database, make_event

NOW = datetime(2026, 11, 26, 8, 0, tzinfo=UTC)


class Faults:
    """Counts what touches the disk; one of these fails."""

    def __init__(self):
        self.count = 0
        self.at = 0  # none fails

    def step(self, error):
        self.count += 1
        if self.count == self.at:
            raise error()


def no_room():
    return OSError(28, "No space left on device")


def database_full():
    error = sqlite3.OperationalError("database or disk is full")
    error.sqlite_errorcode = sqlite3.SQLITE_FULL
    return error


@pytest.fixture
def faults(monkeypatch):
    """A disk that may be told to fail; only while a job runs."""
    found = Faults()
    plain = sqlite3.Connection

    class Failing(plain):
        def execute(self, *args):
            found.step(database_full)
            return super().execute(*args)

        def commit(self):
            found.step(database_full)
            return super().commit()

        def backup(self, *args, **values):
            found.step(database_full)
            return super().backup(*args, **values)

        def cursor(self, factory=None):
            return super().cursor(FailingCursor)

    class FailingCursor(sqlite3.Cursor):
        def execute(self, *args):
            found.step(database_full)
            return super().execute(*args)

        def executemany(self, *args):
            found.step(database_full)
            return super().executemany(*args)

    connect = sqlite3.connect
    monkeypatch.setattr(
        sqlite3, "connect", lambda *a, **v: connect(*a, **(v | {"factory": Failing}))
    )
    for holder, name in (
        (os, "replace"),
        (shutil, "copyfile"),
        (Path, "write_text"),
        (Path, "mkdir"),
    ):
        real = getattr(holder, name)

        def call(*args, real=real, **values):
            found.step(no_room)
            return real(*args, **values)

        monkeypatch.setattr(holder, name, call)
    return found


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    path = tmp_path_factory.mktemp("whole") / "w.nwapp"
    opened = make_database(path)
    enrol(opened, make_event(opened), 6)
    opened.close()
    return path


def state(path):
    """What the workspace holds, looked at as any program would."""
    with closing(sqlite3.connect(path)) as raw:
        assert raw.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        return sorted(raw.iterdump())


def sweep(faults, prepare, job, check):
    """Run a job again and again; each time one step later fails. Returns how many steps it has."""
    number = 0
    while True:
        number += 1
        assert number < 500
        faults.at = 0
        before = prepare(number)
        faults.count, faults.at = 0, number
        try:
            job(before)
        except Trouble as trouble:
            assert trouble.kind is TroubleKind.DISK_FULL
            reached, faults.at = faults.count >= number, 0
            assert reached
            check(before, False)
            continue
        reached, faults.at = faults.count >= number, 0
        check(before, True)
        if not reached:  # nothing failed any more
            return number


@pytest.fixture
def place(whole, tmp_path):
    """A folder for each attempt with a copy of the workspace."""

    def make(number):
        folder = tmp_path / f"{number}"
        folder.mkdir()
        return shutil.copyfile(whole, folder / "w.nwapp")

    return make


def test_import_is_whole_or_leaves_no_trace(faults, place, whole):
    before = state(whole)

    def job(path):
        opened = database.open_workspace(path, author())
        try:
            with opened.read() as connection:
                event_id = connection.exec_driver_sql("SELECT id FROM event").scalar()
            enrol(opened, event_id, 4, start=6)
        finally:
            opened.close()

    def check(path, done):
        if not done:
            assert state(path) == before
            return
        opened = database.open_workspace(path, author())
        with opened.read() as connection:
            assert len(contents(connection)["person"]) == 10
        opened.close()

    assert sweep(faults, place, job, check) > 20


@pytest.mark.parametrize("pages", range(0, 24, 3))
def test_import_into_a_full_disk_leaves_no_trace(place, monkeypatch, pages):
    path = place(pages)
    with closing(sqlite3.connect(path)) as raw:
        room = raw.execute("PRAGMA page_count").fetchone()[0] + pages
    before = state(path)
    monkeypatch.setattr(database, "PRAGMAS", (*database.PRAGMAS, f"max_page_count={room}"))
    opened = database.open_workspace(path, author())
    event_id = next(iter(read(opened, "SELECT id FROM event")))
    with pytest.raises(Trouble) as caught:
        enrol(opened, event_id, 200, start=6)
    assert caught.value.kind is TroubleKind.DISK_FULL
    assert read(opened, "SELECT count(*) FROM person") == [6]
    opened.close()
    assert state(path) == before


def read(opened, statement):
    with opened.read() as connection:
        return [value for (value,) in connection.exec_driver_sql(statement)]


@pytest.mark.parametrize("over", [False, True])
def test_copy_is_whole_or_is_not_there(faults, place, whole, over):
    before, names = state(whole), {"w.nwapp"}

    def prepare(number):
        path = place(number)
        if over:
            backup.copy(path, path.with_name("copy.nwapp"))
        return path

    def check(path, done):
        assert state(path) == before
        copy = path.with_name("copy.nwapp")
        there = over or done
        wanted = names | ({"copy.nwapp", "copy.nwapp.sha256"} if there else set())
        assert {p.name for p in path.parent.iterdir()} == wanted
        assert backup.is_intact(copy) == there

    job = lambda path: backup.copy(path, path.with_name("copy.nwapp"))  # noqa: E731 (a job in a line)
    assert sweep(faults, prepare, job, check) > 8


def test_restore_is_whole_or_changes_nothing(faults, place, whole):
    before = state(whole)

    def prepare(number):
        path = place(number)
        backup.copy(path, path.with_name("copy.nwapp"))
        with closing(sqlite3.connect(path)) as raw:
            raw.execute("UPDATE person SET city = 'Changed since'")
            raw.commit()
        return path

    def check(path, done):
        after = state(path)
        assert (after == before) == done
        aside = list(path.parent.glob("w-replaced-*"))
        assert len(aside) == done
        assert len(list(path.parent.iterdir())) == 3 + done
        for old in aside:
            assert "Changed since" in "".join(state(old))

    job = lambda path: backup.restore(path.with_name("copy.nwapp"), path, NOW)  # noqa: E731 (a job in a line)
    assert sweep(faults, prepare, job, check) > 6


def test_upgrade_is_whole_or_changes_nothing(faults, place, whole, monkeypatch):
    """A step in which only the number differs is tried: every write is the same."""
    before = state(whole)

    def number_of(path):
        with closing(sqlite3.connect(path)) as raw:
            return raw.execute("PRAGMA user_version").fetchone()[0]

    def prepare(number):
        path = place(number)
        with closing(sqlite3.connect(path)) as raw:
            raw.execute("PRAGMA user_version=77")
        return path

    monkeypatch.setattr(inspection, "inspect", lambda _path: schema.CURRENT)

    def check(path, done):
        assert state(path) == before
        assert (number_of(path) == schema.CURRENT) == done

    assert sweep(faults, prepare, lambda path: upgrade.to_current(path, 1), check) > 12


def test_new_workspace_is_whole_or_is_not_there(faults, tmp_path):
    def prepare(number):
        folder = tmp_path / f"{number}"
        folder.mkdir()
        return folder / "w.nwapp"

    def check(path, done):
        assert [p.name for p in path.parent.iterdir()] == (["w.nwapp"] if done else [])

    job = lambda path: database.create(path, author()).close()  # noqa: E731 (a job in a line)
    assert sweep(faults, prepare, job, check) > 50
