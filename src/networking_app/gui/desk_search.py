"""Typing at the desk: names are looked for from the first letter, codes are judged on Enter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from networking_app.domain.names import fold
from networking_app.domain.scanned import may_be_code
from networking_app.domain.tickets import CodeForm, form_of
from networking_app.gui.desk_view import Mode
from networking_app.support.i18n import gettext as _

if TYPE_CHECKING:
    from networking_app.domain.checkin import Holder
    from networking_app.domain.registration import Guest
    from networking_app.gui.desk_door import Door
    from networking_app.gui.desk_stage import Stage


class Search(QObject):
    """Follows the scan field; `emptied` when nothing is looked for any more, `began` when it is."""

    emptied = Signal()
    began = Signal()

    def __init__(self, door: Door, stage: Stage, parent: QObject) -> None:
        super().__init__(parent)
        self._door, self._stage, self._view = door, stage, stage.view
        self._like = ("", "")
        self._enter_waits = False
        door.found.connect(self._found)
        self._view.typed.connect(self._typed)
        self._view.entered.connect(self._entered)
        self._view.hits.picked.connect(lambda guest: door.admit(guest.id))
        stage.form.look_for.connect(door.find)

    def search(self, text: str) -> None:
        """Search as if typed."""
        self._view.scan.field.setText(text)
        self._view.scan.setFocus()

    def others_like(self, holder: Holder) -> None:
        """Look for guests of a similar name or the same organisation."""
        family = holder.listed.partition(",")[0]
        self._view.scan.field.setText(family)
        self._view.scan.field.selectAll()
        self._view.scan.setFocus()
        self._like = (family, holder.name)
        self._door.find(family, holder.organisation, holder.registration_id)

    def enter(self) -> None:
        """Do what Enter does in the scan field."""
        if self._view.scan.text():
            self._entered(self._view.scan.text())

    def _typed(self, text: str) -> None:
        self._enter_waits = False
        self._like = ("", "")
        if text:
            self.began.emit()
            self._door.find(text)
        else:
            self.emptied.emit()

    def _found(self, text: str, guests: list[Guest]) -> None:
        opened = self._door.state
        zone = opened.event.zone if opened else ""
        if self._stage.shows_form():
            self._show_similar(guests, zone)
        elif text == self._view.scan.text():
            self._show(text, guests, zone)

    def _show(self, text: str, guests: list[Guest], zone: str) -> None:
        waits, self._enter_waits = self._enter_waits, False
        if waits and len(guests) == 1:
            self._door.admit(guests[0].id)
        elif waits and not guests and may_be_code(text):
            self._door.scan(text)
        else:
            like, name = self._like
            title = _("Others like {name}").format(name=name) if like == text else ""
            self._view.show_hits(guests, text, zone, title)

    def _show_similar(self, guests: list[Guest], zone: str) -> None:
        form = self._stage.form
        family = fold(form.family.text() or form.given.text()).split()
        likely = [guest for guest in guests if set(family) & set(fold(guest.name).split())]
        form.show_similar(likely or guests[:1], zone)

    def _entered(self, text: str) -> None:
        """A code is judged, else the chosen guest is checked in."""
        hits = self._view.hits
        if form_of(text) is CodeForm.OURS:
            self._door.scan(text)
        elif self._view.mode is Mode.SEARCH and hits.text == text:
            if not hits.pick() and may_be_code(text):
                self._door.scan(text)
        else:
            self._enter_waits = True  # what is found is not shown yet
