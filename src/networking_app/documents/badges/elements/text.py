"""A text with {fields}, as large as its box allows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from networking_app.documents.badges.placing import Box, place
from networking_app.documents.badges.text import Room
from networking_app.documents.badges.values import Told, Values, fields_in, filled

if TYPE_CHECKING:
    from networking_app.documents.drawing import Pen


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A text.

    Attributes:
        x, y, width, height: the box in mm.
        text: with {fields}, such as "{organisation}".
        style: a name of documents/fonts STYLES.
        largest, smallest: size of the font in mm; smallest is the floor.
        lines: how many there may be.
        align: "left", "centre" or "right".
        rise: "top", "middle" (capitals in the middle) or "bottom".
        colour: #rrggbb, or "category".
    """

    KIND: ClassVar[str] = "text"
    x: float
    y: float
    width: float
    height: float
    text: str
    style: str = "regular"
    largest: float = 4.0
    smallest: float = 2.8
    lines: int = 1
    align: str = "left"
    rise: str = "top"
    colour: str = "#000000"

    def needs(self) -> frozenset[str]:
        """The fields in its text, and the category where that gives the colour."""
        more = ("category_key",) if self.colour == "category" else ()
        return frozenset((*fields_in(self.text), *more))

    def draw(self, pen: Pen, values: Values) -> list[Told]:
        """Draw the text; an empty one leaves nothing."""
        field = next(iter(fields_in(self.text)), "text")
        colour = values["colour"] if self.colour == "category" else self.colour
        box = Box(self.x, self.y, self.width, self.height, self.align, self.rise, colour)
        room = Room(self.width, self.height, self.largest, self.smallest, self.lines, 0.85)
        return place(pen, filled(self.text, values), self.style, room, box, field)[1]
