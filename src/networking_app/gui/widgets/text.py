"""Text on the page: labels in the sizes and tones of the tokens, cut with "…" where told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from networking_app.gui.theme import look
from networking_app.gui.widgets import painting
from networking_app.gui.widgets.layout import restyle
from networking_app.gui.widgets.own_size import OwnSize

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent


class Label(QLabel):
    """A text; `type` and `tone` name tokens ("h1", "caption"; "text2", "warn_text")."""

    def __init__(
        self,
        text: str = "",
        type: str = "body",  # noqa: A002 (the tokens' own word)
        tone: str = "text",
        *,
        wrap: bool = False,
        elide: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Show a text.

        Args:
            text: shown as it is, never read as rich text.
            type: a type token.
            tone: a colour token.
            wrap: break into lines, at most 720 wide.
            elide: cut with "…" when narrow; the whole text is then the tool tip.
            parent: the usual.
        """
        super().__init__(parent)
        self._elides = elide
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("type", type)
        self.setProperty("tone", tone)
        self.setText(text)
        if wrap:
            self.setWordWrap(True)
            self.setMaximumWidth(look().px(look().sizes.reading))
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)
        if elide:
            self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def show_tone(self, tone: str) -> None:
        """Change the colour token."""
        restyle(self, "tone", tone)

    def minimumSizeHint(self) -> QSize:
        """A text that may be cut needs no width of its own."""
        hint = super().minimumSizeHint()
        return QSize(0, hint.height()) if self._elides else hint

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the text, cut where it does not fit."""
        if not self._elides:
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.setFont(self.font())
        inside = self.contentsRect()
        cut = QFontMetrics(self.font()).elidedText(
            self.text(), Qt.TextElideMode.ElideRight, inside.width() + 1
        )
        self._tell_whole(cut != self.text())
        painter.drawText(inside, int(self.alignment() | Qt.TextFlag.TextSingleLine), cut)

    def _tell_whole(self, is_cut: bool) -> None:
        tip = self.text() if is_cut else ""
        if self.toolTip() != tip:
            self.setToolTip(tip)


class KeyFrame(OwnSize, QWidget):
    """A key of the keyboard as a small frame, such as Ctrl+K."""

    def __init__(self, key: str, tone: str = "text2", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = key
        self._tone = tone
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(key)

    def sizeHint(self) -> QSize:
        """As wide as the key's name."""
        return painting.key_size(self.key)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the frame and the name."""
        del event
        painter = QPainter(self)
        painting.begin(painter)
        painting.key(painter, QRectF(self.rect()), self.key, tone=self._tone, edge="control")
