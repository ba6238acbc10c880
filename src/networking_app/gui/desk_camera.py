"""The camera at the desk: its place beside the answer, its button and what it is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from networking_app.gui.camera.panel import CameraPanel

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from networking_app.gui.desk_bars import DeskTop
    from networking_app.gui.desk_talk import Talk
    from networking_app.gui.desk_view import DeskView
    from networking_app.gui.room import Room


class DeskCamera(QObject):
    """Opens and closes the camera; `panel.scanned` gives what it reads."""

    def __init__(self, room: Room, top: DeskTop, view: DeskView, talk: Talk, page: QWidget) -> None:
        super().__init__(page)
        self._top, self._view = top, view
        self.panel = CameraPanel(room)
        view.side.place_camera(self.panel)
        self.panel.toggled.connect(self._toggled)
        top.camera_wanted.connect(self.panel.toggle)
        talk.shown.connect(self.panel.show_result)

    def _toggled(self, on: bool) -> None:
        self._top.camera.setChecked(on)
        self._view.fit()
        self._view.scan.setFocus()
