"""What the desk has the services do: each function is one deed, called off the GUI thread."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from networking_app.domain.checkin import Direction, Rule, ScanAnswer, Verdict
from networking_app.domain.registration import Status
from networking_app.gui.desk_latest import Latest, LatestKind
from networking_app.services.checkin import Override
from networking_app.support.i18n import gettext as _
from networking_app.wording import dates

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from networking_app.domain.checkin import Point, Question
    from networking_app.domain.event import Event, EventCounts
    from networking_app.domain.history import Deed
    from networking_app.domain.registration import Guest
    from networking_app.services.office import Office

_LATEST = 30
_KINDS = {
    "check_in": LatestKind.IN,
    "came_back": LatestKind.IN,
    "check_out": LatestKind.OUT,
}


@dataclass(frozen=True, slots=True)
class Opened:
    """How the event stands; `latest` is filled the first time only.

    Attributes:
        inside: guests inside behind the point of this desk; None where nobody counts them.
    """

    event: Event
    points: tuple[Point, ...]
    counts: EventCounts
    latest: tuple[Latest, ...] = ()
    inside: int | None = None

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
    """An answer, and the action that came with it (walk-in, registered again).

    Attributes:
        places: left, where they were counted for this answer.
    """

    answer: ScanAnswer
    deed: str = ""
    walk_in: bool = False
    places: int | None = None


@dataclass(frozen=True, slots=True)
class Gate:
    """Where guests pass now and which way."""

    point: Point
    direction: Direction = Direction.IN


def load(office: Office, *, with_latest: bool, stands_at: str = "") -> Opened | None:
    """How the current event stands, None if there is none.

    Args:
        office: of the open workspace.
        with_latest: whether the latest check-ins of this desk are wanted too.
        stands_at: key of the point of this desk; the main door if there is no such point.
    """
    if not office.events.all():
        return None
    event = office.events.current()
    points = tuple(office.checkin.points(event.id))
    point = chosen_of(points, stands_at)
    counts = point is not None and (point.capacity is not None or point.rule is Rule.IN_AND_OUT)
    return Opened(
        event,
        points,
        office.events.counts(event.id),
        latest_of(office, event) if with_latest else (),
        office.checkin.inside(point) if point is not None and counts else None,
    )


def chosen_of(points: Sequence[Point], key: str) -> Point | None:
    """The point with this key, else the main door."""
    known = {point.id: point for point in points}
    return known.get(key, points[0] if points else None)


def latest_of(office: Office, event: Event, *, everywhere: bool = False) -> tuple[Latest, ...]:
    """The latest passings of this desk, or of all desks, newest first; undone ones are marked."""
    deeds = [
        deed
        for deed in office.history.recent(_LATEST * 4)
        if deed.deed in _KINDS and (everywhere or deed.device == office.checkin.desk)
    ][:_LATEST]
    keys = [str(deed.facts.get("registration", "")) for deed in deeds]
    guests = {guest.id: guest for guest in office.guests.some(event.id, list(dict.fromkeys(keys)))}
    return tuple(
        _line(deed, guests[key], event, everywhere=everywhere)
        for deed, key in zip(deeds, keys, strict=True)
        if key in guests
    )


def _line(deed: Deed, guest: Guest, event: Event, *, everywhere: bool) -> Latest:
    second = {"came_back": _("Back after a break"), "check_out": _("Went out")}.get(
        deed.deed, guest.organisation
    )
    if everywhere:
        second = _("{desk}, undone").format(desk=deed.device) if deed.undone else deed.device
    elif deed.undone:
        second = _("Undone")
    return Latest(
        LatestKind.UNDONE if deed.undone else _KINDS[deed.deed],
        guest.name,
        second,
        dates.clock(deed.at, event.zone),
        guest.id,
        deed.id,
        category=guest.category,
    )


def undone_of(office: Office) -> frozenset[str]:
    """Keys of the latest passings that were taken back, at whatever desk."""
    return frozenset(
        deed.id
        for deed in office.history.recent(_LATEST * 4)
        if deed.deed in _KINDS and deed.undone
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


def admit_all(office: Office, ids: Sequence[str], gate: Gate) -> list[Admitted]:
    """Have guests who come together judged, one after another."""
    return [Admitted(office.checkin.admit(key, gate.point, gate.direction)) for key in ids]


def reinstate(office: Office, registration_id: str, gate: Gate) -> Admitted:
    """Register a guest again, or from the waiting list, and let him in if there is room still."""
    event = office.events.current()
    left = None if event.capacity is None else event.capacity - office.events.registered(event.id)
    if left is not None and left <= 0:  # another desk was quicker
        return Admitted(office.checkin.admit(registration_id, gate.point), places=left)
    office.guests.set_status([registration_id], Status.REGISTERED)
    deed = _deed(office, registration_id, "reinstate")
    return Admitted(office.checkin.admit(registration_id, gate.point), deed)


def let_in(office: Office, registration_id: str, gate: Gate, reason: str, deed: str) -> Admitted:
    """Let a guest in whatever the rules say; who had no place gets one."""
    answer = office.checkin.admit(registration_id, gate.point, gate.direction, Override(reason))
    holder = answer.holder
    is_in = answer.verdict is Verdict.WELCOME and not answer.repeated
    if is_in and holder is not None and holder.status is not Status.REGISTERED:
        office.guests.set_status([registration_id], Status.REGISTERED)
        deed = _deed(office, registration_id, "reinstate")
    return Admitted(answer, deed)


def answered(
    office: Office, registration_id: str, gate: Gate, answers: Mapping[Question, str], deed: str
) -> Admitted:
    """Keep what a guest answered at the door, then have him judged."""
    office.points.answer(registration_id, answers)
    return Admitted(office.checkin.admit(registration_id, gate.point, gate.direction), deed)


def undo(office: Office, latest: Latest, reason: str = "") -> bool:
    """Take back a check-in and what came with it; False if another desk was quicker."""
    good = office.checkin.undo(latest.check_in_id, reason)
    deed = latest.deed or office.history.deed_with(latest.check_in_id)
    if deed:
        office.history.undo(deed)
    return good


def undo_all(office: Office, several: Sequence[Latest]) -> bool:
    """Take back the check-ins of guests who came together."""
    results = [undo(office, latest) for latest in several]
    return all(results)


def undo_guest(office: Office, guest: Guest, event: Event) -> tuple[Latest, bool]:
    """Take back the latest passing of a guest, at whatever desk it was."""
    found = office.checkin.undo_code(guest.code, event.id)
    desk, key, at = (found.desk, found.check_in_id, found.at) if found else ("", "", None)
    time = dates.clock(at.isoformat(), event.zone) if at else ""
    return Latest(LatestKind.UNDONE, guest.name, desk, time, guest.id, key), found is not None


def is_in(admitted: Admitted) -> bool:
    """Whether this answer let somebody pass."""
    return admitted.answer.verdict is Verdict.WELCOME


def _deed(office: Office, registration_id: str, word: str) -> str:
    """Key of the newest action of this kind on a guest."""
    deeds = (deed for deed, _changes in office.history.of_guest(registration_id))
    return next((deed.id for deed in deeds if deed.deed == word and not deed.undone), "")
