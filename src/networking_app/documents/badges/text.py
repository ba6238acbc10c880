"""Text that fits its box: the largest size, in as many lines as help, and never below the floor."""

from __future__ import annotations

import math
import re
import unicodedata
from dataclasses import dataclass
from itertools import combinations
from typing import Protocol

ASCENT = 0.72
"""Room above the baseline, in em: the height of b, d, l; more only where the ink needs it."""
DESCENT = 0.21
"""Room below the baseline, in em: the depth of g, p."""
LEADING = 0.98
"""From baseline to baseline, in em, unless accents meet descenders."""
AIR = 0.03
"""Between the ink of two lines, in em, at least."""
_WAYS = 400
"""Up to so many ways to break a text are all tried."""
ELLIPSIS = "\u2026"
REPLACED = "\ufffd"

_BLANKS = re.compile(r"[\s\x00-\x1f\x7f-\x9f\u2028\u2029]+")
# Direction and joining marks, soft hyphens and variation selectors: invisible in a name.
_INVISIBLE = re.compile(r"[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]")
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_BREAK = re.compile(r" |(?<=[\w.][\-\u2010/])(?=\w)")


class Measuring(Protocol):
    """What a face of documents/fonts can say about a line."""

    def width(self, text: str) -> float:
        """Width in em."""

    def advances(self, text: str) -> list[float]:
        """Width of each letter in em."""

    def reach(self, text: str) -> tuple[float, float]:
        """Ink above and below the baseline in em."""


@dataclass(frozen=True, slots=True)
class Room:
    """A box for a text.

    Attributes:
        width, height: mm.
        largest, smallest: sizes of the font in mm; smallest is the legible floor.
        lines: how many lines there may be at most.
    """

    width: float
    height: float
    largest: float
    smallest: float
    lines: int = 2


@dataclass(frozen=True, slots=True)
class Fitted:
    """A text laid out in a room.

    Attributes:
        lines: what stands on each line.
        size: of the font, mm.
        baselines: mm from the top of the first line's letters, one for each line.
        height: from the top of the first line to the bottom of the last, mm.
        cut: whether letters had to be left out.
    """

    lines: tuple[str, ...]
    size: float
    baselines: tuple[float, ...]
    height: float
    cut: bool = False


NOTHING = Fitted((), 0, (), 0)


def clean(text: str) -> str:
    """One line of composed letters (NFC): line ends, tabs and control characters become blanks."""
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.strip()
    text = _INVISIBLE.sub("", _SURROGATE.sub(REPLACED, text))
    hard = text.replace("\u202f", "\u00a0").split("\u00a0")
    joined = "\u00a0".join(_BLANKS.sub(" ", part) for part in hard)
    return unicodedata.normalize("NFC", joined).strip()


def graphemes(text: str) -> list[str]:
    """Letters with the marks that belong to them, so that no accent is left alone."""
    parts: list[str] = []
    for letter in text:
        if parts and unicodedata.category(letter).startswith("M"):
            parts[-1] += letter
        else:
            parts.append(letter)
    return parts


def fit(text: str, face: Measuring, room: Room) -> Fitted:
    """Lay out a clean text as large as the room allows.

    Of all ways to break it after blanks and hyphens into at most `room.lines` lines, the one with
    the largest size is taken, with the fewest lines where sizes are equal. Below the floor, words
    are broken within, and what still does not fit is cut with an ellipsis.
    """
    if not text:
        return NOTHING
    best = _laid_out((text,), face, room)
    # More lines cannot be larger than the height lets two of them be.
    if best.size < room.largest and room.lines > 1:
        pieces = _pieces(text)
        for count in range(2, min(room.lines, len(pieces)) + 1):
            if room.height / (ASCENT + DESCENT + (count - 1) * LEADING) <= best.size:
                break
            other = _best_in(count, pieces, face, room)
            if other.size > best.size:
                best = other
    return best if best.size >= room.smallest else _at_the_floor(text, face, room)


def _pieces(text: str) -> list[str]:
    """The text between the places where a line may end; a blank stays with the piece before it."""
    ends = [match.end() for match in _BREAK.finditer(text)]
    starts = [0, *ends]
    pieces = [text[a:b] for a, b in zip(starts, [*ends, len(text)], strict=True)]
    return [piece for piece in pieces if piece.strip()]


