"""The workspace file as a whole: making, opening, checking, copying, restoring."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING

from networking_app.domain.problems import Trouble, TroubleKind
from networking_app.storage import backup, database, inspection

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from networking_app.storage.database import Database


@dataclass(frozen=True, slots=True)
class CheckResult:
    """What a check of the file found; no lines mean that all is well."""

    file: str
    said: tuple[str, ...]


class Workspace:
    """An open workspace as a file."""

    def __init__(self, opened: Database) -> None:
        self._database = opened

    @property
    def path(self) -> Path:
        """Where the file is."""
        return self._database.path

    def check(self) -> CheckResult:
        """Run the full integrity and foreign-key checks."""
        with database.said(self.path), closing(sqlite3.connect(self.path)) as raw:
            return CheckResult(str(self.path), tuple(inspection.verify(raw)))

    def backup(self, target: Path) -> Path:
        """Copy the workspace while it is in use; the copy is checked, its SHA-256 beside it.

        Raises:
            Trouble: a file of this name is there, there is no room, or no such folder; no file
                is left.
        """
        if target.exists():
            raise Trouble(TroubleKind.FILE_EXISTS, str(target))
        return backup.copy(self.path, target)

    def daily_backup(self, now: datetime) -> Path:
        """Make today's copy in the folder beside the workspace and drop the superfluous ones."""
        return backup.daily(self.path, now)

    def backup_of_the_day(self, now: datetime) -> Path | None:
        """Make today's copy unless there is one of today, in the zone of now."""
        last = self.last_backup()
        if last is not None and last.astimezone(now.tzinfo).date() >= now.date():
            return None
        return self.daily_backup(now)

    def last_backup(self) -> datetime | None:
        """When the newest dated copy was made, in UTC; None if there is none."""
        found = self.backups()
        return backup.made_at(self.path, found[0]) if found else None

    def made_at(self, copy: Path) -> datetime | None:
        """When a dated copy was made, in UTC."""
        return backup.made_at(self.path, copy)

    def backups(self) -> list[Path]:
        """The dated copies, newest first."""
        return backup.backups(self.path)

    def reopen(self) -> None:
        """Go on with a file that was closed."""
        self._database.reopen()

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()


def restore(target: Path, path: Path, now: datetime) -> Path | None:
    """Put a backup copy in the place of a closed workspace; returns where the old file was put.

    Raises:
        Trouble: the copy is damaged; the workspace is as it was.
    """
    return backup.restore(target, path, now)
