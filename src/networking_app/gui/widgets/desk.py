"""What surrounds the answer at the desk: the scan field, the open question, the notes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from networking_app.gui.icons import IconView
from networking_app.gui.theme import look
from networking_app.gui.tokens import Space, WindowHeight
from networking_app.gui.widgets.button import Button
from networking_app.gui.widgets.card import NoteCard
from networking_app.gui.widgets.flow import Flow
from networking_app.gui.widgets.layout import column, empty, plain, restyle, row
from networking_app.gui.widgets.text import KeyFrame, Label
from networking_app.support.i18n import gettext as _

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QResizeEvent

_CRAMPED = 500
_NOTE_WIDE = 330


def is_cramped(widget: QWidget) -> bool:
    """Whether the window is low for the size of its text, so that large parts must be lower."""
    return widget.window().height() < look().px(_CRAMPED)


class ScanField(QFrame):
    """The field at the top of the desk: `typed(text)` while typing, `entered(text)` on Enter.

    While it is empty it leaves undo, redo and the arrows to the page. Down and Up go to the page
    as `moved(step)`, Esc clears it and, when empty, is left to the page. Space right after an
    arrow is `ticked` instead of a blank, while the page says that there is something to tick.
    """

    typed = Signal(str)
    entered = Signal(str)
    moved = Signal(int)
    ticked = Signal()

    def __init__(self, hint: str, ready: str = "", parent: QWidget | None = None) -> None:
        """Show `hint` while empty and `ready` ("Ready") at the right."""
        super().__init__(parent)
        self.space_ticks = False
        self.field = _BareField(self)
        self.field.setProperty("cls", "bare")
        self.field.setPlaceholderText(hint)
        self.field.setAccessibleName(hint)
        self.field.textChanged.connect(self._typed)
        self.field.returnPressed.connect(lambda: self.entered.emit(self.text()))
        self.setProperty("cls", "scan")
        self.setFixedHeight(look().sizes.scan_field)
        self._sign = IconView("circle-check", "ok_text", "icon")
        self._ready = Label(ready, "caption_strong", "ok_text")
        self._state = plain(row(self._sign, self._ready, gap=Space.SNUG))
        self._escape = KeyFrame("Esc")
        self._escape.hide()
        self.setLayout(
            row(
                IconView("scan-line", "accent", "icon_l"),
                (self.field, 1),
                self._escape,
                self._state,
                gap=Space.NORMAL,
                margins=(Space.ROOMY + Space.HAIR, 0),
            )
        )
        self.setFocusProxy(self.field)

    def text(self) -> str:
        """What stands in it, without outer blanks."""
        return self.field.text().strip()

    def clear(self) -> None:
        """Empty it."""
        self.field.clear()

    def clear_quietly(self) -> None:
        """Empty it without telling that something was typed."""
        self.field.blockSignals(True)
        self.field.clear()
        self.field.blockSignals(False)
        self._show_state("")

    def show_ready(self, text: str, icon: str = "circle-check", tone: str = "ok_text") -> None:
        """Say at the right how the desk is."""
        self._sign.show_icon(icon, tone)
        self._ready.setText(text)
        self._ready.show_tone(tone)

    def show_hint(self, hint: str) -> None:
        """Say what is typed here."""
        self.field.setPlaceholderText(hint)
        self.field.setAccessibleName(hint)

    def mark_focus(self, *, on: bool) -> None:
        """Show the frame of the focus."""
        restyle(self, "cls", "scan_focus" if on else "scan")

    def changeEvent(self, event: QEvent) -> None:
        """Follow a new text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.fit()

    def fit(self) -> None:
        """Be lower where the window is low for its text."""
        sizes = look().sizes
        is_low = is_cramped(self)
        self.setFixedHeight(sizes.control + Space.SMALL if is_low else sizes.scan_field)

    def _typed(self, text: str) -> None:
        self._show_state(text)
        self.typed.emit(text.strip())

    def _show_state(self, text: str) -> None:
        self._escape.setVisible(bool(text))
        self._state.setVisible(not text)


