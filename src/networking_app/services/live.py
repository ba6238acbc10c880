"""The numbers of a running event: arrivals by ten minutes, by desk and by point."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from networking_app.services.points import PointCounts

if TYPE_CHECKING:
    from collections.abc import Iterable

    from networking_app.domain.event import DeskCount
    from networking_app.domain.points import Point
    from networking_app.services.office import Office

SLOT = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class Slot:
    """Arrivals in the ten minutes from this moment (UTC)."""

    start: datetime
    arrived: int


@dataclass(frozen=True, slots=True)
class Live:
    """The numbers of an event at one moment.

    Attributes:
        slots: ten minutes each, without gaps from the first arrival to the last.
        points: every point with the guests who entered and those inside.
    """

    desks: tuple[DeskCount, ...]
    slots: tuple[Slot, ...]
    points: tuple[tuple[Point, PointCounts], ...]


def live(office: Office, event_id: str, now: datetime) -> Live:
    """Count at this moment (with a time zone)."""
    counted = office.points.counts(event_id)
    return Live(
        desks=tuple(office.events.desks(event_id, now)),
        slots=tuple(slots(office.events.arrival_times(event_id))),
        points=tuple(
            (point, counted.get(point.id, PointCounts())) for point in office.points.all(event_id)
        ),
    )


def slots(times: Iterable[datetime]) -> list[Slot]:
    """Moments counted by ten minutes, empty slots between them included."""
    counted = Counter(_slot(at) for at in times)
    if not counted:
        return []
    first, last = min(counted), max(counted)
    steps = int((last - first) / SLOT) + 1
    return [Slot(first + n * SLOT, counted[first + n * SLOT]) for n in range(steps)]


def _slot(at: datetime) -> datetime:
    at = at.astimezone(UTC)
    return at.replace(minute=at.minute - at.minute % 10, second=0, microsecond=0)
