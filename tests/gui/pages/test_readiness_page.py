"""The readiness page by keyboard and scanner: what it says, mends and keeps."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

import factories
import workspaces
from gui import opened
from networking_app.domain.readiness import CameraState, CheckKind, Level, Power, Why
from networking_app.domain.tickets import is_valid
from networking_app.gui.announce import announcer
from networking_app.gui.machine import sources, tested
from networking_app.gui.readiness.code_picture import TEST_CODE
from networking_app.support.settings import Settings

Key = Qt.Key
NOW = datetime(2026, 11, 26, 6, 40, tzinfo=UTC)


class Machine:
    """What the page sees of a computer in a test."""

    def __init__(self, page):
        self.forgot = 0
        machine = page.machine
        machine.power = lambda: Power(mains=True)
        machine.zone = lambda: "UTC"
        machine.camera = lambda: (CameraState.READY, "HD Camera")
        machine.plays = lambda: True
        machine.screen = lambda: (1366, 728)
        machine.printers = self.printers
        machine.forget = self.forget
        page.trying._printers = self.printers
        page.trying._send = self.send
        self.names = ()
        self.sent = []

    def printers(self):
        return self.names

    def forget(self):
        self.forgot += 1

    def send(self, document, title, _parent, *, printer_name=""):
        self.sent.append((document[:5], title, printer_name))
        return printer_name or self.names[0]


@pytest.fixture
def one(qapp, tmp_path):
    clock = workspaces.Wall(int(NOW.timestamp() * 1000))
    made = opened.opening(tmp_path, Settings(language="en", reduce_motion=True), NOW, clock)
    made.start(None)
    office = made._doors.make(tmp_path / "e.nwapp", made.signals.tell)
    event = office.events.create(
        "Evening", door="Main door", start="2026-11-26T07:00:00Z", zone="UTC", place="Mikkeli"
    )
    office.guests.add(event, factories.details("Aino Aho"))
    made._take(office)
    made.window.rebuild()
    made.window.resize(1366, 768)
    made.window.navigate("readiness")
    made.window.current().machine_ = Machine(made.window.current())
    settle(made)
    yield made
    settle(made)
    made.close()
    made.window.close()
    made.window.deleteLater()


def settle(made):
    opened.settle(made, 0.02)


def page_of(made):
    return made.window.current()


def check(made, kind):
    return page_of(made).rows[CheckKind(kind)].check


def focus(made):
    """What has the focus in the window, also while another window of the screen is in front."""
    return made.window.focusWidget()


def press(made, qtbot, key):
    qtbot.keyClick(focus(made), key)


def go_to(made, kind):
    button = page_of(made).rows[CheckKind(kind)].button
    button.setFocus()
    assert focus(made) is button
    return button


def open_kinds(made):
    return {c.kind.value for c in page_of(made).found if c.level in {Level.LOOK, Level.STOP}}


def test_page_says_in_one_sentence_how_much_there_is_to_do(one):
    page = page_of(one)
    assert open_kinds(one) == {"badges", "desk_name", "scanner", "sound", "backup"}
    assert page.summary.sentence.text() == "5 things to do before doors open"
    assert page.cards[0].fact.text() == "2 open"
    row = page.rows[CheckKind.BADGES]
    assert row.words() == "Badges: Needs a look. 1 badge not printed yet"
    assert row.button.words() == "Print badges"
    assert page.rows[CheckKind.PEOPLE].button.isHidden()
    assert page.first_focus() is row.button


def test_every_open_check_has_a_button_that_does_something(one):
    page = page_of(one)
    from networking_app.domain.readiness import Check
    from networking_app.wording import readiness

    for why in Why:
        words = readiness.button(Check(CheckKind.DISK, Level.LOOK, why))
        assert bool(words) == page.mending.can(why), why


def test_scan_ticks_the_scanner_and_shows_what_was_read(one):
    one.window.take_scan("4006381333931")
    page = page_of(one)
    assert one.window.current_name() == "readiness"
    assert check(one, "scanner").why is Why.SCANNER_TESTED
    assert page.trying.read.text() == "Read: 4006381333931 (Not one of our codes)"
    assert one.room.services.events.counts(one.room.services.events.current().id).arrived == 0
    one.window.take_scan(TEST_CODE)
    assert page.trying.read.text() == f"Read: {TEST_CODE} (The code of the test)"


def test_code_to_scan_is_shown_and_hidden_by_keyboard(one, qtbot):
    page = page_of(one)
    go_to(one, "scanner")
    press(one, qtbot, Key.Key_Return)
    assert page.trying.picture.isVisible()
    assert is_valid(page.trying.picture.code)
    image = page.trying.picture.grab().toImage()
    shades = {image.pixelColor(x, image.height() // 2).lightness() for x in range(image.width())}
    assert {0, 255} <= shades
    press(one, qtbot, Key.Key_Return)
    assert page.trying.picture.isHidden()


def test_sound_is_played_and_remembered_when_it_was_heard(one, qtbot):
    page = page_of(one)
    go_to(one, "sound")
    press(one, qtbot, Key.Key_Return)
    assert page.trying.sounds.played[-1] == "welcome"
    assert focus(one) is page.trying.heard.yes
    press(one, qtbot, Key.Key_Return)
    assert check(one, "sound").why is Why.SOUND_HEARD
    assert focus(one) is page.rows[CheckKind.SOUND].button
    press(one, qtbot, Key.Key_Return)
    page.trying.heard.no.setFocus()
    press(one, qtbot, Key.Key_Return)
    assert check(one, "sound").why is Why.SOUND_NOT_TESTED
    assert "Turn the computer up" in one.messages.toast_text()


def test_muted_sound_is_switched_on(one, qtbot):
    one.room.preferences.change(muted=True, sound_volume=0)
    assert check(one, "sound").why is Why.MUTED
    go_to(one, "sound")
    press(one, qtbot, Key.Key_Return)
    assert (one.room.preferences.now.muted, one.room.preferences.now.sound_volume) == (False, 70)
    assert check(one, "sound").why is Why.SOUND_NOT_TESTED


def test_test_page_is_printed_and_asked_about(one, qtbot):
    page = page_of(one)
    page.machine_.names = ("Zebra", "Office")
    one.room.preferences.change(printer="Office")
    assert check(one, "printer").why is Why.PRINTER_NOT_TESTED
    go_to(one, "printer")
    press(one, qtbot, Key.Key_Return)
    settle(one)
    assert page.machine_.sent == [(b"%PDF-", "Test page", "Office")]
    press(one, qtbot, Key.Key_Return)  # yes, it came out right
    assert check(one, "printer").why is Why.PRINTER_TESTED
    assert set(tested.tested(one.room.preferences.now.tested)) == {"printer Office"}
    one.room.preferences.change(printer="Zebra")
    assert check(one, "printer").why is Why.PRINTER_NOT_TESTED


def test_without_a_printer_the_test_page_is_saved(one, monkeypatch, tmp_path):
    asked = []
    monkeypatch.setattr(
        "networking_app.gui.readiness.trying.saving.ask_where",
        lambda _page, _room, name, end, take: asked.append((name, end)) or take(tmp_path / "t.pdf"),
    )
    assert check(one, "printer").why is Why.NO_PRINTER
    page_of(one).rows[CheckKind.PRINTER].button.click()
    settle(one)
    settle(one)
    assert asked == [("Test page", ".pdf")]
    assert (tmp_path / "t.pdf").read_bytes().startswith(b"%PDF-")


def test_desk_is_named_in_place(one, qtbot):
    go_to(one, "desk_name")
    press(one, qtbot, Key.Key_Return)
    dialog = next(d for d in one.window.findChildren(QDialog) if d.isVisible())
    qtbot.keyClicks(dialog.desk.editor, "Side door")
    qtbot.keyClick(dialog.desk.editor, Key.Key_Return)
    assert check(one, "desk_name").why is Why.NAMED
    assert one.room.services.checkin.desk == "Side door"


def test_backup_is_made_from_here(one, qtbot):
    go_to(one, "backup")
    press(one, qtbot, Key.Key_Return)
    settle(one)
    settle(one)
    assert check(one, "backup").why is Why.BACKUP_FRESH
    assert len(one.room.services.workspace.backups()) == 1


def test_codes_are_given_to_who_has_none(one):
    office = one.room.services
    event = office.events.current().id
    with office.database.write("test") as writer:
        for code, registration in writer.connection.exec_driver_sql(
            "SELECT id, registration_id FROM code"
        ).all():
            writer.tell("code", registration_id=registration, revokes=code, at=writer.now)
    settle(one)
    assert check(one, "codes").why is Why.CODES_MISSING
    page_of(one).rows[CheckKind.CODES].button.click()
    settle(one)
    settle(one)
    assert check(one, "codes").why is Why.CODES
    (aino,) = office.guests.all(event)
    assert is_valid(aino.code)
    assert is_valid(aino.badge_code)
    assert one.messages.toast_text() == "1 guest has codes now"


@pytest.mark.parametrize(
    ("kind", "goal"),
    [("badges", "badges"), ("people", "import_guests"), ("doubles", "participants")],
)
def test_buttons_lead_to_where_it_is_mended(one, kind, goal):
    office = one.room.services
    event = office.events.current().id
    if kind == "people":
        office.guests.delete([guest.id for guest in office.guests.all(event)])
    if kind == "doubles":
        office.guests.add(event, factories.details("Aino Aho"))
    settle(one)
    page_of(one).rows[CheckKind(kind)].button.click()
    settle(one)
    assert one.window.current_name() == goal


def test_f5_asks_the_computer_again_and_says_how_it_stands(one):
    said = []
    announcer().said.connect(said.append)
    page = page_of(one)
    page.machine.power = lambda: Power(mains=False, percent=12)
    assert page.again.shortcut().toString() == "F5"
    page.again.click()
    settle(one)
    announcer()._say_waiting()
    announcer().said.disconnect(said.append)
    assert page.machine_.forgot == 1
    assert check(one, "power").why is Why.BATTERY_LOW
    assert page.summary.when.text() == "1 of them must be mended first · Looked at 6.40"
    assert "6 things to do before doors open" in said


def test_what_others_write_is_seen(one):
    office = one.room.services
    event = office.events.current().id
    (aino,) = office.guests.all(event)
    office.badges.note_printed([aino.id], "classic", "Desk B")
    settle(one)
    assert check(one, "badges").why is Why.BADGES_PRINTED


def test_page_is_reached_from_the_event_page_and_by_tab_alone(one, qtbot):
    one.window.navigate("home")
    settle(one)
    page_of(one).ready.setFocus()
    press(one, qtbot, Key.Key_Return)
    assert one.window.current_name() == "readiness"
    page = page_of(one)
    page.again.setFocus()
    reached = set()
    for _step in range(60):
        press(one, qtbot, Key.Key_Tab)
        widget = focus(one)
        reached |= {kind.value for kind, row in page.rows.items() if row.button is widget}
    assert open_kinds(one) <= reached


def test_computer_stays_awake_while_the_desk_is_shown(one):
    class Awake:
        held = False

        def hold(self, why):
            assert why
            self.held = True

        def let_go(self):
            self.held = False

    one.room.awake = Awake()
    one.window.navigate("desk")
    assert one.room.awake.held
    one.window.navigate("home")
    assert not one.room.awake.held
    one.room.awake = None


def test_file_changed_after_its_import_is_told(one, tmp_path):
    file = tmp_path / "guests.csv"
    file.write_text("Name\nOnni Aho\n", "utf-8")
    known = sources.read((file,))
    office = one.room.services
    office.imports.run(office.events.current().id, office.imports.open([file]))
    sources.remember(one.room.preferences, known)
    settle(one)
    page_of(one).look_again()
    settle(one)
    assert check(one, "imported").why is Why.IMPORT_CURRENT
    file.write_text("Name\nOnni Aho\nEva Ek\n", "utf-8")
    later = (NOW + timedelta(hours=1)).timestamp()
    import os

    os.utime(file, (later, later))
    page_of(one).look_again()
    settle(one)
    assert check(one, "imported").why is Why.IMPORT_BEHIND
    Path(file).unlink()
    page_of(one).look_again()
    settle(one)
    assert check(one, "imported").why is Why.IMPORT_KNOWN


@pytest.mark.parametrize(("width", "columns"), [(1500, 3), (1093, 2), (760, 1)])
def test_cards_stand_beside_each_other_as_the_window_allows(qtbot, one, width, columns):
    one.window.resize(width, 700)
    settle(one)
    page = page_of(one)
    qtbot.waitUntil(lambda: len({card.x() for card in page.cards}) == columns)
    found = [row.found for row in page.rows.values()]
    qtbot.waitUntil(lambda: all(f.height() >= f.heightForWidth(f.width()) for f in found))
    assert len({card.x() for card in page.cards}) == columns


def test_event_page_offers_reports_when_the_event_is_over(one, monkeypatch):
    one.window.navigate("home")
    settle(one)
    page = page_of(one)
    assert (page.ready.isVisible(), page.reports.isVisible()) == (True, False)
    monkeypatch.setattr(one.room, "now", lambda: NOW + timedelta(days=1))
    page.reload()
    settle(one)
    assert (page.ready.isVisible(), page.reports.isVisible()) == (False, True)
    assert page.first_focus() is page.reports
