"""Looks at this computer for the readiness page; what it does not say is left open."""

from __future__ import annotations

import shutil
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QCameraPermission, QCoreApplication, QObject, Qt, QTimeZone

from networking_app.domain.readiness import CameraState, DeskFacts, MachineFacts, SleepState
from networking_app.gui import printing
from networking_app.gui.camera.devices import Cameras, is_locked, pick
from networking_app.gui.machine.power import power
from networking_app.gui.machine.tested import tested
from networking_app.gui.multimedia import multimedia

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from networking_app.domain.readiness import Power
    from networking_app.gui.room import Room
    from networking_app.support.settings import Settings


class Machine(QObject):
    """Answers of this computer; printers, camera and loudspeakers are asked again by `forget`."""

    def __init__(self, room: Room, page: QWidget) -> None:
        super().__init__(page)
        self._room, self._page = room, page
        self.cameras = Cameras(self)
        self._printers: tuple[str, ...] | None = None
        self._camera: tuple[CameraState, str] | None = None
        self._plays: bool | None = None

    def forget(self) -> None:
        """Ask the slow ones again next time."""
        self._printers = self._camera = self._plays = None

    def facts(self) -> MachineFacts:
        """What this computer says now."""
        camera, name = self.camera()
        office, awake = self._room.office, self._room.awake
        return MachineFacts(
            zone=self.zone(),
            free=None if office is None else free(office.workspace.path),
            power=self.power(),
            sleep=SleepState.CANNOT if awake is None else awake.state(),
            printers=self.printers(),
            camera=camera,
            camera_name=name,
            plays=self.plays(),
            screen=self.screen(),
        )

    def power(self) -> Power | None:
        """Where the power comes from."""
        return power()

    def zone(self) -> str:
        """IANA name of the time zone."""
        return bytes(QTimeZone.systemTimeZoneId().data()).decode("ascii", "replace")

    def printers(self) -> tuple[str, ...]:
        """Names of the printers."""
        if self._printers is None:
            self._printers = printing.printers()
        return self._printers

    def camera(self) -> tuple[CameraState, str]:
        """Whether the camera can be used, and its name."""
        if self._camera is None:
            self._camera = self._look_for_camera()
        return self._camera

    def plays(self) -> bool | None:
        """Whether there is a loudspeaker; None where nobody says."""
        if self._plays is None:
            found = multimedia()
            if found is not None:
                self._plays = bool(found.QMediaDevices.audioOutputs())
            elif sys.platform != "win32":
                self._plays = False
        return self._plays

    def screen(self) -> tuple[int, int] | None:
        """Logical pixels that a window can have on the screen the page is on."""
        screen = self._page.screen()
        if screen is None:
            return None
        size = screen.availableGeometry().size()
        return size.width(), size.height()

    def allow_camera(self, then: Callable[[bool], None]) -> None:
        """Have the system ask whether the camera may be used."""
        self.cameras.allowed(then)

    def _look_for_camera(self) -> tuple[CameraState, str]:
        if self.cameras.missing() is not None:
            return CameraState.UNKNOWN, ""
        found = pick(self.cameras.all(), self._room.preferences.now.camera)
        if found is None:
            return (CameraState.REFUSED if is_locked() else CameraState.NONE), ""
        app = QCoreApplication.instance()
        status = Qt.PermissionStatus.Undetermined
        if app is not None:
            status = app.checkPermission(QCameraPermission())
        state = {
            Qt.PermissionStatus.Granted: CameraState.READY,
            Qt.PermissionStatus.Denied: CameraState.REFUSED,
        }.get(status, CameraState.ASKS)
        return state, found.name


def free(path: Path) -> int | None:
    """Bytes free on the disk of a file; None where the system does not say."""
    try:
        return shutil.disk_usage(path.parent).free
    except OSError:
        return None


def desk_facts(now: Settings) -> DeskFacts:
    """What is set on this computer."""
    return DeskFacts(
        name=now.desk_name,
        point=now.desk_point,
        printer=now.printer,
        prints=now.print_on_welcome,
        muted=now.muted,
        volume=now.sound_volume,
        text_size=now.text_size,
        tested=tested(now.tested),
    )
