"""The displays of this computer by a name that stays, and word of when one comes or goes."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, QRect, Signal
from PySide6.QtGui import QGuiApplication, QScreen


@dataclass(frozen=True, slots=True)
class Display:
    """A display that is there.

    Attributes:
        name: the same whenever it is plugged in; kept in settings.guest_screen.
        title: as a list shows it: "DELL U2422H, 1920 × 1080".
        area: where it lies, in logical pixels.
        holds_window: whether the main window is on it.
    """

    name: str
    title: str
    area: QRect
    holds_window: bool = False


class Displays(QObject):
    """Follows the displays; `changed` when one was plugged in, taken away or moved."""

    changed = Signal()

    def __init__(self, window: QObject | None = None, parent: QObject | None = None) -> None:
        """`window` is the main window, which no display for guests may cover."""
        super().__init__(parent)
        self._window = window
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenAdded.connect(self._added)
            app.screenRemoved.connect(self.changed)
            app.primaryScreenChanged.connect(self.changed)
        for screen in QGuiApplication.screens():
            self._follow(screen)

    def all(self) -> tuple[Display, ...]:
        """The displays that are there now, the main one first."""
        screens = QGuiApplication.screens()
        names = names_of([_identity(screen) for screen in screens], [s.name() for s in screens])
        mine = self._window_screen()
        return tuple(
            Display(name, _title(screen), screen.geometry(), screen is mine)
            for name, screen in zip(names, screens, strict=True)
        )

    def _window_screen(self) -> QScreen | None:
        screen = getattr(self._window, "screen", None)
        found = screen() if callable(screen) else None
        return found if isinstance(found, QScreen) else None

    def _added(self, screen: QScreen) -> None:
        self._follow(screen)
        self.changed.emit()

    def _follow(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self.changed)


def names_of(identities: list[str], ports: list[str]) -> list[str]:
    """Names that tell displays apart: maker, model and serial number, else the port.

    Two of one kind without a serial number are told apart by their ports.
    """
    return [
        identity if identity and identities.count(identity) == 1 else f"{identity} {port}".strip()
        for identity, port in zip(identities, ports, strict=True)
    ]


def _identity(screen: QScreen) -> str:
    said = (screen.manufacturer(), screen.model(), screen.serialNumber())
    return " ".join(" ".join(said).split())


def _title(screen: QScreen) -> str:
    size = screen.size() * screen.devicePixelRatio()
    said = " ".join(f"{screen.manufacturer()} {screen.model()}".split()) or screen.name()
    return f"{said}, {size.width()} × {size.height()}"
