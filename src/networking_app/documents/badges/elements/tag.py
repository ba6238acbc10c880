"""The category in a small filled or framed box that is as wide as its word."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from networking_app.documents import fonts
from networking_app.documents.badges.placing import Box, at, put
from networking_app.documents.badges.text import ASCENT, DESCENT, Room, fit
from networking_app.documents.badges.values import Told, Values, fields_in, filled, told_of

if TYPE_CHECKING:
    from networking_app.documents.drawing import Pen


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag:
    """A word in a box.

    Attributes:
        x, y, width, height: the most it may take, mm; the box is as wide as the word needs.
        text: with {fields}.
        fill: "category" for the colour of the category, #rrggbb, or empty for a black frame.
        colour: of the word, #rrggbb; black in a frame.
        style: a name of documents/fonts STYLES.
        largest, smallest: size of the font, mm.
        pad: left and right of the word, mm.
        radius: of the corners, mm.
        align: where the box stands in the width: "left", "centre" or "right".
    """

    KIND: ClassVar[str] = "tag"
    x: float
    y: float
    width: float
    height: float
    text: str = "{category}"
    fill: str = "category"
    colour: str = "#ffffff"
    style: str = "semibold"
    largest: float = 4.0
    smallest: float = 2.6
    pad: float = 2.4
    radius: float = 0.8
    align: str = "left"

    def needs(self) -> frozenset[str]:
        """The fields in its text, and the category where that gives the colour."""
        more = ("category_key",) if self.fill == "category" else ()
        return frozenset((*fields_in(self.text), *more))

    def draw(self, pen: Pen, values: Values) -> list[Told]:
        """Draw the box and the word; without a word there is no box."""
        text = filled(self.text, values)
        if not text:
            return []
        face = fonts.face(self.style)
        room = Room(self.width - 2 * self.pad, self.height, self.largest, self.smallest, 1)
        fitted = fit(text, face, room)
        wide = face.width(fitted.lines[0]) * fitted.size + 2 * self.pad
        left = self.x + (self.width - wide) * at(self.align)
        colour = self.colour
        if self.fill:
            fill = values["colour"] if self.fill == "category" else self.fill
            pen.rectangle(left, self.y, wide, self.height, fill, self.radius)
        else:
            pen.frame(left, self.y, wide, self.height, 0.3, self.radius)
            colour = "#000000"
        # Lower-case letters look centred when the middle lies between the capitals' and their own.
        box = Box(
            left + self.pad, self.y, wide - 2 * self.pad, self.height, "left", "middle", colour
        )
        put(pen, fitted, self.style, box)
        field = next(iter(fields_in(self.text)), "text")
        return told_of(fitted, min(self.largest, self._tallest()), field, face.missing(text))

    def _tallest(self) -> float:
        return int(self.height / (ASCENT + DESCENT) * 100) / 100
