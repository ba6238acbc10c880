"""A kiosk over a real workspace, and pictures of all that guests see of it.

python tests/gui/kiosk_room.py FOLDER LANGUAGE WIDTH HEIGHT [ZOOM]
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from gui import lanes
from gui.desk_room import Clock
from networking_app.domain.points import Question, QuestionKind
from networking_app.domain.registration import GuestDetails, Status
from networking_app.gui.kiosk import deeds
from networking_app.gui.kiosk.flow import Flow
from networking_app.gui.kiosk.parts import Words
from networking_app.gui.kiosk.self_service import SelfService
from networking_app.gui.messages import Messages
from networking_app.gui.preferences import Preferences
from networking_app.gui.room import Room
from networking_app.gui.signals import Signals
from networking_app.gui.tasks import Tasks
from networking_app.gui.theme import look
from networking_app.services.office import new_office
from networking_app.support import i18n
from networking_app.support.settings import Settings

PIN = "4711"
PRINTER = "Label"
PEOPLE = (
    ("Aino", "Pöyhönen", "Järvivesi Oy", "Engineer"),
    ("Matti", "Aho", "Järvivesi Oy", ""),
    ("Matti", "Aho", "LUT-yliopisto", ""),
    ("Kaarlo", "Miettinen", "Hirvensalmen kunta", ""),
    ("Maximilian-Alexander", "Freiherr von Schönborn-Wiesentheid",
     "Etelä-Savon maakuntaliitto ja Itä-Suomen elinvoimakeskuksen kansainväliset asiat",
     "Kansainvälisten asioiden kehittämispäällikkö"),
)  # fmt: skip
QUESTIONS = (
    (Question("", "Which bus do you take?"), True),
    (Question("", "Do you stay for dinner?", QuestionKind.YES_NO, optional=True), True),
    (Question("", "May we take photos of you?", QuestionKind.PHOTO, optional=True), True),
    (Question("", "Which tour?", QuestionKind.CHOICE, ("Harbour", "Old town", "None"), True), True),
)


@dataclass
class Stand:
    """The kiosk, its main window and what was printed."""

    room: Room
    main: QWidget
    service: SelfService
    event: str
    printed: list = field(default_factory=list)
    printers: tuple = (PRINTER,)

    @property
    def office(self):
        return self.room.office

    @property
    def window(self):
        return self.service.window

    @property
    def flow(self):
        return self.window.flow

    @property
    def step(self):
        return self.flow.visit.step.value

    def settle(self):
        lanes.settle(self.room.tasks)

    def scan(self, code):
        self.service.take_scan(code)
        self.settle()

    def guest(self, name):
        return next(g for g in self.office.guests.all(self.event) if g.name == name)

    def arrived(self):
        return self.office.events.counts(self.event).arrived

    def send(self, pdf, title, printer):
        self.printed.append((title, printer, pdf[:4]))

    def close(self):
        self.service.end()
        self.room.tasks.close()
        self.main.close()
        self.office.close()


def make(folder, *, pin=PIN, questions=(), settings=None, people=PEOPLE):
    """A workspace with these guests, and the kiosk closed."""
    clock, signals, messages = Clock(), Signals(), Messages()
    office = new_office(folder / "work.nwapp", "Kiosk", clock.wall, signals.tell)
    title = "Team play makes masterpieces"
    event = office.events.create(title, door="Main door", start="2026-11-26T06:00:00Z")
    for given, family, body, role in people:
        details = GuestDetails(given=given, family=family, organisation=body, title=role)
        office.guests.add(event, details)
    if pin:
        office.points.set_pin(event, pin)
    office.points.set_questions(event, questions)
    room = Room(
        office,
        Tasks(messages.trouble),
        messages,
        Preferences(settings or Settings(printer=PRINTER)),
        signals,
        lambda *_a, **_k: None,
        now=clock,
    )
    main = QWidget()
    messages.attach(main)
    main.show()
    service = SelfService(room, main)
    return Stand(room, main, service, event)


def open_kiosk(stand, width=1366, height=768):
    """Begin; the printer is that of the stand."""
    stand.service.area = QRect(0, 0, width, height)
    stand.service.start()
    stand.settle()
    if stand.window is not None:
        with_printer(stand)
    return stand


def with_printer(stand):
    stand.flow._printers, stand.flow._send = (lambda: stand.printers), stand.send


def load(stand):
    return deeds.load(stand.office, "")


def flow_of(stand, **more):
    return Flow(stand.room, load(stand), **more)


class Shots:
    """Brings the kiosk from state to state."""

    STATES = (
        "start", "notfound", "organisation", "you", "badge", "slips", "long", "questions",
        "unanswered", "thanks", "desk", "pin", "wrongpin",
    )  # fmt: skip

    def __init__(self, stand):
        self.stand, self.flow = stand, stand.flow

    def start(self):
        pass

    def notfound(self):
        self.flow.type_name("Aino Pöyhö")

    def organisation(self):
        self._over()
        self.flow.type_name("Matti Aho")

    def you(self):
        self._over()
        self.flow.type_name("pöyhönen aino")

    def badge(self):
        self.flow.to_badge()

    def slips(self):
        fields = self.stand.window.view.fields
        for name, text in (("name", " "), ("organisation", "Järvivesi Oy")):
            fields[name].line.setText(text)
            fields[name].line.textEdited.emit(text)
        self.flow.take_text()

    def long(self):
        self._over()
        self.stand.scan(self.stand.guest(" ".join(PEOPLE[4][:2])).code)

    def questions(self):
        self.stand.office.points.set_questions(self.stand.event, QUESTIONS)
        self.flow.place = load(self.stand)
        self._over()
        self.stand.scan(self.stand.guest("Aino Pöyhönen").code)
        self.flow.take_text()

    def unanswered(self):
        self.flow.take_answers()

    def thanks(self):
        self.flow.visit.answers[self.flow.visit.offer.questions[0]] = "14"
        self.flow.take_answers()

    def desk(self):
        guest = self.stand.guest("Kaarlo Miettinen")
        self.stand.office.guests.set_status([guest.id], Status.CANCELLED)
        self.stand.scan(guest.code)

    def pin(self):
        self.stand.window.ask_to_leave()

    def wrongpin(self):
        for _ in range(5):
            self.stand.window.wrong_pin()

    def _over(self):
        from networking_app.domain.kiosk import NAMES, Tries

        self.flow.tries = Tries(NAMES)
        self.flow.start_over()


def more_words():
    """Use translations of the file WORDS that are not in the catalogues yet."""
    if "WORDS" not in os.environ:
        return
    said = json.loads(Path(os.environ["WORDS"]).read_text("utf-8"))
    real = i18n._catalogue
    i18n._catalogue = lambda name: SimpleNamespace(
        gettext=lambda t: said.get(name, {}).get(t) or real(name).gettext(t),
        ngettext=real(name).ngettext,
        pgettext=lambda c, t: said.get(name, {}).get(t) or real(name).pgettext(c, t),
    )


def type_(qtbot, stand, text):
    """Type as a person does; keyClicks knows only ASCII."""
    for letter in text:
        event = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
        QApplication.sendEvent(stand.window.focusWidget(), event)
    press(qtbot, stand, Qt.Key.Key_Return)


def press(qtbot, stand, key):
    qtbot.keyClick(stand.window.focusWidget(), key)
    stand.settle()


def words(stand):
    """Everything that can be read on the screen."""
    view = stand.window.view
    parts = [part.text() for part in view.findChildren(Words) if part.isVisibleTo(view)]
    parts += [part.text() for part in view.findChildren(QLineEdit)]
    return " ".join(parts)


def main() -> None:
    folder, language, width, height, *more = sys.argv[1:]
    app = QApplication([])
    look().use("high_contrast" if "contrast" in more else "light", reduce_motion=True)
    more_words()
    i18n.use(language)
    stand = open_kiosk(make(Path(tempfile.mkdtemp())), int(width), int(height))
    zoom = next((float(word) for word in more if word.replace(".", "").isdigit()), 1.0)
    Path(folder).mkdir(parents=True, exist_ok=True)
    shots = Shots(stand)
    for name in Shots.STATES:
        stand.window.zoom = zoom
        getattr(shots, name)()
        stand.settle()
        app.processEvents()
        mark = "-".join([language, width, *more])
        stand.window.grab().save(f"{folder}/kiosk-{name}-{mark}.png")
    stand.close()


if __name__ == "__main__":
    main()
