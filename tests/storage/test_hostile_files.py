"""A workspace file from somebody else: refused with its reason, and not a byte of it is changed."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import time
import zipfile
from contextlib import closing, contextmanager

import pytest

from networking_app.domain.problems import Trouble, TroubleKind
from networking_app.storage import database, inspection, schema
from workspaces import author, enrol, make_database, make_event

ENDLESS = (
    "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT max(x) AS id FROM n"
)


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """A good workspace with guests, in one file."""
    path = tmp_path_factory.mktemp("whole") / "whole.nwapp"
    opened = make_database(path)
    enrol(opened, make_event(opened), 40)
    opened.close()
    return path


@pytest.fixture
def path(whole, tmp_path):
    return shutil.copyfile(whole, tmp_path / "w.nwapp")


def sql(*statements):
    """Change a file as somebody with any SQLite tool can."""

    def change(path):
        with closing(sqlite3.connect(path, isolation_level=None)) as raw:
            for statement in statements:
                raw.execute(statement)
            raw.execute("PRAGMA journal_mode=DELETE")

    return change


def written_schema(statement):
    return sql("PRAGMA writable_schema=ON", statement)


def new_bytes(place, data):
    def change(path):
        content = bytearray(path.read_bytes())
        content[place : place + len(data)] = data
        path.write_bytes(content)

    return change


def page_kinds_broken(path):
    content = bytearray(path.read_bytes())
    for page in range(4096, len(content), 4096):
        content[page] ^= 0x55
    path.write_bytes(content)


def truncated(path):
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def zipped(path):
    with zipfile.ZipFile(path.with_suffix(".zip"), "w") as archive:
        archive.write(path, "w.nwapp")
    path.with_suffix(".zip").replace(path)


def directory(path):
    path.unlink()
    path.mkdir()


def log_with_trigger(path):
    """The file itself is good; a log beside it adds a trigger when it is opened."""
    other = path.with_name("other")
    shutil.copyfile(path, other)
    with closing(sqlite3.connect(other, isolation_level=None)) as raw:
        raw.execute("PRAGMA journal_mode=WAL")
        raw.execute("CREATE TRIGGER t AFTER INSERT ON journal BEGIN DELETE FROM person; END")
        shutil.copyfile(other, path)
        shutil.copyfile(f"{other}-wal", f"{path}-wal")
    other.unlink()


def journal_beside(path):
    path.with_name(path.name + "-journal").write_bytes(b"\xd9\xd5\x05\xf9 \xa1c\xd7" + bytes(600))


def read_only(path):
    path.chmod(0o444)


TRIGGER = "CREATE TRIGGER t AFTER INSERT ON check_in BEGIN DELETE FROM person; END"
HIDDEN = (
    "INSERT INTO sqlite_master VALUES ('trigger', 'sqlite_autoindex_t', 'check_in', 0,"
    f" '{TRIGGER.replace('TRIGGER t', 'TRIGGER sqlite_autoindex_t')}')"
)
KINDS = {
    "trigger": (sql(TRIGGER), TroubleKind.FILE_TAMPERED),
    "trigger with a name of SQLite": (written_schema(HIDDEN), TroubleKind.FILE_TAMPERED),
    "view": (sql("CREATE VIEW v AS SELECT * FROM person"), TroubleKind.FILE_TAMPERED),
    "view in place of a table": (
        sql("DROP TABLE theme", f"CREATE VIEW theme AS {ENDLESS}"),
        TroubleKind.FILE_TAMPERED,
    ),
    "virtual table": (sql("CREATE VIRTUAL TABLE f USING fts5(x)"), TroubleKind.FILE_TAMPERED),
    "foreign table": (sql("CREATE TABLE x (y)"), TroubleKind.FILE_TAMPERED),
    "missing table": (sql("DROP TABLE theme"), TroubleKind.FILE_TAMPERED),
    "foreign index": (sql("CREATE INDEX i ON person (given)"), TroubleKind.FILE_TAMPERED),
    "index on an expression": (
        sql("DROP INDEX ix_person_email", "CREATE INDEX ix_person_email ON person (hex(email))"),
        TroubleKind.FILE_TAMPERED,
    ),
    "missing index": (sql("DROP INDEX ix_person_email"), TroubleKind.FILE_TAMPERED),
    "foreign column": (sql("ALTER TABLE person ADD COLUMN x"), TroubleKind.FILE_TAMPERED),
    "column that computes": (
        sql("ALTER TABLE person ADD x AS (length(hex(zeroblob(9000000))))"),
        TroubleKind.FILE_TAMPERED,
    ),
    "rule that computes": (
        written_schema(
            "UPDATE sqlite_master SET sql = replace(sql, 'given TEXT',"
            " 'given TEXT CHECK (length(hex(zeroblob(9000000))) > 0)') WHERE name = 'person'"
        ),
        TroubleKind.FILE_TAMPERED,
    ),
    "other default": (
        written_schema(
            "UPDATE sqlite_master SET sql = replace(sql, 'deleted INTEGER DEFAULT ''0''',"
            " 'deleted INTEGER DEFAULT ''1''') WHERE name = 'person'"
        ),
        TroubleKind.FILE_TAMPERED,
    ),
    "schema that is no SQL": (
        written_schema("UPDATE sqlite_master SET sql = 'nonsense' WHERE name = 'person'"),
        TroubleKind.FILE_DAMAGED,
    ),
    "log with a trigger": (log_with_trigger, TroubleKind.FILE_TAMPERED),
    "journal beside it": (journal_beside, TroubleKind.FILE_TAMPERED),
    "application id of another": (sql("PRAGMA application_id=1"), TroubleKind.FILE_FOREIGN),
    "newer version": (sql("PRAGMA user_version=999"), TroubleKind.FILE_NEWER),
    "version 0": (sql("PRAGMA user_version=0"), TroubleKind.FILE_FOREIGN),
    "version below 0": (sql("PRAGMA user_version=-5"), TroubleKind.FILE_FOREIGN),
    "nothing in it": (lambda p: p.write_bytes(b""), TroubleKind.FILE_FOREIGN),
    "text": (lambda p: p.write_text("Name;Email\n" * 99, "utf-8"), TroubleKind.FILE_FOREIGN),
    "noise": (lambda p: p.write_bytes(os.urandom(50_000)), TroubleKind.FILE_FOREIGN),
    "archive": (zipped, TroubleKind.FILE_FOREIGN),
    "other SQLite database": (
        lambda p: (p.unlink(), sql("CREATE TABLE x (y)")(p)),
        TroubleKind.FILE_FOREIGN,
    ),
    "header alone": (lambda p: p.write_bytes(p.read_bytes()[:100]), TroubleKind.FILE_DAMAGED),
    "first bytes flipped": (new_bytes(3, b"X"), TroubleKind.FILE_FOREIGN),
    "half of it": (truncated, TroubleKind.FILE_DAMAGED),
    "page size that is none": (new_bytes(16, b"\x00\x03"), TroubleKind.FILE_DAMAGED),
    "page size of 64 kB claimed": (new_bytes(16, b"\x00\x01"), TroubleKind.FILE_DAMAGED),
    "format of the future": (new_bytes(18, b"\x09\x09"), TroubleKind.FILE_DAMAGED),
    "kinds of pages flipped": (page_kinds_broken, TroubleKind.FILE_DAMAGED),
    "noise in the pages": (new_bytes(4096, os.urandom(40_000)), TroubleKind.FILE_DAMAGED),
    "read-only": (read_only, TroubleKind.FILE_READ_ONLY),
    "folder": (directory, TroubleKind.FILE_FOREIGN),
    "missing": (lambda p: p.unlink(), TroubleKind.FILE_MISSING),
}


def everything(folder):
    return {p.name: p.read_bytes() if p.is_file() else None for p in folder.iterdir()}


@pytest.mark.parametrize("name", KINDS)
def test_hostile_file_is_refused_and_left_as_it_was(name, path, tmp_path):
    change, kind = KINDS[name]
    change(path)
    before = everything(tmp_path)
    start = time.monotonic()
    with pytest.raises(Trouble) as caught:
        database.open_workspace(path, author())
    assert caught.value.kind is kind, caught.value
    assert caught.value.subject == str(path)
    assert everything(tmp_path) == before
    assert time.monotonic() - start < 30


@pytest.mark.parametrize("place", range(12))
def test_file_with_flipped_bytes_is_refused_or_reads_without_a_crash(place, path):
    content = bytearray(path.read_bytes())
    for number in range(60):
        content[(place * 7919 + number * 104_729) % len(content)] ^= 0x41
    path.write_bytes(content)
    try:
        inspection.inspect(path)
    except Trouble as trouble:
        assert trouble.kind in {
            TroubleKind.FILE_DAMAGED,
            TroubleKind.FILE_TAMPERED,
            TroubleKind.FILE_FOREIGN,
            TroubleKind.FILE_NEWER,
        }


@pytest.mark.parametrize(
    "name", ["Ä %20#?.nwapp", "a b.nwapp", "[1] & 'x'.nwapp", "täpahtuma;;.nwapp", "100%.nwapp"]
)
def test_good_file_opens_whatever_its_name(name, whole, tmp_path):
    if os.name == "nt":
        name = name.replace("?", "")
    path = shutil.copyfile(whole, tmp_path / name)
    assert inspection.inspect(path) == schema.CURRENT
    assert [p.name for p in tmp_path.iterdir()] == [name]
    opened = database.open_workspace(path, author())
    with opened.read() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM person").scalar() == 40
    opened.close()
    assert [p.name for p in tmp_path.iterdir()] == [name]


def test_file_that_was_analysed_or_vacuumed_by_a_tool_opens(path):
    sql("ANALYZE", "VACUUM")(path)
    assert inspection.inspect(path) == schema.CURRENT


def test_log_left_by_a_crash_is_read_with_the_file(path, tmp_path):
    opened = database.open_workspace(path, author())
    make_event(opened, "Only in the log")
    copies = tmp_path / "crashed"
    copies.mkdir()
    for end in ("", "-wal"):
        shutil.copyfile(f"{path}{end}", copies / f"w.nwapp{end}")
    opened.close()
    again = database.open_workspace(copies / "w.nwapp", author())
    with again.read() as connection:
        titles = {t for (t,) in connection.exec_driver_sql("SELECT title FROM event")}
    again.close()
    assert titles == {"Matchmaking Day", "Only in the log"}


def test_open_file_can_be_opened_a_second_time(path):
    first = database.open_workspace(path, author())
    second = database.open_workspace(path, author("Desk 2"))
    make_event(second, "From the second")
    with first.read() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM event").scalar() == 2
    first.close()
    second.close()


HOLD = """
import sqlite3, sys
raw = sqlite3.connect(sys.argv[1], isolation_level=None)
for statement in sys.argv[2:]:
    raw.execute(statement)
