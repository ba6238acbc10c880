"""Tables: 40 px rows painted by a delegate, ticks, focus frame, sort arrow, bulk bar and footer.

model = RowsModel(columns, lambda guest: guest.id, can_tick=True)
table = Table(model, _("Participants"))
table.opened.connect(self._open)
frame.content(TableCard(table, bulk=(check_in, badges), empty=EmptyState(...)))
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from networking_app.gui import icons
from networking_app.gui.models.table import Role, TableModel
from networking_app.gui.theme import look
from networking_app.gui.tokens import Radius, Space
from networking_app.gui.widgets import painting
from networking_app.gui.widgets.marks import PillFace, paint_pill

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent

_TICK_COLUMN = 44
AnyIndex = QModelIndex | QPersistentModelIndex


class Table(QTableView):
    """A table of rows.

    `opened(id)` by Enter or double click, `current_changed(id)` when the row with the focus
    changes, `main_action(id)` by Ctrl+Enter, `menu_wanted(id, QPoint)` by the Menu key or right
    click (the point is global).
    """

    opened = Signal(str)
    current_changed = Signal(str)
    main_action = Signal(str)
    menu_wanted = Signal(str, QPoint)

    def __init__(self, model: TableModel[Any], name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = model
        if model.parent() is None:  # goes with the table, never by a collection in a lane
            model.setParent(self)
        self.setAccessibleName(name)
        self.setModel(model)
        self.setHorizontalHeader(Head(model, self))
        self.setItemDelegate(RowDelegate(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.fit_sizes()
        self.setSortingEnabled(False)
        self.selectionModel().currentRowChanged.connect(self._current_changed)
        model.modelReset.connect(self._keep_current)
        model.modelAboutToBeReset.connect(self._note_current)
        self._noted = ("", 0)

    def current_id(self) -> str:
        """What identifies the row with the focus, "" for none."""
        index = self.currentIndex()
        return self.rows.id_at(index.row()) if index.isValid() else ""

    def go_to(self, row_id: str) -> bool:
        """Put the focus frame on a row; False if it is not shown."""
        number = self.rows.number_of(row_id)
        if number < 0:
            return False
        self.setCurrentIndex(self.rows.index(number, self._first_column()))
        return True

    def fit_sizes(self) -> None:
        """Apply row heights and column widths in the text size chosen."""
        self.verticalHeader().setDefaultSectionSize(look().sizes.row)
        self.verticalHeader().setMinimumSectionSize(look().sizes.row)
        self.horizontalHeader().setFixedHeight(look().sizes.head)
        for section in range(self.rows.columnCount()):
            column = self.rows.column_at(section)
            wide = column.width if column else _TICK_COLUMN
            self.setColumnWidth(section, look().px(wide))
        self._stretch()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a new text size."""
        super().changeEvent(event)
        if event.type() == event.Type.StyleChange and hasattr(self, "_noted"):
            self.fit_sizes()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room left among the columns that stretch."""
        super().resizeEvent(event)
        self._stretch()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space ticks, Shift+arrows tick a range, Ctrl+A all, Enter opens, Ctrl+Enter acts."""
        key, held = event.key(), event.modifiers()
        shift = bool(held & Qt.KeyboardModifier.ShiftModifier)
        ctrl = bool(held & Qt.KeyboardModifier.ControlModifier)
        row = self.currentIndex().row()
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if row >= 0:
                (self.main_action if ctrl else self.opened).emit(self.current_id())
        elif self.rows.can_tick and ctrl and key == Qt.Key.Key_A:
            self.rows.tick_all()
        elif self.rows.can_tick and row >= 0 and key == Qt.Key.Key_Space:
            self.rows.tick([row], on=self.current_id() not in self.rows.ticked)
        elif self.rows.can_tick and row >= 0 and shift and key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self._tick_on(row, -1 if key == Qt.Key.Key_Up else 1)
        elif key == Qt.Key.Key_Escape and self.rows.ticked:
            self.rows.untick_all()
        elif key in {Qt.Key.Key_Home, Qt.Key.Key_End} and self.rows.count():
            goal = 0 if key == Qt.Key.Key_Home else self.rows.count() - 1
            self.setCurrentIndex(self.rows.index(goal, self._first_column()))
        elif key == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click into the first column ticks."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        is_left = event.button() == Qt.MouseButton.LeftButton
        if index.isValid() and is_left and index.data(Role.IS_TICK):
            self.rows.tick([index.row()], on=self.rows.id_at(index.row()) not in self.rows.ticked)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click opens, except on a tick."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and not index.data(Role.IS_TICK):
            self.opened.emit(self.rows.id_at(index.row()))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask the page for the menu of the row."""
        index = self.currentIndex()
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            index = self.indexAt(event.pos())
        if index.isValid():
            self.setCurrentIndex(index)
            corner = self.visualRect(index).bottomLeft()
            is_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
            place = event.globalPos() if is_mouse else self.viewport().mapToGlobal(corner)
            self.menu_wanted.emit(self.rows.id_at(index.row()), place)

    def focusInEvent(self, event: Any) -> None:
        """The first row gets the focus frame when none has it."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.rows.count():
            self.setCurrentIndex(self.rows.index(0, self._first_column()))

    def _first_column(self) -> int:
        return int(self.rows.can_tick)

    def _tick_on(self, row: int, step: int) -> None:
        goal = min(max(row + step, 0), self.rows.count() - 1)
        self.rows.tick([row, goal], on=True)
        self.setCurrentIndex(self.rows.index(goal, self._first_column()))

    def _current_changed(self, now: QModelIndex) -> None:
        self.viewport().update()
        if now.isValid():
            self.current_changed.emit(self.rows.id_at(now.row()))

    def _note_current(self) -> None:
        self._noted = (self.current_id(), max(self.currentIndex().row(), 0))

    def _keep_current(self) -> None:
        row_id, number = self._noted
        if row_id and not self.go_to(row_id) and self.rows.count():
            goal = min(number, self.rows.count() - 1)
            self.setCurrentIndex(self.rows.index(goal, self._first_column()))

    def _stretch(self) -> None:
        columns = [(n, self.rows.column_at(n)) for n in range(self.rows.columnCount())]
        stretching = [(n, column) for n, column in columns if column and column.stretch]
        fixed = sum(self.columnWidth(n) for n, c in columns if not (c and c.stretch))
        wanted = sum(look().px(column.width) for _n, column in stretching)
        spare = self.viewport().width() - fixed - wanted
        for number, column in stretching:
            width = look().px(column.width) + max(spare, 0) // len(stretching)
            self.setColumnWidth(number, width)


