"""Pictures as a camera would see them, and a camera that shows them: no device is needed.

python tests/gui/camera_room.py FOLDER [light|dark|high_contrast] [100|150] [long]   draws the panel
"""

from __future__ import annotations

import math
import random
import sys
import time
from pathlib import Path
from types import SimpleNamespace

import zxingcpp
from PySide6 import QtMultimedia
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPolygonF, QRadialGradient, QTransform
from PySide6.QtWidgets import QApplication

from networking_app.gui.camera.devices import Cameras, CameraTrouble, Device, TroubleKind
from networking_app.gui.camera.panel import CameraPanel
from networking_app.gui.messages import Messages
from networking_app.gui.preferences import Preferences
from networking_app.gui.tasks import Tasks
from networking_app.gui.theme import look
from networking_app.gui.widgets.result_panel import Result
from networking_app.support.settings import Settings

TICKET = "ABCDE23456"
HD = (1280, 720)
FULL_HD = (1920, 1080)
_WIDE = QImage.Format.Format_RGBA64_Premultiplied
_MULTIPLE = 8


def drawn_code(text, kind="QRCode", *, inverted=False, light=205, dark=55):
    """A code with its quiet zone, 8 pixels a module, in the greys of paper under room light."""
    code = zxingcpp.create_barcode(text, zxingcpp.barcode_format_from_str(kind))
    made = memoryview(zxingcpp.write_barcode_to_image(code, _MULTIPLE))
    high, wide = made.shape[:2]
    grey = QImage(bytes(made), wide, high, wide, QImage.Format.Format_Grayscale8)
    image = grey.convertToFormat(QImage.Format.Format_RGB32)
    if inverted:
        image.invertPixels()
    painter = QPainter(image)
    modes = QPainter.CompositionMode
    for mode, level in (
        (modes.CompositionMode_Lighten, dark),
        (modes.CompositionMode_Darken, light),
    ):
        painter.setCompositionMode(mode)
        painter.fillRect(image.rect(), QColor(level, level, level))
    painter.end()
    return image


def scene(size=HD, seed=1):
    """A lobby: patches of colour and lines of words."""
    dice = random.Random(seed)
    width, height = size
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(120, 110, 100))
    painter = QPainter(image)
    for _ in range(25):
        colour = QColor.fromHsv(dice.randrange(360), dice.randrange(120), dice.randrange(40, 230))
        place = (dice.randrange(width), dice.randrange(height))
        painter.fillRect(QRectF(*place, dice.randrange(20, 300), dice.randrange(20, 300)), colour)
    for _ in range(30):
        place = QPointF(dice.randrange(width), dice.randrange(height))
        painter.drawText(place, "Registration desk 2026")
    painter.end()
    return image


def picture(
    text=TICKET,
    size=HD,
    *,
    kind="QRCode",
    module=4.0,
    angle=0.0,
    tilt=0.0,
    blur=1,
    noise=12,
    glare=0.0,
    inverted=False,
    mirrored=False,
    at=(0.5, 0.5),
    seed=1,
):
    """A code held in front of the camera.

    `module` pixels a module, `angle` in degrees, `tilt` the share by which the right edge is
    nearer, `blur` half pixels over which it is smeared twice (1: sharp), `noise` and `glare`.
    """
    image = scene(size, seed)
    code = drawn_code(text, kind, inverted=inverted)
    scale = module / _MULTIPLE
    side = max(code.width(), code.height()) * scale
    room = int(side * 1.8)
    patch = QImage(room * 2, room * 2, QImage.Format.Format_ARGB32_Premultiplied)
    patch.fill(0)
    painter = QPainter(patch)
    painter.setRenderHints(
        QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
    )
    painter.setTransform(_perspective(code.size(), scale, angle, tilt, room))
    ground = code.pixelColor(1, 1)
    edge = code.width() * 0.1
    painter.fillRect(QRectF(code.rect()).adjusted(-edge, -edge, edge, edge), ground)
    painter.drawImage(0, 0, code)
    painter.end()
    patch = _shrunk(_smeared(patch, blur), room)
    painter = QPainter(image)
    left, top = at[0] * size[0] - room / 2, at[1] * size[1] - room / 2
    painter.drawImage(int(left), int(top), patch)
    if glare:
        _shine(painter, QPointF(at[0] * size[0] + side * 0.2, at[1] * size[1]), side * glare)
    _speckle(painter, size, noise, seed)
    painter.end()
    return image.flipped(Qt.Orientation.Horizontal) if mirrored else image


def _perspective(size, scale, angle, tilt, middle):
    turn = math.radians(angle)
    half_w, half_h = size.width() / 2, size.height() / 2
    side = max(size.width(), size.height()) * scale

    def seen(x, y):
        x, y = x * scale, y * scale
        x, y = x * math.cos(turn) - y * math.sin(turn), x * math.sin(turn) + y * math.cos(turn)
        near = 1 + tilt * x / side
        return QPointF(middle + 2 * x * near * (1 - abs(tilt) * 0.3), middle + 2 * y * near)

    corners = ((-half_w, -half_h), (half_w, -half_h), (half_w, half_h), (-half_w, half_h))
    flat = QPolygonF([QPointF(x + half_w, y + half_h) for x, y in corners])
    return QTransform.quadToQuad(flat, QPolygonF([seen(x, y) for x, y in corners]))


def _smeared(image, over):
    """Blurred by two rounds of averages over so many pixels, both ways."""
    if over < 2:
        return image
    for along, down in ((1, 0), (0, 1)) * 2:
        smeared = QImage(image.size(), _WIDE)
        smeared.fill(0)
        painter = QPainter(smeared)
        for number in range(over):
            painter.setOpacity(1 / (number + 1))
            offset = number - (over - 1) // 2
            painter.drawImage(offset * along, offset * down, image)
        painter.end()
        image = smeared
    return image


