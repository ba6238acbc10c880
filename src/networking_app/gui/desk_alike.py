"""Guests who may be the one that is being typed, each with a button to take that one instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

from networking_app.domain.registration import Status
from networking_app.gui.announce import announce
from networking_app.gui.desk_hit_rows import pill_of
from networking_app.gui.tokens import Space
from networking_app.gui.widgets.button import Button
from networking_app.gui.widgets.layout import column, empty, plain, row
from networking_app.gui.widgets.marks import Pill
from networking_app.gui.widgets.text import Label
from networking_app.support.i18n import gettext as _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from networking_app.domain.registration import Guest

_SHOWN = 3
_WITHOUT_PLACE = frozenset({Status.WAITING, Status.CANCELLED})


class Alike(QWidget):
    """`chosen(Guest)`; the page's Alt+1 to Alt+3 go through `choose`."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.guests: tuple[Guest, ...] = ()
        self._cards = column(gap=Space.SMALL)
        self.setLayout(self._cards)

    def show_guests(self, guests: Sequence[Guest], zone: str) -> None:
        """Show these, or that they would appear here."""
        shown = tuple(guests[:_SHOWN])
        if shown == self.guests and self._cards.count():
            return
        self.guests = shown
        empty(self._cards)
        if not shown:
            text = _("Guests with a similar name appear here while you type.")
            self._cards.addWidget(Label(text, "caption", "text2", wrap=True))
            return
        warning = _("Already on the list? Check in that guest instead.")
        self._cards.addWidget(Label(warning, "body", "warn_text", wrap=True))
        for number, guest in enumerate(shown, start=1):
            self._cards.addWidget(self._card(guest, number, zone))
        announce(self, f"{warning} {'; '.join(guest.name for guest in shown)}")

    def choose(self, number: int) -> bool:
        """Take the guest of this number from 1; False if there is none."""
        if not 1 <= number <= len(self.guests):
            return False
        self.chosen.emit(self.guests[number - 1])
        return True

    def _card(self, guest: Guest, number: int, zone: str) -> QWidget:
        face = pill_of(guest, zone)
        without = guest.status in _WITHOUT_PLACE
        words = _("Admit this guest instead") if without else _("Check in this guest")
        spoken = _("Admit {name} instead") if without else _("Check in {name} instead")
        button = Button(words, icon="user-check", key=f"Alt+{number}")
        button.setAccessibleName(spoken.format(name=guest.name))
        button.setShortcut(QKeySequence())  # the form listens to the key
        button.clicked.connect(lambda: self.chosen.emit(guest))
        about = [Label(guest.organisation, "caption", "text2", wrap=True)]
        return plain(
            column(
                Label(guest.name, "strong", wrap=True),
                *(about if guest.organisation else ()),
                row(Pill(face.kind, face.text), None),
                Space.TINY,
                row(button, None),
                gap=Space.TINY,
                margins=(0, Space.SMALL),
            )
        )
