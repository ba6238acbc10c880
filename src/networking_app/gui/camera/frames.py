"""The brightness of a camera's frame, taken where the frame already holds it, without colours."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QImage

from networking_app.gui.multimedia import multimedia

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtMultimedia import QVideoFrame

_GREY = QImage.Format.Format_Grayscale8
_GREY16 = QImage.Format.Format_Grayscale16
_FAST = Qt.TransformationMode.FastTransformation
_SMOOTH = Qt.TransformationMode.SmoothTransformation
# Formats by the first plane: bytes from one brightness to the next, and where the first one lies.
_LAYOUTS = {
    "NV12": (1, 0),
    "NV21": (1, 0),
    "YUV420P": (1, 0),
    "YUV422P": (1, 0),
    "YV12": (1, 0),
    "IMC1": (1, 0),
    "IMC2": (1, 0),
    "IMC3": (1, 0),
    "IMC4": (1, 0),
    "Y8": (1, 0),
    "YUYV": (2, 0),
    "UYVY": (2, 1),
    "Y16": (2, 1),
    "P010": (2, 1),
    "P016": (2, 1),
}


@dataclass(frozen=True, slots=True)
class Plane:
    """Brightness of a picture: one byte for each pixel, `step` bytes apart, rows `row` apart.

    `data` starts at the first brightness; with a step of 2 `pairs` is the same picture as 16-bit
    numbers whose high byte is the brightness, give or take a pixel.
    `owner` holds the memory where no frame does.
    """

    data: Any
    width: int
    height: int
    row: int
    step: int = 1
    pairs: QImage | None = None
    owner: QImage | None = None

    def grey(self, area: QRect | None = None) -> QImage:
        """A copy of the picture, or of an area of it, in 8-bit grey."""
        area = area or QRect(0, 0, self.width, self.height)
        if self.pairs is not None:
            return self.pairs.copy(area).convertToFormat(_GREY)
        image = QImage(self.data, self.width, self.height, self.row, _GREY)
        return image.copy(area)

    def small(self, width: int) -> QImage:
        """A copy at most so wide, for showing."""
        whole = self.pairs
        if whole is None:
            whole = QImage(self.data, self.width, self.height, self.row, _GREY)
        if whole.width() > 2 * width:
            # Halving smoothly costs as much as the rest together; nobody reads from this picture.
            whole = whole.scaled(_fit(whole.size(), 2 * width), mode=_FAST)
        whole = whole.convertToFormat(_GREY)
        if whole.width() > width:
            whole = whole.scaled(_fit(whole.size(), width), mode=_SMOOTH)
        return whole.copy()  # the memory may be the frame's

    def middle(self, width: int, height: int) -> QRect:
        """An area in the middle, at most so large."""
        width, height = min(width, self.width), min(height, self.height)
        return QRect((self.width - width) // 2, (self.height - height) // 2, width, height)


@contextmanager
def brightness(frame: QVideoFrame) -> Iterator[Plane | None]:
    """Open a frame for reading; the plane is valid inside only. None where nothing can be read."""
    found = multimedia()
    if found is None:
        yield None
        return
    name = frame.pixelFormat().name.removeprefix("Format_")
    if name not in _LAYOUTS:
        yield plane_of(_picture(found, frame, name))
        return
    if not frame.map(found.QVideoFrame.MapMode.ReadOnly):
        yield None
        return
    try:
        yield _plane(frame, *_LAYOUTS[name])
    finally:
        frame.unmap()


def plane_of(image: QImage) -> Plane | None:
    """The brightness of a picture; None for an empty one."""
    if image.isNull():
        return None
    grey = image.convertToFormat(_GREY)
    bits, row = grey.constBits(), grey.bytesPerLine()
    return Plane(bits, grey.width(), grey.height(), row, owner=grey)


def _plane(frame: QVideoFrame, step: int, first: int) -> Plane | None:
    bits, row = frame.bits(0), frame.bytesPerLine(0)
    width, height = frame.width(), frame.height()
    if width <= 0 or height <= 0 or len(bits) < row * (height - 1) + width * step:
        return None
    if step == 1:
        return Plane(bits, width, height, row)
    # As 16-bit numbers, little end first, the brightness must be the second byte of each pair.
    # Where it is not, the pairs begin a byte later and the last ones are left out; where it is,
    # the brightness itself begins a byte later and the last row is.
    shifted = 1 - first
    whole = bits if first else bits[1:]
    pairs = QImage(whole, width - shifted, height - 1, row, _GREY16)
    return Plane(bits[first:], width - shifted, height - 1, row, step, pairs)


def _picture(found: Any, frame: QVideoFrame, name: str) -> QImage:
    """A frame of another format as a picture: compressed by the camera, or with colours."""
    read_only = found.QVideoFrame.MapMode.ReadOnly
    if name == "Jpeg" and frame.map(read_only):
        try:
            return QImage.fromData(bytes(frame.bits(0)))
        finally:
            frame.unmap()
    shape = found.QVideoFrameFormat.imageFormatFromPixelFormat(frame.pixelFormat())
    if shape != QImage.Format.Format_Invalid and frame.map(read_only):
        try:
            image = QImage(
                frame.bits(0), frame.width(), frame.height(), frame.bytesPerLine(0), shape
            )
            return image.convertToFormat(_GREY)
        finally:
            frame.unmap()
    return frame.toImage()


def _fit(size: QSize, width: int) -> QSize:
    return QSize(width, max(1, round(size.height() * width / size.width())))
