"""What all desks did: shown beside this desk's own list, and followed where others take it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from networking_app.gui.desk_side import DeskSide
    from networking_app.gui.desk_undoing import Undoing

LOOK_AROUND = 300
"""Milliseconds after something was written until the desk asks what other desks did."""


class AllDesks(QObject):
    """Looks around a moment after something was written: `look_soon()`; `switch()` by key."""

    def __init__(self, undoing: Undoing, side: DeskSide, page: QWidget) -> None:
        super().__init__(page)
        self._undoing, self._side = undoing, side
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(LOOK_AROUND)
        self._timer.timeout.connect(undoing.look_around)
        side.all_wanted.connect(self._wanted)

    def look_soon(self) -> None:
        """Ask what other desks did, once for all that is written at once."""
        self._timer.start()

    def switch(self) -> None:
        """List the check-ins of all desks, or again those of this one."""
        self._side.show_all(on=not self._side.shows_all())

    def _wanted(self, on: bool) -> None:
        self._undoing.shows_all = on
        if on:
            self._undoing.look_around()
