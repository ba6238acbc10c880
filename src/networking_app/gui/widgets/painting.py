"""Small pieces that own painted widgets share: rounded boxes, keys, text in a rectangle."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from networking_app.gui.theme import look
from networking_app.gui.tokens import Radius

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


def begin(painter: QPainter) -> None:
    """Switch smooth edges and text on."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)


def rounded(
    painter: QPainter,
    area: QRectF,
    radius: float,
    *,
    fill: str = "",
    edge: str = "",
    width: float = 1,
) -> None:
    """Draw a rounded box; `fill` and `edge` name colour tokens, empty for none.

    The edge lies inside the area.
    """
    painter.setBrush(look().colour(fill) if fill else Qt.BrushStyle.NoBrush)
    if edge:
        painter.setPen(QPen(look().colour(edge), width))
        half = width / 2
        area = area.adjusted(half, half, -half, -half)
        radius = max(0.0, radius - half)
    else:
        painter.setPen(Qt.PenStyle.NoPen)
    painter.drawRoundedRect(area, radius, radius)


def words(
    painter: QPainter,
    area: QRectF,
    text: str,
    *,
    type_: str = "body",
    tone: str = "text",
    align: Qt.AlignmentFlag = _LEFT,
) -> float:
    """Write one line of text, cut with "…" if it is too long; returns the width used."""
    font = look().font(type_)
    metrics = QFontMetricsF(font)
    cut = metrics.elidedText(text, Qt.TextElideMode.ElideRight, area.width() + 1)
    painter.setFont(font)
    painter.setPen(look().colour(tone))
    painter.drawText(area, int(align | Qt.TextFlag.TextSingleLine), cut)
    return metrics.horizontalAdvance(cut)


def key_size(key: str) -> QSize:
    """Size of the frame around a key's name."""
    height = look().sizes.key
    width = round(look().width(key, "caption_strong")) + 2 * look().px(6)
    return QSize(max(width, height), height)


def key(painter: QPainter, area: QRectF, name: str, *, tone: str, edge: str) -> None:
    """Draw a key's name in its frame."""
    rounded(painter, area, Radius.TAG, edge=edge)
    words(
        painter,
        area,
        name,
        type_="caption_strong",
        tone=tone,
        align=Qt.AlignmentFlag.AlignCenter,
    )