print("held", flush=True)
sys.stdin.read()
"""


@contextmanager
def held(path, *statements):
    """Another program has the file."""
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, path, *statements],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as other:
        assert other.stdout.readline().strip() == b"held"
        yield
        other.stdin.close()
        other.wait()


@pytest.mark.parametrize(
    "statements",
    [
        ("PRAGMA journal_mode=DELETE", "BEGIN EXCLUSIVE"),
        (
            "PRAGMA locking_mode=EXCLUSIVE",
            "BEGIN IMMEDIATE",
            "UPDATE person SET city = 'x'",
            "COMMIT",
        ),
    ],
)
def test_file_that_another_program_has_locked_is_refused(path, monkeypatch, statements):
    monkeypatch.setattr(inspection, "_TIMEOUT", 0.1)
    with held(path, *statements), pytest.raises(Trouble) as caught:
        database.open_workspace(path, author())
    assert caught.value.kind is TroubleKind.FILE_LOCKED


def test_write_while_another_program_writes_is_trouble(path, monkeypatch):
    pragmas = [p for p in database.PRAGMAS if not p.startswith("busy")]
    monkeypatch.setattr(database, "PRAGMAS", (*pragmas, "busy_timeout=50"))
    opened = database.open_workspace(path, author())
    with held(path, "BEGIN IMMEDIATE"), pytest.raises(Trouble) as caught:
        make_event(opened)
    assert caught.value.kind is TroubleKind.FILE_LOCKED
    make_event(opened)
    opened.close()


def test_look_that_takes_too_long_is_stopped(path, monkeypatch):
    monkeypatch.setattr(inspection, "_SECONDS", -1.0)
    monkeypatch.setattr(inspection, "_STEPS_BETWEEN_LOOKS", 10)
    with pytest.raises(Trouble) as caught:
        inspection.inspect(path)
    assert caught.value.kind is TroubleKind.FILE_DAMAGED


def test_file_that_cannot_be_read_is_trouble(path, monkeypatch):
    def refuse(*_args, **_values):
        raise PermissionError(13, "denied")

    monkeypatch.setattr(type(path), "open", refuse)
    with pytest.raises(Trouble) as caught:
        inspection.inspect(path)
    assert caught.value.kind is TroubleKind.FILE_UNREADABLE


def test_new_workspace_is_not_made_over_a_file_or_without_a_folder(path, tmp_path):
    for target, kind in (
        (path, TroubleKind.FILE_EXISTS),
        (tmp_path / "no" / "w.nwapp", TroubleKind.FOLDER_MISSING),
    ):
        with pytest.raises(Trouble) as caught:
            database.create(target, author())
        assert caught.value.kind is kind


def test_log_of_a_deleted_file_is_not_played_into_a_new_one(path, tmp_path):
    log_with_trigger(path)
    path.unlink()
    opened = database.create(path, author())
    assert make_event(opened)
    opened.close()
    assert inspection.inspect(path) == schema.CURRENT


def test_error_that_is_a_bug_of_ours_is_not_called_trouble(path):
    opened = database.open_workspace(path, author())
    with pytest.raises(Exception, match="no such table"), opened.read() as connection:
        connection.exec_driver_sql("SELECT * FROM robots")
    assert inspection.trouble_of(ValueError()) is None
    opened.close()
