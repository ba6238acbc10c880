"""The list of check-in points: each with its rules in a sentence; dragged or moved by keys."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from networking_app.domain.points import PointKind, kind_of_name
from networking_app.gui.icons import IconView
from networking_app.gui.settings.points_file import ICONS
from networking_app.gui.theme import look
from networking_app.gui.tokens import Space
from networking_app.gui.widgets.button import Button, IconButton
from networking_app.gui.widgets.card import ButtonCard
from networking_app.gui.widgets.form import Field
from networking_app.gui.widgets.layout import column, empty, plain, row
from networking_app.gui.widgets.marks import Pill, PillFace, Tag
from networking_app.gui.widgets.text import Label
from networking_app.support.i18n import gettext as _
from networking_app.support.i18n import ngettext
from networking_app.wording import points as words

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent

    from networking_app.domain.points import Point
    from networking_app.gui.settings.points_file import PointsFile


class _Grip(IconView):
    """What a row is dragged by: `dragged(y)` in the coordinates of the screen, `dropped`."""

    dragged = Signal(int)
    dropped = Signal()

    def __init__(self) -> None:
        super().__init__("grip-vertical", "text3", "icon_m", says=_("Drag to move"))
        self.setCursor(Qt.CursorShape.SizeVerCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the mouse, so that the row is not opened."""
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell where the mouse is."""
        self.dragged.emit(event.globalPosition().toPoint().y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell that it was let go."""
        event.accept()
        self.dropped.emit()


class PointRow(ButtonCard):
    """One point: Enter opens it, Alt+Up and Alt+Down move it, Delete removes it."""

    moved = Signal(int)
    removed = Signal()
    stepped = Signal(int)

    def __init__(self, point: Point, file: PointsFile, *, is_main: bool) -> None:
        super().__init__(point.name)
        self.key = point.id
        sentence = file.sentence(point)
        self.setAccessibleDescription(sentence)
        self.grip = _Grip()
        name = row(Label(point.name, "strong", wrap=True), Tag(words.kind(point.kind)))
        if is_main and point.kind is PointKind.DOOR and point.name != _("Main door"):
            name.addWidget(Label(_("Main door"), "caption", "text2"))
        if (inside := file.inside.get(point.id)) is not None:
            self.inside = Pill(*_inside(point, inside))
            name.addWidget(self.inside)
        name.addStretch(1)
        self.up = IconButton("arrow-up", _("Move up: {name}").format(name=point.name))
        self.up.clicked.connect(lambda: self.moved.emit(-1))
        self.down = IconButton("arrow-down", _("Move down: {name}").format(name=point.name))
        self.down.clicked.connect(lambda: self.moved.emit(1))
        self.remove = IconButton("trash-2", _("Remove: {name}").format(name=point.name))
        self.remove.clicked.connect(self.removed)
        texts = column(name, Label(sentence, "caption", "text2", wrap=True), gap=Space.HAIR)
        line = row(
            self.grip,
            IconView(ICONS[point.kind], "text2", "icon_m"),
            (texts, 1),
            gap=Space.NORMAL,
            margins=(Space.NORMAL, Space.SMALL),
        )
        line.addLayout(row(self.up, self.down, self.remove, gap=0))
        self.setLayout(line)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, remove or go to the neighbour."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if step and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.moved.emit(step)
        elif step:
            self.stepped.emit(step)
        elif event.key() == Qt.Key.Key_Delete:
            self.removed.emit()
        else:
            super().keyPressEvent(event)


