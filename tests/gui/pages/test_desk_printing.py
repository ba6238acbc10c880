"""Badges at the desk: printed beside the scans, never doubled silently, handed out as a fact."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QMenu

from gui.desk_room import arrived, press, type_
from networking_app.domain.problems import Trouble, TroubleKind
from networking_app.gui import pdf, printing
from networking_app.gui.desk_badge_work import badge_pdf
from networking_app.gui.widgets.result_panel import Result
from networking_app.services.badges import DEFAULT_LAYOUT

Key = Qt.Key


class Printer:
    """A printer that a test switches off, and what came out of it."""

    def __init__(self, desk):
        self.desk, self.names, self.works, self.came = desk, ("Label",), True, []
        made = desk.page.talk.printing
        made._printers, made._send = lambda: self.names, self.send

    def send(self, document, title, printer):
        if not self.works:
            raise Trouble(TroubleKind.NOT_KNOWN, printer, "printer error")
        self.came.append(title.removeprefix("Badge of "))

    def choose(self, **more):
        self.desk.room.preferences.change(printer="Label", **more)
        self.desk.page.talk.printing.look()
        self.desk.settle()
        return self


@pytest.fixture
def printer(desk):
    return Printer(desk)


def notice(desk):
    return desk.room.messages.notices.get("desk-printer")


def said(desk):
    return desk.page.view.last.badge_words()


def reasons(desk, guest):
    with desk.office.database.read() as connection:
        found = connection.exec_driver_sql(
            "SELECT reason FROM badge_print WHERE registration_id = ? ORDER BY at, id", (guest.id,)
        )
        return [reason for (reason,) in found]


def test_welcome_prints_by_itself_where_the_desk_does_so(desk, printer):
    printer.choose(print_on_welcome=True)
    desk.scan(desk.code("Siiri Åkerblom"))
    assert printer.came == ["Siiri Åkerblom"]
    assert said(desk) == "Badge printed, Label"
    assert desk.office.badges.at(desk.guest("Siiri Åkerblom").id).printed


def test_welcome_prints_nothing_where_the_desk_does_not(desk, printer):
    printer.choose()
    desk.scan(desk.code("Siiri Åkerblom"))
    assert (printer.came, said(desk)) == ([], "")


def test_badge_printed_before_is_not_printed_on_welcome(desk, printer):
    printer.choose(print_on_welcome=True)
    guest = desk.guest("Siiri Åkerblom")
    desk.office.badges.note_printed([guest.id], DEFAULT_LAYOUT, "Desk A")
    desk.scan(guest.code)
    assert desk.panel.result is Result.WELCOME
    assert printer.came == []


def test_same_guest_twice_and_undone_prints_one_badge(desk, printer):
    printer.choose(print_on_welcome=True)
    code = desk.code("Siiri Åkerblom")
    desk.scan(code)
    desk.page.talk.undo_last()
    desk.settle()
    desk.clock.forward(seconds=30)
    desk.scan(code)
    assert arrived(desk) == 1
    assert printer.came == ["Siiri Åkerblom"]


def test_next_scan_does_not_wait_for_the_printer(desk, printer):
    printer.choose(print_on_welcome=True)
    go = threading.Event()
    send, desk.page.talk.printing._send = printer.send, lambda *what: go.wait(20) and send(*what)
    send = printer.send
    for name in ("Siiri Åkerblom", "Onni Karppinen", "Raija Pöyhölä"):
        desk.clock.forward(seconds=30)
        desk.window.take_scan(desk.code(name))
    try:
        for _ in range(600):
            QApplication.processEvents()
            if desk.panel.name == "Raija Pöyhölä":
                break
            threading.Event().wait(0.005)
        assert desk.panel.name == "Raija Pöyhölä"
        assert printer.came == []
    finally:
        go.set()
    desk.settle()
    assert printer.came == ["Siiri Åkerblom", "Onni Karppinen", "Raija Pöyhölä"]


def test_second_badge_needs_a_reason_that_is_kept(qtbot, desk, printer):
    printer.choose()
    guest = desk.guest("Aino Pöyhönen")
    desk.office.badges.note_run(
        desk.event, [desk.guest("X").id, guest.id], DEFAULT_LAYOUT, "Desk A", box_size=1
    )
    desk.scan(guest.code)
    press(qtbot, desk, Key.Key_F4)
    form = desk.page.view.reason
    assert form.title.text() == (
        "The badge of Aino Pöyhönen is printed already (8.54) – box 2, no. 2."
        " Really print a second one?"
    )
    assert printer.came == []
    press(qtbot, desk, Key.Key_Return)  # no reason, no badge
    assert printer.came == []
    type_(qtbot, desk, "Coffee on it")
    press(qtbot, desk, Key.Key_Return)
    assert printer.came == ["Aino Pöyhönen"]
    assert reasons(desk, guest) == ["", "Coffee on it"]
    assert desk.office.badges.at(guest.id).number == 0


def test_second_badge_is_given_up_by_esc_and_by_the_next_scan(qtbot, desk, printer):
    printer.choose()
    guest = desk.guest("Aino Pöyhönen")
    desk.office.badges.note_printed([guest.id], DEFAULT_LAYOUT, "Desk A")
    desk.scan(guest.code)
    press(qtbot, desk, Key.Key_F4)
    press(qtbot, desk, Key.Key_Escape)
    assert not desk.page.view.reason.isVisible()
    desk.scan(guest.code)
    desk.clock.forward(minutes=1)
    press(qtbot, desk, Key.Key_F4)
    desk.scan(desk.code("Siiri Åkerblom"))
    assert (desk.panel.name, desk.page.view.reason.isVisible()) == ("Siiri Åkerblom", False)
    assert printer.came == []


def test_first_badge_by_f4_asks_nothing(qtbot, desk, printer):
    printer.choose()
    guest = desk.guest("Aino Pöyhönen")
    desk.scan(guest.code)
    press(qtbot, desk, Key.Key_F4)
    assert printer.came == ["Aino Pöyhönen"]
    assert reasons(desk, guest) == [""]
    assert desk.room.messages.toast_text() == "Badge of Aino Pöyhönen printed"


def test_printer_that_is_away_is_told_and_prints_later(desk, printer):
    printer.choose(print_on_welcome=True).works = False
    for name in ("Siiri Åkerblom", "Onni Karppinen"):
        desk.clock.forward(seconds=30)
        desk.scan(desk.code(name))
        assert desk.panel.result is Result.WELCOME
    assert said(desk) == "The printer is away"
    assert notice(desk).fact == "The printer Label does not print."
    assert notice(desk).meaning == "2 badges wait"
    assert desk.page.top.printer.words() == "Badge printer away"
    assert not desk.office.badges.at(desk.guest("Onni Karppinen").id).printed
    printer.works = True
    notice(desk).act()
    desk.settle()
    assert printer.came == ["Siiri Åkerblom", "Onni Karppinen"]
    assert notice(desk) is None or notice(desk).kind == "ok"
    assert desk.page.top.printer.words() == "Badge printer ready"


def test_printer_that_was_unplugged_is_told_above(desk, printer):
    printer.choose(print_on_welcome=True)
    assert desk.page.top.printer.words() == "Badge printer ready"
    printer.names = ()
    desk.scan(desk.code("Siiri Åkerblom"))
    assert desk.page.top.printer.words() == "Badge printer away"


def test_without_a_chosen_printer_it_offers_them(desk, printer):
    desk.room.preferences.change(print_on_welcome=True)
    desk.page.talk.printing.look()
    desk.settle()
    desk.scan(desk.code("Siiri Åkerblom"))
    assert said(desk) == "No badge printer chosen"
    notice(desk).act()
    menu = desk.page.findChildren(QMenu)[-1]
    offered = menu.actions()
    assert [action.text() for action in offered] == ["Label"]
    assert isinstance(offered[0], QAction)
    offered[0].trigger()
    menu.close()
    desk.settle()
    assert desk.room.preferences.now.printer == "Label"
    assert printer.came == ["Siiri Åkerblom"]


def test_without_any_printer_the_badge_is_saved_as_pdf(desk, printer, tmp_path, monkeypatch):
    printer.names = ()
    desk.room.preferences.change(print_on_welcome=True)
    desk.scan(desk.code("Siiri Åkerblom"))
    assert notice(desk).fact == "This computer has no printer."
    out = tmp_path / "badge.pdf"
    monkeypatch.setattr(
        "networking_app.gui.saving.ask_where", lambda _p, _r, _n, _e, chosen: chosen(out)
    )
    notice(desk).act()
    desk.settle()
    assert len(pdf.sizes(out)) == 1
    assert desk.office.badges.at(desk.guest("Siiri Åkerblom").id).printed
    assert notice(desk) is None


def test_badge_of_a_cancelled_guest_is_trouble_and_the_desk_goes_on(desk, printer):
    printer.choose()
    guest = desk.guest("Siiri Åkerblom")
    desk.office.guests.delete([guest.id])
    desk.page.talk.printing.again(guest.id, guest.name)
    desk.settle()
    assert [key for key in desk.room.messages.notices if key.startswith("trouble")]
    desk.scan(desk.code("Onni Karppinen"))
    assert desk.panel.result is Result.WELCOME


def test_badge_is_handed_out_once_and_that_is_taken_back(qtbot, desk):
    guest = desk.guest("Siiri Åkerblom")
    desk.scan(guest.code)
    assert not desk.office.badges.at(guest.id).handed_out
    press(qtbot, desk, Key.Key_F9)
    assert desk.office.badges.at(guest.id).handed_out
    assert desk.room.messages.toast_text() == "Badge of Siiri Åkerblom handed out"
    press(qtbot, desk, Key.Key_F9)
    assert desk.room.messages.toast_text() == "The badge of Siiri Åkerblom was handed out 8.54"
    desk.page.handing_out.take_back(guest.id, guest.name)
    desk.settle()
    assert not desk.office.badges.at(guest.id).handed_out
    assert arrived(desk) == 1


def test_where_both_are_linked_the_printed_badge_is_handed_out(desk, printer):
    desk.office.events.change(desk.event, hand_out="with_check_in")
    desk.page.reload()
    printer.choose(print_on_welcome=True)
    desk.scan(desk.code("Siiri Åkerblom"))
    assert desk.office.badges.at(desk.guest("Siiri Åkerblom").id).handed_out


def test_where_both_are_apart_it_is_not(desk, printer):
    printer.choose(print_on_welcome=True)
    desk.scan(desk.code("Siiri Åkerblom"))
    assert not desk.office.badges.at(desk.guest("Siiri Åkerblom").id).handed_out


def test_a_page_is_drawn_on_a_printer_off_the_gui_thread(qtbot, desk, tmp_path):
    guest, out = desk.guest("Siiri Åkerblom"), tmp_path / "out.pdf"
    document = badge_pdf(desk.office, desk.event, guest.id, "a6")

    def draw():
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(out))
        printing.set_paper(printer, pdf.sizes(document)[0])
        return printing.draw(document, printer)

    pages = []
    desk.room.tasks.run(desk.page, draw, done=pages.append, lane="print")
    desk.settle()
    assert pages == [1]
    made, wanted = pdf.sizes(out)[0], pdf.sizes(document)[0]
    assert abs(made.width - wanted.width) <= 1
    assert abs(made.height - wanted.height) <= 1


def test_printer_that_does_not_exist_is_trouble():
    with pytest.raises(Trouble) as trouble:
        printing.send(b"", "Badge", "No such printer")
    assert trouble.value.subject == "No such printer"


def test_badge_that_lies_ready_is_offered_in_the_line_of_the_guest(desk):
    guest = desk.guest("Siiri Åkerblom")
    desk.office.badges.note_run(
        desk.event, [guest.id, desk.guest("X").id], DEFAULT_LAYOUT, "Desk A", box_size=5
    )
    desk.scan(guest.code)
    last = desk.page.view.last
    assert (last.hand_out.isVisible(), last.print.isVisible()) == (True, False)
    last.hand_out.click()
    desk.settle()
    assert desk.office.badges.at(guest.id).handed_out
    assert not last.hand_out.isVisible()
    desk.clock.forward(seconds=30)
    desk.scan(desk.code("Onni Karppinen"))
    assert (last.hand_out.isVisible(), last.print.isVisible()) == (False, True)


def test_without_any_printer_several_badges_are_made_on_the_badges_page(desk, printer, monkeypatch):
    printer.names = ()
    desk.room.preferences.change(print_on_welcome=True)
    went = []
    monkeypatch.setattr(desk.room, "navigate", lambda name, **what: went.append((name, what)))
    for name in ("Siiri Åkerblom", "Onni Karppinen"):
        desk.clock.forward(seconds=30)
        desk.scan(desk.code(name))
    assert notice(desk).meaning == "2 badges wait"
    notice(desk).act()
    ids = [desk.guest(name).id for name in ("Siiri Åkerblom", "Onni Karppinen")]
    assert went == [("badges", {"ids": ids})]
    assert notice(desk) is None
