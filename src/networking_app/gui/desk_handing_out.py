"""Badges put into the guest's hand at the desk: a fact of its own beside the check-in."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from networking_app.support.i18n import gettext as _
from networking_app.wording import dates

if TYPE_CHECKING:
    from networking_app.gui.desk_door import Door
    from networking_app.gui.room import Room


class HandingOut(QObject):
    """Notes a badge as handed out, and takes that back."""

    def __init__(self, room: Room, door: Door, parent: QObject) -> None:
        super().__init__(parent)
        self._room, self._door = room, door

    def note(self, registration_id: str, name: str) -> None:
        """Note that the badge is in the guest's hand; once only."""
        office, opened = self._room.services, self._door.state

        def call() -> str:
            at = office.badges.at(registration_id).handed_out
            if not at:
                office.checkin.hand_out(registration_id)
            return at

        def done(before: str) -> None:
            if before and opened is not None:
                time = dates.clock(before, opened.event.zone)
                said = _("The badge of {name} was handed out {time}")
                self._room.messages.toast(said.format(name=name, time=time), icon="id-card")
                return
            self._room.messages.toast(
                _("Badge of {name} handed out").format(name=name),
                partial(self.take_back, registration_id, name),
                "id-card",
            )

        self._room.tasks.run(self, call, done=done)

    def take_back(self, registration_id: str, name: str) -> None:
        """Undo the handing out."""
        office = self._room.services
        self._room.tasks.run(
            self,
            lambda: office.checkin.take_back_badge(registration_id),
            done=lambda _good: self._room.messages.toast(
                _("The badge of {name} is not handed out any more").format(name=name), icon="undo-2"
            ),
        )
