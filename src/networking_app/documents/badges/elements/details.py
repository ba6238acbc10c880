"""Two texts under each other, the second close under the first: organisation and title."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from networking_app.documents.badges.placing import Box, place
from networking_app.documents.badges.text import Room
from networking_app.documents.badges.values import Told, Values, fields_in, filled

if TYPE_CHECKING:
    from networking_app.documents.drawing import Pen


@dataclass(frozen=True, slots=True, kw_only=True)
class Details:
    """Two texts that stand close together however many lines the first takes.

    Attributes:
        x, y, width, height: the box in mm.
        upper, lower: the texts with {fields}.
        upper_style, lower_style: names of documents/fonts STYLES.
        upper_largest, upper_smallest, lower_largest, lower_smallest: sizes in mm.
        upper_lines, lower_lines: how many lines each may take.
        gap: between the two, mm.
        align: "left", "centre" or "right".
    """

    KIND: ClassVar[str] = "details"
    x: float
    y: float
    width: float
    height: float
    upper: str = "{organisation}"
    lower: str = "{title}"
    upper_style: str = "regular"
    lower_style: str = "regular"
    upper_largest: float = 4.8
    upper_smallest: float = 3.2
    lower_largest: float = 3.6
    lower_smallest: float = 2.8
    upper_lines: int = 2
    lower_lines: int = 1
    gap: float = 0.6
    align: str = "left"

    def needs(self) -> frozenset[str]:
        """The fields in both texts."""
        return frozenset(fields_in(self.upper + self.lower))

    def draw(self, pen: Pen, values: Values) -> list[Told]:
        """Draw the upper text with room kept for the lower, then the lower under it."""
        upper, lower = filled(self.upper, values), filled(self.lower, values)
        kept = self.lower_largest + self.gap if lower else 0.0
        room = Room(
            self.width,
            self.height - kept,
            self.upper_largest,
            self.upper_smallest,
            self.upper_lines,
            0.85,
        )
        box = Box(self.x, self.y, self.width, room.height, self.align)
        field = next(iter(fields_in(self.upper)), "text")
        used, told = place(pen, upper, self.upper_style, room, box, field)
        if not lower:
            return told
        down = used + self.gap if used else 0.0
        room = Room(
            self.width,
            self.height - down,
            self.lower_largest,
            self.lower_smallest,
            self.lower_lines,
            0.85,
        )
        box = Box(self.x, self.y + down, self.width, room.height, self.align)
        field = next(iter(fields_in(self.lower)), "text")
        return told + place(pen, lower, self.lower_style, room, box, field)[1]
