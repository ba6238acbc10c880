"""Guests found by name at the desk: large rows, each with its key."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QListView, QWidget

from networking_app.domain.names import fold
from networking_app.gui.announce import announce
from networking_app.gui.desk_hit_rows import HitDelegate, Index, pill_of
from networking_app.gui.theme import look
from networking_app.gui.tokens import Space
from networking_app.gui.widgets.button import Button
from networking_app.gui.widgets.layout import column, empty, row
from networking_app.gui.widgets.states import EmptyState
from networking_app.gui.widgets.text import Label
from networking_app.support.i18n import gettext as _
from networking_app.support.i18n import ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence

    from networking_app.domain.registration import Guest

_ROOT = QModelIndex()
LIMIT = 20
"""Guests shown at most; more are not read through at a desk."""


def same_name_warning(guests: Sequence[Guest]) -> str:
    """Who cannot be told apart by name alone, "" if everybody can."""
    counted = Counter(fold(guest.name) for guest in guests)
    for guest in guests:
        count = counted[fold(guest.name)]
        if count > 1:
            return ngettext(
                "{n} person is called {name}: ask for the organisation",
                "{n} people are called {name}: ask for the organisation",
                count,
            ).format(n=count, name=guest.name)
    return ""


class HitModel(QAbstractListModel):
    """The guests found, those ticked first; Qt.UserRole gives the Guest."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.guests: list[Guest] = []
        self.ticked: dict[str, Guest] = {}
        self.zone = ""

    def rowCount(self, parent: Index = _ROOT) -> int:
        """How many were found."""
        return 0 if parent.isValid() else len(self.guests)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Words or the guest."""
        guest = self.guests[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return guest
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return self.spoken(guest)
        if role == Qt.ItemDataRole.CheckStateRole and self.ticked:
            on = guest.id in self.ticked
            return Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
        return None

    def spoken(self, guest: Guest) -> str:
        """One hit in words, for screen readers."""
        ticked = _("chosen") if guest.id in self.ticked else ""
        parts = (guest.listed, guest.organisation, pill_of(guest, self.zone).text, ticked)
        return ", ".join(part for part in parts if part)

    def fill(self, guests: Sequence[Guest], zone: str) -> None:
        """Show these."""
        self.beginResetModel()
        found = {guest.id: guest for guest in guests}
        self.ticked = {key: found.get(key, guest) for key, guest in self.ticked.items()}
        self.guests = list({**self.ticked, **found}.values())
        self.zone = zone
        self.endResetModel()

    def tick(self, place: int) -> bool:
        """Tick a row, or not any more; returns whether it is ticked now."""
        guest = self.guests[place]
        if self.ticked.pop(guest.id, None) is None:
            self.ticked[guest.id] = guest
        self.dataChanged.emit(self.index(0), self.index(len(self.guests) - 1))
        return guest.id in self.ticked


class Hits(QWidget):
    """Header, rows or "no hits"; `picked(Guest)` when one is to be checked in.

    `picked_together([Guest])` when several are ticked; `changed` when another one is chosen.
    """

    picked = Signal(object)
    picked_together = Signal(object)
    walk_in_wanted = Signal()
    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = HitModel(self)
        self.text = ""
        self.warning = ""
        self._count = Label("", "strong", elide=False)
        self._letters = Label(_("ö and o count as the same letter"), "caption", "text2", elide=True)
        self._beside = Label("", "caption_strong", "warn_text")
        self._below = Label("", "caption_strong", "warn_text", wrap=True)
        self.view = _HitView(self)
        self.view.clicked_row.connect(self.pick_one)
        self.view.tick_wanted.connect(self.tick)
        self._none = QFrame()
        self._inside = column(gap=0)
        self._none.setLayout(self._inside)
        self.setLayout(
            column(
                row(self._count, (self._letters, 1), self._beside, gap=Space.NORMAL),
                self._below,
                (self.view, 1),
                (self._none, 1),
                gap=Space.SMALL,
            )
        )
        for number in range(1, 10):
            shortcut = QShortcut(QKeySequence(f"Alt+{number}"), self)
            shortcut.activated.connect(lambda number=number: self.pick_one(number - 1))

    def show_hits(self, guests: Sequence[Guest], text: str, zone: str, title: str = "") -> None:
        """Show what was found for a text, the first one chosen; `title` replaces the count."""
        self.text = text
        shown = guests[:LIMIT]
        self.model.fill(shown, zone)
        said = title or _counted(len(guests), text)
        if self.model.ticked:
            said = self._ticked_words()
        self._count.setText(said)
        plain = text.isascii() and any(not guest.name.isascii() for guest in shown)
        self._letters.setVisible(plain and not title)
        warning = same_name_warning(shown)
        self.warning = warning
        self._place_warning()
        rows = self.model.rowCount()
        self.view.setVisible(bool(rows))
        self._show_none(text, wanted=not rows)
        if rows:
            first = min(len(self.model.ticked), rows - 1)  # the best hit that is not ticked yet
            self.view.setCurrentIndex(self.model.index(first))
            self.view.scrollToTop()
        announce(self, " ".join(f"{part}." for part in (said, warning) if part))

    def move_choice(self, step: int) -> None:
        """Choose the next or the one before."""
        count = self.model.rowCount()
        if not count:
            return
        now = (self.view.currentIndex().row() + step) % count
        self.view.setCurrentIndex(self.model.index(now))
        announce(self.view, self.model.spoken(self.model.guests[now]))
        self.changed.emit()

    @property
    def ticked(self) -> list[Guest]:
        """Who is ticked, in the order of ticking."""
        return list(self.model.ticked.values())

    def chosen(self) -> Guest | None:
        """The guest of the row that is chosen."""
        place = self.view.currentIndex().row()
        return self.model.guests[place] if 0 <= place < self.model.rowCount() else None

    def tick(self) -> None:
        """Tick the chosen row, or not any more; several are checked in by one Enter."""
        place = self.view.currentIndex().row()
        if not self.isVisible() or not 0 <= place < self.model.rowCount():
            return
        guest, on = self.model.guests[place], self.model.tick(place)
        self._count.setText(self._ticked_words())
        self._place_warning()
        said = _("{name} chosen") if on else _("{name} not chosen any more")
        announce(self, f"{said.format(name=guest.name)}. {self._ticked_words()}")
        self.changed.emit()

    def forget_ticks(self) -> None:
        """Begin anew: nobody is ticked."""
        self.model.ticked = {}

    def pick(self) -> bool:
        """Check in those who are ticked, else the chosen one."""
        if self.model.ticked:
            self.picked_together.emit(self.ticked)
            return True
        return self.pick_one(self.view.currentIndex().row())

    def pick_one(self, place: int) -> bool:
        """Check in the guest of a row from 0; while others are ticked, tick it too."""
        if not 0 <= place < self.model.rowCount():
            return False
        if self.model.ticked:
            self.view.setCurrentIndex(self.model.index(place))
            self.tick()
        else:
            self.picked.emit(self.model.guests[place])
        return True

    def _ticked_words(self) -> str:
        count = len(self.model.ticked)
        if not count:
            return _counted(len(self.model.guests), self.text)
        return ngettext(
            "{n} guest chosen: Enter checks in", "{n} guests chosen: Enter checks them in", count
        ).format(n=count)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Move the warning below the count where it does not fit beside it."""
        super().resizeEvent(event)
        self._place_warning()

    def _place_warning(self) -> None:
        wide = look().width(self.warning, "caption_strong") + self._count.sizeHint().width()
        letters = look().width(self._letters.text(), "caption")
        wide += 0 if self._letters.isHidden() else min(letters, look().px(160))
        fits = wide + look().px(60) < self.width()
        self._beside.setText(self.warning if fits else "")
        self._below.setText("" if fits else self.warning)
        self._below.setVisible(bool(self.warning) and not fits)

    def _show_none(self, text: str, *, wanted: bool) -> None:
        layout = self._inside
        empty(layout)
        self._none.setVisible(wanted)
        if not wanted:
            return
        add = Button(_("New walk-in “{name}”").format(name=text), icon="user-plus", key="F2")
        add.setShortcut(QKeySequence())  # the page listens to it
        add.clicked.connect(self.walk_in_wanted)
        layout.addWidget(
            EmptyState(
                "user-search",
                _("Nobody is called “{text}”").format(text=text),
                _("Try fewer letters, the surname alone, or the organisation."),
                add,
            )
        )


def _counted(count: int, text: str) -> str:
    if count > LIMIT:
        return _("More than {n} guests match “{text}”: type more letters").format(
            n=LIMIT, text=text
        )
    if not count:
        return _("No guest matches “{text}”").format(text=text)
    return ngettext("{n} guest matches “{text}”", "{n} guests match “{text}”", count).format(
        n=count, text=text
    )


class _HitView(QListView):
    """The rows."""

    clicked_row = Signal(int)
    tick_wanted = Signal()

    def __init__(self, hits: Hits) -> None:
        super().__init__(hits)
        self.setModel(hits.model)
        self.setItemDelegate(HitDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setStyleSheet("background: transparent")
        self.setAccessibleName(_("Guests found"))
        self.setMinimumHeight(look().sizes.hit)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.clicked_row.emit(self.currentIndex().row())
        elif event.key() == Qt.Key.Key_Space:
            self.tick_wanted.emit()
        elif event.text().isprintable() and event.text():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        super().mouseReleaseEvent(event)
        if index.isValid() and event.button() == Qt.MouseButton.LeftButton:
            self.clicked_row.emit(index.row())
