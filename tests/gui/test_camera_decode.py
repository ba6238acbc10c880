"""Codes are found in frames of every layout: turned, tilted, mirrored, blurred, light on dark."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QPainter
from PySide6.QtMultimedia import QtVideo, QVideoFrame, QVideoFrameFormat

from gui import camera_room
from gui.camera_room import FULL_HD, TICKET, frame_of, picture
from networking_app.gui.camera import decode, frames
from networking_app.gui.camera.decode import Found
from networking_app.gui.camera.reader import SMALL, look_at

LINK = "https://example.org/t/ABCDE23456?e=mikkeli-2026"
LAYOUTS = (
    "NV12", "NV21", "YUV420P", "YV12", "YUV422P", "YUYV", "UYVY", "P010", "Y8", "Y16", "BGRX8888",
)  # fmt: skip


def found(image, turns=3, layout="Y8"):
    """What is read in the frames of one held picture, each looked at as its turn wants."""
    frame = frame_of(image, layout)
    return {one.text for turn in range(turns) for one in look_at(frame, turn, shows=False).found}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_code_is_read_from_the_brightness_of_every_layout(qapp, layout):
    image = picture(at=(0.3, 0.7))
    assert found(image, 1, layout) == {TICKET}
    near = picture(module=2.5, blur=5, seed=3)
    assert found(near, 3, layout) == {TICKET}


def test_odd_sizes_and_padded_rows_are_read(qapp):
    for layout in ("YUYV", "NV12", "BGRX8888"):
        image = picture(size=(1278, 718)).copy(0, 0, 1277, 717)
        assert found(image, 1, layout) == {TICKET}


def test_compressed_frame_is_read(qapp):
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture().save(buffer, "JPG", 80)
    shape = QVideoFrameFormat(camera_room.scene().size(), QVideoFrameFormat.PixelFormat.Format_Jpeg)
    frame = QVideoFrame(shape)
    assert frame.map(QVideoFrame.MapMode.WriteOnly)
    frame.bits(0)[: data.size()] = bytes(data.data())
    frame.unmap()
    assert [one.text for one in look_at(frame, 0, shows=False).found] == [TICKET]


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("QRCode", LINK), ("DataMatrix", TICKET), ("Aztec", TICKET), ("PDF417", TICKET),
        ("Code128", TICKET), ("EAN13", "4006381333931"), ("EAN8", "73513537"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("angle", [0, 90, 184])
def test_every_kind_of_code_is_read_as_it_is_held(qapp, kind, text, angle):
    assert found(picture(text, kind=kind, module=4, angle=angle)) == {text}


@pytest.mark.parametrize(
    "how",
    [
        {"module": 2.0}, {"module": 3.0, "blur": 5}, {"module": 4.0, "blur": 7},
        {"angle": 45}, {"angle": 137, "tilt": 0.3}, {"inverted": True, "module": 3.0},
        {"mirrored": True, "tilt": 0.2}, {"glare": 0.5}, {"noise": 40},
        {"module": 20.0, "blur": 25},
    ],
)  # fmt: skip
def test_code_is_read_under_the_light_and_hands_of_a_lobby(qapp, how):
    assert found(picture(**how)) == {TICKET}


def test_code_of_33_modules_at_arms_length_of_a_full_hd_camera(qapp):
    """25 mm at 60 cm through 60 degrees: 2.1 pixels a module."""
    assert found(picture(LINK, FULL_HD, module=2.1, blur=3, angle=7)) == {LINK}


def test_nothing_is_read_where_there_is_no_code(qapp):
    for seed in range(4):
        assert found(camera_room.scene(seed=seed)) == set()


def test_corners_lie_around_the_code_also_when_it_was_looked_at_closely(qapp):
    for turn in (0, 2):
        held = picture(module=3, at=(0.42, 0.55), blur=5)
        with frames.brightness(frame_of(held, "Y8")) as plane:
            direct = decode.read(plane, turn)[0]
            close = decode._TRIES[turn](decode.zxing(), plane)[0]
        for one in (direct, close):
            middle = [sum(corner[i] for corner in one.corners) / 4 for i in (0, 1)]
            assert middle == pytest.approx([0.42, 0.55], abs=0.01)
        assert close.kind == direct.kind == "QRCode"


def test_nearest_to_the_middle_comes_first(qapp):
    both = picture("ZYXWV98765", at=(0.6, 0.5))
    painter = QPainter(both)
    painter.drawImage(0, 0, picture(at=(0.15, 0.5)).copy(0, 0, both.width() // 3, both.height()))
    painter.end()
    texts = [one.text for one in look_at(frame_of(both, "Y8"), 0, shows=False).found]
    assert texts == ["ZYXWV98765", TICKET]


def test_picture_to_show_is_small_and_grey(qapp):
    for layout, size in (("NV12", camera_room.HD), ("YUYV", FULL_HD), ("BGRX8888", (320, 240))):
        glance = look_at(frame_of(picture(size=size), layout), 0, shows=True)
        assert glance.image.width() == min(SMALL, size[0])
        assert glance.image.isGrayscale()
        share = glance.image.height() / glance.image.width()
        assert share == pytest.approx(size[1] / size[0], abs=0.01)


def test_picture_outlives_its_frame(qapp):
    glance = look_at(frame_of(picture(), "NV12"), 0, shows=True)
    again = look_at(frame_of(picture(), "NV12"), 0, shows=True)
    assert glance.image == again.image


@pytest.mark.parametrize("degrees", [90, 180, 270])
def test_frame_of_a_turned_camera_is_put_upright(qapp, degrees):
    frame = frame_of(picture(at=(0.25, 0.4)), "NV12")
    frame.setRotation(QtVideo.Rotation(degrees))
    glance = look_at(frame, 0, shows=True)
    middle = {90: (0.6, 0.25), 180: (0.75, 0.6), 270: (0.4, 0.75)}[degrees]
    corners = glance.found[0].corners
    assert [sum(c[i] for c in corners) / 4 for i in (0, 1)] == pytest.approx(middle, abs=0.02)
    assert (glance.image.width() < glance.image.height()) == (degrees != 180)


def test_turning_four_times_changes_nothing():
    one = Found("A", "QRCode", ((0.1, 0.2), (0.3, 0.2), (0.3, 0.4), (0.1, 0.4)))
    turned = one
    for _ in range(4):
        turned = decode.turned(turned, 90)
    assert [list(c) for c in turned.corners] == [pytest.approx(list(c)) for c in one.corners]


def test_empty_frame_holds_nothing(qapp):
    assert look_at(QVideoFrame(), 0, shows=True).found == ()


def test_without_the_library_nothing_is_read(qapp, monkeypatch):
    monkeypatch.setattr(decode, "zxing", lambda: None)
    assert found(picture(), 1) == set()
