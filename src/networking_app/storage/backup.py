"""Backup copies of a workspace: made while in use, checked, kept by age, restored in one step."""

from __future__ import annotations

import hashlib
import os
import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from networking_app.domain.problems import Trouble, TroubleKind
from networking_app.storage import inspection

if TYPE_CHECKING:
    from pathlib import Path

FOLDER = "backups"
_FORM = "%Y-%m-%dT%H%M%S%f"


def copy(path: Path, target: Path) -> Path:
    """Copy a workspace that may be in use, check the copy, and write its SHA-256 beside it.

    Raises:
        Trouble: there is no room, no such folder, or the copy did not read back right; no file
            is left.
    """
    if not target.parent.is_dir():
        raise Trouble(TroubleKind.FOLDER_MISSING, str(target.parent))
    half = target.with_name(target.name + ".part")
    try:
        _copy_online(path, half)
        _check(half, target)
        sum_ = _sha256(half)
        os.replace(half, target)  # noqa: PTH105 (replaces on Windows too)
        _sum_file(target).write_text(f"{sum_}  {target.name}\n", "utf-8")
    except sqlite3.Error as error:
        kind = inspection.trouble_of(error) or TroubleKind.FILE_DAMAGED
        raise Trouble(kind, str(target), detail=str(error)) from error
    except OSError as error:
        raise Trouble(_kind_of(error), str(target), detail=str(error)) from error
    finally:
        for left in (half, *(half.with_name(half.name + end) for end in ("-wal", "-shm"))):
            left.unlink(missing_ok=True)
    return target


def daily(path: Path, now: datetime) -> Path:
    """Make a copy in the folder beside the workspace and drop those that are too old to matter."""
    folder = path.parent / FOLDER
    folder.mkdir(exist_ok=True)
    made = copy(path, folder / f"{path.stem}-{now.astimezone(UTC).strftime(_FORM)}{path.suffix}")
    for old in _superfluous(backups(path), now):
        old.unlink(missing_ok=True)
        _sum_file(old).unlink(missing_ok=True)
    return made


def before_upgrade(path: Path, version: int) -> Path:
    """The copy that is made before the schema is changed; these are never dropped."""
    folder = path.parent / FOLDER
    folder.mkdir(exist_ok=True)
    target, number = folder / f"{path.stem}-before-upgrade-{version}{path.suffix}", 1
    while target.exists():
        number += 1
        target = folder / f"{path.stem}-before-upgrade-{version}-{number}{path.suffix}"
    return copy(path, target)


def backups(path: Path) -> list[Path]:
    """The dated copies of a workspace, newest first."""
    folder = path.parent / FOLDER
    found = folder.glob(f"{path.stem}-*{path.suffix}") if folder.is_dir() else ()
    return sorted((p for p in found if _moment(path, p) is not None), reverse=True)


def is_intact(target: Path) -> bool:
    """Whether a copy still has the bytes that were checked when it was made."""
    try:
        wanted = _sum_file(target).read_text("utf-8").split()[0]
        return _sha256(target) == wanted
    except (OSError, IndexError):
        return False


def restore(target: Path, path: Path, now: datetime) -> Path | None:
    """Put a copy in the place of the workspace, which must be closed; the old one is kept aside.

    Returns:
        where the old file was put, None if there was none.

    Raises:
        Trouble: the copy is damaged, or a file cannot be moved; the workspace is as it was.
    """
    if not is_intact(target):
        raise Trouble(TroubleKind.BACKUP_DAMAGED, str(target))
    inspection.inspect(target)
    fresh = path.with_name(path.name + ".restored")
    try:
        shutil.copyfile(target, fresh)
        aside = None
        if path.exists():
            aside = path.with_name(f"{path.stem}-replaced-{now.strftime(_FORM)}{path.suffix}")
            copy(path, aside)
        for end in ("-wal", "-shm"):
            path.with_name(path.name + end).unlink(missing_ok=True)
        os.replace(fresh, path)  # noqa: PTH105 (replaces on Windows too)
    except OSError as error:
        raise Trouble(_kind_of(error), str(path), detail=str(error)) from error
    finally:
        fresh.unlink(missing_ok=True)
    return aside


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


def _kind_of(error: OSError) -> TroubleKind:
    full = getattr(error, "errno", None) in {28, 122}  # ENOSPC, EDQUOT
    return TroubleKind.DISK_FULL if full else TroubleKind.FILE_UNREADABLE


def _moment(path: Path, target: Path) -> datetime | None:
    try:
        said = target.stem.removeprefix(path.stem + "-")
        return datetime.strptime(said, _FORM).replace(tzinfo=UTC)
    except ValueError:
        return None


def _superfluous(found: list[Path], now: datetime) -> list[Path]:
    """Keep all of the last two days, one for each day of a month, one for each month before."""
    kept: set[str] = set()
    drop: list[Path] = []
    for target in found:
        stamp = target.stem[-len("2026-11-24T101500000000") :]
        moment = datetime.strptime(stamp, _FORM).replace(tzinfo=UTC)
        age = now.astimezone(UTC) - moment
        if age < timedelta(days=2):
            continue
        slot = f"{moment:%Y-%m-%d}" if age < timedelta(days=31) else f"{moment:%Y-%m}"
        if slot in kept:
            drop.append(target)
        kept.add(slot)
    return drop
