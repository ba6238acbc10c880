"""Where this computer keeps the app's settings, backups and logs."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from platformdirs import PlatformDirs

if TYPE_CHECKING:
    from collections.abc import Mapping

APP = "Networking App"
HOME_VARIABLE = "NETWORKING_APP_HOME"


@dataclass(frozen=True, slots=True)
class Folders:
    """The folders of this user on this computer; none of them need exist yet."""

    settings: Path
    """Holds settings.json."""
    backups: Path
    """Copies of workspaces, kept by age."""
    logs: Path
    """The rotating log and saved crash reports."""
    documents: Path
    """Where a save dialog starts."""

    def create(self) -> None:
        """Make the folders that the app writes to by itself; raises OSError where it may not."""
        for folder in (self.settings, self.backups, self.logs):
            folder.mkdir(parents=True, exist_ok=True)


def folders(environment: Mapping[str, str]) -> Folders:
    """Return the system's usual folders, or those under $NETWORKING_APP_HOME where that is set.

    The variable lets a test, a memory stick or a second desk on one computer keep its own.
    """
    home = environment.get(HOME_VARIABLE, "").strip()
    if home:
        base = Path(home).expanduser()
        return Folders(base / "settings", base / "backups", base / "logs", base / "documents")
    usual = PlatformDirs(APP, appauthor=False)
    return Folders(
        settings=usual.user_config_path,
        backups=usual.user_data_path / "backups",
        logs=usual.user_log_path,
        documents=usual.user_documents_path,
    )
