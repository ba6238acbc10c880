"""Typing at the desk: names are looked for from the first letter, codes are judged on Enter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from networking_app.domain.scanned import may_be_code
from networking_app.domain.tickets import CodeForm, form_of
from networking_app.gui.desk_view import Mode
from networking_app.support.i18n import gettext as _

if TYPE_CHECKING:
    from networking_app.domain.checkin import Holder
    from networking_app.domain.registration import Guest
    from networking_app.gui.desk_door import Door
    from networking_app.gui.desk_finder import Finder
    from networking_app.gui.desk_stage import Stage
    from networking_app.gui.desk_undoing import Undoing


class Search(QObject):
    """Follows the scan field; `emptied` when nothing is looked for any more, `began` when it is."""

    emptied = Signal()
    began = Signal()

    def __init__(
        self, door: Door, finder: Finder, undoing: Undoing, stage: Stage, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._door, self._stage, self._view = door, stage, stage.view
        self._finder, self._undoing = finder, undoing
        self._like = ("", "")
        self._card = ""
        self._enter_waits = False
        finder.found.connect(self._found)
        undoing.undone.connect(self._search_again)
        self._view.typed.connect(self._typed)
        self._view.entered.connect(self._entered)
        hits = self._view.hits
        hits.picked.connect(lambda guest: door.admit(guest.id))
        hits.picked_together.connect(lambda guests: door.admit_all([one.id for one in guests]))

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
        self._finder.find(family, holder.organisation, holder.registration_id)

    def of_card(self, text: str) -> None:
        """Look for the one whose contact card was read."""
        self.search(text)
        self._card = text

    def undo_chosen(self) -> None:
        """Take back the check-in of the hit that is chosen, at whatever desk it was."""
        guest = self._view.hits.chosen()
        if self._view.mode is Mode.SEARCH and guest is not None and guest.arrived:
            self._undoing.undo_guest(guest)

    def enter(self) -> None:
        """Do what Enter does in the scan field."""
        if self._view.scan.text():
            self._entered(self._view.scan.text())

    def _typed(self, text: str) -> None:
        self._enter_waits = False
        self._like, self._card = ("", ""), ""
        if text:
            self.began.emit()
            self._finder.find(text)
        else:
            self.emptied.emit()

    def _found(self, text: str, guests: list[Guest]) -> None:
        opened = self._door.state
        zone = opened.event.zone if opened else ""
        if text == self._view.scan.text() and not self._stage.shows_form():
            self._show(text, guests, zone)

    def _show(self, text: str, guests: list[Guest], zone: str) -> None:
        waits, self._enter_waits = self._enter_waits, False
        if waits and len(guests) == 1:
            self._door.admit(guests[0].id)
        elif waits and not guests and may_be_code(text):
            self._door.scan(text)
        else:
            like, name = self._like
            title = _("Others like {name}").format(name=name) if like and like == text else ""
            if text == self._card:
                title = self._words_of_card(text, guests)
            self._view.show_hits(guests, text, zone, title)

    def _words_of_card(self, text: str, guests: list[Guest]) -> str:
        if guests:
            return _("Contact card of {text}: is it one of these?").format(text=text)
        return _("Contact card of {text}: no guest is like that").format(text=text)

    def _search_again(self, *_undone: object) -> None:
        if self._view.mode is Mode.SEARCH and self._view.scan.text():
            self._finder.find(self._view.scan.text())

    def _entered(self, text: str) -> None:
        """A code is judged, else the chosen guest is checked in."""
        hits = self._view.hits
        if self._view.mode is Mode.SEARCH and hits.ticked:
            hits.pick()
        elif form_of(text) is CodeForm.OURS:
            self._door.scan(text)
        elif self._view.mode is Mode.SEARCH and hits.text == text:
            if not hits.pick() and may_be_code(text):
                self._door.scan(text)
        else:
            self._enter_waits = True  # what is found is not shown yet
