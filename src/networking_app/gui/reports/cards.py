"""The cards of the reports page: each list by a small drawing of its page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath
from PySide6.QtWidgets import QSizePolicy, QWidget

from networking_app.gui.theme import look
from networking_app.gui.tokens import Radius, Space
from networking_app.gui.widgets import painting
from networking_app.gui.widgets.card import ButtonCard
from networking_app.gui.widgets.flow import Flow
from networking_app.gui.widgets.layout import column, plain, row
from networking_app.gui.widgets.text import Label
from networking_app.support.i18n import gettext as _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QPaintEvent

_PAGE = (82, 116)  # the drawing of a page at 100 %, in A4's proportions
_CARD = (140, 196)
_LINES = 12
_HANDS = ((1.6, 0, 0.8, 0.2, 0.9, 0.3), (0.4, 1.8, 0.1, 0.6, 0.2, 0), (1.2, 0.2, 0.3, 1.4, 0, 0.4))


class Sketch(QWidget):
    """A page in small: lines and, by its kind, signatures, ticks, clocks or badges."""

    def __init__(self, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = kind
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """The size of the page."""
        return QSize(look().px(_PAGE[0]), look().px(_PAGE[1]))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the page."""
        del event
        painter = QPainter(self)
        painting.begin(painter)
        painting.rounded(
            painter, QRectF(self.rect()), Radius.TAG, fill="surface", edge="pill_edge", width=1
        )
        if self._kind == "badges":
            self._badges(painter)
            return
        self._bar(painter, 0.10, 0.08, 0.42, 0.03, "text")
        self._bar(painter, 0.10, 0.14, 0.28, 0.018, "text3")
        for number in range(_LINES):
            self._line(painter, 0.22 + number * 0.058, number)

    def _line(self, painter: QPainter, top: float, number: int) -> None:
        self._bar(painter, 0.10, top, 0.26 - 0.05 * (number % 3 == 1), 0.016, "text2")
        if self._kind == "signatures":
            self._bar(painter, 0.42, top, 0.14, 0.012, "text3")
            self._scribble(painter, top, number)
        elif self._kind == "arrivals":
            self._bar(painter, 0.42, top, 0.24, 0.012, "text3")
            self._bar(painter, 0.76, top, 0.14, 0.016, "ok_text")
        elif self._kind == "missing":
            self._bar(painter, 0.42, top, 0.24, 0.012, "text3")
            area = self._area(0.80, top - 0.008, 0.07, 0.032)
            painting.rounded(painter, area, 2, edge="control")
        elif self._kind == "contacts":
            self._bar(painter, 0.42, top, 0.30, 0.012, "link")
            self._bar(painter, 0.77, top, 0.13, 0.012, "text3")
        else:
            self._bar(painter, 0.42, top, 0.22, 0.012, "text3")
            self._bar(painter, 0.70, top, 0.20, 0.012, "text3")

    def _scribble(self, painter: QPainter, top: float, number: int) -> None:
        """A signature: ups and downs that differ from row to row."""
        painter.setPen(look().colour("accent"))
        area = self._area(0.62, top, 0.17 + 0.03 * (number % 4), 0.016)
        path = QPainterPath(area.bottomLeft())
        for step in range(1, len(_HANDS[0]) + 1):
            up = _HANDS[number % len(_HANDS)][step - 1]
            x = area.x() + area.width() * step / len(_HANDS[0])
            path.lineTo(x, area.bottom() - area.height() * up)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)

    def _badges(self, painter: QPainter) -> None:
        for place in range(10):
            left, top = 0.07 + place % 2 * 0.44, 0.05 + place // 2 * 0.182
            self._bar(painter, left, top, 0.42, 0.17, "sunken")
            self._bar(painter, left, top, 0.42, 0.04, "accent")
            self._bar(painter, left + 0.03, top + 0.06, 0.22, 0.022, "text")
            self._bar(painter, left + 0.30, top + 0.09, 0.09, 0.06, "text2")

    def _bar(
        self, painter: QPainter, x: float, y: float, width: float, height: float, tone: str
    ) -> None:
        painting.rounded(painter, self._area(x, y, width, height), 1, fill=tone)

    def _area(self, x: float, y: float, width: float, height: float) -> QRectF:
        wide, high = self.width(), self.height()
        return QRectF(x * wide, y * high, width * wide, height * high)


class ReportCard(ButtonCard):
    """One list: its drawing, its name and what it holds."""

    def __init__(self, name: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self.name = name
        self._title_text = title
        self.title = Label(title, "strong", wrap=True)
        self.fact = Label("", "caption", "text2", wrap=True)
        for label in (self.title, self.fact):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setLayout(
            column(
                row(None, Sketch(name), None), self.title, self.fact, None,
                gap=Space.SNUG, margins=(Space.SMALL, Space.NORMAL),
            )
        )  # fmt: skip
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_fact(self, fact: str) -> None:
        """Say what it holds now."""
        self.fact.setText(fact)
        self.setAccessibleName(_("{report}: {fact}").format(report=self._title_text, fact=fact))

    def set_chosen(self, chosen: bool) -> None:
        """Mark it, in words too."""
        super().set_chosen(chosen)
        self.setAccessibleDescription(_("chosen") if chosen else "")

    def sizeHint(self) -> QSize:
        """As wide as its longest word, at least as wide as the others."""
        words = max((look().width(w, "strong") for w in self._title_text.split()), default=0)
        wide = max(look().px(_CARD[0]), round(words) + 2 * Space.ROOMY)
        return QSize(wide, max(look().px(_CARD[1]), self.heightForWidth(wide)))

    def minimumSizeHint(self) -> QSize:
        """Never smaller."""
        return self.sizeHint()


class CardGroup(QWidget):
    """A heading with its cards, which go on in the next line; arrows move among them."""

    chosen = Signal(str)

    def __init__(self, heading: str, cards: Sequence[ReportCard]) -> None:
        super().__init__()
        self.cards = tuple(cards)
        self.setLayout(
            column(Label(heading, "h3"), plain(Flow(*cards, gap=Space.NORMAL)), gap=Space.NORMAL)
        )
        self.setAccessibleName(heading)
        for card in cards:
            card.clicked.connect(lambda card=card: self.chosen.emit(card.name))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and Right go from card to card."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        here = next((n for n, card in enumerate(self.cards) if card.hasFocus()), -1)
        if step and here >= 0 and 0 <= here + step < len(self.cards):
            self.cards[here + step].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)
