"""The badges page over a real workspace: choose, look, print, keep."""

from __future__ import annotations

from dataclasses import replace

import pypdfium2
import pytest
import zxingcpp
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFileDialog, QPushButton, QWidget

from gui.paper_room import PEOPLE, Opened, save_as
from networking_app.gui import printing, saving
from networking_app.gui.pages import badges

Key = Qt.Key


@pytest.fixture
def opened(tmp_path, qapp):
    made = Opened(tmp_path, badges)
    yield made
    made.close()


@pytest.fixture
def page(qtbot, opened):
    shown = opened.show(qtbot)
    ready(qtbot, shown)
    return shown


def ready(qtbot, page):
    qtbot.waitUntil(lambda: page._sheets is not None)


def codes(pdf):
    with pypdfium2.PdfDocument(pdf) as document:
        image = document[0].render(scale=300 / 72, grayscale=True).to_pil()
    return {found.text for found in zxingcpp.read_barcodes(image)}


def codes_of(opened, ids=None):
    return {face.code for face in opened.office.badges.faces(opened.event, ids=ids)}


@pytest.fixture
def printer(monkeypatch):
    """Stands for the system's dialog and printer; keeps what was sent there."""
    sent = []
    monkeypatch.setattr(printing, "printers", lambda: ("Office",))
    monkeypatch.setattr(
        printing, "print_pdf", lambda document, title, *_a, **_k: sent.append(document) or "Office"
    )
    return sent


def test_the_page_shows_real_pages_with_the_most_difficult_name_first(qtbot, page):
    qtbot.waitUntil(lambda: page.stage.preview.leaf.image is not None)

    assert page.stage.preview.count.text() == "1 / 4"
    assert page.stage.cards[0].accessibleName().startswith("Maximilian Freiherr")
    assert page.paper.print.words() == "Print 4 badges"
    assert page.paper.facts.text() == "1 sheet"
    qtbot.waitUntil(lambda: all(card.picture.image is not None for card in page.stage.cards))
    qtbot.waitUntil(lambda: all(c.picture.image is not None for c in page.choosing.cards))


def test_a_difficult_name_is_shown_in_large_by_its_card(qtbot, page):
    qtbot.waitUntil(lambda: page.stage.preview.count.text() == "1 / 4")
    page.stage.cards[1].setFocus()
    qtbot.keyClick(page.stage.cards[1], Key.Key_Return)

    assert page.stage.preview.page == 1
    assert [card.is_chosen() for card in page.stage.cards] == [False, True, False, False]


def test_all_pages_are_the_pages_that_get_printed(qtbot, page, opened):
    page.stage.which._group.button(1).click()
    qtbot.waitUntil(lambda: page.stage.preview.count.text() == "1 / 1")

    assert page.stage.preview.leaf.accessibleName() == "Badges as printed, page 1 of 1"
    assert codes(page._sheets.pdf) == codes_of(opened)


def test_guests_to_look_at_are_listed_with_a_way_to_them(qtbot, page, opened):
    page.stage.below._group.button(1).click()
    line = page.stage.model.row_at(0)

    assert (line.note.name, line.pill.text) == ("慧 王", "Letters missing")
    qtbot.keyClick(page, Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: opened.seen == [("participants", {"person": opened.ids[2]})])
    page.stage.table.setFocus()
    qtbot.keyClick(page.stage.table, Key.Key_Return)
    assert len(opened.seen) == 2


def test_guests_are_chosen_by_category_text_and_print_state(qtbot, page, opened):
    choosing = page.choosing
    choosing.category.setCurrentIndex(choosing.category.findData("speaker"))
    ready(qtbot, page)
    assert page.paper.print.words() == "Print 2 badges"
    choosing.search.setText("nordic")
    ready(qtbot, page)
    assert page.paper.print.words() == "Print 1 badge"
    assert codes(page._sheets.pdf) == codes_of(opened, [opened.ids[1]])

    choosing.clear_filters()
    opened.office.badges.note_printed(opened.ids[:3], "classic", "Desk A")
    qtbot.waitUntil(lambda: page._sub.text() == "3 of 4 printed")
    choosing.who.setCurrentIndex(choosing.who.findData("new"))
    ready(qtbot, page)
    assert choosing.ids() == (opened.ids[3],)
    assert page.paper.print.words() == "Print 1 badge"


