"""Form fields: label above, hint or error below; choices side by side.

email = Field(_("E-mail"), QLineEdit(), check=wrong_email)
if (bad := first_wrong(email, family)) is not None: bad.focus()
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QButtonGroup,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from networking_app.gui.icons import IconView
from networking_app.gui.theme import look
from networking_app.gui.tokens import Radius, Space
from networking_app.gui.widgets import painting
from networking_app.gui.widgets.layout import column, plain, restyle, row
from networking_app.gui.widgets.text import Label
from networking_app.support.i18n import gettext as _

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPaintEvent


class Field(QWidget):
    """A labelled field; an error is shown in red with an icon and a sentence that says how to fix.

    `check` gets the text and returns such a sentence, or "" when all is well. It runs when the
    field is left; once something is wrong it runs at every change, so the error goes when fixed.
    """

    changed = Signal(str)

    def __init__(
        self,
        label: str,
        editor: QWidget | None = None,
        *,
        hint: str = "",
        required: bool = False,
        check: Callable[[str], str] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.editor: QWidget = editor if editor is not None else QLineEdit()
        self._name = label
        self._hint = hint
        self._required = required
        self._check = check
        self._error = ""
        text = _("{label} (required)").format(label=label) if required else label
        self.label = Label(text, "caption_strong", "text2")
        self.label.setBuddy(self.editor)
        self._under = Label(hint, "caption", "text3", wrap=True)
        self._under.setMaximumWidth(16_777_215)  # else it stands in the middle of a wide field
        self._sign = IconView("circle-alert", "bad_text", "icon_s")
        self._below = plain(row(self._sign, (self._under, 1), gap=Space.SNUG))
        self.setLayout(column(self.label, self.editor, self._below, None, gap=Space.TINY))
        if isinstance(self.editor, QLineEdit):
            self.editor.setCursorPosition(0)
        self.editor.setAccessibleName(text)
        self.editor.installEventFilter(self)
        self._listen()
        self._show_below()

    def text(self) -> str:
        """What is in the field, without outer blanks; of a combo box the current text."""
        return _text_of(self.editor).strip()

    def set_text(self, text: str) -> None:
        """Put a text in; an error there was goes."""
        _put(self.editor, text)
        self.show_error("")

    def error(self) -> str:
        """The sentence shown, or ""."""
        return self._error

    def show_error(self, sentence: str) -> None:
        """Show what is wrong and how to fix it; "" takes it away."""
        self._error = sentence
        restyle(self.editor, "wrong", "true" if sentence else "false")
        self._show_below()

    def show_hint(self, hint: str) -> None:
        """Change the hint."""
        self._hint = hint
        self._show_below()

    def set_off(self, reason: str) -> None:
        """Switch off; the reason is shown as the hint."""
        self.editor.setEnabled(False)
        self.show_hint(reason)

    def is_right(self) -> bool:
        """Check now, show what is wrong, and say whether all is well."""
        text = self.text()
        sentence = ""
        if self._required and not text:
            sentence = _("{label} is needed").format(label=self._name)
        elif self._check is not None:
            sentence = self._check(text)
        self.show_error(sentence)
        return not sentence

    def focus(self) -> None:
        """Put the cursor into the field."""
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Check when the field is left with something in it."""
        if event.type() == QEvent.Type.FocusOut and self.text():
            self.is_right()
        return super().eventFilter(watched, event)

    def _listen(self) -> None:
        editor = self.editor
        if isinstance(editor, QLineEdit | QPlainTextEdit):
            editor.textChanged.connect(self._changed)
        elif isinstance(editor, QComboBox):
            editor.currentTextChanged.connect(self._changed)
        elif isinstance(editor, QAbstractSpinBox):
            editor.editingFinished.connect(self._changed)

    def _changed(self, *_args: object) -> None:
        if self._error:
            self.is_right()
        self.changed.emit(self.text())

    def _show_below(self) -> None:
        text = self._error or self._hint
        self._under.setText(text)
        self._under.show_tone("bad_text" if self._error else "text3")
        self._sign.setVisible(bool(self._error))
        self._below.setVisible(bool(text))
        said = _("Error: {sentence}").format(sentence=self._error) if self._error else self._hint
        self.editor.setAccessibleDescription(said)


