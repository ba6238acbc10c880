"""Which way guests go at the desk: in, or out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from networking_app.domain.checkin import Direction
from networking_app.gui.announce import announce
from networking_app.support.i18n import gettext as _

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from networking_app.domain.checkin import Point
    from networking_app.gui.desk_bars import DeskTop
    from networking_app.gui.desk_door import Door
    from networking_app.gui.desk_view import DeskView


class Way(QObject):
    """Turns the desk round by key or by the control in its top bar; `turned` then."""

    turned = Signal()

    def __init__(self, door: Door, top: DeskTop, view: DeskView, page: QWidget) -> None:
        super().__init__(page)
        self._door, self._top, self._view = door, top, view
        self._asked = False
        top.direction_chosen.connect(lambda value: self.turn(Direction(value)))

    def turn(self, direction: Direction) -> None:
        """Let guests go this way from now on."""
        self._asked = True
        self._door.direction = direction
        self._view.turn(direction)
        if self._door.point is not None:
            self.show(self._door.point)
        out = direction is Direction.OUT
        announce(self._view, _("Guests go out now") if out else _("Guests come in now"))
        self.turned.emit()

    def turn_round(self) -> None:
        """Let guests go the other way."""
        out = self._door.direction is Direction.OUT
        self.turn(Direction.IN if out else Direction.OUT)

    def stand_at(self, point: Point | None) -> None:
        """Begin at another point with guests who come in."""
        if point is not None and self._door.direction is Direction.OUT:
            self.turn(Direction.IN)
        if point is not None:
            self._asked = False
            self.show(point)

    def show(self, point: Point) -> None:
        """Show the control where guests go both ways."""
        self._top.show_way(point, self._door.direction, always=self._asked)
