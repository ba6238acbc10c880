"""The check-in points page, by keyboard: rules, questions, the simulator, keys and the PIN."""

from __future__ import annotations

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

import factories
from gui.points_room import Place
from networking_app.domain.points import PointKind, Question, QuestionKind, Rule, Window
from networking_app.gui.dialogs.ask import Ask
from networking_app.gui.page import info
from networking_app.gui.pages import PAGES
from networking_app.gui.pages import points as module
from networking_app.services.points import PointRules

Key, ALT, CTRL = Qt.Key, Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def place(tmp_path, qtbot):
    made = Place(tmp_path, qtbot)
    yield made
    made.close()


def test_page_is_one_of_the_window_and_belongs_to_settings():
    assert module in PAGES
    assert (info(module).order, info(module).under) == (0, "settings")


def test_new_point_is_named_first_and_its_kind_is_guessed(place):
    page = place.open()
    page.commands()[0].run()
    place.type("Lounas")
    assert page.new.kinds.currentData() == PointKind.MEAL
    place.press(Key.Key_Return)

    made = place.point("Lounas")
    assert (made.kind, made.rule) == (PointKind.MEAL, Rule.ONCE)
    assert page.panel.isVisible()
    assert page.panel.title.text() == "Lounas"
    assert place.window.focusWidget() is page.panel.name_line
    assert page.new.name.text() == ""


def test_guessed_kind_can_be_changed_before_and_a_name_is_needed(place):
    page = place.open()
    page.new.line.setFocus()
    place.press(Key.Key_Return)
    assert page.new.name.error()

    place.press(Key.Key_Down, widget=page.new.kinds)
    page.new.kinds.setCurrentIndex(page.new.kinds.findData(PointKind.GIFT))
    page.new.kinds.activated.emit(page.new.kinds.currentIndex())
    place.type("Lounas", page.new.line)
    place.press(Key.Key_Return, widget=page.new.line)
    assert place.point("Lounas").kind is PointKind.GIFT


def test_name_that_is_taken_is_said_at_the_field(place):
    page = place.open()
    place.type("main DOOR", page.new.line)
    place.press(Key.Key_Return, widget=page.new.line)

    assert page.new.name.error()
    assert place.names() == ["Main door"]


def test_all_rules_of_a_point_are_set_by_keyboard(place):
    place.office.guests.add(place.event, factories.details("Aino Aho", tags=("crew",)))
    lunch = place.office.points.add(place.event, PointRules("Lunch", PointKind.MEAL))
    page = place.open()
    page.list.row_of(lunch.id).setFocus()
    place.press(Key.Key_Return)
    panel = page.panel

    place.press(Key.Key_Space, widget=panel.choices[Rule.IN_AND_OUT])
    place.press(Key.Key_Space, widget=panel.per_day)
    place.press(Key.Key_Space, widget=panel.allowed.chip("speaker"))
    place.type("Sponsor, press", panel.allowed.own)
    place.press(Key.Key_Return, widget=panel.allowed.own)
    place.press(Key.Key_Space, widget=panel.tags.chip("crew"))
    panel.windows.add.setFocus()
    place.press(Key.Key_Return)
    place.type("7-9")
    place.press(Key.Key_Tab)
    panel.windows.rows[0].set_categories(("press",))
    place.write(panel.capacity_line, "80")
    place.press(Key.Key_Space, widget=panel.badges)
    place.write(panel.name_line, "Early lunch")

    now = place.point("Early lunch")
    assert set(now.allowed) == {"speaker", "Sponsor", "press"}
    assert (now.rule, now.per_day, now.tags, now.capacity, now.admits_badges) == (
        Rule.IN_AND_OUT, True, ("crew",), 80, False,
    )  # fmt: skip
    assert now.windows == (Window("07:00", "09:00", ("press",)),)
    assert "7.00–9.00 (Press)" in panel.sentence.text()
    assert "at most 80 inside" in panel.sentence.text()
    assert page.list.row_of(lunch.id).inside.face.text == "0 of 80 inside"


