"""A line that completes what is typed from known texts: the rest stands grey, Tab takes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QLineEdit, QWidget

from networking_app.domain.names import fold
from networking_app.gui.tokens import Space
from networking_app.gui.widgets import painting
from networking_app.support.i18n import gettext as _

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QPaintEvent


class CompletingLine(QLineEdit):
    """Tab takes what is offered and goes on; End and Right take it and stay; Down offers another.

    Nothing is offered after Backspace, so that a new name which begins like a known one can be
    typed. `offered(text)` tells what is offered, "" for nothing.
    """

    offered = Signal(str)

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._find: Callable[[str], Sequence[str]] = lambda _typed: ()
        self._found: Sequence[str] = ()
        self._place = 0
        self.textEdited.connect(self._edited)
        self.textChanged.connect(self._changed)

    def complete_from(self, find: Callable[[str], Sequence[str]]) -> None:
        """Ask this for known texts, best first; it must answer within a frame."""
        self._find = find

    def offer(self) -> str:
        """The text that Tab would take, "" for none."""
        return self._found[self._place] if self._found else ""

    def rest(self) -> str:
        """What is shown behind the cursor."""
        offer, typed = self.offer(), self.text()
        if not offer:
            return ""
        begins = fold(offer[: len(typed)]) == fold(typed)
        return offer[len(typed) :] if begins else _("  → {text}").format(text=offer)

    def event(self, event: QEvent) -> bool:
        """Take the offer by Tab before the focus moves on."""
        if (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Tab
            and not event.modifiers()
        ):
            self.take()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """End and Right at the end take the offer, Down and Up go through the others."""
        key, at_end = event.key(), self.cursorPosition() == len(self.text())
        if at_end and self.offer() and key in {Qt.Key.Key_End, Qt.Key.Key_Right}:
            self.take()
            return
        if self.offer() and key in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            self._turn(1 if key == Qt.Key.Key_Down else -1)
            return
        super().keyPressEvent(event)
        if key in {Qt.Key.Key_Backspace, Qt.Key.Key_Delete}:
            self._show(())

    def take(self) -> bool:
        """Put the offer in; False if there is none."""
        offer = self.offer()
        if not offer:
            return False
        self.setText(offer)
        self._show(())
        return True

    def focusOutEvent(self, event: object) -> None:
        """Offer nothing any more."""
        super().focusOutEvent(event)  # type: ignore[arg-type]  # handed on as it came
        self._show(())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rest behind what was typed."""
        super().paintEvent(event)
        rest = self.rest()
        if not rest or self.cursorPosition() != len(self.text()) or self.hasSelectedText():
            return
        painter = QPainter(self)
        painting.begin(painter)
        cursor = QRectF(self.cursorRect())
        left = cursor.center().x() + 1
        area = QRectF(left, 0, self.width() - left - Space.SMALL, self.height())
        painting.words(painter, area, rest, tone="text3")

    def _edited(self, typed: str) -> None:
        self._show(tuple(self._find(typed)) if typed.strip() else ())

    def _changed(self, text: str) -> None:
        if self._found and text == "":
            self._show(())

    def _turn(self, step: int) -> None:
        self._place = (self._place + step) % len(self._found)
        self._tell()

    def _show(self, found: Sequence[str]) -> None:
        same = fold(self.text())
        found = [text for text in found if fold(text) != same or text != self.text()]
        if not found and not self._found:
            return
        self._found, self._place = found, 0
        self._tell()

    def _tell(self) -> None:
        self.update()
        self.offered.emit(self.offer())
