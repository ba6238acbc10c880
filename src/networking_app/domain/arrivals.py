"""How guests usually arrive: the curve of earlier events, and how far a day is ahead of it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

# Minutes from the start of an event; who comes outside of these counts at the edge.
FIRST, LAST, STEP = -120, 240, 5
# An event with fewer arrivals says nothing of how people come.
LEAST = 5
_STEPS = range(FIRST, LAST + STEP, STEP)


@dataclass(frozen=True, slots=True)
class Past:
    """One earlier event.

    Attributes:
        minutes: when each guest came first, in minutes from the start.
        registered: how many had a place.
    """

    minutes: tuple[float, ...]
    registered: int


@dataclass(frozen=True, slots=True)
class Usual:
    """The usual curve.

    Attributes:
        shares: for each step, the share (0 to 1) of all arrivals that has come by then.
        turnout: the share of those with a place who come at all; over 1 where walk-ins outnumber
            those who stay away.
        events: from how many events it was made.
    """

    shares: tuple[float, ...]
    turnout: float
    events: int

    def minutes(self) -> tuple[int, ...]:
        """The steps, in minutes from the start."""
        return tuple(_STEPS)

    def share(self, minute: float) -> float:
        """The share of all arrivals by this minute, between the steps in a straight line."""
        at = (minute - FIRST) / STEP
        if at <= 0:
            return self.shares[0] if minute >= FIRST else 0.0
        if at >= len(self.shares) - 1:
            return self.shares[-1]
        low = int(at)
        before, after = self.shares[low], self.shares[low + 1]
        return before + (after - before) * (at - low)

    def count(self, minute: float, registered: int) -> float:
        """How many of those with a place have usually come by this minute."""
        return self.share(minute) * self.turnout * registered

    def ahead(self, minute: float, arrived: int, registered: int) -> int | None:
        """Minutes by which this day is ahead of the usual one, negative when behind.

        None where that cannot be said: nobody has come or is expected, or more have come than
        usually come at all.
        """
        whole = self.turnout * registered
        if not arrived or not whole or arrived > whole:
            return None
        reached = self._minute_of(arrived / whole)
        return None if reached is None else round(reached - minute)

    def _minute_of(self, share: float) -> float | None:
        """The minute by which this share has usually come; None before the curve begins."""
        place = next(n for n, after in enumerate(self.shares) if after >= share)
        if not place:
            return None
        before, after = self.shares[place - 1], self.shares[place]
        return FIRST + STEP * (place - 1 + (share - before) / (after - before))


def usual(past: Sequence[Past]) -> Usual | None:
    """The median over earlier events, step by step; None where none of them says anything."""
    told = [event for event in past if len(event.minutes) >= LEAST and event.registered]
    if not told:
        return None
    curves = [_curve(event.minutes) for event in told]
    shares = tuple(median(column) for column in zip(*curves, strict=True))
    turnout = median(len(event.minutes) / event.registered for event in told)
    return Usual(shares, turnout, len(told))


def _curve(minutes: Sequence[float]) -> list[float]:
    """The share of arrivals by each step; the last step holds all."""
    ordered = sorted(min(max(minute, FIRST), LAST) for minute in minutes)
    return [bisect_right(ordered, step) / len(ordered) for step in _STEPS]
