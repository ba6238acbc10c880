"""The list of the latest at the desk: taken back by key, struck when undone, honours marked."""

from __future__ import annotations

from PySide6.QtCore import Qt

from gui.desk_room import arrived, listed, press, type_
from networking_app.gui.desk_latest import LatestKind
from networking_app.services.checkin import CheckIn

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


def come(desk, *names):
    for name in names:
        desk.clock.forward(seconds=30)
        desk.scan(desk.code(name))


def choose(desk, row, of_all=False):
    side = desk.page.view.side
    shown = side.list_of_all if of_all else side.list
    shown.setFocus()
    shown.setCurrentIndex(shown.model().index(row))


def reasons(desk):
    with desk.office.database.read() as connection:
        found = connection.exec_driver_sql("SELECT reason FROM check_in WHERE kind = 'undone'")
        return [reason for (reason,) in found]


def test_ctrl_z_on_a_line_takes_that_one_back(qtbot, desk):
    come(desk, "Siiri Åkerblom", "Onni Karppinen", "Raija Pöyhölä")
    choose(desk, 1)
    press(qtbot, desk, Key.Key_Z, CTRL)
    assert arrived(desk) == 2
    assert listed(desk) == [
        (LatestKind.IN, "Raija Pöyhölä"), (LatestKind.UNDONE, "Onni Karppinen"),
        (LatestKind.IN, "Siiri Åkerblom"),
    ]  # fmt: skip
    assert desk.page.latest.rows[1].second == "Undone"


def test_del_on_a_line_asks_why_beside_the_scans(qtbot, desk):
    come(desk, "Siiri Åkerblom", "Onni Karppinen")
    choose(desk, 1)
    press(qtbot, desk, Key.Key_Delete)
    assert desk.page.view.reason.title.text() == "Undo check-in of Siiri Åkerblom"
    type_(qtbot, desk, "Wrong guest")
    press(qtbot, desk, Key.Key_Return)
    assert reasons(desk) == ["Wrong guest"]
    assert arrived(desk) == 1


def test_reason_is_optional_and_a_scan_closes_the_question(qtbot, desk):
    come(desk, "Siiri Åkerblom")
    choose(desk, 0)
    press(qtbot, desk, Key.Key_Delete)
    come(desk, "Onni Karppinen")
    assert not desk.page.view.reason.isVisible()
    assert arrived(desk) == 2
    choose(desk, 1)
    press(qtbot, desk, Key.Key_Delete)
    press(qtbot, desk, Key.Key_Return)
    assert reasons(desk) == [""]
    assert arrived(desk) == 1


def test_undone_line_is_not_undone_again(qtbot, desk):
    come(desk, "Siiri Åkerblom")
    for _ in range(2):
        choose(desk, 0)
        press(qtbot, desk, Key.Key_Z, CTRL)
    choose(desk, 0)
    press(qtbot, desk, Key.Key_Delete)
    assert not desk.page.view.reason.isVisible()
    assert reasons(desk) == [""]


def test_check_ins_of_other_desks_are_shown_and_taken_back(qtbot, desk):
    other = CheckIn(desk.office.database, "Desk A")
    door = other.point(desk.event)
    come(desk, "Siiri Åkerblom")
    other.admit(desk.guest("Onni Karppinen").id, door)
    press(qtbot, desk, Key.Key_D, CTRL)
    qtbot.waitUntil(lambda: len(desk.page.view.side.everywhere.rows) == 2)
    desk.settle()
    rows = desk.page.view.side.everywhere.rows
    assert [(row.name, row.second) for row in rows] == [
        ("Onni Karppinen", "Desk A"), ("Siiri Åkerblom", "Desk B"),
    ]  # fmt: skip
    choose(desk, 0, of_all=True)
    press(qtbot, desk, Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: rows[0].kind is LatestKind.UNDONE or
                    desk.page.view.side.everywhere.rows[0].kind is LatestKind.UNDONE)  # fmt: skip
    desk.settle()
    assert arrived(desk) == 1


def test_guests_of_honour_are_marked_and_said(desk):
    come(desk, "Siiri Åkerblom", "Onni Karppinen")
    other, speaker = desk.page.latest.rows
    assert speaker.spoken() == "Siiri Åkerblom, Speaker, Savon Biotuote Oy, arrived, 8.54"
    assert (speaker.category, other.category) == ("speaker", "participant")
    assert "Participant" not in other.spoken()


def test_list_after_a_restart_keeps_what_was_undone(desk):
    come(desk, "Siiri Åkerblom", "Onni Karppinen")
    desk.page.talk.undo_last()
    desk.settle()
    desk.window.rebuild()
    desk.settle()
    assert listed(desk) == [
        (LatestKind.UNDONE, "Onni Karppinen"), (LatestKind.IN, "Siiri Åkerblom"),
    ]  # fmt: skip
