"""This computer's settings as the window uses them: read anywhere, changed in one place, saved."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from networking_app.support import settings as stored

if TYPE_CHECKING:
    from pathlib import Path

    from networking_app.support.settings import Settings


class Preferences(QObject):
    """The settings now; `changed` carries the names of the fields that changed."""

    changed = Signal(object)

    def __init__(
        self, settings: Settings, folder: Path | None = None, parent: QObject | None = None
    ) -> None:
        """Use these settings and save changes in the folder; None keeps them in memory only."""
        super().__init__(parent)
        self.now = settings
        self._folder = folder

    def change(self, **values: Any) -> None:
        """Change fields by name, save, and tell who listens.

        Raises:
            OSError: the file could not be written; the change counts until the app ends.
        """
        names = {name for name, value in values.items() if getattr(self.now, name) != value}
        if not names:
            return
        self.now = replace(self.now, **values)
        self.changed.emit(frozenset(names))
        if self._folder is not None:
            stored.save(self.now, self._folder)
