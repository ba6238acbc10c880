"""The whole program in its window, worked by keyboard and scanner as a person would."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from networking_app.gui.opening import Doors, Opening
from networking_app.gui.preferences import Preferences
from networking_app.gui.scanner import Scanner
from networking_app.services.office import new_office, open_office
from networking_app.support.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

_PATIENCE = 30  # s


class Program:
    """The program, started in a folder that is its documents folder too.

    Args:
        folder: where its files are.
        now: what the clock says.
        desk: name of this desk.
        size: of the window, in logical pixels.
        settings: those of this computer.
    """

    def __init__(
        self,
        folder: Path,
        now: Callable[[], datetime],
        size: tuple[int, int] = (1366, 768),
        desk: str = "Desk A",
        **settings: object,
    ) -> None:
        def wall() -> int:
            return int(now().timestamp() * 1000)

        chosen = Settings(
            **{"language": "en", "theme": "light", "reduce_motion": True, "muted": True, **settings}
        )
        doors = Doors(
            open=lambda path, told: open_office(path, desk, wall, told),
            make=lambda path, told: new_office(path, desk, wall, told),
            now=now,
            documents=folder,
        )
        self.opening = Opening(Preferences(chosen), doors)
        self.window = self.opening.window
        self.window.resize(*size)
        self.scanner = Scanner(QApplication.instance())
        self.scanner.scanned.connect(self.window.take_scan)

    def start(self, workspace: Path | None = None) -> None:
        self.opening.start(workspace)
        self.window.activateWindow()
        self.settle()

    def close(self) -> None:
        """Close the window; its pages go before the file does, since they may still ask for it."""
        QApplication.instance().removeEventFilter(self.scanner)
        self.window.close()
        self.window.deleteLater()
        QApplication.sendPostedEvents(self.window, QEvent.Type.DeferredDelete)
        self.opening.close()
        self.opening.deleteLater()
        self.scanner.deleteLater()

    @property
    def page(self):
        return self.window.current()

    @property
    def page_name(self) -> str:
        return self.window.current_name()

    @property
    def office(self):
        return self.opening.room.services

    def focus(self) -> QWidget:
        if QApplication.activeWindow() is None:  # the platform without a screen leaves it at that
            self.window.activateWindow()
            QTest.qWait(20)
        found = QApplication.focusWidget()
        assert found is not None, "nothing has the focus"
        return found

    def press(self, *keys: str) -> None:
        """Press keys by name, such as "Ctrl+N" or "Tab", wherever the focus is."""
        for name in keys:
            *held, key = name.split("+")
            modifiers = Qt.KeyboardModifier.NoModifier
            for one in held:
                modifiers |= getattr(
                    Qt.KeyboardModifier, {"Ctrl": "ControlModifier"}.get(one, f"{one}Modifier")
                )
            code = {"Enter": "Return", "Esc": "Escape"}.get(key, key)
            QTest.keyClick(self.focus(), getattr(Qt.Key, f"Key_{code}"), modifiers)
            self.settle()

    def type(self, text: str) -> None:
        """Type a text at the speed of a person."""
        for letter in text:
            QTest.keyClick(self.focus(), letter)
            QTest.qWait(60)
        self.settle()

    def put(self, text: str) -> None:
        """Put a text into the field with the focus, without the pauses of a person."""
        self.scanner.enabled = False
        QTest.keyClicks(self.focus(), text)
        self.scanner.enabled = True
        self.settle()

    def scan(self, code: str) -> None:
        """Hold a code before a keyboard-wedge scanner."""
        QTest.keyClicks(self.focus(), code)
        QTest.keyClick(self.focus(), Qt.Key.Key_Return)
        self.settle()

    def answer_dialog(self, answer: Callable[[QWidget], None]) -> None:
        """Do something with the dialog that opens next and waits for its answer."""

        def look() -> None:
            dialog = QApplication.activeModalWidget()
            if dialog is None:
                QTimer.singleShot(20, look)
            else:
                answer(dialog)

        QTimer.singleShot(20, look)

    def until(self, holds: Callable[[], object]) -> None:
        """Wait until something is so; fails after half a minute."""
        end = time.monotonic() + _PATIENCE
        while not holds():
            assert time.monotonic() < end, "it never came"
            QTest.qWait(20)

    def settle(self, rounds: int = 4) -> None:
        """Wait until nothing has been at work for some rounds of 15 ms."""
        quiet = 0
        end = time.monotonic() + _PATIENCE
        while quiet < rounds and time.monotonic() < end:
            QTest.qWait(15)
            quiet = quiet + 1 if self.opening.tasks.is_idle() else 0
