"""Transactions: whole or not at all, told to those who listen; erased names leave no byte."""

from __future__ import annotations

import sqlite3
import threading

import pytest
from sqlalchemy import text

from networking_app.domain.problems import Trouble, TroubleKind
from networking_app.services.enrolment import Enrolment
from networking_app.storage import backup, database, schema
from networking_app.storage import checkin as doors
from networking_app.storage.undo import undo
from workspaces import author, contents, desk, enrol, full, make_database, make_event


@pytest.fixture
def opened(tmp_path):
    found = make_database(tmp_path / "w.nwapp")
    yield found
    found.close()


def test_exception_in_a_transaction_leaves_no_trace(opened):
    with pytest.raises(KeyError), opened.write("import") as writer:
        writer.add("person", given="Aino")
        writer.flush()
        raise KeyError
    with opened.read() as connection:
        assert contents(connection)["person"] == {}
        assert contents(connection)["action"] == {}


def test_deed_in_which_nothing_changed_is_not_told(opened):
    with opened.write("edit_event"):
        pass
    with opened.read() as connection:
        assert contents(connection)["action"] == {}


def test_tables_that_changed_are_told_after_the_commit(opened):
    told = []
    opened.changed = told.append
    event_id = make_event(opened)
    with opened.write("nothing"):
        pass
    with opened.write() as writer:
        writer.change("event", event_id, title="Other")
    assert told == [frozenset({"event", "point", "action"}), frozenset({"event"})]


def test_row_that_points_nowhere_is_refused_at_the_commit(opened):
    with pytest.raises(Exception, match="FOREIGN KEY"), opened.write() as writer:
        writer.add("affiliation", person_id="nobody")
    with opened.read() as connection:
        assert contents(connection)["affiliation"] == {}


def test_data_version_changes_when_others_write_and_only_then(opened):
    make_event(opened)
    start = opened.data_version()
    make_event(opened)
    assert opened.data_version() == start
    other = database.open_workspace(opened.path, author("Desk 2"))
    make_event(other)
    other.close()
    after = opened.data_version()
    assert after != start
    assert opened.data_version() == after
    make_event(opened)
    assert opened.data_version() == after


def test_threads_write_one_after_the_other(opened):
    event_id = make_event(opened)
    threads = [
        threading.Thread(target=enrol, args=(opened, event_id, 10, 10 * n)) for n in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with opened.read() as connection:
        assert len(contents(connection)["registration"]) == 40
        assert connection.exec_driver_sql("PRAGMA foreign_key_check").all() == []


def erase_guest(opened, row):
    with opened.write("erase") as writer:
        raw = writer.connection.exec_driver_sql
        person, work = raw(
            "SELECT person_id, affiliation_id FROM registration WHERE id = ?", (row,)
        ).one()
        for table in ("answer", "protected_answer", "consent"):
            for (key,) in raw(f"SELECT id FROM {table} WHERE registration_id = ?", (row,)).all():
                writer.erase(table, key)
        writer.erase("affiliation", work)
        writer.erase("registration", row)
        writer.erase("person", person)


def test_erased_guest_stands_in_no_byte_of_the_file_its_log_or_a_new_copy(opened, tmp_path):
    event_id = make_event(opened)
    enrol(opened, event_id, 50)
    name = "Zyxxelquist"
    details = full(900)
    with opened.write("add_guest", {"name": name}) as writer:
        row = Enrolment(writer, event_id).add(
            type(details)(given="Zyxxelquist", family="Zyxxelquist", note="Zyxxelquist was here",
                          email="zyxxelquist@example.org", title="Chief Zyxxelquist",
                          answers=(("Who?", "Zyxxelquist"),), diet="Zyxxelquist diet")
        )  # fmt: skip
    here, door = desk(opened, event_id)
    here.admit(row, door)
    enrol(opened, event_id, 50, start=100)
    files = [p for p in tmp_path.iterdir() if not p.name.endswith("-shm")]
    assert sum(p.read_bytes().lower().count(b"zyxxelquist") for p in files) > 5
    erase_guest(opened, row)
    copy = backup.copy(opened.path, tmp_path / "copy.nwapp")
    files = [p for p in tmp_path.iterdir() if not p.name.endswith("-shm")]
    assert copy in files
    assert [p.name for p in files if b"zyxxelquist" in p.read_bytes().lower()] == []
    with opened.read() as connection:
        assert len(contents(connection)["check_in"]) == 1


def test_undo_of_a_new_event_that_has_guests_by_now_keeps_it_and_its_door(opened):
    event_id = make_event(opened)
    with opened.read() as connection:
        [made] = contents(connection)["action"]
    enrol(opened, event_id, 1)
    with opened.write("undo", {}, made) as writer:
        undo(writer, made)
    with opened.read() as connection:
        found = contents(connection)
    assert [row["deleted"] for row in found["event"].values()] == [0]
    assert [row["deleted"] for row in found["point"].values()] == [0]


def test_log_that_cannot_be_emptied_is_left_for_the_next_time(opened, monkeypatch):
    def refuse():
        raise sqlite3.OperationalError("busy")

    monkeypatch.setattr(opened._engine, "connect", refuse)
    opened.checkpoint()


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (PermissionError(13, "denied"), TroubleKind.FILE_READ_ONLY),
        (OSError(28, "full"), TroubleKind.DISK_FULL),
        (OSError(5, "broken"), TroubleKind.FILE_UNREADABLE),
    ],
)
def test_new_workspace_that_cannot_be_written_is_trouble(tmp_path, monkeypatch, error, kind):
    def refuse(_path):
        raise error

    monkeypatch.setattr(schema, "create", refuse)
    with pytest.raises(Trouble) as caught:
        database.create(tmp_path / "w.nwapp", author())
    assert caught.value.kind is kind


def test_file_whose_first_touch_fails_leaves_no_connection(tmp_path):
    (tmp_path / "w.nwapp").write_bytes(b"x" * 5000)
    with pytest.raises(sqlite3.DatabaseError):
        database.connect(tmp_path / "w.nwapp")


def test_large_import_is_written_in_parts_and_stays_one_transaction(opened):
    event_id = make_event(opened)
    rows = enrol(opened, event_id, 900)  # more entries than are held at once
    with opened.read() as connection:
        assert contents(connection)["registration"].keys() == set(rows)
    with pytest.raises(KeyError), opened.write("import") as writer:
        enrolment = Enrolment(writer, event_id)
        for number in range(900):
            enrolment.add(full(number))
        raise KeyError
    with opened.read() as connection:
        assert contents(connection)["registration"].keys() == set(rows)


def test_code_is_looked_up_by_its_index(opened):
    with opened.read() as connection:
        plan = connection.execute(
            text(f"EXPLAIN QUERY PLAN {doors._BY_CODE}"), {"key": "X", "event": "e"}
        ).all()
    assert "ix_code_code" in plan[0][3]
    assert all(line[3].startswith(("SEARCH", "USE TEMP", "CORRELATED")) for line in plan)
