"""The numbers of a running event: arrivals by ten minutes, desk and point, against the usual."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from networking_app.domain import clocks
from networking_app.domain.arrivals import Past, Usual, usual
from networking_app.services.points import PointCounts

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from networking_app.domain.event import DeskCount, Event, NextItem
    from networking_app.domain.points import Point
    from networking_app.services.office import Office

SLOT = timedelta(minutes=10)
_ALL_SESSIONS = 500
_HONOURED = "vip"


@dataclass(frozen=True, slots=True)
class Slot:
    """Arrivals in the ten minutes from this moment (UTC)."""

    start: datetime
    arrived: int


@dataclass(frozen=True, slots=True)
class MissingSpeaker:
    """A speaker who was not let in anywhere yet.

    Attributes:
        session: the first that they speak in and that is not over.
        start: of it, None if not known.
        minutes: to go until then, negative when it runs already; None if not known.
    """

    name: str
    session: str
    room: str = ""
    start: datetime | None = None
    minutes: int | None = None


@dataclass(frozen=True, slots=True)
class Live:
    """The numbers of an event at one moment.

    Attributes:
        slots: ten minutes each, without gaps from the first arrival to the last.
        points: every point with the guests who entered and those inside.
        usual: how guests came to the earlier events of the workspace, None if there was none.
        ahead: minutes by which arrivals are ahead of that, negative when behind; None where that
            cannot be said.
        missing: speakers who are not here, the next to speak first.
        honoured: (name, when they came in UTC or None) of the guests of honour, category "vip".
    """

    desks: tuple[DeskCount, ...]
    slots: tuple[Slot, ...]
    points: tuple[tuple[Point, PointCounts], ...]
    usual: Usual | None = None
    ahead: int | None = None
    missing: tuple[MissingSpeaker, ...] = ()
    honoured: tuple[tuple[str, datetime | None], ...] = ()


def live(office: Office, event_id: str, now: datetime) -> Live:
    """Count at this moment (with a time zone)."""
    counted = office.points.counts(event_id)
    event = next((one for one in office.events.all() if one.id == event_id), None)
    times = office.events.arrival_times(event_id)
    found = None if event is None else usual_of(office, event)
    items = office.events.next_items(event_id, now, _ALL_SESSIONS)
    honoured = office.events.of_category(event_id, _HONOURED)
    return Live(
        desks=tuple(office.events.desks(event_id, now)),
        slots=tuple(slots(times)),
        points=tuple(
            (point, counted.get(point.id, PointCounts())) for point in office.points.all(event_id)
        ),
        usual=found,
        ahead=_ahead(office, event, found, len(times), now),
        missing=tuple(missing_speakers(items, now)),
        honoured=tuple((name, clocks.moment(at)) for name, at in honoured),
    )


def slots(times: Iterable[datetime]) -> list[Slot]:
    """Moments counted by ten minutes, empty slots between them included."""
    counted = Counter(_slot(at) for at in times)
    if not counted:
        return []
    first, last = min(counted), max(counted)
    steps = int((last - first) / SLOT) + 1
    return [Slot(first + n * SLOT, counted[first + n * SLOT]) for n in range(steps)]


def usual_of(office: Office, event: Event) -> Usual | None:
    """How guests came to the events of the workspace that began before this one.

    Practice counts for practice only.
    """
    start = clocks.moment(event.start)
    if start is None:
        return None
    past = []
    for other in office.events.all():
        begun = clocks.moment(other.start)
        if begun is None or begun >= start or other.practice != event.practice:
            continue
        times = office.events.arrival_times(other.id)
        minutes = tuple((at - begun).total_seconds() / 60 for at in times)
        past.append(Past(minutes, office.events.registered(other.id)))
    return usual(past)


def missing_speakers(items: Sequence[NextItem], now: datetime) -> list[MissingSpeaker]:
    """Speakers of sessions that are not over who are not here, each with their first session."""
    found: dict[str, MissingSpeaker] = {}
    for item in items:
        start = clocks.moment(item.start)
        minutes = None if start is None else round((start - now).total_seconds() / 60)
        for name, here in item.speakers:
            if not here and name not in found:
                found[name] = MissingSpeaker(name, item.title, item.room, start, minutes)
    return list(found.values())


def _ahead(
    office: Office, event: Event | None, found: Usual | None, arrived: int, now: datetime
) -> int | None:
    start = None if event is None else clocks.moment(event.start)
    if event is None or found is None or start is None:
        return None
    minute = (now - start).total_seconds() / 60
    return found.ahead(minute, arrived, office.events.registered(event.id))


def _slot(at: datetime) -> datetime:
    at = at.astimezone(UTC)
    return at.replace(minute=at.minute - at.minute % 10, second=0, microsecond=0)
