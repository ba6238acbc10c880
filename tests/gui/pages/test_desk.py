"""Answers at the desk by keyboard alone and by scans, on a real workspace."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from gui.desk_room import arrived, listed, press, type_
from gui.test_scanner import scan as type_burst
from networking_app.domain.registration import GuestDetails, Status
from networking_app.gui.desk_latest import LatestKind
from networking_app.gui.desk_view import Mode
from networking_app.gui.scanner import Scanner
from networking_app.gui.widgets.result_panel import Result

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


def test_waiting_shows_the_invitation_and_counts(desk):
    assert desk.panel.word == "Ready for the next guest"
    assert desk.page.view.side.words() == "0 of 10 arrived"
    assert QApplication.focusWidget() is desk.page.view.scan.field
    assert not desk.page.view.side.undo.isEnabled()
    assert [key for key, _ in desk.page.keys.keys] == ["F2", "F3", "F11"]


def test_scan_welcomes_counts_and_is_spoken_at_once(desk, spoken):
    desk.scan(desk.code("Siiri Åkerblom"))
    assert (desk.panel.result, desk.panel.name) == (Result.WELCOME, "Siiri Åkerblom")
    assert desk.panel.line == "Toimitusjohtaja, Savon Biotuote Oy"
    assert desk.panel.frames == ("Speaker",)
    assert desk.page.view.side.words() == "1 of 10 arrived"
    assert listed(desk) == [(LatestKind.IN, "Siiri Åkerblom")]
    assert spoken[0].startswith("Welcome. Siiri Åkerblom. Toimitusjohtaja, Savon Biotuote Oy.")


def test_burst_of_a_scanner_counts_wherever_the_focus_is(qtbot, qapp, desk):
    scanner = Scanner(qapp)
    scanner.scanned.connect(desk.window.take_scan)
    try:
        for widget in (desk.page.view.side.list, desk.page.top.mute, desk.page.view.scan.field):
            widget.setFocus()
            desk.clock.forward(seconds=10)
            type_burst(widget, desk.code("Siiri Åkerblom"))
            desk.settle()
            assert desk.panel.name == "Siiri Åkerblom"
            assert desk.page.view.scan.text() == ""
    finally:
        qapp.removeEventFilter(scanner)
    assert arrived(desk) == 1


def test_welcome_becomes_the_last_line(desk):
    desk.scan(desk.code("Siiri Åkerblom"))
    assert desk.page.talk.settle.interval() == 8000
    desk.page.talk.settle.timeout.emit()
    assert desk.panel.result is Result.READY
    assert desk.page.view.last.words() == "Last: Siiri Åkerblom arrived 8.54"
    assert desk.page.view.last.isVisible()


def test_same_code_within_two_seconds_is_ignored(desk):
    code = desk.code("Siiri Åkerblom")
    desk.scan(code)
    desk.page.talk.settle.timeout.emit()
    desk.clock.monotonic += 1.5
    desk.scan(code.lower())
    assert desk.panel.result is Result.READY
    assert len(desk.page.latest.rows) == 1


def test_already_in_says_when_where_by_whom_and_asks(qtbot, desk):
    desk.office.checkin.actor = "Henna"
    code = desk.code("Eeva-Liisa Pöyhönen-Kainulainen")
    desk.scan(code)
    desk.clock.forward(minutes=32)
    desk.scan(code)
    assert desk.panel.result is Result.ALREADY
    assert desk.panel.line == "Arrived 8.54 at Desk B (32 minutes ago), checked in by Henna"
    assert [key for key, _ in desk.page.keys.keys] == ["1", "2", "3", "4", "Esc", "F2"]

    press(qtbot, desk, Key.Key_1)
    qtbot.waitUntil(lambda: desk.page.view.mode is Mode.READY)
    qtbot.waitUntil(lambda: desk.page.latest.rows[0].second == "Back after a break")
    assert arrived(desk) == 1


def test_already_in_by_somebody_else_searches_for_others(qtbot, desk):
    code = desk.code("Aino Pöyhönen")
    desk.scan(code)
    desk.clock.forward(minutes=1)
    desk.scan(code)
    press(qtbot, desk, Key.Key_3, ALT)
    names = [guest.name for guest in desk.page.view.hits.model.guests]
    assert desk.page.view.mode is Mode.SEARCH
    assert "Aino Pöyhönen" not in names
    assert names.count("Matti Pöyhönen") == 2


def test_badge_printed_before_is_shown(desk):
    guest = desk.guest("Aino Pöyhönen")
    desk.office.badges.note_printed([guest.id], "classic", "Desk B")
    desk.scan(guest.code)
    desk.clock.forward(minutes=1)
    desk.scan(guest.code)
    assert desk.panel.frames == ("Participant", "Badge printed 8.54")


def test_cancelled_can_be_registered_again_and_undone_as_one(qtbot, desk):
    guest = desk.guest("Kaarlo Miettinen")
    desk.office.guests.set_status([guest.id], Status.CANCELLED)
    desk.settle()
    desk.scan(guest.code)
    assert desk.panel.word == "Do not admit yet: cancelled"
    assert desk.panel.result is Result.REFUSED
    assert arrived(desk) == 0

    press(qtbot, desk, Key.Key_1, ALT)
    assert (desk.panel.result, arrived(desk)) == (Result.WELCOME, 1)

    press(qtbot, desk, Key.Key_Z, CTRL)
    assert arrived(desk) == 0
    assert desk.guest("Kaarlo Miettinen").status is Status.CANCELLED


def test_waiting_says_what_to_do_and_turns_away_with_a_reason(qtbot, desk):
    guest = desk.guest("Onni Karppinen")
    desk.office.guests.set_status([guest.id], Status.WAITING)
    desk.settle()
    desk.scan(guest.code)
    question = desk.page.view.question_of
    assert desk.panel.line == "Number 1 on the waiting list · Etelä-Savon ruokaklusteri"
    assert question.choices[0].text == "Admit from the waiting list"
    assert question.small == "3 places left."
    press(qtbot, desk, Key.Key_3, ALT)
    press(qtbot, desk, Key.Key_3)
    press(qtbot, desk, Key.Key_Return)
    assert desk.page.latest.rows[0].second == "Turned away: Event is full"
    assert arrived(desk) == 0


def test_wrong_event_names_the_event_of_the_code(qtbot, desk):
    other = desk.office.events.create("Spring fair", door="Door")
    key = desk.office.guests.add(other, GuestDetails(given="Eero", family="Ek"))
    code = desk.office.guests.some(other, [key])[0].code
    desk.office.events.choose(desk.event)
    desk.page.reload()
    desk.settle()
    desk.scan(code)
    assert desk.panel.word == "Do not admit: another event"
    assert desk.panel.line == "Registered for Spring fair"
    press(qtbot, desk, Key.Key_F3)
    assert desk.page.view.mode is Mode.READY


def test_not_allowed_names_who_is(desk):
    with desk.office.database.write("edit_event", {}) as writer:
        point = desk.office.checkin.points(desk.event)[0]
        writer.change("point", point.id, allowed="speaker\nvip")
    desk.page.reload()
    desk.settle()
    desk.scan(desk.code("Aino Pöyhönen"))
    assert desk.panel.word == "Do not admit here"
    assert desk.panel.line == "Not let in at Main door"
    assert desk.page.view.question_of.text.startswith("Main door is only for: ")


@pytest.mark.parametrize(
    ("code", "line"),
    [
        ("4006381333931", "Read 4006381333931: a product barcode, not a ticket of this event"),
        (
            "https://example.org",
            "Read https://example.org: a web address, not a ticket of this event",
        ),
    ],
)
def test_unknown_says_what_was_read(qtbot, desk, code, line):
    desk.scan(code)
    assert (desk.panel.result, desk.panel.name) == (Result.UNKNOWN, "Ask for the surname")
    assert desk.panel.line == line
    assert listed(desk) == [(LatestKind.UNKNOWN, "Unknown code")]
    press(qtbot, desk, Key.Key_Escape)
    assert desk.page.view.mode is Mode.READY


def test_mistyped_asks_for_another_scan(desk):
    code = desk.code("Aino Pöyhönen")
    slip = code[:-1] + ("2" if code[-1] != "2" else "3")
    desk.scan(slip)
    assert (desk.panel.word, desk.panel.name) == ("Code not read right", "Scan again")
    assert desk.panel.line == f"Read {slip}: a character is wrong or missing"


def test_next_scan_wins_over_an_open_question_and_a_search(qtbot, desk):
    desk.scan("4006381333931")
    desk.scan(desk.code("Siiri Åkerblom"))
    assert desk.panel.result is Result.WELCOME
    assert not desk.page.view.question.isVisible()
    type_(qtbot, desk, "poyho")
    desk.scan(desk.code("X"))
    assert (desk.panel.name, desk.page.view.scan.text()) == ("X", "")
    assert len(desk.page.latest.rows) == 3


def test_notes_to_hand_over_are_shown_and_spoken(desk, spoken):
    guest = desk.guest("Siiri Åkerblom")
    with desk.office.database.write("edit_guest", {}) as writer:
        writer.change("registration", guest.id, attention="Give the envelope\nBlue box")
    desk.settle()
    desk.scan(guest.code)
    note = desk.page.view.notes.notes[0]
    assert (note.title, note.detail) == ("Give the envelope", "Blue box")
    assert "Give the envelope. Blue box." in spoken[-1]