def _shrunk(image, side):
    return image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied).scaled(
        side, side, mode=Qt.TransformationMode.SmoothTransformation
    )


def _shine(painter, middle, radius):
    light = QRadialGradient(middle, radius)
    for share, alpha in ((0, 230), (0.5, 120), (1, 0)):
        light.setColorAt(share, QColor(255, 255, 255, alpha))
    painter.fillRect(
        QRectF(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius), light
    )


def _speckle(painter, size, strength, seed):
    grey = QImage.Format.Format_Grayscale8
    tile = QImage(random.Random(seed).randbytes(256 * 256), 256, 256, 256, grey).copy()
    painter.setOpacity(strength / 255)
    for y in range(0, size[1], 256):
        for x in range(0, size[0], 256):
            painter.drawImage(x, y, tile)


def frame_of(image, layout="BGRX8888"):
    """A picture as the frame of a camera that sends this pixel format; its colours go."""
    if layout in {"BGRX8888", "BGRA8888"}:
        return QtMultimedia.QVideoFrame(image)
    shape = QtMultimedia.QVideoFrameFormat(
        image.size(), QtMultimedia.QVideoFrameFormat.PixelFormat[f"Format_{layout}"]
    )
    frame = QtMultimedia.QVideoFrame(shape)
    assert frame.map(QtMultimedia.QVideoFrame.MapMode.WriteOnly)
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    step, first = {"YUYV": (2, 0), "UYVY": (2, 1), "P010": (2, 1), "Y16": (2, 1)}.get(
        layout, (1, 0)
    )
    for plane in range(1, frame.planeCount()):
        frame.bits(plane)[:] = b"\x80" * len(frame.bits(plane))
    bits, row = frame.bits(0), frame.bytesPerLine(0)
    for y in range(image.height()):
        line = bytearray(b"\x80" * row)
        start = y * grey.bytesPerLine()
        line[first : step * image.width() : step] = bytes(
            grey.constBits()[start : start + image.width()]
        )
        bits[y * row : (y + 1) * row] = bytes(line)
    frame.unmap()
    return frame


class Fed(Cameras):
    """Cameras whose pictures come from the test: `fed.show(image)`."""

    def __init__(self, *names):
        super().__init__()
        self.devices = [Device(name.casefold(), name) for name in names or ("Lid", "Desk")]
        self.may, self.lacks, self.broken = True, None, {}
        self.open_now, self.opened = "", []
        self.input = None

    def missing(self):
        return self.lacks

    def all(self):
        return tuple(self.devices)

    def allowed(self, then):
        then(self.may)

    def open(self, device, session, failed):
        self.open_now = device.id
        self.opened.append(device.id)
        if device.id in self.broken:
            failed(self.broken[device.id])
            return lambda: None
        self.input = QtMultimedia.QVideoFrameInput()
        session.setVideoFrameInput(self.input)

        def close():
            session.setVideoFrameInput(None)
            self.input, self.open_now = None, ""

        return close

    def show(self, image, layout="BGRX8888"):
        assert self.input.sendVideoFrame(frame_of(image, layout))

    def unplug(self, name):
        self.devices = [one for one in self.devices if one.name != name]
        self.changed.emit()

    def plug(self, name, *, first=False):
        self.devices.insert(0 if first else len(self.devices), Device(name.casefold(), name))
        self.changed.emit()


class Clock:
    """Seconds that pass only when told."""

    def __init__(self):
        self.at = 100.0

    def __call__(self):
        return self.at


def settle(tasks, seconds=0.0):
    """Let frames, searches and their results arrive."""
    end = time.monotonic() + seconds
    while True:
        for _ in range(4):
            QApplication.processEvents()
        if tasks.is_idle() and time.monotonic() >= end:
            return
        time.sleep(0.002)


def room(settings=None):
    """As much of a room as the panel needs."""
    messages = Messages()
    return SimpleNamespace(
        tasks=Tasks(messages.trouble),
        messages=messages,
        preferences=Preferences(settings or Settings()),
        office=None,
    )


def main() -> None:
    folder, *more = sys.argv[1:]
    theme = next((w for w in more if w in {"light", "dark", "high_contrast"}), "light")
    percent = next((int(w) for w in more if w.isdigit()), 100)
    QApplication([])
    look().use(theme, percent=percent, reduce_motion=True)
    if "long" in more:
        from gui.opened import speak_long

        speak_long()
    place, cameras = room(), Fed("Integrated Camera", "Logitech BRIO")
    panel = CameraPanel(place, cameras=cameras)
    panel.resize(look().px(360), 10)
    panel.open()
    Path(folder).mkdir(parents=True, exist_ok=True)
    mark = "-".join([theme, str(percent), *more[2:]])

    def shoot(name):
        panel.resize(panel.width(), panel.heightForWidth(panel.width()))
        settle(place.tasks, 0.05)
        panel.grab().save(f"{folder}/camera-{name}-{mark}.png")

    shoot("waiting")
    for number, result in enumerate(Result):
        time.sleep(0.1)
        cameras.show(picture(f"{TICKET}{number}", module=7, angle=8, tilt=0.15, at=(0.4, 0.55)))
        settle(place.tasks, 0.05)
        panel.show_result(result)
        shoot(result.value)
    for kind in TroubleKind:
        panel._troubled(CameraTrouble(kind, "Logitech BRIO"))
        shoot(f"trouble-{kind.value}")
    panel._troubled(CameraTrouble(TroubleKind.UNPLUGGED, "Logitech BRIO", "Integrated Camera"))
    shoot("instead")
    panel.close_camera()
    place.tasks.close()


if __name__ == "__main__":
    main()
