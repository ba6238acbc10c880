"""Large imports are written in parts: unseen until the last, and without a trace if it fails."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

import factories
from networking_app.domain.problems import Trouble, TroubleKind
from networking_app.services import import_writing
from networking_app.services.checkin import CheckIn
from networking_app.services.guests import Guests
from networking_app.services.history import History
from networking_app.services.imports import Imports
from networking_app.storage import database as storage
from networking_app.storage import unfinished
from networking_app.storage.database import Author
from storage import oracle
from workspaces import contents

ROWS = 130


@pytest.fixture(autouse=True)
def small_parts(monkeypatch):
    monkeypatch.setattr(import_writing, "_CALM", 50)
    monkeypatch.setattr(import_writing, "_BUSY", 20)
    monkeypatch.setattr(import_writing, "_TURN", 0)
    monkeypatch.setattr(import_writing, "_STEP", 10)


@pytest.fixture
def imports(database):
    return Imports(database)


@pytest.fixture
def sheet(tmp_path):
    path = tmp_path / "many.csv"
    lines = [f"Guest{n},Family-{n},g{n}@example.org,Company {n % 7},x" for n in range(ROWS)]
    path.write_text("\n".join(["First name,Last name,Email,Company,Tags", *lines]), "utf-8")
    return path


def everything(database):
    with database.read() as connection:
        return {t: rows for t, rows in contents(connection).items() if rows}


def hidden(database):
    with database.read() as connection:
        return connection.exec_driver_sql(
            "SELECT count(*) FILTER (WHERE deleted = 2), (SELECT count(*) FROM unfinished)"
            " FROM registration"
        ).one()


def test_all_guests_come_into_sight_at_once(database, event, imports, sheet):
    guests, seen = Guests(database), []

    def look(_done, _total):
        seen.append(len(guests.all(event)) + len(guests.find(event, "Guest7", 5)))
        return True

    report = imports.run(event, imports.open([sheet]), look)

    assert set(seen) == {0}
    assert len(guests.all(event)) == ROWS
    assert [g.name for g in guests.find(event, "Family-129", 1)] == ["Guest129 Family-129"]
    assert hidden(database) == (0, 0)
    with database.read() as connection:
        assert contents(connection) == oracle.of_file(connection)
    history = History(database, CheckIn(database, "Desk"))
    [done] = [deed for deed in history.recent() if deed.deed == "import"]
    assert done.facts["rows"] == ROWS
    assert history.undo(report.action).put_back > 0
    assert guests.all(event) == []


@pytest.mark.parametrize("after", [0, 10, 60, 120])
def test_stopped_import_leaves_no_trace(database, event, imports, sheet, after):
    factories.guest(database, event, organisation="Company 1", tags=("x",))
    before = everything(database)
    with database.read() as connection:
        journal = connection.exec_driver_sql("SELECT id FROM journal ORDER BY id").all()

    with pytest.raises(Trouble) as caught:
        imports.run(event, imports.open([sheet]), lambda done, _total: done < after)

    assert caught.value.kind is TroubleKind.READING_CANCELLED
    assert everything(database) == before
    assert hidden(database) == (0, 0)
    with database.read() as connection:
        now = connection.exec_driver_sql("SELECT id FROM journal ORDER BY id").all()
    assert now == journal


def crash(database, event, imports, sheet, monkeypatch):
    """The power fails within the second part."""
    parts, original = [], unfinished.hide

    def fail(writer, keys):
        if parts:
            raise ZeroDivisionError
        parts.append(keys)
        original(writer, keys)

    with monkeypatch.context() as patch, pytest.raises(ZeroDivisionError):
        patch.setattr(unfinished, "hide", fail)
        patch.setattr(unfinished, "remove_if_possible", lambda *_args: None)
        imports.run(event, imports.open([sheet]))


def test_import_that_a_crash_cut_off_is_taken_out_at_the_next_opening(
    database, event, imports, sheet, clock, monkeypatch
):
    before = everything(database)
    crash(database, event, imports, sheet, monkeypatch)
    assert hidden(database)[1] == 1
    assert Guests(database).all(event) == []
    # Somebody at a desk meanwhile used an organisation that the import had made.
    walk_in = factories.guest(database, event, "Li Door", organisation="Company 3")

    other = storage.open_workspace(database.path, Author("Desk B", clock, ""))
    assert hidden(other)[1] == 1  # another window may still be at it
    other.close()
    clock.forward(minutes=2)
    other = storage.open_workspace(database.path, Author("Desk B", clock, ""))

    assert hidden(other) == (0, 0)
    assert [g.id for g in Guests(other).all(event)] == [walk_in]
    after = everything(other)
    assert [row["name"] for row in after["organisation"].values()] == ["Company 3"]
    assert after["event"] == before["event"]
    with other.read() as connection:
        assert contents(connection) == oracle.of_file(connection)
    other.close()


def test_disk_that_is_full_half_way_leaves_nothing_in_sight(
    database, event, imports, sheet, clock, monkeypatch
):
    crash(database, event, imports, sheet, monkeypatch)
    with closing(sqlite3.connect(database.path)) as raw:
        raw.execute("CREATE TEMP TABLE lock (x)")
        clock.forward(minutes=2)
        raw.execute("BEGIN IMMEDIATE")
        # Nothing can be written now: the remains stay, hidden, and nobody is disturbed.
        monkeypatch.setattr(storage, "PRAGMAS", ("busy_timeout=1",))
        blocked = storage.open_workspace(database.path, Author("Desk B", clock, ""))
        assert hidden(blocked)[1] == 1
        assert Guests(blocked).all(event) == []
        blocked.close()
        raw.execute("ROLLBACK")


def test_guest_who_registered_while_the_file_was_looked_through_is_not_doubled(
    database, event, imports, sheet, monkeypatch
):
    original, late = Imports._plan, []

    def plan(self, connection, plan, opened):
        report = original(self, connection, plan, opened)
        if not late:
            details = factories.details("Guest5 Family-5", email="g5@example.org")
            late.append(Guests(database).add(event, details))
        return report

    monkeypatch.setattr(Imports, "_plan", plan)
    imports.run(event, imports.open([sheet]))
    assert len(Guests(database).all(event)) == ROWS


def test_parts_are_small_while_a_desk_is_busy(database, event, imports, sheet, monkeypatch):
    sizes = []
    original = unfinished.hide
    monkeypatch.setattr(
        unfinished, "hide", lambda writer, keys: (sizes.append(len(keys)), original(writer, keys))
    )
    imports.run(event, imports.open([sheet]))
    row = factories.guest(database, event, "Kaisa Aho")
    desk = CheckIn(database, "Desk")
    desk.admit(row, desk.point(event))
    second = sheet.with_name("second.csv")
    second.write_text(sheet.read_text("utf-8").replace("@example.org", "@example.com"), "utf-8")
    imports.run(event, imports.open([second]))
    assert sizes == [50, 50, 20, 20, 20, 20, 20, 20]


def test_import_goes_on_when_guests_never_stop_changing(
    database, event, imports, sheet, monkeypatch
):
    original = Imports._plan

    def plan(self, connection, plan, opened):
        report = original(self, connection, plan, opened)
        Guests(database).add(event, factories.details("Li Door"))
        return report

    monkeypatch.setattr(Imports, "_plan", plan)
    imports.run(event, imports.open([sheet]))
    assert len(Guests(database).all(event)) == ROWS + 3
