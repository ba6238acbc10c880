"""Reading codes from frames: time for each frame, and the share read when held far off or blurred.

The baseline is zxing-cpp with its own settings on the whole frame in full colour, each time.
"""

from __future__ import annotations

import os
import statistics
import time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import zxingcpp
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from bench.report import Row, times_better
from gui.camera_room import FULL_HD, HD, TICKET, frame_of, picture, scene
from networking_app.gui.camera import decode
from networking_app.gui.camera.reader import look_at
from networking_app.gui.multimedia import multimedia

TITLE = "Camera: codes from frames"

FRAMES = 30
LINK = "https://example.org/t/ABCDE23456?e=mikkeli-2026"  # 33 × 33 modules
TURNS = 3  # frames within a sixth of a second
HELD = 12


def plain(frame) -> list[str]:
    """What anybody would write first: the frame as a picture, zxing-cpp as it is."""
    image = frame.toImage().convertToFormat(QImage.Format.Format_RGB888)
    view = zxingcpp.ImageView(
        image.constBits(), image.width(), image.height(), zxingcpp.ImageFormat.RGB,
        image.bytesPerLine(),
    )  # fmt: skip
    return [code.text for code in zxingcpp.read_barcodes(view)]


def took(call, layout: str, image: QImage) -> float:
    """Median milliseconds for a frame; each is new, as a frame keeps the picture made of it."""
    times = []
    for number in range(FRAMES):
        frame = frame_of(image, layout)
        start = time.perf_counter()
        call(frame, number)
        times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times)


def _times() -> list[Row]:
    note = "zxing-cpp's defaults on the frame in full colour, in the same run"
    rows = []
    for name, size in (("720p", HD), ("1080p", FULL_HD)):
        scenes = (("no code in sight", scene(size)), ("a code held still", picture(size=size)))
        for what, image in scenes:
            value = took(lambda frame, turn: look_at(frame, turn, shows=True), "NV12", image)
            base = took(lambda frame, _turn: plain(frame), "NV12", image)
            better = times_better(value, base, lower_is_better=True)
            title = f"{name} frame, {what}, with its picture for the screen"
            rows.append(Row(title, value, "ms", base, better, "≤ 33 ms", note, value <= 33))
    return rows


def _share(how: dict[str, object], text: str) -> tuple[float, float]:
    """Per cent read in three frames of codes held in many ways: ours, and plain."""
    ours = other = 0
    for seed in range(HELD):
        image = picture(
            text, seed=seed, angle=seed * 11, tilt=seed % 3 * 0.12,
            at=(0.45 + seed * 0.008, 0.47 + seed * 0.006), **{"noise": 14, **how},
        )  # fmt: skip
        frame = frame_of(image, "NV12")
        seen = {
            one.text for turn in range(TURNS) for one in look_at(frame, turn, shows=False).found
        }
        ours += text in seen
        other += text in plain(frame)
    return 100 * ours / HELD, 100 * other / HELD


def _shares() -> list[Row]:
    rows = []
    total = [0.0, 0.0]
    count = 0
    for modules, text in ((21, TICKET), (33, LINK)):
        for module in (2.0, 2.5, 3.0, 4.0):
            for blur, word in ((1, "sharp"), (3, "soft"), (5, "blurred"), (7, "very blurred")):
                value, base = _share({"module": module, "blur": blur}, text)
                total[0], total[1], count = total[0] + value, total[1] + base, count + 1
                what = f"read of {modules} × {modules} modules, {module:g} px each, {word}"
                rows.append(Row(what, value, "%", base, note="in three frames; zxing-cpp alone"))
    for word, how in (
        ("light on dark", {"inverted": True}),
        ("mirrored", {"mirrored": True}),
        ("glare over a part", {"glare": 0.5}),
        ("strong noise", {"noise": 45}),
    ):
        value, base = _share({"module": 3.0, "blur": 3, **how}, TICKET)
        rows.append(Row(f"read at 3 px, {word}", value, "%", base, note="in three frames"))
    value, base = total[0] / count, total[1] / count
    whole = Row(
        "read of all sizes and blurs together", value, "%", base,
        times_better(value, base, lower_is_better=False), "more than the baseline",
        "the mean of the rows before", value > base,
    )  # fmt: skip
    return [*rows, whole]


def measure() -> list[Row]:
    """Measure times and shares."""
    app = QApplication.instance() or QApplication([])
    assert multimedia() is not None
    assert decode.zxing() is not None
    rows = [*_times(), *_shares()]
    app.processEvents()
    return rows


if __name__ == "__main__":
    for row in measure():
        print(f"{row.what}: {row.value:.1f} {row.unit}, plain {row.baseline:.1f}")
