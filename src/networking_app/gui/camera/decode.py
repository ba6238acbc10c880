"""Finds codes in the brightness of one frame with zxing-cpp, a little differently each time.

Every frame is searched for square codes as it is, upright, turned, mirrored or light on dark. When
that finds nothing, each of three frames in a row adds one more try: the middle at twice its size
(codes of two pixels a module), all kinds of codes (bars too), the middle with its edges
strengthened (blurred codes). So every way had its turn within a sixth of a second.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QImage, QPainter

from networking_app.gui.camera.frames import Plane, plane_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import ModuleType

SQUARE = "QRCode|DataMatrix|Aztec"
EVERY = "QRCode|DataMatrix|Aztec|PDF417|Code128|EAN13|EAN8|UPCA"
MIDDLE = (768, 432)
"""Pixels of the area in the middle that is looked at closely."""
_BLUR = 8  # pixels of the doubled middle over which brightness is levelled
Corners = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Found:
    """A code in a frame.

    Attributes:
        text: what it says.
        kind: "QRCode", "EAN13"…
        corners: its four corners as shares of the frame's width and height, from 0 to 1.
    """

    text: str
    kind: str
    corners: Corners

    def off_centre(self) -> float:
        """How far its middle is from the frame's, squared."""
        x = sum(corner[0] for corner in self.corners) / len(self.corners) - 0.5
        y = sum(corner[1] for corner in self.corners) / len(self.corners) - 0.5
        return x * x + y * y


@cache
def zxing() -> ModuleType | None:
    """The reading library, None where it is not installed."""
    try:
        # optional dependency: a slow import that only the camera needs
        import zxingcpp  # noqa: PLC0415
    except ImportError:
        return None
    return zxingcpp


def read(plane: Plane, turn: int) -> tuple[Found, ...]:
    """All codes in a frame, the one nearest to its middle first; `turn` counts the frames."""
    library = zxing()
    if library is None:
        return ()
    found = _search(library, plane, SQUARE, try_rotate=False)
    if not found:
        found = _TRIES[turn % len(_TRIES)](library, plane)
    return tuple(sorted(found, key=Found.off_centre))


def _every_kind(library: ModuleType, plane: Plane) -> list[Found]:
    return _search(library, plane, EVERY)


def _doubled(library: ModuleType, plane: Plane) -> list[Found]:
    area = plane.middle(*MIDDLE)
    return _closely(library, plane, area.topLeft(), _twice(plane.grey(area)))


def _strengthened(library: ModuleType, plane: Plane) -> list[Found]:
    area = plane.middle(*MIDDLE)
    return _closely(library, plane, area.topLeft(), level(_twice(plane.grey(area)), _BLUR))


_TRIES: tuple[Callable[[ModuleType, Plane], list[Found]], ...] = (
    _doubled,
    _every_kind,
    _strengthened,
)


def level(image: QImage, over: int) -> QImage:
    """Half the difference of each pixel to the brightness around it, `over` pixels wide.

    What is blurred across modules falls apart again, and shadows and glare go.
    """
    size = image.size()
    few = QSize(max(1, size.width() // over), max(1, size.height() // over))
    around = _scaled(_scaled(image, few), size)
    around.invertPixels()
    painter = QPainter(image)
    painter.setOpacity(0.5)
    painter.drawImage(0, 0, around)
    painter.end()
    return image


def _twice(image: QImage) -> QImage:
    return _scaled(image, image.size() * 2)


def _scaled(image: QImage, size: QSize) -> QImage:
    return image.scaled(
        size,
        Qt.AspectRatioMode.IgnoreAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )


def _closely(library: ModuleType, plane: Plane, at: QPoint, doubled: QImage) -> list[Found]:
    """Search a doubled part of the frame that begins at a point of it."""
    part = plane_of(doubled)
    if part is None:
        return []
    found = _search(library, part, SQUARE, try_rotate=False, try_downscale=False)
    return [Found(one.text, one.kind, _moved(one.corners, part, at, plane)) for one in found]


def _moved(corners: Corners, part: Plane, at: QPoint, whole: Plane) -> Corners:
    """Shares of a doubled part as shares of the whole frame."""
    return tuple(
        (
            (at.x() + x * part.width / 2) / whole.width,
            (at.y() + y * part.height / 2) / whole.height,
        )
        for x, y in corners
    )


def _search(library: ModuleType, plane: Plane, kinds: str, **how: bool) -> list[Found]:
    view = library.ImageView(
        plane.data, plane.width, plane.height, library.ImageFormat.Lum, plane.row, plane.step
    )
    formats = library.barcode_formats_from_str(kinds)
    codes = library.read_barcodes(view, formats=formats, text_mode=library.TextMode.Plain, **how)
    return [_found(code, plane) for code in codes if code.text]


def _found(code: Any, plane: Plane) -> Found:
    place = code.position
    points = (place.top_left, place.top_right, place.bottom_right, place.bottom_left)
    corners = tuple((point.x / plane.width, point.y / plane.height) for point in points)
    return Found(code.text, code.format.name, corners)


def turned(found: Found, degrees: int) -> Found:
    """A code in the frame turned clockwise by 90, 180 or 270 degrees."""
    turn: Callable[[float, float], tuple[float, float]] = {
        90: lambda x, y: (1 - y, x),
        180: lambda x, y: (1 - x, 1 - y),
        270: lambda x, y: (y, 1 - x),
    }[degrees]
    return Found(found.text, found.kind, tuple(turn(x, y) for x, y in found.corners))
