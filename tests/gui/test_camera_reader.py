"""The reader: from frames to codes, one search at a time, whichever camera is there."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtMultimedia import QVideoFrameFormat

from gui import camera_room
from gui.camera_room import TICKET, Clock, Fed, frame_of, picture, scene, settle
from networking_app.gui.camera import devices, reader, words
from networking_app.gui.camera.devices import (
    CameraTrouble,
    Device,
    TroubleKind,
    best_format,
    kind_of,
    pick,
)
from networking_app.gui.camera.reader import CameraReader

LID, DESK = Device("lid", "Lid"), Device("desk", "Desk")


class Watched:
    """A reader over fed cameras, and all that it said."""

    def __init__(self, tasks, *names):
        self.tasks, self.clock, self.cameras = tasks, Clock(), Fed(*names)
        self.reader = CameraReader(tasks, self.cameras, clock=self.clock)
        self.codes, self.glances, self.troubles, self.used = [], [], [], []
        self.reader.scanned.connect(self.codes.append)
        self.reader.seen.connect(self.glances.append)
        self.reader.trouble.connect(self.troubles.append)
        self.reader.using.connect(lambda device: self.used.append(device.id))

    def show(self, image, wait=0.1, layout="BGRX8888"):
        self.clock.at += wait
        self.cameras.show(image, layout)
        settle(self.tasks)


@pytest.fixture
def one(tasks):
    made = Watched(tasks)
    yield made
    made.reader.stop()


def test_code_in_a_frame_is_scanned_once(one):
    one.reader.start()
    for _ in range(3):
        one.show(picture(), layout="NV12")
    assert one.codes == [TICKET]
    assert [glance.found[0].text for glance in one.glances] == [TICKET] * 3
    assert one.glances[0].image.width() == reader.SMALL
    assert (one.used, one.troubles) == (["lid"], [])


def test_next_code_is_scanned_and_the_first_again_when_it_comes_back(one):
    one.reader.start()
    for text in (TICKET, "ZYXWV98765", TICKET):
        one.show(picture(text), wait=1.5)
    one.show(scene(), wait=0.5)
    one.show(picture(), wait=2.1)
    assert one.codes == [TICKET, "ZYXWV98765", TICKET, TICKET]


def test_while_a_frame_is_searched_the_newest_waits_and_the_others_are_dropped(one, monkeypatch):
    gate, begun, seen = threading.Event(), threading.Event(), []

    def slow(frame, turn, *, shows):
        begun.set()
        assert gate.wait(10)
        seen.append(frame.startTime())
        return reader.Glance(None, ())

    monkeypatch.setattr(reader, "look_at", slow)
    one.reader.start()
    for number in range(5):
        frame = frame_of(scene())
        frame.setStartTime(number)
        one.clock.at += 0.1
        one.reader.take(frame)
    assert begun.wait(10)
    gate.set()
    settle(one.tasks)
    assert seen == [0, 4]


def test_frames_that_come_too_fast_are_left_out(one):
    one.reader.start()
    for wait in (0.1, 0.02, 0.02, 0.02):
        one.show(scene(), wait=wait)
    assert one.reader._turn == 2


def test_frames_of_another_thread_arrive_here(one):
    """Cameras deliver from a thread of their own."""
    one.reader.start()
    one.clock.at += 1
    sink, frame, threads = one.reader._sink, frame_of(picture()), []
    one.reader.scanned.connect(lambda _code: threads.append(threading.current_thread()))
    sender = threading.Thread(target=lambda: sink.setVideoFrame(frame))
    sender.start()
    sender.join()
    settle(one.tasks, 0.05)
    assert (one.codes, threads) == ([TICKET], [threading.main_thread()])


def test_stopped_it_says_nothing_and_lets_the_camera_go(one):
    one.reader.start()
    one.clock.at += 1
    one.cameras.show(picture())
    one.reader.take(frame_of(picture()))
    one.reader.stop()
    settle(one.tasks)
    assert (one.codes, one.cameras.open_now, one.reader.is_running()) == ([], "", False)
    one.reader.take(frame_of(picture()))
    assert one.tasks.is_idle()


def test_started_again_the_same_code_counts_again(one):
    for _ in range(2):
        one.reader.start()
        one.show(picture())
        one.reader.stop()
    assert one.codes == [TICKET, TICKET]


def test_camera_wanted_is_used_and_another_where_it_is_away(one):
    one.reader.choose("desk")
    one.reader.start()
    one.reader.choose("lid")
    one.reader.choose("gone")
    assert one.used == ["desk", "lid", "lid"]


def test_unplugged_camera_is_replaced_and_taken_up_again(one):
    one.reader.choose("desk")
    one.reader.start()
    one.cameras.unplug("Desk")
    one.show(picture())
    one.cameras.plug("Desk")
    assert one.used == ["desk", "lid", "desk"]
    assert one.troubles == [CameraTrouble(TroubleKind.UNPLUGGED, "Desk", "Lid"), None]
    assert one.codes == [TICKET]


def test_systems_own_camera_is_taken_up_again_too(one):
    one.reader.start()
    one.cameras.unplug("Lid")
    one.cameras.plug("Lid")
    one.cameras.plug("Third")
    assert one.used == ["lid", "desk", "lid"]


def test_last_camera_unplugged_is_said_and_comes_back(tasks):
    one = Watched(tasks, "Lid")
    one.reader.start()
    one.cameras.unplug("Lid")
    one.cameras.changed.emit()
    one.cameras.plug("Lid")
    one.show(picture())
    assert one.troubles == [CameraTrouble(TroubleKind.UNPLUGGED, "Lid"), None]
    assert one.codes == [TICKET]
    one.reader.stop()


def test_no_camera_is_said_until_one_comes(tasks):
    one = Watched(tasks)
    one.cameras.devices = []
    one.reader.start()
    one.cameras.plug("Desk")
    assert [t and t.kind for t in one.troubles][1:] == [None]
    assert one.troubles[0].kind in {TroubleKind.NO_CAMERA, TroubleKind.REFUSED}
    assert one.used == ["desk"]
    one.reader.stop()


@pytest.mark.parametrize("kind", [TroubleKind.NO_MULTIMEDIA, TroubleKind.NO_READER])
def test_what_is_not_installed_is_said(one, kind):
    one.cameras.lacks = kind
    one.reader.start()
    assert one.troubles == [CameraTrouble(kind)]
    assert one.used == []


def test_refused_permission_is_said_and_asked_again_at_the_next_start(one):
    one.cameras.may = False
    one.reader.start()
    one.cameras.may = True
    one.reader.stop()
    one.reader.start()
    assert (one.troubles, one.used) == ([CameraTrouble(TroubleKind.REFUSED)], ["lid"])


def test_permission_given_after_it_was_stopped_opens_nothing(one):
    answers = []
    one.cameras.allowed = answers.append
    one.reader.start()
    one.reader.stop()
    answers[0](True)
    assert one.used == []


def test_camera_in_use_is_said_and_tried_again_until_it_is_free(one):
    one.cameras.broken["lid"] = "Camera is in use"
    one.reader.start()
    assert one.troubles == [CameraTrouble(TroubleKind.IN_USE, "Lid")]
    assert one.reader._again.isActive()
    one.cameras.broken.clear()
    one.reader._again.timeout.emit()
    one.show(picture())
    assert one.troubles == [CameraTrouble(TroubleKind.IN_USE, "Lid"), None]
    assert one.codes == [TICKET]


def test_camera_without_a_picture_is_said_until_the_first_frame(one):
    one.reader.start()
    assert one.reader._silence.isActive()
    one.reader._silence.timeout.emit()
    one.show(scene())
    assert one.troubles == [CameraTrouble(TroubleKind.SILENT, "Lid"), None]


def test_error_in_the_search_stops_it_and_is_a_bug(one, monkeypatch):
    errors = []
    one.tasks.failed = errors.append

    def broken(*_frame, **_how):
        raise ZeroDivisionError

    monkeypatch.setattr(reader, "look_at", broken)
    one.reader.start()
    one.show(scene())
    assert [type(error) for error in errors] == [ZeroDivisionError]
    assert not one.reader.is_running()
    assert one.troubles == [CameraTrouble(TroubleKind.FAILED)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Camera is in use", TroubleKind.IN_USE),
        ("Device or resource busy", TroubleKind.IN_USE),
        ("HRESULT 0xC00D3704", TroubleKind.IN_USE),
        ("Access is denied. (0x80070005)", TroubleKind.REFUSED),
        ("Permission denied", TroubleKind.REFUSED),
        ("Cannot create source reader", TroubleKind.FAILED),
        ("", TroubleKind.FAILED),
    ],
)
def test_words_of_the_system_are_understood(text, kind):
    assert kind_of(text) is kind


def test_camera_is_picked_by_its_id_or_the_first_is():
    assert pick((LID, DESK), "desk") == DESK
    assert pick((LID, DESK), "") == pick((LID, DESK), "away") == LID
    assert pick((), "desk") is None


class Shape:
    """A format as a camera offers it."""

    def __init__(self, width, height, rate, name="NV12"):
        self._size = camera_room.scene((width, height)).size()
        self._rate, self._name = rate, name

    def resolution(self):
        return self._size

    def maxFrameRate(self):  # noqa: N802 (Qt's name)
        return self._rate

    def pixelFormat(self):  # noqa: N802 (Qt's name)
        return QVideoFrameFormat.PixelFormat[f"Format_{self._name}"]


def test_sharpest_format_that_moves_smoothly_is_used(qapp):
    slow = Shape(1920, 1080, 5, "YUYV")
    packed, plain = Shape(1920, 1080, 30, "Jpeg"), Shape(1280, 720, 30, "YUYV")
    huge, tiny = Shape(3840, 2160, 30), Shape(640, 480, 60)
    assert best_format([tiny, slow, plain, packed, huge]) is packed
    assert best_format([tiny, slow, plain, huge]) is plain
    assert best_format([packed, Shape(1920, 1080, 30, "NV12")]).pixelFormat().name == "Format_NV12"
    assert best_format([slow, huge]) is slow
    assert best_format([]) is None


def test_cameras_that_may_not_be_opened_are_noticed(tmp_path, monkeypatch):
    monkeypatch.setattr(devices.sys, "platform", "linux")
    assert not devices.is_locked(tmp_path)
    (tmp_path / "video0").touch()
    assert not devices.is_locked(tmp_path)
    monkeypatch.setattr(devices.os, "access", lambda *_asked: False)
    assert devices.is_locked(tmp_path)
    monkeypatch.setattr(devices.sys, "platform", "win32")
    assert not devices.is_locked(tmp_path)


def test_cameras_of_this_computer_can_be_asked_for(qapp):
    cameras = devices.Cameras()
    answers, failures = [], []
    cameras.allowed(answers.append)
    assert cameras.missing() is None
    assert answers == [True]
    assert [one.name for one in cameras.all() if not one.id] == []
    cameras.open(Device("no such camera", "None"), None, failures.append)()
    assert failures == [""]


@pytest.mark.parametrize("kind", list(TroubleKind))
@pytest.mark.parametrize("platform", ["win32", "linux", "darwin"])
def test_every_trouble_has_its_sentences(kind, platform):
    trouble = CameraTrouble(kind, "Logitech BRIO")
    assert words.fact(trouble)
    assert words.advice(trouble, platform).endswith(".")
    assert words.fact(CameraTrouble(kind))
    instead = CameraTrouble(kind, "Lid", "Desk")
    assert words.advice(instead, platform) == "Desk is used instead."
