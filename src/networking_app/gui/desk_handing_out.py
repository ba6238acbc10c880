"""Badges put into the guest's hand at the desk: a fact of its own beside the check-in."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from networking_app.domain.checkin import Direction, Verdict
from networking_app.support.i18n import gettext as _
from networking_app.wording import dates

if TYPE_CHECKING:
    from networking_app.gui.desk_door import Admitted, Door
    from networking_app.gui.room import Room


class HandingOut(QObject):
    """Notes a badge as handed out, and takes that back.

    `offered(bool)` after each answer: whether a badge lies ready that is to be handed out by hand.
    """

    offered = Signal(bool)

    def __init__(self, room: Room, door: Door, parent: QObject) -> None:
        super().__init__(parent)
        self._room, self._door = room, door
        # After the answer is shown, in whose line it is offered.
        door.answered.connect(self._answered, Qt.ConnectionType.QueuedConnection)

    def _answered(self, admitted: Admitted) -> None:
        answer, point = admitted.answer, self._door.point
        came = answer.verdict is Verdict.WELCOME and answer.direction is Direction.IN
        if answer.holder is None or point is None or not came:
            return
        badge, apart = answer.holder.badge, not point.hands_out
        self.offered.emit(apart and bool(badge.printed) and not badge.handed_out)

    def note(self, registration_id: str, name: str) -> None:
        """Note that the badge is in the guest's hand; once only."""
        office, opened = self._room.services, self._door.state

        def call() -> str:
            at = office.badges.at(registration_id).handed_out
            if not at:
                office.checkin.hand_out(registration_id)
            return at

        def done(before: str) -> None:
            self.offered.emit(False)
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
