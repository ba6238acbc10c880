"""Asks for the PIN before the kiosk is left; wrong ones pause for half a minute."""

from __future__ import annotations

import math
import time
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from networking_app.domain.kiosk import PINS, Tries
from networking_app.gui.kiosk.parts import Big, Entry, Words
from networking_app.gui.widgets.flow import Flow
from networking_app.gui.widgets.layout import column, row
from networking_app.support.i18n import gettext as _

if TYPE_CHECKING:
    from collections.abc import Callable

    from networking_app.gui.kiosk.style import Scale


class PinPanel(QWidget):
    """Lies over the kiosk. `tried(pin)` asks for a check, `stays` when the kiosk goes on.

    Where no PIN is set it only asks whether to leave: `tried("")`.
    """

    tried = Signal(str)
    stays = Signal()

    def __init__(
        self, parent: QWidget, *, has_pin: bool, clock: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__(parent)
        self.setObjectName("pin")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._clock, self._has_pin = clock, has_pin
        self.tries = Tries(PINS)
        self._waits = QTimer(self)
        self._waits.setInterval(500)
        self._waits.timeout.connect(self.show_wait)
        self.pin: Entry | None = None
        self.leave = self.stay = Big("")
        self.hide()

    def build(self, scale: Scale) -> None:
        """Put the parts together, in the language of the staff."""
        old = self.layout()
        if old is not None:
            QWidget().setLayout(old)  # takes the old parts with it
        self.setAccessibleName(_("Leave the kiosk"))
        self.leave = Big(_("Leave the kiosk"), "main")
        self.leave.clicked.connect(self.try_it)
        self.stay = Big(_("Back to the kiosk"))
        self.stay.clicked.connect(self.stays)
        parts: list[QWidget] = [Words(_("Leave the kiosk?"), "title")]
        self.pin = None
        if self._has_pin:
            self.pin = Entry(_("PIN of the event"), most=40, hides=True)
            self.pin.entered.connect(self.try_it)
            parts.append(self.pin)
        else:
            parts.append(Words(_("No PIN is set: anybody can leave it."), "lead"))
        buttons = QWidget()
        buttons.setProperty("k", "plain")
        buttons.setLayout(Flow(self.leave, self.stay, gap=scale.px(0.6)))
        inside = QWidget()
        inside.setProperty("k", "plain")
        inside.setLayout(column(*parts, buttons, gap=scale.px(0.9)))
        inside.setMaximumWidth(scale.px(26))
        self.setLayout(column(None, row(None, (inside, 8), None), None, margins=scale.px(1.5)))

    def ask(self) -> None:
        """Show it over everything."""
        parent = self.parentWidget()
        if parent is not None:
            self.setGeometry(parent.rect())
        if self.pin is not None:
            self.pin.line.clear()
        self.show()
        self.raise_()
        self.show_wait()
        first = self.stay if self.pin is None else self.pin.line
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def try_it(self) -> None:
        """Have the PIN checked, unless it is too early for another try."""
        if self.tries.wait(self._clock()):
            return
        said = self.pin.text() if self.pin is not None else ""
        if self.pin is not None and not said:
            return
        self.leave.setEnabled(False)
        self.tried.emit(said)

    def wrong(self) -> None:
        """It was not the PIN."""
        self.tries = self.tries.missed(self._clock())
        if self.pin is not None:
            self.pin.line.clear()
        self.show_wait(wrong=True)
        if self.pin is not None:
            self.pin.line.setFocus()

    def right(self) -> None:
        """It was."""
        self.tries = self.tries.right()

    def show_wait(self, *, wrong: bool = False) -> None:
        """Say how long to wait, if at all."""
        left = math.ceil(self.tries.wait(self._clock()))
        self.leave.setEnabled(not left)
        if self.pin is None:
            return
        if left:
            said = _("Too many wrong PINs. You can try again in {n} s.").format(n=left)
            self._waits.start()
        else:
            said = _("That is not the PIN.") if wrong else ""
            if self._waits.isActive() or wrong or self.tries.wrong == 0:
                self.pin.show_error(said)
            self._waits.stop()
            return
        self.pin.show_error(said)
