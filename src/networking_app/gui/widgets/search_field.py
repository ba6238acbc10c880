"""A field to search or filter by: a glass at the left, a cross to empty it, Esc empties too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QShortcut
from PySide6.QtWidgets import QLineEdit, QWidget

from networking_app.gui import icons
from networking_app.gui.theme import look
from networking_app.gui.tokens import Space
from networking_app.gui.widgets import painting

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent


class SearchField(QLineEdit):
    """Filters what is below; Ctrl+F puts the focus here; connect to textChanged."""

    def __init__(self, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(hint)
        self.setAccessibleName(hint)
        self.setClearButtonEnabled(True)
        self.setMinimumWidth(look().px(220))
        self._make_room()
        shortcut = QShortcut(QKeySequence("Ctrl+F"), self)
        shortcut.activated.connect(self._take_focus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc empties the field; when it is empty Esc is left to the page."""
        if event.key() == Qt.Key.Key_Escape:
            if self.text():
                self.clear()
            else:
                event.ignore()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a new text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._make_room()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the glass over the field."""
        super().paintEvent(event)
        painter = QPainter(self)
        painting.begin(painter)
        side = look().sizes.icon
        area = QRectF(Space.TIGHT, (self.height() - side) / 2, side, side)
        icons.paint(painter, "search", area, "text2")

    def _make_room(self) -> None:
        self.setTextMargins(look().sizes.icon + Space.SMALL, 0, 0, 0)

    def _take_focus(self) -> None:
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()
