"""A look at a workspace file before it is trusted: read-only, limited, and without changing a byte.

A file from a colleague may carry triggers, views or a query without end (RELIABILITY: SQLite's
"Defense Against The Dark Arts"), so its schema must be exactly the one this program made.
"""

from __future__ import annotations

import errno
import sqlite3
import stat
import sys
import time
from contextlib import closing, suppress
from typing import TYPE_CHECKING
from urllib.parse import quote

from networking_app.domain.problems import Trouble, TroubleKind
from networking_app.storage import schema

if TYPE_CHECKING:
    from pathlib import Path

_MAGIC = b"SQLite format 3\x00"
_SECONDS = 20.0
_TIMEOUT = 2.0
_STEPS_BETWEEN_LOOKS = 100_000
_LIMITS = (
    (sqlite3.SQLITE_LIMIT_LENGTH, 50_000_000),
    (sqlite3.SQLITE_LIMIT_SQL_LENGTH, 1_000_000),
    (sqlite3.SQLITE_LIMIT_ATTACHED, 1),
    (sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH, 10),
    (sqlite3.SQLITE_LIMIT_VDBE_OP, 250_000),
)
_BUSY = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
_DAMAGED = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_FORMAT}


_OF_SYSTEM = {
    errno.ENOSPC: TroubleKind.DISK_FULL,
    errno.EDQUOT: TroubleKind.DISK_FULL,
    errno.EFBIG: TroubleKind.DISK_FULL,
    errno.EROFS: TroubleKind.FILE_READ_ONLY,
    errno.EACCES: TroubleKind.FILE_READ_ONLY,
    errno.EPERM: TroubleKind.FILE_READ_ONLY,
}


def inspect(path: Path) -> int:
    """Look at a workspace and return its schema number.

    Raises:
        Trouble: FILE_MISSING, FILE_FOREIGN, FILE_NEWER, FILE_DAMAGED, FILE_TAMPERED, FILE_LOCKED,
            FILE_READ_ONLY or FILE_UNREADABLE.
    """
    head = _header(path)
    _writable(path)
    _no_foreign_journal(path)
    index = path.with_name(path.name + "-shm")
    had_index = index.exists()
    try:
        with closing(_open_quietly(path, rollback=head[18] == 1)) as raw:
            return _look(raw, path)
    except sqlite3.Error as error:
        _leave_nothing(index, had_index)
        kind = trouble_of(error) or TroubleKind.FILE_DAMAGED
        raise Trouble(kind, str(path), detail=str(error)) from error
    except Trouble:
        _leave_nothing(index, had_index)
        raise


def looks_like_ours(path: Path) -> bool:
    """Whether the first bytes of a file say that it is a workspace; it may be damaged all the same.

    Raises:
        OSError: the file cannot be read.
    """
    with path.open("rb") as file:
        return _is_ours(file.read(100))


def verify(raw: sqlite3.Connection) -> list[str]:
    """What SQLite's full integrity and foreign-key checks say; empty if all is well."""
    found = [str(line[0]) for line in raw.execute("PRAGMA integrity_check(20)")]
    said = [line for line in found if line != "ok"]
    for table, row, parent, _key in raw.execute("PRAGMA foreign_key_check"):
        said.append(f"{table} row {row}: no row in {parent}")
    return said


def limit(raw: sqlite3.Connection) -> None:
    """Put bounds on what a statement may do."""
    for what, bound in _LIMITS:
        raw.setlimit(what, bound)
    if sys.version_info >= (3, 12):
        raw.setconfig(sqlite3.SQLITE_DBCONFIG_DEFENSIVE, True)


def trouble_of(error: BaseException | None) -> TroubleKind | None:
    """The kind of trouble behind an error of SQLite or the system, None if it is a bug of ours."""
    if isinstance(error, OSError):
        return _OF_SYSTEM.get(error.errno or 0, TroubleKind.FILE_UNREADABLE)
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        return None
    primary = code & 0xFF
    if primary in _BUSY:
        return TroubleKind.FILE_LOCKED
    if primary in _DAMAGED:
        return TroubleKind.FILE_DAMAGED
    return {
        sqlite3.SQLITE_READONLY: TroubleKind.FILE_READ_ONLY,
        sqlite3.SQLITE_PERM: TroubleKind.FILE_READ_ONLY,
        sqlite3.SQLITE_FULL: TroubleKind.DISK_FULL,
        sqlite3.SQLITE_IOERR: TroubleKind.FILE_UNREADABLE,
        sqlite3.SQLITE_CANTOPEN: TroubleKind.FILE_UNREADABLE,
    }.get(primary)


