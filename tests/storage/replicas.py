"""Several laptops with a file each, for tests that let them exchange entries."""

from __future__ import annotations

import json
import shutil
from contextlib import contextmanager
from dataclasses import asdict
from functools import cache
from typing import TYPE_CHECKING, Any

from networking_app.domain.ids import uuid7
from networking_app.domain.journal import Entry, Kind
from networking_app.storage import database, journal, undo
from networking_app.storage.database import Author, Database
from networking_app.storage.journal import TableShape
from storage import oracle
from workspaces import NOW

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NEWER = journal.SCHEMA + 1


class Laptop:
    """One replica: a real file, and a clock that may be days off."""

    def __init__(self, path: Path, name: str, time: list[int]) -> None:
        self.path = path
        self.name = name
        self.time = time
        self.skew = 0
        if not path.exists():
            shutil.copyfile(_empty(path.parent), path)
        self.db = Database(path, Author(name, self.wall))

    def wall(self) -> int:
        """Milliseconds as this laptop believes them to be."""
        return max(1, self.time[0] + self.skew)

    def make(self, table: str, **values: Any) -> str:
        with self.db.write("make", {"name": str(values.get("family", ""))}) as writer:
            return writer.add(table, **values)

    def change(self, table: str, row: str, **values: Any) -> str:
        """Set fields; returns the action."""
        with self.db.write("change", {"name": "somebody"}) as writer:
            writer.change(table, row, **values)
            return writer.action

    def tell(self, table: str, **values: Any) -> str:
        with self.db.write() as writer:
            return writer.tell(table, **values)

    def erase(self, table: str, row: str) -> None:
        with self.db.write() as writer:
            writer.erase(table, row)

    def undo(self, action: str) -> tuple[int, int]:
        with self.db.write("undo", {}, action) as writer:
            return undo.undo(writer, action)

    def take(self, entries: list[Entry]) -> int:
        with self.db.write() as writer:
            return journal.apply(writer.connection, entries)

    def entries(self) -> list[Entry]:
        with self.db.read() as connection:
            return journal.all_entries(connection)

    def rows(self, table: str) -> dict[str, dict[str, Any]]:
        with self.db.read() as connection:
            lines = connection.exec_driver_sql(f'SELECT * FROM "{table}"').mappings()
            return {line["id"]: dict(line) for line in lines}

    def row(self, table: str, key: str) -> dict[str, Any]:
        return self.rows(table)[key]

    def waiting(self) -> set[str]:
        with self.db.read() as connection:
            return oracle.waiting(connection)

    def tables(self) -> dict[str, dict[str, dict[str, Any]]]:
        return {name: self.rows(name) for name in journal.shapes()}

    def agrees_with_oracle(self) -> None:
        """The tables are what the journal says, and the file is whole."""
        with self.db.read() as connection:
            wanted = oracle.of_file(connection)
            assert connection.exec_driver_sql("PRAGMA foreign_key_check").all() == []
        unlike = differences(self.tables(), wanted)
        assert unlike == [], f"{self.name} and its journal disagree: {unlike}"

    def upgrade(self) -> None:
        """What a newer version of the program does to this file; inside `newer_version`."""
        with self.db.write() as writer:
            raw = writer.connection.exec_driver_sql
            raw("ALTER TABLE person ADD COLUMN nickname TEXT DEFAULT '' NOT NULL")
            raw(
                "CREATE TABLE robot (id TEXT PRIMARY KEY, name TEXT DEFAULT '' NOT NULL,"
                " person_id TEXT REFERENCES person (id), deleted INTEGER DEFAULT 0 NOT NULL)"
            )
            journal.refold_newer(writer.connection, journal.SCHEMA)

    def clone_to(self, other: Laptop) -> None:
        """Somebody copies this file over that of another laptop."""
        self.db.checkpoint()
        other.db.close()
        shutil.copyfile(self.path, other.path)
        other.db = Database(other.path, Author(other.name, other.wall))


def laptops(folder: Path, count: int = 3) -> list[Laptop]:
    time = [NOW]
    return [Laptop(folder / f"desk{n}.nwapp", f"Desk {n}", time) for n in range(count)]


def exchange(*all_: Laptop) -> None:
    """Everybody tells everything to everybody, until nobody hears news."""
    for _ in range(4):
        for giver in all_:
            entries = giver.entries()
            for taker in all_:
                if taker is not giver:
                    taker.take(entries)


def agree(*all_: Laptop) -> None:
    """All have the same journal and the same tables, those that the journal says."""
    first = all_[0]
    for laptop in all_:
        laptop.agrees_with_oracle()
        there = {e.id: e for e in laptop.entries()}
        assert [(there.get(e.id), e) for e in first.entries() if there.get(e.id) != e] == []
        assert len(there) == len(first.entries())
        unlike = differences(laptop.tables(), first.tables())
        assert unlike == [], f"{laptop.name} and {first.name} disagree: {unlike}"


def differences(
    found: dict[str, dict[str, dict[str, Any]]], wanted: dict[str, dict[str, dict[str, Any]]]
) -> list[tuple[str, str, Any, Any]]:
    """(table, key, what stands there, what should) of the rows that differ."""
    return [
        (table, key, found[table].get(key), wanted[table].get(key))
        for table in wanted
        for key in found[table].keys() | wanted[table].keys()
        if found[table].get(key) != wanted[table].get(key)
    ]


def newer_entry(laptop: Laptop, table: str, row: str, **after: Any) -> Entry:
    """A change that a laptop with a newer version of the program made."""
    clock = max((e.clock for e in laptop.entries()), default=0) + 1
    action = uuid7(laptop.wall())
    key = uuid7(laptop.wall())
    return Entry(key, clock, "New", "", action, NEWER, Kind.SET, table, row, {}, after)


@contextmanager
def newer_version() -> Iterator[None]:
    """The program of the next version: people have nicknames, and there are robots."""
    shapes, places = journal.shapes, journal._places
    old = shapes()
    person = old["person"]
    robot = TableShape(
        Kind.SET, {"name": "", "person_id": None, "deleted": 0}, {"person_id": "person"}
    )
    new = {
        **old,
        "person": person._replace(empty={**person.empty, "nickname": ""}),
        "robot": robot,
    }
    order = {**places(), "robot": 1_000}
    journal.shapes, journal._places = (lambda: new), (lambda: order)
    try:
        yield
    finally:
        journal.shapes, journal._places = shapes, places


def as_text(all_: list[Laptop]) -> str:
    """The journals of all laptops, for a person who looks for the fault."""
    return "\n".join(
        f"{laptop.name}: {json.dumps(asdict(entry), ensure_ascii=False)}"
        for laptop in all_
        for entry in laptop.entries()
    )


@cache
def _template(folder: Path) -> Path:
    path = folder / "empty.nwapp"
    if not path.exists():
        database.create(path, Author("template", lambda: NOW)).close()
    return path


def _empty(folder: Path) -> Path:
    return _template(folder)
