"""The name: given name large, family name under it, both as large as the box allows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from networking_app.documents import fonts
from networking_app.documents.badges.placing import Box, at, put
from networking_app.documents.badges.text import ASCENT, DESCENT, Room, fit
from networking_app.documents.badges.values import Told, Values, merged, told_of

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
        top = self.y + max(0.0, self.height - fitted.height) * at(self.rise)
        put(pen, fitted, self.given_style, Box(self.x, top, self.width, 0, self.align))
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
        lower, down = self._under(upper, family)
        self._put(pen, upper, lower, down)
        told = told_of(upper, self.given_largest, "name", upper_face.missing(given))
        told += told_of(lower, self.family_largest, "name", lower_face.missing(family))
        return merged(told) if len(told) > 1 else told

    def _under(self, upper: Fitted, family: str) -> tuple[Fitted, float]:
        """The family name fitted into what is left, and how far it stands under the top, mm."""
        face = fonts.face(self.family_style)
        left = self.height - upper.height - self.gap
        # An accent of the family name may reach between the tails of the given name, not into them.
        free = max(0.0, DESCENT * upper.size - upper.ink_below)
        room = Room(self.width, left, self.family_largest, self.family_smallest, self.lines)
        lower = fit(family, face, room._replace(height=left + free))
        risen = min(free, max(0.0, lower.baselines[0] - ASCENT * lower.size))
        if lower.height - risen > left + 0.001:
            lower, risen = fit(family, face, room), 0.0
        return lower, upper.height + self.gap - risen

    def _put(self, pen: Pen, upper: Fitted, lower: Fitted, down: float) -> None:
        """Draw both, the lower one this far (mm) under the top of the upper one."""
        spare = self.height - down - lower.height
        top = self.y + max(0.0, spare) * at(self.rise)
        put(pen, upper, self.given_style, Box(self.x, top, self.width, 0, self.align))
        put(pen, lower, self.family_style, Box(self.x, top + down, self.width, 0, self.align))