def first_wrong(*fields: Field) -> Field | None:
    """Check all fields and return the first that is wrong."""
    return next((field for field in [f for f in fields if not f.is_right()]), None)


def side_by_side(*fields: QWidget) -> QHBoxLayout:
    """Fields of equal width beside each other, their labels on one line."""
    return row(*((field, 1, Qt.AlignmentFlag.AlignTop) for field in fields), gap=Space.FIELDS)


class Segmented(QWidget):
    """Two to four choices side by side, ((value, words), …); arrows move, `chosen(value)` tells."""

    chosen = Signal(str)

    def __init__(
        self,
        name: str,
        choices: tuple[tuple[str, str], ...],
        value: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._group = QButtonGroup(self)
        self._values = [choice for choice, _words in choices]
        inside = QHBoxLayout(self)
        inside.setSpacing(Space.HAIR)
        inside.setContentsMargins(3, 3, 3, 3)
        for number, (choice, words) in enumerate(choices):
            button = _Segment(words, _("{choice}, {group}").format(choice=words, group=name))
            button.setChecked(choice == value)
            self._group.addButton(button, number)
            inside.addWidget(button)
        self._group.idClicked.connect(self._clicked)

    def value(self) -> str:
        """The value chosen, "" for none."""
        number = self._group.checkedId()
        return self._values[number] if number >= 0 else ""

    def choose(self, value: str) -> None:
        """Choose without a signal."""
        self._group.button(self._values.index(value)).setChecked(True)

    def changeEvent(self, event: QEvent) -> None:
        """Follow theme and text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right choose the neighbour."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        number = self._group.checkedId() + step
        if step and 0 <= number < len(self._values):
            button = self._group.button(number)
            button.setFocus()
            button.click()
        elif not step:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the well the choices lie in."""
        del event
        painter = QPainter(self)
        painting.begin(painter)
        painting.rounded(painter, QRectF(self.rect()), Radius.CONTROL, fill="sunken")

    def _clicked(self, number: int) -> None:
        self.chosen.emit(self._values[number])


class _Segment(QPushButton):
    """One of the choices."""

    def __init__(self, text: str, name: str) -> None:
        super().__init__(text.replace("&", "&&"))
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        wide = round(look().width(self.text().replace("&&", "&"), "strong")) + 2 * Space.ROOMY
        return QSize(wide, look().sizes.control - 6)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painting.begin(painter)
        on = self.isChecked()
        fill = "surface" if on else "hover" if self.underMouse() and self.isEnabled() else ""
        edge = "accent" if self.hasFocus() else "control" if on else ""
        width = look().sizes.focus if self.hasFocus() else look().sizes.edge
        painting.rounded(
            painter, QRectF(self.rect()), Radius.SEGMENT, fill=fill, edge=edge, width=width
        )
        tone = "text3" if not self.isEnabled() else "text" if on else "text2"
        painting.words(
            painter,
            QRectF(self.rect()),
            self.text().replace("&&", "&"),
            type_="strong" if on else "body",
            tone=tone,
            align=Qt.AlignmentFlag.AlignCenter,
        )


def _text_of(editor: QWidget) -> str:
    if isinstance(editor, QPlainTextEdit):
        return editor.toPlainText()
    if isinstance(editor, QComboBox):
        return editor.currentText()
    if isinstance(editor, QLineEdit | QAbstractSpinBox | QAbstractButton):
        return editor.text()
    if isinstance(editor, Segmented):
        return editor.value()
    return ""


def _put(editor: QWidget, text: str) -> None:
    if isinstance(editor, QPlainTextEdit):
        editor.setPlainText(text)
    elif isinstance(editor, QComboBox):
        editor.setCurrentText(text)
    elif isinstance(editor, QLineEdit):
        editor.setText(text)
    elif isinstance(editor, Segmented):
        editor.choose(text)
