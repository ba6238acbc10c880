"""Fields of a point's rules: whom it lets in as chips, opening times as rows of typed text."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QSizePolicy,
    QWidget,
)

from networking_app.domain.points import Window
from networking_app.domain.typed_windows import Slip, read_window, typed
from networking_app.gui.theme import look
from networking_app.gui.tokens import Space
from networking_app.gui.widgets.button import Button, IconButton
from networking_app.gui.widgets.flow import Flow
from networking_app.gui.widgets.form import Field
from networking_app.gui.widgets.layout import column, empty, plain, row
from networking_app.gui.widgets.marks import Chip
from networking_app.gui.widgets.text import Label
from networking_app.support.i18n import gettext as _
from networking_app.wording import points as words
from networking_app.wording.registration import category

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from PySide6.QtGui import QMouseEvent


_SHORT = 32  # letters on a button of the smallest panel


class Picks(QWidget):
    """Words that are chosen or not, and a field for words of one's own: `changed`."""

    changed = Signal()

    def __init__(
        self,
        label: str,
        hint: str,
        new: str,
        say: Callable[[str], str] = str,
        parent: QWidget | None = None,
    ) -> None:
        """Make it.

        Args:
            label: above.
            hint: below.
            new: what the field for a word of one's own says while it is empty.
            say: how a word reads.
            parent: the usual.
        """
        super().__init__(parent)
        self._say = say
        self._chips: dict[str, Chip] = {}
        self._flow = Flow(gap=Space.SNUG)
        self.own = QLineEdit()
        self.own.setPlaceholderText(new)
        self.own.setAccessibleName(new)
        self.own.returnPressed.connect(self._take_own)
        self.own.editingFinished.connect(self._take_own)
        self.setAccessibleName(label)
        self.setLayout(
            column(
                Label(label, "caption_strong", "text2"),
                plain(self._flow),
                self.own,
                Label(hint, "caption", "text3", wrap=True),
                gap=Space.SNUG,
            )
        )

    def show_words(self, known: Sequence[str], chosen: Sequence[str]) -> None:
        """Offer these words; those chosen come along whether they are known or not."""
        empty(self._flow)
        self._chips = {}
        for word in dict.fromkeys((*chosen, *known)):
            self._add(word, on=word in chosen)

    def chosen(self) -> tuple[str, ...]:
        """The words that are on, in the order shown."""
        return tuple(word for word, chip in self._chips.items() if chip.isChecked())

    def chip(self, word: str) -> Chip:
        """The chip of a word."""
        return self._chips[word]

    def _add(self, word: str, *, on: bool) -> None:
        chip = Chip(self._say(word), on=on)
        chip.toggled.connect(lambda _on: self.changed.emit())
        self._chips[word] = chip
        self._flow.addWidget(chip)
        chip.show()

    def _take_own(self) -> None:
        said = [" ".join(part.split()) for part in self.own.text().split(",")]
        self.own.clear()
        for text in filter(None, said):
            known = (w for w in self._chips if self._say(w).casefold() == text.casefold())
            word = next(known, text)
            if word in self._chips:
                self._chips[word].setChecked(True)
            else:
                self._add(word, on=True)
                self.changed.emit()


