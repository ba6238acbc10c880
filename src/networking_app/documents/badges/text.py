"""Text that fits its box: the largest size, in as many lines as help, and never below the floor."""

from __future__ import annotations

import math
import re
import unicodedata
from itertools import combinations, pairwise
from typing import NamedTuple, Protocol

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
_TELLING = 3
"""Letters of a word that was cut, from which on they are worth showing."""
_AS_GOOD = 0.99
"""Sizes from this part of the best on are as good as the best."""
ELLIPSIS = "\u2026"
REPLACED = "\ufffd"

_BLANKS = re.compile(r"[\s\x00-\x1f\x7f-\x9f\u2028\u2029]+")
# Direction and joining marks, soft hyphens and variation selectors: invisible in a name.
_INVISIBLE = re.compile(
    r"[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]"
)
_SURROGATE = re.compile(r"[\ud800-\udfff]")
# After a blank (not before a dash that stands alone), and after a hyphen within a word.
_BREAK = re.compile(r" (?![\-\u2013\u2014/&] )|(?<=[\w.][\-\u2010/])(?=\w)")


class Measuring(Protocol):
    """What a face of documents/fonts can say about a line."""

    def width(self, text: str) -> float:
        """Width in em."""

    def advances(self, text: str) -> list[float]:
        """Width of each letter in em."""

    def reach(self, text: str) -> tuple[float, float]:
        """Ink above and below the baseline in em."""


class Room(NamedTuple):
    """A box for a text.

    Attributes:
        width, height: mm.
        largest, smallest: sizes of the font in mm; smallest is the legible floor.
        lines: how many lines there may be at most.
        patience: a text stays in fewer lines as long as it keeps this part of the size that more
            lines would give it: 1 for the largest possible.
    """

    width: float
    height: float
    largest: float
    smallest: float
    lines: int = 2
    patience: float = 1.0


class Fitted(NamedTuple):
    """A text laid out in a room.

    Attributes:
        lines: what stands on each line.
        size: of the font, mm.
        baselines: mm from the top of the first line's letters, one for each line.
        height: from the top of the first line to the bottom of the last, mm.
        ink_above: from the first baseline up to the top of the ink, mm; may be less than the room.
        ink_below: from the last baseline down to the end of the ink, mm.
        cut: whether letters had to be left out.
    """

    lines: tuple[str, ...]
    size: float
    baselines: tuple[float, ...]
    height: float
    ink_above: float
    ink_below: float
    cut: bool = False


NOTHING = Fitted((), 0, (), 0, 0, 0)


def clean(text: str) -> str:
    """One line of composed letters (NFC): line ends, tabs and control characters become blanks."""
    # Printable excludes all blanks but the plain one, control characters and surrogates.
    if text.isprintable() and "  " not in text and (text.isascii() or _is_composed(text)):
        return text.strip()
    text = _INVISIBLE.sub("", _SURROGATE.sub(REPLACED, text))
    hard = text.replace("\u202f", "\u00a0").split("\u00a0")
    joined = "\u00a0".join(_BLANKS.sub(" ", part) for part in hard)
    return unicodedata.normalize("NFC", joined).strip()


def _is_composed(text: str) -> bool:
    return unicodedata.is_normalized("NFC", text) and _INVISIBLE.search(text) is None


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
    the largest size is taken (to 1 %, among which even lines and whole words are preferred), with
    the fewest lines where sizes are equal. Below the floor, words
    are broken within, and what still does not fit is cut with an ellipsis.
    """
    if not text:
        return NOTHING
    best = _in_one_line(text, face, room)
    # More lines cannot be larger than the height lets two of them be.
    if best.size < room.largest and room.lines > 1:
        pieces = _pieces(text)
        for count in range(2, min(room.lines, len(pieces)) + 1):
            if room.height / (ASCENT + DESCENT + (count - 1) * LEADING) <= best.size:
                break
            other = _best_in(count, pieces, face, room)
            if best.size < other.size * room.patience:
                best = other
    return best if best.size >= room.smallest else _at_the_floor(text, face, room)


def _in_one_line(text: str, face: Measuring, room: Room) -> Fitted:
    """What `_laid_out` does, for the usual case of one line."""
    ink_up, ink_down = face.reach(text)
    up = max(ASCENT, ink_up)
    tall = up + max(DESCENT, ink_down)
    size = min(room.largest, room.width / (face.width(text) or 0.001), room.height / tall)
    size = int(size * 100 + 1e-6) / 100
    return Fitted((text,), size, (up * size,), tall * size, ink_up * size, ink_down * size)


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
    ways: list[tuple[Fitted, int]] = []
    for places in combinations(range(1, len(pieces)), count - 1):
        bounds = (0, *places, len(pieces))
        lines = tuple("".join(pieces[a:b]).rstrip(" ") for a, b in pairwise(bounds))
        within = sum(1 for place in places if not pieces[place - 1].endswith(" "))
        ways.append((_laid_out(lines, face, room), within))
    enough = max(fitted.size for fitted, _ in ways) * _AS_GOOD
    good = [way for way in ways if way[0].size >= enough]
    return min(good, key=lambda way: (way[1], max(map(face.width, way[0].lines))))[0]


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


class _Shape(NamedTuple):
    """Lines in em: baselines, height, and the ink above the first and below the last baseline."""

    baselines: list[float]
    height: float
    above: float
    below: float


def _shape(lines: tuple[str, ...], face: Measuring) -> _Shape:
    baselines: list[float] = []
    above = below = 0.0
    for line in lines:
        up, down = face.reach(line)
        if baselines:
            room = max(LEADING, below + max(up, ASCENT) + AIR)
            baselines.append(baselines[-1] + room)
        else:
            above = up
            baselines.append(max(up, ASCENT))
        below = down
    return _Shape(baselines, baselines[-1] + max(below, DESCENT), above, below)


def _laid_out(
    lines: tuple[str, ...], face: Measuring, room: Room, size: float | None = None
) -> Fitted:
    """Place lines, at the largest size the room lets them have if none is given."""
    if size is None and len(lines) == 1:
        return _in_one_line(lines[0], face, room)
    shape = _shape(lines, face)
    if size is None:
        widest = max(map(face.width, lines)) or 0.001
        size = min(room.largest, room.width / widest, room.height / shape.height)
        size = math.floor(size * 100 + 1e-6) / 100
    return Fitted(
        lines,
        size,
        tuple(baseline * size for baseline in shape.baselines),
        shape.height * size,
        shape.above * size,
        shape.below * size,
    )


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
    return _laid_out(tuple(kept), face, room, size)._replace(cut=True)


def _lines_that_fit(lines: list[str], face: Measuring, room: Room) -> int:
    count = min(room.lines, len(lines))
    while (
        count > 1 and _shape(tuple(lines[:count]), face).height * room.smallest > room.height + 1e-6
    ):
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
    whole, blank, rest = "".join(kept).rpartition(" ")
    # A letter or two of the next word say nothing.
    shown = whole if blank and len(rest) < _TELLING else whole + blank + rest
    return shown.rstrip(" -\u00a0,") + ELLIPSIS
