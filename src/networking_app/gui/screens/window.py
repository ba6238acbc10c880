"""The window without a frame that lies on a display for guests; Esc closes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from networking_app.gui.screens.drawing import (
    draw_board,
    draw_greeting,
    words_of_board,
    words_of_greeting,
)
from networking_app.gui.screens.sheet import Sheet
from networking_app.support.i18n import gettext as _
from networking_app.wording.guest_screen import Board, Greeting

if TYPE_CHECKING:
    from PySide6.QtCore import QRect
    from PySide6.QtGui import QCloseEvent, QKeyEvent, QPaintEvent


class ScreenWindow(QWidget):
    """Draws one thing at a time and never takes the keys from the main window by itself.

    `closed` when somebody closed it here.
    """

    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setWindowFlags(Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, on=False)
        self.setCursor(Qt.CursorShape.BlankCursor)
        self.setWindowTitle(_("Screen for guests"))
        self.shown: Board | Greeting | None = None
        self.drawn: list[tuple[str, int]] = []

    def cover(self, area: QRect) -> None:
        """Fill a display, by its place in the desktop."""
        if self.geometry() != area or not self.isVisible():
            self.setGeometry(area)
            self.show()
            self.setGeometry(area)  # some window managers move a window when it is shown

    def show_content(self, content: Board | Greeting) -> None:
        """Show this; the same again changes nothing, so that nothing blinks."""
        if content == self.shown:
            return
        self.shown = content
        words = (
            words_of_board(content) if isinstance(content, Board) else words_of_greeting(content)
        )
        self.setAccessibleName(words)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what is shown, or the empty ground."""
        del event
        painter = QPainter(self)
        sheet = Sheet(painter, self.width(), self.height())
        if isinstance(self.shown, Board):
            draw_board(sheet, self.shown)
        elif isinstance(self.shown, Greeting):
            draw_greeting(sheet, self.shown)
        else:
            sheet.fill("window")
        self.drawn = sheet.drawn

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell who opened it."""
        super().closeEvent(event)
        self.closed.emit()
