"""Queues by surname: "A–K / L–Ö" cut so that no desk gets many more guests than another."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass, replace
from functools import cache
from itertools import accumulate
from typing import TYPE_CHECKING

from networking_app.domain.collation import sort_key_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZÅÄÖ"
MOST_DESKS = 40
# A sign with whole letters is read faster; so much longer may the longest queue be for it.
_SPARE = 1.1
_LAST = len(ALPHABET) - 1
_OTHERS = len(ALPHABET)  # the place of all other scripts


@dataclass(frozen=True, slots=True)
class Queue:
    """The guests of one desk, by the beginning of the name they are listed under.

    Attributes:
        first, last: letters of the sign, "A" and "K", or "Ha" and "Hu" within a letter; empty for a
            queue of other scripts alone.
        guests: how many.
        others: whether names in other scripts (Greek, Cyrillic, Chinese…) come here too.
    """

    first: str
    last: str
    guests: int
    others: bool = False

    @property
    def name(self) -> str:
        """As on the sign: "A–K", "Ha–Hu", "M"."""
        return self.first if self.first == self.last else f"{self.first}–{self.last}"


@dataclass(frozen=True, slots=True)
class _Unit:
    """Guests whose names begin alike and are never parted.

    Attributes:
        letter: place in the alphabet; signs and digits count as its first letter.
        label: two letters, or one; "" for other scripts.
    """

    letter: int
    label: str
    guests: int


def queues(keys: Iterable[str], desks: int) -> list[Queue]:
    """Share guests among desks by the beginnings of their names.

    Every queue is a run of the Finnish order (Å Ä Ö last) and together they take everybody: digits
    and signs come with A, other scripts after Ö. A guest without a family name stands under the
    given one, as in lists. The longest queue is at most a tenth longer than it must be when cuts
    within a letter ("A–Ha", "He–Ö") are allowed; among such shares the one with the fewest cuts
    within letters is taken.

    Args:
        keys: stored sort key of each guest's name.
        desks: how many, at least 1; fewer queues are made where there are fewer beginnings.

    Returns:
        the queues in order; none without guests.
    """
    units = _units(keys)
    if not units:
        return []
    counts = [unit.guests for unit in units]
    desks = max(1, min(desks, len(units), MOST_DESKS))
    allowed = max(_shortest(counts, desks), int(_shortest(counts, desks) * _SPARE))
    cuts = _cuts(units, desks, allowed)
    parts = [units[a:b] for a, b in zip([0, *cuts], [*cuts, len(units)], strict=True)]
    return _named(parts)


def _units(keys: Iterable[str]) -> list[_Unit]:
    """Beginnings of two letters in the order of the keys, with how many guests have them."""
    found = Counter(_beginning(key.partition(" ")[0]) for key in keys)
    units: list[_Unit] = []
    for begin in sorted(found):
        unit = _unit(begin, found[begin])
        if units and units[-1].letter == unit.letter and len(units[-1].label) < 2:
            # "3M" and "O'Hara" come before "Aa" and "Oa", and no sign could tell them apart.
            unit = replace(unit, guests=unit.guests + units.pop().guests)
        units.append(unit)
    return units


def _beginning(primary: str) -> str:
    """The weights that a name shares with its unit."""
    if primary >= _after():
        return _after()
    first, second = primary[:1], primary[1:2]
    is_letter = first >= _firsts()[0] and _firsts()[0] <= second < _after()
    return first + second if is_letter else max(first, _firsts()[0])


def _unit(begin: str, guests: int) -> _Unit:
    if begin >= _after():
        return _Unit(_OTHERS, "", guests)
    letter = _letter(begin[0])
    second = ALPHABET[_letter(begin[1])].lower() if len(begin) > 1 else ""
    return _Unit(letter, ALPHABET[letter] + second, guests)


def _letter(weight: str) -> int:
    """Place in the alphabet; accents and letters of other languages count as the one before."""
    return max(0, bisect_right(_firsts(), weight) - 1)


@cache
def _firsts() -> list[str]:
    return [sort_key_of(letter)[0] for letter in ALPHABET]


@cache
def _after() -> str:
    """The first weight of Greek, the first script after the Latin one."""
    return sort_key_of("\N{GREEK SMALL LETTER ALPHA}")[0]


def _shortest(counts: Sequence[int], desks: int) -> int:
    """How long the longest queue must be at least, cut anywhere between the counts."""
    low, high = max(*counts, -(-sum(counts) // desks)), sum(counts)
    while low < high:
        middle = (low + high) // 2
        if _needed(counts, middle) <= desks:
            high = middle
        else:
            low = middle + 1
    return low


def _needed(counts: Sequence[int], most: int) -> int:
    """Desks needed when no queue may be longer than `most`."""
    desks, now = 1, 0
    for count in counts:
        now += count
        if now > most:
            desks, now = desks + 1, count
    return desks


def _cuts(units: Sequence[_Unit], desks: int, allowed: int) -> list[int]:
    """Where to cut: fewest cuts within letters, then the shortest longest queue, then evenly."""
    sums = [0, *accumulate(unit.guests for unit in units)]
    none = (len(units) + 1, 0, 0)
    best = [none if at else (0, 0, 0) for at in range(len(sums))]
    came: list[list[int]] = []
    for _desk in range(desks):
        step, start = [none] * len(sums), [0] * len(sums)
        for end in range(1, len(sums)):
            within = end < len(units) and units[end - 1].letter == units[end].letter
            for begin in range(end - 1, -1, -1):
                size = sums[end] - sums[begin]
                if size > allowed:
                    break
                cuts, longest, spread = best[begin]
                tried = (cuts + within, max(longest, size), spread + size * size)
                if cuts <= len(units) and tried < step[end]:
                    step[end], start[end] = tried, begin
        came.append(start)
        best = step
    at, cut = len(units), []
    for start in reversed(came):
        at = start[at]
        cut.append(at)
    return cut[-2::-1] if desks > 1 else []


def _named(parts: Sequence[Sequence[_Unit]]) -> list[Queue]:
    """Give every run its sign; whole letters that nobody has belong to the run after them."""
    made: list[Queue] = []
    free = 0  # first letter that no run has yet
    for number, part in enumerate(parts):
        before = parts[number - 1][-1].letter if number else -1
        after = parts[number + 1][0].letter if number + 1 < len(parts) else -1
        begin, end = part[0].letter, part[-1].letter
        guests = sum(unit.guests for unit in part)
        if begin == _OTHERS and number:
            made.append(Queue("", "", guests, others=True))
            break
        goes_on, is_parted = before == begin, after == end
        until = _LAST if after in {-1, _OTHERS} else end
        inside = begin == end and (goes_on or (is_parted and begin == free))
        first = part[0].label if goes_on or inside else ALPHABET[free]
        last = part[-1].label if is_parted or (inside and until == end) else ALPHABET[until]
        made.append(Queue(first, last, guests, others=end == _OTHERS))
        free = min(until + 1, _LAST)
    return made
