"""From one schema to the next: all or nothing, with a copy before, and nothing lost on the way."""

from __future__ import annotations

import sqlite3
import zipfile
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
import write_schema

from networking_app.domain.ids import uuid7
from networking_app.domain.journal import Kind
from networking_app.domain.problems import Trouble, TroubleKind
from networking_app.storage import backup, database, inspection, journal, schema
from networking_app.storage.migrations import upgrade
from storage import oracle
from storage.replicas import newer_entry
from workspaces import author, contents, enrol, make_database, make_event

STORED = sorted((Path(__file__).parent / "files").glob("version_*.zip"))
NEXT = schema.CURRENT + 1
# Tables that came later than a stored file are empty in it.
LATER = {"version_1": {"hand_out", "question", "ticket_key"}}
STEP = f"""
from alembic import op
import sqlalchemy as sa

revision = "{NEXT:04}"
down_revision = "{schema.CURRENT:04}"


def upgrade():
    op.add_column("person", sa.Column("nickname", sa.Text, server_default="", nullable=False))
    with op.batch_alter_table("event") as batch:
        batch.alter_column("capacity", type_=sa.Text)
"""
FAILING = STEP + '    op.execute("INSERT INTO nowhere VALUES (1)")\n'
ORPHANING = STEP + "    op.execute(\"UPDATE registration SET person_id = 'nobody'\")\n"


def objects(path):
    with closing(sqlite3.connect(path)) as raw:
        return schema._objects(raw)


def test_tables_of_the_program_are_the_stored_schema():
    stored = Path(schema.__file__).parent / "migrations" / f"schema_{schema.CURRENT}.sql"
    assert write_schema.current() == stored.read_text("utf-8")


def test_steps_from_nothing_give_the_stored_schema(tmp_path):
    path, made = tmp_path / "steps.nwapp", tmp_path / "made.nwapp"
    with closing(sqlite3.connect(path)) as raw:
        raw.execute(f"PRAGMA application_id={schema.APPLICATION_ID}")
        raw.commit()
    upgrade.run(path, "head")
    schema.create(made)
    assert objects(path) == objects(made)
    assert inspection.inspect(path) == schema.CURRENT
    with closing(sqlite3.connect(path)) as raw:
        revision = raw.execute("SELECT version_num FROM alembic_version").fetchall()
    assert revision == [(f"{schema.CURRENT:04}",)]


def test_there_is_a_stored_file_of_every_version():
    assert [path.stem for path in STORED] == [f"version_{n}" for n in range(1, NEXT)]


@pytest.mark.parametrize("stored", STORED, ids=lambda path: path.stem)
def test_stored_file_opens_and_keeps_its_contents(tmp_path, stored):
    with zipfile.ZipFile(stored) as archive:
        path = Path(archive.extract(f"{stored.stem}.nwapp", tmp_path))
    opened = database.open_workspace(path, author())
    with opened.read() as connection:
        found, wanted = contents(connection), oracle.of_file(connection)
        assert connection.exec_driver_sql("PRAGMA foreign_key_check").all() == []
    opened.close()
    assert found == wanted
    assert {table for table, rows in found.items() if not rows} == LATER.get(stored.stem, set())
    assert {row["family"] for row in found["person"].values()} >= {"Pöyhönen", "Åkerström"}


