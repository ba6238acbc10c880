"""Buttons, marks, fields, states, panels: what they do and what they are called."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QPushButton, QWidget

from networking_app.gui.announce import announcer
from networking_app.gui.theme import look
from networking_app.gui.widgets.button import Button, IconButton
from networking_app.gui.widgets.card import ButtonCard, StatTile
from networking_app.gui.widgets.chart import ChartFace, Line, LineChart
from networking_app.gui.widgets.desk import Choice, Note, NoteRow, QuestionBar, ScanField
from networking_app.gui.widgets.form import Field, Segmented, first_wrong
from networking_app.gui.widgets.layout import column, empty, row
from networking_app.gui.widgets.marks import Chip, Pill
from networking_app.gui.widgets.result_panel import Result, ResultPanel, Shown
from networking_app.gui.widgets.search_field import SearchField
from networking_app.gui.widgets.side_panel import Facts, PanelHost, SidePanel
from networking_app.gui.widgets.states import KeyBar, ProgressStrip, Steps
from networking_app.gui.widgets.text import Label

Key = Qt.Key


@pytest.fixture
def shown(qtbot):
    def show(widget, width=800, height=600):
        widget.resize(width, height)
        qtbot.addWidget(widget)
        widget.show()
        widget.activateWindow()
        qtbot.waitUntil(widget.isActiveWindow)
        return widget

    return show


def test_button_key_is_bound_only_where_it_cannot_be_typed(qtbot):
    assert Button("Add", key="Ctrl+N").shortcut().toString() == "Ctrl+N"
    assert Button("Print", key="F4").shortcut().toString() == "F4"
    assert all(Button("Save", key=key).shortcut().isEmpty() for key in ("Enter", "Esc", "1", "F"))


def test_button_keeps_its_key_when_its_text_changes(qtbot):
    button = Button("Print", key="F4")
    button.show_text("Print & close")

    assert (button.words(), button.accessibleName()) == ("Print & close", "Print & close")
    assert button.shortcut().toString() == "F4"


def test_busy_button_takes_no_second_click(qtbot, shown):
    button, clicks = shown(Button("Save")), []
    button.clicked.connect(lambda: clicks.append(1))
    button.set_busy(busy=True)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.keyClick(button, Key.Key_Return)
    assert clicks == []

    button.set_busy(busy=False)
    qtbot.keyClick(button, Key.Key_Return)
    assert clicks == [1]


def test_button_that_is_off_says_why(qtbot):
    button = Button("Save", tip="Saves")
    button.set_off("Nothing was changed")
    assert (button.isEnabled(), button.toolTip()) == (False, "Nothing was changed")
    assert button.accessibleDescription() == "Nothing was changed"

    button.set_on()
    assert (button.isEnabled(), button.toolTip()) == (True, "Saves")


def test_button_is_wide_enough_for_text_icon_and_key(qtbot):
    plain, full = Button("Print"), Button("Print", icon="printer", key="F4")
    look().use(percent=150)

    assert full.sizeHint().width() > plain.sizeHint().width() + 40
    assert plain.sizeHint().height() == 54


def test_icon_button_has_a_name(qtbot):
    button = IconButton("pencil", "Edit", key="F2")

    assert (button.accessibleName(), button.toolTip()) == ("Edit", "Edit (F2)")
    button.set_off("Read only")
    button.set_on()
    assert button.toolTip() == "Edit"


def test_chip_with_choices_is_set_and_cleared_by_keyboard(qtbot, shown):
    chip, got = shown(Chip("Theme", choices=(("w", "Water"), ("f", "Food")))), []
    chip.chosen.connect(got.append)
    chip.choose("w")
    assert chip.accessibleName() == "Theme: Water"
    qtbot.keyClick(chip, Key.Key_Delete)

    assert got == ["w", ""]
    assert (chip.words(), chip.is_set()) == ("Theme: all", False)
    chip.choose("f")
    chip.set_choices((("w", "Water"),))
    assert chip.value == ""


def test_chip_cross_clears_by_pointer(qtbot, shown):
    chip = shown(Chip("Theme", choices=(("w", "Water"),)))
    chip.choose("w")
    from PySide6.QtCore import QPoint

    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton, pos=QPoint(14, chip.height() // 2))

    assert chip.value == ""


def test_plain_chip_toggles_with_enter(qtbot, shown):
    chip = shown(Chip("Not here yet"))
    qtbot.keyClick(chip, Key.Key_Return)

    assert chip.is_set()


def test_pill_is_spoken(qtbot):
    assert Pill("arrived", "Arrived 8.54").accessibleName() == "Arrived 8.54"


def needs_dot(text):
    return "" if "." in text.partition("@")[2] else "The part after @ needs a dot"


def test_field_complains_when_left_and_forgives_at_once(qtbot, shown):
    whole = QWidget()
    field = Field("E-mail", check=needs_dot, hint="For the ticket")
    whole.setLayout(column(field, Field("Other")))
    shown(whole)
    field.focus()
    qtbot.keyClicks(field.editor, "a@b")
    assert field.error() == ""

    whole.findChildren(Field)[1].focus()
    assert field.error() == "The part after @ needs a dot"
    assert field.editor.accessibleDescription() == "Error: The part after @ needs a dot"

    qtbot.keyClicks(field.editor, ".fi")
    assert field.error() == ""
    assert field.editor.accessibleDescription() == "For the ticket"


def test_required_field_is_named_and_found(qtbot):
    given, family = Field("First name"), Field("Last name", required=True)
    assert family.editor.accessibleName() == "Last name (required)"
    assert family.label.buddy() is family.editor

    assert first_wrong(given, family) is family
    family.set_text("Virta")
    assert first_wrong(given, family) is None


@pytest.mark.parametrize("editor", [QLineEdit, QPlainTextEdit, QComboBox])
def test_field_reads_and_writes_every_editor(qtbot, editor):
    made = editor()
    if isinstance(made, QComboBox):
        made.addItems(["A", "B"])
    field = Field("X", made)
    field.set_text("B")

    assert field.text() == "B"


def test_segmented_moves_with_arrows(qtbot, shown):
    control, got = shown(Segmented("Photos", (("y", "Yes"), ("a", "Ask"), ("n", "No")), "a")), []
    control.chosen.connect(got.append)
    button = control._group.checkedButton()
    button.setFocus()
    qtbot.keyClick(button, Key.Key_Right)
    qtbot.keyClick(control._group.checkedButton(), Key.Key_Right)

    assert got == ["n"]
    assert control.value() == "n"
    assert button.accessibleName() == "Ask, Photos"


def test_search_field_is_emptied_by_escape_and_found_by_ctrl_f(qtbot, shown):
    whole = QWidget()
    field, other = SearchField("Name"), QPushButton("x")
    whole.setLayout(column(field, other))
    shown(whole)
    other.setFocus()
    qtbot.keyClick(whole, Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert field.hasFocus()
    qtbot.keyClicks(field, "ab")
    qtbot.keyClick(field, Key.Key_Escape)

    assert field.text() == ""


def test_label_that_may_be_cut_tells_the_whole_as_tool_tip(qtbot, shown):
    label = Label("Kehittämispäällikkö " * 5, elide=True)
    shown(label, 80, 30)
    label.repaint()

    assert label.toolTip() == label.text()


def test_progress_strip_counts_and_stops(qtbot):
    strip, stops = ProgressStrip("Reading"), []
    strip.stopped.connect(lambda: stops.append(1))
    strip.show_progress(3, 10)
    strip.stop.click()

    assert (strip.bar.value(), strip.bar.maximum(), stops) == (3, 10, [1])


def test_steps_say_where_they_are(qtbot):
    steps = Steps(("Choose the file", "Match and check", "Done"))
    steps.go(1)

    assert steps.accessibleName() == "Step 2 of 3: Match and check"


def test_key_bar_shows_the_keys_of_now(qtbot):
    bar = KeyBar()
    bar.show_keys(("F2", "Walk-in"), ("F3", "Find"))
    bar.show_keys(("Esc", "Clear"))

    assert bar.keys == (("Esc", "Clear"),)


def test_stat_tile_reads_as_one_sentence(qtbot):
    tile = StatTile("Arrived", "128", "of 174")
    tile.show_number("129")

    assert tile.accessibleName() == "Arrived, 129, of 174"


def test_card_that_is_a_button_clicks_with_enter(qtbot, shown):
    card, clicks = shown(ButtonCard("Sign-in list")), []
    card.clicked.connect(lambda: clicks.append(1))
    qtbot.keyClick(card, Key.Key_Return)
    qtbot.mouseClick(card, Qt.MouseButton.LeftButton)

    assert clicks == [1, 1]


@pytest.mark.parametrize(("width", "drawer"), [(1500, False), (1000, True)])
def test_side_panel_closes_with_escape_and_gives_the_focus_back(qtbot, shown, width, drawer):
    cause = QLineEdit()
    host = PanelHost(cause)
    panel = SidePanel("Aino")
    host.set_panel(panel)
    shown(host, width, 500)
    cause.setFocus()
    panel.open_panel(cause, take_focus=True)
    assert host.is_drawer() is drawer
    assert panel.geometry().right() == host.width() - 1
    assert (cause.width() == host.width()) is drawer

    qtbot.keyClick(panel.close_button, Key.Key_Escape)

    assert panel.isHidden()
    assert cause.hasFocus()


def test_hidden_panel_stays_hidden_when_the_window_changes_width(qtbot, shown):
    host, panel = PanelHost(QLineEdit()), SidePanel("Aino")
    host.set_panel(panel)
    shown(host, 1500, 500)
    for width in (1000, 1500, 900):
        host.resize(width, 500)

        assert panel.isHidden()


def test_facts_leave_out_what_nobody_said(qtbot):
    facts = Facts(("E-mail", "a@b.fi"), ("Phone", ""))

    assert [label.text() for label in facts.findChildren(Label)] == ["E-mail", "a@b.fi"]


def test_chart_shows_its_numbers_by_t(qtbot, shown):
    chart = shown(LineChart("Arrivals", "Time"))
    chart.show_face(
        ChartFace(
            (
                Line("Today", ((480, 0), (500, 12))),
                Line("usual", ((480, 0), (540, 90)), quiet=True),
            ),
            ((480, "8.00"), (540, "9.00")),
            "12 arrived",
            now="12 at 8.20",
            mark=(520, "Opening"),
        )
    )
    chart.canvas.setFocus()
    qtbot.keyClick(chart.canvas, Key.Key_T)
    assert chart.shows_table()
    rows = [chart.table.rows.row_at(n) for n in range(chart.table.rows.count())]
    assert rows[1] == ("8.20", "Today", "12")
    qtbot.keyClick(chart.table, Key.Key_T)
    assert not chart.shows_table()
    assert chart.canvas.accessibleDescription() == "12 arrived"


READY = Shown(Result.READY, "Ready", line="Scan\nType")


@pytest.mark.parametrize("result", list(Result))
@pytest.mark.parametrize("height", [160, 300, 700])
def test_every_answer_paints_at_every_height(qtbot, shown, result, height):
    panel = ResultPanel(READY)
    shown(panel, 900, height)
    panel.show_answer(
        Shown(result, "Word", "Siiri Åkerblom", "Savon Biotuote", ("Speaker",), "8.54")
    )

    assert panel.accessibleName() == "Word. Siiri Åkerblom. Savon Biotuote. Speaker."


def test_answer_is_spoken_at_once_but_waiting_is_not(qtbot, shown):
    panel = shown(ResultPanel(READY))
    with qtbot.waitSignal(announcer().said) as said:
        panel.show_answer(
            Shown(Result.WELCOME, "Welcome", "Siiri Åkerblom", spoken=("Give the envelope.",))
        )
    assert said.args == ["Welcome. Siiri Åkerblom. Give the envelope."]
    with qtbot.assertNotEmitted(announcer().said):
        panel.show_answer(READY)


def test_urgent_words_do_not_wait_and_polite_ones_keep_a_second_apart(qtbot):
    speaker, heard = announcer(), []
    speaker.said.connect(heard.append)
    speaker.say(speaker, "first", urgent=True)
    speaker.say(speaker, "dropped")
    speaker.say(speaker, "later")
    speaker.say(speaker, "urgent", urgent=True)
    speaker.say(speaker, "polite")
    assert heard == ["first", "urgent"]

    qtbot.waitUntil(lambda: heard == ["first", "urgent", "polite"])


def test_scan_field_leaves_undo_to_the_page_while_empty(qtbot, shown):
    from PySide6.QtGui import QKeySequence, QShortcut

    whole = QWidget()
    field = ScanField("Scan", "Ready")
    whole.setLayout(column(field))
    undone, moved, entered = [], [], []
    QShortcut(QKeySequence("Ctrl+Z"), whole).activated.connect(lambda: undone.append(1))
    field.moved.connect(moved.append)
    field.entered.connect(entered.append)
    shown(whole)
    field.field.setFocus()
    qtbot.keyClick(field.field, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(field.field, "po")
    qtbot.keyClick(field.field, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert undone == [1]

    qtbot.keyClicks(field.field, "Aho")
    qtbot.keyClick(field.field, Key.Key_Down)
    qtbot.keyClick(field.field, Key.Key_Return)
    qtbot.keyClick(field.field, Key.Key_Escape)
    assert (moved, entered, field.text()) == ([1], ["Aho"], "")


def test_question_is_answered_by_number_button_and_escape_words(qtbot, shown):
    bar, got = shown(QuestionBar()), []
    bar.answered.connect(got.append)
    choices = (Choice("back", "Back after a break"), Choice("badge", "New badge"))
    bar.ask("What is it?", choices)
    assert not bar.answer(3)
    assert bar.answer(2)
    assert not bar.answer(1)
    bar.ask("What is it?", choices)
    next(b for b in bar.findChildren(Button) if b.words() == "Close" and b.isVisible()).click()

    assert got == ["badge", ""]
    assert bar.isHidden()


def test_notes_show_side_by_side_and_hide(qtbot):
    notes = NoteRow()
    notes.show_notes(Note("mail", "Envelope"), Note("accessibility", "Hearing loop"))
    assert not notes.isHidden()
    notes.show_notes()

    assert notes.isHidden()


def test_rows_take_widgets_layouts_distances_and_stretches(qtbot):
    widget = QWidget()
    widget.setLayout(row(QLineEdit(), 8, None, (QLineEdit(), 2), (column(QLineEdit()), 1)))
    assert widget.layout().count() == 5

    empty(widget.layout())
    assert widget.layout().count() == 0
