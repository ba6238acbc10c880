"""The desk by keyboard alone and by scans, on a real workspace."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from gui import desk_room
from gui.test_scanner import scan as type_burst
from networking_app.domain.registration import GuestDetails, Status
from networking_app.gui.announce import announcer
from networking_app.gui.desk_latest import LatestKind
from networking_app.gui.desk_view import Mode
from networking_app.gui.scanner import Scanner
from networking_app.gui.widgets.result_panel import Result
from networking_app.support.settings import Settings

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def opened(qtbot, tmp_path):
    """Opens desks and closes them at the end."""
    made = []

    def open_one(**values):
        one = desk_room.make(tmp_path, **values)
        qtbot.addWidget(one.window)
        made.append(one)
        desk_room.open_desk(one)
        one.window.activateWindow()
        qtbot.waitUntil(one.window.isActiveWindow)
        one.page.first_focus() and one.page.first_focus().setFocus()
        return one

    yield open_one
    for one in made:
        one.window.hide()
        one.room.tasks.close()
        one.office.close()


@pytest.fixture
def desk(opened):
    return opened(capacity=12)


@pytest.fixture
def spoken(qapp):
    said = []
    announcer().said.connect(said.append)
    yield said
    announcer().said.disconnect(said.append)


def press(qtbot, desk, key, held=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(QApplication.focusWidget(), key, held)
    desk.settle()


def type_(qtbot, desk, text):
    qtbot.keyClicks(QApplication.focusWidget(), text)
    desk.settle()


def listed(desk):
    return [(one.kind, one.name) for one in desk.page.latest.rows]


def arrived(desk):
    return desk.office.events.counts(desk.event).arrived


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
    assert [key for key, _ in desk.page.keys.keys] == ["1", "2", "3", "Esc", "F2"]

    press(qtbot, desk, Key.Key_1)
    qtbot.waitUntil(lambda: desk.page.view.mode is Mode.READY)
    assert desk.page.latest.rows[0].second == "Back after a break"
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


def test_two_digits_are_a_search_not_an_answer(qtbot, desk):
    code = desk.code("Aino Pöyhönen")
    desk.scan(code)
    desk.clock.forward(minutes=1)
    desk.scan(code)
    type_(qtbot, desk, "12")
    qtbot.wait(100)
    desk.settle()
    assert (desk.page.view.mode, desk.page.view.scan.text()) == (Mode.SEARCH, "12")


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


def test_waiting_says_what_to_do_and_admits_nobody(qtbot, desk):
    guest = desk.guest("Onni Karppinen")
    desk.office.guests.set_status([guest.id], Status.WAITING)
    desk.settle()
    desk.scan(guest.code)
    question = desk.page.view.question_of
    assert question.text.startswith("Ask the organiser whether there is room.")
    assert question.small == "3 places left."
    press(qtbot, desk, Key.Key_2, ALT)
    assert desk.page.latest.rows[0].second == "Turned away"
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


def test_undo_takes_back_the_newest_and_says_so(qtbot, desk):
    for name in ("Siiri Åkerblom", "Aino Pöyhönen"):
        desk.scan(desk.code(name))
    press(qtbot, desk, Key.Key_Z, CTRL)
    assert desk.room.messages.toast_text() == "Aino Pöyhönen is not checked in any more"
    assert desk.page.view.side.words() == "1 of 10 arrived"
    assert [one.kind for one in desk.page.latest.rows] == [LatestKind.UNDONE, LatestKind.IN]
    press(qtbot, desk, Key.Key_Z, CTRL)
    press(qtbot, desk, Key.Key_Z, CTRL)
    assert arrived(desk) == 0
    desk.scan(desk.code("Aino Pöyhönen"))
    assert desk.panel.result is Result.WELCOME


def test_any_line_of_the_list_can_be_taken_back(qtbot, desk):
    for name in ("Siiri Åkerblom", "Aino Pöyhönen"):
        desk.scan(desk.code(name))
    desk.page.view.side.list.setFocus()
    press(qtbot, desk, Key.Key_Down)
    press(qtbot, desk, Key.Key_Return)
    menu = QApplication.activePopupWidget()
    assert menu.actions()[0].text() == "Undo check-in of Siiri Åkerblom"
    menu.actions()[0].trigger()
    menu.close()
    desk.settle()
    assert desk.guest("Siiri Åkerblom").arrived == ""
    assert desk.guest("Aino Pöyhönen").arrived != ""


def test_latest_answers_are_there_after_opening_again(desk):
    desk.scan(desk.code("Siiri Åkerblom"))
    desk.window.rebuild()
    desk.settle()
    assert listed(desk) == [(LatestKind.IN, "Siiri Åkerblom")]
    assert desk.page.view.last.words() == "Last: Siiri Åkerblom arrived 8.54"


def test_no_guests_yet_leads_to_them_or_to_a_walk_in(qtbot, opened):
    desk = opened(people=())
    assert desk.page.stage.shows_nothing()
    buttons = {b.accessibleName(): b for b in desk.page.stage.findChildren(QPushButton)}
    assert {"Go to participants", "Walk-in"} <= set(buttons)
    desk.page.setFocus()
    press(qtbot, desk, Key.Key_F2)
    type_(qtbot, desk, "Marja")
    press(qtbot, desk, Key.Key_Return)
    assert desk.panel.name == "Marja"


def test_scan_while_there_are_no_guests_is_answered(opened):
    desk = opened(people=())
    desk.scan("4006381333931")
    assert desk.panel.result is Result.UNKNOWN


def test_without_an_event_it_says_what_to_do(opened):
    desk = opened(event=False)
    assert desk.page.stage.shows_nothing()
    desk.scan("4006381333931")
    assert desk.page.stage.shows_nothing()
    assert any(
        b.accessibleName() == "Go to the event page"
        for b in desk.page.stage.findChildren(QPushButton)
    )


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        ("2026-11-26", "2026-11-26", ""),
        ("2026-11-25", "2026-11-27", ""),
        ("", "", ""),
        ("summer 2027", "", ""),
        (
            "2026-12-01",
            "",
            "This event is not today but 1.12.2026. Guests can be checked in all the same.",
        ),
    ],
)  # fmt: skip
def test_another_day_is_a_quiet_line(opened, start, end, said):
    desk = opened(start=start, end=end)
    assert desk.page.view.quiet.text() == said
    assert desk.page.view.quiet.isVisible() is bool(said)


def test_several_points_can_be_chosen_between(desk):
    with desk.office.database.write("edit_event", {}) as writer:
        writer.add(
            "point", event_id=desk.event, name="Dinner", kind="session", rule="once", position=1
        )
    desk.page.reload()
    desk.settle()
    points = desk.page.top.points
    assert [points.itemText(n) for n in range(points.count())] == ["Main door", "Dinner"]
    points.setCurrentIndex(1)
    points.activated.emit(1)
    code = desk.code("Siiri Åkerblom")
    desk.scan(code)
    assert desk.page.view.last.words() == "Checked in Dinner, 8.54"
    assert points.currentText() == "Dinner"


def test_desk_name_is_changed_remembered_and_used(qtbot, desk):
    desk.page.top.desk.click()
    dialog = QApplication.activeModalWidget()
    dialog.desk.set_text("Main hall")
    dialog.actor.set_text("Henna")
    qtbot.keyClick(dialog.actor.editor, Key.Key_Return)
    assert desk.page.top.desk.words() == "Main hall"
    assert desk.room.preferences.now.desk_name == "Main hall"
    code = desk.code("Siiri Åkerblom")
    desk.scan(code)
    desk.clock.forward(minutes=5)
    desk.scan(code)
    assert desk.panel.line == "Arrived 8.54 at Main hall (5 minutes ago), checked in by Henna"


def test_mute_and_full_screen_by_keys(qtbot, opened):
    desk = opened(settings=Settings(sound_volume=0))
    press(qtbot, desk, Key.Key_M, CTRL)
    assert desk.room.preferences.now.muted
    assert desk.page.top.mute.icon_name == "volume-x"
    press(qtbot, desk, Key.Key_F11)
    assert desk.window.isFullScreen()
    press(qtbot, desk, Key.Key_F11)
    assert not desk.window.isFullScreen()


def test_every_answer_has_its_sound(desk):
    desk.scan(desk.code("Siiri Åkerblom"))
    desk.clock.forward(minutes=1)
    desk.scan(desk.code("Siiri Åkerblom"))
    desk.scan("4006381333931")
    guest = desk.guest("Kaarlo Miettinen")
    desk.office.guests.set_status([guest.id], Status.CANCELLED)
    desk.scan(guest.code)
    assert desk.page.talk.sounds.played == ["welcome", "already", "unknown", "refused"]


def test_notes_to_hand_over_are_shown_and_spoken(desk, spoken):
    guest = desk.guest("Siiri Åkerblom")
    with desk.office.database.write("edit_guest", {}) as writer:
        writer.change("registration", guest.id, attention="Give the envelope\nBlue box")
    desk.settle()
    desk.scan(guest.code)
    note = desk.page.view.notes.notes[0]
    assert (note.title, note.detail) == ("Give the envelope", "Blue box")
    assert "Give the envelope. Blue box." in spoken[-1]


def test_scan_before_the_page_has_loaded_is_not_lost(qtbot, tmp_path):
    desk = desk_room.make(tmp_path)
    qtbot.addWidget(desk.window)
    desk.window.show()
    desk.window.navigate("home")
    desk.window.take_scan(desk.code("Siiri Åkerblom"))
    desk.settle()
    assert (desk.window.current_name(), desk.panel.name) == ("desk", "Siiri Åkerblom")
    desk.room.tasks.close()
    desk.office.close()


def test_printing_again_goes_to_the_printer_and_is_noted(qtbot, desk):
    sent = []
    printing = desk.page.talk.printing
    printing._printers = lambda: ("Label",)
    printing._send = lambda pdf, title, _parent, printer_name: (
        sent.append((pdf[:4], title, printer_name)) or "Label"
    )
    guest = desk.guest("Siiri Åkerblom")
    desk.scan(guest.code)
    for _ in range(2):
        press(qtbot, desk, Key.Key_F4)
        qtbot.waitUntil(desk.room.tasks.is_idle)
        desk.settle()
    assert sent == [
        (b"%PDF", "Badge of Siiri Åkerblom", ""),
        (b"%PDF", "Badge of Siiri Åkerblom", "Label"),
    ]
    assert guest.id in desk.office.badges.printed(desk.event)


def test_without_a_printer_it_says_so_and_goes_on(qtbot, desk):
    desk.page.talk.printing._printers = tuple
    desk.scan(desk.code("Siiri Åkerblom"))
    press(qtbot, desk, Key.Key_F4)
    assert desk.room.messages.notices["desk-printer"].fact == "This computer has no printer."
    desk.scan(desk.code("X"))
    assert desk.panel.name == "X"
