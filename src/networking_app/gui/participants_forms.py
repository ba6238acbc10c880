"""Opens the form for a guest over the window and hands on what it says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from networking_app.domain.registration import KNOWN_CATEGORIES
from networking_app.gui.dialogs.block import BlockDialog
from networking_app.gui.dialogs.guest_form import GuestForm

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from networking_app.domain.event import Event
    from networking_app.domain.registration import Guest, GuestDetails
    from networking_app.gui.participants_deeds import Deeds
    from networking_app.gui.room import Room


class Forms(QObject):
    """One form at a time; `open_wanted(id)` when the guest it warns of is to be shown."""

    open_wanted = Signal(str)

    def __init__(self, room: Room, deeds: Deeds, page: QWidget) -> None:
        super().__init__(page)
        self._room = room
        self._deeds = deeds
        self._page = page
        self.form: GuestForm | None = None

    def add(self, event: Event, lines: Sequence[Guest]) -> None:
        """Open the form for a new guest."""
        self._open(event, lines, None, lambda details: self._deeds.add(event, details))

    def edit(self, event: Event, lines: Sequence[Guest], key: str) -> None:
        """Open the form for a guest, once its details were fetched."""
        guests = self._room.services.guests

        def show(details: GuestDetails) -> None:
            self._open(event, lines, details, lambda new: self._deeds.edit(event, key, new))

        self._room.tasks.run(self, lambda: guests.details(key), done=show)

    def block(self, key: str, name: str) -> None:
        """Ask why a guest is blocked, and block."""
        dialog = BlockDialog(name, self._page.window())
        dialog.blocked.connect(lambda reason: self._deeds.block(key, reason))
        dialog.open()

    def _open(
        self,
        event: Event,
        lines: Sequence[Guest],
        details: GuestDetails | None,
        save: Callable[[GuestDetails], None],
    ) -> None:
        if self.form is not None:
            return
        form = GuestForm(
            details,
            categories=sorted({one.category for one in lines} - set(KNOWN_CATEGORIES)),
            organisations=sorted({one.organisation for one in lines if one.organisation}),
            look_up=lambda text, show: self._look_up(event, text, show),
            parent=self._page.window(),
        )
        form.saved.connect(save)
        form.open_wanted.connect(self.open_wanted)
        form.finished.connect(self._closed)
        self.form = form
        form.open()

    def _closed(self) -> None:
        if self.form is not None:
            self.form.deleteLater()
            self.form = None

    def _look_up(self, event: Event, text: str, show: Callable[[Sequence[Guest]], None]) -> None:
        guests, form = self._room.services.guests, self.form
        if form is not None:
            self._room.tasks.run(form, lambda: guests.find(event.id, text, 5), done=show)
