"""The badge as the guest types it: white, with name, organisation and title."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from networking_app.gui.fitting import fit_name
from networking_app.gui.kiosk.style import colours
from networking_app.gui.theme import look
from networking_app.gui.tokens import LIGHT
from networking_app.support.i18n import gettext as _

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from networking_app.domain.kiosk import BadgeText
    from networking_app.gui.kiosk.style import Scale


class BadgePreview(QWidget):
    """Shows how the texts share the badge; the printed one has code and colours too."""

    def __init__(self, text: BadgeText, scale: Scale) -> None:
        super().__init__()
        self._text, self._scale = text, scale
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_text(text)

    def show_text(self, text: BadgeText) -> None:
        """Show what was typed."""
        self._text = text
        said = ", ".join(part for part in (text.name, text.organisation, text.title) if part)
        self.setAccessibleName(_("Your badge: {text}").format(text=said))
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as a third of a line, in the shape of a badge."""
        return QSize(self._scale.px(14), self._scale.px(9.2))

    def minimumSizeHint(self) -> QSize:
        """Never cut."""
        return QSize(self._scale.px(8), self._scale.px(9.2))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the card and its texts."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        px, area = self._scale.px, QRectF(self.rect())
        area.setWidth(min(area.width(), px(18)))
        area.adjust(1, 1, -1, -1)
        painter.setPen(QPen(QColor(colours().control), 2))
        painter.setBrush(QColor(LIGHT.surface))
        painter.drawRoundedRect(area, px(0.4), px(0.4))
        inner = area.adjusted(px(0.8), px(0.9), -px(0.8), -px(0.6))
        top = self._name(painter, inner)
        for words, size, tone in (
            (self._text.organisation, 1.05, LIGHT.text),
            (self._text.title, 0.9, LIGHT.text2),
        ):
            font = look().font_of(px(size))
            line = QRectF(inner.left(), top, inner.width(), px(size * 1.35))
            cut = QFontMetricsF(font).elidedText(
                " ".join(words.split()), Qt.TextElideMode.ElideRight, line.width()
            )
            painter.setFont(font)
            painter.setPen(QColor(tone))
            painter.drawText(line, int(Qt.AlignmentFlag.AlignVCenter), cut)
            top += line.height() if words.strip() else 0

    def _name(self, painter: QPainter, inner: QRectF) -> float:
        """Write the name as large as it fits; returns where it ends."""
        px = self._scale.px
        at_100 = QFontMetricsF(look().font_of(100, 700))
        fit = fit_name(
            self._text.name, inner.width(), px(4.2), at_100.horizontalAdvance, most=px(2.4)
        )
        painter.setFont(look().font_of(fit.px, 700))
        painter.setPen(QColor(LIGHT.text))
        top = inner.top()
        for row in fit.lines[:3]:
            line = QRectF(inner.left(), top, inner.width(), fit.px * 1.15)
            painter.drawText(line, int(Qt.AlignmentFlag.AlignVCenter), row)
            top += line.height()
        return max(top, inner.top() + px(1.2)) + px(0.5)