class _BareField(QLineEdit):
    """The line inside."""

    def __init__(self, whole: ScanField) -> None:
        super().__init__(whole)
        self._whole = whole

    def event(self, event: QEvent) -> bool:
        is_ask = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if is_ask and isinstance(event, QKeyEvent) and self._is_of_the_page(event):
            event.ignore()
            return False
        return super().event(event)

    def _is_of_the_page(self, event: QKeyEvent) -> bool:
        taken = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
        return not self.text() and any(event.matches(key) for key in taken)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        ticks, arrows = self._whole.space_ticks, {Qt.Key.Key_Up, Qt.Key.Key_Down}
        if key not in arrows | {Qt.Key.Key_Space}:
            self._whole.space_ticks = False
        if key == Qt.Key.Key_Space and ticks:
            self._whole.ticked.emit()
        elif self._is_of_the_page(event):
            event.ignore()
        elif key in arrows:
            self._whole.moved.emit(-1 if key == Qt.Key.Key_Up else 1)
        elif key == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif key == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._whole.mark_focus(on=True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._whole.mark_focus(on=False)


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer to the open question: its value, words, icon, and its key if not its number."""

    value: str
    text: str
    icon: str = ""
    key: str = ""


class QuestionBar(QFrame):
    """The open question under the answer; `answered(value)`, "" for Close (Esc).

    The choices carry the keys 1 to 4 or their own; Alt+1 to Alt+4 work here, other keys are the
    page's part.
    """

    answered = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("cls", "card")
        # Not fixed: the height of words follows their width, not the size they would like.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._question = Label("", "lead", wrap=True)
        self._question.setMaximumWidth(look().sizes.form * 2)  # else it stands in the middle
        self._small = Label("", "caption", "text2", wrap=True)
        self._buttons = Flow()
        self._close: QHBoxLayout = row()
        self._close_above: QHBoxLayout = row()
        self.choices: tuple[Choice, ...] = ()
        self.setLayout(
            column(
                row((self._question, 1), self._close_above),
                row((plain(self._buttons), 1), self._close),
                self._small,
                gap=Space.TIGHT,
                margins=(Space.ROOMY + Space.HAIR, Space.FIELDS),
            )
        )
        for number in range(1, 5):
            shortcut = QShortcut(QKeySequence(f"Alt+{number}"), self)
            shortcut.activated.connect(lambda number=number: self.answer(number))
        self.hide()

    def ask(
        self, question: str, choices: tuple[Choice, ...], small: str = "", *, closes: bool = True
    ) -> None:
        """Show a question with up to four choices, the first one the main button."""
        self.choices = choices
        self._question.setText(question)
        self._small.setText(small)
        is_low = self.window().height() < WindowHeight.TIGHT
        large = not is_cramped(self)
        self._small.setVisible(bool(small) and not is_low)
        empty(self._buttons)
        empty(self._close)
        empty(self._close_above)
        for number, choice in enumerate(choices, start=1):
            kind = "main" if number == 1 else "normal"
            key = choice.key or str(number)
            button = Button(choice.text, kind, icon=choice.icon, key=key, desk=large)  # type: ignore[arg-type]  # one of the kinds
            button.setShortcut(QKeySequence())  # the page listens to the key
            button.clicked.connect(lambda _on=False, value=choice.value: self._say(value))
            self._buttons.addWidget(button)
        if closes:
            close = Button(_("Close"), "quiet", key="Esc", desk=not is_low)
            close.clicked.connect(lambda: self._say(""))
            place = self._close_above if is_low else self._close
            place.addWidget(close, 0, Qt.AlignmentFlag.AlignBottom)
        self.setAccessibleName(question)
        self.show()

    def answer(self, number: int) -> bool:
        """Choose by number from 1; False if there is no such choice or no open question."""
        if self.isHidden() or not 1 <= number <= len(self.choices):
            return False
        self._say(self.choices[number - 1].value)
        return True

    def choose(self, value: str) -> None:
        """Choose by value; "" chooses nothing."""
        if value and not self.isHidden():
            self._say(value)

    def has_number(self, number: int) -> bool:
        """Whether a choice is made by its number, from 1, and not by a key of its own."""
        return 1 <= number <= len(self.choices) and not self.choices[number - 1].key

    def close_question(self) -> None:
        """Take the question away unanswered."""
        self.hide()
        self.choices = ()

    def _say(self, value: str) -> None:
        self.close_question()
        self.answered.emit(value)


@dataclass(frozen=True, slots=True)
class Note:
    """A thing to hand over or to know; `kind` is warn, off, bad or ok."""

    icon: str
    title: str
    detail: str = ""
    kind: str = "warn"


class NoteRow(QWidget):
    """The notes under the answer, side by side, or below each other where that is too narrow."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row: QHBoxLayout = row(gap=Space.FIELDS)
        self.setLayout(self._row)
        self.notes: tuple[Note, ...] = ()
        self.hide()

    def show_notes(self, *notes: Note) -> None:
        """Show these notes instead; none hides the row."""
        if notes == self.notes:
            return
        self.notes = notes
        empty(self._row)
        for note in notes:
            card = NoteCard(note.icon, note.title, note.detail, note.kind)
            card.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
            self._row.addWidget(card, 1)
        self._turn()
        self.setVisible(bool(notes))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the width."""
        super().resizeEvent(event)
        self._turn()

    def _turn(self) -> None:
        narrow = self.width() < len(self.notes) * look().px(_NOTE_WIDE)
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if self._row.direction() is not way:
            self._row.setDirection(way)
