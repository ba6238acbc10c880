"""The cameras of this computer: which there are, which one is meant, how it is opened."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCameraPermission, QCoreApplication, QObject, Qt, Signal

from networking_app.gui.camera import decode
from networking_app.gui.multimedia import multimedia

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from PySide6.QtMultimedia import QCamera, QCameraDevice, QCameraFormat, QMediaCaptureSession

_SMOOTH = 14.5  # frames a second below which a moving code is missed
_LARGEST = 1920 * 1200
_IN_USE = ("in use", "busy", "0xc00d3704", "0xc00d3ea3", "0x80070020", "0xa00f4243")
_REFUSED = ("denied", "permission", "not authorized", "0x80070005", "e_accessdenied")


class TroubleKind(StrEnum):
    """Why there is no picture."""

    NO_MULTIMEDIA = "no_multimedia"
    NO_READER = "no_reader"
    NO_CAMERA = "no_camera"
    REFUSED = "refused"
    IN_USE = "in_use"
    UNPLUGGED = "unplugged"
    SILENT = "silent"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class CameraTrouble:
    """What is wrong with the camera; gui/camera/words.py says it.

    Attributes:
        kind: what happened.
        camera: name of the camera concerned, "" where there is none.
        instead: name of the camera used in its place, "" where none is.
    """

    kind: TroubleKind
    camera: str = ""
    instead: str = ""


@dataclass(frozen=True, slots=True)
class Device:
    """A camera: the system's id, which stays the same, and what it is called."""

    id: str
    name: str


class Cameras(QObject):
    """The system's cameras; `changed` when one is plugged in or out."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._devices: Any = None

    def missing(self) -> TroubleKind | None:
        """What is not installed, None where all is there."""
        if multimedia() is None:
            return TroubleKind.NO_MULTIMEDIA
        return TroubleKind.NO_READER if decode.zxing() is None else None

    def all(self) -> tuple[Device, ...]:
        """The cameras plugged in, the system's own choice first."""
        found = multimedia()
        if found is None:
            return ()
        self._listen(found)
        usual = found.QMediaDevices.defaultVideoInput()
        every = sorted(found.QMediaDevices.videoInputs(), key=lambda one: one.id() != usual.id())
        return tuple(Device(id_of(one), one.description()) for one in every)

    def allowed(self, then: Callable[[bool], None]) -> None:
        """Ask the system for leave to use the camera, which may ask the person."""
        app = QCoreApplication.instance()
        if app is None:
            return
        permission = QCameraPermission()
        status = app.checkPermission(permission)
        if status == Qt.PermissionStatus.Undetermined:
            app.requestPermission(
                permission, self, lambda said: then(said.status() == Qt.PermissionStatus.Granted)
            )
        else:
            then(status == Qt.PermissionStatus.Granted)

    def open(
        self,
        device: Device,
        session: QMediaCaptureSession,
        failed: Callable[[str], None],
    ) -> Callable[[], None]:
        """Have the session show a camera; `failed(text)` on errors. Returns what closes it."""
        found: Any = multimedia()
        every = found.QMediaDevices.videoInputs()
        wanted = next((one for one in every if id_of(one) == device.id), None)
        if wanted is None:
            failed("")
            return lambda: None
        camera: QCamera = found.QCamera(wanted)
        best = best_format(wanted.videoFormats())
        if best is not None:
            camera.setCameraFormat(best)
        camera.errorOccurred.connect(lambda _error, text: failed(text))
        session.setCamera(camera)
        camera.start()

        def close() -> None:
            camera.stop()
            session.setCamera(None)  # type: ignore[arg-type]  # Qt takes none
            camera.deleteLater()

        return close

    def _listen(self, found: Any) -> None:
        if self._devices is None:
            self._devices = found.QMediaDevices(self)
            self._devices.videoInputsChanged.connect(self.changed)


def id_of(device: QCameraDevice) -> str:
    """The system's id of a camera as text."""
    return bytes(device.id().data()).decode("utf-8", "backslashreplace")


def pick(devices: tuple[Device, ...], wanted: str) -> Device | None:
    """The camera with this id, else the system's own choice, None where there is none."""
    return next((one for one in devices if one.id == wanted), devices[0] if devices else None)


def best_format(formats: Iterable[QCameraFormat]) -> QCameraFormat | None:
    """The sharpest format that still moves smoothly: a code's module needs its pixels.

    Not over 1920 × 1200, where reading would take longer than it helps; formats that need no
    decompressing first.
    """

    def rank(one: QCameraFormat) -> tuple[bool, int, bool, float]:
        size = one.resolution()
        pixels = size.width() * size.height()
        fits = one.maxFrameRate() >= _SMOOTH and pixels <= _LARGEST
        is_plain = one.pixelFormat().name != "Format_Jpeg"
        return fits, pixels if fits else -pixels, is_plain, min(one.maxFrameRate(), 30.0)

    return max(formats, key=rank, default=None)


def kind_of(text: str) -> TroubleKind:
    """What the system's words about a camera that does not start mean."""
    said = text.casefold()
    if any(word in said for word in _IN_USE):
        return TroubleKind.IN_USE
    if any(word in said for word in _REFUSED):
        return TroubleKind.REFUSED
    return TroubleKind.FAILED


def is_locked(folder: Path = Path("/dev")) -> bool:
    """Whether this Linux computer has cameras that this account may not open."""
    if not sys.platform.startswith("linux"):
        return False
    cameras = tuple(folder.glob("video*"))
    return bool(cameras) and not any(os.access(one, os.R_OK | os.W_OK) for one in cameras)
