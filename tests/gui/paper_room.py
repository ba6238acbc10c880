"""A window with one page over a real workspace, for the pages that print."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtWidgets import QFileDialog, QLineEdit

from gui import shell
from networking_app.domain.registration import GuestDetails
from networking_app.gui.main_window import MainWindow
from networking_app.gui.messages import Messages
from networking_app.gui.preferences import Preferences
from networking_app.gui.rail import EventChoice
from networking_app.gui.room import Room
from networking_app.gui.signals import Signals
from networking_app.gui.tasks import Tasks
from networking_app.services.office import new_office
from networking_app.support.settings import Settings

NOW = datetime(2026, 11, 26, 7, 0, tzinfo=UTC)
LONG = "Freiherr von Schönborn-Wiesentheid zu Pommersfelden"
PEOPLE = (
    GuestDetails(given="Aino", family="Pöyhönen", organisation="Järvivesi", email="a@example.org"),
    GuestDetails(given="Maximilian", family=LONG, organisation="Nordic Water", category="speaker"),
    GuestDetails(given="慧", family="王", organisation="株式会社", email="w@example.org"),
    GuestDetails(given="Ng", family="O", category="speaker"),
)  # fmt: skip


class Opened:
    """One page of a window over a workspace; `seen` is where it navigated to."""

    def __init__(self, folder, module, people=PEOPLE):
        self.seen = []
        signals, messages = Signals(), Messages()
        self.office = new_office(
            folder / "work.nwapp", "Desk A", lambda: int(NOW.timestamp() * 1000), signals.tell
        )
        self.event = self.office.events.create("Team play", door="Main door")
        self.ids = [self.office.guests.add(self.event, one) for one in people]
        self.room = Room(
            self.office,
            Tasks(messages.trouble),
            messages,
            Preferences(Settings(last_folder=str(folder))),
            signals,
            lambda *_a, **_k: None,
        )
        home = shell.module("home", "Event", "house", 1, NEEDS_EVENT=False)
        self.window = MainWindow(self.room, (home, module), lambda _text: [])
        self.window.show_event(EventChoice(self.event, "Team play", "Thu 26 Nov 2026"))
        self.room.navigate = lambda name, **what: self.seen.append((name, what))
        self.name = module.__name__.rpartition(".")[2]

    def show(self, qtbot, width=1440, height=900, **what):
        qtbot.addWidget(self.window)
        self.window.resize(width, height)
        self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)
        self.window.navigate(self.name, **what)
        return self.window.current()

    def close(self):
        self.room.tasks.close()
        self.office.close()


def save_as(page, path):
    """Answer the save dialog that is open, by typing the path."""
    dialog = page.findChildren(QFileDialog)[-1]
    dialog.findChild(QLineEdit).setText(str(path))
    dialog.accept()
