"""Guests who come together, and taking back what any desk did, by keyboard alone."""

from __future__ import annotations

from PySide6.QtCore import Qt

from gui.desk_room import arrived, guest_in, press, type_
from networking_app.domain.registration import Status
from networking_app.gui.desk_latest import LatestKind
from networking_app.gui.desk_view import Mode
from networking_app.gui.widgets.result_panel import Result

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


def tick(qtbot, desk, *steps):
    """Go down and tick."""
    for step in steps:
        for _ in range(step):
            press(qtbot, desk, Key.Key_Down)
        press(qtbot, desk, Key.Key_Space)


def test_several_hits_are_checked_in_by_one_enter_and_undone_as_one(qtbot, desk, spoken):
    type_(qtbot, desk, "matti")
    press(qtbot, desk, Key.Key_Space, CTRL)
    tick(qtbot, desk, 1)
    assert len(desk.page.view.hits.ticked) == 2
    assert desk.page.view.scan.text() == "matti"
    press(qtbot, desk, Key.Key_Return)
    assert (desk.panel.result, desk.panel.name, arrived(desk)) == (Result.WELCOME, "2 guests", 2)
    assert desk.panel.line == "Matti Pöyhönen, Matti Pöyhönen"
    assert desk.page.view.last.words() == "2 guests checked in 8.54"
    assert "2 guests" in spoken[-1]
    assert len(desk.page.latest.rows) == 2

    press(qtbot, desk, Key.Key_Z, CTRL)
    assert arrived(desk) == 0
    assert {row.kind for row in desk.page.latest.rows} == {LatestKind.UNDONE}


def test_who_of_a_group_may_not_come_in_waits_in_the_list(qtbot, desk):
    desk.office.guests.set_status([desk.guest("Raija Pöyhölä").id], Status.CANCELLED)
    guest_in(desk, "Aino Pöyhönen", note="Fetch Henna", holds=True)
    type_(qtbot, desk, "poyh")
    for guest in list(desk.page.view.hits.model.guests):
        if guest.name in {"Raija Pöyhölä", "Aino Pöyhönen", "Eeva-Liisa Pöyhönen-Kainulainen"}:
            place = desk.page.view.hits.model.guests.index(guest)
            desk.page.view.hits.view.setCurrentIndex(desk.page.view.hits.model.index(place))
            desk.page.view.hits.tick()
    press(qtbot, desk, Key.Key_Return)
    assert (desk.panel.result, desk.panel.word) == (Result.ASK, "1 of 3 checked in")
    assert "Raija Pöyhölä" in desk.panel.name
    assert arrived(desk) == 1
    kinds = sorted(row.kind for row in desk.page.latest.rows)
    assert kinds == [LatestKind.IN, LatestKind.OPEN, LatestKind.OPEN]


def test_ticks_stay_while_others_are_searched(qtbot, desk):
    type_(qtbot, desk, "aino")
    press(qtbot, desk, Key.Key_Space, CTRL)
    for _ in range(4):
        press(qtbot, desk, Key.Key_Backspace)
    assert desk.page.view.mode is Mode.READY
    type_(qtbot, desk, "aino")
    press(qtbot, desk, Key.Key_Space, CTRL)
    desk.page.view.scan.field.selectAll()
    type_(qtbot, desk, "onni")
    names = [guest.name for guest in desk.page.view.hits.model.guests]
    assert names[0] == "Aino Pöyhönen"
    assert "Onni Karppinen" in names
    assert desk.page.view.hits.chosen().name == "Onni Karppinen"


def test_space_types_a_blank_where_no_arrow_came_before(qtbot, desk):
    type_(qtbot, desk, "aino po")
    assert desk.page.view.scan.text() == "aino po"
    assert desk.page.view.hits.ticked == []


def at_other_desk(desk, name):
    desk.office.checkin.desk = "Desk A"
    desk.office.checkin.admit(desk.guest(name).id, desk.page.door.point)
    desk.office.checkin.desk = "Desk B"
    desk.settle()


def test_a_hit_that_came_by_another_desk_is_undone_there(qtbot, desk):
    at_other_desk(desk, "Aino Pöyhönen")
    type_(qtbot, desk, "aino")
    assert desk.page.view.hits.chosen().desk == "Desk A"
    assert ("Ctrl+U", "Undo check-in") in desk.page.keys.keys
    press(qtbot, desk, Key.Key_U, CTRL)
    assert arrived(desk) == 0
    qtbot.waitUntil(lambda: not desk.page.view.hits.chosen().arrived)
    assert desk.page.view.mode is Mode.SEARCH


def test_the_list_of_all_desks_shows_and_undoes_them(qtbot, desk):
    at_other_desk(desk, "Aino Pöyhönen")
    desk.scan(desk.code("X"))
    press(qtbot, desk, Key.Key_D, CTRL)
    side = desk.page.view.side
    assert [(row.name, row.second) for row in side.everywhere.rows] == [
        ("X", "Desk B"),
        ("Aino Pöyhönen", "Desk A"),
    ]
    desk.page.undoing.undo(side.everywhere.rows[1], "Wrong guest")
    desk.settle()
    assert arrived(desk) == 1
    assert side.everywhere.rows[1].kind is LatestKind.UNDONE
    press(qtbot, desk, Key.Key_D, CTRL)
    assert not side.shows_all()


def test_undo_with_a_reason_from_the_list(qtbot, desk):
    desk.scan(desk.code("X"))
    desk.page.talk.undo_asked.emit(desk.page.latest.rows[0])
    press(qtbot, desk, Key.Key_1)
    press(qtbot, desk, Key.Key_Return)
    assert arrived(desk) == 0
    assert desk.page.view.mode is Mode.READY


def test_what_another_desk_takes_back_is_marked_here(qtbot, desk):
    desk.scan(desk.code("X"))
    line = desk.page.latest.rows[0]
    desk.office.checkin.undo(line.check_in_id)
    qtbot.waitUntil(lambda: desk.page.latest.rows[0].kind is LatestKind.UNDONE)
    desk.settle()
    assert desk.page.latest.newest() is None
