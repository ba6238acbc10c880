"""What a badge is drawn from: each kind is a dataclass of its properties with a draw method."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Protocol

from networking_app.documents.badges.elements.band import Band
from networking_app.documents.badges.elements.details import Details
from networking_app.documents.badges.elements.name import Name
from networking_app.documents.badges.elements.qr_code import QrCode
from networking_app.documents.badges.elements.tag import Tag
from networking_app.documents.badges.elements.text import Text

if TYPE_CHECKING:
    from networking_app.documents.badges.values import Told, Values
    from networking_app.documents.drawing import Pen


class Element(Protocol):
    """Something on a badge, drawn inside a box given in mm from the badge's top left.

    Attributes:
        KIND: the word for it in a layout document.
    """

    KIND: ClassVar[str]

    @property
    def x(self) -> float:
        """Left, mm."""

    @property
    def y(self) -> float:
        """Top, mm."""

    @property
    def width(self) -> float:
        """Across, mm."""

    @property
    def height(self) -> float:
        """Down, mm."""

    def needs(self) -> frozenset[str]:
        """Names of the fields it shows."""

    def draw(self, pen: Pen, values: Values) -> list[Told]:
        """Draw it for one badge, and tell what was done to make it fit."""


ELEMENTS: tuple[type[Element], ...] = (Band, Details, Name, QrCode, Tag, Text)
