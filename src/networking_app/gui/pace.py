"""Tells by pace and content whether keys came from a scanner or from a person; knows nothing of Qt.

What the figures rest on (tests/gui/recordings holds the recordings they were tuned with):

- Scanners send a character every 2 to 20 ms over USB (polled each 1 to 10 ms, a report for the key
  down and one for the key up), 24 to 60 ms over Bluetooth, with single stalls of 120 ms.
- The fastest typists need 90 to 130 ms a key on average; only two keys rolled together come 10 to
  60 ms apart. They hold a key for 60 to 150 ms, so that the next one often goes down before the
  last one is up. A scanner never holds two keys down.
- A code of ours proves itself by its check character, so it may come slower than any other.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from math import fsum, sqrt
from statistics import fmean, median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

STALL = 160.0
"""Milliseconds that one code may stand still between two characters."""
SHORTEST = 6
"""Characters of the shortest code."""
MACHINE = 3
"""Characters after which a very fast pace is believed to be no person's; one more if slower."""
FAST = 35.0
"""Milliseconds a character, on average, that scanners stay below and no person reaches."""
SLOW = 48.0
"""The same for slow scanners that end their code with Enter or Tab at an even pace."""
OWN = 50.0
"""The same for a code of ours, with a right check character and a digit in it."""
OWN_ENDED = 90.0
"""The same for a code of ours that Enter or Tab ends."""
WORD = 25.0
"""The same for text without digits or signs, which could be a name."""
AT_ONCE = 1.5
"""A text without digits that comes faster was typed elsewhere: remote desktop, text expander."""
_UNEVEN = 18.0
_WORD_UNEVEN = 9.0
_SIGNS = frozenset(" -'\u2019.,\u00a0")


@dataclass(frozen=True, slots=True)
class Stroke:
    """A key that writes one character.

    Attributes:
        text: what it writes; of a scanner, what it means by it.
        at: when it went down, in ms of any clock that does not go back.
        rolled: whether an earlier key was still held: no scanner does that.
        certain: whether it came in a way in which nobody types.
    """

    text: str
    at: float
    rolled: bool = False
    certain: bool = False


def gaps(strokes: Sequence[Stroke]) -> list[float]:
    """Milliseconds between each key and the next."""
    return [b.at - a.at for a, b in pairwise(strokes)]


def text_of(strokes: Sequence[Stroke]) -> str:
    """What they write."""
    return "".join(stroke.text for stroke in strokes)


def is_word(text: str) -> bool:
    """Whether it could be a name: letters, blanks and the signs of names only."""
    return all(sign.isalpha() or sign in _SIGNS for sign in text)


def is_machine(strokes: Sequence[Stroke]) -> bool:
    """Whether no person types like this, so that it is worth waiting for the rest."""
    if strokes and strokes[-1].certain:
        return True
    if len(strokes) < MACHINE or any(stroke.rolled for stroke in strokes):
        return False
    between = gaps(strokes)
    pace = _usual(between)
    if is_word(text_of(strokes)) and pace < AT_ONCE:
        return False
    limit = WORD if len(strokes) == MACHINE else FAST
    is_fast = pace <= limit and fmean(between) <= 2 * FAST
    return is_fast or (len(strokes) >= SHORTEST and pace <= SLOW and _spread(between) <= pace / 4)


def is_scan(strokes: Sequence[Stroke], *, ended: bool, is_own: Callable[[str], bool]) -> bool:
    """Whether these keys are a whole code.

    Args:
        strokes: the keys, without the Enter or Tab after them.
        ended: whether Enter or Tab came right after them.
        is_own: says whether a text is a code of ours.
    """
    if len(strokes) < SHORTEST:
        return False
    text, between = text_of(strokes), gaps(strokes)
    if is_proof(text, is_own) and fmean(between) <= (OWN_ENDED if ended else OWN):
        return True
    if sum(stroke.certain for stroke in strokes) * 2 > len(strokes):
        return True
    if sum(stroke.rolled for stroke in strokes) > 1:
        return False
    if is_word(text) and not is_own(text):
        even = _spread(between) <= _WORD_UNEVEN + fmean(between) / 4
        return even and AT_ONCE <= fmean(between) <= WORD
    kept = _without_stalls(between)
    limit = SLOW if ended else FAST
    return fmean(kept) <= limit and _spread(kept) <= _UNEVEN


def is_proof(text: str, is_own: Callable[[str], bool]) -> bool:
    """Whether the text alone proves a scan: a code of ours that cannot be a name."""
    return any(sign.isdigit() for sign in text) and is_own(text)


def first_of_code(
    strokes: Sequence[Stroke], *, ended: bool, is_own: Callable[[str], bool], gap: float
) -> int | None:
    """Where the code begins that these keys end with; None where they end with no code.

    What was typed shortly before a scan is no part of it, but a code may stand still for a moment.
    """
    if len(strokes) < SHORTEST:
        return None
    between = gaps(strokes)
    wide = max(gap, 2.5 * median(between[-20:]))
    starts = [0, *(n for n, wait in enumerate(between, 1) if wait > wide)]
    for start in reversed(starts):
        part = strokes[start:]
        if is_proof(text_of(part), is_own) and is_scan(part, ended=ended, is_own=is_own):
            return start
    start = starts.pop()
    while starts and _belongs(strokes[starts[-1] : start]):
        start = starts.pop()
    return start if is_scan(strokes[start:], ended=ended, is_own=is_own) else None


def _belongs(before: Sequence[Stroke]) -> bool:
    """Whether the keys before a stall came from a scanner too."""
    if len(before) < MACHINE or any(stroke.rolled for stroke in before):
        return False
    return fmean(gaps(before)) <= FAST


def _without_stalls(between: Sequence[float]) -> list[float]:
    """The gaps without the longest: one for every eight characters."""
    allowed = (len(between) + 1) // 8
    return sorted(between)[: len(between) - allowed]


def _usual(between: Sequence[float]) -> float:
    return fmean(_without_stalls(between))


def _spread(between: Sequence[float]) -> float:
    """Standard deviation; the one of `statistics` is exact and forty times slower."""
    middle = fmean(between)
    return sqrt(fsum((gap - middle) ** 2 for gap in between) / len(between))
