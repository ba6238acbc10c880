"""The desk over a real workspace: guests in every state, and how to bring them to it.

python tests/gui/desk_room.py FOLDER [light|dark|high_contrast] [100|150] WIDTH HEIGHT [long]
"""

from __future__ import annotations

import sys
import tempfile
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from gui import shell
from networking_app.domain.registration import GuestDetails, Status
from networking_app.gui.main_window import MainWindow
from networking_app.gui.messages import Messages
from networking_app.gui.pages import desk
from networking_app.gui.preferences import Preferences
from networking_app.gui.rail import EventChoice
from networking_app.gui.room import Room
from networking_app.gui.signals import Signals
from networking_app.gui.tasks import Tasks
from networking_app.gui.theme import look
from networking_app.services.office import new_office
from networking_app.support import i18n
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
        for _ in range(400):
            QApplication.processEvents()
            if self.room.tasks.is_idle():
                QApplication.processEvents()
                if self.room.tasks.is_idle():
                    return
            QTest.qWait(2)
        raise AssertionError("the lanes never ended")

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


class Shots:
    """Brings the desk from state to state, in this order."""

    STATES = (
        "waiting", "welcome", "last", "already", "cancelled", "queue", "unknown", "mistyped", "web",
        "longname", "short", "search", "nobody", "walkin",
    )  # fmt: skip

    def __init__(self, made):
        self.made, self.page = made, made.page

    def waiting(self):
        self.made.settle()

    def welcome(self):
        self._come("Siiri Åkerblom")

    def last(self):
        self.page.talk.settle.timeout.emit()

    def already(self):
        self.made.office.checkin.actor = "Henna"
        self._come("Eeva-Liisa Pöyhönen-Kainulainen")
        self.made.clock.forward(minutes=32)
        self._come("Eeva-Liisa Pöyhönen-Kainulainen")

    def cancelled(self):
        self._set("Raija Pöyhölä", Status.CANCELLED)
        self._set("Kaarlo Miettinen", Status.CANCELLED)
        self._come("Kaarlo Miettinen")

    def queue(self):
        self._set("Onni Karppinen", Status.WAITING)
        self._come("Onni Karppinen")

    def unknown(self):
        self.made.scan("4006381333931")

    def mistyped(self):
        code = self.made.code("Onni Karppinen")
        self.made.scan(code[:-1] + ("2" if code[-1] != "2" else "3"))

    def web(self):
        self.made.scan("https://example.org/a/very/long/path?with=many&things=in&it=yes")

    def longname(self):
        self._come("Maximilian Freiherr von Schönborn-Wiesentheid zu Pommersfelden")

    def short(self):
        self._come("X")

    def search(self):
        self._type("poyho")

    def nobody(self):
        self._type("zzzzqqq")

    def walkin(self):
        self._type("")
        QTest.keyClick(self.page.view.scan.field, Key.Key_F2)
        self.page.form.given.set_text("Aino")
        self.page.form.family.set_text("Poyhonen")
        QTest.qWait(250)
        self.made.settle()

    def _come(self, name):
        self.made.clock.forward(seconds=30)
        self.made.scan(self.made.code(name))

    def _set(self, name, status):
        self.made.office.guests.set_status([self.made.guest(name).id], status)

    def _type(self, text):
        self.page.view.scan.field.setText(text)
        self.made.settle()


def main() -> None:
    folder, theme, percent, width, height, *more = sys.argv[1:]
    app = QApplication([])
    look().use(theme, percent=int(percent), reduce_motion=True)
    if "long" in more:
        i18n._catalogue = lambda _language: SimpleNamespace(
            gettext=_longer,
            ngettext=lambda one, more_, n: _longer(one if n == 1 else more_),
            pgettext=lambda _c, text: _longer(text),
        )
    made = open_desk(make(Path(tempfile.mkdtemp()), capacity=12), int(width), int(height))
    Path(folder).mkdir(parents=True, exist_ok=True)
    mark = "-".join([theme, percent, width, *more])
    shots = Shots(made)
    for name in Shots.STATES:
        getattr(shots, name)()
        app.processEvents()
        made.page.first_focus().setFocus()
        app.processEvents()
        made.window.grab().save(f"{folder}/desk-{name}-{mark}.png")
    made.close()


def _longer(text):
    return text if "{" in text and len(text) < 12 else text + "~" * round(len(text) * 0.4)


if __name__ == "__main__":
    main()
