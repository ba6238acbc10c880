"""What the desk asks of the services, one call after another off the GUI thread."""

from __future__ import annotations

import time
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from networking_app.domain.checkin import Direction
from networking_app.domain.tickets import normalise
from networking_app.gui import desk_deeds as deeds
from networking_app.gui.collecting import settled
from networking_app.gui.desk_deeds import Admitted, Gate, Opened
from networking_app.gui.paced import Paced
from networking_app.services.organisers import contacts

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from networking_app.domain.checkin import Point, Question
    from networking_app.gui.room import Room
    from networking_app.services.organisers import Contact

STUTTER = 2.0
"""Seconds in which a scanner that reads a code twice is not heard twice."""

__all__ = ["STUTTER", "Admitted", "Door", "Gate", "Opened"]


class Door(QObject):
    """Asks the services and tells what they said.

    `opened(Opened | None)`, `answered(Admitted)`, `came_together([Admitted])`.
    """

    opened = Signal(object)
    answered = Signal(object)
    came_together = Signal(object)

    def __init__(
        self, room: Room, parent: QObject, clock: Callable[[], float] = time.monotonic
    ) -> None:
        """Work through the room's services; `clock` gives seconds that never go back."""
        super().__init__(parent)
        self._room = room
        self._clock = clock
        self._heard: tuple[str, float] = ("", 0.0)
        self._numbers = Paced(
            room.tasks, self, self._how_it_stands, self._loaded, self._load_failed
        )
        self.state: Opened | None = None
        self.point: Point | None = None
        self.direction = Direction.IN

    def load(self) -> None:
        """Fetch how the event stands, beside the scans and at most once a second in a rush."""
        self._numbers.ask()

    def choose_point(self, point_id: str) -> None:
        """Stand at this point from now on, and after the next start."""
        points = self.state.points if self.state else ()
        found = next((point for point in points if point.id == point_id), None)
        if found is None:
            return
        self.point = found
        with suppress(OSError):  # a full disk does not keep guests waiting
            self._room.preferences.change(desk_point=point_id)
        self._numbers.ask_now()

    def scan(self, code: str) -> bool:
        """Have a code judged; False where it was ignored as a stutter of the scanner."""
        gate = self.gate
        if gate is None:
            return False
        now = self._clock()
        said, at = self._heard
        if normalise(code) == said and now - at <= STUTTER:
            return False
        self._heard = (normalise(code), now)
        office = self._room.services
        self._ask(lambda: Admitted(office.checkin.scan(code, gate.point, gate.direction)))
        return True

    @property
    def gate(self) -> Gate | None:
        """Where guests pass now and which way; None before there is a point."""
        return Gate(self.point, self.direction) if self.point is not None else None

    def forget_heard(self) -> None:
        """Take the next scan of the same code for a new one."""
        self._heard = ("", 0.0)

    def admit(self, registration_id: str) -> None:
        """Have a guest found by name judged."""
        gate, office = self.gate, self._room.services
        if gate is not None:
            self._ask(
                lambda: Admitted(office.checkin.admit(registration_id, gate.point, gate.direction))
            )

    def admit_all(self, ids: Sequence[str]) -> None:
        """Have guests who come together judged."""
        if self.gate is not None:
            call = partial(deeds.admit_all, self._room.services, tuple(ids), self.gate)
            self._room.tasks.run(self, call, done=self.came_together.emit, failed=self._failed)

    def reinstate(self, registration_id: str) -> None:
        """Register a guest again who cancelled or waits, and have him judged."""
        if self.gate is not None:
            call = partial(deeds.reinstate, self._room.services, registration_id, self.gate)
            self._ask(call)

    def let_in(self, registration_id: str, reason: str, deed: str = "") -> None:
        """Let a guest in whatever the rules say."""
        if self.gate is not None:
            office, gate = self._room.services, self.gate
            self._ask(partial(deeds.let_in, office, registration_id, gate, reason, deed))

    def answer(self, registration_id: str, said: Mapping[Question, str], deed: str = "") -> None:
        """Keep what a guest answered at the door, and have him judged."""
        if self.gate is not None:
            office, gate = self._room.services, self.gate
            self._ask(partial(deeds.answered, office, registration_id, gate, said, deed))

    def note_answers(
        self, registration_id: str, said: Mapping[Question, str], done: Callable[[], None]
    ) -> None:
        """Keep what a guest answered who is in already."""
        office = self._room.services
        self._room.tasks.run(
            self, lambda: office.points.answer(registration_id, said), done=lambda _none: done()
        )

    def came_back(self, registration_id: str, done: Callable[[str], None]) -> None:
        """A guest who was in before came back; `done` gets the key of what was written."""
        gate, office = self.gate, self._room.services
        if gate is not None:
            self._room.tasks.run(
                self, lambda: office.checkin.back(registration_id, gate.point), done=done
            )

    def refuse(self, registration_id: str, reason: str = "") -> None:
        """A guest was turned away."""
        gate, office = self.gate, self._room.services
        if gate is not None:
            self._room.tasks.run(
                self, lambda: office.checkin.refuse(registration_id, gate.point, reason)
            )

    def try_pin(self, pin: str, done: Callable[[bool], None]) -> None:
        """Whether this PIN allows to let a guest in against a rule."""
        if self.state is not None:
            event, office = self.state.event.id, self._room.services
            self._room.tasks.run(self, lambda: office.points.pin_opens(event, pin), done=done)

    def ask_contacts(self, done: Callable[[tuple[Contact, ...]], None]) -> None:
        """Whom to call when the desk may not decide."""
        if self.state is not None:
            event, office = self.state.event.id, self._room.services
            self._room.tasks.run(self, lambda: contacts(office, event), done=done)

    def _ask(self, call: Callable[[], Admitted]) -> None:
        self._room.tasks.run(self, call, done=self.answered.emit, failed=self._failed)

    def _failed(self, error: BaseException) -> None:
        self._heard = ("", 0.0)
        self._room.messages.trouble(error)

    def _how_it_stands(self) -> Callable[[], Opened | None] | None:
        if self._room.office is None:
            return None
        return partial(
            deeds.load,
            self._room.office,
            with_latest=self.state is None,
            stands_at=self.point.id if self.point else self._room.preferences.now.desk_point,
        )

    def _loaded(self, opened: Opened | None) -> None:
        first = self.state is None
        self.state = opened
        points = opened.points if opened else ()
        stood = self.point.id if self.point else self._room.preferences.now.desk_point
        self.point = deeds.chosen_of(points, stood)
        self.opened.emit(opened)
        if first and opened is not None:
            # The first letter typed then finds the search index built.
            warm = partial(deeds.warm, self._room.services, opened.event.id)
            self._room.tasks.run(self, warm, done=lambda _none: settled(), lane="long")

    def _load_failed(self, error: BaseException) -> None:
        self._room.messages.trouble(error, retry=self.load)
