"""What the buttons of the readiness page do: mend at once, or lead to where it is mended."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from networking_app.domain.readiness import Why
from networking_app.gui import saving
from networking_app.gui.desk_bars import DeskDialog
from networking_app.gui.home.first_start import change
from networking_app.gui.home.making import Making
from networking_app.services import readiness
from networking_app.support.i18n import gettext as _
from networking_app.support.i18n import ngettext
from networking_app.support.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from networking_app.domain.event import Event
    from networking_app.domain.readiness import Check
    from networking_app.gui.machine.look import Machine
    from networking_app.gui.page import Page
    from networking_app.gui.readiness.trying import Trying


class Mending(QObject):
    """`mend(check)` does what its button says; `changed` when this computer must be asked again."""

    changed = Signal()

    def __init__(self, page: Page, machine: Machine, trying: Trying) -> None:
        super().__init__(page)
        self._page, self._room = page, page.room
        self._machine = machine
        self.making = Making(page.room, page)
        self.event_: Event | None = None
        go = self._go
        again = self.changed.emit
        self._ways: dict[Why, Callable[[], object]] = {
            Why.NOBODY: partial(go, "import_guests"),
            Why.IMPORT_BEHIND: partial(go, "import_guests"),
            Why.IMPORT_AGED: partial(go, "import_guests"),
            Why.DOUBLES: partial(go, "participants", filters={"doubles": True}),
            Why.CODES_MISSING: self.give_codes,
            Why.BADGES_MISSING: partial(go, "badges"),
            Why.NOT_NAMED: self.name_desk,
            Why.NO_POINT: partial(go, "points"),
            Why.OVER: partial(go, "points"),
            Why.PRINTER_NOT_TESTED: trying.test_page,
            Why.PRINTER_TESTED: trying.test_page,
            Why.NO_PRINTER: trying.test_page,
            Why.PRINTER_NEEDED: trying.test_page,
            Why.SCANNER_NOT_TESTED: trying.show_code,
            Why.SCANNER_TESTED: trying.show_code,
            Why.CAMERA_ASKS: self.allow_camera,
            Why.CAMERA_REFUSED: again,
            Why.SOUND_NOT_TESTED: trying.listen,
            Why.SOUND_HEARD: trying.listen,
            Why.MUTED: self.sound_on,
            Why.NO_DATE: self.edit_event,
            Why.PAST: self.edit_event,
            Why.CLOCK_BEHIND: again,
            Why.ZONE_OTHER: again,
            Why.NO_BACKUP: self.back_up,
            Why.BACKUP_OLD: self.back_up,
            Why.DISK_LOW: self.open_folder,
            Why.DISK_FULL: self.open_folder,
            Why.ON_BATTERY: again,
            Why.BATTERY_LOW: again,
            Why.SCREEN_SMALL: partial(go, "settings"),
        }

    def mend(self, check: Check) -> None:
        """Do what the button of this check says."""
        self._ways[check.why]()

    def _go(self, page: str, **what: object) -> None:
        self._room.navigate(page, **what)

    def can(self, why: Why) -> bool:
        """Whether there is a way to mend this."""
        return why in self._ways

    def give_codes(self) -> None:
        """Give codes to those who have none."""
        office = self._room.services
        self._room.tasks.run(
            self,
            lambda: readiness.give_codes(office, office.events.current().id),
            done=self._codes_given,
        )

    def name_desk(self) -> None:
        """Ask what this desk is called."""
        checkin = self._room.services.checkin
        dialog = DeskDialog(self._room.preferences.now.desk_name, checkin.actor, self._page)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self._name(dialog.desk.text(), dialog.actor.text()))
        dialog.open()

    def allow_camera(self) -> None:
        """Have the system ask whether the camera may be used."""
        self._machine.allow_camera(lambda _granted: self.changed.emit())

    def sound_on(self) -> None:
        """Let the answers be heard; a loudness of nothing becomes the usual one."""
        volume = self._room.preferences.now.sound_volume or Settings().sound_volume
        change(self._room, muted=False, sound_volume=volume)
        self.changed.emit()

    def edit_event(self) -> None:
        """Open the form of the event."""
        if self.event_ is not None:
            self.making.edit_event(self.event_)

    def back_up(self) -> None:
        """Make a copy now."""
        office, now = self._room.services, self._room.now()
        self._room.tasks.run(
            self, lambda: office.workspace.daily_backup(now), done=self._backed_up, lane="long"
        )

    def open_folder(self) -> None:
        """Show the folder of the event file."""
        saving.open_folder(self._room.services.workspace.path)

    def _codes_given(self, count: int) -> None:
        text = ngettext("{n} guest has codes now", "{n} guests have codes now", count)
        self._room.messages.toast(text.format(n=count))

    def _name(self, desk: str, actor: str) -> None:
        checkin = self._room.services.checkin
        checkin.desk, checkin.actor = desk, actor
        change(self._room, desk_name=desk)
        self.changed.emit()

    def _backed_up(self, file: Path) -> None:
        self._room.messages.toast(_("Backup made: {file}").format(file=file.name))
        self._room.signals.tell(frozenset({"backup"}))
