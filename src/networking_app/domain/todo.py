"""Things to do for an event: what a look at its numbers says is still missing or wrong."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from networking_app.domain.event import Event, EventCounts, NextItem

# A speaker who is not here this long before the session needs a call.
SPEAKER_SOON = timedelta(minutes=30)


class TodoKind(StrEnum):
    """What is to be done; wording/todo says it."""

    SPEAKER_MISSING = "speaker_missing"
    OVER_CAPACITY = "over_capacity"
    BADGES = "badges"
    WAITING = "waiting"
    NO_BACKUP = "no_backup"
    SAME_NAMES = "same_names"
    NO_DATE = "no_date"
    NO_PLACE = "no_place"
    NO_ORGANISATION = "no_organisation"


@dataclass(frozen=True, slots=True)
class Todo:
    """One thing to do.

    Attributes:
        count: of guests it is about, 0 when it is about the event.
        subject: a name or title for the sentence.
        room: places that are free, when people wait.
        start: ISO 8601 in UTC, of the session it is about.
    """

    kind: TodoKind
    count: int = 0
    subject: str = ""
    room: int = 0
    start: str = ""


@dataclass(frozen=True, slots=True)
class TodoFacts:
    """What the list is made from.

    Attributes:
        without_badge: guests with a place whose badge was never printed.
        same_names: guests who share their name with another one.
        without_organisation: guests with a place who are from nowhere.
        last_backup: in UTC; None if there was none.
        next_items: sessions that are not over.
        now: with the zone of this computer.
    """

    event: Event
    counts: EventCounts
    now: datetime
    without_badge: int = 0
    same_names: int = 0
    without_organisation: int = 0
    last_backup: datetime | None = None
    next_items: Sequence[NextItem] = ()


# Of no use once the guests have gone home.
_UNTIL_THE_DAY = frozenset(
    {TodoKind.SPEAKER_MISSING, TodoKind.OVER_CAPACITY, TodoKind.BADGES, TodoKind.WAITING}
)


def still_to_do(found: Sequence[Todo], at: Phase) -> list[Todo]:
    """Without what is of no use any more when the event is over."""
    return [todo for todo in found if at is not Phase.AFTER or todo.kind not in _UNTIL_THE_DAY]


def todos(facts: TodoFacts) -> list[Todo]:
    """What there is to do, the most urgent first."""
    event, counts = facts.event, facts.counts
    found = _missing_speakers(facts)
    capacity = event.capacity
    if capacity is not None and counts.registered > capacity:
        found.append(Todo(TodoKind.OVER_CAPACITY, counts.registered - capacity))
    if facts.without_badge:
        found.append(Todo(TodoKind.BADGES, facts.without_badge))
    places = None if capacity is None else capacity - counts.registered
    if counts.waiting and (places is None or places > 0):
        found.append(Todo(TodoKind.WAITING, counts.waiting, room=places or 0))
    if not _is_today(facts.last_backup, facts.now):
        found.append(Todo(TodoKind.NO_BACKUP))
    if facts.same_names:
        found.append(Todo(TodoKind.SAME_NAMES, facts.same_names))
    if not event.start:
        found.append(Todo(TodoKind.NO_DATE))
    if not event.place:
        found.append(Todo(TodoKind.NO_PLACE))
    if facts.without_organisation:
        found.append(Todo(TodoKind.NO_ORGANISATION, facts.without_organisation))
    return found


def _missing_speakers(facts: TodoFacts) -> list[Todo]:
    found = []
    for item in facts.next_items:
        start = _moment(item.start)
        if start is None or not start - SPEAKER_SOON <= facts.now:
            continue
        for name, here in item.speakers:
            if not here:
                found.append(Todo(TodoKind.SPEAKER_MISSING, subject=name, start=item.start))
    return found


def _moment(iso: str) -> datetime | None:
    try:
        found = datetime.fromisoformat(iso)
    except ValueError:
        return None
    return found if found.tzinfo is not None else found.replace(tzinfo=UTC)


def _is_today(moment: datetime | None, now: datetime) -> bool:
    today: date = now.date()
    return moment is not None and moment.astimezone(now.tzinfo).date() >= today


class Phase(StrEnum):
    """Where an event stands in time."""

    UNDATED = "undated"
    BEFORE = "before"
    TODAY = "today"
    AFTER = "after"


def phase(first: date | None, last: date | None, today: date) -> Phase:
    """Where an event stands, from its first and last day in its own zone."""
    if first is None:
        return Phase.UNDATED
    if today < first:
        return Phase.BEFORE
    return Phase.AFTER if today > (last or first) else Phase.TODAY
