"""Settings of this computer as a check-in desk: where it stands, whom it serves, what it does."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QSpinBox, QWidget

from networking_app.domain.points import own_point
from networking_app.domain.queues import MOST_DESKS
from networking_app.gui import printing, saving
from networking_app.gui.home.first_start import change
from networking_app.gui.screens.displays import Displays
from networking_app.gui.settings.cards import line_of
from networking_app.gui.theme import look
from networking_app.gui.tokens import Space
from networking_app.gui.widgets.button import Button
from networking_app.gui.widgets.card import Card
from networking_app.gui.widgets.flow import Flow
from networking_app.gui.widgets.form import Segmented
from networking_app.gui.widgets.layout import column, empty, plain, row
from networking_app.gui.widgets.marks import Chip
from networking_app.gui.widgets.text import Label
from networking_app.support.i18n import gettext as _
from networking_app.wording import points as words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from PySide6.QtGui import QShowEvent

    from networking_app.domain.points import Point
    from networking_app.domain.queues import Queue
    from networking_app.gui.room import Room

_DESKS = 2
_CHIPS = 480  # what the smallest window leaves beside the names
_PAUSE = 150  # ms after the last step of the number of desks


@dataclass(frozen=True, slots=True)
class _Found:
    points: tuple[Point, ...]
    queues: tuple[Queue, ...]


class DeskProfileCard(Card):
    """Saved on this computer as soon as it is changed; `camera_wanted` leads to the camera."""

    camera_wanted = Signal()

    def __init__(
        self,
        room: Room,
        printers: Callable[[], Sequence[str]] = printing.printers,
        displays: Displays | None = None,
    ) -> None:
        """Make the card.

        Args:
            room: of the page.
            printers: names of the printers of this computer.
            displays: of this computer.
        """
        super().__init__(_("What this desk does"), gap=Space.ROOMY)
        self._room = room
        self._printers = printers
        self._displays = displays
        self._asked = False
        self._shows = False
        self._chips: dict[str, Chip] = {}
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_PAUSE)
        self._later.timeout.connect(self._fetch)
        self._make_place()
        self._make_deeds()
        self._make_machines()
        self._arrange()
        self.show_now()
        room.preferences.changed.connect(self._changed)

    def reload(self) -> None:
        """Fetch the points of the event and the queues by surname."""
        self._fetch()

    def showEvent(self, event: QShowEvent) -> None:
        """Ask for printers and displays once the card is seen, as some take their time."""
        super().showEvent(event)
        if not self._asked:
            self._asked = True
            QTimer.singleShot(0, self, self.show_machines)

    def show_now(self) -> None:
        """Show how it is set."""
        now = self._room.preferences.now
        self._shows = True
        if not self.surnames.hasFocus():
            self.surnames.setText(now.surname_range)
        for part, box in self.parts.items():
            box.setChecked(part not in now.desk_hides)
        self.prints.setChecked(now.print_on_welcome)
        self.overrides.setChecked(now.may_override)
        self.shows.choose(now.guest_screen_shows)
        _choose(self.printer, now.printer)
        _choose(self.display, now.guest_screen)
        for words_, chip in self._chips.items():
            chip.setChecked(words_ == now.surname_range)
        self._shows = False

    def show_machines(self) -> None:
        """List printers and displays; what was chosen and is away now stays chosen."""
        if self._displays is None:
            self._displays = Displays(self.window(), self)
        now = self._room.preferences.now
        self._shows = True
        _fill(self.printer, [("", _("Ask each time")), *((p, p) for p in self._printers())])
        shown = [(d.name, d.title) for d in self._displays.all() if not d.holds_window]
        _fill(self.display, [("", _("None")), *shown])
        _choose(self.printer, now.printer)
        _choose(self.display, now.guest_screen)
        self._shows = False

    def show_found(self, found: _Found) -> None:
        """Offer the points and queues of the event."""
        stands = own_point(found.points, self._room.preferences.now.desk_point)
        self._shows = True
        _fill(self.point, [(point.id, point.name) for point in found.points])
        _choose(self.point, stands.id if stands else "")
        self._shows = False
        empty(self._queues)
        self._chips = {}
        for queue in found.queues:
            name = words.queue(queue)
            chip = Chip(words.queue_with_count(queue))
            chip.setChecked(name == self._room.preferences.now.surname_range)
            chip.clicked.connect(partial(self._take_queue, name))
            self._chips[name] = chip
            self._queues.addWidget(chip)
            chip.show()
        self._no_queues.setVisible(not found.queues)
        if found.queues:
            self.signs.set_on()
        else:
            self.signs.set_off(_("Nobody is expected any more."))

    def chip(self, name: str) -> Chip:
        """The chip of a proposed queue, such as "A–K"."""
        return self._chips[name]

    def _make_place(self) -> None:
        self.point = _combo(_("Stands at"))
        self.point.activated.connect(lambda _n: self._set(desk_point=self.point.currentData()))
        self.points = Button(_("Points and rules"), icon="list-checks")
        self.points.clicked.connect(lambda: self._room.navigate("points"))
        self.surnames = QLineEdit()
        self.surnames.setAccessibleName(_("Surnames"))
        self.surnames.setFixedWidth(look().px(160))
        self.surnames.setPlaceholderText("A–K")
        self.surnames.editingFinished.connect(
            lambda: self._set(surname_range=" ".join(self.surnames.text().split()))
        )
        self.desks = QSpinBox()
        self.desks.setRange(1, MOST_DESKS)
        self.desks.setValue(_DESKS)
        self.desks.lineEdit().setTextMargins(Space.SMALL, 0, 0, 0)
        self.desks.setAccessibleName(_("Desks side by side"))
        self.desks.valueChanged.connect(lambda _n: self._later.start())
        self._queues = Flow(gap=Space.SMALL)
        self.signs = Button(_("Signs for the desks"), icon="file-text")
        self.signs.clicked.connect(self._ask_signs)
        self._no_queues = Label(_("Nobody is expected any more."), "caption", "text2")
        self._no_queues.hide()

    def _make_deeds(self) -> None:
        self.prints = QCheckBox(_("Print the badge with the welcome"))
        self.prints.toggled.connect(lambda on: self._set(print_on_welcome=on))
        self.overrides = QCheckBox(_("May let guests in against a rule"))
        self.overrides.toggled.connect(lambda on: self._set(may_override=on))
        self.parts = {
            "title": QCheckBox(_("Title")),
            "organisation": QCheckBox(_("Organisation")),
            "category": QCheckBox(_("Category")),
            "note": QCheckBox(_("Note")),
        }
        for box in self.parts.values():
            box.toggled.connect(lambda _on: self._save_parts())

    def _make_machines(self) -> None:
        self.printer = _combo(_("Printer"))
        self.printer.addItem(_("Ask each time"), "")
        self.printer.activated.connect(lambda _n: self._set(printer=self.printer.currentData()))
        self.display = _combo(_("Display for guests"))
        self.display.addItem(_("None"), "")
        self.display.activated.connect(
            lambda _n: self._set(guest_screen=self.display.currentData())
        )
        self.shows = Segmented(
            _("The guest display"),
            (("answers", _("Answers each guest")), ("welcome", _("Welcomes all"))),
        )
        self.shows.chosen.connect(lambda value: self._set(guest_screen_shows=value))
        self.camera = Button(_("Camera settings"), icon="camera")
        self.camera.clicked.connect(self.camera_wanted)

    def _arrange(self) -> None:
        place = plain(row(self.point, self.points, gap=Space.NORMAL))
        self._stands = plain(
            line_of(_("Stands at"), place, _("Of each event; a new event begins at the main door"))
        )
        desks = row(self.desks, Label(_("desks side by side"), "body", "text2"), self.signs, None)
        chips = plain(self._queues)
        chips.setMinimumWidth(look().px(_CHIPS))
        self._proposal = plain(column(desks, chips, self._no_queues, gap=Space.SMALL))
        serves = plain(column(row(self.surnames, None), self._proposal, gap=Space.SMALL))
        shown = plain(row(*self.parts.values(), gap=Space.ROOMY))
        screen = plain(column(self.display, self.shows, gap=Space.SMALL))
        for line in (
            self._stands,
            line_of(
                _("Surnames"), serves, _("Shown at this desk, refuses nobody; by the real counts")
            ),
            line_of(_("Shows of a guest"), shown),
            line_of(
                _("Against a rule"), self.overrides, _("With a reason, and the PIN if there is one")
            ),
            line_of(_("Printer"), self.printer),
            line_of(
                _("Badges"), self.prints, _("Only for guests whose badge was not printed before")
            ),
            line_of(_("Display for guests"), screen),
            line_of(_("Camera"), self.camera),
        ):
            if isinstance(line, QWidget):
                self.body.addWidget(line)
            else:
                self.body.addLayout(line)
        for part in (self._stands, self._proposal):
            part.setVisible(self._room.office is not None)

    def _fetch(self) -> None:
        office, desks = self._room.office, self.desks.value()
        if office is None:
            return

        def fetch() -> _Found | None:
            if not office.events.all():
                return None
            event = office.events.current().id
            points, queues = office.points.all(event), office.points.queues(event, desks)
            return _Found(tuple(points), tuple(queues))

        def show(found: _Found | None) -> None:
            for part in (self._stands, self._proposal):
                part.setVisible(found is not None)
            if found is not None and desks == self.desks.value():
                self.show_found(found)

        self._room.tasks.run(self, fetch, done=show)

    def _ask_signs(self) -> None:
        saving.ask_where(self, self._room, _("Signs for the desks"), ".pdf", self.make_signs)

    def make_signs(self, path: Path) -> None:
        """Write the signs of the queues into a file."""
        office, desks = self._room.services, self.desks.value()

        def work() -> None:
            office.points.make_signs(office.events.current().id, desks, path)

        self._room.tasks.run(
            self, work, done=lambda _none: saving.tell_saved(self._room, path), lane="long"
        )

    def _take_queue(self, name: str) -> None:
        taken = "" if self._room.preferences.now.surname_range == name else name
        self._set(surname_range=taken)
        self.surnames.setText(taken)
        self.show_now()

    def _save_parts(self) -> None:
        self._set(desk_hides=tuple(p for p, box in self.parts.items() if not box.isChecked()))

    def _set(self, **values: object) -> None:
        if not self._shows:
            change(self._room, **values)

    def _changed(self, names: frozenset[str]) -> None:
        if not self._shows and names & _FIELDS:
            self.show_now()


_FIELDS = frozenset(
    {"surname_range", "print_on_welcome", "may_override", "desk_hides", "guest_screen",
     "guest_screen_shows", "printer"}
)  # fmt: skip


def _combo(name: str) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    box.setMinimumContentsLength(22)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    return box


def _fill(box: QComboBox, choices: Sequence[tuple[str, str]]) -> None:
    box.clear()
    for value, said in choices:
        box.addItem(said, value)


def _choose(box: QComboBox, value: str) -> None:
    """Choose a value; one that is away now is shown as such and stays chosen."""
    at = box.findData(value)
    if at < 0 and value:
        box.addItem(_("{name} (not here now)").format(name=value), value)
        at = box.count() - 1
    box.setCurrentIndex(max(at, 0))
