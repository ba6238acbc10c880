"""Prints one badge from the desk; the desk goes on meanwhile."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from networking_app.gui import printing
from networking_app.gui.widgets.banner import Notice
from networking_app.services.badges import DEFAULT_LAYOUT
from networking_app.support.i18n import gettext as _

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from networking_app.gui.desk_door import Door
    from networking_app.gui.room import Room

NOTICE = "desk-printer"


class BadgePrinting(QObject):
    """Prints badges again; `printers` and `send` are those of gui/printing."""

    def __init__(
        self,
        room: Room,
        door: Door,
        page: QWidget,
        printers: Callable[[], tuple[str, ...]] = printing.printers,
        send: Callable[..., str] = printing.print_pdf,
    ) -> None:
        super().__init__(page)
        self._room, self._door, self._page = room, door, page
        self._printers, self._send = printers, send

    def again(self, registration_id: str, name: str) -> None:
        """Print the badge of a guest on the printer used last, else ask which."""
        if not self._printers():
            self._room.messages.banner(
                NOTICE,
                Notice(
                    "warn",
                    _("This computer has no printer."),
                    _("Badges can be made as a PDF and printed elsewhere."),
                    _("Open badges"),
                    self._open_badges,
                    can_close=True,
                ),
            )
            return
        self._room.messages.clear(NOTICE)
        self._door.badge(registration_id, partial(self._print, registration_id, name))

    def _print(self, registration_id: str, name: str, pdf: bytes) -> None:
        known = self._room.preferences.now.printer
        chosen = known if known in self._printers() else ""
        try:
            used = self._send(
                pdf, _("Badge of {name}").format(name=name), self._page, printer_name=chosen
            )
        except Exception as error:  # noqa: BLE001 (told, the desk goes on)
            self._room.messages.trouble(error)
            return
        if not used:
            return
        self._room.preferences.change(printer=used)
        office = self._room.services
        self._room.tasks.run(
            self,
            lambda: office.badges.note_printed(
                [registration_id], DEFAULT_LAYOUT, office.checkin.desk, "reprint"
            ),
            done=lambda _none: self._room.messages.toast(
                _("Badge of {name} printed").format(name=name), icon="printer"
            ),
        )

    def _open_badges(self) -> None:
        self._room.messages.clear(NOTICE)
        self._room.navigate("badges")
