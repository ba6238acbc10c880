"""Owns the display turned to the guests: when it is shown, where, and what is on it.

Whoever wants it open sets settings.guest_screen to the name of a display (Displays.all) or calls
`open`; an empty setting, or `close`, takes it away. The main window keeps the keys.
"""

from __future__ import annotations

import logging
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from networking_app.domain.screens import timetable
from networking_app.gui.commands import Command
from networking_app.gui.screens.displays import Displays
from networking_app.gui.screens.window import ScreenWindow
from networking_app.services.programme import Programme
from networking_app.support import i18n
from networking_app.support.i18n import gettext as _
from networking_app.wording import guest_screen as wording
from networking_app.wording.guest_screen import Mood

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from networking_app.domain.event import Event
    from networking_app.domain.programme import Session
    from networking_app.gui.desk_deeds import Admitted
    from networking_app.gui.room import Room
    from networking_app.services.office import Office

_log = logging.getLogger(__name__)
STAYS = 12_000
"""Milliseconds an answer stays before all are welcomed again."""
MOMENT_STAYS = 30_000
"""The same for "One moment, please"."""
_WORDS = ("second display", "welcome screen", "asiakasnäyttö", "toinen näyttö", "andra skärmen")
_TICK, _RELOAD = 1_000, 30
_TOPICS = frozenset({"event", "session", "room", "session_speaker"})


@dataclass(frozen=True, slots=True)
class Facts:
    """The event and its programme as last read; kept when the file is out of reach."""

    event: Event
    sessions: tuple[Session, ...]


