"""The reports page over a real workspace: choose, look, change columns, save, print."""

from __future__ import annotations

import io

import openpyxl
import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QPushButton

from gui.paper_room import PEOPLE, Opened, save_as
from networking_app.gui import printing
from networking_app.gui.pages import reports

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def opened(tmp_path, qapp):
    made = Opened(tmp_path, reports)
    yield made
    made.close()


@pytest.fixture
def page(qtbot, opened):
    shown = opened.show(qtbot)
    drawn(qtbot, shown)
    return shown


def drawn(qtbot, page):
    qtbot.waitUntil(lambda: page._paper is not None and page._paper.wanted == page._wanted())


def text(pdf):
    with pypdfium2.PdfDocument(pdf) as document:
        return " ".join(leaf.get_textpage().get_text_bounded() for leaf in document)


def test_the_participant_list_is_shown_first_with_its_real_page(qtbot, page):
    qtbot.waitUntil(lambda: page.panel.preview.leaf.image is not None)

    assert page.panel.title.text() == "List of participants"
    assert page.panel.preview.leaf.accessibleName() == "List of participants, page 1 of 1"
    assert "Pöyhönen, Aino" in text(page._paper.pdf)
    assert page.cards["attendees"].is_chosen()
    assert page.first_focus() is page.cards["attendees"]


def test_cards_say_what_each_list_holds(page):
    facts = {name: card.fact.text() for name, card in page.cards.items()}

    assert facts == {
        "attendees": "4 participants",
        "signatures": "4 participants",
        "badges": "4 badges",
        "arrivals": "nobody yet",
        "missing": "4 participants",
        "contacts": "4 participants",
    }
    assert page.cards["arrivals"].accessibleName() == "Arrivals: nobody yet"


def test_cards_are_chosen_by_keyboard(qtbot, page):
    page.cards["attendees"].setFocus()
    qtbot.keyClick(page.cards["attendees"], Key.Key_Right)
    assert page.cards["signatures"].hasFocus()
    qtbot.keyClick(page.cards["signatures"], Key.Key_Return)
    drawn(qtbot, page)

    assert "Sign-in list" in text(page._paper.pdf)
    assert page.cards["signatures"].accessibleDescription() == "chosen"
    assert page.cards["attendees"].accessibleDescription() == ""
    qtbot.keyClick(page.cards["signatures"], Key.Key_Left)
    assert page.cards["attendees"].hasFocus()
    qtbot.keyClick(page.cards["attendees"], Key.Key_Left)
    assert page.cards["attendees"].hasFocus()


def test_badge_sheets_are_made_on_their_own_page(page, opened):
    page.cards["badges"].clicked.emit()

    assert opened.seen == [("badges", {})]
    assert page.panel.report.name == "attendees"


def test_columns_are_switched_by_chips_and_one_always_stays(qtbot, page):
    chips = page.panel.chips
    assert chips["listed"].isChecked()
    assert not chips["email"].isChecked()
    chips["email"].click()
    drawn(qtbot, page)
    assert "a@example.org" in text(page._paper.pdf)

    for field in page.panel.fields():
        chips[field].click()
    drawn(qtbot, page)
    assert page.panel.fields() == ("listed",)


def test_the_document_can_have_another_language(qtbot, page):
    page.panel.language.setCurrentIndex(page.panel.language.findData("fi"))
    drawn(qtbot, page)

    assert page._paper.wanted.language == "fi"
    assert "Organisaatio" in text(page._paper.pdf)
    assert page.panel.title.text() == "List of participants"


def test_what_was_drawn_is_kept_until_the_data_change(qtbot, page, opened):
    first = page._paper
    page.choose("contacts")
    drawn(qtbot, page)
    page.choose("attendees")
    assert page._paper is first

    opened.office.guests.add(opened.event, PEOPLE[0])
    qtbot.waitUntil(lambda: page._paper is not None and page._paper is not first)
    assert page._paper.rows == 5


def test_the_latest_wish_wins_and_few_documents_are_kept(qtbot, page):
    made = []
    page.maker.made.connect(lambda paper: made.append(paper.wanted.name))
    for name in ("signatures", "arrivals", "missing", "contacts"):
        page.choose(name)
    drawn(qtbot, page)
    assert made == ["contacts"]

    page.maker._kept = dict.fromkeys(range(24), page._paper)
    page.choose("missing")
    drawn(qtbot, page)
    assert len(page.maker._kept) == 24
    assert 0 not in page.maker._kept


