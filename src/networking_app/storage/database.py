"""The one place that opens a workspace and starts transactions."""

from __future__ import annotations

import logging
import sqlite3
import threading
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import QueuePool, create_engine, event
from sqlalchemy.exc import DBAPIError

from networking_app.domain.problems import Trouble, TroubleKind
from networking_app.storage import entries, inspection, schema, unfinished
from networking_app.storage.writer import Writer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from sqlalchemy import Connection, Engine

# Decided and measured: WAL with FULL loses no acknowledged check-in at a power cut.
PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=FULL",
    "foreign_keys=ON",
    # Waiting is not in order: one desk of four that write without a pause waited up to 3 s.
    "busy_timeout=15000",
    "trusted_schema=OFF",
    "cell_size_check=ON",
    "secure_delete=ON",
    "mmap_size=0",
    # 32 MB instead of 2: the pages of an import of 10,000 guests are written once.
    "cache_size=-32768",
)

# Seconds that closing waits for a transaction under way; an import is the longest.
_PATIENCE = 60
# Seconds that a writer waits for another thread before it asks SQLite.
_TURN = 5


@dataclass(frozen=True, slots=True)
class Author:
    """Who writes, where and when.

    Attributes:
        device: name of the desk or computer.
        wall: milliseconds since 1970 in UTC.
        actor: the person at the desk, if known.
    """

    device: str
    wall: Callable[[], int]
    actor: str = ""