def test_when_nobody_matches_the_filters_can_be_cleared(qtbot, page):
    page.choosing.search.setText("zzzz")
    qtbot.waitUntil(lambda: page._middle.currentIndex() == 1)

    assert not page.paper.print.isEnabled()
    assert page.paper.print.toolTip() == "There is no badge to print"
    page._nothing.findChild(QPushButton).click()
    ready(qtbot, page)
    assert page._middle.currentIndex() == 0


def test_guests_chosen_elsewhere_are_the_ones_printed(qtbot, opened):
    page = opened.show(qtbot, ids=(opened.ids[0], opened.ids[3]))
    ready(qtbot, page)
    assert page.paper.print.words() == "Print 2 badges"
    assert page.choosing.who.currentText() == "2 chosen guests"

    opened.window.navigate("home")
    opened.window.navigate("badges", ids=(opened.ids[1],))
    qtbot.waitUntil(lambda: page.paper.print.words() == "Print 1 badge")
    ready(qtbot, page)
    assert codes(page._sheets.pdf) == codes_of(opened, [opened.ids[1]])


def test_only_papers_that_the_layout_fits_are_offered(qtbot, page):
    first, second, lanyard, _plain = page.choosing.cards
    first.setFocus()
    qtbot.keyClick(first, Key.Key_Up)
    assert first.hasFocus()
    qtbot.keyClick(first, Key.Key_Down)
    qtbot.keyClick(second, Key.Key_Down)
    assert lanyard.hasFocus()
    qtbot.keyClick(lanyard, Key.Key_Space)

    sheet = page.paper.sheet
    assert [sheet.itemData(n) for n in range(sheet.count())] == ["a4-4", "a6"]
    assert "is too small for this layout" in page.paper.field.editor.accessibleDescription()
    ready(qtbot, page)
    assert lanyard.accessibleDescription() == "chosen"
    sheet.setCurrentIndex(1)
    assert page.paper.field.editor.accessibleDescription() == ""
    assert not page.paper.grid.isVisible()
    page.choosing.choose_layout("plain")
    assert page.paper.sheet_name() == "a6"


def test_printing_starts_at_a_label_chosen_by_keys_or_mouse(qtbot, page):
    grid = page.paper.grid
    grid.setFocus()
    qtbot.keyClick(grid, Key.Key_Down)
    qtbot.keyClick(grid, Key.Key_Right)
    assert grid.accessibleName() == "Start at label 4 of 10"
    qtbot.keyClick(grid, Key.Key_Left)
    qtbot.keyClick(grid, Key.Key_End)
    ready(qtbot, page)
    assert page.paper.facts.text() == "2 sheets"
    assert page._sheets.wish.start == 9
    qtbot.keyClick(grid, Key.Key_Up)
    qtbot.keyClick(grid, Key.Key_Home)
    qtbot.keyClick(grid, Key.Key_Left)
    assert grid.place == 0
    qtbot.mouseClick(grid, Qt.MouseButton.LeftButton, pos=grid._cell(2).center().toPoint())
    assert grid.place == 2
    qtbot.mouseClick(grid, Qt.MouseButton.LeftButton, pos=QPoint(grid.width() - 1, 0))
    assert grid.place == 2


def test_badges_are_noted_as_printed_only_when_they_came_out(qtbot, page, opened, printer):
    qtbot.keyClick(page, Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len(printer) == 1)
    assert codes(printer[0]) == codes_of(opened)
    question = page.paper.question
    assert question.isVisible()
    assert question.accessibleName() == "Did the 4 badges come out?"
    question.no.click()
    assert question.isHidden()
    assert opened.office.badges.printed(opened.event) == {}

    page.paper.print.click()
    question.yes.click()
    qtbot.waitUntil(lambda: len(opened.office.badges.printed(opened.event)) == 4)
    qtbot.waitUntil(lambda: page._sub.text() == "4 of 4 printed")
    assert opened.room.messages.toast_text() == "4 badges noted as printed"
    assert opened.room.preferences.now.badge_sheet == "a4-10"


def test_a_cancelled_print_dialog_asks_nothing(page, monkeypatch, printer):
    monkeypatch.setattr(printing, "print_pdf", lambda *_a, **_k: "")
    page.paper.print.click()

    assert page.paper.question.isHidden()


def test_a_test_page_holds_the_difficult_names(page, opened, printer):
    page.paper.test.click()

    assert codes(printer[0]) <= codes_of(opened)
    assert page.paper.question.isHidden()


