"""Opens the self-service kiosk over the program and brings the program back when it is left."""

from __future__ import annotations

import logging
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, Signal
from PySide6.QtWidgets import QApplication, QWidget

from networking_app.gui.commands import Command
from networking_app.gui.kiosk import deeds
from networking_app.gui.kiosk.flow import Flow
from networking_app.gui.kiosk.start_dialog import StartDialog
from networking_app.gui.kiosk.window import KioskWindow
from networking_app.support import i18n
from networking_app.support.i18n import gettext as _

if TYPE_CHECKING:
    from networking_app.gui.kiosk.deeds import Place
    from networking_app.gui.room import Room

_log = logging.getLogger(__name__)
_WORDS = ("kiosk", "self-service", "itsepalvelu", "kioski", "självbetjäning", "self check-in")


class SelfService(QObject):
    """The kiosk of this computer; made once. `toggled(bool)` when it is opened or left."""

    toggled = Signal(bool)

    def __init__(self, room: Room, window: QWidget) -> None:
        """`window` is the main window, hidden meanwhile."""
        super().__init__(window)
        self._room, self._main = room, window
        self._hidden: list[QWidget] = []
        self._pin_is_new = False
        self.window: KioskWindow | None = None
        self.dialog: StartDialog | None = None
        self.area: QRect | None = None  # tests give one; else the whole screen is filled

    def commands(self) -> tuple[Command, ...]:
        """What the palette offers on every page."""
        said = _("Start the self-service kiosk")
        return (Command(said, self.start, icon="scan-line", words=_WORDS),)

    def is_open(self) -> bool:
        """Whether guests stand before it now."""
        return self.window is not None

    def start(self) -> None:
        """Ask for what is missing (a PIN, a printer), else begin at once."""
        if self.window is not None or self._room.office is None:
            return
        office, point = self._room.services, self._room.preferences.now.desk_point
        self._room.tasks.run(self, lambda: deeds.load(office, point), done=self._loaded)

    def take_scan(self, code: str) -> bool:
        """Take a scanned code while the kiosk is open."""
        if self.window is None:
            return False
        self.window.take_scan(code)
        return True

    def end(self) -> None:
        """The program ends, or another file is opened."""
        if self.window is not None:
            self._left()

    def _loaded(self, place: Place | None) -> None:
        if place is None:
            self._room.messages.toast(_("Make an event first"), icon="info")
            return
        now = self._room.preferences.now
        no_printer = now.kiosk_prints and not now.printer
        if place.event.has_pin and not no_printer:
            self._open(place, has_pin=True)
            return
        dialog = StartDialog(self._main, asks_pin=not place.event.has_pin, no_printer=no_printer)
        dialog.started.connect(partial(self._start_with, place))
        dialog.finished.connect(self._forget_dialog)
        self.dialog = dialog
        dialog.open()

    def _forget_dialog(self) -> None:
        self.dialog = None

    def _start_with(self, place: Place, pin: str) -> None:
        """Begin with this PIN, or as it is with none."""
        if not pin:
            self._open(place, has_pin=place.event.has_pin)
            return
        office = self._room.services
        self._room.tasks.run(
            self,
            lambda: office.points.set_pin(place.event.id, pin),
            done=lambda _none: self._open(place, has_pin=True),
        )

    def _open(self, place: Place, *, has_pin: bool) -> None:
        if self.window is not None:
            return
        flow = Flow(self._room, place, self)
        self.window = KioskWindow(flow, has_pin=has_pin, language=i18n.current())
        self.window.pin_tried.connect(partial(self._check, place))
        others = QApplication.topLevelWidgets()
        self._hidden = [w for w in others if w.isVisible() and w is not self.window]
        self._room.messages.is_quiet = True
        self.window.enter(self.area)
        for widget in self._hidden:
            widget.hide()
        self.window.activateWindow()
        self.toggled.emit(True)

    def _check(self, place: Place, pin: str) -> None:
        office = self._room.services
        self._room.tasks.run(
            self,
            lambda: office.points.pin_opens(place.event.id, pin),
            done=self._checked,
            failed=self._not_checked,
        )

    def _checked(self, opens: bool) -> None:
        if self.window is None:
            return
        if opens:
            self._left()
        else:
            self.window.wrong_pin()

    def _not_checked(self, error: BaseException) -> None:
        """The file is out of reach: a kiosk that nobody can leave helps nobody."""
        _log.error("the PIN could not be checked", exc_info=error)
        self._left()

    def _left(self) -> None:
        kiosk, self.window = self.window, None
        self._room.messages.is_quiet = False
        hidden, self._hidden = self._hidden, []
        for widget in hidden:
            widget.show()
        if kiosk is not None:
            kiosk.leave()
            kiosk.flow.deleteLater()
            kiosk.deleteLater()
        self._main.activateWindow()
        self.toggled.emit(False)
