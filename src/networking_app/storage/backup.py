"""Backup copies of a workspace: made while in use, checked, kept by age, restored in one step."""

from __future__ import annotations

import glob
import hashlib
import os
import shutil
import sqlite3
from contextlib import closing, contextmanager, suppress
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from networking_app.domain.problems import Trouble, TroubleKind
from networking_app.storage import inspection

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FOLDER = "backups"
_FORM = "%Y-%m-%dT%H%M%S%f"


def copy(path: Path, target: Path) -> Path:
    """Copy a workspace that may be in use, check the copy, and write its SHA-256 beside it.

    Raises:
        Trouble: there is no room, no such folder, the target is the workspace itself, or the copy
            did not read back right; no file is left, and one that was there before stays.
    """
    if not target.parent.is_dir():
        raise Trouble(TroubleKind.FOLDER_MISSING, str(target.parent))
    if not path.is_file():
        raise Trouble(TroubleKind.FILE_MISSING, str(path))
    if target.exists() and target.samefile(path):
        raise Trouble(TroubleKind.FILE_EXISTS, str(target))
    half = target.with_name(target.name + ".part")
    half_sum = _sum_file(half)
    try:
        with _troubles(target):
            _copy_online(path, half)
            _check(half, target)
            half_sum.write_text(f"{_sha256(half)}  {target.name}\n", "utf-8")
            _put_in_place([(half, target), (half_sum, _sum_file(target))])
    finally:
        for left in (half, half_sum, *_beside(half)):
            left.unlink(missing_ok=True)
    return target


def daily(path: Path, now: datetime) -> Path:
    """Make a copy in the folder beside the workspace and drop those that are too old to matter."""
    folder = _folder(path)
    made = copy(path, folder / f"{path.stem}-{now.astimezone(UTC).strftime(_FORM)}{path.suffix}")
    for old in _superfluous(path, now):
        with suppress(OSError):  # one that cannot be dropped is dropped next time
            _sum_file(old).unlink(missing_ok=True)
            old.unlink(missing_ok=True)
    return made


def before_upgrade(path: Path, version: int) -> Path:
    """The copy that is made before the schema is changed; these are never dropped."""
    folder = _folder(path)
    target, number = folder / f"{path.stem}-before-upgrade-{version}{path.suffix}", 1
    while target.exists():
        number += 1
        target = folder / f"{path.stem}-before-upgrade-{version}-{number}{path.suffix}"
    return copy(path, target)


def backups(path: Path) -> list[Path]:
    """The dated copies of a workspace, newest first."""
    folder = path.parent / FOLDER
    found = folder.glob(f"{glob.escape(path.stem)}-*{path.suffix}") if folder.is_dir() else ()
    return sorted((p for p in found if made_at(path, p) is not None), reverse=True)


def is_intact(target: Path) -> bool:
    """Whether a copy still has the bytes that were checked when it was made."""
    try:
        wanted = _sum_file(target).read_text("utf-8").split()[0]
        return _sha256(target) == wanted
    except (OSError, IndexError):
        return False


def restore(target: Path, path: Path, now: datetime) -> Path | None:
    """Put a copy in the place of the workspace, which must be closed and may be damaged.

    Returns:
        where the old file was put aside as it was, None if there was none.

    Raises:
        Trouble: the copy is damaged, the workspace is open somewhere, or a file cannot be moved;
            the workspace is as it was.
    """
    if not is_intact(target):
        raise Trouble(TroubleKind.BACKUP_DAMAGED, str(target))
    inspection.inspect(target)
    stem = f"{path.stem}-replaced-{now.astimezone(UTC).strftime(_FORM)}"
    aside = path.with_name(stem + path.suffix) if path.exists() else None
    fresh = path.with_name(path.name + ".restored")
    try:
        with _troubles(path):
            shutil.copyfile(target, fresh)
            _into_log_mode(fresh)
            if aside is not None:
                _fold_log(path)
                shutil.copyfile(path, aside)
            _swap(fresh, path, aside)
    except BaseException:
        if aside is not None:
            aside.unlink(missing_ok=True)
        raise
    finally:
        for left in (fresh, *_beside(fresh)):
            left.unlink(missing_ok=True)
    return aside


