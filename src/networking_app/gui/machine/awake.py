"""Keeps the computer awake while the desk is open, by D-Bus on Linux and the kernel on Windows."""

from __future__ import annotations

import ctypes
import logging
import sys
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QObject

from networking_app.domain.readiness import SleepState

if TYPE_CHECKING:
    from collections.abc import Callable

_log = logging.getLogger(__name__)
_WHO = "networking-app"
_PATIENCE = 500  # ms for each service that is asked
_CONTINUOUS, _SYSTEM, _DISPLAY = 0x8000_0000, 0x1, 0x2  # ES_… of SetThreadExecutionState


class Waker(Protocol):
    """One way to keep a computer awake."""

    def hold(self, why: str) -> bool:
        """Keep it awake from now on; False where this does not work here."""

    def let_go(self) -> None:
        """Let it sleep again."""


class KeepAwake(QObject):
    """Holds the computer awake; asking twice is asking once.

    Args:
        make: makes the ways to try; all that work are used, as screen and disk sleep apart.
    """

    def __init__(
        self, parent: QObject | None = None, make: Callable[[], tuple[Waker, ...]] | None = None
    ) -> None:
        super().__init__(parent)
        self._make = make or wakers
        self._held: tuple[Waker, ...] = ()
        self._can: bool | None = None

    def hold(self, why: str) -> None:
        """Keep the computer awake; `why` is shown by systems that list it."""
        if not self._held:
            self._held = tuple(waker for waker in self._make() if waker.hold(why))
            self._can = bool(self._held)

    def let_go(self) -> None:
        """Let it sleep when it likes."""
        held, self._held = self._held, ()
        for waker in held:
            waker.let_go()

    def state(self) -> SleepState:
        """Whether it is held awake, or could be; tries once where that is not known yet."""
        if self._held:
            return SleepState.HELD
        if self._can is None:
            self.hold(_WHO)
            self.let_go()
        return SleepState.CAN if self._can else SleepState.CANNOT


def wakers() -> tuple[Waker, ...]:
    """What may keep this system awake."""
    if sys.platform == "win32":
        return (WindowsWaker(),)
    if not sys.platform.startswith("linux"):
        return ()
    try:
        # optional dependency: needs libdbus of the system
        from PySide6 import QtDBus  # noqa: PLC0415
    except ImportError as error:
        _log.info("no D-Bus: %s", error)
        return ()
    return (
        BusWaker(QtDBus, "org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver"),
        BusWaker(
            QtDBus,
            "org.freedesktop.PowerManagement",
            "/org/freedesktop/PowerManagement/Inhibit",
            "org.freedesktop.PowerManagement.Inhibit",
        ),
        LoginWaker(QtDBus),
    )


class BusWaker:
    """A service of the session that takes Inhibit(who, why).

    Such services let the computer sleep again when who asked leaves the bus: so each has a
    connection of its own, and the number that they give is not needed.
    """

    def __init__(self, qt_dbus: Any, service: str, path: str, interface: str = "") -> None:
        self._qt_dbus = qt_dbus
        self._service, self._path, self._interface = service, path, interface or service
        self._kept: Any = None

    def hold(self, why: str) -> bool:
        """Ask the service; False where it is not there or refuses."""
        bus = self._qt_dbus.QDBusConnection.connectToBus(self._bus(), self._name())
        if bus.isConnected():
            message = self._qt_dbus.QDBusMessage.createMethodCall(
                self._service, self._path, self._interface, "Inhibit"
            )
            message.setArguments(self._arguments(why))
            reply = bus.call(message, self._qt_dbus.QDBus.CallMode.Block, _PATIENCE)
            if reply.type() == self._qt_dbus.QDBusMessage.MessageType.ReplyMessage:
                self._kept = reply.arguments()
                return True
            _log.info("%s: %s", self._service, reply.errorMessage())
        self.let_go()
        return False

    def let_go(self) -> None:
        """Leave the bus."""
        self._kept = None
        self._qt_dbus.QDBusConnection.disconnectFromBus(self._name())

    def _bus(self) -> Any:
        return self._qt_dbus.QDBusConnection.BusType.SessionBus

    def _name(self) -> str:
        return f"{_WHO} {self._interface}"

    def _arguments(self, why: str) -> list[str]:
        return [_WHO, why]


class LoginWaker(BusWaker):
    """The system's own login service, also without a desktop; gives a handle that is kept open."""

    def __init__(self, qt_dbus: Any) -> None:
        super().__init__(
            qt_dbus,
            "org.freedesktop.login1",
            "/org/freedesktop/login1",
            "org.freedesktop.login1.Manager",
        )

    def _bus(self) -> Any:
        return self._qt_dbus.QDBusConnection.BusType.SystemBus

    def _arguments(self, why: str) -> list[str]:
        return ["sleep:idle", _WHO, why, "block"]


class WindowsWaker:
    """The kernel of Windows, asked from the thread of the window.

    Args:
        ask: SetThreadExecutionState, of a test.
    """

    def __init__(self, ask: Callable[[int], int] | None = None) -> None:
        self._ask = ask or _windows_state

    def hold(self, why: str) -> bool:
        """Keep system and display on; 0 means that it failed."""
        del why
        return self._ask(_CONTINUOUS | _SYSTEM | _DISPLAY) != 0

    def let_go(self) -> None:
        """Let both go off again."""
        self._ask(_CONTINUOUS)


def _windows_state(flags: int) -> int:
    kernel: Any = getattr(ctypes, "windll", None)
    try:
        call = kernel.kernel32.SetThreadExecutionState
        call.argtypes, call.restype = [ctypes.c_uint32], ctypes.c_uint32
        return int(call(flags))
    except (AttributeError, OSError):
        return 0
