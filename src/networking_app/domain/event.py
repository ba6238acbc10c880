"""Events: what the app knows of one occasion, and its numbers at a moment."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Event:
    """One occasion.

    Attributes:
        start, end: ISO 8601 in UTC ("2026-11-26T07:00:00Z"), a partial date ("2026-11-26",
            "2026-11", "2026", "summer 2026"), or empty when unknown.
        zone: IANA name, such as "Europe/Helsinki".
        capacity: None when there is no limit.
        box_size: printed badges sorted into one box; 0 without boxes.
        hands_out: whether letting a guest in hands out the badge too.
        has_pin: whether letting a guest in against a rule asks for the supervisor's PIN.
    """

    id: str
    title: str
    tagline: str = ""
    start: str = ""
    end: str = ""
    zone: str = "Europe/Helsinki"
    place: str = ""
    capacity: int | None = None
    practice: bool = False
    box_size: int = 0
    hands_out: bool = False
    has_pin: bool = False


@dataclass(frozen=True, slots=True)
class EventCounts:
    """The numbers of one event at one moment; all are counted, none is stored.

    Attributes:
        registered: with a place, arrived or not.
        arrived: registrations that came in at least once.
        inside: those who have not gone out again.
        walk_ins: registered at the door.
        coming: with a place and not yet arrived; not the difference of the two, as a guest of the
            waiting list may be let in too.
    """

    registered: int = 0
    cancelled: int = 0
    waiting: int = 0
    arrived: int = 0
    inside: int = 0
    walk_ins: int = 0
    badges_printed: int = 0
    coming: int = 0


@dataclass(frozen=True, slots=True)
class DeskCount:
    """Arrivals at one desk, in all and in the last ten minutes."""

    desk: str
    arrived: int
    lately: int = 0


@dataclass(frozen=True, slots=True)
class NextItem:
    """A session that comes next: its times, room and speakers with whether they are here."""

    start: str
    end: str
    title: str
    room: str = ""
    speakers: tuple[tuple[str, bool], ...] = ()
