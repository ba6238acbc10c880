"""Finding by name and walk-ins at the desk, by keyboard alone."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from gui.desk_room import arrived, listed, press, type_
from networking_app.domain.registration import GuestDetails
from networking_app.gui.desk_latest import LatestKind
from networking_app.gui.desk_view import Mode
from networking_app.gui.widgets.result_panel import Result

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


def test_two_digits_are_a_search_not_an_answer(qtbot, desk):
    code = desk.code("Aino Pöyhönen")
    desk.scan(code)
    desk.clock.forward(minutes=1)
    desk.scan(code)
    type_(qtbot, desk, "12")
    qtbot.wait(100)
    desk.settle()
    assert (desk.page.view.mode, desk.page.view.scan.text()) == (Mode.SEARCH, "12")


def test_typing_finds_from_the_first_letter_and_enter_checks_in(qtbot, desk, spoken):
    type_(qtbot, desk, "p")
    assert desk.page.view.mode is Mode.SEARCH
    type_(qtbot, desk, "oyhonen aino")
    assert [g.name for g in desk.page.view.hits.model.guests] == ["Aino Pöyhönen"]
    press(qtbot, desk, Key.Key_Return)
    assert (desk.panel.result, desk.panel.name) == (Result.WELCOME, "Aino Pöyhönen")
    assert QApplication.focusWidget() is desk.page.view.scan.field


def test_arrows_and_alt_numbers_choose(qtbot, desk):
    type_(qtbot, desk, "poyho")
    hits = desk.page.view.hits
    second, third = hits.model.guests[1], hits.model.guests[2]
    press(qtbot, desk, Key.Key_Down)
    assert hits.view.currentIndex().row() == 1
    press(qtbot, desk, Key.Key_Up)
    press(qtbot, desk, Key.Key_3, ALT)
    assert (desk.panel.name, third.id != second.id) == (third.name, True)
    assert desk.office.guests.some(desk.event, [third.id])[0].arrived != ""


def test_same_names_are_pointed_out(qtbot, desk):
    type_(qtbot, desk, "matti")
    assert desk.page.view.hits.warning == (
        "2 people are called Matti Pöyhönen: ask for the organisation"
    )


def test_nobody_found_offers_a_walk_in_with_that_name(qtbot, desk):
    type_(qtbot, desk, "kalle kukkola")
    assert desk.page.view.hits.model.guests == []
    press(qtbot, desk, Key.Key_F2)
    assert (desk.page.form.given.text(), desk.page.form.family.text()) == ("Kalle", "Kukkola")


def test_private_things_are_not_shown(qtbot, opened):
    desk = opened(people=())
    details = GuestDetails(
        given="Aino", family="Aho", email="aino@example.org", phone="+358401", diet="No nuts",
        note="Call first",
    )  # fmt: skip
    desk.office.guests.add(desk.event, details)
    desk.settle()
    type_(qtbot, desk, "aho")
    said = desk.page.view.hits.model.spoken(desk.page.view.hits.model.guests[0])
    assert said == "Aho, Aino, Registered"
    press(qtbot, desk, Key.Key_Return)
    words = desk.panel.sentence()
    assert not any(secret in words for secret in ("@", "358", "nuts", "Call"))


def test_typed_code_is_judged_on_enter(qtbot, desk):
    code = desk.code("Siiri Åkerblom")
    type_(qtbot, desk, f"{code[:5].lower()} {code[5:]}")
    press(qtbot, desk, Key.Key_Return)
    assert desk.panel.name == "Siiri Åkerblom"


def test_enter_before_the_hits_are_shown_checks_in_only_one(qtbot, desk):
    field = desk.page.view.scan.field
    field.setText("poyho")
    qtbot.keyClick(field, Key.Key_Return)
    desk.settle()
    assert (desk.page.view.mode, arrived(desk)) == (Mode.SEARCH, 0)
    field.setText("karppinen")
    qtbot.keyClick(field, Key.Key_Return)
    desk.settle()
    assert desk.panel.name == "Onni Karppinen"


def test_typed_number_that_nobody_has_is_an_unknown_code(qtbot, desk):
    type_(qtbot, desk, "987654321098")
    press(qtbot, desk, Key.Key_Return)
    assert desk.panel.result is Result.UNKNOWN


def test_escape_clears_and_letters_find_the_field(qtbot, desk):
    type_(qtbot, desk, "poyho")
    press(qtbot, desk, Key.Key_Escape)
    assert (desk.page.view.mode, desk.page.view.scan.text()) == (Mode.READY, "")
    desk.page.view.side.list.setFocus()
    qtbot.keyClicks(desk.page.view.side.list, "x")
    desk.settle()
    assert desk.page.view.scan.text() == "x"
    assert QApplication.focusWidget() is desk.page.view.scan.field


def test_walk_in_saves_checks_in_and_warns_of_doubles(qtbot, desk):
    press(qtbot, desk, Key.Key_F2)
    assert QApplication.focusWidget() is desk.page.form.given.editor
    type_(qtbot, desk, "Marja")
    press(qtbot, desk, Key.Key_Tab)
    type_(qtbot, desk, "Tuominen")
    press(qtbot, desk, Key.Key_Tab)
    type_(qtbot, desk, "Metsa Oy")  # key clicks know ASCII only
    press(qtbot, desk, Key.Key_Return)
    assert (desk.panel.result, desk.panel.name) == (Result.WELCOME, "Marja Tuominen")
    assert listed(desk)[0] == (LatestKind.WALK_IN, "Marja Tuominen")
    counts = desk.office.events.counts(desk.event)
    assert (counts.registered, counts.arrived, counts.walk_ins) == (11, 1, 1)

    press(qtbot, desk, Key.Key_Z, CTRL)
    counts = desk.office.events.counts(desk.event)
    assert (counts.registered, counts.arrived) == (10, 0)


def test_walk_in_offers_the_similar_guest(qtbot, desk):
    press(qtbot, desk, Key.Key_F2)
    desk.page.form.given.set_text("Aino")
    desk.page.form.family.set_text("Poyhonen")
    desk.page.form.look_for.emit("Aino Poyhonen")
    desk.settle()
    button = next(
        b
        for b in desk.page.form.findChildren(QPushButton)
        if b.accessibleName() == "Check in Aino Pöyhönen instead"
    )
    button.setFocus()
    press(qtbot, desk, Key.Key_Return)
    assert desk.panel.name == "Aino Pöyhönen"
    assert desk.office.events.counts(desk.event).registered == 10


def test_walk_in_needs_a_name_and_keeps_its_draft_when_a_code_comes(qtbot, desk):
    press(qtbot, desk, Key.Key_F2)
    press(qtbot, desk, Key.Key_Return)
    assert desk.page.form.given.error() == "Type the first or the last name"
    type_(qtbot, desk, "Marja")
    desk.scan(desk.code("Siiri Åkerblom"))
    assert desk.panel.name == "Siiri Åkerblom"
    press(qtbot, desk, Key.Key_F2)
    assert desk.page.form.given.text() == "Marja"
    press(qtbot, desk, Key.Key_Escape)
    assert desk.page.view.mode is Mode.READY
    press(qtbot, desk, Key.Key_F2)
    assert desk.page.form.given.text() == ""


def test_full_event_warns_but_admits_a_walk_in(qtbot, opened):
    desk = opened(capacity=10)
    press(qtbot, desk, Key.Key_F2)
    assert desk.page.form.places() == "Full: ask the organiser"
    type_(qtbot, desk, "Marja")
    press(qtbot, desk, Key.Key_Return)
    assert desk.panel.name == "Marja"
    assert arrived(desk) == 1