def test_without_a_printer_the_pdf_is_offered(page, opened, monkeypatch):
    monkeypatch.setattr(printing, "printers", tuple)
    page.paper.print.click()

    notice = opened.room.messages.notices["badges:printer"]
    assert notice.action == "Save PDF"
    notice.act()
    assert page.findChild(QFileDialog) is not None
    monkeypatch.setattr(printing, "printers", lambda: ("Office",))
    monkeypatch.setattr(printing, "print_pdf", lambda *_a, **_k: "")
    page.paper.print.click()
    assert "badges:printer" not in opened.room.messages.notices


def test_a_pdf_is_saved_by_key_and_its_codes_scan(qtbot, page, opened, tmp_path, monkeypatch):
    shown = []
    monkeypatch.setattr(saving.QDesktopServices, "openUrl", lambda url: shown.append(url) or True)
    qtbot.keyClick(page, Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: page.findChild(QFileDialog) is not None)
    dialog = page.findChild(QFileDialog)
    assert dialog.selectedFiles()[0].endswith("Badges Team play.pdf")
    save_as(page, tmp_path / "mine.pdf")
    qtbot.waitUntil(lambda: opened.room.messages.toast_text() == "mine.pdf saved")

    assert codes((tmp_path / "mine.pdf").read_bytes()) == codes_of(opened)
    assert opened.room.preferences.now.last_folder == str(tmp_path)
    opened.room.messages._toast.undo.click()
    assert shown[0].toLocalFile() == str(tmp_path)


def test_a_folder_that_is_gone_is_said_and_nothing_breaks(qtbot, page, opened, tmp_path):
    page._write(page._sheets, tmp_path / "gone" / "mine.pdf")
    qtbot.waitUntil(lambda: "trouble:folder_missing" in opened.room.messages.notices)

    assert page.paper.question.isHidden()


def test_drawing_can_be_stopped_and_begun_again(qtbot, page):
    page._wish()
    assert page.paper.progress.isVisible()
    assert not page.paper.print.isEnabled()
    page.paper.progress.stop.click()

    assert not page.maker.is_working()
    assert page.paper.print.toolTip() == "Drawing was stopped"
    page.paper.grid.choose(1)
    ready(qtbot, page)


def test_many_badges_tell_their_progress(qtbot, page, opened):
    told = []
    page.maker.progressed.connect(lambda *both: told.append(both))
    for n in range(60):
        person = replace(PEOPLE[0], family=f"Korhonen {n}", email="")
        opened.office.guests.add(opened.event, person)
    qtbot.waitUntil(lambda: page.paper.print.words() == "Print 64 badges")
    ready(qtbot, page)

    assert told[-1] == (64, 64)
    assert page.paper.facts.text() == "7 sheets"
    page.paper.sheet.setCurrentIndex(page.paper.sheet.findData("label-90x54"))
    ready(qtbot, page)
    assert page.paper.facts.text() == "64 labels"


def test_without_guests_the_page_leads_to_the_import(qtbot, tmp_path):
    opened = Opened(tmp_path, badges, people=())
    page = opened.show(qtbot)
    qtbot.waitUntil(lambda: page._whole.currentIndex() == 1)
    for button in page._nobody.findChildren(QPushButton):
        button.click()

    assert opened.seen == [("import_guests", {}), ("participants", {"add": True})]
    assert page.stage.which.isHidden()
    opened.office.guests.add(opened.event, PEOPLE[0])
    ready(qtbot, page)
    assert page._whole.currentIndex() == 0
    assert page.stage.model.count() == 0
    assert page.stage.open_guest.toolTip() == "Every name fits as it is"
    opened.close()


def test_the_page_fits_a_small_screen_and_everything_has_a_name(qtbot, opened):
    page = opened.show(qtbot, 1093, 574)
    ready(qtbot, page)

    assert opened.window.width() == 1093
    assert page._middle.width() >= 460
    assert page.paper.print.width() >= page.paper.print.sizeHint().width()
    unnamed = [
        widget
        for widget in page.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isVisible()
        and not widget.accessibleName()
        and type(widget).__name__ not in {"QScrollArea", "QStackedWidget"}
    ]
    assert unnamed == []
    assert page.first_focus() is page.choosing.who
    assert page.areas() == (page.choosing, page.stage, page.paper)