class GuestScreens(QObject):
    """The display for guests; made once. `toggled(bool)` when it is shown or taken away."""

    toggled = Signal(bool)

    def __init__(
        self, room: Room, window: QWidget | None = None, displays: Displays | None = None
    ) -> None:
        """`window` is the main window, which is never covered."""
        super().__init__(window)
        self._room = room
        self.displays = displays or Displays(window, self)
        self.window: ScreenWindow | None = None
        self._facts: Facts | None = None
        self._wanted = True  # Esc takes it away until it is opened again
        self._reading = self._read_again = False
        self._ticks = 0
        self._answer = QTimer(self)
        self._answer.setSingleShot(True)
        self._answer.timeout.connect(self._show_board)
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK)
        self._timer.timeout.connect(self._tick)
        room.signals.answered.connect(self._answered)
        room.signals.changed.connect(self._changed)
        room.signals.language_changed.connect(self._show_board)
        room.preferences.changed.connect(self._preferences_changed)
        self.displays.changed.connect(self.place)

    def commands(self) -> tuple[Command, ...]:
        """What the palette offers on every page."""
        said = (
            _("Close the screen for guests") if self.is_open() else _("Open the screen for guests")
        )
        return (Command(said, self.toggle, icon="monitor", words=_WORDS),)

    def toggle(self) -> None:
        """Open it, or take it away."""
        if self.is_open():
            self.close()
        else:
            self.open()

    def is_open(self) -> bool:
        """Whether it is shown on a display now."""
        return self.window is not None

    def open(self, name: str = "") -> bool:
        """Show it on the display of this name, else on the one used last, else on a free one.

        Returns:
            False if there is no such display, or it would cover the main window; the message bar
            says so.
        """
        self._wanted = True
        free = [display for display in self.displays.all() if not display.holds_window]
        known = {display.name for display in free}
        last = self._room.preferences.now.guest_screen
        chosen = name or (last if last in known else free[0].name if free else "")
        if chosen not in known:
            self._room.messages.toast(_no_display(self.displays, chosen), icon="monitor")
            return False
        with suppress(OSError):  # a full disk keeps no screen dark
            self._room.preferences.change(guest_screen=chosen)
        self.place()
        return self.is_open()

    def close(self) -> None:
        """Take it away; the display is remembered for the next time."""
        self._wanted = False
        self.place()

    def place(self) -> None:
        """Show it where it belongs now: nowhere while its display is not there."""
        name = self._room.preferences.now.guest_screen
        there = {d.name: d for d in self.displays.all() if not d.holds_window}
        display = there.get(name)
        if not self._wanted or not name or display is None or self._room.office is None:
            self._take_away()
            return
        if self.window is None:
            self.window = ScreenWindow()
            self.window.closed.connect(self._closed_there)
            self._timer.start()
            self._show_board()
            self.reload()
            self.window.cover(display.area)
            self.toggled.emit(True)
        else:
            self.window.cover(display.area)

    def end(self) -> None:
        """The program ends; without a screen there is nothing to take away."""
        if self.window is not None:
            self._take_away()

    def reload(self) -> None:
        """Read the event again; if that fails the last content stays."""
        office = self._room.office
        if office is None or self.window is None:
            return
        self._read_again = self._reading
        if self._reading:
            return
        self._reading = True
        self._room.tasks.run(
            self, lambda: read(office), done=self._read, failed=self._not_read, lane="numbers"
        )

    def _read(self, facts: Facts | None) -> None:
        self._reading = False
        if facts is not None:
            self._facts = facts
        self._refresh()
        if self._read_again:
            self.reload()

    def _not_read(self, error: BaseException) -> None:
        self._reading = False
        _log.warning("the screen for guests keeps its content: %s", type(error).__name__)

    def _answered(self, admitted: Admitted) -> None:
        """Show one guest the answer, in the guest's language."""
        now = self._room.preferences.now
        if self.window is None or now.guest_screen_shows != "answers":
            return
        answer = admitted.answer
        with i18n.using(wording.language_of(answer)):
            shown = wording.greeting(
                answer,
                hides=now.desk_hides,
                prints=now.print_on_welcome,
                note=now.guest_screen_note,
            )
        self.window.show_content(shown)
        self._answer.start(MOMENT_STAYS if shown.mood is Mood.MOMENT else STAYS)

    def _show_board(self, _language: str = "") -> None:
        self._answer.stop()
        self._refresh()

    def _refresh(self) -> None:
        """Show the welcome as it is now, unless a guest is being answered."""
        if self.window is None or self._facts is None or self._answer.isActive():
            return
        event, now = self._facts.event, self._room.now()
        table = timetable(self._facts.sessions, event.start, event.end, now)
        chosen = self._room.preferences.now
        self.window.show_content(
            wording.board(
                event, table, now, surnames=chosen.surname_range, note=chosen.guest_screen_note
            )
        )

    def _tick(self) -> None:
        self._ticks += 1
        if self._ticks % _RELOAD == 0:
            self.reload()
        self._refresh()

    def _changed(self, topics: frozenset[str]) -> None:
        if topics & _TOPICS:
            self.reload()

    def _preferences_changed(self, names: frozenset[str]) -> None:
        if "guest_screen" in names:
            self._wanted = True
            self.place()
        if names & {"guest_screen_shows", "guest_screen_note", "surname_range"}:
            self._show_board()

    def _closed_there(self) -> None:
        self._wanted = False
        self._take_away()

    def _take_away(self) -> None:
        gone, self.window = self.window, None
        self._timer.stop()
        self._answer.stop()
        if gone is not None:
            gone.closed.disconnect(self._closed_there)
            gone.close()
            gone.deleteLater()
            self.toggled.emit(False)


def read(office: Office) -> Facts | None:
    """The current event with its programme; None if there is none."""
    if not office.events.all():
        return None
    event = office.events.current()
    return Facts(event, tuple(Programme(office.database).sessions(event.id)))


def _no_display(displays: Displays, name: str) -> str:
    there = displays.all()
    if any(display.name == name for display in there):
        return _("The main window is on that display. Move it to another one first.")
    if len(there) < 2:
        return _("There is no second display. Plug one in and extend the desktop to it.")
    return _("The display {name} is not there.").format(name=name)