def _swap(fresh: Path, path: Path, aside: Path | None) -> None:
    """Replace the workspace; a log that could not be folded goes with the old file."""
    moved: list[tuple[Path, Path]] = []
    try:
        for log in _beside(path):
            if log.exists():
                kept = (aside or path.with_name(path.name + ".old")).name
                put = log.with_name(kept + log.name.removeprefix(path.name))
                os.replace(log, put)  # noqa: PTH105 (replaces on Windows too)
                moved.append((log, put))
        os.replace(fresh, path)  # noqa: PTH105 (the same)
    except OSError:
        for log, put in moved:
            os.replace(put, log)  # noqa: PTH105 (the same)
        raise


def _fold_log(path: Path) -> None:
    """Fold the log of the old file into it as far as it can be read.

    Raises:
        Trouble: FILE_LOCKED, another program has the file open: the log stays when we let go.
    """
    log, _index, _journal = _beside(path)
    # SQLite throws the log of a file away that does not look like a database.
    if not log.exists() or not inspection.looks_like_ours(path):
        return
    try:
        with closing(sqlite3.connect(path, timeout=2)) as raw:
            raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    except sqlite3.Error as error:
        if inspection.trouble_of(error) is TroubleKind.FILE_LOCKED:
            raise
        return
    if log.exists():
        raise Trouble(TroubleKind.FILE_LOCKED, str(path))


def _into_log_mode(fresh: Path) -> None:
    with closing(sqlite3.connect(fresh)) as raw:
        raw.execute("PRAGMA journal_mode=WAL")


def _beside(path: Path) -> tuple[Path, Path, Path]:
    """The files that SQLite keeps beside a database."""
    log, index, journal = (path.with_name(path.name + e) for e in ("-wal", "-shm", "-journal"))
    return log, index, journal


def _put_in_place(pairs: list[tuple[Path, Path]]) -> None:
    """Rename all files to their final names, or none: what was there before comes back."""
    done: list[tuple[Path, Path | None]] = []
    try:
        for half, final in pairs:
            old = final.with_name(final.name + ".old") if final.exists() else None
            if old is not None:
                os.replace(final, old)  # noqa: PTH105 (replaces on Windows too)
            done.append((final, old))
            os.replace(half, final)  # noqa: PTH105 (the same)
    except OSError:
        for final, old in reversed(done):
            final.unlink(missing_ok=True)
            if old is not None:
                os.replace(old, final)  # noqa: PTH105 (the same)
        raise
    for _final, old in done:
        if old is not None:
            old.unlink(missing_ok=True)


def _folder(path: Path) -> Path:
    folder = path.parent / FOLDER
    with _troubles(folder):
        folder.mkdir(exist_ok=True)
    return folder


@contextmanager
def _troubles(subject: Path) -> Iterator[None]:
    """Turn errors of SQLite and of the system into trouble."""
    try:
        yield
    except (sqlite3.Error, OSError) as error:
        kind = inspection.trouble_of(error) or TroubleKind.FILE_DAMAGED
        raise Trouble(kind, str(subject), detail=str(error)) from error


def _copy_online(path: Path, half: Path) -> None:
    half.unlink(missing_ok=True)
    with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(half)) as target:
        source.backup(target)
        target.execute("PRAGMA journal_mode=DELETE")


def _check(half: Path, target: Path) -> None:
    inspection.inspect(half)
    with closing(sqlite3.connect(half)) as raw:
        said = inspection.verify(raw)
    if said:
        raise Trouble(TroubleKind.FILE_DAMAGED, str(target), detail=said[0])


def _sum_file(target: Path) -> Path:
    return target.with_name(target.name + ".sha256")


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def made_at(path: Path, target: Path) -> datetime | None:
    """When a dated copy was made, in UTC; None if its name says no date."""
    try:
        said = target.stem.removeprefix(path.stem + "-")
        return datetime.strptime(said, _FORM).replace(tzinfo=UTC)
    except ValueError:
        return None


def _superfluous(path: Path, now: datetime) -> list[Path]:
    """Keep all of the last two days, one for each day of a month, one for each month before."""
    kept: set[str] = set()
    drop: list[Path] = []
    for target in backups(path):
        moment = made_at(path, target) or now
        age = now - moment
        if age < timedelta(days=2):
            continue
        slot = f"{moment:%Y-%m-%d}" if age < timedelta(days=31) else f"{moment:%Y-%m}"
        if slot in kept:
            drop.append(target)
        kept.add(slot)
    return drop