def _header(path: Path) -> bytes:
    """The first hundred bytes of a file that says it is a workspace."""
    try:
        if not path.exists():
            raise Trouble(TroubleKind.FILE_MISSING, str(path))
        if not path.is_file():
            raise Trouble(TroubleKind.FILE_FOREIGN, str(path))
        with path.open("rb") as file:
            head = file.read(100)
    except OSError as error:
        raise Trouble(TroubleKind.FILE_UNREADABLE, str(path), detail=str(error)) from error
    if not _is_ours(head):
        raise Trouble(TroubleKind.FILE_FOREIGN, str(path))
    return head


def _is_ours(head: bytes) -> bool:
    return head[:16] == _MAGIC and head[68:72] == schema.APPLICATION_ID.to_bytes(4, "big")


def _writable(path: Path) -> None:
    # The mode is asked rather than the system, which lets an administrator write everywhere.
    if not path.stat().st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH):
        raise Trouble(TroubleKind.FILE_READ_ONLY, str(path))


def _no_foreign_journal(path: Path) -> None:
    # Ours write to a "-wal"; a "-journal" would be played into the file after this look.
    journal = path.with_name(path.name + "-journal")
    if journal.exists() and journal.stat().st_size:
        raise Trouble(TroubleKind.FILE_TAMPERED, str(path), detail=f"foreign: {journal.name}")


def _open_quietly(path: Path, *, rollback: bool) -> sqlite3.Connection:
    """Open for reading; where no log stands beside it the file is not even locked.

    Args:
        path: the file.
        rollback: it says that it is not in write-ahead mode, as a copy that another tool may hold.
    """
    log, index = (path.with_name(path.name + end) for end in ("-wal", "-shm"))
    in_use = log.exists() and (index.exists() or log.stat().st_size > 0)
    if not in_use and rollback and _is_locked(path):
        raise Trouble(TroubleKind.FILE_LOCKED, str(path))
    raw = _connect(path, "mode=ro" if in_use else "mode=ro&immutable=1")
    limit(raw)
    for pragma in ("trusted_schema=OFF", "cell_size_check=ON", "mmap_size=0"):
        raw.execute("PRAGMA " + pragma)
    end = time.monotonic() + _SECONDS
    raw.set_progress_handler(lambda: time.monotonic() > end, _STEPS_BETWEEN_LOOKS)
    return raw


def _connect(path: Path, mode: str) -> sqlite3.Connection:
    address = f"file:{quote(path.resolve().as_posix())}?{mode}"
    return sqlite3.connect(address, uri=True, timeout=_TIMEOUT)


def _leave_nothing(index: Path, had_index: bool) -> None:
    """Take away the index that reading a log made beside a file that was refused."""
    if not had_index:
        with suppress(OSError):
            index.unlink(missing_ok=True)


def _is_locked(path: Path) -> bool:
    """Whether another program holds the file; asked with a lock that is let go at once."""
    with closing(_connect(path, "mode=ro")) as raw:
        try:
            raw.execute("PRAGMA schema_version").fetchone()
        except sqlite3.OperationalError as error:
            return trouble_of(error) is TroubleKind.FILE_LOCKED
    return False


def _look(raw: sqlite3.Connection, path: Path) -> int:
    version = int(raw.execute("PRAGMA user_version").fetchone()[0])
    if version > schema.CURRENT:
        raise Trouble(TroubleKind.FILE_NEWER, str(path), detail=str(version))
    if version < 1:
        raise Trouble(TroubleKind.FILE_FOREIGN, str(path), detail=str(version))
    # First what the file is made of: a check reads a file through the rules that stand in it.
    # The check of all pages is not bounded by size: 0.4 s for 100,000 guests, 20 s at most.
    difference = schema.difference(raw, version)
    if difference:
        raise Trouble(TroubleKind.FILE_TAMPERED, str(path), detail=difference)
    found = raw.execute("PRAGMA quick_check(1)").fetchone()
    if found[0] != "ok":
        raise Trouble(TroubleKind.FILE_DAMAGED, str(path), detail=str(found[0]))
    return version
