"""The places of one sheet: which are used up already, and where printing starts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from networking_app.gui.theme import look
from networking_app.gui.tokens import Radius, Space
from networking_app.gui.widgets import painting
from networking_app.support.i18n import gettext as _

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

_CELL = (52, 28)  # width and height of a place at 100 %
_LEAST = 24  # no target is smaller


class CellGrid(QWidget):
    """Choose the first free label: `chosen(place)`, from 0; arrows, Home and End move it."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.columns, self.rows, self.place = 1, 1, 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._tell()

    def show_grid(self, columns: int, rows: int) -> None:
        """Show another sheet, starting at its first place."""
        self.columns, self.rows, self.place = columns, rows, 0
        self._tell()
        self.updateGeometry()
        self.update()

    def choose(self, place: int) -> None:
        """Start at a place, counted from 0 row by row."""
        if place != self.place and 0 <= place < self.columns * self.rows:
            self.place = place
            self._tell()
            self.update()
            self.chosen.emit(place)

    def sizeHint(self) -> QSize:
        """Room for every place."""
        return QSize(self.columns * look().px(_CELL[0]), self.rows * look().px(_CELL[1]))

    def minimumSizeHint(self) -> QSize:
        """No place is smaller than a finger."""
        return QSize(self.columns * _LEAST, self.rows * look().px(_CELL[1]))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the start."""
        last = self.columns * self.rows - 1
        steps = {
            Qt.Key.Key_Left: self.place - 1,
            Qt.Key.Key_Right: self.place + 1,
            Qt.Key.Key_Up: self.place - self.columns,
            Qt.Key.Key_Down: self.place + self.columns,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        goal = steps.get(Qt.Key(event.key()))
        if goal is None:
            super().keyPressEvent(event)
        else:
            self.choose(goal)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Start where it was clicked."""
        spot = event.position()
        for place in range(self.columns * self.rows):
            if self._cell(place).contains(spot):
                self.choose(place)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw used places sunken, free ones with their number, the first one in the accent."""
        del event
        painter = QPainter(self)
        painting.begin(painter)
        for place in range(self.columns * self.rows):
            self._paint_cell(painter, place)

    def _paint_cell(self, painter: QPainter, place: int) -> None:
        area = self._cell(place).adjusted(1, 1, -1, -1)
        first, used = place == self.place, place < self.place
        thick = first and self.hasFocus()
        painting.rounded(
            painter,
            area,
            Radius.TAG,
            fill="sunken" if used else "selected" if first else "surface",
            edge="accent" if first else "border" if used else "control",
            width=look().sizes.focus + 1 if thick else look().sizes.focus if first else 1,
        )
        painting.words(
            painter,
            area,
            "–" if used else str(place + 1),
            type_="caption_strong" if first else "caption",
            tone="text3" if used else "accent" if first else "text2",
            align=Qt.AlignmentFlag.AlignCenter,
        )

    def _cell(self, place: int) -> QRectF:
        wide = min(self.width() / self.columns, look().px(_CELL[0]) * 1.6)
        high = look().px(_CELL[1])
        gap = Space.TINY / 2
        left = place % self.columns * wide
        return QRectF(left, place // self.columns * high, wide, high).adjusted(gap, gap, -gap, -gap)

    def _tell(self) -> None:
        words = _("Start at label {label} of {labels}").format(
            label=self.place + 1, labels=self.columns * self.rows
        )
        self.setAccessibleName(words)
        self.setToolTip(_("Click the first free label; labels before it are used already"))
