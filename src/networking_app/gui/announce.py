"""Says things to screen readers at once, at most one a second."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QApplication

from networking_app.gui.tokens import Motion

_POLITE = QAccessible.AnnouncementPoliteness.Polite
_ASSERTIVE = QAccessible.AnnouncementPoliteness.Assertive


class Announcer(QObject):
    """Keeps announcements a second apart; an urgent one goes first and drops what waits."""

    said = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._since = QElapsedTimer()
        self._waiting: tuple[QObject, str, bool] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._say_waiting)

    def say(self, source: QObject, text: str, *, urgent: bool = False) -> None:
        """Have a text spoken; `urgent` interrupts (scan results and errors)."""
        if not text:
            return
        if urgent or not self._since.isValid() or self._since.hasExpired(Motion.ANNOUNCE_GAP):
            self._waiting = None
            self._timer.stop()
            self._speak(source, text, urgent=urgent)
            return
        self._waiting = (source, text, urgent)
        self._timer.start(max(1, int(Motion.ANNOUNCE_GAP) - int(self._since.elapsed())))

    def _say_waiting(self) -> None:
        if self._waiting is not None:
            source, text, urgent = self._waiting
            self._waiting = None
            # A toast or page may have gone while its text waited.
            if shiboken6.isValid(source):
                self._speak(source, text, urgent=urgent)

    def _speak(self, source: QObject, text: str, *, urgent: bool) -> None:
        self._since.start()
        event = QAccessibleAnnouncementEvent(source, text)
        event.setPoliteness(_ASSERTIVE if urgent else _POLITE)
        QAccessible.updateAccessibility(event)
        self.said.emit(text)


def announcer() -> Announcer:
    """The announcer of the running application, made on first use."""
    app = QApplication.instance()
    found = app.findChild(Announcer) if app else None
    return found if isinstance(found, Announcer) else Announcer(app)


def announce(source: QObject, text: str, *, urgent: bool = False) -> None:
    """Have a text spoken by screen readers, on behalf of a widget."""
    announcer().say(source, text, urgent=urgent)
