"""The column at the right of the desk: how many came, who is inside, the latest answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QStackedWidget, QWidget

from networking_app.gui.desk_latest import LatestList, LatestModel
from networking_app.gui.theme import look
from networking_app.gui.tokens import Space
from networking_app.gui.widgets.button import Button
from networking_app.gui.widgets.flow import Flow
from networking_app.gui.widgets.form import Segmented
from networking_app.gui.widgets.layout import column, plain, row
from networking_app.gui.widgets.states import Meter
from networking_app.gui.widgets.text import Label
from networking_app.support.i18n import gettext as _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from networking_app.domain.event import EventCounts
    from networking_app.gui.desk_latest import Latest

_LOW = 300
THIS_DESK, ALL_DESKS = "this", "all"


class DeskSide(QFrame):
    """Counts and the latest of this desk or of all; `undo_wanted`, `all_wanted(bool)`."""

    undo_wanted = Signal()
    all_wanted = Signal(bool)

    def __init__(self, model: LatestModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("cls", "panel")
        self._number = Label("", "display")
        self._of = Label("", "lead", "text2", elide=True)
        tone = "text" if look().is_high_contrast else "ok_fill"
        self.meter = Meter("", 0, tone)
        self._inside = Label("", "strong", wrap=True)
        self.inside_meter = Meter("", 0, tone)
        self._room = plain(column(self._inside, self.inside_meter, gap=Space.TINY))
        self._room.hide()
        self.list = LatestList(model)
        self.everywhere = LatestModel(self)
        self.list_of_all = LatestList(self.everywhere)
        self.list_of_all.setAccessibleName(_("All desks"))
        self.lists = QStackedWidget()
        self.lists.addWidget(self.list)
        self.lists.addWidget(self.list_of_all)
        self._none = Label(
            _("Guests checked in here are listed here."), "caption", "text2", wrap=True
        )
        self.whose = Segmented(
            _("Whose check-ins are listed"),
            ((THIS_DESK, _("Here")), (ALL_DESKS, _("All desks"))),
            THIS_DESK,
        )
        self.whose.setToolTip(_("This desk or all desks (Ctrl+D)"))
        self.whose.chosen.connect(lambda value: self.show_all(on=value == ALL_DESKS))
        self.undo = Button(_("Undo last"), "quiet", icon="undo-2")
        self.undo.clicked.connect(self.undo_wanted)
        for one in (model, self.everywhere):
            for signal in (one.modelReset, one.rowsInserted, one.rowsRemoved, one.dataChanged):
                signal.connect(self._fit)
        self._model = model
        self._camera: QWidget | None = None
        self._above = column(gap=0)
        self._place()
        self._fit()

    def _place(self) -> None:
        bottom = Qt.AlignmentFlag.AlignBottom
        self.setLayout(
            column(
                row((self._number, 0, bottom), (self._of, 1, bottom), gap=Space.TIGHT),
                self.meter,
                self._room,
                self._above,
                Space.TIGHT,
                plain(Flow(self.whose, self.undo)),
                self._none,
                (self.lists, 1),
                gap=Space.SMALL,
                margins=(Space.CARD, Space.ROOMY, Space.CARD, Space.SMALL),
            )
        )

    def show_counts(self, counts: EventCounts) -> None:
        """Show arrivals against registrations."""
        self._number.setText(str(counts.arrived))
        self._of.setText(_("of {n} arrived").format(n=counts.registered))
        said = _("{arrived} of {registered} arrived").format(
            arrived=counts.arrived, registered=counts.registered
        )
        share = counts.arrived / counts.registered if counts.registered else 0.0
        self.meter.show_share(share, said)

    def show_inside(self, inside: int | None, capacity: int | None, point: str) -> None:
        """Show how many are inside behind the point; None hides it."""
        self._room.setVisible(inside is not None)
        if inside is None:
            return
        if capacity is None:
            said = _("{n} inside now, {point}").format(n=inside, point=point)
        else:
            said = _("{n} of {most} inside now, {point}").format(
                n=inside, most=capacity, point=point
            )
        self._inside.setText(said)
        self.inside_meter.setVisible(capacity is not None)
        self.inside_meter.show_share(min(1.0, inside / capacity) if capacity else 0.0, said)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out the button where the list would have no room: the key does the same."""
        super().resizeEvent(event)
        self.undo.setVisible(self.height() >= look().px(_LOW))

    def place_line(self, line: QWidget) -> None:
        """Give a line its place above the list; it shows and hides itself."""
        self._above.insertWidget(0, line)

    def place_camera(self, camera: QWidget) -> None:
        """Give the camera its place above the list; it shows and hides itself."""
        self._camera = camera
        self._above.addWidget(camera)

    def has_camera(self) -> bool:
        """Whether the camera is seen here."""
        return self._camera is not None and not self._camera.isHidden()

    def show_all(self, *, on: bool) -> None:
        """List the check-ins of all desks, or those of this one."""
        self.whose.choose(ALL_DESKS if on else THIS_DESK)
        self.lists.setCurrentWidget(self.list_of_all if on else self.list)
        self._fit()
        self.all_wanted.emit(on)

    def shows_all(self) -> bool:
        """Whether all desks are listed."""
        return self.lists.currentWidget() is self.list_of_all

    def fill_all(self, latest: Sequence[Latest]) -> None:
        """The latest of all desks."""
        if list(latest) != self.everywhere.rows:
            self.everywhere.fill(latest)

    def words(self) -> str:
        """The counts in words."""
        return self.meter.accessibleName()

    def inside_words(self) -> str:
        """How many are inside in words, "" where nobody counts them."""
        return "" if self._room.isHidden() else self._inside.text()

    def _fit(self) -> None:
        rows = self.everywhere.rows if self.shows_all() else self._model.rows
        self._none.setVisible(not rows)
        if self._model.newest() is None:
            self.undo.set_off(_("Nothing to undo"))
        else:
            self.undo.set_on()