@pytest.mark.parametrize(
    ("typed", "said"), [("nine", "Write it as 8–12 or 26.11. 8.00–12.00"), ("9-9", "It closes")]
)
def test_wrong_opening_time_gets_a_sentence_and_changes_nothing(place, typed, said):
    page = place.open()
    page._open(place.point("Main door").id)
    place.press(Key.Key_Return, widget=page.panel.windows.add)
    place.type(typed)
    place.press(Key.Key_Tab)

    field = page.panel.windows.rows[0].field
    assert field.error().startswith(said)
    assert place.point("Main door").windows == ()

    place.write(field.editor, "26.11. 8-12")
    assert place.point("Main door").windows == (Window("2026-11-26T08:00", "2026-11-26T12:00"),)
    place.press(Key.Key_Space, widget=page.panel.windows.rows[0].cross)
    assert place.point("Main door").windows == ()


def test_points_are_moved_removed_and_brought_back(place):
    for name in ("Lunch", "Gift"):
        place.office.points.add(place.event, PointRules(name, PointKind.OTHER))
    page = place.open()
    page.list.rows[2].setFocus()
    place.press(Key.Key_Up, ALT)
    assert place.names() == ["Main door", "Gift", "Lunch"]
    assert place.window.focusWidget().key == place.point("Gift").id
    place.press(Key.Key_Up)
    assert place.window.focusWidget().key == place.point("Main door").id
    place.press(Key.Key_Down)
    place.press(Key.Key_Delete)
    assert place.names() == ["Main door", "Lunch"]

    place.room.messages.undo_last()
    place.settle()
    assert place.names() == ["Main door", "Gift", "Lunch"]
    assert [row.key for row in page.list.rows] == [place.point(n).id for n in place.names()]


def test_point_is_dragged_by_its_grip(place):
    for name in ("Lunch", "Gift"):
        place.office.points.add(place.event, PointRules(name, PointKind.OTHER))
    page = place.open()
    grip = page.list.rows[2].grip
    top = page.list.rows[0]
    QTest.mousePress(grip, Qt.MouseButton.LeftButton)
    for _ in range(2):
        grip.dragged.emit(top.mapToGlobal(QPoint(0, 4)).y())
        QApplication.processEvents()
    QTest.mouseRelease(grip, Qt.MouseButton.LeftButton)
    place.settle()

    assert place.names() == ["Gift", "Main door", "Lunch"]
    assert not page.panel.isVisible()


def test_only_point_cannot_be_removed(place):
    page = place.open()
    page._open(place.point("Main door").id)
    assert not page.panel.remove.isEnabled()
    page.list.rows[0].setFocus()
    place.press(Key.Key_Delete)
    assert place.names() == ["Main door"]
    assert place.room.messages.notices


def test_point_counts_together_with_another(place):
    lunch = place.office.points.add(place.event, PointRules("Lunch", PointKind.MEAL))
    coffee = place.office.points.add(place.event, PointRules("Coffee", PointKind.MEAL))
    page = place.open()
    page._open(coffee.id)
    box = page.panel.together
    assert [box.itemText(n) for n in range(box.count())] == ["Stands alone", "Main door", "Lunch"]
    box.setCurrentIndex(2)
    box.activated.emit(2)
    place.settle()
    assert set(place.point("Coffee").together) == {lunch.id, coffee.id}
    assert "counts together with Lunch" in page.panel.sentence.text()

    box.setCurrentIndex(0)
    box.activated.emit(0)
    place.settle()
    assert place.point("Coffee").together == (coffee.id,)


def test_door_stands_alone_on_wish(place):
    back = place.office.points.add(place.event, PointRules("Back door"))
    page = place.open()
    page._open(back.id)
    box = page.panel.together
    assert [box.itemText(n) for n in range(box.count())] == ["All doors", "Stands alone"]
    box.setCurrentIndex(1)
    box.activated.emit(1)
    place.settle()
    assert place.point("Back door").together == (back.id,)
    assert box.currentText() == "Stands alone"


