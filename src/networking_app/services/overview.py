"""How an event stands now, in one answer: its numbers, what comes next and what is to be done."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from networking_app.domain.registration import Status
from networking_app.domain.todo import Phase, Todo, TodoFacts, phase, still_to_do, todos
from networking_app.services.live import live
from networking_app.wording import dates

if TYPE_CHECKING:
    from datetime import date, datetime

    from networking_app.domain.event import DeskCount, Event, EventCounts, NextItem
    from networking_app.domain.history import Deed
    from networking_app.services.live import Live, Slot
    from networking_app.services.office import Office

_DEEDS = 6
_NEXT = 4


@dataclass(frozen=True, slots=True)
class Overview:
    """An event at one moment.

    Attributes:
        arrivals: when each guest came first, in UTC and in order.
        without_badge: guests with a place whose badge was never printed.
        now: when it was asked, with a zone.
        live: the numbers by point and ten minutes, against the usual; None in a mere sketch.
        registered: the day on which each guest with a place registered, in order.
    """

    event: Event
    counts: EventCounts
    phase: Phase
    arrivals: tuple[datetime, ...]
    desks: tuple[DeskCount, ...]
    next_items: tuple[NextItem, ...]
    todos: tuple[Todo, ...]
    deeds: tuple[Deed, ...]
    without_badge: int
    now: datetime
    live: Live | None = None
    registered: tuple[date, ...] = ()

    @property
    def view(self) -> Phase:
        """What is to be shown first: before, on and after the day.

        Where nobody knows the day, or it is still to come, the first arrival makes it the day.
        """
        if self.phase is Phase.AFTER:
            return Phase.AFTER
        return Phase.TODAY if self.phase is Phase.TODAY or self.arrivals else Phase.BEFORE

    @property
    def busiest(self) -> Slot | None:
        """The ten minutes in which most came, the first of them; None before anybody did."""
        slots = self.live.slots if self.live is not None else ()
        return max(slots, key=lambda slot: slot.arrived, default=None)

    @property
    def is_empty(self) -> bool:
        """Whether nobody was registered yet."""
        counts = self.counts
        return not (counts.registered or counts.cancelled or counts.waiting)


def overview(office: Office, now: datetime) -> Overview:
    """Look at the event that is open.

    Args:
        office: an open workspace with an event.
        now: with the zone of this computer.

    Raises:
        Trouble: there is no event, or the file cannot be read.
    """
    event = office.events.current()
    counts = office.events.counts(event.id)
    items = office.events.next_items(event.id, now, _NEXT)
    printed = office.badges.printed(event.id)
    guests = [g for g in office.guests.all(event.id) if g.status is Status.REGISTERED]
    without_badge = sum(1 for guest in guests if guest.id not in printed)
    facts = TodoFacts(
        event=event,
        counts=counts,
        now=now,
        without_badge=without_badge,
        same_names=len(office.guests.same_names(event.id)),
        without_organisation=sum(1 for guest in guests if not guest.organisation),
        last_backup=office.workspace.last_backup(),
        next_items=items,
    )
    seen, at = live(office, event.id, now), _phase(event, now)
    return Overview(
        event=event,
        counts=counts,
        phase=at,
        arrivals=tuple(office.events.arrival_times(event.id)),
        desks=seen.desks,
        next_items=tuple(items),
        todos=tuple(still_to_do(todos(facts), at)),
        deeds=tuple(office.history.recent(_DEEDS)),
        without_badge=without_badge,
        now=now,
        live=seen,
        registered=tuple(office.events.registered_days(event.id)),
    )


def _phase(event: Event, now: datetime) -> Phase:
    first = dates.calendar_day(event.start, event.zone)
    last = dates.calendar_day(event.end, event.zone)
    today = dates.calendar_day(now.isoformat(), event.zone)
    return phase(first, last, today or now.date())