class Database:
    """An open workspace.

    Args:
        path: of a file that `create` made or `open_workspace` looked at.
        author: signs what is written.
        changed: is told the names of the tables that a committed transaction wrote.
    """

    def __init__(
        self,
        path: Path,
        author: Author,
        changed: Callable[[frozenset[str]], None] | None = None,
    ) -> None:
        self.path = path
        self.author = author
        self.changed = changed
        self._engine = _engine(path)
        self._lock = threading.Lock()
        self._turn = threading.RLock()
        self._door = threading.Condition()
        self._inside = 0
        self._closed = False
        self._known: int | None = None
        self._foreign = 0

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A connection that sees one state of the workspace.

        Raises:
            Trouble: the disk or the file went wrong.
        """
        with self._in_use(), said(self.path), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def write(
        self,
        deed: str = "",
        facts: Mapping[str, Any] | None = None,
        undoes: str = "",
        *,
        part_of: str = "",
    ) -> Iterator[Writer]:
        """One transaction: committed as a whole, or no trace of it.

        Args:
            deed: what is done, as `Writer` has it.
            facts: for its sentence.
            undoes: the action that is taken back.
            part_of: the key of an action that takes several transactions (storage/unfinished);
                those without a deed are not told to the pages, as they show nothing yet.

        Raises:
            Trouble: the disk is full, or the file is locked, read-only or damaged.
        """
        with (
            self._in_use(),
            self._in_turn(),
            said(self.path),
            self._engine.connect().execution_options(writes=True) as connection,
            connection.begin(),
        ):
            before = entries.length(connection)
            writer = Writer(connection, self.author, deed, facts, undoes, part_of)
            yield writer
            writer.close()
            after = entries.length(connection)
        self._look(before, after)
        if writer.erases:
            self.checkpoint()
        is_quiet = bool(part_of) and not deed
        if self.changed is not None and writer.tables and not is_quiet:
            self.changed(frozenset(writer.tables))

    def data_version(self) -> int:
        """A number that changes when another program has written to the file."""
        with self.read() as connection:
            now = entries.length(connection)
        return self._look(now, now)

    def checkpoint(self) -> None:
        """Fold the write-ahead log into the file and empty it.

        What was erased stands in the log until then. If another program is reading just now, the
        log is emptied when it lets go.
        """
        try:
            with self._engine.connect() as connection:
                raw = connection.connection.driver_connection
                assert raw is not None
                raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        except (sqlite3.Error, DBAPIError):
            logging.getLogger(__name__).warning("The log could not be emptied", exc_info=True)

    def close(self) -> None:
        """Let those within finish, fold the write-ahead log into the file and let go of it.

        From then on nobody gets in: a page that still asks would open the file again while a copy
        is being put in its place.
        """
        with self._door:
            self._closed = True
            self._door.wait_for(lambda: self._inside == 0, timeout=_PATIENCE)
        self.checkpoint()
        self._engine.dispose()

    def reopen(self) -> None:
        """Let users in again after a close."""
        with self._door:
            self._closed = False

    @contextmanager
    def _in_use(self) -> Iterator[None]:
        with self._door:
            if self._closed:
                raise Trouble(TroubleKind.WORKSPACE_CLOSED, str(self.path))
            self._inside += 1
        try:
            yield
        finally:
            with self._door:
                self._inside -= 1
                self._door.notify_all()

    @contextmanager
    def _in_turn(self) -> Iterator[None]:
        """Wait while another thread of this program writes.

        It goes on the moment the other one ends; SQLite would look only every 25 ms whether the
        file is free. Whoever waits too long is told so by SQLite.
        """
        has_turn = self._turn.acquire(timeout=_TURN)
        try:
            yield
        finally:
            if has_turn:
                self._turn.release()

    def _look(self, before: int, after: int) -> int:
        """Compare the journal with the one we left; returns how often others had written."""
        with self._lock:
            if self._known is not None and before != self._known:
                self._foreign += 1
            self._known = after
            return self._foreign


def create(path: Path, author: Author) -> Database:
    """Make an empty workspace.

    Raises:
        Trouble: the file is there already, the folder is missing, or it cannot be written.
    """
    if path.exists():
        raise Trouble(TroubleKind.FILE_EXISTS, str(path))
    if not path.parent.is_dir():
        raise Trouble(TroubleKind.FOLDER_MISSING, str(path.parent))
    try:
        # A log of a deleted file would be played into the new one.
        for end in ("-wal", "-shm", "-journal"):
            path.with_name(path.name + end).unlink(missing_ok=True)
        with said(path):
            schema.create(path)
    except OSError as error:
        kind = inspection.trouble_of(error) or TroubleKind.FILE_UNREADABLE
        raise Trouble(kind, str(path), detail=str(error)) from error
    return Database(path, author)


def open_workspace(
    path: Path, author: Author, changed: Callable[[frozenset[str]], None] | None = None
) -> Database:
    """Open a workspace after a look at it as an untrusted file; bring an older one up to date.

    Raises:
        Trouble: it is missing, foreign, newer, damaged, tampered with, locked or read-only;
            nothing was changed.
    """
    found = inspection.inspect(path)
    if found < schema.CURRENT:
        # slow import: Alembic is needed once after an update of the program
        from networking_app.storage.migrations import upgrade  # noqa: PLC0415

        upgrade.to_current(path, found)
    opened = Database(path, author, changed)
    unfinished.clear(opened)
    return opened


@contextmanager
def said(path: Path) -> Iterator[None]:
    """Turn what SQLite reports into trouble that a person can act on."""
    try:
        yield
    except (sqlite3.Error, DBAPIError) as error:
        cause = error.orig if isinstance(error, DBAPIError) else error
        kind = inspection.trouble_of(cause)
        if kind is None:
            raise
        raise Trouble(kind, str(path), detail=str(cause)) from error


def _engine(path: Path) -> Engine:
    # The address names no file, for which SQLAlchemy would share one connection by thread.
    engine = create_engine(
        "sqlite+pysqlite://", creator=lambda: connect(path), poolclass=QueuePool, pool_size=8
    )
    event.listen(engine, "begin", _begin)
    return engine


def connect(path: Path) -> sqlite3.Connection:
    """A raw connection with all settings; used by the engine, backups and migrations.

    Raises:
        sqlite3.Error: the file cannot be opened.
    """
    raw = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    try:
        for pragma in PRAGMAS:
            raw.execute("PRAGMA " + pragma)
        inspection.limit(raw)
    except sqlite3.Error:
        raw.close()
        raise
    return raw


def _begin(connection: Connection) -> None:
    # A deferred BEGIN lets two desks read "not yet in" before either writes.
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
    if writes:  # a batch may hold a row before the one it points to; asked at the commit
        raw = connection.connection.driver_connection
        assert raw is not None
        raw.execute("PRAGMA defer_foreign_keys=ON")
