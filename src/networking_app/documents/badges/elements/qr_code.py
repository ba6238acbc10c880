"""The QR code of a badge, as one path."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from networking_app.documents.badges import qr
from networking_app.documents.badges.values import Told, Values, fields_in, filled
from networking_app.domain.badges import BadgeNoteKind

if TYPE_CHECKING:
    from networking_app.documents.drawing import Pen


@dataclass(frozen=True, slots=True, kw_only=True)
class QrCode:
    """A QR code.

    Attributes:
        x, y, width, height: of the dark modules in mm, a square; the layout keeps
            4 modules around it free (4/21 of the width for our own codes).
        text: with {fields}; what the code says.
    """

    KIND: ClassVar[str] = "qr"
    x: float
    y: float
    width: float
    height: float
    text: str = "{code}"

    def needs(self) -> frozenset[str]:
        """The fields in its text."""
        return frozenset(fields_in(self.text))

    def draw(self, pen: Pen, values: Values) -> list[Told]:
        """Draw the dark modules; without a text, or with one too long for any code, nothing."""
        text = filled(self.text, values)
        if not text:
            return []
        try:
            path, modules = qr.path(text)
        except ValueError:
            return [Told(BadgeNoteKind.CUT, "code", "")]
        side = min(self.width, self.height)
        unit = f"{side / modules:.5f}"
        low = f"{pen.height - self.y:.2f}"
        pen.write(f"q {unit} 0 0 -{unit} {self.x:.2f} {low} cm {path}f Q")
        return []
