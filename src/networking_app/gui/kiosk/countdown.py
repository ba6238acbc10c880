"""Takes the kiosk back to the start when nobody is there, told quietly and in time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from networking_app.gui.kiosk.parts import Big, Words
from networking_app.support.i18n import gettext as _

if TYPE_CHECKING:
    from networking_app.gui.kiosk.style import Scale

IDLE = 30
"""Seconds without a key or a touch."""
DONE = 8
"""Seconds that thanks are shown."""
TOLD = 20
"""Seconds before the end from which on it is told."""


class Countdown(QWidget):
    """Words and a button for more time; `over` at the end. One tick is a second."""

    over = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("k", "plain")
        self._left = 0
        self._told = TOLD
        self.words = Words("", "around")
        self.more = Big("", "quiet")
        self.more.clicked.connect(self.prolong)
        inside = QHBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.words, 1)
        inside.addWidget(self.more)
        self.timer = QTimer(self)
        self.timer.setInterval(1_000)
        self.timer.timeout.connect(self.tick)
        self._show()

    def retranslate(self, scale: Scale) -> None:
        """Say it in the language in use."""
        self.more.setText(_("More time"))
        self.more.setAccessibleName(_("More time"))
        self.setFixedHeight(scale.around.px(2.4))
        self._show()

    def begin(self, seconds: int) -> None:
        """Count down from here; 0 counts nothing."""
        self._left = seconds
        self._told = min(seconds, TOLD)
        if seconds:
            self.timer.start()
        else:
            self.timer.stop()
        self._show()

    def prolong(self) -> None:
        """Half a minute more."""
        self.begin(IDLE)

    def left(self) -> int:
        """Seconds left, 0 while nothing is counted."""
        return self._left

    def tick(self) -> None:
        """A second has passed."""
        self._left = max(0, self._left - 1)
        self._show()
        if not self._left:
            self.timer.stop()
            self.over.emit()

    def _show(self) -> None:
        told = 0 < self._left <= self._told
        self.words.setText(_("Starts over in {n} s").format(n=self._left) if told else "")
        self.more.setVisible(told)
