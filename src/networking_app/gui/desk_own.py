"""The desk itself: its name, who stands there, its sound and the whole screen."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMenu

from networking_app.gui.desk_bars import DeskDialog, DeskTop
from networking_app.gui.icons import icon

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from networking_app.gui.room import Room


class OwnDesk(QObject):
    """Changes what the top bar shows."""

    def __init__(self, room: Room, top: DeskTop, page: QWidget) -> None:
        super().__init__(page)
        self._room, self._top, self._page = room, top, page
        top.desk_wanted.connect(self.ask)
        top.mute_wanted.connect(self.mute)
        top.screen_wanted.connect(self.full_screen)
        top.more_wanted.connect(self.show_more)
        room.preferences.changed.connect(self.show)
        self.show()

    def show(self, _names: object = None) -> None:
        """Show name, sound and screen as they are."""
        now, office = self._room.preferences.now, self._room.office
        self._top.show_desk(office.checkin.desk if office else now.desk_name, now.surname_range)
        self._top.show_sound(muted=now.muted)
        self._top.show_screen(full=self._page.window().isFullScreen())

    def ask(self) -> None:
        """Ask for the name of the desk and who is there."""
        checkin = self._room.services.checkin
        dialog = DeskDialog(checkin.desk, checkin.actor, self._page)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self.name(dialog.desk.text(), dialog.actor.text()))
        dialog.open()

    def name(self, desk: str, actor: str) -> None:
        """Check in under this name from now on, and remember it."""
        checkin = self._room.services.checkin
        checkin.desk, checkin.actor = desk, actor
        self._room.preferences.change(desk_name=desk)
        self.show()

    def remember_place(self, *, here: bool) -> None:
        """Keep whether the desk is shown, so that the app starts here again after a power cut."""
        if self._room.preferences.now.at_desk is not here:
            with suppress(OSError):  # a full disk does not keep guests waiting
                self._room.preferences.change(at_desk=here)

    def mute(self) -> None:
        """Sound on or off."""
        self._room.preferences.change(muted=not self._room.preferences.now.muted)

    def full_screen(self) -> None:
        """Fill the screen, or not any more."""
        window = self._page.window()
        if window.isFullScreen():
            window.showNormal()
        else:
            window.showFullScreen()
        self.show()

    def show_more(self) -> None:
        """Offer what is seldom wanted: the screen for guests, the kiosk."""
        menu = QMenu(self._page)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for command in self._room.everywhere():
            menu.addAction(icon(command.icon), command.text).triggered.connect(command.run)
        if menu.actions():
            button = self._top.more
            menu.popup(button.mapToGlobal(button.rect().bottomLeft()))
