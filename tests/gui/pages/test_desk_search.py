"""Finding by name and walk-ins at the desk, by keyboard alone."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from gui.desk_room import arrived, press, type_
from networking_app.domain.registration import GuestDetails
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
