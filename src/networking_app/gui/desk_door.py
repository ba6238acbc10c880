"""What the desk asks of the services, one call after another off the GUI thread."""

from __future__ import annotations

import io
import time
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from networking_app.domain.checkin import ScanAnswer, Verdict
from networking_app.domain.registration import Status
from networking_app.domain.tickets import normalise
from networking_app.gui.desk_latest import Latest, LatestKind
from networking_app.services.badges import DEFAULT_LAYOUT, DEFAULT_SHEET
from networking_app.wording import dates

if TYPE_CHECKING:
    from collections.abc import Callable

    from networking_app.domain.checkin import Point
    from networking_app.domain.event import Event, EventCounts
    from networking_app.domain.registration import Guest, GuestDetails
    from networking_app.gui.room import Room
    from networking_app.services.office import Office

STUTTER = 2.0
"""Seconds in which a scanner that reads a code twice is not heard twice."""
_LATEST = 30


@dataclass(frozen=True, slots=True)
class Opened:
    """How the event stands; `latest` is filled the first time only."""

    event: Event
    points: tuple[Point, ...]
    counts: EventCounts
    latest: tuple[Latest, ...] = ()

    def places(self) -> int | None:
        """Places left, 0 or less when full; None without a limit."""
        full = self.event.capacity
        return None if full is None else full - self.counts.registered

    def has_guests(self) -> bool:
        """Whether anybody was ever registered."""
        counts = self.counts
        return bool(counts.registered or counts.cancelled or counts.waiting)


@dataclass(frozen=True, slots=True)
class Admitted:
    """An answer, and the action that came with it (walk-in, registered again)."""

    answer: ScanAnswer
    deed: str = ""
    walk_in: bool = False


class Door(QObject):
    """Asks the services and tells what they said.

    `opened(Opened | None)`, `answered(Admitted)`, `undone(Latest, bool)`, `found(text, guests)`.
    """

    opened = Signal(object)
    answered = Signal(object)
    undone = Signal(object, bool)
    found = Signal(str, object)

    def __init__(
        self, room: Room, parent: QObject, clock: Callable[[], float] = time.monotonic
    ) -> None:
        """Work through the room's services; `clock` gives seconds that never go back."""
        super().__init__(parent)
        self._room = room
        self._clock = clock
        self._heard: tuple[str, float] = ("", 0.0)
        self._loading = False
        self._load_again = False
        self._searching = False
        self._wanted: tuple[str, str, str] | None = None
        self.state: Opened | None = None
        self.point: Point | None = None

    def load(self) -> None:
        """Fetch how the event stands; asked again meanwhile, once more."""
        if self._loading:
            self._load_again = True
            return
        self._loading = True
        call = partial(load, self._room.services, with_latest=self.state is None)
        self._room.tasks.run(self, call, done=self._loaded, failed=self._load_failed)

    def choose_point(self, point_id: str) -> None:
        """Stand at this point from now on."""
        points = self.state.points if self.state else ()
        self.point = next((point for point in points if point.id == point_id), self.point)

    def scan(self, code: str) -> bool:
        """Have a code judged; False where it was ignored as a stutter of the scanner."""
        if self.point is None:
            return False
        now = self._clock()
        said, at = self._heard
        if normalise(code) == said and now - at <= STUTTER:
            return False
        self._heard = (normalise(code), now)
        office, point = self._room.services, self.point
        self._ask(lambda: Admitted(office.checkin.scan(code, point)))
        return True

    def admit(self, registration_id: str) -> None:
        """Have a guest found by name judged."""
        if self.point is not None:
            office, point = self._room.services, self.point
            self._ask(lambda: Admitted(office.checkin.admit(registration_id, point)))

    def reinstate(self, registration_id: str) -> None:
        """Register a guest again who cancelled, and have him judged."""
        if self.point is not None:
            self._ask(partial(reinstate, self._room.services, registration_id, self.point))

    def walk_in(self, details: GuestDetails, failed: Callable[[BaseException], None]) -> None:
        """Register and admit somebody who came without a registration."""
        if self.state is not None and self.point is not None:
            call = partial(walk_in, self._room.services, self.state.event.id, details, self.point)
            self._room.tasks.run(self, call, done=self.answered.emit, failed=failed)

    def undo(self, latest: Latest) -> None:
        """Take an answer back."""
        self._heard = ("", 0.0)
        call = partial(undo, self._room.services, latest)
        self._room.tasks.run(self, call, done=lambda good: self.undone.emit(latest, good))

    def find(self, text: str, also: str = "", without: str = "") -> None:
        """Look for guests; while one question is open only the newest waits."""
        self._wanted = (text, also, without)
        if not self._searching:
            self._find_next()

    def stop_finding(self) -> None:
        """Forget the question that is open."""
        self._wanted = None

    def badge(self, registration_id: str, done: Callable[[bytes], None]) -> None:
        """Draw one badge as a PDF."""
        if self.state is not None:
            sheet = self._room.preferences.now.badge_sheet or DEFAULT_SHEET
            call = partial(badge, self._room.services, self.state.event.id, registration_id, sheet)
            self._room.tasks.run(self, call, done=done, lane="long")

    def printed_at(self, registration_id: str, done: Callable[[str], None]) -> None:
        """When the badge was printed last, "8.22", empty if never."""
        if self.state is None:
            return
        event, office = self.state.event, self._room.services

        def call() -> str:
            at = office.badges.printed(event.id).get(registration_id, "")
            return dates.clock(at, event.zone)

        self._room.tasks.run(self, call, done=done)

    def _ask(self, call: Callable[[], Admitted]) -> None:
        self._room.tasks.run(self, call, done=self.answered.emit, failed=self._failed)

    def _failed(self, error: BaseException) -> None:
        self._heard = ("", 0.0)
        self._room.messages.trouble(error)

    def _loaded(self, opened: Opened | None) -> None:
        self._loading = False
        first = self.state is None
        self.state = opened
        points = opened.points if opened else ()
        known = {point.id: point for point in points}
        usual = points[0] if points else None
        self.point = known.get(self.point.id, usual) if self.point else usual
        self.opened.emit(opened)
        if first and opened is not None:
            # The first letter typed then finds the search index built.
            self._room.tasks.run(self, partial(warm, self._room.services, opened.event.id))
        if self._load_again:
            self._load_again = False
            self.load()

    def _load_failed(self, error: BaseException) -> None:
        self._loading = self._load_again = False
        self._room.messages.trouble(error, retry=self.load)

    def _find_next(self) -> None:
        if self._wanted is None or self.state is None:
            return
        text, also, without = self._wanted
        self._searching = True
        call = partial(
            find, self._room.services, self.state.event.id, text, also=also, without=without
        )
        asked = self._wanted
        self._room.tasks.run(
            self,
            call,
            done=lambda guests: self._have_found(asked, guests),
            failed=self._find_failed,
        )

    def _have_found(self, asked: tuple[str, str, str], guests: list[Guest]) -> None:
        self._searching = False
        if self._wanted == asked:
            self.found.emit(asked[0], guests)
        else:
            self._find_next()

    def _find_failed(self, error: BaseException) -> None:
        self._searching = False
        self._room.messages.trouble(error)


