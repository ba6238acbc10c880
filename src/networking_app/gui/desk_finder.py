"""Looks for guests while somebody types; only the newest question waits."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from networking_app.gui import desk_deeds as deeds

if TYPE_CHECKING:
    from networking_app.domain.registration import Guest
    from networking_app.gui.desk_door import Door
    from networking_app.gui.room import Room


class Finder(QObject):
    """`found(text, guests)` for the newest text that was asked for."""

    found = Signal(str, object)

    def __init__(self, room: Room, door: Door, parent: QObject) -> None:
        super().__init__(parent)
        self._room, self._door = room, door
        self._searching = False
        self._wanted: tuple[str, str, str] | None = None

    def find(self, text: str, also: str = "", without: str = "") -> None:
        """Look for guests; while one question is open only the newest waits."""
        self._wanted = (text, also, without)
        if not self._searching:
            self._find_next()

    def stop(self) -> None:
        """Forget the question that is open."""
        self._wanted = None

    def _find_next(self) -> None:
        if self._wanted is None or self._door.state is None:
            return
        text, also, without = self._wanted
        self._searching = True
        office, event = self._room.services, self._door.state.event.id
        call = partial(deeds.find, office, event, text, also=also, without=without)
        asked = self._wanted
        self._room.tasks.run(
            self,
            call,
            done=lambda guests: self._have_found(asked, guests),
            failed=self._find_failed,
        )

    def _have_found(self, asked: tuple[str, str, str], guests: list[Guest]) -> None:
        self._searching = False
        if "note" in self._room.preferences.now.desk_hides:
            guests = [replace(guest, attention="") for guest in guests]
        if self._wanted == asked:
            self.found.emit(asked[0], guests)
        else:
            self._find_next()

    def _find_failed(self, error: BaseException) -> None:
        self._searching = False
        self._room.messages.trouble(error)
