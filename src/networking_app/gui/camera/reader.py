"""Reads codes with a camera: frames come, one at a time is searched, codes go out once."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QImage, QTransform

from networking_app.gui.camera import decode, devices
from networking_app.gui.camera.devices import Cameras, CameraTrouble, Device, TroubleKind, pick
from networking_app.gui.camera.frames import brightness
from networking_app.gui.camera.sight import Sight
from networking_app.gui.multimedia import multimedia

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtMultimedia import QVideoFrame

    from networking_app.gui.camera.decode import Found
    from networking_app.gui.tasks import Tasks, Work

SMALL = 640
"""Pixels, the width of the picture that is shown."""
_GAP = 0.045  # seconds between two frames that are searched, so that a core stays free
_SHOW_GAP = 0.075  # seconds between two pictures that are shown
_SILENCE = 5_000  # ms without a frame after which something is wrong
_AGAIN = 3_000  # ms after which a camera that failed is tried again


@dataclass(frozen=True, slots=True)
class Glance:
    """What was seen in a frame.

    Attributes:
        image: the picture in grey as it is, not mirrored; None where it is not to be shown.
        found: the codes in it, the one nearest to the middle first.
    """

    image: QImage | None
    found: tuple[Found, ...]


class CameraReader(QObject):
    """Start it and codes come: `scanned(code)`, each once while it stays in sight.

    `seen(Glance)` carries the picture, `trouble(CameraTrouble | None)` what is wrong (None: all
    is well again), `using(Device)` the camera in use. Errors of the reading itself are bugs and
    go where `tasks` sends them.
    """

    scanned = Signal(str)
    seen = Signal(object)
    trouble = Signal(object)
    using = Signal(object)

    def __init__(
        self,
        tasks: Tasks,
        cameras: Cameras | None = None,
        parent: QObject | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Use the system's cameras, or these; `clock` counts seconds."""
        super().__init__(parent)
        self.cameras = cameras or Cameras(self)
        self.now: Device | None = None
        self.wanted = self._lost = ""
        self._tasks, self._clock = tasks, clock
        self._sight = Sight()
        self._runs = False
        self._session: Any = None
        self._sink: Any = None
        self._close: Callable[[], None] | None = None
        self._trouble: CameraTrouble | None = None
        self._work: Work | None = None
        self._newest: QVideoFrame | None = None
        self._turn = 0
        self._searched = self._shown = float("-inf")
        self._silence = self._timer(_SILENCE, self._silent)
        self._again = self._timer(_AGAIN, self._open)
        self.cameras.changed.connect(self._plugged)

    def is_running(self) -> bool:
        """Whether it was started, with or without a picture."""
        return self._runs

    def start(self) -> None:
        """Open the camera and read until `stop`; what hinders is told by `trouble`."""
        if self._runs:
            return
        self._runs = True
        self._sight.clear()
        self._trouble = None
        missing = self.cameras.missing()
        if missing is not None:
            self._tell(CameraTrouble(missing))
            return
        self.cameras.allowed(self._may_start)

    def stop(self) -> None:
        """Close the camera; no code comes after this."""
        self._runs = False
        self._let_go()
        self._newest = None
        self.now = None

    def choose(self, device_id: str) -> None:
        """Use this camera from now on; "" or one that is away: the system's own choice."""
        self.wanted, self._lost = device_id, ""
        if self._runs and self._session is not None:
            self._open()

    def take(self, frame: QVideoFrame) -> None:
        """Search a frame, or keep it until the one before it is done; the newest wins."""
        if not self._runs or not frame.isValid():
            return
        self._silence.start()
        if self._trouble is not None and self._trouble.kind is not TroubleKind.UNPLUGGED:
            self._tell(None)
        if self._work is not None:
            self._newest = frame
        elif self._clock() - self._searched >= _GAP:
            self._search(frame)

    @Slot(object)
    def _frame(self, frame: QVideoFrame) -> None:
        self.take(frame)

    def _timer(self, wait: int, call: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(wait)
        timer.timeout.connect(call)
        return timer

    def _may_start(self, may: bool) -> None:
        if not self._runs:
            return
        if not may:
            self._tell(CameraTrouble(TroubleKind.REFUSED))
            return
        if self._session is None:
            found: Any = multimedia()
            self._session = found.QMediaCaptureSession(self)
            self._sink = found.QVideoSink(self)
            self._session.setVideoSink(self._sink)
            self._sink.videoFrameChanged.connect(self._frame)
        self._open()

    def _open(self) -> None:
        """Open the camera wanted, or another one in its place."""
        if not self._runs:
            return
        self._let_go()
        before, every = self.now, self.cameras.all()
        is_gone = before is not None and before not in every
        if before is not None and is_gone:
            self._lost = self._lost or before.id
        device = pick(every, self.wanted or self._lost)
        if device is None:
            self._no_camera(before)
            return
        self.now = device
        if before is not None and is_gone:
            self._tell(CameraTrouble(TroubleKind.UNPLUGGED, before.name, device.name))
        elif self._trouble is not None and self._trouble.kind in _ENDED_BY_OPENING:
            self._tell(None)
        self._silence.start()
        self.using.emit(device)
        self._close = self.cameras.open(device, self._session, self._failed)

    def _no_camera(self, before: Device | None) -> None:
        if before is not None:
            self._tell(CameraTrouble(TroubleKind.UNPLUGGED, before.name))
        elif self._trouble is None or self._trouble.kind is not TroubleKind.UNPLUGGED:
            locked = devices.is_locked()
            self._tell(CameraTrouble(TroubleKind.REFUSED if locked else TroubleKind.NO_CAMERA))
        self.now = None

    def _let_go(self) -> None:
        self._silence.stop()
        self._again.stop()
        close, self._close = self._close, None
        if close is not None:
            close()

    def _plugged(self) -> None:
        """Go on with what is plugged in now: the camera wanted, else the one in use, else any."""
        if not self._runs or self._session is None:
            return
        every = self.cameras.all()
        meant = self.wanted or self._lost
        is_back = any(one.id == meant for one in every) and (not self.now or self.now.id != meant)
        if is_back or self.now not in every:
            self._open()

    def _failed(self, text: str) -> None:
        name = self.now.name if self.now else ""
        self._tell(CameraTrouble(devices.kind_of(text), name))
        self._silence.stop()
        self._again.start()

    def _silent(self) -> None:
        self._tell(CameraTrouble(TroubleKind.SILENT, self.now.name if self.now else ""))
        self._again.start()

    def _tell(self, trouble: CameraTrouble | None) -> None:
        if trouble != self._trouble:
            self._trouble = trouble
            self.trouble.emit(trouble)

    def _search(self, frame: QVideoFrame) -> None:
        at = self._searched = self._clock()
        shows = at - self._shown >= _SHOW_GAP
        if shows:
            self._shown = at
        turn, self._turn = self._turn, self._turn + 1
        self._work = self._tasks.run(
            self,
            lambda: look_at(frame, turn, shows=shows),
            done=lambda glance: self._looked(glance, at),
            failed=self._broke,
            lane="camera",
        )

    def _looked(self, glance: Glance, at: float) -> None:
        self._work = None
        newest, self._newest = self._newest, None
        if not self._runs:
            return
        if newest is not None:
            self._search(newest)
        code = self._sight.look([one.text for one in glance.found], at)
        if code:
            self.scanned.emit(code)
        if self._runs and (glance.image is not None or glance.found):
            self.seen.emit(glance)

    def _broke(self, error: BaseException) -> None:
        self._work = None
        self.stop()
        self._tell(CameraTrouble(TroubleKind.FAILED))
        if self._tasks.failed is not None:
            self._tasks.failed(error)


_ENDED_BY_OPENING = {TroubleKind.NO_CAMERA, TroubleKind.UNPLUGGED, TroubleKind.REFUSED}


def look_at(frame: QVideoFrame, turn: int, *, shows: bool) -> Glance:
    """Search a frame (any thread); `shows` makes its picture too. Upright, however it was held."""
    with brightness(frame) as plane:
        if plane is None:
            return Glance(None, ())
        found = decode.read(plane, turn)
        image = plane.small(SMALL) if shows else None
    degrees = frame.rotation().value
    if degrees:
        found = tuple(decode.turned(one, degrees) for one in found)
        image = image and image.transformed(QTransform().rotate(degrees))
    return Glance(image, found)
