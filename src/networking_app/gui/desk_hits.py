"""Guests found by name at the desk: large rows, each with its key."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QPainter, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from networking_app.domain.names import fold
from networking_app.domain.registration import Status
from networking_app.gui.announce import announce
from networking_app.gui.theme import look
from networking_app.gui.tokens import Radius, Space
from networking_app.gui.widgets import painting
from networking_app.gui.widgets.button import Button
from networking_app.gui.widgets.layout import column, empty, row
from networking_app.gui.widgets.marks import PillFace, paint_pill, pill_width
from networking_app.gui.widgets.states import EmptyState
from networking_app.gui.widgets.text import Label
from networking_app.support.i18n import gettext as _
from networking_app.support.i18n import ngettext
from networking_app.wording import dates
from networking_app.wording.registration import category

if TYPE_CHECKING:
    from collections.abc import Sequence

    from networking_app.domain.registration import Guest

_ROOT = QModelIndex()
LIMIT = 20
"""Guests shown at most; more are not read through at a desk."""
Index = QModelIndex | QPersistentModelIndex


def pill_of(guest: Guest, zone: str) -> PillFace:
    """The state of a guest with time and desk."""
    if guest.status is Status.CANCELLED:
        return PillFace("cancelled", _("Cancelled"))
    if guest.status is Status.WAITING:
        return PillFace("waiting", _("Waiting list"))
    if not guest.arrived:
        return PillFace("registered", _("Registered"))
    said = _("Arrived {time}, {desk}") if guest.desk else _("Arrived {time}")
    return PillFace("arrived", said.format(time=dates.clock(guest.arrived, zone), desk=guest.desk))


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
    """The guests found; Qt.UserRole gives the Guest."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.guests: list[Guest] = []
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
        return None

    def spoken(self, guest: Guest) -> str:
        """One hit in words, for screen readers."""
        parts = (guest.listed, guest.organisation, pill_of(guest, self.zone).text)
        return ", ".join(part for part in parts if part)

    def fill(self, guests: Sequence[Guest], zone: str) -> None:
        """Show these."""
        self.beginResetModel()
        self.guests, self.zone = list(guests), zone
        self.endResetModel()


class Hits(QWidget):
    """Header, rows or "no hits"; `picked(Guest)` when one is to be checked in."""

    picked = Signal(object)
    walk_in_wanted = Signal()

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
        self.view.clicked_row.connect(self.pick)
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
            shortcut.activated.connect(lambda number=number: self.pick(number - 1))

    def show_hits(self, guests: Sequence[Guest], text: str, zone: str, title: str = "") -> None:
        """Show what was found for a text, the first one chosen; `title` replaces the count."""
        self.text = text
        shown = guests[:LIMIT]
        self.model.fill(shown, zone)
        said = title or _counted(len(guests), text)
        self._count.setText(said)
        plain = text.isascii() and any(not guest.name.isascii() for guest in shown)
        self._letters.setVisible(plain and not title)
        warning = same_name_warning(shown)
        self.warning = warning
        self._place_warning()
        self.view.setVisible(bool(shown))
        self._show_none(text, wanted=not shown)
        if shown:
            self.view.setCurrentIndex(self.model.index(0))
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

    def pick(self, number: int | None = None) -> bool:
        """Check in the guest of a row from 0, by default the chosen one."""
        place = self.view.currentIndex().row() if number is None else number
        if not 0 <= place < self.model.rowCount():
            return False
        self.picked.emit(self.model.guests[place])
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Move the warning below the count where it does not fit beside it."""
        super().resizeEvent(event)
        self._place_warning()

    def _place_warning(self) -> None:
        wide = look().width(self.warning, "caption_strong") + self._count.sizeHint().width()
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

    def __init__(self, hits: Hits) -> None:
        super().__init__(hits)
        self.setModel(hits.model)
        self.setItemDelegate(_HitDelegate(self))
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
        elif event.text().isprintable() and event.text():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        super().mouseReleaseEvent(event)
        if index.isValid() and event.button() == Qt.MouseButton.LeftButton:
            self.clicked_row.emit(index.row())


class _HitDelegate(QStyledItemDelegate):
    """Draws one guest: key, name and organisation, category and state."""

    def __init__(self, view: _HitView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del option, index
        return QSize(0, look().sizes.hit + Space.FIELDS)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        guest: Guest = index.data(Qt.ItemDataRole.UserRole)
        zone = index.model().zone  # type: ignore[attr-defined]  # a HitModel
        painter.save()
        painting.begin(painter)
        area = QRectF(option.rect).adjusted(0, 0, 0, -Space.FIELDS)
        chosen = self._view.currentIndex().row() == index.row()
        edge, wide = ("accent", look().sizes.focus) if chosen else ("border", look().sizes.edge)
        fill = "selected" if chosen else "surface"
        painting.rounded(painter, area, Radius.CARD, fill=fill, edge=edge, width=wide)
        left = self._key(painter, area, index.row())
        right = area.right() - Space.ROOMY
        if chosen:
            right = _enter(painter, area, right)
        right = _state(painter, area, right, guest, zone, left)
        _names(painter, area, left, right, guest)
        painter.restore()

    def _key(self, painter: QPainter, area: QRectF, place: int) -> float:
        left = area.x() + Space.ROOMY
        size = painting.key_size("Alt+9")
        if place < 9:
            box = QRectF(left, area.center().y() - size.height() / 2, size.width(), size.height())
            painting.key(painter, box, f"Alt+{place + 1}", tone="text2", edge="control")
        return left + size.width() + Space.NORMAL


def _enter(painter: QPainter, area: QRectF, right: float) -> float:
    words = _("Check in")
    wide = look().width(words, "caption") + 1
    painting.words(
        painter,
        QRectF(right - wide, area.y(), wide, area.height()),
        words,
        type_="caption",
        tone="text2",
    )
    size = painting.key_size("Enter")
    left = right - wide - Space.SNUG - size.width()
    box = QRectF(left, area.center().y() - size.height() / 2, size.width(), size.height())
    painting.key(painter, box, "Enter", tone="text", edge="control")
    return left - Space.NORMAL


def _state(
    painter: QPainter, area: QRectF, right: float, guest: Guest, zone: str, left: float
) -> float:
    """Draw state and category at the right; the category gives way to the name."""
    face = pill_of(guest, zone)
    wide = float(pill_width(face))
    paint_pill(painter, right - wide, area.center().y(), face, wide)
    right -= wide + Space.NORMAL
    word = category(guest.category)
    tag = look().width(word, "caption_strong") + 2 * Space.TIGHT
    name = look().width(guest.listed, "h2") + Space.NORMAL
    if word and right - left - tag > name:
        high = look().sizes.tag
        box = QRectF(right - tag, area.center().y() - high / 2, tag, high)
        painting.rounded(painter, box, Radius.TAG, edge="control")
        middle = Qt.AlignmentFlag.AlignCenter
        painting.words(painter, box, word, type_="caption_strong", tone="text2", align=middle)
        right -= tag + Space.NORMAL
    return right


def _names(painter: QPainter, area: QRectF, left: float, right: float, guest: Guest) -> None:
    high = area.height()
    words = QRectF(left, area.y() + high * 0.1, right - left, high * 0.44)
    painting.words(painter, words, guest.listed, type_="h2")
    parts = [part for part in (guest.organisation, guest.title) if part]
    second = " · ".join(parts)
    words = QRectF(left, area.y() + high * 0.52, right - left, high * 0.36)
    painting.words(painter, words, second, type_="lead", tone="text2")
