"""Lucide icons drawn from SVG in a token's colour, sharp at every scale."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget

from networking_app.gui.theme import look, svg_text

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent


@lru_cache(maxsize=256)
def _renderer(name: str, colour: str, stroke: float) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(svg_text(name, colour, stroke).encode()))


def paint(
    painter: QPainter, name: str, area: QRectF, tone: str = "text2", stroke: float = 2.0
) -> None:
    """Draw an icon into an area, in the colour of a token."""
    _renderer(name, look().colours.named(tone), stroke).render(painter, area)


def pixmap(name: str, size: int, tone: str = "text2", ratio: float = 1.0) -> QPixmap:
    """An icon as a picture of `size` logical pixels for a screen of this pixel ratio."""
    return _pixmap(name, size, look().colours.named(tone), ratio)


@lru_cache(maxsize=512)
def _pixmap(name: str, size: int, colour: str, ratio: float) -> QPixmap:
    picture = QPixmap(round(size * ratio), round(size * ratio))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    _renderer(name, colour, 2.0).render(painter, QRectF(picture.rect()))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


def icon(name: str, tone: str = "text2", size: int | None = None) -> QIcon:
    """An icon for menus and actions; it keeps the colours of the moment it was made."""
    side = size or look().sizes.icon
    made = QIcon()
    for ratio in (1.0, 1.5, 2.0):
        made.addPixmap(pixmap(name, side, tone, ratio))
    return made


class IconView(QWidget):
    """One icon in a row of things; it says nothing to screen readers unless named."""

    def __init__(
        self,
        name: str,
        tone: str = "text2",
        size: str = "icon_m",
        *,
        says: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Show icon `name`; `size` is a size token such as "icon_s", `says` a spoken name."""
        super().__init__(parent)
        self._name, self._tone, self._size = name, tone, size
        self.setAccessibleName(says)
        self.setToolTip(says)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_icon(self, name: str, tone: str | None = None) -> None:
        """Change the icon, and its colour when given."""
        self._name, self._tone = name, tone or self._tone
        self.update()

    def sizeHint(self) -> QSize:
        """The icon's side, in the text size chosen."""
        side: int = getattr(look().sizes, self._size)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        """Never smaller than the icon."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the icon in the middle."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = min(self.width(), self.height())
        area = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        paint(painter, self._name, area, self._tone)
