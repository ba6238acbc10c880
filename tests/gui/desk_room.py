"""The desk over a real workspace, with guests and points in every state, for tests and pictures."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from gui import lanes, shell
from networking_app.domain.registration import GuestDetails
from networking_app.gui.main_window import MainWindow
from networking_app.gui.messages import Messages
from networking_app.gui.pages import desk
from networking_app.gui.preferences import Preferences
from networking_app.gui.rail import EventChoice
from networking_app.gui.room import Room
from networking_app.gui.signals import Signals
from networking_app.gui.tasks import Tasks
from networking_app.services.office import new_office
from networking_app.services.points import rules_of
from networking_app.support.settings import Settings

Key = Qt.Key
_NONE = Qt.KeyboardModifier.NoModifier
START = datetime(2026, 11, 26, 6, 54, tzinfo=UTC)  # 8.54 in Helsinki
MODULES = (
    shell.module("home", "Event", "house", 1, NEEDS_EVENT=False),
    shell.module("participants", "Participants", "users", 2),
    desk,
    shell.module("badges", "Badges", "id-card", 4),
    shell.module("settings", "Settings", "settings", 8, NEEDS_EVENT=False),
)
PEOPLE = (
    ("Siiri", "Åkerblom", "Savon Biotuote Oy", "Toimitusjohtaja", "speaker"),
    ("Eeva-Liisa", "Pöyhönen-Kainulainen", "Mikkelin kaupunki", "Suunnittelija", "decision_maker"),
    ("Aino", "Pöyhönen", "Järvivesi Oy", "", "participant"),
    ("Matti", "Pöyhönen", "Savonlinnan hankekehitys", "", "participant"),
    ("Matti", "Pöyhönen", "LUT-yliopisto", "", "student"),
    ("Raija", "Pöyhölä", "Etelä-Savon kauppakamari", "", "participant"),
    ("Kaarlo", "Miettinen", "Hirvensalmen kunta", "", "participant"),
    ("Onni", "Karppinen", "Etelä-Savon ruokaklusteri", "", "participant"),
    ("Maximilian", "Freiherr von Schönborn-Wiesentheid zu Pommersfelden", "Kanzlei", "", "guest"),
    ("X", "", "", "", "participant"),
)


class Clock:
    """The time of the test, in a zone and in milliseconds."""

    def __init__(self, start=START):
        self.at = start
        self.monotonic = 1000.0

    def __call__(self):
        return self.at

    def wall(self):
        self.at += timedelta(milliseconds=1)
        return int(self.at.timestamp() * 1000)

    def forward(self, **time):
        self.at += timedelta(**time)
        self.monotonic += timedelta(**time).total_seconds()


@dataclass
class Desk:
    """The desk's page in a window, with codes by name."""

    room: Room
    window: MainWindow
    clock: Clock
    event: str
    codes: dict[str, str] = field(default_factory=dict)

    @property
    def page(self):
        return self.window.current()

    @property
    def office(self):
        return self.room.office

    @property
    def panel(self):
        return self.page.view.panel.shown

    def settle(self):
        """Let the lanes end and their results arrive."""
        lanes.settle(self.room.tasks)

    def scan(self, code):
        self.window.take_scan(code)
        self.settle()

    def code(self, name):
        return self.guest(name).code

    def guest(self, name):
        return next(g for g in self.office.guests.all(self.event) if g.name == name)

    def close(self):
        self.room.tasks.close()
        self.window.close()
        self.office.close()


def make(folder, *, people=PEOPLE, event=True, settings=None, **values):
    """Make a workspace with these people and open the desk."""
    clock, signals, messages = Clock(), Signals(), Messages()
    office = new_office(folder / "work.nwapp", "Desk B", clock.wall, signals.tell)
    key = ""
    if event:
        said = {"start": "2026-11-26T06:00:00Z", "end": "2026-11-26T14:00:00Z"}
        key = office.events.create("Team play", door="Main door", **(said | values))
    for given, family, body, title, category in people if event else ():
        office.guests.add(
            key,
            GuestDetails(
                given=given, family=family, organisation=body, title=title, category=category
            ),
        )
    room = Room(
        office,
        Tasks(messages.trouble),
        messages,
        Preferences(settings or Settings(muted=True)),
        signals,
        lambda *_a, **_k: None,
        now=clock,
    )
    window = MainWindow(room, MODULES)
    window.show_event(EventChoice("1", "Team play", "Thu 26 Nov 2026") if event else None)
    return Desk(room, window, clock, key)


def open_desk(made, width=1440, height=900):
    made.window.resize(width, height)
    made.window.show()
    made.window.navigate("desk")
    made.page.door._clock = lambda: made.clock.monotonic
    made.settle()
    return made


def guest_in(made, name, **what):
    """Block a guest or leave a note: `blocked="…"`, `note="…"`, `holds=True`."""
    key = made.guest(name).id
    if "blocked" in what:
        made.office.guests.block(key, what["blocked"])
    if "note" in what:
        made.office.guests.set_attention(key, what["note"], holds=what.get("holds", False))
    made.settle()
    return made.guest(name)


def rules(made, **changed):
    """Change the rules of the point where the desk stands."""
    point = made.office.points.all(made.event)[0]
    made.office.points.change(made.event, point.id, replace(rules_of(point), **changed))
    made.page.reload()
    made.settle()


def ask_at_door(made, *questions):
    """Ask these at the door."""
    made.office.points.set_questions(made.event, [(question, True) for question in questions])
    made.page.reload()
    made.settle()


def press(qtbot, desk, key, held=_NONE):
    qtbot.keyClick(QApplication.focusWidget(), key, held)
    desk.settle()


def type_(qtbot, desk, text):
    qtbot.keyClicks(QApplication.focusWidget(), text)
    desk.settle()


def listed(desk):
    return [(one.kind, one.name) for one in desk.page.latest.rows]


def arrived(desk):
    return desk.office.events.counts(desk.event).arrived
