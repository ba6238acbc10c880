"""Remembers the files imported on this computer, to see whether one was changed since."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from networking_app.support.settings import RECENT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from networking_app.gui.preferences import Preferences

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def read(files: Sequence[Path]) -> tuple[str, ...]:
    """How files are remembered that are read now; those the system will not show are left out."""
    found = []
    for file in files:
        try:
            found.append(f"{file.stat().st_mtime_ns} {file.resolve()}")
        except OSError:
            continue
    return tuple(found)


def remember(preferences: Preferences, files: Sequence[str]) -> None:
    """Remember these as imported, in place of what was known of the same files."""
    paths = {_path(entry) for entry in files}
    kept = [one for one in preferences.now.imported_files if _path(one) not in paths]
    with suppress(OSError):  # a full disk: it is known until the app ends
        preferences.change(imported_files=(*files, *kept)[:RECENT])


def changed_at(known: Sequence[str], names: str, imported: datetime) -> datetime | None:
    """When the newest of some imported files was changed last; None if none is here any more.

    Args:
        known: how the files of this computer are remembered.
        names: of the files, as the import called them.
        imported: when it was done; a file that is as it was then is not newer.
    """
    wanted = {names, *names.split(", ")}
    found = []
    for entry in known:
        path = Path(_path(entry))
        if path.name not in wanted:
            continue
        try:
            now = path.stat().st_mtime_ns
        except (OSError, ValueError):  # ValueError: no file has such a name
            continue
        at = _EPOCH + timedelta(microseconds=now // 1000)
        found.append(min(at, imported) if entry.partition(" ")[0] == str(now) else at)
    return max(found, default=None)


def _path(entry: str) -> str:
    return entry.partition(" ")[2]
