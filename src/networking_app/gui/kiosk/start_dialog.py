"""Asked before the kiosk starts: a PIN to leave it by, and that there is no printer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from networking_app.gui.theme import look
from networking_app.gui.tokens import Space
from networking_app.gui.widgets.button import Button
from networking_app.gui.widgets.form import Field, first_wrong
from networking_app.gui.widgets.layout import column, row
from networking_app.gui.widgets.text import Label
from networking_app.support.i18n import gettext as _

if TYPE_CHECKING:
    from collections.abc import Callable

LEAST = 4
"""Fewest characters of a PIN."""


class StartDialog(QDialog):
    """`started(pin)` when the kiosk is to begin; the PIN is "" where none was set."""

    started = Signal(str)

    def __init__(self, parent: QWidget | None, *, asks_pin: bool, no_printer: bool) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Self-service kiosk"))
        self.setMinimumWidth(look().px(look().sizes.dialog))
        self._asks_pin = asks_pin
        parts: list[QWidget] = [
            Label(
                _(
                    "The kiosk fills the screen. Guests check themselves in and correct their own"
                    " badge; all other windows are hidden."
                ),
                "body", wrap=True,
            )
        ]  # fmt: skip
        self.pin = self._field(_("New PIN"), self._wrong)
        self.again = self._field(_("The same PIN again"), self._differs)
        if asks_pin:
            warning = _(
                "No PIN is set: anybody could leave the kiosk with Esc. Set one now; it is also"
                " asked for before a guest is let in against a rule."
            )
            parts += [Label(warning, "strong", "warn_text", wrap=True), self.pin, self.again]
        if no_printer:
            said = _(
                "No printer is chosen: badges are not printed here, guests are sent to the desk"
                " for them. Choose one on the Badges page."
            )
            parts.append(Label(said, "body", "warn_text", wrap=True))
        self.start = Button(_("Set PIN and start") if asks_pin else _("Start the kiosk"), "main")
        self.start.clicked.connect(self._start)
        self.without = Button(_("Start without PIN"))
        self.without.clicked.connect(self._start_without)
        self.without.setVisible(asks_pin)
        cancel = Button(_("Cancel"), key="Esc")
        cancel.clicked.connect(self.reject)
        buttons = row(None, cancel, self.without, self.start)
        self.setLayout(column(*parts, buttons, gap=Space.FIELDS, margins=Space.WIDE))
        if asks_pin:
            self.pin.focus()
        else:
            self.start.setFocus()

    def _field(self, label: str, check: Callable[[str], str]) -> Field:
        editor = QLineEdit()
        editor.setEchoMode(QLineEdit.EchoMode.Password)
        editor.returnPressed.connect(self._start)
        return Field(label, editor, check=check)

    def _wrong(self, pin: str) -> str:
        if len(pin) >= LEAST:
            return ""
        return _("At least {n} characters").format(n=LEAST)

    def _differs(self, again: str) -> str:
        return "" if again == self.pin.text() else _("The two are not the same")

    def _start(self) -> None:
        if self._asks_pin:
            wrong = first_wrong(self.pin, self.again)
            if wrong is not None:
                wrong.focus()
                return
        self.accept()
        self.started.emit(self.pin.text() if self._asks_pin else "")

    def _start_without(self) -> None:
        self.accept()
        self.started.emit("")
