"""Answers side by side as buttons with their numbers: one is chosen, by key or pointer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from networking_app.gui.announce import announce
from networking_app.gui.theme import look
from networking_app.gui.tokens import Radius, Space
from networking_app.gui.widgets import painting
from networking_app.gui.widgets.button import Button
from networking_app.gui.widgets.flow import Flow
from networking_app.gui.widgets.layout import column, plain
from networking_app.support.i18n import gettext as _

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QPaintEvent

MOST = 9
"""Answers that can be told apart by a number key."""


class Options(QWidget):
    """((value, words), …); digits and arrows choose while it has the focus; `chosen(value)`.

    It is one stop of the Tab key. Enter is left to the form around it.
    """

    chosen = Signal(str)

    def __init__(
        self, name: str, choices: tuple[tuple[str, str], ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.choices = choices
        self._name = name
        self._at = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        flow = Flow()
        self.buttons: list[Button] = []
        for number, (value, words) in enumerate(choices):
            key = str(number + 1) if number < MOST else ""
            button = Button(words, key=key)
            button.setShortcut(QKeySequence())
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(lambda _on=False, value=value: self.choose(value))
            self.buttons.append(button)
            flow.addWidget(button)
        self.setLayout(column(plain(flow), margins=Space.TINY))
        self._say()

    def value(self) -> str:
        """What was chosen, "" for nothing yet."""
        return self.choices[self._at][0] if self._at >= 0 else ""

    def choose(self, value: str) -> None:
        """Choose one, as if by its key."""
        self._take(next(n for n, (known, _words) in enumerate(self.choices) if known == value))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits choose by number, arrows the neighbour."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        text = event.text()
        if text in set("123456789") and int(text) <= len(self.choices):
            self._take(int(text) - 1)
        elif step:
            self._take((max(self._at, 0 if step < 0 else -1) + step) % len(self.choices))
        elif event.key() == Qt.Key.Key_Space and self._at < 0:
            self._take(0)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the frame of the focus."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the frame of the focus."""
        super().focusOutEvent(event)
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        """Follow theme and text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the frame of the focus around all answers."""
        del event
        if not self.hasFocus():
            return
        painter = QPainter(self)
        painting.begin(painter)
        painting.rounded(
            painter,
            QRectF(self.rect()),
            Radius.CONTROL + Space.TINY,
            edge="accent",
            width=look().sizes.focus,
        )

    def _take(self, place: int) -> None:
        self._at = place
        for number, button in enumerate(self.buttons):
            on = number == place
            button.kind = "main" if on else "normal"
            button.icon_name = "check" if on else ""
            button.updateGeometry()
            button.update()
        self._say()
        announce(self, self.choices[place][1])
        self.chosen.emit(self.choices[place][0])

    def _say(self) -> None:
        said = ", ".join(f"{n}: {words}" for n, (_value, words) in enumerate(self.choices, start=1))
        if self._at >= 0:
            chosen = _("{choice} chosen").format(choice=self.choices[self._at][1])
            said = f"{chosen}. {said}"
        self.setAccessibleName(self._name)
        self.setAccessibleDescription(said)
