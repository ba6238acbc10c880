"""Knows which keys are down: a person rolls keys over each other, a scanner never does."""

from __future__ import annotations

_OVERLAP = 8.0  # ms that two keys are down together, which is more than a matter of order
_STALE = 1000.0  # ms after which a key whose going up was never told counts as up


class HeldKeys:
    """Told of every key that writes; `down` and `up` answer whether keys overlapped."""

    def __init__(self) -> None:
        self._down: dict[int, tuple[float, float]] = {}  # key: when, and when the next went down
        self._tells = False  # some programs that type tell only of keys going down

    def down(self, key: int, at: float) -> bool:
        """Whether another key than the one before is still held."""
        self._down = {k: t for k, t in self._down.items() if 0 <= at - t[0] <= _STALE}
        others = [k for k in list(self._down)[:-1] if k != key]
        self._down = {k: (t[0], t[1] or at) for k, t in self._down.items() if k != key}
        self._down[key] = (at, 0.0)
        return self._tells and bool(others)

    def up(self, key: int, at: float) -> bool:
        """Whether the next key had gone down for a while before this one went up."""
        self._tells = True
        _began, after = self._down.pop(key, (0.0, 0.0))
        return bool(after) and at - after > _OVERLAP

    def forget(self) -> None:
        """A code is over."""
        self._down.clear()
