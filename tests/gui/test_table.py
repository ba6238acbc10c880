"""Tables: rows in memory, fetched pages, ticks, keys, sorting, focus."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt

from networking_app.gui.models.paged import PAGE, PagedModel
from networking_app.gui.models.rows import RowsModel
from networking_app.gui.models.table import Column
from networking_app.gui.widgets.button import Button
from networking_app.gui.widgets.marks import PillFace
from networking_app.gui.widgets.states import EmptyState
from networking_app.gui.widgets.table import Table
from networking_app.gui.widgets.table_card import TableCard

Key = Qt.Key
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


@dataclass(frozen=True)
class Line:
    id: str
    name: str
    age: int = 0


COLUMNS = (
    Column("name", "Name", lambda line: line.name, stretch=True, strong=True),
    Column("age", "Age", lambda line: str(line.age), sort=lambda line: line.age, right=True),
    Column("state", "State", lambda _l: "", pill=lambda _l: PillFace("arrived", "Arrived")),
)
LINES = [Line("c", "Cecilia", 9), Line("a", "Aino", 80), Line("b", "Björn", 70)]


@pytest.fixture
def model(qapp, qtmodeltester):
    made = RowsModel(COLUMNS, lambda line: line.id, can_tick=True)
    made.show_rows(LINES)
    qtmodeltester.check(made)
    return made


@pytest.fixture
def table(qtbot, model):
    made = Table(model, "People")
    qtbot.addWidget(made)
    made.resize(700, 300)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.setFocus()
    return made


def names(model):
    return [model.row_at(n).name for n in range(model.count())]


def test_a_heading_sorts_and_turns_round(table, model):
    head = table.horizontalHeader()
    head._sort(1)
    assert names(model) == ["Aino", "Björn", "Cecilia"]
    head._sort(2)
    assert [model.row_at(n).age for n in range(3)] == [9, 70, 80]
    head._sort(2)
    assert [model.row_at(n).age for n in range(3)] == [80, 70, 9]
    spoken = model.headerData(2, Qt.Orientation.Horizontal, Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Age, sorted downwards"


def test_the_row_with_the_focus_keeps_it_when_sorted_and_reloaded(table, model):
    table.go_to("b")
    model.sort_by("name")
    assert table.current_id() == "b"
    model.show_rows([Line("z", "Zoe"), *LINES])
    assert table.current_id() == "b"


def test_deleting_the_row_with_the_focus_moves_to_the_next(table, model):
    table.go_to("a")
    model.show_rows([LINES[0], LINES[2]])

    assert table.current_id() == "b"


def test_keys_tick_open_and_act(qtbot, table, model):
    opened, acted = [], []
    table.opened.connect(opened.append)
    table.main_action.connect(acted.append)
    table.go_to("c")
    qtbot.keyClick(table, Key.Key_Space)
    qtbot.keyClick(table, Key.Key_Down, SHIFT)
    assert model.ticked == {"c", "a"}
    qtbot.keyClick(table, Key.Key_A, CTRL)
    assert model.ticked == {"a", "b", "c"}
    qtbot.keyClick(table, Key.Key_Escape)
    assert model.ticked == set()
    qtbot.keyClick(table, Key.Key_End)
    qtbot.keyClick(table, Key.Key_Return)
    qtbot.keyClick(table, Key.Key_Home)
    qtbot.keyClick(table, Key.Key_Return, CTRL)

    assert (opened, acted) == (["b"], ["c"])


def test_a_click_on_the_first_column_ticks(qtbot, table, model):
    place = table.visualRect(model.index(1, 0)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)

    assert model.ticked == {"a"}


def test_ticks_of_rows_that_are_gone_go_too(qtbot, model):
    model.tick([0, 1], on=True)
    with qtbot.waitSignal(model.ticks_changed):
        model.show_rows([LINES[1]])

    assert model.ticked == {"a"}


def test_a_changed_row_is_tinted_for_a_while(qtbot, model):
    from networking_app.gui.models.table import Role

    model.replace_row(Line("a", "Aino Virta", 80))
    index = model.index(1, 1)
    assert (index.data(), index.data(Role.CHANGED)) == ("Aino Virta", True)

    qtbot.waitUntil(lambda: not index.data(Role.CHANGED))


def test_bulk_bar_appears_while_rows_are_ticked(qtbot, model):
    card = TableCard(Table(model, "People"), bulk=(Button("Check in"),))
    qtbot.addWidget(card)
    model.tick([0, 1], on=True)
    assert (card.bulk.isHidden(), card._count.text()) == (False, "2 selected")
    model.untick_all()
    assert card.bulk.isHidden()
    model.sort_by("name")
    assert card._right.text() == "Sorted by Name"


def test_empty_state_stands_instead_of_the_table(qtbot, model):
    card = TableCard(Table(model, "People"))
    qtbot.addWidget(card)
    card.show_empty(EmptyState("users", "Nobody yet", "Bring the participants."))
    card.show_empty(EmptyState("users", "Nothing matches", "Clear the filters."))
    assert card._stack.count() == 2
    assert card.footer.isHidden()
    card.show_table()
    assert card._stack.currentIndex() == 0


def test_pages_are_fetched_when_they_come_into_view(qtbot, tasks):
    asked = []

    def fetch(ids):
        asked.append(len(ids))
        return [Line(i, f"Name {i}") for i in ids]

    model = PagedModel(COLUMNS, tasks, fetch, can_tick=True)
    model.show_ids([str(n) for n in range(100_000)])
    assert model.rowCount() == 100_000
    assert model.row_at(99_999) is None
    qtbot.waitUntil(lambda: model.row_at(99_999) is not None)

    assert model.row_at(99_999).name == "Name 99999"
    assert asked == [PAGE]
    assert model.number_of("500") == 500


def test_pages_of_an_older_question_are_dropped(qtbot, tasks):
    model = PagedModel(COLUMNS, tasks, lambda ids: [Line(i, i) for i in ids])
    model.show_ids(["old"])
    model.row_at(0)
    model.show_ids(["new"])
    model.row_at(0)
    qtbot.waitUntil(lambda: model.row_at(0) is not None)

    assert model.row_at(0).name == "new"
