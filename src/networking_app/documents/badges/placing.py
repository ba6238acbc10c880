"""Puts fitted lines into a box: left, centred or right, at the top, in the middle or below."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from networking_app.documents import fonts
from networking_app.documents.badges.text import ASCENT, DESCENT, NOTHING, Fitted, Room, fit
from networking_app.documents.badges.values import Told, told_of

if TYPE_CHECKING:
    from networking_app.documents.drawing import Pen

BLACK = "#000000"
CAPITALS = 0.66
"""Height of capitals in em (Source Sans 3)."""
_PARTS = {"left": 0.0, "top": 0.0, "centre": 0.5, "middle": 0.5, "right": 1.0, "bottom": 1.0}


class Box(NamedTuple):
    """Where lines go: mm from the top left of the badge."""

    x: float
    y: float
    width: float
    height: float
    align: str = "left"
    rise: str = "top"
    colour: str = BLACK


def at(word: str) -> float:
    """The part of the spare room that goes before: 0 for left and top, 1 for right and bottom."""
    return _PARTS[word]


def _top(fitted: Fitted, box: Box) -> float:
    if box.rise == "middle":
        # Capitals and baselines look centred, not the rooms for accents and tails.
        first = fitted.baselines[0]
        ink = CAPITALS * fitted.size + fitted.baselines[-1] - first
        top = box.y + (box.height - ink) / 2 + CAPITALS * fitted.size - first
        return min(max(top, box.y), max(box.y, box.y + box.height - fitted.height))
    return box.y + (box.height - fitted.height) * at(box.rise)


def put(pen: Pen, fitted: Fitted, style: str, box: Box) -> None:
    """Draw lines that were fitted before."""
    if not fitted.lines:
        return
    top = _top(fitted, box)
    part = at(box.align)
    face = fonts.face(style)
    if box.colour != BLACK:
        pen.paint(box.colour)
    for line, baseline in zip(fitted.lines, fitted.baselines, strict=True):
        if part:
            x = box.x + (box.width - face.width(line) * fitted.size) * part
        else:  # the ink begins at the edge, however large the letter: so lines look aligned
            x = box.x - face.bearing(line) * fitted.size
        if line is not fitted.lines[-1] and line.endswith("-"):
            line += "\u2009"  # noqa: PLW2901 (readers drop a hyphen at the very end of a line)
        pen.text(x, top + baseline, line, style, fitted.size)
    if box.colour != BLACK:
        pen.paint(BLACK)


def place(
    pen: Pen, text: str, style: str, room: Room, box: Box, field: str
) -> tuple[float, list[Told]]:
    """Fit a text and draw it.

    Returns:
        The height it took in mm, and what there is to tell.
    """
    if not text:
        return 0.0, []
    face = fonts.face(style)
    fitted = fit(text, face, room)
    if fitted is NOTHING:
        return 0.0, []
    put(pen, fitted, style, box)
    largest = min(room.largest, int(room.height / (ASCENT + DESCENT) * 100) / 100)
    told = told_of(fitted, largest, "code" if field == "code_text" else field, face.missing(text))
    return fitted.height, told
