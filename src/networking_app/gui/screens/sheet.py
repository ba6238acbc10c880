"""Draws large text and icons on a screen for guests, in sizes that come from its width."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter
from PySide6.QtSvg import QSvgRenderer

from networking_app.gui.theme import look, svg_text
from networking_app.gui.tokens import SCREEN

if TYPE_CHECKING:
    from PySide6.QtGui import QFont

LEAST = 45
"""No text is smaller than this part of the screen's width."""
LINE = 1.22


class Sheet:
    """A painter with the measures of one screen.

    Attributes:
        least: the smallest size of type in px.
        unit: what sizes and distances are multiples of.
        drawn: every text with its size in px.
    """

    def __init__(self, painter: QPainter, width: int, height: int) -> None:
        self._painter = painter
        self.width, self.height = width, height
        self.least = math.ceil(width / LEAST)
        # Upright screens have room below: their text is larger for the same width.
        self.unit = width / 30 if height > width else min(width / 43, height / 24)
        self.margin = round(min(width, height) * 0.09)
        self.drawn: list[tuple[str, int]] = []
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)

    @property
    def is_upright(self) -> bool:
        """Whether it is higher than wide."""
        return self.height > self.width

    def inside(self) -> QRectF:
        """The sheet without its margins."""
        side = self.margin
        return QRectF(side, side, self.width - 2 * side, self.height - 2 * side)

    def fill(self, tone: str) -> None:
        """Fill it all."""
        self._painter.fillRect(QRectF(0, 0, self.width, self.height), QColor(SCREEN.named(tone)))

    def box(self, area: QRectF, tone: str) -> None:
        """A rounded box."""
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(QColor(SCREEN.named(tone)))
        radius = self.least * 0.45
        self._painter.drawRoundedRect(area, radius, radius)

    def icon(self, name: str, area: QRectF, tone: str = "text") -> None:
        """An icon, as large as the area."""
        _renderer(name, SCREEN.named(tone)).render(self._painter, area)

    def text(  # noqa: PLR0913 (all that a text on a sheet has)
        self,
        area: QRectF,
        words: str,
        px: float,
        *,
        weight: int = 400,
        tone: str = "text",
        lines: int = 1,
        right: bool = False,
    ) -> float:
        """Write a text from the top of an area and return the height it took.

        It shrinks to the least size before it is cut with "…"; `px` is the size wished for.
        """
        if not words or area.height() < self.least:
            return 0.0
        font, rows = self._fit(words, area, px, weight, lines)
        height = font.pixelSize() * LINE
        align = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        self._painter.setFont(font)
        self._painter.setPen(QColor(SCREEN.named(tone)))
        for place, row in enumerate(rows):
            line = QRectF(area.left(), area.top() + place * height, area.width(), height)
            flags = align | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
            self._painter.drawText(line, int(flags | Qt.TextFlag.TextDontClip), row)
            self.drawn.append((row, font.pixelSize()))
        return len(rows) * height

    def long(self, words: str, px: float, weight: int = 400) -> float:
        """How wide a line of this size is."""
        return QFontMetricsF(look().font_of(self.size(px), weight)).horizontalAdvance(words)

    def size(self, px: float) -> int:
        """A size of type that is never under the least."""
        return max(self.least, round(px))

    def _fit(
        self, words: str, area: QRectF, px: float, weight: int, lines: int
    ) -> tuple[QFont, list[str]]:
        size = self.size(px)
        while True:
            font = look().font_of(size, weight)
            most = max(1, min(lines, int(area.height() / (size * LINE))))
            rows = broken(words, area.width(), QFontMetricsF(font))
            if len(rows) <= most and len(rows) * size * LINE <= area.height() + 1:
                return font, rows
            if size <= self.least:
                return font, _cut(rows, most, area.width(), QFontMetricsF(font))
            size = max(self.least, int(size * 0.94))


def broken(words: str, width: float, metrics: QFontMetricsF) -> list[str]:
    """Lines that fit a width; a word that is longer stands alone and may be broken."""
    lines: list[str] = []
    line = ""
    for word in words.split():
        longer = f"{line} {word}".strip()
        if not line or metrics.horizontalAdvance(longer) <= width:
            line = longer
        else:
            lines.append(line)
            line = word
        while len(line) > 1 and metrics.horizontalAdvance(line) > width:
            end = _that_fit(line, width, metrics)
            lines.append(line[:end])
            line = line[end:]
    return [*lines, line] if line else lines


def _that_fit(line: str, width: float, metrics: QFontMetricsF) -> int:
    end = len(line)
    while end > 1 and metrics.horizontalAdvance(line[:end]) > width:
        end -= 1
    return end


def _cut(rows: list[str], most: int, width: float, metrics: QFontMetricsF) -> list[str]:
    if len(rows) <= most:
        return rows
    rest = " ".join(rows[most - 1 :])
    return [*rows[: most - 1], metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width)]


@lru_cache(maxsize=64)
def _renderer(name: str, colour: str) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(svg_text(name, colour).encode()))
