"""A scan gets past dialogs and menus, and never answers them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLineEdit,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gui.keyboard import CODE, press, up, wedge
from networking_app.gui.messages import Messages
from networking_app.gui.preferences import Preferences
from networking_app.gui.scanning import Scanning
from networking_app.support.settings import Settings


class Window(QWidget):
    """Takes scans, as the main window does."""

    def __init__(self):
        super().__init__()
        self.scans = []


@pytest.fixture
def scanning(qapp, qtbot):
    window = Window()
    qtbot.addWidget(window)
    window.show()
    made = Scanning(qapp, Preferences(Settings()), Messages(), window.scans.append)
    made.window = window
    yield made
    qapp.removeEventFilter(made.keyboard)
    made.keyboard.deleteLater()
    made.deleteLater()


def dialog(qtbot, window, *fields):
    made = QDialog(window)
    made.pressed = []
    button = QPushButton("Delete")
    button.setDefault(True)
    button.clicked.connect(lambda: made.pressed.append(1))
    layout = QVBoxLayout(made)
    for one in fields:
        layout.addWidget(one)
    layout.addWidget(button)
    made.button = button
    made.open()
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is made)
    return made


@pytest.mark.parametrize("end", [Qt.Key.Key_Return, Qt.Key.Key_Tab, None])
def test_scan_closes_a_question_unanswered_and_presses_nothing(qtbot, scanning, end):
    asked = dialog(qtbot, scanning.window)
    wedge(asked.button, CODE, end=end)
    qtbot.waitUntil(lambda: scanning.window.scans == [CODE])

    assert (asked.pressed, asked.isVisible()) == ([], False)
    assert asked.result() == QDialog.DialogCode.Rejected


def test_scan_over_a_form_with_work_in_it_leaves_the_form_as_it_is(qtbot, scanning):
    name = QLineEdit()
    form = dialog(qtbot, scanning.window, name)
    qtbot.keyClicks(name, "Ai", delay=70)
    qtbot.waitUntil(lambda: name.text() == "Ai")
    wedge(name, CODE, start=90_000_000)
    qtbot.waitUntil(lambda: scanning.window.scans == [CODE])

    assert (name.text(), form.isVisible(), form.pressed) == ("Ai", True, [])
    form.reject()


def test_scan_closes_dialogs_over_dialogs_and_menus(qtbot, scanning):
    lower = dialog(qtbot, scanning.window)
    upper = dialog(qtbot, lower)
    menu = QMenu(upper)
    menu.addAction("Delete")
    menu.popup(upper.pos())
    wedge(menu, CODE)

    assert scanning.window.scans == [CODE]
    assert not (lower.isVisible() or upper.isVisible() or menu.isVisible())


def test_dialog_opened_by_a_held_key_does_not_stop_scans(qtbot, scanning):
    """Such as the print dialog, which has an event loop of its own."""
    button, answers = QPushButton("Print"), []
    qtbot.addWidget(button)
    inner = QDialog(button)
    button.clicked.connect(lambda: answers.append(inner.exec()))
    button.show()

    def scan_when_open():
        if QApplication.activeModalWidget() is inner:
            wedge(inner, CODE, start=90_000_000)
        else:
            QTimer.singleShot(10, scan_when_open)

    scan_when_open()
    press(button, " ", at=1000, key=Qt.Key.Key_Space)
    up(button, " ", at=1030, key=Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: answers == [0])

    assert scanning.window.scans == [CODE]
