"""Copies: right while others write, checked, kept by age, and put back over a broken file."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

import networking_app
from networking_app.domain.problems import Trouble, TroubleKind
from networking_app.storage import backup, database, inspection, schema
from storage import oracle
from workspaces import author, contents, enrol, make_database, make_event

NOW = datetime(2026, 11, 26, 8, 0, tzinfo=UTC)
CHILD = Path(__file__).parents[1] / "journeys" / "crash_child.py"


@pytest.fixture
def path(tmp_path):
    opened = make_database(tmp_path / "w.nwapp")
    enrol(opened, make_event(opened), 20)
    opened.close()
    return opened.path


def people(path):
    opened = database.open_workspace(path, author())
    with opened.read() as connection:
        found = connection.exec_driver_sql("SELECT count(*) FROM person").scalar()
    opened.close()
    return found


def trouble(call, *args):
    with pytest.raises(Trouble) as caught:
        call(*args)
    return caught.value.kind


def test_copy_holds_what_the_workspace_holds_and_is_one_file(path, tmp_path):
    opened = database.open_workspace(path, author())
    make_event(opened, "Only in the log")
    copy = backup.copy(path, tmp_path / "copy.nwapp")
    with opened.read() as connection:
        wanted = contents(connection)
    opened.close()
    names = {"w.nwapp", "copy.nwapp", "copy.nwapp.sha256"}
    assert {p.name for p in tmp_path.iterdir()} == names
    again = database.open_workspace(copy, author())
    with again.read() as connection:
        assert contents(connection) == wanted
    again.close()


def test_copy_while_another_program_writes_is_one_state(path, tmp_path):
    with closing(sqlite3.connect(path)) as raw:
        (event_id,) = raw.execute("SELECT id FROM event").fetchone()
    folders = (Path(networking_app.__file__).parents[1], CHILD.parents[1])
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(map(str, folders))}
    child = subprocess.Popen(
        [sys.executable, CHILD, path, event_id, "1"], stdout=subprocess.PIPE, env=environment
    )
    for _ in range(30):
        child.stdout.readline()
    copies = [backup.copy(path, tmp_path / f"{n}.nwapp") for n in range(5)]
    child.kill()
    child.communicate()
    sizes = []
    for copy in copies:
        opened = database.open_workspace(copy, author())
        with opened.read() as connection:
            assert contents(connection) == oracle.of_file(connection)
            sizes.append(connection.exec_driver_sql("SELECT count(*) FROM journal").scalar())
        opened.close()
    assert sizes == sorted(sizes)


def test_one_flipped_byte_is_noticed_wherever_it_is(path, tmp_path):
    copy = backup.copy(path, tmp_path / "copy.nwapp")
    whole = copy.read_bytes()
    assert backup.is_intact(copy)
    for place in range(0, len(whole), len(whole) // 40):
        broken = bytearray(whole)
        broken[place] ^= 1
        copy.write_bytes(broken)
        assert not backup.is_intact(copy)
        assert trouble(backup.restore, copy, path, NOW) is TroubleKind.BACKUP_DAMAGED
    assert people(path) == 20


@pytest.mark.parametrize("said", [None, "", "abc  copy.nwapp\n"])
def test_copy_without_its_sum_is_not_trusted(path, tmp_path, said):
    copy = backup.copy(path, tmp_path / "copy.nwapp")
    beside = tmp_path / "copy.nwapp.sha256"
    beside.unlink() if said is None else beside.write_text(said, "utf-8")
    assert not backup.is_intact(copy)


def test_copy_of_a_damaged_workspace_is_refused_and_leaves_no_file(path, tmp_path):
    content = bytearray(path.read_bytes())
    for page in range(4096 * 40, len(content), 4096):
        content[page] ^= 0x55
    path.write_bytes(content)
    assert trouble(backup.copy, path, tmp_path / "copy.nwapp") is TroubleKind.FILE_DAMAGED
    assert [p.name for p in tmp_path.iterdir()] == ["w.nwapp"]


def test_copy_is_not_made_into_the_workspace_itself_or_nowhere(path, tmp_path):
    before = path.read_bytes()
    assert trouble(backup.copy, path, path) is TroubleKind.FILE_EXISTS
    assert trouble(backup.copy, path, tmp_path / "no" / "c.nwapp") is TroubleKind.FOLDER_MISSING
    gone = tmp_path / "gone.nwapp"
    assert trouble(backup.copy, gone, tmp_path / "c.nwapp") is TroubleKind.FILE_MISSING
    assert path.read_bytes() == before
    assert not gone.exists()


def test_restore_puts_the_copy_in_place_and_the_old_file_aside(path, tmp_path):
    copy = backup.copy(path, tmp_path / "copy.nwapp")
    opened = database.open_workspace(path, author())
    make_event(opened, "After the copy")
    opened.close()
    aside = backup.restore(copy, path, NOW)
    assert aside.name == "w-replaced-2026-11-26T080000000000.nwapp"
    titles = []
    for file in (path, aside):
        opened = database.open_workspace(file, author())
        with opened.read() as connection:
            titles.append({t for (t,) in connection.exec_driver_sql("SELECT title FROM event")})
        opened.close()
    assert titles == [{"Matchmaking Day"}, {"Matchmaking Day", "After the copy"}]


def test_restore_over_a_broken_file_keeps_the_broken_one(path, tmp_path):
    copy = backup.copy(path, tmp_path / "copy.nwapp")
    path.write_bytes(b"broken" * 1000)
    path.with_name("w.nwapp-wal").write_bytes(b"log" * 100)
    aside = backup.restore(copy, path, NOW)
    assert aside.read_bytes() == b"broken" * 1000
    assert people(path) == 20
    assert not path.with_name("w.nwapp-wal").exists()


def test_restore_where_no_file_is_left_takes_away_its_log(path, tmp_path):
    copy = backup.copy(path, tmp_path / "copy.nwapp")
    path.unlink()
    path.with_name("w.nwapp-wal").write_bytes(b"log" * 100)
    assert backup.restore(copy, path, NOW) is None
    assert people(path) == 20


def test_restore_of_a_workspace_that_is_open_is_refused(path, tmp_path, monkeypatch):
    copy = backup.copy(path, tmp_path / "copy.nwapp")
    opened = database.open_workspace(path, author())
    make_event(opened, "Not lost")
    before = {p.name for p in tmp_path.iterdir()}
    assert trouble(backup.restore, copy, path, NOW) is TroubleKind.FILE_LOCKED
    assert {p.name for p in tmp_path.iterdir()} == before
    with opened.read() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM event").scalar() == 2
    opened.close()


def test_restore_of_a_workspace_that_somebody_reads_is_refused(path, tmp_path):
    copy = backup.copy(path, tmp_path / "copy.nwapp")
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        raw.execute("PRAGMA locking_mode=EXCLUSIVE")
        raw.execute("UPDATE person SET city = 'x'")
        assert trouble(backup.restore, copy, path, NOW) is TroubleKind.FILE_LOCKED


def test_log_goes_back_when_the_file_cannot_be_replaced(path, tmp_path, monkeypatch):
    copy = backup.copy(path, tmp_path / "copy.nwapp")
    path.write_bytes(b"broken" * 1000)
    log = path.with_name("w.nwapp-wal")
    log.write_bytes(b"log")
    real = os.replace

    def refuse(source, target):
        if Path(target) == path:
            raise PermissionError(13, "held")
        real(source, target)

    monkeypatch.setattr(os, "replace", refuse)
    assert trouble(backup.restore, copy, path, NOW) is TroubleKind.FILE_READ_ONLY
    assert (path.read_bytes(), log.read_bytes()) == (b"broken" * 1000, b"log")
    assert len(list(tmp_path.iterdir())) == 4


@pytest.mark.parametrize("name", ["w.nwapp", "Ä [1] #2.nwapp", "event-2.nwapp"])
def test_daily_copies_are_kept_by_age(path, tmp_path, name):
    workspace = path.rename(tmp_path / name)
    other = tmp_path / backup.FOLDER / "event-2-notes-2026-11-01.nwapp"
    other.parent.mkdir()
    other.write_bytes(b"somebody's own")
    real_copy = backup.copy
    backup_of = {}

    def quick(source, target):
        """The first copy is real, the others are its bytes."""
        made = backup_of.setdefault("first", None) or real_copy(source, target)
        backup_of["first"] = made
        if made != target:
            target.write_bytes(b"copy")
            backup._sum_file(target).write_text("sum", "utf-8")
        return target

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(backup, "copy", quick)
        for hours in range(24 * 100, -1, -8):
            backup.daily(workspace, NOW - timedelta(hours=hours))
    found = [backup.made_at(workspace, p) for p in backup.backups(workspace)]
    ages = [NOW - moment for moment in found]
    assert ages == sorted(ages)
    assert sum(age < timedelta(days=2) for age in ages) == 6
    days = {m.date() for m, age in zip(found, ages, strict=True) if age >= timedelta(days=2)}
    recent = [a for a in ages if timedelta(days=2) <= a < timedelta(days=31)]
    assert len(recent) in {29, 30}
    assert len(days) == len(ages) - 6
    older = [f"{m:%Y-%m}" for m, a in zip(found, ages, strict=True) if a >= timedelta(days=31)]
    assert len(older) == len(set(older)) >= 3
    sums = {p.name for p in other.parent.glob("*.sha256")}
    assert sums == {f"{p.name}.sha256" for p in backup.backups(workspace)}
    assert other.exists()


def test_folder_of_copies_that_cannot_be_made_is_trouble(path, tmp_path):
    (tmp_path / backup.FOLDER).write_text("a file", "utf-8")
    assert trouble(backup.daily, path, NOW) in {
        TroubleKind.FILE_UNREADABLE,
        TroubleKind.FILE_EXISTS,
    }


def test_backup_folder_of_a_new_workspace_is_empty(path):
    assert backup.backups(path) == []
    assert inspection.inspect(backup.daily(path, NOW)) == schema.CURRENT
    assert len(backup.backups(path)) == 1


def test_damage_that_only_the_full_check_sees_is_refused(path, tmp_path, monkeypatch):
    monkeypatch.setattr(inspection, "verify", lambda _raw: ["row 7 missing from index"])
    assert trouble(backup.copy, path, tmp_path / "copy.nwapp") is TroubleKind.FILE_DAMAGED
    assert [p.name for p in tmp_path.iterdir()] == ["w.nwapp"]


def test_restore_goes_on_when_the_log_of_the_old_file_cannot_be_folded(path, tmp_path):
    copy = backup.copy(path, tmp_path / "copy.nwapp")
    content = path.read_bytes()
    path.write_bytes(content[:16] + b"\x00\x03" + content[18:])
    path.with_name("w.nwapp-wal").write_bytes(b"log" * 100)
    aside = backup.restore(copy, path, NOW)
    assert aside.read_bytes()[:20] == path.read_bytes()[:16] + b"\x00\x03" + content[18:20]
    assert people(path) == 20
