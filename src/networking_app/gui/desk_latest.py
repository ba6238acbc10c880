"""The latest answers of this desk, newest first, each of which can be taken back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
    SignalInstance,
)
from PySide6.QtGui import QKeySequence, QPen
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from networking_app.domain.registration import HONOURED
from networking_app.gui import icons
from networking_app.gui.theme import look
from networking_app.gui.tokens import Radius, Space
from networking_app.gui.widgets import painting
from networking_app.support.i18n import gettext as _
from networking_app.wording.registration import category

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPainter

_ROOT = QModelIndex()
MOST = 60
"""Answers kept in the list."""
Index = QModelIndex | QPersistentModelIndex


class LatestKind(StrEnum):
    """What the answer was."""

    IN = "in"
    WALK_IN = "walk_in"
    AGAIN = "again"
    REFUSED = "refused"
    UNKNOWN = "unknown"
    UNDONE = "undone"
    OPEN = "open"
    OUT = "out"


_FACES = {
    LatestKind.IN: ("circle-check", "ok_text"),
    LatestKind.WALK_IN: ("user-plus", "ok_text"),
    LatestKind.AGAIN: ("history", "warn_text"),
    LatestKind.REFUSED: ("octagon-x", "bad_text"),
    LatestKind.UNKNOWN: ("triangle-alert", "warn_text"),
    LatestKind.UNDONE: ("undo-2", "text2"),
    LatestKind.OPEN: ("hourglass", "warn_text"),
    LatestKind.OUT: ("log-out", "text2"),
}


_HONOURS = {"keynote": "mic", "speaker": "mic", "vip": "star", "decision_maker": "star"}


@dataclass(frozen=True, slots=True)
class Latest:
    """One answer.

    Attributes:
        name: of the guest, or what the code was.
        second: organisation, the code, or what became of it.
        at: "8.54".
        registration_id: empty if nobody was found.
        check_in_id: what was written, empty if nothing was; it can be taken back.
        deed: an action that is taken back with it (walk-in, registered again).
        category: the stored word; guests of honour are marked.
    """

    kind: LatestKind
    name: str
    second: str
    at: str
    registration_id: str = ""
    check_in_id: str = ""
    deed: str = ""
    category: str = ""

    def can_undo(self) -> bool:
        """Whether it let somebody in and still stands."""
        return bool(self.check_in_id) and self.kind is not LatestKind.UNDONE

    def can_open(self) -> bool:
        """Whether a question about this guest is left open."""
        return self.kind is LatestKind.OPEN and bool(self.registration_id)

    def spoken(self) -> str:
        """All of it in words, for screen readers."""
        word = {
            LatestKind.IN: _("arrived"),
            LatestKind.WALK_IN: _("walk-in"),
            LatestKind.AGAIN: _("already checked in"),
            LatestKind.REFUSED: _("not admitted"),
            LatestKind.UNKNOWN: _("code not known"),
            LatestKind.UNDONE: _("undone"),
            LatestKind.OPEN: _("waits for an answer"),
            LatestKind.OUT: _("went out"),
        }[self.kind]
        honour = category(self.category) if self.category in HONOURED else ""
        parts = (self.name, honour, self.second, word, self.at)
        return ", ".join(dict.fromkeys(part for part in parts if part))


class LatestModel(QAbstractListModel):
    """The answers as a list; Qt.UserRole gives the Latest."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[Latest] = []

    def rowCount(self, parent: Index = _ROOT) -> int:
        """How many there are."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Words or the answer itself."""
        if role == Qt.ItemDataRole.UserRole:
            return self.rows[index.row()]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return self.rows[index.row()].spoken()
        return None

    def fill(self, rows: Sequence[Latest]) -> None:
        """Show these."""
        self.beginResetModel()
        self.rows = list(rows[:MOST])
        self.endResetModel()

    def add(self, latest: Latest) -> None:
        """Put one on top."""
        self.beginInsertRows(QModelIndex(), 0, 0)
        self.rows.insert(0, latest)
        self.endInsertRows()
        if len(self.rows) > MOST:
            self.beginRemoveRows(QModelIndex(), MOST, len(self.rows) - 1)
            del self.rows[MOST:]
            self.endRemoveRows()

    def change_second(self, row: int, second: str) -> None:
        """Say what became of an answer."""
        self._put(row, replace(self.rows[row], second=second))

    def put(self, old: Latest, new: Latest) -> None:
        """Say something else in the place of an answer, if it is still in the list."""
        if old in self.rows:
            self._put(self.rows.index(old), new)

    def drop(self, latest: Latest) -> None:
        """Take an answer out, as another one takes its place."""
        if latest in self.rows:
            row = self.rows.index(latest)
            self.beginRemoveRows(QModelIndex(), row, row)
            del self.rows[row]
            self.endRemoveRows()

    def open_of(self, registration_id: str) -> Latest | None:
        """The question about a guest that is left open."""
        return next(
            (one for one in self.rows if one.can_open() and one.registration_id == registration_id),
            None,
        )

    def mark_undone(self, check_in_id: str) -> None:
        """Show that a check-in was taken back."""
        for row, latest in enumerate(self.rows):
            if latest.check_in_id == check_in_id:
                self._put(row, replace(latest, kind=LatestKind.UNDONE, second=_("Undone")))

    def newest(self) -> Latest | None:
        """The newest that can be taken back."""
        return next((latest for latest in self.rows if latest.can_undo()), None)

    def _put(self, row: int, latest: Latest) -> None:
        self.rows[row] = latest
        self.dataChanged.emit(self.index(row), self.index(row))


