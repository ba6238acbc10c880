"""The system's cameras: listed, allowed, opened and closed; and a computer without QtMultimedia."""

from __future__ import annotations

import os
import subprocess
import sys
from types import SimpleNamespace
from typing import ClassVar

import pytest
from PySide6.QtCore import QByteArray, QCoreApplication, QObject, Qt, Signal

from networking_app.gui.camera import devices
from networking_app.gui.camera.devices import Cameras, Device

ABSENT = """
import sys
sys.modules["PySide6.QtMultimedia"] = None
from PySide6.QtWidgets import QApplication
app = QApplication([])
from networking_app.gui.camera.reader import CameraReader
from networking_app.gui.camera import words
from networking_app.gui.preferences import Preferences
from networking_app.gui.sounds import Sounds
from networking_app.gui.tasks import Tasks
from networking_app.support.settings import Settings
tasks = Tasks()
reader = CameraReader(tasks)
reader.trouble.connect(lambda trouble: print(trouble.kind, "|", words.fact(trouble)))
reader.start()
reader.choose("any")
print("cameras", reader.cameras.all())
sounds = Sounds(Preferences(Settings()))
sounds.play("welcome")
print("sound", sounds.can_sound() if sys.platform != "win32" else False)
tasks.close()
"""


def test_without_qtmultimedia_there_is_a_sentence_and_silence():
    variables = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONUTF8": "1"}
    done = subprocess.run(
        [sys.executable, "-c", ABSENT],
        check=True,
        capture_output=True,
        encoding="utf-8",
        env=variables,
    )
    assert done.stdout.splitlines() == [
        "no_multimedia | The camera cannot be used on this computer yet",
        "cameras ()",
        "sound False",
    ]


class Plugged:
    """A camera as Qt describes it."""

    def __init__(self, key, name, formats=()):
        self._key, self._name, self._formats = key, name, formats

    def id(self):
        return QByteArray(self._key)

    def description(self):
        return self._name

    def videoFormats(self):  # noqa: N802 (Qt's name)
        return self._formats


class Opened(QObject):
    """A camera that runs."""

    errorOccurred = Signal(int, str)  # noqa: N815 (Qt's name)
    made: ClassVar[list[Opened]] = []

    def __init__(self, device):
        super().__init__()
        Opened.made.append(self)
        self.device, self.did = device, []

    def setCameraFormat(self, shape):  # noqa: N802 (Qt's name)
        self.did.append(shape.pixelFormat().name)

    def start(self):
        self.did.append("start")

    def stop(self):
        self.did.append("stop")


class System(QObject):
    """The cameras of the system."""

    videoInputsChanged = Signal()  # noqa: N815 (Qt's name)
    plugged: ClassVar[list[Plugged]] = []

    @staticmethod
    def videoInputs():  # noqa: N802 (Qt's name)
        return System.plugged

    @staticmethod
    def defaultVideoInput():  # noqa: N802 (Qt's name)
        return System.plugged[-1] if System.plugged else Plugged(b"", "")


@pytest.fixture
def system(qapp, monkeypatch):
    shape = SimpleNamespace(
        resolution=lambda: SimpleNamespace(width=lambda: 1280, height=lambda: 720),
        maxFrameRate=lambda: 30.0,
        pixelFormat=lambda: SimpleNamespace(name="Format_NV12"),
    )
    Opened.made = []
    System.plugged = [Plugged(b"\\\\?\\usb#1", "Lid", [shape]), Plugged(b"/dev/video2", "Büro")]
    fake = SimpleNamespace(QMediaDevices=System, QCamera=Opened)
    monkeypatch.setattr(devices, "multimedia", lambda: fake)
    return Cameras()


def test_systems_own_choice_is_first(system):
    assert system.all() == (Device("/dev/video2", "Büro"), Device("\\\\?\\usb#1", "Lid"))
    System.plugged = []
    assert system.all() == ()


def test_plugging_is_told(system):
    told = []
    system.changed.connect(lambda: told.append(1))
    system.all()
    system.all()
    system._devices.videoInputsChanged.emit()
    assert told == [1]


def test_camera_is_opened_in_its_best_format_and_closed(system):
    session, failures = SimpleNamespace(cameras=[]), []
    session.setCamera = session.cameras.append
    close = system.open(Device("\\\\?\\usb#1", "Lid"), session, failures.append)
    camera = Opened.made[0]
    camera.errorOccurred.emit(1, "Camera is in use")
    assert session.cameras == [camera]
    close()
    assert camera.did == ["Format_NV12", "start", "stop"]
    assert session.cameras == [camera, None]
    assert failures == ["Camera is in use"]


def test_camera_without_formats_is_opened_as_it_is(system):
    session = SimpleNamespace(setCamera=lambda _camera: None)
    system.open(Device("/dev/video2", "Büro"), session, lambda _text: None)
    assert Opened.made[0].did == ["start"]


@pytest.mark.parametrize(
    ("status", "answer"),
    [(Qt.PermissionStatus.Granted, True), (Qt.PermissionStatus.Denied, False)],
)
def test_person_is_asked_where_nobody_knows(system, monkeypatch, status, answer):
    app, answers = QCoreApplication.instance(), []
    said = SimpleNamespace(status=lambda: status)
    unknown = Qt.PermissionStatus.Undetermined
    fake = SimpleNamespace(
        checkPermission=lambda _asked: unknown,
        requestPermission=lambda _asked, _owner, then: then(said),
    )
    monkeypatch.setattr(devices.QCoreApplication, "instance", lambda: fake)
    system.allowed(answers.append)
    monkeypatch.undo()
    assert QCoreApplication.instance() is app
    assert answers == [answer]
