"""Answers that need something of the desk, by keyboard alone on a real workspace."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from gui.desk_room import arrived, ask_at_door, guest_in, press, rules, type_
from networking_app.domain.checkin import Question
from networking_app.domain.points import PointKind, QuestionKind, Window
from networking_app.domain.registration import GuestDetails, Permission, Purpose, Status
from networking_app.gui.desk_latest import LatestKind
from networking_app.gui.desk_view import ENTER_PAUSE, Mode
from networking_app.gui.widgets.result_panel import Result

Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier


def history(desk, name):
    """What was done to a guest, newest first: the deed, its reason and what was put aside."""
    return [
        (deed.deed, deed.facts.get("reason", ""), deed.facts.get("over", ""))
        for deed, _changes in desk.office.history.of_guest(desk.guest(name).id)
    ]


@pytest.fixture
def held(desk):
    guest_in(desk, "Siiri Åkerblom", note="Fetch the press officer\nRoom 2", holds=True)
    desk.scan(desk.code("Siiri Åkerblom"))
    return desk


def test_hold_stops_with_the_note_huge_and_is_spoken(spoken, held):
    assert held.panel.result is Result.STOP
    assert (held.panel.note, held.panel.name) == ("Fetch the press officer", "Siiri Åkerblom")
    assert held.page.view.notes.notes[0].title == "Room 2"
    assert arrived(held) == 0
    assert held.page.talk.sounds.played[-1] == "already"
    assert spoken[-1].startswith("Stop: read the note first. Fetch the press officer.")
    assert held.page.latest.rows[0].kind is LatestKind.OPEN


def test_enter_confirms_a_hold_and_it_is_logged(qtbot, held):
    qtbot.wait(ENTER_PAUSE + 20)
    press(qtbot, held, Key.Key_Return)
    assert (held.panel.result, arrived(held)) == (Result.WELCOME, 1)
    assert held.panel.frames == ("Speaker", "Note confirmed")
    assert held.page.view.notes.notes[0].title == "Fetch the press officer"
    assert history(held, "Siiri Åkerblom")[0] == ("check_in", "", "hold")
    assert [row.kind for row in held.page.latest.rows] == [LatestKind.IN]


def test_the_second_enter_of_a_scanner_confirms_nothing(qtbot, held):
    press(qtbot, held, Key.Key_Return)
    assert (held.panel.result, arrived(held)) == (Result.STOP, 0)


def test_a_hold_left_outside_is_opened_again_from_the_list(qtbot, held):
    press(qtbot, held, Key.Key_Escape)
    assert held.page.view.mode is Mode.READY
    held.scan(held.code("Aino Pöyhönen"))
    kinds = [row.kind for row in held.page.latest.rows]
    assert kinds == [LatestKind.IN, LatestKind.OPEN]

    held.page.view.side.list.setFocus()
    press(qtbot, held, Key.Key_Down)
    press(qtbot, held, Key.Key_Return)
    assert held.panel.result is Result.STOP
    assert QApplication.focusWidget() is held.page.view.scan.field
    assert [row.kind for row in held.page.latest.rows] == [LatestKind.OPEN, LatestKind.IN]


LUNCH = Question("", "Lunch?", QuestionKind.CHOICE, ("Fish", "Vegan"))
SHUTTLE = Question("", "Shuttle back?", QuestionKind.YES_NO)
PHOTO = Question("", "Photos?", QuestionKind.PHOTO)
DIET = Question("", "Diet?", QuestionKind.DIET, optional=True)
ROOM = Question("", "Which workshop?", QuestionKind.TEXT)


def test_questions_of_every_kind_are_answered_on_the_spot(qtbot, desk):
    ask_at_door(desk, LUNCH, SHUTTLE, PHOTO, ROOM, DIET)
    desk.scan(desk.code("Aino Pöyhönen"))
    assert (desk.panel.result, desk.panel.word) == (Result.ASK, "Ask before letting in")
    assert arrived(desk) == 0
    press(qtbot, desk, Key.Key_2)
    press(qtbot, desk, Key.Key_Tab)
    press(qtbot, desk, Key.Key_1)
    press(qtbot, desk, Key.Key_Return)
    press(qtbot, desk, Key.Key_2)
    press(qtbot, desk, Key.Key_Tab)
    type_(qtbot, desk, "Water")
    press(qtbot, desk, Key.Key_Tab)
    type_(qtbot, desk, "nuts")
    press(qtbot, desk, Key.Key_Return)
    assert (desk.panel.result, arrived(desk)) == (Result.WELCOME, 1)

    details = desk.office.guests.details(desk.guest("Aino Pöyhönen").id)
    assert dict(details.answers) == {
        "Lunch?": "Vegan",
        "Shuttle back?": "Yes",
        "Which workshop?": "Water",
    }
    assert dict(details.consents)[Purpose.PHOTO] is Permission.ASK
    assert details.diet == "nuts"


def test_a_question_left_open_is_named_and_optional_ones_may_be_skipped(qtbot, desk, spoken):
    ask_at_door(desk, DIET, LUNCH)
    desk.scan(desk.code("Aino Pöyhönen"))
    press(qtbot, desk, Key.Key_Return)
    press(qtbot, desk, Key.Key_Return)
    assert arrived(desk) == 0
    assert spoken[-1] == "This question needs an answer"
    press(qtbot, desk, Key.Key_1)
    press(qtbot, desk, Key.Key_Return)
    assert arrived(desk) == 1


def test_optional_questions_do_not_stop_the_guest(qtbot, desk):
    ask_at_door(desk, DIET)
    desk.scan(desk.code("Aino Pöyhönen"))
    assert (desk.panel.result, arrived(desk)) == (Result.WELCOME, 1)
    assert QApplication.focusWidget() is desk.page.view.scan.field
    press(qtbot, desk, Key.Key_Tab)
    type_(qtbot, desk, "milk")
    press(qtbot, desk, Key.Key_Return)
    assert desk.office.guests.details(desk.guest("Aino Pöyhönen").id).diet == "milk"
    assert desk.page.view.mode is Mode.READY


def test_leaving_the_questions_leaves_the_guest_outside(qtbot, desk):
    ask_at_door(desk, LUNCH)
    desk.scan(desk.code("Aino Pöyhönen"))
    press(qtbot, desk, Key.Key_Escape)
    assert (desk.page.view.mode, arrived(desk)) == (Mode.READY, 0)
    assert desk.page.latest.rows[0].can_open()


def test_admitting_from_the_waiting_list_registers_and_is_undone_as_one(qtbot, desk):
    desk.office.guests.set_status([desk.guest("Onni Karppinen").id], Status.WAITING)
    desk.settle()
    desk.scan(desk.code("Onni Karppinen"))
    press(qtbot, desk, Key.Key_1, ALT)
    assert (desk.panel.result, arrived(desk)) == (Result.WELCOME, 1)
    assert desk.guest("Onni Karppinen").status is Status.REGISTERED
    assert len(desk.page.latest.rows) == 1

    press(qtbot, desk, Key.Key_Z, CTRL)
    assert (arrived(desk), desk.guest("Onni Karppinen").status) == (0, Status.WAITING)


def test_without_places_the_waiting_list_needs_a_reason(qtbot, opened):
    desk = opened(capacity=10)
    desk.office.guests.set_status([desk.guest("Onni Karppinen").id], Status.WAITING)
    desk.office.guests.add(desk.event, GuestDetails(given="Last", family="Place"))
    desk.settle()
    desk.scan(desk.code("Onni Karppinen"))
    assert desk.page.view.question_of.small == "No places left."
    press(qtbot, desk, Key.Key_1, ALT)
    press(qtbot, desk, Key.Key_Return)
    assert arrived(desk) == 0
    press(qtbot, desk, Key.Key_1)
    press(qtbot, desk, Key.Key_Return)
    assert arrived(desk) == 1
    assert desk.guest("Onni Karppinen").status is Status.REGISTERED
    assert ("check_in", "Organiser said so", "waiting") in history(desk, "Onni Karppinen")
    press(qtbot, desk, Key.Key_Z, CTRL)
    assert (arrived(desk), desk.guest("Onni Karppinen").status) == (0, Status.WAITING)


def test_the_last_place_is_given_once_when_two_desks_want_it(desk):
    desk.office.events.change(desk.event, capacity=10)
    desk.office.guests.set_status([desk.guest("Onni Karppinen").id], Status.WAITING)
    desk.settle()
    desk.scan(desk.code("Onni Karppinen"))
    with desk.office.database.write("add_guest", {}):
        pass
    desk.page.door.state = replace(desk.page.door.state)  # what this desk saw a moment ago
    desk.office.guests.add(desk.event, GuestDetails(given="Quicker", family="Desk"))
    desk.page.outcomes.choose("admit")
    desk.settle()
    assert arrived(desk) == 0
    assert desk.page.view.question_of.small == "No places left."


@pytest.mark.parametrize(
    ("changed", "word", "line"),
    [
        (
            {"windows": (Window("17:00", "18:00"),)},
            "Do not admit now: outside the opening time",
            "Main door opens 17.00",
        ),
        (
            {"windows": (Window("2026-11-25T10:00", "2026-11-25T11:00"),)},
            "Do not admit now: outside the opening time",
            "The opening time of Main door is over",
        ),
        ({"capacity": 1}, "Do not admit yet: full", "1 of 1 place taken at Main door"),
        ({"allowed": ("vip",)}, "Do not admit here", "Not let in at Main door"),
    ],
)
def test_a_rule_is_explained_and_put_aside_with_a_reason(qtbot, desk, changed, word, line):
    desk.scan(desk.code("Siiri Åkerblom"))
    rules(desk, **changed)
    desk.scan(desk.code("Aino Pöyhönen"))
    assert (desk.panel.word, desk.panel.line) == (word, line)
    assert desk.panel.result is Result.REFUSED

    press(qtbot, desk, Key.Key_2, ALT)
    type_(qtbot, desk, "Came with the speaker")
    press(qtbot, desk, Key.Key_Return)
    assert desk.panel.result is Result.WELCOME
    assert history(desk, "Aino Pöyhönen")[0][:2] == ("check_in", "Came with the speaker")
    press(qtbot, desk, Key.Key_Z, CTRL)
    assert arrived(desk) == 1


def test_further_reasons_stand_in_one_line(desk):
    rules(desk, windows=(Window("17:00", "18:00"),), allowed=("vip",))
    desk.scan(desk.code("Aino Pöyhönen"))
    said = desk.page.view.question_of.small
    assert said == "Besides: this category is not let in here."


def test_blocked_says_why_and_asks_the_pin_before_letting_in(qtbot, desk):
    desk.office.points.set_pin(desk.event, "2468")
    guest_in(desk, "Aino Pöyhönen", blocked="Unpaid fee")
    desk.scan(desk.code("Aino Pöyhönen"))
    assert (desk.panel.word, desk.panel.line) == (
        "Do not admit: blocked by the organiser",
        "Unpaid fee",
    )
    press(qtbot, desk, Key.Key_F8)
    type_(qtbot, desk, "1111")
    press(qtbot, desk, Key.Key_Return)
    press(qtbot, desk, Key.Key_2)
    press(qtbot, desk, Key.Key_Return)
    form = desk.page.view.reason
    assert (arrived(desk), form.pin.error()) == (0, "This is not the PIN. Type it again.")
    type_(qtbot, desk, "2468")
    press(qtbot, desk, Key.Key_Return)
    assert arrived(desk) == 1
    assert history(desk, "Aino Pöyhönen")[0] == ("check_in", "Companion of a speaker", "blocked")


def test_a_desk_that_may_not_let_in_offers_no_way_to(qtbot, desk):
    desk.room.preferences.change(may_override=False)
    guest_in(desk, "Aino Pöyhönen", blocked="Unpaid fee")
    desk.scan(desk.code("Aino Pöyhönen"))
    values = [choice.value for choice in desk.page.view.question_of.choices]
    assert values == ["organiser", "away"]
    press(qtbot, desk, Key.Key_F8)
    assert desk.page.view.reason.isHidden()


def test_escape_in_a_form_goes_back_to_the_question(qtbot, desk):
    guest_in(desk, "Aino Pöyhönen", blocked="Unpaid fee")
    desk.scan(desk.code("Aino Pöyhönen"))
    press(qtbot, desk, Key.Key_F8)
    press(qtbot, desk, Key.Key_Escape)
    assert desk.page.view.question.isVisible()
    assert desk.panel.name == "Aino Pöyhönen"
    press(qtbot, desk, Key.Key_Escape)
    assert desk.page.view.mode is Mode.READY


def test_ask_the_organiser_names_whom_to_call_and_keeps_the_guest(qtbot, desk):
    desk.office.guests.add(
        desk.event,
        GuestDetails(given="Henna", family="V", phone="+358401234567", category="organiser"),
    )
    guest_in(desk, "Aino Pöyhönen", blocked="Unpaid fee")
    desk.scan(desk.code("Aino Pöyhönen"))
    press(qtbot, desk, Key.Key_1, ALT)
    assert desk.page.view.question_of.text.startswith("Call Henna V, +358401234567.")
    press(qtbot, desk, Key.Key_Escape)
    line = desk.page.latest.rows[0]
    assert (line.kind, line.second) == (LatestKind.OPEN, "Waits for the organiser")

    desk.clock.forward(minutes=1)
    desk.scan(desk.code("Aino Pöyhönen"))
    press(qtbot, desk, Key.Key_1, ALT)
    press(qtbot, desk, Key.Key_1, ALT)
    assert arrived(desk) == 1
    assert history(desk, "Aino Pöyhönen")[0] == ("check_in", "Organiser said so", "blocked")
    assert [row.kind for row in desk.page.latest.rows] == [LatestKind.IN]


def test_turned_away_is_kept_as_a_fact_with_its_reason(qtbot, desk):
    guest_in(desk, "Aino Pöyhönen", blocked="Unpaid fee")
    desk.scan(desk.code("Aino Pöyhönen"))
    press(qtbot, desk, Key.Key_3, ALT)
    press(qtbot, desk, Key.Key_1)
    press(qtbot, desk, Key.Key_Return)
    assert history(desk, "Aino Pöyhönen")[0] == ("refused", "Organiser said no", "")


def test_back_after_a_break_is_a_fact_that_can_be_taken_back(qtbot, desk):
    code = desk.code("Aino Pöyhönen")
    desk.scan(code)
    desk.clock.forward(minutes=30)
    desk.scan(code)
    press(qtbot, desk, Key.Key_1, ALT)
    assert history(desk, "Aino Pöyhönen")[0][0] == "came_back"
    assert (arrived(desk), desk.page.latest.rows[0].can_undo()) == (1, True)
    press(qtbot, desk, Key.Key_Z, CTRL)
    assert arrived(desk) == 1


def test_a_meal_asks_no_break_but_lets_in_again_with_a_reason(qtbot, desk):
    rules(desk, kind=PointKind.MEAL)
    code = desk.code("Aino Pöyhönen")
    desk.scan(code)
    desk.clock.forward(minutes=5)
    desk.scan(code)
    values = [choice.value for choice in desk.page.view.question_of.choices]
    assert values == ["let_in", "other", "away", "undo"]


def test_the_check_in_of_another_desk_is_undone_from_the_answer(qtbot, desk):
    guest = desk.guest("Aino Pöyhönen")
    desk.office.checkin.desk = "Desk A"
    desk.office.checkin.admit(guest.id, desk.page.door.point)
    desk.office.checkin.desk = "Desk B"
    desk.clock.forward(minutes=5)
    desk.scan(guest.code)
    assert "at Desk A" in desk.panel.line
    press(qtbot, desk, Key.Key_4, ALT)
    assert arrived(desk) == 0


def test_code_read_again_within_seconds_says_that_one_guest_is_let_in(desk):
    code = desk.code("Siiri Åkerblom")
    desk.scan(code)
    desk.clock.forward(seconds=3)  # later than a stutter of the scanner
    desk.scan(code)
    assert desk.panel.line == "Read twice: one guest is let in"
    assert (desk.panel.result, arrived(desk), len(desk.page.latest.rows)) == (Result.WELCOME, 1, 1)