class Head(QHeaderView):
    """The headings; a click sorts, a second one the other way round."""

    def __init__(self, model: TableModel[Any], table: Table) -> None:
        super().__init__(Qt.Orientation.Horizontal, table)
        self._rows = model
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(look().px(_TICK_COLUMN))
        self.sectionClicked.connect(self._sort)

    def paintSection(self, painter: QPainter, rect: Any, logicalIndex: int) -> None:  # noqa: N803
        """Draw the heading, the arrow of the sorting and the line under it."""
        painting.begin(painter)
        area = QRectF(rect)
        painter.fillRect(rect, look().colour("surface"))
        painter.setPen(QPen(look().colour("control"), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        column = self._rows.column_at(logicalIndex)
        if column is None:
            return
        side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
        words = area.adjusted(Space.TIGHT, 0, -Space.TIGHT, 0)
        key, down = self._rows.sorted_by
        arrow = look().sizes.icon_s if key == column.key else 0
        room = words.adjusted(0, 0, -arrow - Space.TINY, 0) if arrow else words
        align = side | Qt.AlignmentFlag.AlignVCenter
        wide = painting.words(
            painter, room, column.title, type_="caption_strong", tone="text2", align=align
        )
        if arrow:
            x = room.right() if column.right else room.left() + wide
            place = QRectF(x + Space.TINY, area.center().y() - arrow / 2, arrow, arrow)
            icons.paint(painter, "arrow-down" if down else "arrow-up", place, "text2")

    def _sort(self, section: int) -> None:
        column = self._rows.column_at(section)
        if column is not None and column.can_sort:
            key, down = self._rows.sorted_by
            self._rows.sort_by(column.key, descending=key == column.key and not down)


class RowDelegate(QStyledItemDelegate):
    """Paints cells: text, pill or tick on the row's tint, with the focus frame around the row."""

    def __init__(self, table: Table) -> None:
        super().__init__(table)
        self._table = table

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """Rows are equally high."""
        return QSize(super().sizeHint(option, index).width(), look().sizes.row)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draw one cell."""
        painter.save()
        painting.begin(painter)
        area = QRectF(option.rect)
        self._paint_ground(painter, option, index)
        face = index.data(Role.PILL)
        if index.data(Role.IS_TICK):
            _paint_tick(painter, area, on=bool(index.data(Role.TICKED)))
        elif isinstance(face, PillFace):
            room = area.width() - Space.TIGHT
            paint_pill(painter, area.x() + Space.TIGHT, area.center().y(), face, room)
        else:
            words = area.adjusted(Space.TIGHT, 0, -Space.TIGHT, 0)
            painting.words(
                painter,
                words,
                index.data() or "",
                type_="strong" if index.data(Role.STRONG) else "body",
                align=Qt.AlignmentFlag(
                    index.data(Qt.ItemDataRole.TextAlignmentRole) or Qt.AlignmentFlag.AlignVCenter
                ),
            )
        self._paint_focus(painter, area, index)
        painter.restore()

    def _paint_ground(
        self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex
    ) -> None:
        over = bool(option.state & QStyle.StateFlag.State_MouseOver)
        fill = "hover" if over else "surface"
        if index.data(Role.TICKED) or self._is_current(index):
            fill = "selected"
        if index.data(Role.CHANGED):
            fill = "ok_tint"
        painter.fillRect(option.rect, look().colour(fill))
        painter.setPen(QPen(look().colour("border"), 1))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())

    def _is_current(self, index: AnyIndex) -> bool:
        return self._table.currentIndex().row() == index.row()

    def _paint_focus(self, painter: QPainter, area: QRectF, index: AnyIndex) -> None:
        if not (self._table.hasFocus() and self._is_current(index)):
            return
        width = look().sizes.focus
        painter.setPen(QPen(look().colour("accent"), width))
        half = width / 2
        frame = area.adjusted(half, half, -half, -half - 1)
        painter.drawLine(frame.topLeft(), frame.topRight())
        painter.drawLine(frame.bottomLeft(), frame.bottomRight())
        if index.column() == 0:
            painter.drawLine(frame.topLeft(), frame.bottomLeft())
        if index.column() == index.model().columnCount() - 1:
            painter.drawLine(frame.topRight(), frame.bottomRight())


def _paint_tick(painter: QPainter, area: QRectF, *, on: bool) -> None:
    side = look().sizes.check
    box = QRectF(area.center().x() - side / 2, area.center().y() - side / 2, side, side)
    fill, edge = ("accent", "accent") if on else ("surface", "control")
    painting.rounded(painter, box, Radius.TAG, fill=fill, edge=edge)
    if on:
        inset = side * 0.12
        icons.paint(painter, "check", box.adjusted(inset, inset, -inset, -inset), "on_accent", 3)
