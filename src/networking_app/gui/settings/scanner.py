"""Settings of the scanner: a test that shows what was read and how fast, its port, its prefix."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QLineEdit

from networking_app.domain.tickets import CodeForm, form_of, normalise
from networking_app.gui.announce import announce
from networking_app.gui.home.first_start import change
from networking_app.gui.pace import WORD
from networking_app.gui.scanning import scanner_of_app, serial_of_app, trouble_of
from networking_app.gui.serial_scanner import ports
from networking_app.gui.settings.cards import line_of
from networking_app.gui.theme import look
from networking_app.gui.tokens import Space
from networking_app.gui.widgets.card import Card
from networking_app.gui.widgets.layout import column, line, plain, row
from networking_app.gui.widgets.marks import Pill, PillFace
from networking_app.gui.widgets.text import Label
from networking_app.support.i18n import gettext as _
from networking_app.support.i18n import ngettext

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent, QWheelEvent

    from networking_app.gui.room import Room
    from networking_app.gui.scanner import Scan

_WIDE = 320
_SHOWN = 64  # characters of a long code


class PortChoice(QComboBox):
    """Lists the serial ports anew each time it is opened."""

    def __init__(self, chosen: str) -> None:
        super().__init__()
        self.chosen = chosen
        self.setMinimumContentsLength(36)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.list_ports()

    def showPopup(self) -> None:
        """List what is plugged in now."""
        self.list_ports()
        super().showPopup()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page: scrolling must not change the port."""
        event.ignore()

    def list_ports(self) -> None:
        """List the ports there are, and the chosen one where it is not plugged in."""
        found = dict(ports())
        if self.chosen:
            found.setdefault(self.chosen, "")
        self.blockSignals(True)
        self.clear()
        self.addItem(_("None, it types like a keyboard"), "")
        for name, words in found.items():
            self.addItem(f"{name} – {words}" if words else name, name)
        self.setCurrentIndex(max(self.findData(self.chosen), 0))
        self.blockSignals(False)


class ScannerCard(Card):
    """Shows what a scanner read and what the desk would say."""

    def __init__(self, room: Room) -> None:
        super().__init__(_("Scanner"), gap=Space.ROOMY)
        self._room = room
        self.read = Label(
            _("Scan any code now, nothing is checked in."), "lead", "text2", wrap=True
        )
        self.pill = Pill("info", " ")
        self.meant = Label("", "body", "text2", wrap=True)
        self.how = Label("", "caption", "text2", wrap=True)
        self.advice = Label("", "caption", "text2", wrap=True)
        for part in (self.pill, self.meant, self.how, self.advice):
            part.hide()
        self.port = PortChoice(room.preferences.now.scanner_port)
        self.state = Label("", "caption", "warn_text", wrap=True)
        self.state.hide()
        self.prefix = QLineEdit(room.preferences.now.scanner_prefix)
        self.prefix.setMaximumWidth(look().px(_WIDE))
        self._place()
        self._listen()

    def show_scan(self, code: str) -> None:
        """Show what was read, how, and whose it is."""
        shown = code.replace("\n", " ↵ ")
        self.read.setText(shown if len(shown) <= _SHOWN else f"{shown[: _SHOWN - 1]}…")
        self.read.show_tone("text")
        self.read.setAccessibleName(_("Read: {code}").format(code=code))
        form = form_of(code)
        faces = {
            CodeForm.OURS: PillFace("done", _("A ticket or badge code")),
            CodeForm.MISTYPED: PillFace("warning", _("Damaged: like a ticket code")),
            CodeForm.OTHER: PillFace("info", _("Not one of our codes")),
        }
        self.pill.show_face(faces[form])
        self.pill.show()
        announce(self, f"{code}. {faces[form].text}", urgent=True)
        self._show_how(code)
        self.meant.hide()
        if form is CodeForm.OURS and self._room.office is not None:
            self._look_up(code)

    def showEvent(self, event: QShowEvent) -> None:
        """List the ports that are there now."""
        super().showEvent(event)
        self.port.list_ports()
        self._show_state()

    def _place(self) -> None:
        test = column(
            self.read, row(self.pill, None), self.meant, self.how, self.advice, gap=Space.TIGHT
        )
        self.body.addLayout(test)
        self.body.addWidget(line())
        port = plain(column(self.port, self.state, gap=Space.TINY))
        self.port.setAccessibleName(_("Serial port"))
        self.body.addLayout(
            line_of(
                _("Serial port"), port, _("Only for scanners with a serial cable or virtual port")
            )
        )
        self.body.addLayout(
            line_of(
                _("Before each code"),
                self.prefix,
                _("Cut off where the scanner is set to send something first; usually empty"),
            )
        )

    def _listen(self) -> None:
        self.port.activated.connect(self._choose_port)
        self.prefix.editingFinished.connect(
            lambda: change(self._room, scanner_prefix=self.prefix.text().strip())
        )
        serial = serial_of_app()
        if serial is not None:
            serial.state_changed.connect(self._show_state)

    def _choose_port(self, _number: int) -> None:
        self.port.chosen = str(self.port.currentData() or "")
        change(self._room, scanner_port=self.port.chosen)
        self._show_state()

    def _show_state(self, _state: str = "") -> None:
        serial = serial_of_app()
        state = serial.state if serial is not None else ""
        sentence = trouble_of(state, self.port.chosen)
        if state == "open":
            sentence = _("Connected")
        self.state.show_tone("ok_text" if state == "open" else "warn_text")
        self.state.setText(sentence)
        self.state.setVisible(bool(sentence))

    def _show_how(self, code: str) -> None:
        scanner = scanner_of_app()
        scan = scanner.last if scanner is not None else None
        is_known = scan is not None and scan.code == code
        self.how.setText(sentence_of(scan) if scan is not None and is_known else "")
        self.advice.setText(advice_on(scan) if scan is not None and is_known else "")
        self.how.setVisible(bool(self.how.text()))
        self.advice.setVisible(bool(self.advice.text()))

    def _look_up(self, code: str) -> None:
        office = self._room.services

        def look_up() -> str:
            event = office.events.current()
            said = normalise(code)
            for guest in office.guests.find(event.id, said, 5):
                if said in {guest.code, guest.badge_code}:
                    return guest.name
            return ""

        self._room.tasks.run(self, look_up, done=self._known)

    def _known(self, name: str) -> None:
        self.meant.setText(
            _("It belongs to {name}.").format(name=name)
            if name
            else _("Nobody at this event has this code.")
        )
        self.meant.show()


def sentence_of(scan: Scan) -> str:
    """How a code came in: by what, how fast, and what ended it."""
    count = len(scan.code)
    if scan.way == "serial":
        text = ngettext(
            "{n} character through the serial port", "{n} characters through the serial port", count
        )
        return text.format(n=count)
    text = {
        "enter": _("{n} characters in {ms} ms like a keyboard, then Enter"),
        "tab": _("{n} characters in {ms} ms like a keyboard, then Tab"),
    }.get(scan.ended, _("{n} characters in {ms} ms like a keyboard, nothing after them"))
    return text.format(n=count, ms=round(scan.milliseconds))


def advice_on(scan: Scan) -> str:
    """What to set at the scanner so that it works better, "" for nothing."""
    if scan.way == "serial" or len(scan.code) < 2:
        return ""
    if scan.milliseconds / (len(scan.code) - 1) > WORD:
        return _("It is slow. Set it to no delay between characters, as its manual says.")
    if not scan.ended:
        return _("Set it to send Enter after a code, as its manual says: codes then count at once.")
    return ""
