"""Large actions in several short transactions, so that a desk never waits for an import.

What the parts add is hidden (a registration with `deleted` = 2) until the last part makes it all
visible at once. An action that ends half-way (stopped, disk full, power cut) is taken out of the
file again, entries and rows, as if its one large transaction had been rolled back.
"""

from __future__ import annotations

import logging
import sqlite3
from typing import TYPE_CHECKING

from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from networking_app.domain.problems import Trouble
from networking_app.storage.tables import Row, table_kinds

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import Connection

    from networking_app.storage.database import Database
    from networking_app.storage.writer import Writer

HIDDEN = 2
# Another window that writes parts does so several times a second.
_SILENCE = 60_000  # ms
# Rows of an action that others may have come to use since are left when somebody does.
_SHARED = frozenset({"organisation", "tag", "person"})


def hide(writer: Writer, registrations: Iterable[str]) -> None:
    """Note that the writer's action goes on, and hide what this part of it registered."""
    writer.flush()
    values = {"action": writer.action, "at": writer.author.wall()}
    writer.connection.execute(
        text("INSERT OR REPLACE INTO unfinished (action, at) VALUES (:action, :at)"), values
    )
    writer.connection.exec_driver_sql(
        "UPDATE registration SET deleted = ? WHERE id = ?",
        [(HIDDEN, key) for key in registrations],
    )


def show(writer: Writer) -> None:
    """Make everything that the writer's action registered visible, and the action whole."""
    writer.flush()
    values = {"action": writer.action}
    writer.connection.execute(
        text(
            "UPDATE registration SET deleted = 0 WHERE deleted = :hidden AND id IN"
            ' (SELECT "row" FROM journal WHERE action = :action AND "table" = \'registration\')'
        ),
        {**values, "hidden": HIDDEN},
    )
    writer.connection.execute(text("DELETE FROM unfinished WHERE action = :action"), values)


def remove(database: Database, action: str) -> None:
    """Take an action that did not end out of the file, as if it had never begun."""
    with database.write(part_of=action) as writer:
        connection = writer.connection
        values = {"action": action}
        for table in _children_first():
            connection.execute(text(_removal(table)), values)
        connection.execute(
            text(
                "DELETE FROM journal WHERE action = :action AND NOT EXISTS"
                ' (SELECT 1 FROM organisation o WHERE o.id = journal."row")'
                ' AND NOT EXISTS (SELECT 1 FROM tag t WHERE t.id = journal."row")'
                ' AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = journal."row")'
            ),
            values,
        )
        connection.execute(text("DELETE FROM unfinished WHERE action = :action"), values)


def remove_if_possible(database: Database, action: str) -> None:
    """The same, unless the disk refuses: it stays hidden then, and `clear` takes it out later."""
    try:
        remove(database, action)
    except (Trouble, sqlite3.Error, DBAPIError):
        logging.getLogger(__name__).warning("An unfinished import stays hidden", exc_info=True)


def clear(database: Database) -> None:
    """Take out what a crash left."""
    with database.read() as connection:
        found = abandoned(connection, database.author.wall())
    for action in found:
        remove_if_possible(database, action)


def abandoned(connection: Connection, now: int) -> list[str]:
    """Actions that nobody goes on with any more (now in milliseconds since 1970)."""
    found = connection.execute(
        text("SELECT action FROM unfinished WHERE at < :then OR at > :now"),
        {"then": now - _SILENCE, "now": now + _SILENCE},
    )
    return [action for (action,) in found]


def is_desk_busy(connection: Connection, since: str) -> bool:
    """Whether a guest was checked in since then (ISO 8601 in UTC): then parts make room."""
    statement = text("SELECT 1 FROM check_in WHERE at >= :since LIMIT 1")
    return connection.execute(statement, {"since": since}).first() is not None


def _children_first() -> list[str]:
    names = table_kinds()
    return [table.name for table in reversed(Row.metadata.sorted_tables) if table.name in names]


def _removal(table: str) -> str:
    """Delete the rows of a table that the action made."""
    made = (
        'SELECT j."row" FROM journal j WHERE j.action = :action'  # noqa: S608 (names of our own tables)
        f" AND j.\"table\" = '{table}' AND j.before IS NULL"
    )
    used = [
        f' AND NOT EXISTS (SELECT 1 FROM "{other.name}" u'  # noqa: S608 (the same)
        f' WHERE u."{key.parent.name}" = "{table}".id)'
        for other in Row.metadata.sorted_tables
        for key in other.foreign_keys
        if table in _SHARED and key.column.table.name == table
    ]
    return f'DELETE FROM "{table}" WHERE id IN ({made}){"".join(used)}'  # noqa: S608 (the same)
