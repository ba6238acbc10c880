"""Finds the widths of a list's columns from what stands in them, and the way the paper lies."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from networking_app.documents.lists.text import Writing

GAP = 13.0
"""Blank between two columns, points."""

MARGIN = 42.5
"""Blank at both sides of a page, points (15 mm)."""

A4 = (595.28, 841.89)
_WRITE_IN = 150.0  # room for a signature, points for weight 2
_LEAST = 22.0
_LONG = 165.0  # longer texts may take two lines before the paper is turned
_PARTS = re.compile(r"(?<=[@\-–/]) *| +(?=\D)")  # where texts part without harm; no phone
_SAMPLE = 2000
_MANY_COLUMNS = 8


@dataclass(frozen=True, slots=True)
class Wish:
    """What one column asks for, in points.

    Attributes:
        least: narrowest that stays readable when long texts take two lines.
        usual: nine in ten texts on one line.
        whole: nearly all texts on one line.
        weight: share of what is left over.
    """

    least: float
    usual: float
    whole: float
    weight: float


def wish(
    texts: Sequence[str], heading: str, body: Writing, head: Writing, *, weight: float, fixed: bool
) -> Wish:
    """Measure one column.

    Args:
        texts: what stands in it; 2,000 of them, evenly taken, are measured.
        heading: wraps at blanks.
        body: how the texts are written.
        head: how the heading is written.
        weight: share of what is left over.
        fixed: never narrower than its longest text (numbers and times).
    """
    step = max(1, -(-len(texts) // _SAMPLE))
    measured = sorted(map(body.width, texts[::step])) or [0.0]
    heading_word = max((head.width(word) for word in heading.split()), default=0.0)
    bottom = max(heading_word, _LEAST)
    if fixed:
        most = max(bottom, *map(body.width, texts), 0.0)
        return Wish(most, most, most, 0.0)
    usual, whole = _quantile(measured, 0.9), _quantile(measured, 0.98)
    longest_words = sorted(_longest_word(text, body) for text in texts[::step]) or [0.0]
    least = max(bottom, min(usual, _LONG) * 0.58, min(_quantile(longest_words, 0.9), usual))
    return Wish(least, max(bottom, usual), max(bottom, whole), weight)


def write_in(heading: str, head: Writing, weight: float) -> Wish:
    """Ask for an empty column to write in by hand."""
    room = max(_WRITE_IN * weight / 2, head.width(heading))
    return Wish(room * 0.75, room, room, weight)


def _quantile(ordered: Sequence[float], part: float) -> float:
    return ordered[min(len(ordered) - 1, int(len(ordered) * part))]


def _longest_word(text: str, body: Writing) -> float:
    return max(map(body.width, _PARTS.split(text)))


def lies_across(wishes: Sequence[Wish]) -> bool:
    """Whether the paper lies on its long side: many columns, or texts that need it."""
    half = 0.55  # of the longest, as they may take two lines
    needed = sum(min(max(one.usual, one.whole * half), max(one.least, _LONG)) for one in wishes)
    room = A4[0] - 2 * MARGIN - GAP * (len(wishes) - 1)
    return len(wishes) >= _MANY_COLUMNS or needed > room


def is_tight(wishes: Sequence[Wish]) -> bool:
    """Whether not even the least fits the paper on its long side."""
    return sum(one.least for one in wishes) > A4[1] - 2 * MARGIN - GAP * (len(wishes) - 1)


def share(wishes: Sequence[Wish], room: float) -> list[float]:
    """Share a width in points among columns, without the gaps between them.

    Columns get what they ask for and the rest by weight. When there is too little the widest give
    first, as their texts may take two lines; when even the least is too much, all shrink alike.
    """
    room -= GAP * (len(wishes) - 1)
    asked = [one.whole for one in wishes]
    if sum(asked) <= room:
        return _spread(wishes, asked, room)
    least = [one.least for one in wishes]
    if sum(least) >= room:
        return [width * room / sum(least) for width in least]
    return _level(wishes, room)


def _level(wishes: Sequence[Wish], room: float) -> list[float]:
    """Cut what is wider than a level, found by halving, so that all fit; none below its least."""
    low, high = 0.0, max(one.whole for one in wishes)
    for _ in range(40):
        level = (low + high) / 2
        fits = sum(max(one.least, min(one.whole, level)) for one in wishes) <= room
        low, high = (level, high) if fits else (low, level)
    return [max(one.least, min(one.whole, low)) for one in wishes]


def _spread(wishes: Sequence[Wish], widths: Sequence[float], room: float) -> list[float]:
    left, weights = room - sum(widths), sum(one.weight for one in wishes)
    if not weights:
        return list(widths)
    return [width + left * one.weight / weights for width, one in zip(widths, wishes, strict=True)]
