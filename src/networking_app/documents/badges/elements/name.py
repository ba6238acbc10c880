"""The name: given name large, family name under it, both as large as the box allows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from networking_app.documents import fonts
from networking_app.documents.badges.placing import Box, at, put
from networking_app.documents.badges.text import NOTHING, Room, fit
from networking_app.documents.badges.values import Told, Values, told_of

if TYPE_CHECKING:
    from networking_app.documents.badges.text import Fitted
    from networking_app.documents.drawing import Pen


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """The name of a guest. A badge name, or a name of one part, has the whole box.

    Attributes:
        x, y, width, height: the box in mm.
        given_largest, given_smallest, family_largest, family_smallest: size of the font in mm;
            the smallest are the legible floor.
        given_style, family_style: names of documents/fonts STYLES.
        lines: how many lines each part may take.
        share: part of the height that is kept for the given name.
        gap: between the two parts, mm.
        align: "left", "centre" or "right".
        rise: "top", "middle" or "bottom".
    """

    KIND: ClassVar[str] = "name"
    x: float
    y: float
    width: float
    height: float
    given_largest: float = 12.5
    given_smallest: float = 5.0
    family_largest: float = 8.0
    family_smallest: float = 4.0
    given_style: str = "bold"
    family_style: str = "semibold"
    lines: int = 2
    share: float = 0.6
    gap: float = 0.5
    align: str = "left"
    rise: str = "middle"

    def needs(self) -> frozenset[str]:
        """The parts of the name."""
        return frozenset(("name", "given", "family"))

    def draw(self, pen: Pen, values: Values) -> list[Told]:
        """Draw the name in one or two parts."""
        given, family = values["given"], values["family"]
        if given and family:
            return self._two(pen, given, family)
        face = fonts.face(self.given_style)
        name = values["name"]
        room = Room(self.width, self.height, self.given_largest, self.given_smallest, self.lines)
        fitted = fit(name, face, room)
        self._put(pen, fitted, NOTHING)
        return told_of(fitted, self.given_largest, "name", face.missing(name))

    def _two(self, pen: Pen, given: str, family: str) -> list[Told]:
        upper_face, lower_face = fonts.face(self.given_style), fonts.face(self.family_style)
        upper_room = Room(
            self.width,
            self.height * self.share,
            self.given_largest,
            self.given_smallest,
            self.lines,
        )
        upper = fit(given, upper_face, upper_room)
        left = self.height - upper.height - self.gap
        lower_room = Room(
            self.width, left, self.family_largest, self.family_smallest, self.lines
        )
        lower = fit(family, lower_face, lower_room)
        self._put(pen, upper, lower)
        told = told_of(upper, self.given_largest, "name", upper_face.missing(given))
        return told + told_of(lower, self.family_largest, "name", lower_face.missing(family))

    def _put(self, pen: Pen, upper: Fitted, lower: Fitted) -> None:
        gap = self.gap if lower.lines else 0.0
        spare = self.height - upper.height - gap - lower.height
        top = self.y + max(0.0, spare) * at(self.rise)
        box = Box(self.x, top, self.width, upper.height, self.align)
        put(pen, upper, self.given_style, box)
        if lower.lines:
            down = top + upper.height + gap
            put(pen, lower, self.family_style, Box(self.x, down, self.width, 0, self.align))
