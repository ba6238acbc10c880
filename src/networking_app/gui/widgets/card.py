"""Cards: a surface with title and small facts, number tiles, and notes to hand over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from networking_app.gui.icons import IconView
from networking_app.gui.theme import look
from networking_app.gui.tokens import Space
from networking_app.gui.widgets.layout import Item, column, restyle, row
from networking_app.gui.widgets.text import Label

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent


_UNLIMITED = 16_777_215  # QWIDGETSIZE_MAX


class Card(QFrame):
    """A surface with an edge; add things to `body`, a column.

    card = Card(_("Arrivals"), fact=_("128 at 8.54"))
    card.body.addWidget(chart)
    """

    def __init__(
        self,
        title: str = "",
        *items: Item,
        fact: str = "",
        right: tuple[QWidget, ...] = (),
        gap: int = Space.SMALL,
        parent: QWidget | None = None,
    ) -> None:
        """Title at the left, a small fact or widgets (links, chips) at the right."""
        super().__init__(parent)
        self.setProperty("cls", "card")
        self.title = Label(title, "h3", elide=bool(fact or right))
        self.fact = Label(fact, "caption", "text2")
        self.fact.setVisible(bool(fact))
        self.body: QVBoxLayout = column(*items, gap=gap)
        whole = column(gap=gap, margins=(Space.CARD, Space.ROOMY))
        if title or fact or right:
            whole.addLayout(row((self.title, 1), self.fact, *right))
            self.setAccessibleName(title)
        else:
            self.title.setParent(self)
            self.title.hide()
            self.fact.setParent(self)
        whole.addLayout(self.body, 1)
        self.setLayout(whole)

    def show_title(self, title: str, fact: str = "") -> None:
        """Change title and fact."""
        self.title.setText(title)
        self.fact.setText(fact)
        self.fact.setVisible(bool(fact))
        self.setAccessibleName(title)


class ButtonCard(QFrame):
    """A card that acts as one button, for reports and search hits: `clicked`."""

    clicked = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("cls", "card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(name)
        self._chosen = False

    def set_chosen(self, chosen: bool) -> None:
        """Mark it as the one chosen."""
        self._chosen = chosen
        self.setAccessibleDescription("")
        self._restyle()

    def is_chosen(self) -> bool:
        """Whether it is marked."""
        return self._chosen

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click anywhere counts."""
        if self.rect().contains(event.position().toPoint()):
            self.clicked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space click."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.clicked.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: object) -> None:
        """Show the frame of the focus."""
        super().focusInEvent(event)  # type: ignore[arg-type]  # handed on as it came
        self._restyle()

    def focusOutEvent(self, event: object) -> None:
        """Hide the frame of the focus."""
        super().focusOutEvent(event)  # type: ignore[arg-type]  # handed on as it came
        self._restyle()

    def _restyle(self) -> None:
        style = "chosen_card" if self._chosen else "focus_card" if self.hasFocus() else "card"
        restyle(self, "cls", style)


class StatTile(QFrame):
    """One number: what it counts, the number, a line that explains it, an icon."""

    def __init__(
        self,
        title: str,
        number: str,
        line: str = "",
        *,
        icon: str = "",
        tone: str = "text2",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("cls", "card")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._title = Label(title, "caption_strong", "text2", elide=True)
        self._number = Label(number, "number")
        self._line = Label(line, "caption", "text2", elide=True)
        head = row((self._title, 1))
        if icon:
            head.addWidget(IconView(icon, tone, "icon"))
        self.setLayout(
            column(
                head,
                self._number,
                self._line,
                gap=Space.HAIR,
                margins=(Space.ROOMY, Space.NORMAL),
            )
        )
        self._tell()

    def show_number(self, number: str, line: str | None = None) -> None:
        """Change the number, and its line when given."""
        self._number.setText(number)
        if line is not None:
            self._line.setText(line)
        self._tell()

    def _tell(self) -> None:
        parts = (self._title.text(), self._number.text(), self._line.text())
        self.setAccessibleName(", ".join(part for part in parts if part))


class NoteCard(QFrame):
    """A thing to hand over or to know, readable from a distance; `kind` is warn, off, bad or ok."""

    def __init__(
        self,
        icon: str,
        title: str,
        detail: str = "",
        kind: str = "warn",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("cls", f"note_{kind}")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setMinimumHeight(look().sizes.note_card)
        words = [Label(title, "note", wrap=True)]
        if detail:
            words.append(Label(detail, "lead", "text2", wrap=True))
        for label in words:
            label.setMaximumWidth(_UNLIMITED)  # else it stands in the middle of a wide card
        texts = column(*words, gap=0)
        view = IconView(icon, f"{kind}_text", "icon_note")
        self.setLayout(
            row(
                view,
                (texts, 1),
                gap=Space.ROOMY,
                margins=(Space.ROOMY + Space.HAIR, Space.TIGHT),
            )
        )
        self.setAccessibleName(title)
        self.setAccessibleDescription(detail)