def test_lacking_data_is_said_with_a_way_to_the_guest(qtbot, page, opened):
    panel = page.panel
    assert panel._warning.text() == "1 guest has no organisation"
    panel.fix.click()
    assert opened.seen == [("participants", {"person": opened.ids[3], "edit": True})]

    page.choose("contacts")
    panel.chips["organisation"].click()
    assert panel._warning.text() == "2 guests have no e-mail"
    panel.chips["email"].click()
    assert panel.lacks.isHidden()


def test_a_list_with_nobody_cannot_be_saved_and_says_why(qtbot, page):
    page.choose("arrivals")

    for button in (page.panel.save, page.panel.print, page.panel.excel, page.panel.csv):
        assert not button.isEnabled()
        assert button.toolTip() == "There is nobody on this list yet"
    page.choose("missing")
    assert page.panel.save.isEnabled()


def test_a_pdf_is_saved_by_key(qtbot, page, opened, tmp_path):
    qtbot.keyClick(page, Key.Key_S, CTRL)
    qtbot.waitUntil(lambda: page.findChild(QFileDialog) is not None)
    dialog = page.findChild(QFileDialog)
    assert dialog.selectedFiles()[0].endswith("List of participants Team play.pdf")
    save_as(page, tmp_path / "list.pdf")
    qtbot.waitUntil(lambda: opened.room.messages.toast_text() == "list.pdf saved")

    assert "Pöyhönen, Aino" in text((tmp_path / "list.pdf").read_bytes())


def test_excel_and_csv_hold_the_columns_chosen(qtbot, page, opened, tmp_path):
    page.choose("contacts")
    page.panel.chips["phone"].click()
    page.panel.excel.click()
    save_as(page, tmp_path / "out.xlsx")
    qtbot.waitUntil(lambda: opened.room.messages.toast_text() == "out.xlsx saved")
    rows = list(openpyxl.load_workbook(tmp_path / "out.xlsx").active.iter_rows(values_only=True))
    assert ("Name", "Organisation", "E-mail") in [row[:3] for row in rows]
    assert any(row[0] == "Pöyhönen, Aino" for row in rows)

    page.panel.csv.click()
    save_as(page, tmp_path / "out.csv")
    qtbot.waitUntil(lambda: opened.room.messages.toast_text() == "out.csv saved")
    assert "a@example.org" in (tmp_path / "out.csv").read_text(encoding="utf-8-sig")


def test_the_list_is_printed_as_shown(qtbot, page, monkeypatch):
    sent = []
    monkeypatch.setattr(printing, "printers", lambda: ("Office",))
    monkeypatch.setattr(printing, "print_pdf", lambda document, *_a: sent.append(document) or "")
    qtbot.keyClick(page, Key.Key_P, CTRL)

    assert sent == [page._paper.pdf]


def test_without_a_printer_the_pdf_is_offered(page, opened, monkeypatch):
    monkeypatch.setattr(printing, "printers", tuple)
    page.panel.print.click()
    opened.room.messages.notices["reports:printer"].act()

    assert page.findChild(QFileDialog) is not None


def test_drawing_can_be_stopped(qtbot, page):
    page.maker.progressed.emit(1, 10)
    assert page.panel.progress.isVisible()
    page.panel.progress.stop.click()

    assert page.panel.progress.isHidden()
    page.choose("signatures")
    drawn(qtbot, page)


def test_another_page_can_ask_for_a_list(qtbot, opened):
    page = opened.show(qtbot, report="contacts")
    drawn(qtbot, page)

    assert page.panel.report.name == "contacts"
    page.came(report="kitchen")
    assert page.panel.report.name == "contacts"
    assert page._paper.pages == 1
    assert io.BytesIO(page._paper.pdf).read(5) == b"%PDF-"


def test_without_guests_the_page_leads_to_the_import(qtbot, tmp_path):
    opened = Opened(tmp_path, reports, people=())
    page = opened.show(qtbot)
    qtbot.waitUntil(lambda: page._whole.currentIndex() == 1)
    page._whole.widget(1).findChild(QPushButton).click()

    assert opened.seen == [("import_guests", {})]
    assert page.panel.isHidden()
    opened.close()


def test_in_a_small_window_the_panel_is_a_drawer_that_gives_the_focus_back(qtbot, opened):
    page = opened.show(qtbot, 1093, 574)
    drawn(qtbot, page)
    assert page.panel.isHidden()
    assert page.areas() == (page.frame.main,)
    card = page.cards["contacts"]
    card.setFocus()
    qtbot.keyClick(card, Key.Key_Space)
    assert page.panel.isVisible()
    assert page.areas() == (page.frame.main, page.panel)
    qtbot.keyClick(page.panel, Key.Key_Escape)

    assert page.panel.isHidden()
    assert card.hasFocus()
