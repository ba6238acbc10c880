"""A room over a real workspace, and the pages about guests drawn to be looked at.

python tests/gui/guests_room.py FOLDER [light|dark] WIDTH HEIGHT
"""

from __future__ import annotations

import gc
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

import factories
from gui import shell
from networking_app.gui.main_window import MainWindow
from networking_app.gui.messages import Messages
from networking_app.gui.pages import import_guests, participants
from networking_app.gui.people_search import people_search
from networking_app.gui.preferences import Preferences
from networking_app.gui.rail import EventChoice
from networking_app.gui.room import Room
from networking_app.gui.signals import Signals
from networking_app.gui.tasks import Tasks
from networking_app.gui.theme import look
from networking_app.services.office import new_office
from networking_app.support.settings import Settings

MODULES = (
    shell.module("home", "Event", "house", 1, NEEDS_EVENT=False),
    participants,
    shell.module("desk", "Check-in desk", "scan-line", 3, NARROW_RAIL=True),
    shell.module("badges", "Badges", "id-card", 4),
    import_guests,
    shell.module("reports", "Reports", "file-chart-column", 5),
    shell.module("settings", "Settings", "settings", 8, NEEDS_EVENT=False),
)


def make_room(folder, wall, *, empty=False):
    """A room whose workspace has one empty event; changes go round as in the app."""
    signals, messages = Signals(), Messages()
    office = new_office(folder / "work.nwapp", "Desk A", wall, signals.tell)
    event = "" if empty else office.events.create("Team play", door="Main door", place="Mikkeli")
    room = Room(
        office,
        Tasks(messages.trouble),
        messages,
        Preferences(Settings(last_folder=str(folder))),
        signals,
        lambda *_a, **_k: None,
    )
    return room, event


def make_window(room):
    window = MainWindow(room, MODULES, people_search(room))
    window.show_event(EventChoice("1", "Team play", "Thu 26 Nov 2026 · Mikkeli"))
    return window


def settle(room, rounds=4_000):
    """Let the lanes end and their results arrive."""
    for _ in range(rounds):
        QTest.qWait(15)
        QApplication.processEvents()
        if room.tasks.is_idle():
            QTest.qWait(120)
            if room.tasks.is_idle():
                return
    raise AssertionError("the lanes never ended")


class Stage:
    def __init__(self, folder, clock, qtbot):
        gc.collect()  # what an earlier test left goes here, not in a lane of this one
        self.room, self.event = make_room(folder, clock)
        self.clock, self.bot = clock, qtbot
        self.guests = self.room.services.guests
        self.window = make_window(self.room)
        qtbot.addWidget(self.window)
        self.went = []

    def add(self, *names, **values):
        return [self.guests.add(self.event, factories.details(name, **values)) for name in names]

    def show(self, page="participants", **what):
        self.window.resize(1440, 900)
        with self.bot.waitActive(self.window):
            self.window.show()
            self.window.activateWindow()
        self.window.navigate(page, **what)
        self.settle()
        self.page = self.window.current()
        self.room.navigate = self.note
        return self.page

    def note(self, name, **what):
        self.went.append((name, what))

    def settle(self):
        self.bot.waitUntil(self.is_calm, timeout=20_000)

    def is_calm(self):
        quiet = getattr(self, "quiet", 0) + 1 if self.room.tasks.is_idle() else 0
        self.quiet = 0 if quiet > 12 else quiet
        return quiet > 12

    def press(self, key, held=Qt.KeyboardModifier.NoModifier, widget=None):
        self.bot.keyClick(widget or self.window.focusWidget() or self.window, key, held)
        self.settle()

    def type(self, widget, text):
        self.bot.keyClicks(widget, text)
        self.settle()

    @property
    def names(self):
        model = self.page.listing.model
        return [model.row_at(n).listed for n in range(model.count())]

    @property
    def toast(self):
        return self.room.messages.toast_text()

    def status(self, key):
        return self.guests.some(self.event, [key])[0].status

    def close(self):
        self.room.tasks.close()
        self.room.office.close()


def shoot(window, name):
    settle(window.room)
    window.grab().save(name)


def main() -> None:
    from networking_app.services.example import build_example

    folder, theme, width, height, *more = sys.argv[1:]
    app = QApplication([])
    look().use(theme, percent=100, reduce_motion=True)
    base = Path(tempfile.mkdtemp())
    room, _event = make_room(base, lambda: int(datetime.now(UTC).timestamp() * 1000), empty=True)
    build_example(room.office.database, "en", datetime.now(UTC))
    window = make_window(room)
    window.resize(int(width), int(height))
    window.show()
    window.navigate("participants")
    settle(room)
    page = window.current()
    out = f"{folder}/%s-{theme}-{width}.png"
    if "import" not in more:
        shoot(window, out % "participants")
        model = page.listing.model
        page.listing.go_to(model.id_at(9))
        model.tick([3, 4, 5], on=True)
        page.came(person=model.id_at(9))
        shoot(window, out % "participants-panel")
        page.edit()
        settle(room)
        page.forms.form.grab().save(out % "form")
        page.forms.form.reject()
        page.panel.close_panel()
        page.bar.search.setText("zzzzqq")
        shoot(window, out % "participants-nobody")
    else:
        window.navigate("import_guests")
        shoot(window, out % "import-1")
        page = window.current()
        page.open_files((Path(more[1]),))
        shoot(window, out % "import-2")
        page.go_on()
        shoot(window, out % "import-3")
    app.processEvents()
    room.tasks.close()


if __name__ == "__main__":
    main()
