"""Holds keys back until it is clear whether a scanner or a person typed them; knows nothing of Qt.

A person's key waits `hold` ms at most, 45 as long as no scan has shown how fast the scanner is and
down to 20 afterwards. Keys that went on as typing are remembered for a moment: where a slow scanner
turns out to have sent them, the code counts all the same and they are taken back.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from statistics import median
from typing import TYPE_CHECKING, Generic, TypeVar

from networking_app.domain.tickets import CodeForm, form_of
from networking_app.gui import pace
from networking_app.gui.pace import STALL, Stroke

if TYPE_CHECKING:
    from collections.abc import Callable

K = TypeVar("K")

HOLD = 45.0
"""Milliseconds a key waits before it is taken for typing, while no scan was seen yet."""
QUICKEST = 20.0
"""The same at least, however fast the scanner is."""
_SOON = 0.5  # ms that a timer may come early
_PACES = 5  # scans whose pace is remembered
_LONGEST = 600  # keys remembered; the longest code a desk meets has some 400


@dataclass(frozen=True, slots=True)
class Outcome(Generic[K]):
    """What to do now.

    Attributes:
        code: keys of the code that was scanned, none for none.
        taken_back: how many of those, from the first, went on as typing before.
        replay: keys that were held back and turned out as typing, to be sent on in this order.
            They come before the code.
        hold: whether the key just given is held back (or swallowed) instead of passed on.
    """

    code: tuple[K, ...] = ()
    taken_back: int = 0
    replay: tuple[K, ...] = ()
    hold: bool = False


@dataclass(slots=True)
class _Item(Generic[K]):
    key: K
    stroke: Stroke


def is_own(text: str) -> bool:
    """Whether it is a code of ours."""
    return form_of(text) is CodeForm.OURS


@dataclass(slots=True)
class Burst(Generic[K]):
    """Feed it keys with their times; it answers with an Outcome.

    `K` is whatever stands for a key press and is handed back. `own` says whether a text is a code
    of ours; it may cut off what the scanner is set to put before it.
    """

    hold: float = HOLD
    own: Callable[[str], bool] = is_own
    _run: list[_Item[K]] = field(default_factory=list)
    _passed: int = 0  # keys of the run that went on as typing
    _is_sure: bool = False
    _paces: deque[float] = field(default_factory=lambda: deque(maxlen=_PACES))

    def is_waiting(self) -> bool:
        """Whether keys are held back."""
        return self._passed < len(self._run)

    def is_empty(self) -> bool:
        """Whether nothing is held back or remembered."""
        return not self._run

    def is_machine(self) -> bool:
        """Whether the keys held back came at a pace no person has; it stays so until they go."""
        if self.is_waiting() and not self._is_sure:
            self._is_sure = pace.is_machine(self._tail())
        return self._is_sure

    def character(self, key: K, stroke: Stroke) -> Outcome[K]:
        """A key that writes one character went down; it is always held back for now."""
        before: Outcome[K] = Outcome()
        if self._run:
            gap = stroke.at - self._run[-1].stroke.at
            if not 0 <= gap <= STALL:
                before = self._finish(ended=False)
        self._run.append(_Item(key, stroke))
        if stroke.rolled and not before.code:
            before = Outcome(replay=before.replay + self._pass_on().replay)
        self._forget()
        return Outcome(before.code, before.taken_back, before.replay, hold=True)

    def rolled(self) -> Outcome[K]:
        """A key of the run was found to be held while the next went down: a person types."""
        if self._run:
            last = self._run[-1]
            old = last.stroke
            last.stroke = Stroke(old.text, old.at, rolled=True, certain=old.certain)
        return self._pass_on()

    def end(self, key: K, at: float) -> Outcome[K]:
        """Enter or Tab went down; it belongs to the code if one just came."""
        if not self._run:
            return Outcome()
        if not 0 <= at - self._run[-1].stroke.at <= STALL:
            return self._finish(ended=False)
        if self._is_inside_lines():
            self._run.append(_Item(key, Stroke("\n", at)))
            return Outcome(hold=True)
        outcome = self._finish(ended=True)
        return Outcome(outcome.code, outcome.taken_back, outcome.replay, hold=bool(outcome.code))

    def other(self) -> Outcome[K]:
        """Any other key, a click or a change of window: what was held back goes first."""
        return self._finish(ended=False)

    def pause(self, silent: float) -> Outcome[K]:
        """No key came for `silent` ms."""
        if silent >= STALL:
            return self._finish(ended=False)
        if not self.is_waiting():
            return Outcome()
        if self.is_machine():
            is_due = silent >= self.hold - _SOON
            return self._finish(ended=False) if is_due and self._is_whole() else Outcome()
        return self._pass_on() if self.wait(silent) <= _SOON else Outcome()

    def wait(self, silent: float) -> float:
        """Milliseconds until `pause` has something to decide, after `silent` ms without a key."""
        if not self.is_waiting():
            return STALL - silent
        if self.is_machine():
            return (self.hold if silent < self.hold - _SOON else STALL) - silent
        first, last = self._run[self._passed].stroke.at, self._run[-1].stroke.at
        return self.hold - silent - (last - first)

    def _tail(self) -> list[Stroke]:
        """The keys held back, with those before them that came without a break."""
        strokes = [item.stroke for item in self._run]
        between = pace.gaps(strokes)
        wide = max(HOLD, 2.5 * median(between[-20:])) if between else HOLD
        last = min(self._passed, len(between))
        return strokes[next((n for n in range(last, 0, -1) if between[n - 1] > wide), 0) :]

    def _is_whole(self) -> bool:
        """Whether the code proves that nothing more follows."""
        start = self._start(ended=False)
        strokes = [item.stroke for item in self._run]
        return start is not None and pace.is_proof(pace.text_of(strokes[start:]), self.own)

    def _start(self, *, ended: bool) -> int | None:
        strokes = [item.stroke for item in self._run]
        return pace.first_of_code(strokes, ended=ended, is_own=self.own, gap=HOLD)

    def _is_inside_lines(self) -> bool:
        """Whether Enter is a line break in the code: of a business card or a calendar entry."""
        start = self._start(ended=True)
        if start is None:
            return False
        lines = pace.text_of([item.stroke for item in self._run[start:]]).upper().split("\n")
        begins = lines[0].startswith("BEGIN:")
        return begins and lines[-1] != lines[0].replace("BEGIN:", "END:")

    def _pass_on(self) -> Outcome[K]:
        """Send on what is held back and remember it."""
        keys = tuple(item.key for item in self._run[self._passed :])
        self._passed, self._is_sure = len(self._run), False
        return Outcome(replay=keys)

    def _finish(self, *, ended: bool) -> Outcome[K]:
        start = self._start(ended=ended)
        run, passed = self._run, self._passed
        self._run, self._passed, self._is_sure = [], 0, False
        if start is None:
            return Outcome(replay=tuple(item.key for item in run[passed:]))
        self._learn([item.stroke for item in run[start:]])
        return Outcome(
            code=tuple(item.key for item in run[start:]),
            taken_back=max(passed - start, 0),
            replay=tuple(item.key for item in run[passed:start]),
        )

    def _learn(self, strokes: list[Stroke]) -> None:
        self._paces.append(median(pace.gaps(strokes)))
        self.hold = min(max(2.5 * max(self._paces), QUICKEST), HOLD)

    def _forget(self) -> None:
        """Keep no more than the longest code of what somebody types without a pause."""
        spare = min(len(self._run) - _LONGEST, self._passed)
        if spare > 0:
            del self._run[:spare]
            self._passed -= spare
