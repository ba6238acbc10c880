"""Listens to a scanner on a serial port: 9600 baud, 8 data bits, no parity, 1 stop bit.

A code ends with CR, LF, CR LF, Tab or 60 ms of silence. A scanner that is unplugged, asleep or
taken by another program is looked for every two seconds until it is back.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QIODeviceBase, QObject, QTimer, Signal

if TYPE_CHECKING:
    from collections.abc import Callable

_log = logging.getLogger(__name__)

BAUD = 9600
SILENCE = 60
"""Milliseconds after which a code has ended that nothing ends."""
AGAIN = 2000
"""Milliseconds between two tries to open the port."""
LONGEST = 4096
"""Bytes of one code at most; what is longer is noise of a wrong speed."""
_ENDS = b"\r\n\t"
_CONTROL = dict.fromkeys([*range(32), 127])
_HARMLESS = frozenset({"NoError", "UnsupportedOperationError", "TimeoutError"})


class Frames:
    """Cuts what comes in into codes; knows nothing of ports.

    Other control characters are dropped; text is UTF-8, and Latin-1 where it cannot be.
    """

    def __init__(self) -> None:
        self._open = bytearray()

    def feed(self, received: bytes) -> list[str]:
        """Take bytes as they come; returns the codes that have ended."""
        codes = []
        for byte in received:
            if byte in _ENDS or len(self._open) >= LONGEST:
                codes.append(self.end())
            if byte not in _ENDS:
                self._open.append(byte)
        return [code for code in codes if code]

    def end(self) -> str:
        """Silence: the code that is open ends here, "" where none is."""
        raw, self._open = bytes(self._open), bytearray()
        try:
            text = raw.decode("utf-8")
        except UnicodeDecodeError:
            text = raw.decode("latin-1")
        return text.translate(_CONTROL).strip()

    def is_open(self) -> bool:
        """Whether a code has begun."""
        return bool(self._open)


class SerialScanner(QObject):
    """Use it with a port's name; it says `scanned(code)`, and `state_changed` when `state` does.

    `state` is "" while no port is wanted, "open", "missing" (not plugged in), "busy" (another
    program has it, or permission is missing) or "unsupported" (no QtSerialPort here).
    """

    scanned = Signal(str)
    state_changed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state = ""
        self.name = ""
        self._port: Any = None
        self._frames = Frames()
        self._silence = _timer(self, SILENCE, self._silent)
        self._again = _timer(self, AGAIN, self._open)

    def use(self, name: str) -> None:
        """Listen to this port from now on; "" listens to none."""
        self.close()
        self.name = name
        if name:
            self._open()

    def close(self) -> None:
        """Let go of the port."""
        self._again.stop()
        self._let_go()
        self.name = ""
        self._tell("")

    def _open(self) -> None:
        try:
            # optional dependency: systems without QtSerialPort use keyboard scanners
            from PySide6.QtSerialPort import QSerialPort  # noqa: PLC0415
        except ImportError:
            self._tell("unsupported")
            return
        port = QSerialPort(self)
        port.setPortName(self.name)
        port.setBaudRate(BAUD)
        port.errorOccurred.connect(self._failed)
        self._port = port
        if not port.open(QIODeviceBase.OpenModeFlag.ReadWrite):
            return  # _failed was told why
        if self._port is not port:
            return
        port.setDataTerminalReady(True)  # many USB scanners send only to a terminal that is ready
        port.readyRead.connect(self._read)
        self._tell("open")
        self._read()

    def _failed(self, error: Any) -> None:
        if self._port is None or error.name in _HARMLESS:
            return
        _log.warning("serial scanner at %s: %s", self.name, error.name)
        self._let_go()
        taken = {"PermissionError", "OpenError"}
        self._again.start()
        self._tell("busy" if error.name in taken else "missing")

    def _let_go(self) -> None:
        port, self._port = self._port, None
        self._silence.stop()
        self._frames = Frames()
        if port is not None:
            port.errorOccurred.disconnect(self._failed)
            port.close()
            port.deleteLater()

    def _read(self) -> None:
        if self._port is None:
            return
        codes = self._frames.feed(bytes(self._port.readAll().data()))
        if self._frames.is_open():
            self._silence.start()
        else:
            self._silence.stop()
        for code in codes:
            self.scanned.emit(code)

    def _silent(self) -> None:
        code = self._frames.end()
        if code:
            self.scanned.emit(code)

    def _tell(self, state: str) -> None:
        if state != self.state:
            self.state = state
            self.state_changed.emit(state)


def ports() -> list[tuple[str, str]]:
    """Name and description of each serial port there is, none where they are not supported."""
    try:
        # optional dependency: systems without QtSerialPort use keyboard scanners
        from PySide6.QtSerialPort import QSerialPortInfo  # noqa: PLC0415
    except ImportError:
        return []
    found = []
    for port in QSerialPortInfo.availablePorts():
        if port.portName().startswith("ttyS") and not port.hasVendorIdentifier():
            continue  # Linux lists sockets on the main board that are not there
        parts = (port.manufacturer(), port.description())
        found.append((port.portName(), " ".join(part for part in parts if part)))
    return sorted(found)


def _timer(parent: QObject, interval: int, call: Callable[[], None]) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(interval)
    timer.timeout.connect(call)
    return timer
