"""What happens with the walk-in form: whom it may be, what it completes, saving and printing."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from networking_app.domain.checkin import Verdict
from networking_app.domain.walk_in import Bodies
from networking_app.gui.desk_door import Admitted
from networking_app.services.walk_in import bodies, similar, walk_in
from networking_app.support.i18n import gettext as _

if TYPE_CHECKING:
    from networking_app.domain.registration import Guest, GuestDetails
    from networking_app.gui.desk_door import Door
    from networking_app.gui.desk_printing import BadgePrinting
    from networking_app.gui.desk_walk_in import Filled, WalkIn
    from networking_app.gui.room import Room
    from networking_app.services.walk_in import WalkIn as Done


@dataclass(frozen=True, slots=True)
class _Question:
    """What is looked for: guests of an event like these details."""

    event_id: str
    details: GuestDetails


class WalkInTalk(QObject):
    """Follows the form; `keys_changed` when Enter does something else there."""

    keys_changed = Signal()

    def __init__(
        self, room: Room, door: Door, form: WalkIn, printing: BadgePrinting, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._room, self._door, self._form, self._printing = room, door, form, printing
        self._wanted: _Question | None = None
        self._is_looking = False
        self._badge_later = ""
        form.asked.connect(self._look)
        form.saved.connect(self._save)
        form.instead.connect(lambda guest: door.admit(guest.id))
        door.answered.connect(self._answered)
        printing.stands.connect(lambda _told: self._show_printing())

    def opened(self) -> None:
        """The form was opened: fetch what it completes from and what it asks."""
        opened, point, office = self._door.state, self._door.point, self._room.services
        if opened is None:
            return
        self._printing.look()
        self._show_printing()
        self._form.preview.draw_with(self._room.tasks, office.badges, opened.event.id)
        questions = point.questions if point is not None else ()
        if questions != self._form.fields.asked():
            self._form.fields.ask_also(questions)
        self._room.tasks.run(
            self,
            lambda: Bodies(bodies(office, opened.event.id)),
            done=self._form.fields.complete_from,
            lane="long",
        )

    def _show_printing(self) -> None:
        can_print = self._printing.can_print()
        if can_print != self._form.prints():
            self._form.show_printing(can_print=can_print)
            self.keys_changed.emit()

    def _look(self, details: GuestDetails) -> None:
        """Look for guests like these; while one question is open only the newest waits."""
        opened = self._door.state
        if opened is None:
            return
        self._wanted = _Question(opened.event.id, details)
        if not self._is_looking:
            self._look_next()

    def _look_next(self) -> None:
        wanted = self._wanted
        if wanted is None:
            return
        self._is_looking = True
        self._room.tasks.run(
            self,
            partial(similar, self._room.services, wanted.event_id, wanted.details),
            done=lambda guests: self._have(wanted, guests),
            failed=self._look_failed,
        )

    def _have(self, asked: _Question, guests: tuple[Guest, ...]) -> None:
        self._is_looking = False
        if self._wanted is not asked:
            self._look_next()
            return
        opened = self._door.state
        if opened is not None and self._form.isVisible():
            self._form.alike.show_guests(guests, opened.event.zone)

    def _look_failed(self, error: BaseException) -> None:
        self._is_looking = False
        self._room.messages.trouble(error)

    def _save(self, filled: Filled) -> None:
        opened, point = self._door.state, self._door.point
        if opened is None or point is None:
            return
        call = partial(
            walk_in,
            self._room.services,
            opened.event.id,
            point,
            filled.details,
            filled.answers,
            looked=True,
        )
        self._room.tasks.run(self, call, done=partial(self._done, filled), failed=self._not_saved)

    def _done(self, filled: Filled, made: Done) -> None:
        self._wanted = None
        name = filled.details.name
        self._door.answered.emit(Admitted(made.answer, made.deed, walk_in=True))
        if made.over_capacity:
            said = _("{name} has a place although the event is full").format(name=name)
            self._room.messages.toast(said, icon="triangle-alert")
        if filled.badge and made.answer.verdict is Verdict.WELCOME:
            self._printing.new_guest(made.registration_id, name)
        elif filled.badge:  # something is asked first
            self._badge_later = made.registration_id

    def _answered(self, admitted: Admitted) -> None:
        """Print the badge of a walk-in who was let in only after a question."""
        answer, holder = admitted.answer, admitted.answer.holder
        came = answer.verdict is Verdict.WELCOME and not admitted.walk_in
        if holder is None or holder.registration_id != self._badge_later or not came:
            return
        self._badge_later = ""
        if not self._room.preferences.now.print_on_welcome:  # else it is printed already
            self._printing.new_guest(holder.registration_id, holder.name)

    def _not_saved(self, error: BaseException) -> None:
        self._form.stop_waiting()
        self._room.messages.trouble(error)
