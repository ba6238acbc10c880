"""The large parts of the kiosk: words, buttons, fields, choices; all worked by keys alone too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from networking_app.gui.widgets.flow import Flow
from networking_app.gui.widgets.layout import column, restyle

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from networking_app.gui.kiosk.style import Scale


class Words(QLabel):
    """A text in one of the kiosk's styles, broken into lines."""

    def __init__(self, text: str, style: str = "body") -> None:
        super().__init__(text)
        self.setProperty("k", style)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)


class Big(QPushButton):
    """A button that Enter presses too."""

    def __init__(self, text: str, style: str = "normal") -> None:
        super().__init__(text.replace("&", "&&"))
        self.setProperty("k", style)
        self.setAccessibleName(text)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)


class Line(QLineEdit):
    """A field without menu, drag, paste or what Qt completes."""

    def __init__(self, text: str = "", most: int = 120) -> None:
        super().__init__(text)
        self.setMaxLength(most)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setDragEnabled(False)
        self.setAcceptDrops(False)
        hints = Qt.InputMethodHint
        self.setInputMethodHints(hints.ImhNoPredictiveText | hints.ImhSensitiveData)


class Entry(QWidget):
    """A field with its label above and what is wrong below; `entered` on Enter."""

    entered = Signal()

    def __init__(
        self, label: str, text: str = "", *, most: int = 120, hint: str = "", hides: bool = False
    ) -> None:
        super().__init__()
        self.setProperty("k", "plain")
        self._hint = hint
        self.label = Words(label, "label")
        self.line = Line(text, most)
        if hides:
            self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.line.setAccessibleName(label)
        self.line.returnPressed.connect(self.entered)
        self.label.setBuddy(self.line)
        self.under = Words(hint, "body")
        self.under.setVisible(bool(hint))
        self.setLayout(column(self.label, self.line, self.under, gap=4))
        self.line.setAccessibleDescription(hint)

    def text(self) -> str:
        """What was typed, without outer blanks."""
        return self.line.text().strip()

    def show_error(self, sentence: str) -> None:
        """Say what is wrong; "" takes it away."""
        self.under.setText(sentence or self._hint)
        restyle(self.under, "k", "error" if sentence else "body")
        self.under.setVisible(bool(sentence or self._hint))
        self.line.setAccessibleDescription(sentence or self._hint)

    def error(self) -> str:
        """The sentence that is shown."""
        return self.under.text() if self.under.property("k") == "error" else ""


class Choices(QWidget):
    """A question with choices of which one is on; arrows move, `chosen(value)` tells."""

    chosen = Signal(str)

    def __init__(
        self, label: str, choices: tuple[tuple[str, str], ...], value: str, scale: Scale
    ) -> None:
        super().__init__()
        self.setProperty("k", "plain")
        self.setAccessibleName(label)
        self._values = [choice for choice, _words in choices]
        self._group = QButtonGroup(self)
        flow = Flow(gap=scale.px(0.5))
        for number, (choice, words) in enumerate(choices):
            button = Big(words)
            button.setCheckable(True)
            button.setChecked(choice == value)
            button.setAccessibleName(f"{label}: {words}")
            self._group.addButton(button, number)
            flow.addWidget(button)
        self._group.idClicked.connect(lambda number: self.chosen.emit(self._values[number]))
        self.under = Words("", "error")
        self.under.hide()
        self.setLayout(column(Words(label, "label"), flow, self.under, gap=scale.px(0.3)))

    def first(self) -> QWidget:
        """The button that takes the focus."""
        return self._group.checkedButton() or self._group.button(0)

    def show_error(self, sentence: str) -> None:
        """Say what is wrong."""
        self.under.setText(sentence)
        self.under.setVisible(bool(sentence))