def test_questions_are_proposed_asked_ordered_and_removed(place):
    place.office.guests.add(place.event, factories.details("Aino Aho", answers=(("Bus?", "yes"),)))
    place.office.guests.add(place.event, factories.details("Onni Aho"))
    page = place.open()
    page.show_tab(module.QUESTIONS)
    card = page.questions
    assert [button.accessibleName() for button in card.offers] == ["Ask at the door: Bus?"]
    place.press(Key.Key_Return, widget=card.offers[0])
    place.type("Shirt size", card.new)
    place.press(Key.Key_Return, widget=card.new)
    assert asked(place) == [("Bus?", True), ("Shirt size", True)]
    assert card.offers == []

    second = card.rows[1]
    second.kinds.setCurrentIndex(second.kinds.findData("choice"))
    second.kinds.activated.emit(second.kinds.currentIndex())
    place.settle()
    assert stored(place)[1].kind is QuestionKind.TEXT  # not before there are answers
    place.write(second.options_line, "S, M, L")
    place.press(Key.Key_Space, widget=second.needed)
    assert stored(place)[1] == Question(
        stored(place)[1].id, "Shirt size", QuestionKind.CHOICE, ("S", "M", "L"), optional=True
    )

    place.press(Key.Key_Space, widget=second.up)
    assert asked(place) == [("Shirt size", True), ("Bus?", True)]
    place.press(Key.Key_Space, widget=card.rows[0].asked)
    place.press(Key.Key_Space, widget=card.rows[1].remove)
    assert asked(place) == [("Shirt size", False)]


def asked(place):
    return [(question.text, on) for question, on in place.office.points.questions(place.event)]


def stored(place):
    return [question for question, _on in place.office.points.questions(place.event)]


def pem():
    key = Ed25519PrivateKey.generate().public_key()
    return key.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo).decode()


def test_key_is_pasted_checked_and_removed(place, tmp_path):
    page = place.open()
    page.show_tab(module.TICKETS)
    card = page.keys
    card.box.setFocus()
    place.type("no key")
    place.press(Key.Key_Return, widget=card.add)
    assert "key" in card.text.error().lower()
    assert place.office.points.ticket_keys(place.event) == []

    card.box.setPlainText(pem())
    place.press(Key.Key_Return, widget=card.add)
    (tmp_path / "key.pem").write_text(pem(), "utf-8")
    card.read_file(tmp_path / "key.pem")
    place.settle()
    assert len(place.office.points.ticket_keys(place.event)) == 2
    assert card.text.text() == ""

    place.press(Key.Key_Return, widget=card.removes[0])
    assert len(place.office.points.ticket_keys(place.event)) == 1
    card.read_file(tmp_path / "missing.pem")
    assert card.text.error()


def test_pin_is_set_twice_the_same_and_removed(place):
    page = place.open()
    page.show_tab(module.TICKETS)
    card = page.pin
    place.type("2468", card.line)
    place.type("2469", card.again_line)
    place.press(Key.Key_Return, widget=card.set)
    assert card.again.error()
    place.write(card.again_line, "2468")
    place.press(Key.Key_Return, widget=card.set)
    assert place.office.points.pin_opens(place.event, "2468")
    assert not place.office.points.pin_opens(place.event, "2469")
    assert card.set.words() == "Change the PIN"
    assert card.pin.text() == ""

    place.press(Key.Key_Return, widget=card.remove)
    place.window.findChild(Ask).do.click()
    place.settle()
    assert place.office.points.pin_opens(place.event, "")


def test_badges_are_handed_out_with_the_check_in_and_sorted_into_boxes(place):
    page = place.open()
    page.show_tab(module.TICKETS)
    page.hand_out.way.setFocus()
    place.press(Key.Key_Left, widget=page.hand_out.way)
    place.write(page.hand_out.boxes_line, "50")

    event = place.office.events.current()
    assert (event.hands_out, event.box_size) == (True, 50)


def test_rules_changed_elsewhere_are_shown_in_the_open_panel(place):
    page = place.open()
    door = place.point("Main door")
    page._open(door.id)
    place.office.points.change(place.event, door.id, PointRules("Front door", capacity=5))
    place.settle()
    assert page.panel.name.text() == "Front door"
    assert page.panel.capacity.text() == "5"


def test_keys_of_the_page_are_named(place):
    page = place.open()
    assert QKeySequence(page.commands()[0].key) == QKeySequence("Ctrl+N")
    place.press(Key.Key_F6, CTRL)
    assert [type(area).__name__ for area in page.areas()] == ["Segmented", "QStackedWidget"]
    page.findChildren(type(page.new.add))[0].click()
    assert place.went == ["settings"]