class _WindowRow(QWidget):
    """One opening time: typed text, for whom, and a cross."""

    changed = Signal()
    removed = Signal()

    def __init__(self, window: Window | None, today: date, known: Sequence[str]) -> None:
        super().__init__()
        self._today = today
        self._known = tuple(known)
        self.categories = window.categories if window else ()
        self.line = QLineEdit(typed(window) if window else "")
        self.line.setPlaceholderText("8–12")
        self.field = Field(_("Open"), self.line, check=self._wrong)
        self.field.label.hide()
        self.field.editor.setAccessibleName(_("Opening time"))
        self.line.editingFinished.connect(self.changed)
        self.who = Button("", "quiet", icon="users")
        self.who.clicked.connect(self._ask)
        self.cross = IconButton("x", _("Remove this opening time"))
        self.cross.clicked.connect(self.removed)
        top = Qt.AlignmentFlag.AlignTop
        self.setLayout(
            column(
                row((self.field, 1, top), (self.cross, 0, top), gap=Space.TINY),
                row(self.who, None),
                gap=Space.TINY,
            )
        )
        self._say()

    def window_(self) -> Window | Slip | None:
        """What was typed; None when nothing was."""
        text = self.field.text()
        return read_window(text, self._today, self.categories) if text else None

    def set_categories(self, chosen: tuple[str, ...]) -> None:
        """Say for whom it is."""
        self.categories = chosen
        self._say()
        self.changed.emit()

    def _wrong(self, text: str) -> str:
        found = read_window(text, self._today) if text else None
        return words.slip(found) if isinstance(found, Slip) else ""

    def _say(self) -> None:
        names = ", ".join(map(category, self.categories)) or _("all")
        text = _("For whom: {categories}").format(categories=names)
        self.who.show_text(text if len(text) <= _SHORT else f"{text[: _SHORT - 1]}…")
        self.who.setToolTip(names)
        self.who.setAccessibleName(_("For whom: {categories}").format(categories=names))

    def _ask(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for word in dict.fromkeys((*self.categories, *self._known)):
            action = QAction(category(word).replace("&", "&&"), menu)
            action.setCheckable(True)
            action.setChecked(word in self.categories)
            action.toggled.connect(partial(self._turn, word))
            menu.addAction(action)
        menu.popup(self.who.mapToGlobal(self.who.rect().bottomLeft()))

    def _turn(self, word: str, on: bool) -> None:
        rest = tuple(w for w in self.categories if w != word)
        self.set_categories((*rest, word) if on else rest)


class Windows(QWidget):
    """Opening times, one below the other: `changed` when all can be read."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[_WindowRow] = []
        self._today: date | None = None
        self._known: Sequence[str] = ()
        self._list = column(gap=Space.SNUG)
        self.add = Button(_("Add opening time"), "quiet", icon="plus")
        self.add.clicked.connect(self._new)
        hint = _("Such as {daily} each day or {once}. None means always open.").format(
            daily="8–12", once="26.11. 8.00–12.00"
        )
        self.setAccessibleName(_("Opening times"))
        self.setLayout(
            column(
                Label(_("Opening times"), "caption_strong", "text2"),
                self._list,
                row(self.add, None),
                Label(hint, "caption", "text3", wrap=True),
                gap=Space.TINY,
            )
        )

    def show_windows(self, windows: Sequence[Window], today: date, known: Sequence[str]) -> None:
        """Show these; a day without a year is seen from `today`."""
        self._today, self._known = today, known
        empty(self._list)
        self.rows = []
        for window in windows:
            self._append(window)

    def windows(self) -> tuple[Window, ...] | None:
        """All that were typed; None while one of them cannot be read."""
        found = [one.window_() for one in self.rows]
        if any(isinstance(one, Slip) for one in found):
            return None
        return tuple(one for one in found if isinstance(one, Window))

    def _append(self, window: Window | None) -> _WindowRow:
        if self._today is None:
            raise RuntimeError("no point is shown")
        made = _WindowRow(window, self._today, self._known)
        made.changed.connect(self._tell)
        made.removed.connect(lambda: self._remove(made))
        self.rows.append(made)
        self._list.addWidget(made)
        return made

    def _new(self) -> None:
        self._append(None).field.focus()

    def _remove(self, gone: _WindowRow) -> None:
        self.rows.remove(gone)
        self._list.removeWidget(gone)
        gone.hide()
        gone.deleteLater()
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)
        self._tell()

    def _tell(self) -> None:
        if self.windows() is not None:
            self.changed.emit()


def at_left(widget: QWidget) -> QHBoxLayout:
    """A text or field no wider than reading allows, at the left of a wide card.

    Alone in a column a label narrower than it would be centred, and too low for its lines.
    """
    widget.setMaximumWidth(look().px(look().sizes.reading))
    return row((widget, 100), None, gap=0)


class _Words(Label):
    """The words of a check box or radio button, broken into lines; a click counts for it."""

    def __init__(self, box: QAbstractButton) -> None:
        super().__init__(box.text(), wrap=True)
        self._box = box
        self.setBuddy(box)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Click what it belongs to."""
        if self.rect().contains(event.position().toPoint()):
            self._box.setFocus(Qt.FocusReason.MouseFocusReason)
            self._box.click()


def hinted(box: QAbstractButton, hint: str) -> QWidget:
    """A check box or radio button whose words may take several lines, with a sentence below."""
    words_ = _Words(box)
    box.setAccessibleName(box.text())
    box.setAccessibleDescription(hint)
    box.setText("")
    box.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    said = Label(hint, "caption", "text2", wrap=True)
    top = Qt.AlignmentFlag.AlignTop
    return plain(row((box, 0, top), (column(words_, said, gap=0), 1), gap=Space.TINY))
