"""Draws the desk in every state over a real workspace, to be looked at.

python tests/gui/desk.py FOLDER [light|dark|high_contrast] [100|150] WIDTH HEIGHT [en|fi|sv|long]
    [STATE]...
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from gui.desk_room import ask_at_door, guest_in, make, open_desk, rules
from gui.opened import speak_long
from networking_app.domain.checkin import Direction, Rule
from networking_app.domain.points import Question, QuestionKind, Window
from networking_app.domain.registration import GuestDetails, Status
from networking_app.gui.opening import use_language
from networking_app.gui.theme import look

Key = Qt.Key
QUESTIONS = (
    Question("", "Which lunch?", QuestionKind.CHOICE, ("Fish", "Vegan", "No lunch")),
    Question("", "May we publish photos of you?", QuestionKind.PHOTO),
    Question("", "Diet or allergies", QuestionKind.DIET, optional=True),
)


class Hands:
    """What is done to the desk between its states."""

    def __init__(self, made):
        self.made, self.page = made, made.page

    def come(self, name):
        self.made.clock.forward(seconds=30)
        self.made.scan(self.made.code(name))

    def set(self, name, status):
        self.made.office.guests.set_status([self.made.guest(name).id], status)

    def new(self, given, family, body=""):
        self.made.office.guests.add(
            self.made.event, GuestDetails(given=given, family=family, organisation=body)
        )
        self.made.settle()

    def type(self, text):
        self.page.view.scan.field.setText(text)
        self.page.view.scan.setFocus()
        self.made.settle()

    def key(self, key, held=Qt.KeyboardModifier.NoModifier):
        QTest.keyClick(QApplication.focusWidget() or self.page.view.scan.field, key, held)
        self.made.settle()


class Verdicts(Hands):
    """Answers to one guest after another."""

    def waiting(self):
        self.made.settle()

    def welcome(self):
        self.come("Siiri Åkerblom")

    def last(self):
        self.page.talk.settle.timeout.emit()

    def notes(self):
        guest_in(self.made, "X", note="Give the speaker envelope\nBlue box, under X")
        self.come("X")

    def already(self):
        self.made.office.checkin.actor = "Henna"
        self.come("Eeva-Liisa Pöyhönen-Kainulainen")
        self.made.clock.forward(minutes=32)
        self.come("Eeva-Liisa Pöyhönen-Kainulainen")

    def cancelled(self):
        self.set("Raija Pöyhölä", Status.CANCELLED)
        self.set("Kaarlo Miettinen", Status.CANCELLED)
        self.come("Kaarlo Miettinen")

    def queue(self):
        self.set("Onni Karppinen", Status.WAITING)
        self.come("Onni Karppinen")

    def full_event(self):
        self.made.office.events.change(self.made.event, capacity=3)
        self.made.settle()
        self.come("Onni Karppinen")
        self.made.office.events.change(self.made.event, capacity=12)

    def unknown(self):
        self.made.scan("4006381333931")

    def mistyped(self):
        code = self.made.code("Onni Karppinen")
        self.made.scan(code[:-1] + ("2" if code[-1] != "2" else "3"))

    def web(self):
        self.made.scan("https://example.org/a/very/long/path?with=many&things=in&it=yes")

    def card(self):
        self.made.scan("BEGIN:VCARD\nFN:Matti Pöyhönen\nEND:VCARD")

    def longname(self):
        self.come("Maximilian Freiherr von Schönborn-Wiesentheid zu Pommersfelden")

    def short(self):
        self.come("Aino Pöyhönen")

    def hold(self):
        guest_in(self.made, "Matti Pöyhönen", note="Fetch the press officer", holds=True)
        self.come("Matti Pöyhönen")

    def hold_long(self):
        note = (
            "Take the guest to the cloakroom first: the hearing loop receiver is handed out there"
            " against an identity card\nAsk for Henna at the cloakroom, phone 040 1234567"
        )
        self.new("Helmi", "Ruuskanen-Liukkonen", "Mikkelin kaupunki")
        guest_in(self.made, "Helmi Ruuskanen-Liukkonen", note=note, holds=True)
        self.come("Helmi Ruuskanen-Liukkonen")

    def organiser(self):
        self.made.office.guests.add(
            self.made.event,
            GuestDetails(
                given="Henna", family="Vauhkonen", phone="+358401234567", category="organiser"
            ),
        )
        self.come("Kaarlo Miettinen")
        self.key(Key.Key_2, Qt.KeyboardModifier.AltModifier)

    def blocked(self):
        guest_in(self.made, "Kaarlo Miettinen", blocked="Unpaid fee of the spring event")
        self.come("Kaarlo Miettinen")

    def reason(self):
        self.key(Key.Key_F8)

    def pin(self):
        self.made.office.points.set_pin(self.made.event, "2468")
        self.made.settle()
        self.come("Kaarlo Miettinen")
        self.key(Key.Key_F8)
        self.page.view.reason.show_wrong_pin()

    def missing(self):
        self.new("Björn", "Östergård")
        ask_at_door(self.made, *QUESTIONS)
        self.come("Björn Östergård")
        self.key(Key.Key_2)

    def optional(self):
        self.new("Outi", "Pulkkinen")
        ask_at_door(self.made, QUESTIONS[2])
        self.come("Outi Pulkkinen")


class Shots(Verdicts):
    """Brings the desk from state to state, in this order."""

    STATES = (
        "waiting", "welcome", "last", "notes", "already", "cancelled", "queue", "full_event",
        "unknown", "mistyped", "web", "card", "longname", "short", "hold", "hold_long", "organiser",
        "blocked", "reason", "pin", "missing", "optional", "not_allowed", "closed", "full_room",
        "out", "goodbye", "search", "ticked", "together", "some_together", "nobody", "all_desks",
        "walkin",
    )  # fmt: skip

    def not_allowed(self):
        ask_at_door(self.made)
        self.new("Tapani", "Lehto")
        window = Window("17:00", "18:00")
        rules(self.made, allowed=("speaker", "vip"), windows=(window,))
        self.come("Tapani Lehto")

    def closed(self):
        rules(self.made, allowed=())
        self.come("Tapani Lehto")

    def full_room(self):
        rules(self.made, windows=(), capacity=2, rule=Rule.IN_AND_OUT)
        self.come("Tapani Lehto")

    def out(self):
        self.page.way.turn(Direction.OUT)
        self.made.settle()

    def goodbye(self):
        self.come("Siiri Åkerblom")

    def search(self):
        guest_in(self.made, "Aino Pöyhönen", note="Give envelope")
        self.page.way.turn(Direction.IN)
        rules(self.made, capacity=None, rule=Rule.ONCE)
        self.type("poyho")

    def ticked(self):
        for number in range(4):
            self.key(Key.Key_Down)
            if number:
                self.key(Key.Key_Space)

    def together(self):
        self.new("Ville", "Kettunen", "Kettu Oy")
        self.new("Pirjo", "Kettunen", "Kettu Oy")
        self.type("kettunen")
        self.key(Key.Key_Space, Qt.KeyboardModifier.ControlModifier)
        self.key(Key.Key_Down)
        self.key(Key.Key_Space)
        self.key(Key.Key_Return)

    def some_together(self):
        self.search()
        self.ticked()
        self.key(Key.Key_Return)

    def nobody(self):
        self.type("zzzzqqq")

    def all_desks(self):
        self.type("")
        self.page.view.side.show_all(on=True)
        self.made.settle()

    def walkin(self):
        self.page.view.side.show_all(on=False)
        self.key(Key.Key_F2)
        self.page.form.given.set_text("Aino")
        self.page.form.family.set_text("Poyhonen")
        QTest.qWait(250)
        self.made.settle()


def main() -> None:
    folder, theme, percent, width, height, *more = sys.argv[1:]
    app = QApplication([])
    language = more.pop(0) if more and more[0] in {"en", "fi", "sv", "long"} else "en"
    if language == "long":
        speak_long()
    else:
        use_language(language)
    look().use(theme, percent=int(percent), reduce_motion=True)
    made = open_desk(make(Path(tempfile.mkdtemp()), capacity=40), int(width), int(height))
    made.window.activateWindow()
    Path(folder).mkdir(parents=True, exist_ok=True)
    shots = Shots(made)
    for name in Shots.STATES:
        getattr(shots, name)()
        for _ in range(3):
            app.processEvents()
        if not more or name in more:
            file = f"desk-{name}-{theme}-{percent}-{width}-{language}.png"
            made.window.grab().save(str(Path(folder) / file))
    made.close()


if __name__ == "__main__":
    main()