class LatestList(QListView):
    """Shows the answers; the Menu key or a right click want a menu for one.

    Enter and a double click open what waits for an answer, and a menu for the rest. Ctrl+Z takes
    the chosen one back, Del takes it back and asks why.
    """

    menu_wanted = Signal(object, QPoint)
    open_wanted = Signal(object)
    undo_wanted = Signal(object)
    why_wanted = Signal(object)

    def __init__(self, model: LatestModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.setModel(model)
        self.setItemDelegate(_LatestDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(_("This desk"))
        self.doubleClicked.connect(lambda _index: self._enter())

    def chosen(self) -> Latest | None:
        """The answer the focus is on."""
        index = self.currentIndex()
        return self._model.rows[index.row()] if index.isValid() else None

    def focusInEvent(self, event: Any) -> None:
        """Begin at the newest."""
        if not self.currentIndex().isValid() and self._model.rows:
            self.setCurrentIndex(self._model.index(0))
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Ctrl+Z and Del take back; letters go to the page, which searches."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._enter()
        elif event.matches(QKeySequence.StandardKey.Undo):
            self._take_back(self.undo_wanted)
        elif event.key() == Qt.Key.Key_Delete:
            self._take_back(self.why_wanted)
        elif event.text().isprintable() and event.text() and event.text() != " ":
            event.ignore()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for a menu."""
        self._ask(event.globalPos() if event.reason() == event.Reason.Mouse else None)

    def _take_back(self, how: SignalInstance) -> None:
        latest = self.chosen()
        if latest is not None and latest.can_undo():
            how.emit(latest)

    def _enter(self) -> None:
        latest = self.chosen()
        if latest is not None and latest.can_open():
            self.open_wanted.emit(latest)
        else:
            self._ask(None)

    def _ask(self, place: QPoint | None) -> None:
        latest = self.chosen()
        if latest is not None:
            below = self.visualRect(self.currentIndex()).bottomLeft()
            self.menu_wanted.emit(latest, place or self.viewport().mapToGlobal(below))


class _LatestDelegate(QStyledItemDelegate):
    """Draws icon, name, second line and time."""

    def __init__(self, view: LatestList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del option, index
        return QSize(0, look().px(48))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        latest: Latest = index.data(Qt.ItemDataRole.UserRole)
        painter.save()
        painting.begin(painter)
        area = QRectF(option.rect).adjusted(0, 1, 0, -1)
        current = self._view.currentIndex().row() == index.row()
        if current and self._view.hasFocus():
            painting.rounded(
                painter,
                area,
                Radius.CONTROL,
                fill="selected",
                edge="accent",
                width=look().sizes.focus,
            )
        icon, tone = _FACES[latest.kind]
        side = look().sizes.icon
        left = area.x() + Space.SNUG
        icons.paint(painter, icon, QRectF(left, area.center().y() - side / 2, side, side), tone)
        left += side + Space.TIGHT
        time_wide = look().width(latest.at, "caption") + Space.SNUG
        right = QRectF(area.right() - time_wide, area.y(), time_wide, area.height())
        painting.words(painter, right, latest.at, type_="caption", tone="text2")
        half = area.height() / (2 if latest.second else 1)
        words = QRectF(left, area.y() + 2, right.x() - left - Space.SMALL, half - 1)
        gone = latest.kind is LatestKind.UNDONE
        honour = _HONOURS.get(latest.category, "")
        if honour:
            small = look().sizes.icon_s
            place = QRectF(words.right() - small, words.y() + (words.height() - small) / 2,
                           small, small)  # fmt: skip
            icons.paint(painter, honour, place, "text2" if gone else "accent")
            words.setWidth(words.width() - small - Space.TINY)
        tone = "text2" if gone else "text"
        wide = painting.words(painter, words, latest.name, type_="strong", tone=tone)
        if gone:
            painter.setPen(QPen(look().colour(tone), look().px(1.5)))
            middle = words.center().y() + 1
            painter.drawLine(QPointF(words.x(), middle), QPointF(words.x() + wide, middle))
        words.moveTop(area.y() + half - 1)
        painting.words(painter, words, latest.second, type_="caption", tone="text2")
        painter.restore()
