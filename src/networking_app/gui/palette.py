"""The command palette (Ctrl+K): one field that finds people, actions, pages and commands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from networking_app.gui import icons
from networking_app.gui.announce import announce
from networking_app.gui.finding import Entry, PersonHit, sections, wants_people
from networking_app.gui.icons import IconView
from networking_app.gui.theme import look
from networking_app.gui.tokens import Radius, Space
from networking_app.gui.widgets import painting
from networking_app.gui.widgets.layout import column, empty, line, row
from networking_app.gui.widgets.text import KeyFrame, Label
from networking_app.support.i18n import gettext as _
from networking_app.support.i18n import ngettext

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from networking_app.gui.commands import Command
    from networking_app.gui.page import PageInfo
    from networking_app.gui.tasks import Tasks

_PAUSE = 30  # ms without a key before people are looked up


class Palette(QFrame):
    """Lies over the window; made once, opened with open_over."""

    def __init__(
        self,
        window: QWidget,
        tasks: Tasks,
        find_people: Callable[[str], Sequence[PersonHit]] | None,
        navigate: Callable[[str], None],
    ) -> None:
        """`find_people` is called off the GUI thread; its hits' callables run on it."""
        super().__init__(window)
        self.setProperty("cls", "palette")
        self._window = window
        self._tasks, self._find_people, self._navigate = tasks, find_people, navigate
        self._pages: tuple[PageInfo, ...] = ()
        self._commands: tuple[Command, ...] = ()
        self._people: Sequence[PersonHit] = ()
        self._before: QWidget | None = None
        self._lines: list[PaletteLine] = []
        self._chosen = 0
        self._asked = 0
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self._ask_people)
        self.scrim = Scrim(window)
        self.scrim.pressed.connect(self.close_palette)
        self.field = QLineEdit()
        self.field.setProperty("cls", "bare")
        self.field.textChanged.connect(self._typed)
        self.field.installEventFilter(self)
        self._list: QVBoxLayout = column(gap=0, margins=(Space.SMALL, Space.TINY))
        self._foot: QHBoxLayout = row(gap=Space.SNUG, margins=(Space.ROOMY, Space.SMALL))
        self._arrange()
        self.retranslate()
        self.hide()
        window.installEventFilter(self)

    def retranslate(self) -> None:
        """Say everything in the language in use; called when it changes."""
        hint = _("Search people, pages and commands")
        self.field.setPlaceholderText(hint)
        self.field.setAccessibleName(hint)
        self.setAccessibleName(_("Search and commands"))
        empty(self._foot)
        keys = (("↑ ↓", _("Choose")), ("Enter", _("Open")), ("Ctrl+Enter", _("First action")))
        for key, words in keys:
            self._foot.addWidget(KeyFrame(key))
            self._foot.addWidget(Label(words, "caption", "text2"))
            self._foot.addSpacing(Space.SMALL)
        self._foot.addStretch(1)
        for prefix in (_("> commands"), _("@ people")):
            self._foot.addWidget(Label(prefix, "caption", "text2"))

    def open_over(self, pages: Iterable[PageInfo], commands: Iterable[Command]) -> None:
        """Open with these pages and commands."""
        self._pages, self._commands, self._people = tuple(pages), tuple(commands), ()
        self._before = self._window.focusWidget()
        self.field.clear()
        self._show()
        for part in (self.scrim, self):
            part.show()
            part.raise_()
        self._place()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_palette(self) -> None:
        """Close and give the focus back."""
        self._asked += 1
        self.hide()
        self.scrim.hide()
        if self._before is not None:
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)

    def entries(self) -> tuple[Entry, ...]:
        """What is listed now, from the top."""
        return tuple(made.entry for made in self._lines)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys of the field; stay in the middle of the window."""
        if watched is self.parent() and event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        is_key = watched is self.field and event.type() == QEvent.Type.KeyPress
        if is_key and isinstance(event, QKeyEvent) and self._key(event):
            return True
        return super().eventFilter(watched, event)

    def _arrange(self) -> None:
        head = QWidget()
        head.setFixedHeight(look().sizes.palette_field)
        head.setLayout(
            row(
                IconView("search", "accent", "icon_l"),
                (self.field, 1),
                KeyFrame("Esc"),
                gap=Space.ROOMY,
                margins=(Space.CARD, 0),
            )
        )
        self.setLayout(column(head, line(), self._list, line(), self._foot, gap=0, margins=1))

    def _key(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.close_palette()
        elif key in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            self._choose(self._chosen + (1 if key == Qt.Key.Key_Down else -1))
        elif key in {Qt.Key.Key_PageDown, Qt.Key.Key_PageUp}:
            self._choose(len(self._lines) - 1 if key == Qt.Key.Key_PageDown else 0)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._run(first_action=bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
        elif key in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}:
            self._choose(self._chosen + (1 if key == Qt.Key.Key_Tab else -1))
        else:
            return False
        return True

    def _typed(self) -> None:
        self._asked += 1
        if not wants_people(self.field.text()):
            self._people = ()
        self._show()
        if self.isVisible():
            self._pause.start(_PAUSE)

    def _ask_people(self) -> None:
        query, asked, find = wants_people(self.field.text()), self._asked, self._find_people
        if query and find is not None:
            self._tasks.run(self, lambda: find(query), done=lambda hits: self._found(asked, hits))

    def _found(self, asked: int, hits: Sequence[PersonHit]) -> None:
        if asked == self._asked:
            self._people = hits
            self._show()
            count = ngettext("{n} hit", "{n} hits", len(self._lines)).format(n=len(self._lines))
            announce(self, count)

    def _show(self) -> None:
        empty(self._list)
        self._lines = []
        found = sections(
            self.field.text(), self._people, self._pages, self._commands, self._navigate
        )
        for section in found:
            heading = Label(section.heading, "caption_strong", "text2")
            heading.setContentsMargins(Space.NORMAL, Space.SNUG, 0, Space.TINY)
            self._list.addWidget(heading)
            for entry in section.entries:
                made = PaletteLine(entry)
                made.pressed.connect(lambda entry=entry: self._run_entry(entry))
                self._list.addWidget(made)
                self._lines.append(made)
        if not found:
            nothing = Label(_("Nothing found"), "body", "text2")
            nothing.setContentsMargins(Space.NORMAL, Space.ROOMY, 0, Space.ROOMY)
            self._list.addWidget(nothing)
        self._choose(0)
        if self.isVisible():
            QTimer.singleShot(0, self, self._place)

    def _choose(self, number: int) -> None:
        if not self._lines:
            return
        self._chosen = min(max(number, 0), len(self._lines) - 1)
        for place, made in enumerate(self._lines):
            made.set_chosen(place == self._chosen)
        entry = self._lines[self._chosen].entry
        self.field.setAccessibleDescription(", ".join(t for t in (entry.text, entry.tail) if t))

    def _run(self, *, first_action: bool) -> None:
        if not self._lines:
            return
        if first_action and self._chosen < len(self._people):
            actions = self._people[self._chosen].actions
            if actions:
                self._run_entry(actions[0])
                return
        self._run_entry(self._lines[self._chosen].entry)

    def _run_entry(self, entry: Entry) -> None:
        self.close_palette()
        entry.run()

    def _place(self) -> None:
        window = self._window
        self.scrim.setGeometry(window.rect())
        width = min(look().px(look().sizes.palette), window.width() - 2 * Space.WIDE)
        self.setFixedWidth(width)
        height = min(self.sizeHint().height(), window.height() - 2 * Space.WIDE)
        top = max(Space.WIDE, min(window.height() // 8, window.height() - height - Space.WIDE))
        self.setGeometry((window.width() - width) // 2, top, width, height)


class Scrim(QWidget):
    """Darkens the window under the palette; `pressed` when clicked."""

    pressed = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.hide()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click beside the palette closes it."""
        del event
        self.pressed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the shade."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), look().colour("scrim", 153))


