"""Nothing of the desk is squeezed or covered where the window is low and the text is large."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget

from gui import desk_room
from gui.desk import Shots
from gui.opened import speak_long
from networking_app.gui.theme import look
from networking_app.gui.widgets.states import KeyBar
from networking_app.support import i18n

STATES = (
    "notes", "already", "cancelled", "hold_long", "blocked", "reason", "pin", "missing",
    "together",
)  # fmt: skip
BEFORE = {"reason": ("blocked",), "pin": ("blocked", "reason")}


@pytest.fixture
def large_text(monkeypatch):
    """Texts at 150 % in a language that is 40 % longer."""
    before = i18n._catalogue
    speak_long()
    look().use("light", percent=150, reduce_motion=True)
    yield
    i18n._catalogue = before
    look().use("light", percent=100, reduce_motion=True)


@pytest.fixture
def low(large_text, qtbot, tmp_path):
    """A desk in the smallest window."""
    made = desk_room.make(tmp_path, capacity=40)
    qtbot.addWidget(made.window)
    desk_room.open_desk(made, 1093, 574)
    made.window.activateWindow()
    qtbot.waitUntil(made.window.isActiveWindow)
    made.page.view.scan.setFocus()
    yield made
    made.window.hide()
    made.room.tasks.close()
    made.office.close()


def bring(made, state):
    shots = Shots(made)
    for name in (*BEFORE.get(state, ()), state):
        getattr(shots, name)()
    for _ in range(12):
        QApplication.processEvents()


def squeezed(widget):
    """Visible words, fields and buttons lower than they must be."""
    found = []
    for part in widget.findChildren(QWidget):
        if not part.isVisible() or not isinstance(part, QLabel | QLineEdit | QAbstractButton):
            continue
        high = part.minimumSizeHint().height()
        if part.hasHeightForWidth():
            high = part.heightForWidth(part.width())
        if part.height() < high:
            found.append((type(part).__name__, part.accessibleName(), part.height(), high))
    return found


def overlaps(widget):
    """Visible siblings in a layout that lie over each other."""
    found = []
    for whole in (widget, *widget.findChildren(QWidget)):
        layout = whole.layout()
        if layout is None or not whole.isVisible():
            continue
        parts = [one for one in whole.children() if isinstance(one, QWidget) and one.isVisible()]
        parts = [one for one in parts if not one.isWindow() and isinstance(one, QWidget)]
        for number, one in enumerate(parts):
            for other in parts[number + 1 :]:
                shared: QRect = one.geometry() & other.geometry()
                if not shared.isEmpty():
                    found.append((one, other))
    return found


@pytest.mark.parametrize("state", STATES)
def test_nothing_is_squeezed_or_covered_at_large_text(low, state):
    bring(low, state)
    middle = low.page.view._inside
    stack = low.page.view._stack
    assert squeezed(middle) == []
    assert [pair for pair in overlaps(middle) if stack not in {p.parent() for p in pair}] == []
    assert stack.height() >= stack.minimumHeight() > 0


@pytest.mark.parametrize("state", ["already", "cancelled", "reason", "missing"])
def test_all_answers_can_be_scrolled_to(low, state):
    bring(low, state)
    view = low.page.view
    form = view.open_form()
    part = form if form is not None else view.question
    buttons = [one for one in part.findChildren(QAbstractButton) if one.isVisible()]
    assert len(buttons) >= 3
    for button in buttons:
        view._area.ensureWidgetVisible(button, 0, 0)
        QApplication.processEvents()
        assert button.visibleRegion().boundingRect() == button.rect()


def test_what_is_asked_is_scrolled_to_and_the_next_guest_starts_at_the_top(low):
    bring(low, "reason")
    view = low.page.view
    assert view.reason.reason.editor.visibleRegion().boundingRect().height() > 0
    assert view._area.verticalScrollBar().value() > 0
    low.scan(low.code("X"))
    QApplication.processEvents()
    assert view._area.verticalScrollBar().value() == 0


def test_a_long_note_stands_in_the_panel_whole_and_nowhere_else(low):
    bring(low, "hold_long")
    view = low.page.view
    first = view.panel.shown.note
    assert first.startswith("Take the guest to the cloakroom")
    assert first.endswith("identity card")
    assert [note.title for note in view.notes.notes] == [
        "Ask for Henna at the cloakroom, phone 040 1234567"
    ]
    assert view.panel.height() >= view.panel.height_of_note(view.panel.shown)
    assert view._area.verticalScrollBar().value() == 0  # it is read first


def test_the_bar_leaves_out_the_last_keys_rather_than_cutting_words(qtbot, large_text):
    bar = KeyBar()
    qtbot.addWidget(bar)
    bar.resize(700, 40)
    bar.show()
    bar.show_keys(("F2", "Walk-in"), ("F3", "Find by name"), ("F11", "Full screen " * 5))
    QApplication.processEvents()
    assert bar.seen() == ("F2", "F3")
    labels = [one for one in bar.findChildren(QLabel) if one.isVisible()]
    assert len(labels) == 3  # with F1
    for label in labels:
        assert label.width() >= label.sizeHint().width()
        assert bar.rect().contains(QRect(label.mapTo(bar, label.rect().topLeft()), label.size()))
    bar.resize(2400, 40)
    QApplication.processEvents()
    assert bar.seen() == ("F2", "F3", "F11")


def test_the_bar_shows_the_keys_of_the_reason_form(desk):
    shots = Shots(desk)
    shots.blocked()
    shots.reason()
    assert [key for key, _ in desk.page.keys.keys] == ["1–4", "Enter", "Esc"]
    shots.pin()
    assert [key for key, _ in desk.page.keys.keys] == ["1–4", "Tab", "Enter", "Esc"]
    desk.page.view.reason.closed.emit()
    assert "F8" not in [key for key, _ in desk.page.keys.keys]
    assert "Enter" not in [key for key, _ in desk.page.keys.keys]


def test_a_cancelled_guest_can_be_let_in_by_the_key_that_is_shown(desk):
    shots = Shots(desk)
    shots.cancelled()
    assert desk.page.view.question.choices[-1].key == "F8"
    assert ("F8", "Let in anyway") in desk.page.keys.keys
    shots.reason()
    assert desk.page.view.reason.isVisible()


def test_a_toast_covers_neither_the_last_guest_nor_the_scan_field(low):
    shots = Shots(low)
    shots.welcome()
    shots.last()
    view, window = low.page.view, low.window
    low.room.messages.toast("Siiri Åkerblom is back after a break", undo=lambda: None)
    QApplication.processEvents()
    toast = low.room.messages._toast

    def place(widget):
        return QRect(widget.mapTo(window, widget.rect().topLeft()), widget.size())

    assert toast.isVisible()
    assert toast.undo.isVisible()
    assert window.rect().contains(toast.geometry())
    for covered in (view.last, view.scan, view.panel, low.page.keys, view.side.whose):
        assert not toast.geometry().intersects(place(covered)), covered
    assert squeezed(toast) == []


def test_a_break_that_ended_can_be_taken_back_from_the_toast(desk):
    shots = Shots(desk)
    shots.already()
    desk.page.view.question.answer(1)
    desk.settle()
    toast = desk.room.messages._toast
    assert toast.isVisible()
    assert toast.undo.isVisible()
    toast.undo.click()
    desk.settle()
    assert "not checked in any more" in desk.room.messages.toast_text()
