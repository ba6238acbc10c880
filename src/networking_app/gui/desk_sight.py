"""Brings what is asked at the desk into sight where the window is too low for everything."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from networking_app.gui.theme import look
from networking_app.gui.tokens import Space

if TYPE_CHECKING:
    from PySide6.QtWidgets import QScrollArea, QWidget


class Sight(QObject):
    """Scrolls the middle of the desk."""

    def __init__(self, area: QScrollArea) -> None:
        super().__init__(area)
        self._area = area

    def start(self) -> None:
        """Go to the top."""
        self._area.verticalScrollBar().setValue(0)

    def bring(self, part: QWidget) -> None:
        """Scroll to a part once it has its size; from its beginning where it is too tall."""
        QTimer.singleShot(0, part, lambda: self._see(part))

    def follow(self, editor: QWidget) -> None:
        """Keep the field in sight that has the focus."""
        self._area.ensureWidgetVisible(editor, 0, look().px(Space.WIDE))

    def _see(self, part: QWidget) -> None:
        if part.isHidden():
            return
        if part.height() <= self._area.viewport().height():
            self._area.ensureWidgetVisible(part, 0, Space.TIGHT)
            return
        self._area.verticalScrollBar().setValue(part.y() - Space.TIGHT)
        focus = part.focusWidget()
        if focus is not None and focus.hasFocus():
            self.follow(focus)
