"""What a screen for all tells at a moment: what is on, what comes next, how far the day is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from networking_app.domain.names import words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from networking_app.domain.programme import Session

OPEN_END = timedelta(hours=2)
"""How long a session lasts at most of which nobody said when it ends."""
NIGHT = timedelta(hours=6)
"""A gap as long as this lies between two days of an event."""
_PAUSES = frozenset(
    [
        "break", "coffee", "lunch", "dinner", "breakfast", "meal", "tauko", "kahvi", "lounas",
        "kahvitauko", "lounastauko", "paus", "kaffe", "kaffepaus", "lunchpaus", "middag",
    ]
)  # fmt: skip


class Phase(StrEnum):
    """How far the day is."""

    BEFORE = "before"
    RUNNING = "running"
    BREAK = "break"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class Timetable:
    """What is on and what comes next, in the order of time."""

    phase: Phase
    now: tuple[Session, ...] = ()
    next: tuple[Session, ...] = ()


def timetable(
    sessions: Iterable[Session], start: str, end: str, now: datetime, most: int = 6
) -> Timetable:
    """What a screen shows at a moment.

    Args:
        sessions: of the event; those without a time of day are left out.
        start: of the event as domain.event.Event holds it.
        end: the same.
        now: with a time zone.
        most: how many of those to come.
    """
    timed = sorted(
        ((begins, session) for session in sessions if (begins := moment(session.start))),
        key=lambda pair: pair[0],
    )
    spans = [
        (begins, _end(session, begins, _following(timed, place)), session)
        for place, (begins, session) in enumerate(timed)
    ]
    on = tuple(session for begins, ends, session in spans if begins <= now < ends)
    coming = [(begins, session) for begins, _ends, session in spans if begins > now]
    phase = _phase(on, [span[:2] for span in spans], (moment(start), moment(end)), now)
    if phase is Phase.BEFORE:
        coming = [pair for pair in coming if pair[0] - coming[0][0] < timedelta(hours=20)]
    else:
        coming = [pair for pair in coming if pair[0] - now < timedelta(hours=14)]
    return Timetable(phase, on, tuple(session for _at, session in coming[:most]))


def moment(iso: str) -> datetime | None:
    """A stored time with its zone; None where there is no time of day."""
    if "T" not in iso:
        return None
    try:
        found = datetime.fromisoformat(iso)
    except ValueError:
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def is_pause(session: Session) -> bool:
    """Whether guests are free meanwhile: its kind or its title says so."""
    said = words(session.title)
    named = len(said) == 1 and said[0] in _PAUSES
    return named or session.kind.casefold() in _PAUSES


def _phase(
    on: tuple[Session, ...],
    spans: list[tuple[datetime, datetime]],
    event: tuple[datetime | None, datetime | None],
    now: datetime,
) -> Phase:
    if on:
        return Phase.BREAK if all(map(is_pause, on)) else Phase.RUNNING
    start, end = event
    begins = min((begin for begin, _end in spans), default=start)
    ends = max([*(last for _begin, last in spans), *([end] if end else [])], default=None)
    if ends is not None and now >= ends:
        return Phase.AFTER
    later = min((begin for begin, _last in spans if begin > now), default=None)
    if begins is None or now < begins or (later is not None and later - now > NIGHT):
        return Phase.BEFORE
    return Phase.BREAK


def _following(timed: list[tuple[datetime, Session]], place: int) -> datetime | None:
    """When the next session in the same room begins, or any if no room is known."""
    begins, session = timed[place]
    for later, other in timed[place + 1 :]:
        if later > begins and (not session.room or other.room == session.room):
            return later
    return None


def _end(session: Session, begins: datetime, following: datetime | None) -> datetime:
    told = moment(session.end)
    if told is not None and told > begins:
        return told
    last = begins + OPEN_END
    return min(last, following) if following is not None else last
