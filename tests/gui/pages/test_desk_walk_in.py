"""Walk-ins at the desk, by keyboard alone: the name is enough, and the badge comes with it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from gui.desk_room import arrived, listed, press, type_
from networking_app.domain.points import Question, QuestionKind
from networking_app.domain.registration import Permission, Purpose, Status
from networking_app.gui.desk_latest import LatestKind
from networking_app.gui.desk_view import Mode
from networking_app.gui.widgets.form import Segmented
from networking_app.gui.widgets.result_panel import Result

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


class Typist:
    """Types as a person does, and counts the keys."""

    def __init__(self, qtbot, desk):
        self.qtbot, self.desk, self.keys = qtbot, desk, 0

    def press(self, key, held=Qt.KeyboardModifier.NoModifier):
        press(self.qtbot, self.desk, key, held)
        self.keys += 1

    def type(self, text):
        type_(self.qtbot, self.desk, text)
        self.keys += len(text)


@pytest.fixture
def typist(qtbot, desk):
    return Typist(qtbot, desk)


@pytest.fixture
def sent(desk):
    """A printer that takes everything; what was sent to it."""
    came = []
    printing = desk.page.talk.printing
    printing._printers = lambda: ("Label",)
    printing._send = lambda pdf, title, printer: came.append((pdf[:4], title, printer))
    desk.room.preferences.change(printer="Label")
    printing.look()
    desk.settle()
    return came


def wait_for_alike(qtbot, desk, names):
    qtbot.waitUntil(lambda: [g.name for g in desk.page.form.alike.guests] == names)
    desk.settle()


def test_walk_in_with_organisation_and_badge_takes_few_keys(typist, desk, sent):
    typist.press(Key.Key_F2)
    typist.type("Marja")
    typist.press(Key.Key_Tab)
    typist.type("Tuominen")
    typist.press(Key.Key_Tab)
    typist.type("Sav")
    assert desk.page.form.fields.body_line.rest() == "on Biotuote Oy"
    typist.press(Key.Key_Tab)
    typist.press(Key.Key_Return)
    guest = desk.guest("Marja Tuominen")
    assert guest.organisation == "Savon Biotuote Oy"
    assert (desk.panel.result, desk.panel.name) == (Result.WELCOME, "Marja Tuominen")
    assert listed(desk)[0] == (LatestKind.WALK_IN, "Marja Tuominen")
    assert sent == [(b"%PDF", "Badge of Marja Tuominen", "Label")]
    assert desk.office.badges.at(guest.id).printed
    # 40 words a minute are 3.3 keys a second: 21 keys are under 7 of the 15 seconds.
    assert typist.keys == 21


def test_whole_name_in_the_first_field_is_taken_apart(typist, desk):
    typist.press(Key.Key_F2)
    typist.type("Carl von Essen")
    typist.press(Key.Key_Return)
    assert desk.guest("Carl von Essen").listed == "von Essen, Carl"


def test_shift_enter_saves_without_a_badge(typist, desk, sent):
    desk.room.preferences.change(print_on_welcome=True)
    typist.press(Key.Key_F2)
    typist.type("Marja")
    typist.press(Key.Key_Return, SHIFT)
    assert desk.panel.name == "Marja"
    assert sent == []
    assert arrived(desk) == 1


def test_without_a_printer_enter_saves_and_checks_in(typist, desk):
    desk.page.talk.printing._printers = tuple
    typist.press(Key.Key_F2)
    assert desk.page.form.save.words() == "Save and check in"
    assert [key for key, _ in desk.page.keys.keys] == ["Tab", "Enter", "Esc"]
    typist.type("Marja")
    typist.press(Key.Key_Return)
    assert (desk.panel.result, desk.panel.name) == (Result.WELCOME, "Marja")
    assert desk.room.messages.notices == {}


def test_with_a_printer_the_keys_say_both_ways(typist, desk, sent):
    typist.press(Key.Key_F2)
    assert desk.page.form.save.words() == "Save and print badge"
    assert [key for key, _ in desk.page.keys.keys] == ["Tab", "Enter", "Shift+Enter", "Esc"]


def test_undo_takes_the_walk_in_back_whole(typist, desk):
    typist.press(Key.Key_F2)
    typist.type("Marja")
    typist.press(Key.Key_Return)
    typist.press(Key.Key_Z, CTRL)
    counts = desk.office.events.counts(desk.event)
    assert (counts.registered, counts.arrived) == (10, 0)


def test_same_person_is_warned_of_while_typing_and_taken_instead(typist, qtbot, desk):
    typist.press(Key.Key_F2)
    typist.type("Aino")
    typist.press(Key.Key_Tab)
    typist.type("Poyhonen")
    wait_for_alike(qtbot, desk, ["Aino Pöyhönen"])
    typist.press(Key.Key_1, ALT)
    assert desk.panel.name == "Aino Pöyhönen"
    assert desk.office.events.counts(desk.event).registered == 10


def test_same_person_on_the_waiting_list_is_admitted_instead(typist, qtbot, desk):
    key = desk.guest("Onni Karppinen").id
    desk.office.guests.set_status([key], Status.WAITING)
    desk.settle()
    typist.press(Key.Key_F2)
    typist.type("Onni Karpinen")
    wait_for_alike(qtbot, desk, ["Onni Karppinen"])
    names = [b.accessibleName() for b in desk.page.form.alike.findChildren(QPushButton)]
    assert names == ["Admit Onni Karppinen instead"]
    typist.press(Key.Key_1, ALT)
    assert desk.panel.result is Result.REFUSED
    assert desk.panel.name == "Onni Karppinen"


def test_new_organisation_that_begins_like_a_known_one_can_be_typed(typist, desk):
    typist.press(Key.Key_F2)
    desk.settle()
    line = desk.page.form.fields.body_line
    line.setFocus()
    typist.type("Savonx")
    assert line.offer() == ""
    typist.press(Key.Key_Backspace)
    assert line.offer() == ""
    typist.press(Key.Key_Tab)
    assert line.text() == "Savon"


def test_down_offers_another_organisation_and_end_takes_it(typist, desk):
    typist.press(Key.Key_F2)
    desk.settle()
    line = desk.page.form.fields.body_line
    line.setFocus()
    typist.type("Savon")
    first = line.offer()
    typist.press(Key.Key_Down)
    assert line.offer() != first
    wanted = line.offer()
    typist.press(Key.Key_End)
    assert (line.text(), line.hasFocus()) == (wanted, True)


def test_organisation_tells_how_many_come_from_there(typist, desk):
    typist.press(Key.Key_F2)
    desk.settle()
    typist.type("Marja")
    desk.page.form.fields.body_line.setText("mikkelin kaupunki")
    hint = desk.page.form.organisation.editor.accessibleDescription()
    assert hint == "Found: 1 other from Mikkelin kaupunki"


def test_badge_is_drawn_beside_the_form(typist, qtbot, desk):
    typist.press(Key.Key_F2)
    assert desk.page.form.preview.image is None
    typist.type("Marja")
    qtbot.waitUntil(lambda: desk.page.form.preview.image is not None)
    desk.settle()
    assert desk.page.form.preview.image.width() == desk.page.form.preview.width()
    typist.press(Key.Key_Escape)
    assert desk.page.form.preview.image is None


def test_name_is_needed_and_the_draft_is_kept_when_a_code_comes(typist, desk):
    typist.press(Key.Key_F2)
    typist.press(Key.Key_Return)
    assert desk.page.form.given.error() == "Type the first or the last name"
    typist.type("Marja")
    desk.scan(desk.code("Siiri Åkerblom"))
    assert desk.panel.name == "Siiri Åkerblom"
    typist.press(Key.Key_F2)
    assert desk.page.form.given.text() == "Marja"
    typist.press(Key.Key_Escape)
    assert desk.page.view.mode is Mode.READY
    typist.press(Key.Key_F2)
    assert desk.page.form.given.text() == ""


def test_wrong_address_stops_the_first_time_only(typist, desk):
    typist.press(Key.Key_F2)
    typist.type("Marja")
    desk.page.form.fields.email.set_text("marja@jarvivesi")
    typist.press(Key.Key_Return)
    assert desk.page.form.fields.email.error() == "The part after @ needs a dot, e.g. jarvivesi.fi"
    assert QApplication.focusWidget() is desk.page.form.fields.email.editor
    assert arrived(desk) == 0
    typist.press(Key.Key_Return)
    assert desk.guest("Marja").email == "marja@jarvivesi"


def test_full_event_warns_but_admits(qtbot, opened):
    desk = opened(capacity=10)
    press(qtbot, desk, Key.Key_F2)
    assert desk.page.form.places() == "Full: ask the organiser"
    type_(qtbot, desk, "Marja")
    press(qtbot, desk, Key.Key_Return)
    assert desk.panel.name == "Marja"
    assert arrived(desk) == 1
    assert desk.room.messages.toast_text() == "Marja has a place although the event is full"


def test_photos_are_asked_about_and_never_chosen_beforehand(typist, desk):
    typist.press(Key.Key_F2)
    typist.type("Marja")
    asked = desk.page.form.fields.questions[0]
    assert asked.value() == ""
    asked.editor.choose("ask")
    typist.press(Key.Key_Return)
    details = desk.office.guests.details(desk.guest("Marja").id)
    assert details.consents == ((Purpose.PHOTO, Permission.ASK),)


def test_questions_of_the_door_are_answered_in_the_form(typist, desk):
    asked = (
        Question("", "May we photograph you?", QuestionKind.PHOTO),
        Question("", "Lunch", QuestionKind.CHOICE, ("Fish", "Soup")),
        Question("", "Parking?", QuestionKind.YES_NO),
        Question("", "Special diet?", QuestionKind.DIET, optional=True),
    )
    desk.office.points.set_questions(desk.event, [(one, True) for one in asked])
    desk.page.reload()
    desk.settle()
    typist.press(Key.Key_F2)
    typist.type("Marja")
    photo, lunch, parking, diet = desk.page.form.fields.questions
    assert isinstance(photo.editor, Segmented)
    photo.editor.choose("no")
    lunch.editor.setCurrentText("Soup")
    parking.editor.choose("yes")
    diet.editor.setText("No nuts")
    diet.editor.setFocus()
    typist.press(Key.Key_Return)
    details = desk.office.guests.details(desk.guest("Marja").id)
    assert details.consents == ((Purpose.PHOTO, Permission.NO),)
    assert details.answers == (("Lunch", "Soup"), ("Parking?", "yes"))
    assert details.diet == "No nuts"
    assert desk.panel.result is Result.WELCOME
    typist.press(Key.Key_F2)
    assert [one.value() for one in desk.page.form.fields.questions] == [""] * 4


def test_typing_is_never_held_up_by_badge_and_search(qtbot, desk):
    """Keys typed at once all arrive, and what is shown in the end is of the last one."""
    press(qtbot, desk, Key.Key_F2)
    QTest.keyClicks(QApplication.focusWidget(), "Aino Poyhonen")
    wait_for_alike(qtbot, desk, ["Aino Pöyhönen"])
    assert desk.page.form.given.text() == "Aino Poyhonen"


def test_badge_comes_after_a_question_that_is_asked_first(typist, desk, sent):
    asked = Question("", "Parking?", QuestionKind.YES_NO)
    desk.office.points.set_questions(desk.event, [(asked, True)])
    desk.page.reload()
    desk.settle()
    typist.press(Key.Key_F2)
    typist.type("Marja")
    typist.press(Key.Key_Return)
    assert desk.panel.result is Result.ASK
    assert sent == []
    key = desk.guest("Marja").id
    desk.page.door.answer(key, {desk.page.door.point.questions[0]: "yes"})
    desk.settle()
    assert desk.panel.result is Result.WELCOME
    assert [title for _pdf, title, _printer in sent] == ["Badge of Marja"]
