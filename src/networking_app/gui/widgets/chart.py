"""A line chart, such as the arrivals curve, with the same numbers as a table by the key T."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QSizePolicy, QStackedLayout, QWidget

from networking_app.gui.models.rows import RowsModel
from networking_app.gui.models.table import Column
from networking_app.gui.theme import look
from networking_app.gui.tokens import Space
from networking_app.gui.widgets import painting
from networking_app.gui.widgets.table import Table
from networking_app.support.i18n import gettext as _

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPaintEvent

_CENTRE = Qt.AlignmentFlag.AlignCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class Line:
    """One curve: name and (x, y) points, x in minutes after midnight; `quiet` draws it dashed."""

    name: str
    points: tuple[tuple[float, float], ...]
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class ChartFace:
    """All a chart shows.

    Attributes:
        lines: the main curve first.
        ticks: (x, words) along the bottom; the first and the last bound the chart.
        sentence: what it says in words, for screen readers ("128 of 174 arrived, …").
        now: words at the end of the main curve ("128 at 8.54").
        mark: (x, words) of an upright line ("Opening 9.00"), or None.
        bars: (from x, to x, y), drawn behind the curves.
        rows: what the table shows, a text for each of its columns; empty shows the points.
    """

    lines: tuple[Line, ...]
    ticks: tuple[tuple[float, str], ...]
    sentence: str
    now: str = ""
    mark: tuple[float, str] | None = None
    bars: tuple[tuple[float, float, float], ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()


class LineChart(QWidget):
    """`chart.show_face(ChartFace(...))`; T shows the numbers as a table and back."""

    def __init__(
        self,
        name: str,
        x_title: str,
        parent: QWidget | None = None,
        *,
        columns: tuple[str, ...] = (),
    ) -> None:
        """Make an empty chart; `columns` are the titles of the table's, for faces with rows."""
        super().__init__(parent)
        self.canvas = _Canvas()
        self.canvas.setAccessibleName(name)
        made = _own_columns(columns) if columns else _columns(name, x_title)
        self._rows = RowsModel(made, lambda line: "".join(line[:2]))
        self.table = Table(self._rows, name)
        self.table.installEventFilter(self)
        self._stack = QStackedLayout()
        self._stack.addWidget(self.canvas)
        self._stack.addWidget(self.table)
        self.setLayout(self._stack)
        self.setMinimumHeight(look().px(look().sizes.chart_height))

    def show_face(self, face: ChartFace) -> None:
        """Show these curves instead."""
        self.canvas.face = face
        self.canvas.setAccessibleDescription(face.sentence)
        self.canvas.setToolTip(face.sentence)
        points = (
            (_words_of(x, face), line.name, f"{y:g}") for line in face.lines for x, y in line.points
        )
        self._rows.show_rows(list(face.rows or points))
        self.canvas.update()

    def shows_table(self) -> bool:
        """Whether the numbers are shown as a table."""
        return self._stack.currentIndex() == 1

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """T changes between curve and table."""
        if not self._turn(event):
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take T before the table searches for it."""
        is_key = watched is self.table and event.type() == QEvent.Type.KeyPress
        if is_key and isinstance(event, QKeyEvent) and self._turn(event):
            return True
        return super().eventFilter(watched, event)

    def _turn(self, event: QKeyEvent) -> bool:
        if event.key() != Qt.Key.Key_T or event.modifiers():
            return False
        shows = not self.shows_table()
        self._stack.setCurrentIndex(int(shows))
        (self.table if shows else self.canvas).setFocus(Qt.FocusReason.OtherFocusReason)
        return True


class _Canvas(QWidget):
    """The painted curves."""

    def __init__(self) -> None:
        super().__init__()
        self.face: ChartFace | None = None
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        return QSize(look().px(480), look().px(look().sizes.chart_height))

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painting.begin(painter)
        if self.face is not None and self.face.ticks:
            _Plot(painter, QRectF(self.rect()), self.face).paint()
        if self.hasFocus():
            width = look().sizes.focus
            painting.rounded(painter, QRectF(self.rect()), 4, edge="accent", width=width)


class _Plot:
    """One painting of a chart; turns values into places."""

    def __init__(self, painter: QPainter, area: QRectF, face: ChartFace) -> None:
        self.painter, self.face = painter, face
        high = look().px(28)
        room_right = look().px(64) if any(line.quiet for line in face.lines) else look().px(20)
        self.inside = area.adjusted(look().px(44), look().px(14), -room_right, -high)
        self.left, self.right = face.ticks[0][0], face.ticks[-1][0]
        heights = [y for line in face.lines for _x, y in line.points]
        most = max([*heights, *(y for _first, _last, y in face.bars)], default=0)
        self.step = _nice_step(most)
        self.top = max(self.step, -(-most // self.step) * self.step)

    def place(self, x: float, y: float) -> QPointF:
        across = (x - self.left) / ((self.right - self.left) or 1)
        return QPointF(
            self.inside.left() + across * self.inside.width(),
            self.inside.bottom() - y / self.top * self.inside.height(),
        )

    def paint(self) -> None:
        self._axes()
        # What lies before the first tick is not to be drawn over the numbers.
        edge = look().px(3)
        self.painter.setClipRect(self.inside.adjusted(-edge, -edge, look().px(64), edge))
        self._bars()
        for line in reversed(self.face.lines):
            if line.points:
                self._line(line)
        self.painter.setClipping(False)
        if self.face.mark is not None:
            self._mark(*self.face.mark)
        self._now()

    def _axes(self) -> None:
        value = 0.0
        while value <= self.top:
            at = self.place(self.left, value)
            self.painter.setPen(QPen(look().colour("border"), 1))
            self.painter.drawLine(at, QPointF(self.inside.right(), at.y()))
            area = QRectF(0, at.y() - 12, self.inside.left() - Space.SMALL, 24)
            painting.words(
                self.painter, area, f"{value:g}", type_="caption", tone="text3", align=_RIGHT
            )
            value += self.step
        wide = look().px(80)
        for x, words in self.face.ticks:
            at = self.place(x, 0)
            area = QRectF(at.x() - wide / 2, at.y() + Space.TINY, wide, look().px(20))
            painting.words(self.painter, area, words, type_="caption", tone="text3", align=_CENTRE)

    def _bars(self) -> None:
        for first, last, y in self.face.bars:
            if y > 0:
                area = QRectF(self.place(first, y), self.place(last, 0)).adjusted(1, 0, -1, 0)
                self.painter.fillRect(area, look().colour("accent", 70))

    def _line(self, line: Line) -> None:
        path = QPainterPath(self.place(*line.points[0]))
        for point in line.points[1:]:
            path.lineTo(self.place(*point))
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        if line.quiet:
            self.painter.setPen(QPen(look().colour("control"), 2, Qt.PenStyle.DashLine))
            self.painter.drawPath(path)
            end = self.place(*line.points[-1])
            area = QRectF(end.x() + Space.SMALL, end.y() - 12, look().px(56), 24)
            painting.words(self.painter, area, line.name, type_="caption", tone="text2")
            return
        ground = QPainterPath(path)
        ground.lineTo(self.place(line.points[-1][0], 0))
        ground.lineTo(self.place(line.points[0][0], 0))
        self.painter.fillPath(ground, look().colour("accent", 26))
        self.painter.setPen(QPen(look().colour("accent"), 3))
        self.painter.drawPath(path)

    def _mark(self, x: float, words: str) -> None:
        at = self.place(x, 0)
        self.painter.setPen(QPen(look().colour("text3"), 1))
        self.painter.drawLine(at, QPointF(at.x(), self.inside.top()))
        # On top, where neither bars nor the beginning of a curve are.
        high = look().px(20)
        area = QRectF(at.x() + Space.SMALL, self.inside.top(), look().px(200), high)
        painting.words(self.painter, area, words, type_="caption", tone="text2")

    def _now(self) -> None:
        main = next((line for line in self.face.lines if not line.quiet and line.points), None)
        if main is None:
            return
        at = self.place(*main.points[-1])
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(look().colour("accent"))
        self.painter.drawEllipse(at, 5, 5)
        wide = look().px(160)
        left = max(self.inside.left(), at.x() - wide - 2)
        align = _RIGHT if at.x() - wide > self.inside.left() else Qt.AlignmentFlag.AlignLeft
        area = QRectF(left, max(0.0, at.y() - look().px(36)), wide, look().px(24))
        painting.words(self.painter, area, self.face.now, type_="strong", tone="link", align=align)


def _columns(name: str, x_title: str) -> tuple[Column[tuple[str, ...]], ...]:
    return (
        Column[tuple[str, ...]]("x", x_title, lambda line: line[0], can_sort=False),
        Column[tuple[str, ...]](
            "line", _("Curve"), lambda line: line[1], stretch=True, can_sort=False
        ),
        Column[tuple[str, ...]]("y", name, lambda line: line[2], right=True, can_sort=False),
    )


def _own_columns(titles: tuple[str, ...]) -> tuple[Column[tuple[str, ...]], ...]:
    def of(place: int) -> Callable[[tuple[str, ...]], str]:
        return lambda line: line[place]

    return tuple(
        Column[tuple[str, ...]](
            str(place), title, of(place), right=place > 0, stretch=not place, can_sort=False
        )
        for place, title in enumerate(titles)
    )


def _nice_step(most: float) -> float:
    """A round distance between the lines, so that there are three to six of them."""
    step = 1.0
    while True:
        for factor in (1, 2, 5):
            if most <= step * factor * 5:
                return step * factor
        step *= 10


def _words_of(x: float, face: ChartFace) -> str:
    """The x value as words: of its tick, or minutes after midnight as a time."""
    for at, words in face.ticks:
        if at == x:
            return words
    return f"{int(x) // 60}.{int(x) % 60:02d}"