@pytest.fixture
def next_version(tmp_path, monkeypatch):
    """The program one version on: writes the step into a folder and says that it is current."""

    def make(step):
        folder = tmp_path / "versions"
        folder.mkdir()
        (folder / "next.py").write_text(step, "utf-8")
        old_config, old_expected = upgrade.config, schema._expected

        def config(connection):
            settings = old_config(connection)
            here = Path(upgrade.__file__).parent / "versions"
            settings.set_main_option("version_path_separator", "newline")
            settings.set_main_option("path_separator", "newline")
            settings.set_main_option("version_locations", f"{here}\n{folder}")
            return settings

        def expected(version):
            return old_expected(version) if version < NEXT else wanted

        with closing(sqlite3.connect(":memory:", isolation_level=None)) as raw:
            schema._make(raw, schema.CURRENT)
            changed = schema._objects(raw)
        head, *parts, tail = changed["table", "person"]
        wanted = dict(changed)
        column = "nickname TEXT DEFAULT '' NOT NULL"
        wanted["table", "person"] = (head, *sorted([*parts, column]), tail)
        head, *parts, tail = changed["table", "event"]
        parts = sorted("capacity TEXT" if p == "capacity INTEGER" else p for p in parts)
        wanted["table", "event"] = (head, *parts, tail)
        shapes = dict(journal.shapes())
        person = shapes["person"]
        shapes["person"] = person._replace(empty={**person.empty, "nickname": ""})
        monkeypatch.setattr(upgrade, "config", config)
        monkeypatch.setattr(schema, "_expected", expected)
        monkeypatch.setattr(schema, "CURRENT", NEXT)
        monkeypatch.setattr(journal, "shapes", lambda: shapes)

    return make


@pytest.fixture
def old(tmp_path):
    """A workspace of this version that holds entries of the next."""
    path = tmp_path / "work" / "w.nwapp"
    path.parent.mkdir()
    opened = make_database(path)
    enrol(opened, make_event(opened), 20)
    with opened.write() as writer:
        raw = writer.connection.exec_driver_sql
        person = raw("SELECT id FROM person ORDER BY id").scalar()

        class Here:
            entries = staticmethod(lambda: journal.all_entries(writer.connection))
            wall = staticmethod(author().wall)

        new = newer_entry(Here, "person", person, nickname="Ansku")
        code = replace(
            new, id=uuid7(1), kind=Kind.FACT, table="gadget", row="g", after={"name": "?"}
        )
        journal.apply(writer.connection, [new, code])
    opened.close()
    return path


def test_upgrade_keeps_everything_and_applies_what_waited(old, next_version):
    before = {p.name for p in old.parent.iterdir()}
    next_version(STEP)
    opened = database.open_workspace(old, author())
    with opened.read() as connection:
        names = {n for (n,) in connection.exec_driver_sql("SELECT nickname FROM person")}
        found, wanted = contents(connection), oracle.of_file(connection)
        waiting = oracle.waiting(connection)
        counts = [len(found[t]) for t in ("event", "point", "person", "registration", "code")]
    opened.close()
    assert names == {"", "Ansku"}
    assert counts == [1, 1, 20, 20, 40]  # the table of events was rebuilt, its children stay
    assert found == wanted
    assert len(waiting) == 1
    assert inspection.inspect(old) == NEXT
    assert {p.name for p in old.parent.iterdir()} == before | {backup.FOLDER}
    [copy] = (old.parent / backup.FOLDER).glob("*.nwapp")
    assert copy.name == f"w-before-upgrade-{NEXT - 1}.nwapp"
    assert backup.is_intact(copy)


@pytest.mark.parametrize("step", [FAILING, ORPHANING])
def test_upgrade_that_fails_leaves_the_file_as_it_was(old, next_version, step):
    with closing(sqlite3.connect(old)) as raw:
        before = list(raw.iterdump())
    next_version(step)
    with pytest.raises(Exception, match=r"nowhere|file_damaged"):
        database.open_workspace(old, author())
    with closing(sqlite3.connect(old)) as raw:
        assert list(raw.iterdump()) == before
        assert raw.execute("PRAGMA user_version").fetchone() == (NEXT - 1,)
    assert not old.with_name(old.name + "-wal").exists()


def test_second_copy_before_an_upgrade_does_not_replace_the_first(old):
    first, second = backup.before_upgrade(old, 1), backup.before_upgrade(old, 1)
    assert [p.name for p in (first, second)] == [
        "w-before-upgrade-1.nwapp",
        "w-before-upgrade-1-2.nwapp",
    ]
    assert backup.backups(old) == []


def test_upgrade_without_room_for_the_copy_does_not_begin(old, next_version, monkeypatch):
    next_version(STEP)
    before = old.read_bytes()

    def full(*_args):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(backup, "_sha256", full)
    with pytest.raises(Trouble) as caught:
        database.open_workspace(old, author())
    assert caught.value.kind is TroubleKind.DISK_FULL
    assert old.read_bytes() == before
