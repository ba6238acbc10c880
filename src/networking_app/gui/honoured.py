"""Tells calmly that a guest of honour has arrived, wherever the window is and wherever it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from networking_app.services.honoured import Honoured, HonouredSince, honoured_since
from networking_app.wording import honoured as words

if TYPE_CHECKING:
    from networking_app.gui.main_window import MainWindow
    from networking_app.gui.room import Room
    from networking_app.services.office import Office

SOON = 400
"""Milliseconds after something was written; check-ins come in bursts."""
_WAIT = 2_000  # ms until it is tried again while a toast that can be taken back is shown
_AT_ONCE = 2  # more are told in one line
DESK = "desk"


class HonouredWatch(QObject):
    """`arrived(Honoured)` for each that is told; the desk that let the guest in tells nothing."""

    arrived = Signal(object)

    def __init__(self, room: Room, window: MainWindow) -> None:
        super().__init__(window)
        self._room, self._window = room, window
        self._office: Office | None = None
        self._event = ""
        self._mark: int | None = None
        self._is_asking = False
        self._told: list[Honoured] = []
        self._soon = self._timer(SOON, self.look)
        self._later = self._timer(_WAIT, self._tell)
        room.signals.changed.connect(self._changed)

    def look(self) -> None:
        """Ask who came; the first time, and after another file was opened, only from when."""
        office = self._room.office
        if office is None or not self._room.preferences.now.honour_alerts:
            self._mark = None
            return
        if self._is_asking:
            self._soon.start()
            return
        if office is not self._office:
            self._office, self._mark, self._event = office, None, ""
        self._is_asking = True
        mark = self._mark

        def call() -> tuple[str, HonouredSince | None]:
            if not office.events.all():
                return "", None
            event = office.events.current().id
            same = event == self._event
            return event, honoured_since(office, event, mark if same else None)

        self._room.tasks.run(
            self, call, done=lambda found: self._have(office, *found), failed=self._failed,
            lane="numbers",
        )  # fmt: skip

    def _timer(self, pause: int, call: object) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(pause)
        timer.timeout.connect(call)
        return timer

    def _changed(self, topics: frozenset[str]) -> None:
        if topics & {"check_in", "event"} and not self._soon.isActive():
            self._soon.start()

    def _have(self, office: Office, event: str, found: HonouredSince | None) -> None:
        self._is_asking = False
        if office is not self._room.office or found is None:
            return
        self._event, self._mark = event, found.mark
        own = office.checkin.desk if self._window.current_name() == DESK else ""
        self._told += [one for one in found.arrivals if not own or one.desk != own]
        self._tell()

    def _failed(self, error: BaseException) -> None:
        self._is_asking = False
        self._room.messages.trouble(error)

    def _tell(self) -> None:
        """Say it in the desk's own line, elsewhere when no Undo is lost for it."""
        if not self._told or self._later.isActive():
            return
        is_desk = self._window.current_name() == DESK
        if self._room.messages.toast_text() and not is_desk:
            self._later.start()
            return
        if len(self._told) > _AT_ONCE:
            now, self._told = self._told, []
            said = words.arrived_together([one.name for one in now])
        else:
            now, self._told = self._told[:1], self._told[1:]
            said = words.arrived(now[0].name, now[0].category, now[0].point)
        if is_desk:
            self._room.signals.honoured.emit(said)
        else:
            self._room.messages.toast(said, icon="star")
        for one in now:
            self.arrived.emit(one)
        if self._told:
            self._later.start()
