"""Which code in sight counts: each once, and again only after it was gone or another was read."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

GONE = 2.0
"""Seconds out of sight after which the same code counts again."""
FLICKER = 0.7
"""Seconds a code may be missed between two frames without being gone, though another was read."""
TOGETHER = 1.0
"""Seconds in which a second code beside the one just read is taken for part of the same badge."""
BESIDE = 0.3
"""Seconds since the code just read was seen in which another one still counts as beside it."""


class Sight:
    """Remembers the codes in sight; times are seconds of one clock that only goes on.

    A badge may carry two codes: the one nearer to the middle counts, the other one only when it
    stays after the first has gone, or comes later than a second.
    """

    def __init__(self) -> None:
        self.clear()

    def clear(self) -> None:
        """Forget everything: the camera was off."""
        self._seen: dict[str, float] = {}
        self._beside: set[str] = set()
        self._last = ""
        self._read = 0.0

    def look(self, codes: Iterable[str], at: float) -> str:
        """Take the codes of a frame, the most likely one first; returns the one to use, or ""."""
        here = tuple(codes)
        self._forget(at)
        self._seen |= dict.fromkeys((code for code in here if code in self._seen), at)
        new = [code for code in here if code not in self._seen and code not in self._beside]
        if not new:
            return ""
        if self._since(at) < BESIDE and at - self._read < TOGETHER:
            self._beside.update(new)
            return ""
        self._last, self._read = new[0], at
        self._seen[self._last] = at
        self._beside = set(new[1:])
        return self._last

    def _since(self, at: float) -> float:
        """Seconds since the code read last was seen."""
        return at - self._seen.get(self._last, float("-inf"))

    def _forget(self, at: float) -> None:
        """Let go of codes that have been gone: sooner when another was read since."""
        for code, seen in tuple(self._seen.items()):
            if at - seen >= (GONE if code == self._last else FLICKER):
                del self._seen[code]
        if self._since(at) >= FLICKER:
            self._beside.clear()