class PaletteLine(QWidget):
    """One line of the list; `pressed` when clicked."""

    pressed = Signal()

    def __init__(self, entry: Entry) -> None:
        super().__init__()
        self.entry = entry
        self._chosen = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(", ".join(t for t in (entry.text, entry.tail) if t))

    def set_chosen(self, chosen: bool) -> None:
        """Mark it as the one Enter runs."""
        self._chosen = chosen
        self.update()

    def sizeHint(self) -> QSize:
        """A row."""
        return QSize(look().px(300), look().sizes.palette_row)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click runs it."""
        if self.rect().contains(event.position().toPoint()):
            self.pressed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw icon, words, quiet words and key."""
        del event
        painter = QPainter(self)
        painting.begin(painter)
        area = QRectF(self.rect())
        if self._chosen or self.underMouse():
            fill = "selected" if self._chosen else "hover"
            edge = "accent" if self._chosen and look().is_high_contrast else ""
            painting.rounded(painter, area, Radius.CONTROL, fill=fill, edge=edge, width=2)
        side, middle = look().sizes.icon_m, area.height() / 2
        tone = "accent" if self._chosen else "text2"
        place = QRectF(Space.NORMAL, middle - side / 2, side, side)
        icons.paint(painter, self.entry.icon, place, tone)
        right = area.width() - Space.NORMAL
        right -= self._paint_key(painter, right, middle)
        x = float(Space.NORMAL + side + Space.NORMAL)
        type_ = "strong" if self._chosen else "body"
        words = QRectF(x, 0, max(0.0, right - x), area.height())
        x += painting.words(painter, words, self.entry.text, type_=type_) + Space.NORMAL
        rest = QRectF(x, 0, max(0.0, right - x - Space.SMALL), area.height())
        if self.entry.tail and rest.width() > Space.VAST:
            painting.words(painter, rest, self.entry.tail, tone="text2")

    def _paint_key(self, painter: QPainter, right: float, middle: float) -> float:
        key = self.entry.key or (_("Enter") if self._chosen else "")
        if not key:
            return 0
        size = painting.key_size(key)
        area = QRectF(right - size.width(), middle - size.height() / 2, size.width(), size.height())
        painting.key(painter, area, key, tone="text", edge="control")
        return size.width()