def _best_in(count: int, pieces: list[str], face: Measuring, room: Room) -> Fitted:
    """The largest in exactly this many lines."""
    if math.comb(len(pieces) - 1, count - 1) > _WAYS:
        return _laid_out(_narrowest(pieces, count, face), face, room)
    best = NOTHING
    for places in combinations(range(1, len(pieces)), count - 1):
        bounds = (0, *places, len(pieces))
        lines = tuple(
            "".join(pieces[a:b]).rstrip(" ") for a, b in zip(bounds, bounds[1:], strict=False)
        )
        other = _laid_out(lines, face, room)
        if other.size > best.size:
            best = other
    return best


def _narrowest(pieces: list[str], count: int, face: Measuring) -> tuple[str, ...]:
    """For very many pieces: search the width by halving, filling lines from the left."""
    low, high = 0.0, face.width("".join(pieces))
    best = _filled(pieces, high, face)
    for _ in range(24):
        middle = (low + high) / 2
        lines = _filled(pieces, middle, face)
        widest = max(map(face.width, lines))
        if len(lines) <= count and widest <= middle:
            high, best = middle, lines
        else:
            low = middle
    return tuple(best)


def _filled(pieces: list[str], width: float, face: Measuring) -> list[str]:
    lines: list[str] = []
    line = ""
    for piece in pieces:
        if line and face.width((line + piece).rstrip(" ")) > width:
            lines.append(line.rstrip(" "))
            line = ""
        line += piece
    return [*lines, line.rstrip(" ")]


def _shape(lines: tuple[str, ...], face: Measuring) -> tuple[list[float], float]:
    """Baselines and height of lines, in em."""
    baselines: list[float] = []
    below = 0.0
    for line in lines:
        up, down = face.reach(line)
        up = max(up, ASCENT)
        if baselines:
            baselines.append(baselines[-1] + max(LEADING, below + up + AIR))
        else:
            baselines.append(up)
        below = down
    return baselines, baselines[-1] + max(below, DESCENT)


def _laid_out(
    lines: tuple[str, ...], face: Measuring, room: Room, size: float | None = None
) -> Fitted:
    """Place lines, at the largest size the room lets them have if none is given."""
    baselines, height = _shape(lines, face)
    if size is None:
        widest = max(map(face.width, lines)) or 0.001
        size = min(room.largest, room.width / widest, room.height / height)
        size = math.floor(size * 100 + 1e-6) / 100
    return Fitted(lines, size, tuple(b * size for b in baselines), height * size)


def _at_the_floor(text: str, face: Measuring, room: Room) -> Fitted:
    """At the smallest size: fill lines, break words within, and cut what is left over."""
    size = room.smallest
    width = room.width / size + 1e-6
    lines = _broken_within(_pieces(text), width, face)
    allowed = _lines_that_fit(lines, face, room)
    if len(lines) <= allowed:
        return _laid_out(tuple(lines), face, room, size)
    kept = lines[: allowed - 1]
    at = 0
    for line in kept:
        at = text.index(line, at) + len(line)
    kept.append(shortened(text[at:].lstrip(" "), face, width))
    fitted = _laid_out(tuple(kept), face, room, size)
    return Fitted(fitted.lines, size, fitted.baselines, fitted.height, cut=True)


def _lines_that_fit(lines: list[str], face: Measuring, room: Room) -> int:
    count = min(room.lines, len(lines))
    while count > 1 and _shape(tuple(lines[:count]), face)[1] * room.smallest > room.height + 1e-6:
        count -= 1
    return count


def _broken_within(pieces: list[str], width: float, face: Measuring) -> list[str]:
    """Fill lines from the left; a word wider than a line goes on, letter by letter, in the next."""
    whole: list[str] = []
    for line in _filled(pieces, width, face):
        if face.width(line) <= width:
            whole.append(line)
            continue
        part = ""
        for letter in graphemes(line):
            if part and face.width(part + letter) > width:
                whole.append(part)
                part = ""
            part += letter
        whole.append(part)
    return whole


def shortened(text: str, face: Measuring, width: float) -> str:
    """As many letters as fit the width (em), with an ellipsis in the place of the others."""
    left = width - face.width(ELLIPSIS)
    kept: list[str] = []
    for letter in graphemes(text):
        left -= face.width(letter)
        if left < 0:
            break
        kept.append(letter)
    return "".join(kept).rstrip(" -\u00a0,") + ELLIPSIS
