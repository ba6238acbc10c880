"""Tries out printer, scanner and sound from the readiness page, and remembers that they work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from networking_app.domain.badges import BadgeFace
from networking_app.domain.readiness import CheckKind
from networking_app.domain.tickets import CodeForm, form_of, normalise
from networking_app.gui import printing, saving
from networking_app.gui.announce import announce
from networking_app.gui.machine import tested
from networking_app.gui.readiness.code_picture import TEST_CODE, CodePicture
from networking_app.gui.readiness.rows import Asked
from networking_app.gui.sounds import CUES, Sounds
from networking_app.gui.widgets.layout import row
from networking_app.gui.widgets.text import Label
from networking_app.services import readiness
from networking_app.support.i18n import gettext as _

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from networking_app.gui.page import Page
    from networking_app.gui.readiness.rows import CheckRow

_TOP = Qt.AlignmentFlag.AlignTop
_LONGEST = 60  # letters of what was read; a web address may have thousands


class Trying(QObject):
    """Tests on this computer; `changed` when one came out.

    Args:
        page: with its room.
        rows: of the page; what is asked stands under them.
        printers: names of the printers, and `send` prints: those of gui/printing.
    """

    changed = Signal()

    def __init__(
        self,
        page: Page,
        rows: Mapping[CheckKind, CheckRow],
        printers: Callable[[], tuple[str, ...]],
        send: Callable[..., str] = printing.print_pdf,
    ) -> None:
        super().__init__(page)
        self._page, self._room = page, page.room
        self._printers, self._send = printers, send
        self.sounds = Sounds(self._room.preferences, self)
        self.heard = Asked(_("Did you hear it well enough for the lobby?"))
        self.heard.answered.connect(lambda yes: self._answered(CheckKind.SOUND, yes=yes))
        self.printed = Asked(_("Did the page come out right, nothing cut off?"))
        self.printed.answered.connect(lambda yes: self._answered(CheckKind.PRINTER, yes=yes))
        self.picture = CodePicture()
        self.picture.hide()
        self.read = Label("", "strong", wrap=True)
        self.read.hide()
        self._rows = rows
        rows[CheckKind.SOUND].more.addWidget(self.heard)
        rows[CheckKind.PRINTER].more.addWidget(self.printed)
        rows[CheckKind.SCANNER].more.addWidget(self.read)
        rows[CheckKind.SCANNER].more.addLayout(row((self.picture, 0, _TOP), None))

    def listen(self) -> None:
        """Play the welcome and ask whether it was heard."""
        self.sounds.play(CUES[0])
        self.heard.ask()

    def show_code(self) -> None:
        """Show a code to scan, or hide it."""
        self.picture.setVisible(self.picture.isHidden())
        if not self.picture.isHidden():
            announce(self.picture, self.picture.accessibleName())

    def scanned(self, code: str) -> None:
        """Show what was read; any code proves that the scanner works."""
        said = code if len(code) <= _LONGEST else code[: _LONGEST - 1] + "…"
        kind = {
            CodeForm.OURS: _("A ticket or badge code"),
            CodeForm.MISTYPED: _("Damaged: like a ticket code"),
            CodeForm.OTHER: _("Not one of our codes"),
        }[form_of(code)]
        if normalise(code) == TEST_CODE:
            kind = _("The code of the test")
        text = _("Read: {code} ({kind})").format(code=said, kind=kind)
        self.read.setText(text)
        self.read.show()
        self.picture.hide()
        announce(self.read, text, urgent=True)
        tested.note(self._room.preferences, "scanner", self._room.now())
        self.changed.emit()

    def test_page(self) -> None:
        """Make the page, then print it, or keep it where there is no printer."""
        office, paper = self._room.services, self._room.preferences.now.badge_sheet
        button = self._rows[CheckKind.PRINTER].button
        face = BadgeFace(
            "", _("Test"), "Åkerblom-Ääkkönen", organisation=_("Test page"),
            category=_("Participant"), category_key="participant", code=TEST_CODE,
        )  # fmt: skip
        button.set_busy(True)

        def make() -> bytes:
            return readiness.test_page(office, office.events.current().id, paper, face)

        self._room.tasks.run(
            self, make, done=self._page_made, failed=self._page_failed, lane="long"
        )

    def _page_made(self, document: bytes) -> None:
        self._rows[CheckKind.PRINTER].button.set_busy(False)
        there = self._printers()
        if not there:
            saving.ask_where(
                self._page, self._room, _("Test page"), ".pdf",
                lambda path: self._keep(path, document),
            )  # fmt: skip
            return
        known = self._room.preferences.now.printer
        chosen = known if known in there else ""
        try:
            used = self._send(document, _("Test page"), self._page.window(), printer_name=chosen)
        except Exception as error:  # noqa: BLE001 (told; the other checks go on)
            self._room.messages.trouble(error)
            return
        if used:
            self._room.preferences.change(printer=used)
            self.printed.ask()
            self.changed.emit()

    def _page_failed(self, error: BaseException) -> None:
        self._rows[CheckKind.PRINTER].button.set_busy(False)
        self._room.messages.trouble(error, self.test_page)

    def _keep(self, path: Path, document: bytes) -> None:
        def write() -> Path:
            saving.write(path, document)
            return path

        self._room.tasks.run(
            self, write, done=lambda kept: saving.tell_saved(self._room, kept), lane="long"
        )

    def _answered(self, kind: CheckKind, *, yes: bool) -> None:
        self._rows[kind].button.setFocus(Qt.FocusReason.OtherFocusReason)
        preferences = self._room.preferences
        what = "sound" if kind is CheckKind.SOUND else f"printer {preferences.now.printer}"
        if yes:
            tested.note(preferences, what, self._room.now())
        else:
            tested.forget(preferences, what)
            self._room.messages.toast(
                _("Turn the computer up, or choose another loudspeaker in its settings")
                if kind is CheckKind.SOUND
                else _("Look at paper and labels, choose another printer, then print again"),
                icon="lightbulb",
            )
        self.changed.emit()