def load(office: Office, *, with_latest: bool) -> Opened | None:
    """How the current event stands, None if there is none."""
    if not office.events.all():
        return None
    event = office.events.current()
    return Opened(
        event,
        tuple(office.checkin.points(event.id)),
        office.events.counts(event.id),
        latest_of(office, event) if with_latest else (),
    )


def latest_of(office: Office, event: Event) -> tuple[Latest, ...]:
    """The latest check-ins of this desk, newest first."""
    deeds = [
        deed
        for deed in office.history.recent(_LATEST * 4)
        if deed.deed == "check_in" and deed.device == office.checkin.desk and not deed.undone
    ][:_LATEST]
    keys = [str(deed.facts.get("registration", "")) for deed in deeds]
    guests = {guest.id: guest for guest in office.guests.some(event.id, list(dict.fromkeys(keys)))}
    return tuple(
        Latest(
            LatestKind.IN,
            guests[key].name,
            guests[key].organisation,
            dates.clock(deed.at, event.zone),
            key,
            deed.id,
        )
        for deed, key in zip(deeds, keys, strict=True)
        if key in guests
    )


def warm(office: Office, event_id: str) -> None:
    """Build the search index."""
    office.guests.find(event_id, "a", 1)


def find(
    office: Office, event_id: str, text: str, *, also: str = "", without: str = "", limit: int = 21
) -> list[Guest]:
    """Guests like a text, then those like another one, without one of them."""
    found = office.guests.find(event_id, text, limit)
    if also:
        found += office.guests.find(event_id, also, limit)
    once = {guest.id: guest for guest in found if guest.id != without}
    return list(once.values())[:limit]


def walk_in(office: Office, event_id: str, details: GuestDetails, point: Point) -> Admitted:
    """Register a guest at the door and let him in."""
    key = office.guests.add(event_id, details, walk_in=True)
    return Admitted(office.checkin.admit(key, point), _deed(office, key, "walk_in"), walk_in=True)


def reinstate(office: Office, registration_id: str, point: Point) -> Admitted:
    """Register a guest again and let him in."""
    office.guests.set_status([registration_id], Status.REGISTERED)
    answer = office.checkin.admit(registration_id, point)
    deed = _deed(office, registration_id, "reinstate") if answer.verdict is Verdict.WELCOME else ""
    return Admitted(answer, deed)


def undo(office: Office, latest: Latest) -> bool:
    """Take back a check-in and what came with it; False if another desk was quicker."""
    good = office.checkin.undo(latest.check_in_id)
    if latest.deed:
        office.history.undo(latest.deed)
    return good


def badge(office: Office, event_id: str, registration_id: str, sheet: str) -> bytes:
    """One badge as a PDF."""
    out = io.BytesIO()
    office.badges.make(event_id, out, layout=DEFAULT_LAYOUT, sheet=sheet, ids=[registration_id])
    return out.getvalue()


def _deed(office: Office, registration_id: str, word: str) -> str:
    """Key of the newest action of this kind on a guest."""
    deeds = (deed for deed, _changes in office.history.of_guest(registration_id))
    return next((deed.id for deed in deeds if deed.deed == word and not deed.undone), "")
