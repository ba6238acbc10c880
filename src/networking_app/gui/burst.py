"""Tells a scanner that types from a person who types, by timing alone; knows nothing of Qt.

A keyboard-wedge scanner sends a whole code with a few milliseconds between the keys, a person
needs 60 ms and more even when very fast; two keys rolled together are no code. Keys are held back
until it is clear what they are: never longer than GAP after the last one.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Generic, TypeVar

K = TypeVar("K")

GAP = 50
"""Milliseconds without a key after which a burst has ended."""
AVERAGE = 35
"""Milliseconds between two keys, on average, that a scanner stays below."""
SHORTEST = 6
"""Characters of the shortest code."""


class End(StrEnum):
    """What may end a code."""

    NONE = ""
    ENTER = "enter"
    TAB = "tab"


@dataclass(frozen=True, slots=True)
class Outcome(Generic[K]):
    """What to do now.

    Attributes:
        code: the code that was scanned, "" for none.
        replay: keys that were held back and turned out as typing, to be sent on in this order.
        hold: whether the key just given is held back (or swallowed) instead of passed on.
    """

    code: str = ""
    replay: tuple[K, ...] = ()
    hold: bool = False


@dataclass(slots=True)
class Burst(Generic[K]):
    """Feed it keys with their times; it answers with an Outcome.

    Times are milliseconds of any clock that does not go back. `K` is whatever stands for a key
    press and is handed back in `replay`.
    """

    gap: int = GAP
    average: int = AVERAGE
    shortest: int = SHORTEST
    _keys: list[K] = field(default_factory=list)
    _text: list[str] = field(default_factory=list)
    _first: float = 0
    _last: float = 0

    def is_waiting(self) -> bool:
        """Whether keys are held back."""
        return bool(self._keys)

    def character(self, key: K, text: str, at: float) -> Outcome[K]:
        """A key that writes one character was pressed."""
        before: Outcome[K] = Outcome()
        if self._keys and at - self._last > self.gap:
            before = self._finish()
        if not self._keys:
            self._first = at
        self._keys.append(key)
        self._text.append(text)
        self._last = at
        return Outcome(before.code, before.replay, hold=True)

    def end(self, at: float) -> Outcome[K]:
        """Enter or Tab was pressed; it belongs to the code if one just came."""
        if self._keys and at - self._last > self.gap:
            return self._finish()
        outcome = self._finish()
        return Outcome(outcome.code, outcome.replay, hold=bool(outcome.code))

    def other(self) -> Outcome[K]:
        """Any other key, a click or a change of window: what was held back goes first."""
        return self._finish()

    def pause(self, at: float) -> Outcome[K]:
        """Time has passed without a key."""
        if self._keys and at - self._last >= self.gap:
            return self._finish()
        return Outcome()

    def _finish(self) -> Outcome[K]:
        keys, text = tuple(self._keys), "".join(self._text)
        count, lasted = len(keys), self._last - self._first
        self._keys, self._text = [], []
        is_fast = count > 1 and lasted / (count - 1) <= self.average
        if count >= self.shortest and is_fast:
            return Outcome(code=text)
        return Outcome(replay=keys)
