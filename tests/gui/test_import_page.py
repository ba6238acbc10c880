"""From a spreadsheet to imported guests and back, by keyboard, over a real workspace."""

from __future__ import annotations

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

import factories
from gui import guests_room
from networking_app.domain.imports import Field, Kind
from networking_app.gui.import_report import ProblemRow

Key = Qt.Key


@pytest.fixture
def stage(tmp_path, qtbot):
    made = guests_room.Stage(tmp_path, factories.Clock(), qtbot)
    yield made
    made.close()


@pytest.fixture
def file(tmp_path):
    book = openpyxl.Workbook()
    sheet = book.active
    for row in (
        ("Sukunimi", "Etunimi", "Sähköposti", "Organisaatio"),
        ("Pöyhönen", "Aino", "aino@x.fi", "Järvivesi Oy"),
        ("Lehto", "Tapani", "tapani@x", ""),
        ("", "", "", "Savon Oy"),
    ):
        sheet.append(row)
    out = tmp_path / "guests.xlsx"
    book.save(out)
    return out


def test_from_a_spreadsheet_to_guests_and_back_by_keyboard(stage, file):
    page = stage.show("import_guests")
    page.open_files((file,))
    stage.settle()
    assert page.main.words() == "Import 2 rows"

    stage.press(Key.Key_Return, widget=page.main)
    assert [guest.name for guest in stage.guests.all(stage.event)] == ["Tapani Lehto",
                                                                      "Aino Pöyhönen"]  # fmt: skip
    assert page.steps.accessibleName().startswith("Step 3")
    stage.press(Key.Key_Space, widget=page.done.undo)

    assert stage.guests.all(stage.event) == []
    assert not page.done.undo.isVisible()
    stage.press(Key.Key_Return, widget=page.main)
    assert stage.went == [("participants", {})]


def test_problems_are_mended_in_place_and_rows_left_out(stage, file):
    page = stage.show("import_guests")
    page.open_files((file,))
    stage.settle()
    rows = {one._problem.kind: one for one in page.check.report.findChildren(ProblemRow)}

    rows[Kind.EMAIL_INCOMPLETE].field.setText("tapani@x.fi")
    rows[Kind.EMAIL_INCOMPLETE].use.click()
    stage.settle()
    left = next(
        one
        for one in page.check.report.findChildren(ProblemRow)
        if one._problem.kind == Kind.NAME_MISSING
    )
    left.left.emit(left._problem)
    stage.settle()
    page.go_on()
    stage.settle()

    assert "tapani@x.fi" in {guest.email for guest in stage.guests.all(stage.event)}
    out = file.with_name("left.xlsx")
    page.done.save_to(out)
    stage.settle()
    assert stage.toast == "1 row saved in left.xlsx"


def test_a_column_is_taken_for_something_else_before_the_import(stage, file):
    page = stage.show("import_guests")
    page.open_files((file,))
    stage.settle()

    page.check.columns.matched.emit(0, 3, Field.TITLE)
    stage.settle()
    page.go_on()
    stage.settle()

    assert {guest.title for guest in stage.guests.all(stage.event)} == {"Järvivesi Oy", ""}


def test_a_broken_file_is_explained_on_the_page(stage, tmp_path):
    broken = tmp_path / "broken.xlsx"
    broken.write_bytes(b"PK\x03\x04 no workbook")
    page = stage.show("import_guests")

    page.open_files((broken,))
    stage.settle()

    assert page.step == 0
    assert page.choose._problems.count() == 1


def test_pasted_cells_and_esc_leave_no_trace(stage):
    page = stage.show("import_guests")
    QApplication.clipboard().setText("Name\tE-mail\nIi Aho\tii@x.fi\n")
    page.paste()
    stage.settle()
    assert page.main.words() == "Import 1 row"

    stage.press(Key.Key_Escape, widget=page.main)

    assert page.step == 0
    assert stage.guests.all(stage.event) == []


def test_an_import_told_to_stop_changes_nothing(stage):
    text = "Name\tE-mail\n" + "".join(f"Ii Aho{n}\tn{n}@x.fi\n" for n in range(2000))
    QApplication.clipboard().setText(text)
    page = stage.show("import_guests")
    page.paste()
    stage.settle()

    page.go_on()
    page.go_back()
    stage.settle()

    assert page.step == 1
    assert stage.guests.all(stage.event) == []
    assert stage.toast == "The import was stopped; nothing was changed"
