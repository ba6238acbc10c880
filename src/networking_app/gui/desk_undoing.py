"""Takes answers of the desk back, one or several, and follows what other desks took back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from networking_app.gui import desk_deeds as deeds

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from networking_app.domain.registration import Guest
    from networking_app.gui.desk_door import Door
    from networking_app.gui.desk_latest import Latest
    from networking_app.gui.room import Room


class Undoing(QObject):
    """`undone(Latest, bool)`, `everywhere(latest of all desks)`, `taken_back(keys)` by any desk."""

    undone = Signal(object, bool)
    everywhere = Signal(object)
    taken_back = Signal(object)

    def __init__(self, room: Room, door: Door, parent: QObject) -> None:
        super().__init__(parent)
        self._room, self._door = room, door
        self.shows_all = False

    def undo(self, latest: Latest, reason: str = "") -> None:
        """Take an answer back."""
        self._door.forget_heard()
        call = partial(deeds.undo, self._room.services, latest, reason)
        self._room.tasks.run(self, call, done=lambda good: self.undone.emit(latest, good))

    def undo_all(self, several: Sequence[Latest], done: Callable[[bool], None]) -> None:
        """Take the answers of guests back who came together."""
        self._door.forget_heard()
        call = partial(deeds.undo_all, self._room.services, tuple(several))
        self._room.tasks.run(self, call, done=done)

    def undo_guest(self, guest: Guest) -> None:
        """Take back the latest passing of a guest, at whatever desk it was."""
        if self._door.state is not None:
            self._door.forget_heard()
            event = self._door.state.event
            call = partial(deeds.undo_guest, self._room.services, guest, event)
            self._room.tasks.run(self, call, done=lambda found: self.undone.emit(*found))

    def look_around(self) -> None:
        """Fetch what other desks did: their latest where they are shown, and what they undid."""
        if self._door.state is None or self._room.office is None:  # the file may be closed
            return
        event, office = self._door.state.event, self._room.services
        wanted = self.shows_all

        def call() -> tuple[tuple[Latest, ...], frozenset[str]]:
            latest = deeds.latest_of(office, event, everywhere=True) if wanted else ()
            return latest, deeds.undone_of(office)

        self._room.tasks.run(self, call, done=self._have_looked, lane="numbers")

    def _have_looked(self, found: tuple[tuple[Latest, ...], frozenset[str]]) -> None:
        latest, undone = found
        if self.shows_all:
            self.everywhere.emit(latest)
        self.taken_back.emit(undone)
