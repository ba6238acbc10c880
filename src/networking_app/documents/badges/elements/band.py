"""A filled box: the band with the colour of the category, or a line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from networking_app.documents.badges.values import Told, Values
    from networking_app.documents.drawing import Pen


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """A filled box.

    Attributes:
        x, y, width, height: the box in mm.
        colour: "category" for the colour of the category, or #rrggbb.
    """

    KIND: ClassVar[str] = "band"
    x: float
    y: float
    width: float
    height: float
    colour: str = "category"

    def needs(self) -> frozenset[str]:
        """The category alone."""
        return frozenset(("category_key",))

    def draw(self, pen: Pen, values: Values) -> list[Told]:
        """Fill the box."""
        fill = values["colour"] if self.colour == "category" else self.colour
        pen.rectangle(self.x, self.y, self.width, self.height, fill)
        return []
