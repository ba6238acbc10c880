"""The Settings page: how the app looks, sounds and is called here, copies of the event file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from networking_app.gui.commands import Command
from networking_app.gui.page import Page
from networking_app.gui.settings.camera import CameraCard
from networking_app.gui.settings.cards import DeskCard, LookCard
from networking_app.gui.settings.desk_profile import DeskProfileCard
from networking_app.gui.settings.files import AboutCard, BackupCard, FileCard
from networking_app.gui.settings.scanner import ScannerCard
from networking_app.gui.settings.sounds import SoundsCard
from networking_app.gui.theme import look
from networking_app.gui.tokens import Space
from networking_app.gui.widgets.layout import column, plain, row, scrolled
from networking_app.gui.widgets.scaffold import Scaffold
from networking_app.support.i18n import gettext as _

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from networking_app.gui.room import Room

ICON = "settings"
ORDER = 8
NEEDS_EVENT = False
TOPICS = frozenset({"backup", "point", "event", "registration", "check_in"})


def TITLE() -> str:
    """Title in the language in use."""
    return _("Settings")


class SettingsPage(Page):
    """Cards below each other; each says what it changes."""

    def __init__(self, room: Room, parent: QWidget | None = None) -> None:
        super().__init__(room, parent)
        self.look_, self.desk, self.scanner = LookCard(room), DeskCard(room), ScannerCard(room)
        self.sounds, self.camera = SoundsCard(room), CameraCard(room)
        self.profile = DeskProfileCard(room)
        self.profile.camera_wanted.connect(self._show_camera)
        self.backup, self.file, self.about = BackupCard(room), FileCard(room), AboutCard()
        self.backup.setVisible(room.office is not None)
        self.frame = Scaffold(
            room.messages, TITLE(), _("Saved as soon as you change them"), page=self
        )
        cards = plain(
            column(
                self.look_, self.desk, self.profile, self.sounds, self.scanner, self.camera,
                self.backup, self.file, self.about, None,
                gap=Space.NORMAL,
            )
        )  # fmt: skip
        cards.setMaximumWidth(look().px(look().sizes.form))
        inside = plain(row((cards, 100), None, gap=0))
        inside.setProperty("cls", "scrolled")
        self._scroll = scrolled(inside)
        self.frame.content(self._scroll)
        commands = [Command(_("Show licences"), self.about.licences.click, icon="file-text")]
        if room.office is not None:
            commands += [
                Command(_("Back up now"), self.backup.now.click, icon="hard-drive"),
                Command(_("Points and rules"), lambda: room.navigate("points"), icon="map-pin"),
                Command(_("Check the file"), self.file.check.click, icon="list-checks"),
            ]
        self.set_commands(*commands)

    def reload(self) -> None:
        """Fetch the list of copies, the points and queues."""
        self.backup.reload()
        self.profile.reload()

    def first_focus(self) -> QWidget | None:
        """The first card; where nothing had the focus, its first control gets it."""
        return None

    def areas(self) -> tuple[QWidget, ...]:
        """Each card."""
        cards = (
            self.look_, self.desk, self.profile, self.sounds, self.scanner, self.camera,
            self.backup, self.file, self.about,
        )  # fmt: skip
        return tuple(card for card in cards if card.isVisible())

    def take_scan(self, code: str) -> bool:
        """Show what was read."""
        self.scanner.show_scan(code)
        return True

    def _show_camera(self) -> None:
        self._scroll.ensureWidgetVisible(self.camera, 0, 0)
        self.camera.list.setFocus()


PAGE = SettingsPage
