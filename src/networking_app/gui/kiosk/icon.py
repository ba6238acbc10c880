"""An icon in the kiosk's colours and size; it says nothing to screen readers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget

from networking_app.gui.kiosk.style import Scale, colours
from networking_app.gui.theme import svg_text

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent


class Sign(QWidget):
    """One icon, `units` high."""

    def __init__(self, name: str, scale: Scale, units: float = 4.0) -> None:
        super().__init__()
        self.setProperty("k", "plain")
        self._side = scale.px(units)
        svg = svg_text(name, colours().accent)
        self._picture = QSvgRenderer(QByteArray(svg.encode()), self)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """A square."""
        return QSize(self._side, self._side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._picture.render(painter, QRectF(self.rect()))
