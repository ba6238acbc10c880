"""What every table shows: columns, rows known by an id, ticked rows, rows that just changed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)

from networking_app.gui.tokens import Motion
from networking_app.support.i18n import gettext as _

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from networking_app.gui.widgets.marks import PillFace

R = TypeVar("R")
AnyIndex = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class Role(IntEnum):
    """What the delegate asks for besides the text."""

    PILL = Qt.ItemDataRole.UserRole + 1
    STRONG = Qt.ItemDataRole.UserRole + 2
    TICKED = Qt.ItemDataRole.UserRole + 3
    CHANGED = Qt.ItemDataRole.UserRole + 4
    IS_TICK = Qt.ItemDataRole.UserRole + 5


@dataclass(frozen=True)  # slots would refuse Column[Guest](...) on Python 3.11
class Column(Generic[R]):
    """One column.

    Attributes:
        key: names the column for sorting and remembering.
        title: worded heading.
        text: the cell's text.
        pill: the cell's pill instead of text; None for no pill.
        sort: sort key; None sorts by text; used by models that hold their rows.
        width: at 100 % text size, in logical pixels.
        stretch: takes the room left.
        strong: bold.
        right: aligned right, for numbers and times.
        can_sort: whether a click on the heading sorts.
    """

    key: str
    title: str
    text: Callable[[R], str]
    pill: Callable[[R], PillFace | None] | None = None
    sort: Callable[[R], Any] | None = None
    width: int = 140
    stretch: bool = False
    strong: bool = False
    right: bool = False
    can_sort: bool = True


class TableModel(QAbstractTableModel, Generic[R]):
    """Base of the models; a subclass holds the rows.

    `ticks_changed` when rows were ticked, `sort_changed(key, descending)` when sorted.
    """

    ticks_changed = Signal()
    sort_changed = Signal(str, bool)

    def __init__(self, columns: Iterable[Column[R]], *, can_tick: bool = False) -> None:
        super().__init__()
        self.columns = tuple(columns)
        self.can_tick = can_tick
        self.ticked: set[str] = set()
        self.sorted_by = ("", False)
        self._changed: set[str] = set()
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.timeout.connect(self._forget_changed)

    def row_at(self, number: int) -> R | None:
        """The row, or None while it is being fetched."""
        raise NotImplementedError

    def id_at(self, number: int) -> str:
        """What identifies the row."""
        raise NotImplementedError

    def number_of(self, row_id: str) -> int:
        """Where the row stands, -1 if it is not shown."""
        raise NotImplementedError

    def count(self) -> int:
        """How many rows there are."""
        raise NotImplementedError

    def column_at(self, section: int) -> Column[R] | None:
        """The column at a section of the view; None for the ticks."""
        number = section - int(self.can_tick)
        return self.columns[number] if 0 <= number < len(self.columns) else None

    def tick(self, numbers: Iterable[int], *, on: bool) -> None:
        """Tick rows or take the tick away."""
        ids = {self.id_at(number) for number in numbers}
        self.ticked = self.ticked | ids if on else self.ticked - ids
        self._repaint()
        self.ticks_changed.emit()

    def tick_all(self) -> None:
        """Tick every row shown."""
        self.tick(range(self.count()), on=True)

    def untick_all(self) -> None:
        """Take all ticks away."""
        if self.ticked:
            self.ticked = set()
            self._repaint()
            self.ticks_changed.emit()

    def mark_changed(self, ids: Iterable[str]) -> None:
        """Tint rows for a second because they just changed."""
        self._changed = set(ids)
        self._calm.start(Motion.JUST_CHANGED)
        self._repaint()

    def rowCount(self, parent: AnyIndex = _NOWHERE) -> int:
        """Rows of the table; Qt asks."""
        return 0 if parent.isValid() else self.count()

    def columnCount(self, parent: AnyIndex = _NOWHERE) -> int:
        """Columns with the ticks; Qt asks."""
        return 0 if parent.isValid() else len(self.columns) + int(self.can_tick)

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Cells can be chosen, ticks ticked; nothing is edited in place."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if self.column_at(index.column()) is None:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """Headings; the sorting is spoken as a word."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        column = self.column_at(section)
        title = column.title if column else _("Ticked")
        if role == Qt.ItemDataRole.DisplayRole:
            return title
        if role == Qt.ItemDataRole.AccessibleTextRole and column:
            key, down = self.sorted_by
            if key == column.key:
                words = _("{column}, sorted downwards") if down else _("{column}, sorted upwards")
                return words.format(column=title)
            return title
        return None

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What the view and the delegate ask for; None where there is nothing."""
        if not index.isValid():
            return None
        column = self.column_at(index.column())
        number = index.row()
        if role == Role.TICKED:
            return self.can_tick and self.id_at(number) in self.ticked
        if role == Role.CHANGED:
            return self.id_at(number) in self._changed
        if column is None:
            return self._tick_data(number, role)
        row = self.row_at(number)
        return None if row is None else _cell(column, row, role)

    def setData(self, index: AnyIndex, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tick through accessibility tools."""
        if role != Qt.ItemDataRole.CheckStateRole or self.column_at(index.column()) is not None:
            return False
        self.tick([index.row()], on=Qt.CheckState(value) is Qt.CheckState.Checked)
        return True

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a section of the view."""
        found = self.column_at(column)
        if found is not None and found.can_sort:
            self.sort_by(found.key, descending=order is Qt.SortOrder.DescendingOrder)

    def sort_by(self, key: str, *, descending: bool = False) -> None:
        """Sort by a column's key; models that hold their rows do it, others have it fetched."""
        self.sorted_by = (key, descending)
        self._sort_rows()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, max(0, self.columnCount() - 1))
        self.sort_changed.emit(key, descending)

    def _sort_rows(self) -> None:
        """Bring the rows into the order wanted, where the model holds them."""

    def _tick_data(self, number: int, role: int) -> Any:
        on = self.id_at(number) in self.ticked
        if role == Role.IS_TICK:
            return True
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return _("Ticked") if on else _("Not ticked")
        return None

    def _forget_changed(self) -> None:
        self._changed = set()
        self._repaint()

    def _repaint(self) -> None:
        if self.count():
            last = self.index(self.count() - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)


def _cell(column: Column[R], row: R, role: int) -> Any:
    if role in {
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.ToolTipRole,
        Qt.ItemDataRole.AccessibleTextRole,
    }:
        face = column.pill(row) if column.pill else None
        return face.text if face is not None else column.text(row)
    if role == Role.PILL:
        return column.pill(row) if column.pill else None
    if role == Role.STRONG:
        return column.strong
    if role == Qt.ItemDataRole.TextAlignmentRole:
        side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter
    return None
