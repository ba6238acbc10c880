"""Points, directions and what this desk shows, by keyboard alone on a real workspace."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from gui.desk_room import arrived, guest_in, press, rules
from networking_app.domain.checkin import Direction, Foreign, Rule, ScanAnswer, Verdict
from networking_app.gui.desk_door import Admitted
from networking_app.gui.desk_latest import LatestKind
from networking_app.gui.desk_view import Mode
from networking_app.gui.widgets.result_panel import Result
from networking_app.services.points import PointRules

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


def test_going_out_says_goodbye_and_counts_who_is_inside(qtbot, desk):
    rules(desk, rule=Rule.IN_AND_OUT, capacity=5)
    assert desk.page.top.way.isVisible()
    code = desk.code("Siiri Åkerblom")
    desk.scan(code)
    assert desk.page.view.side.inside_words() == "1 of 5 inside now, Main door"
    press(qtbot, desk, Key.Key_F7)
    assert (desk.panel.result, desk.panel.word) == (Result.OUT, "Guests go out here")
    desk.clock.forward(minutes=5)
    desk.scan(code)
    assert (desk.panel.result, desk.panel.word) == (Result.GOODBYE, "Goodbye")
    assert desk.page.view.side.inside_words() == "0 of 5 inside now, Main door"
    assert desk.page.latest.rows[0].kind is LatestKind.OUT
    assert arrived(desk) == 1

    press(qtbot, desk, Key.Key_Z, CTRL)
    assert desk.page.view.side.inside_words() == "1 of 5 inside now, Main door"
    press(qtbot, desk, Key.Key_F7)
    assert desk.page.door.direction is Direction.IN


def test_other_points_offer_in_and_out_once_asked(qtbot, desk):
    assert not desk.page.top.way.isVisible()
    press(qtbot, desk, Key.Key_F7)
    assert desk.page.top.way.isVisible()
    assert desk.page.door.direction is Direction.OUT


def test_choosing_another_point_is_remembered_and_comes_back_in(qtbot, desk):
    second = desk.office.points.add(desk.event, PointRules("Lunch"))
    desk.page.reload()
    desk.settle()
    press(qtbot, desk, Key.Key_F7)
    desk.page.top.point_chosen.emit(second.id)
    desk.settle()
    assert desk.room.preferences.now.desk_point == second.id
    assert (desk.page.door.point.name, desk.page.door.direction) == ("Lunch", Direction.IN)


def test_a_point_chosen_in_the_settings_is_taken_at_once(desk):
    second = desk.office.points.add(desk.event, PointRules("Lunch"))
    desk.page.reload()
    desk.settle()
    desk.room.preferences.change(desk_point=second.id)
    desk.settle()
    assert desk.page.door.point.name == "Lunch"
    desk.room.preferences.change(desk_point="gone")
    desk.settle()
    assert desk.page.door.point.name == "Lunch"


@pytest.mark.parametrize(
    ("foreign", "said"),
    [
        (Foreign.NONE, "Read "),
        (Foreign.GENUINE, "A genuine ticket, but not in the list of guests."),
        (Foreign.FORGED, "This ticket was not made for this event"),
        (Foreign.EXPIRED, "A genuine ticket, but it is not valid at this time."),
    ],
)
def test_a_signed_code_that_nobody_holds_is_explained(desk, foreign, said):
    answer = ScanAnswer(Verdict.UNKNOWN, "a.b.c", foreign=foreign)
    desk.page.door.answered.emit(Admitted(answer))
    assert desk.panel.result is Result.UNKNOWN
    assert desk.panel.line.startswith(said)


def test_what_the_desk_hides_is_left_out(desk):
    guest_in(desk, "Siiri Åkerblom", note="Give the envelope")
    desk.room.preferences.change(desk_hides=("title", "category", "note"), surname_range="A–K")
    desk.scan(desk.code("Siiri Åkerblom"))
    assert (desk.panel.line, desk.panel.frames) == ("Savon Biotuote Oy", ())
    assert desk.page.view.notes.notes == ()
    assert desk.page.top.desk.words() == "Desk B · A–K"


def test_a_contact_card_is_searched_at_once(desk):
    desk.scan("BEGIN:VCARD\nVERSION:3.0\nFN:Aino Pöyhönen\nEND:VCARD")
    assert desk.page.view.mode is Mode.SEARCH
    assert desk.page.view.hits.chosen().name == "Aino Pöyhönen"


def test_a_badge_that_waits_in_a_box_is_named(desk):
    ids = [desk.guest(name).id for name in ("X", "Siiri Åkerblom", "Aino Pöyhönen")]
    desk.office.badges.note_run(desk.event, ids, "classic", "Desk B", box_size=2)
    desk.settle()
    desk.scan(desk.code("Aino Pöyhönen"))
    assert desk.panel.frames == ("Participant", "Box 2, no. 3")
    desk.office.checkin.hand_out(desk.guest("Aino Pöyhönen").id)
    desk.clock.forward(minutes=1)
    desk.scan(desk.code("Aino Pöyhönen"))
    assert desk.panel.frames[-1].startswith("Badge handed out 8.5")
