"""A write transaction in the words of a service: add, change, tell a fact, erase."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import text

from networking_app.domain.ids import Keys
from networking_app.domain.journal import Clock, Entry, Kind
from networking_app.storage import journal
from networking_app.storage.journal import SCHEMA, shapes

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlalchemy import Connection

    from networking_app.storage.database import Author


# So many entries are held before they are written; more only make Python's garbage collector slow.
_BATCH = 4_000


class Writer:
    """Collects the entries of one action and applies them when the transaction ends.

    Args:
        connection: inside BEGIN IMMEDIATE.
        author: device, actor and wall clock.
        deed: what the user does, as a stable word such as "import"; wording/history says it. Empty
            for a single fact that speaks for itself, such as a check-in.
        facts: values for that sentence.
        undoes: the action that this one takes back.
        action: the key of the action, when it is written in several transactions.
    """

    def __init__(
        self,
        connection: Connection,
        author: Author,
        deed: str = "",
        facts: Mapping[str, Any] | None = None,
        undoes: str = "",
        action: str = "",
    ) -> None:
        self.connection = connection
        self.author = author
        self.clock = Clock(author.wall, journal.last_clock(connection))
        self._keys = Keys()
        self.action = action or self._keys.uuid7(author.wall())
        self.now = stamp(author.wall())
        self.tables: set[str] = set()
        self.erases = False
        self._deed = deed
        self.facts: dict[str, Any] = dict(facts or {})
        self._undoes = undoes
        self._pending: list[Entry] = []

    def add(self, table: str, **values: Any) -> str:
        """Make a row; returns its key."""
        row = self._keys.uuid7(self.author.wall())
        self._note(Kind.SET, table, row, None, values)
        return row

    def change(self, table: str, row: str, **values: Any) -> bool:
        """Set fields of a row; only what differs is written. Returns whether anything did."""
        return self.change_many(table, [(row, values)]) > 0

    def change_many(self, table: str, rows: Sequence[tuple[str, Mapping[str, Any]]]) -> int:
        """Set fields of rows; returns how many differed."""
        self.flush()
        changed = 0
        current = self._current(table, [row for row, _values in rows])
        for row, values in rows:
            now = current[row]
            after = {f: v for f, v in values.items() if now[f] != v}
            if after:
                self._note(Kind.SET, table, row, {f: now[f] for f in after}, after)
                now.update(after)
                changed += 1
        return changed

    def tell(self, table: str, **values: Any) -> str:
        """Add a fact; returns its key."""
        row = self._keys.uuid7(self.author.wall())
        self._note(Kind.FACT, table, row, None, values)
        return row

    def erase(self, table: str, row: str) -> None:
        """Remove the content of a row for good, here and wherever the journal goes."""
        self.erases = True
        self._note(Kind.ERASE, table, row, None, None)

    def flush(self) -> None:
        """Write what was collected, so that queries in this transaction see it."""
        pending, self._pending = self._pending, []
        if pending:
            journal.apply(self.connection, pending, own=True)
            self.tables |= {entry.table for entry in pending}

    def close(self) -> None:
        """Write the rest, and what the user did."""
        if self._deed and (self._pending or self.tables):
            said = {
                "deed": self._deed,
                "facts": json.dumps(self.facts, ensure_ascii=False),
                "at": self.now,
                "device": self.author.device,
                "actor": self.author.actor,
                "undoes": self._undoes,
            }
            self._note(Kind.FACT, "action", self.action, None, said)
        self.flush()

    def _note(
        self,
        kind: Kind,
        table: str,
        row: str,
        before: dict[str, Any] | None,
        after: dict[str, Any] | None,
    ) -> None:
        wall = self.author.wall()
        if len(self._pending) >= _BATCH:
            self.flush()
        self._pending.append(
            Entry(
                self._keys.uuid7(wall),
                self.clock.tick(),
                self.author.device,
                self.author.actor,
                self.action,
                SCHEMA,
                kind,
                table,
                row,
                before,
                after,
            )
        )

    def _current(self, table: str, rows: list[str]) -> dict[str, dict[str, Any]]:
        fields = list(shapes()[table].empty)
        names = ", ".join(f'"{f}"' for f in fields)
        statement = text(
            f'SELECT id, {names} FROM "{table}" WHERE id IN (SELECT value FROM json_each(:keys))'  # noqa: S608 (names of our own tables)
        )
        found = self.connection.execute(statement, {"keys": json.dumps(rows)})
        return {line[0]: dict(zip(fields, line[1:], strict=True)) for line in found}


def stamp(milliseconds: int) -> str:
    """A moment as stored: ISO 8601 in UTC with milliseconds, which sorts as text."""
    moment = datetime.fromtimestamp(milliseconds / 1000, UTC)
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")