class PointsList(QWidget):
    """All points: `opened(key)`, `ordered([key])`, `removed(key)`."""

    opened = Signal(str)
    ordered = Signal(object)
    removed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[PointRow] = []
        self._column = column(gap=Space.SMALL)
        self.setLayout(self._column)

    def show_points(self, file: PointsFile, chosen: str = "") -> None:
        """List the points; the focus stays on the point that had it."""
        focused = next((r.key for r in self.rows if r.hasFocus() or r.isAncestorOf(_focus(r))), "")
        empty(self._column)
        self.rows = []
        for number, point in enumerate(file.points):
            made = PointRow(point, file, is_main=number == 0)
            made.clicked.connect(partial(self.opened.emit, point.id))
            made.removed.connect(partial(self.removed.emit, point.id))
            made.moved.connect(partial(self._move, made))
            made.stepped.connect(partial(self._step, made))
            made.grip.dragged.connect(partial(self._drag, made))
            made.grip.dropped.connect(self._drop)
            made.set_chosen(point.id == chosen)
            self.rows.append(made)
            self._column.addWidget(made)
            if point.id == focused:
                made.setFocus(Qt.FocusReason.OtherFocusReason)
        self._number()

    def choose(self, key: str) -> None:
        """Mark the point that is open."""
        for one in self.rows:
            one.set_chosen(one.key == key)

    def row_of(self, key: str) -> PointRow | None:
        """The row of a point."""
        return next((one for one in self.rows if one.key == key), None)

    def _move(self, moving: PointRow, step: int) -> None:
        if self._place(moving, self.rows.index(moving) + step):
            moving.setFocus(Qt.FocusReason.OtherFocusReason)
            self._drop()

    def _drag(self, moving: PointRow, y: int) -> None:
        at = self.mapFromGlobal(moving.mapToGlobal(moving.rect().topLeft())).y()
        here = self.mapFromGlobal(moving.rect().topLeft()).y() + y
        place = self.rows.index(moving)
        if here < at and place > 0:
            above = self.rows[place - 1]
            if here < above.y() + above.height() // 2:
                self._place(moving, place - 1)
        elif here > at + moving.height() and place + 1 < len(self.rows):
            below = self.rows[place + 1]
            if here > below.y() + below.height() // 2:
                self._place(moving, place + 1)

    def _place(self, moving: PointRow, place: int) -> bool:
        if not 0 <= place < len(self.rows):
            return False
        self.rows.remove(moving)
        self.rows.insert(place, moving)
        self._column.removeWidget(moving)
        self._column.insertWidget(place, moving)
        self._column.activate()
        self._number()
        return True

    def _drop(self) -> None:
        self.ordered.emit([one.key for one in self.rows])

    def _step(self, moving: PointRow, step: int) -> None:
        place = self.rows.index(moving) + step
        if 0 <= place < len(self.rows):
            self.rows[place].setFocus(Qt.FocusReason.TabFocusReason)

    def _number(self) -> None:
        for place, one in enumerate(self.rows):
            one.up.setEnabled(place > 0)
            one.down.setEnabled(place < len(self.rows) - 1)


class NewPoint(QWidget):
    """Asks for the name of a new point; its kind is guessed and can be changed.

    `wanted(name, kind)`.
    """

    wanted = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = QLineEdit()
        self.line.setPlaceholderText(_("Lunch, Hall 2, Back door…"))
        self.name = Field(_("Name of a new point"), self.line)
        self.kinds = QComboBox()
        for kind in PointKind:
            self.kinds.addItem(words.kind(kind), kind.value)
        self.kind = Field(_("Kind"), self.kinds)
        self.add = Button(_("Add point"), "main", icon="plus")
        self.add.clicked.connect(self._want)
        self._is_chosen = False
        self.line.textChanged.connect(self._guess)
        self.line.returnPressed.connect(self._want)
        self.kinds.activated.connect(self._choose)
        top = Qt.AlignmentFlag.AlignTop
        self.name.setMaximumWidth(look().px(360))
        button = plain(column(Space.CARD, self.add, gap=0))
        self.setLayout(
            row((self.name, 2, top), (self.kind, 1, top), (button, 0, top), None, gap=Space.NORMAL)
        )

    def clear(self) -> None:
        """Ready for the next one."""
        self._is_chosen = False
        self.line.clear()
        self.name.show_error("")

    def _guess(self, text: str) -> None:
        if not self._is_chosen and text.strip():
            self.kinds.setCurrentIndex(self.kinds.findData(kind_of_name(text).value))

    def _choose(self) -> None:
        self._is_chosen = True

    def _want(self) -> None:
        name = self.name.text()
        if not name:
            self.name.show_error(
                _("Write a name first, such as {example}").format(example=_("Lunch"))
            )
            self.name.focus()
            return
        self.wanted.emit(name, str(self.kinds.currentData()))


def _focus(widget: QWidget) -> QWidget:
    return widget.window().focusWidget() or widget.window()


def _inside(point: Point, inside: int) -> tuple[str, str]:
    if point.capacity is None:
        return "info", ngettext("{n} inside", "{n} inside", inside).format(n=inside)
    kind = "warning" if inside >= point.capacity else "info"
    text = _("{inside} of {most} inside").format(inside=inside, most=point.capacity)
    face = PillFace(kind, text)
    return face.kind, face.text
