"""The largest size at which a name fits the answer panel; knows nothing of Qt.

Widths grow in proportion to the size, as the font is drawn without hinting, so one measurement at
100 px is enough for every size.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from networking_app.gui.tokens import ANSWER

if TYPE_CHECKING:
    from collections.abc import Callable

_PARTS = re.compile(r"\S+?(?:[-\u2010\u2013](?=\S)|(?=\s|$))\s*")
_SAFETY = 0.995


@dataclass(frozen=True, slots=True)
class Fit:
    """A size in pixels and the lines at that size."""

    px: int
    lines: tuple[str, ...]


def fit_name(
    text: str, width: float, height: float, measure: Callable[[str], float], most: int | None = None
) -> Fit:
    """Fit a name into a box.

    One line from 150 px (or `most`) down; below 88 px two lines if they come out larger, broken
    only at spaces and after hyphens; never under 28 px: then as many lines as are needed, and a
    single word that is too long is broken at the edge.

    Args:
        text: the name.
        width: of the box in pixels.
        height: of the box in pixels.
        measure: width in pixels of a text at 100 px.
        most: largest size instead of 150.
    """
    text = " ".join(text.split())
    if not text:
        return Fit(ANSWER.smallest, ())
    tallest = min(most or ANSWER.largest, int(height / ANSWER.line))
    one = min(tallest, _size_for([text], width, measure))
    wanted = min(ANSWER.two_lines_below, tallest)
    best = Fit(one, (text,))
    if one < wanted:
        best = max(best, *_in_two(text, width, height, measure), key=lambda fit: fit.px)
    if best.px >= ANSWER.smallest:
        return best
    return Fit(ANSWER.smallest, _wrapped(text, width, measure))


def fit_text(
    text: str, width: float, height: float, measure: Callable[[str], float], most: int, least: int
) -> Fit:
    """Fit a sentence into a box over as many lines as it needs, at the largest size that does.

    At `least` it may be taller than the box: nothing is left out.

    Args:
        text: the sentence.
        width: of the box in pixels.
        height: of the box in pixels.
        measure: width in pixels of a text at 100 px.
        most: largest size in pixels.
        least: smallest size in pixels.
    """
    text = " ".join(text.split())
    for px in range(max(most, least), least, -2):
        lines = _wrapped(text, width, measure, px)
        if len(lines) * px * ANSWER.line <= height and not _breaks_words(lines, text):
            return Fit(px, lines)
    return Fit(least, _wrapped(text, width, measure, least))


def fit_line(
    text: str, width: float, measure: Callable[[str], float], most: int, least: int
) -> int:
    """The size between `most` and `least` at which a line fits; `least` if none does."""
    return max(least, min(most, _size_for([text], width, measure)))


def _size_for(lines: list[str], width: float, measure: Callable[[str], float]) -> int:
    widest = max(measure(line) for line in lines)
    return int(width * 100 * _SAFETY / widest) if widest > 0 else ANSWER.largest


def _in_two(text: str, width: float, height: float, measure: Callable[[str], float]) -> list[Fit]:
    parts = _PARTS.findall(text)
    tallest = int(height / (2 * ANSWER.line))
    found = []
    for number in range(1, len(parts)):
        lines = ["".join(parts[:number]).strip(), "".join(parts[number:]).strip()]
        found.append(Fit(min(tallest, _size_for(lines, width, measure)), tuple(lines)))
    return found or [Fit(0, ())]


def _breaks_words(lines: tuple[str, ...], text: str) -> bool:
    """Whether a line ends within a word."""
    parts = {part.strip() for part in _PARTS.findall(text)}
    return any(_PARTS.findall(line)[-1].strip() not in parts for line in lines)


def _wrapped(
    text: str, width: float, measure: Callable[[str], float], px: int = ANSWER.smallest
) -> tuple[str, ...]:
    """Lines at a size, by default the smallest; words that are too long are broken at the edge."""
    scale = px / 100

    def fits(line: str) -> bool:
        return measure(line.rstrip()) * scale <= width

    lines, line = [], ""
    for part in _PARTS.findall(text):
        if fits(line + part):
            line += part
            continue
        if line.strip():
            lines.append(line.strip())
        line = ""
        for letter in part:
            if line and not fits(line + letter):
                lines.append(line)
                line = ""
            line += letter
    return (*lines, line.strip()) if line.strip() else tuple(lines)
