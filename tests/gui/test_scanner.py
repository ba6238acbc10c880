"""The scanner in a window: whatever has the focus, on any keyboard layout."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit

from networking_app.gui.key_text import US_KEYS
from networking_app.gui.scanner import Scanner

CODE = "8KQ2M7XD4U"
_OFFSET = 8 if sys.platform.startswith("linux") else 0


@pytest.fixture
def scanner(qapp):
    made = Scanner(qapp)
    yield made
    qapp.removeEventFilter(made)


@pytest.fixture
def field(qtbot):
    made = QLineEdit()
    qtbot.addWidget(made)
    made.show()
    return made


def place_of(character):
    return next(
        (code, pair.index(character)) for code, pair in US_KEYS.items() if character in pair
    )


def press(widget, text, *, at, key=0, scan_code=0, held=Qt.KeyboardModifier.NoModifier):
    event = QKeyEvent(QEvent.Type.KeyPress, key, held, scan_code, 0, 0, text)
    event.setTimestamp(at)
    QCoreApplication.sendEvent(widget, event)


def scan(widget, code, layout=str.upper, start=1000, gap=8):
    """Type as a US scanner does; `layout` says what the computer's layout makes of each key."""
    for number, letter in enumerate(code):
        place, shifted = place_of(letter)
        held = Qt.KeyboardModifier.ShiftModifier if shifted else Qt.KeyboardModifier.NoModifier
        press(widget, layout(letter), at=start + number * gap, scan_code=place + _OFFSET, held=held)
    end = start + len(code) * gap
    press(widget, "\r", at=end, key=Qt.Key.Key_Return)


@pytest.mark.parametrize(
    ("name", "swap"),
    [("us", {}), ("german", {"Y": "Z", "Z": "Y"}), ("french", {"A": "Q", "Q": "A", "M": ","})],
)
def test_a_scan_is_read_on_any_layout_and_never_reaches_the_field(
    qtbot, scanner, field, name, swap
):
    with qtbot.waitSignal(scanner.scanned) as got:
        scan(field, CODE, lambda letter: swap.get(letter, letter))

    assert got.args == [CODE]
    assert field.text() == ""


def test_typing_reaches_the_field_in_order(qtbot, scanner, field):
    codes = []
    scanner.scanned.connect(codes.append)
    for number, letter in enumerate("Virtanen"):
        press(field, letter, at=1000 + number * 90, key=Qt.Key.Key_A)

    qtbot.waitUntil(lambda: field.text() == "Virtanen")

    assert codes == []


def test_enter_after_typing_comes_after_the_letters(qtbot, scanner, field):
    entered = []
    field.returnPressed.connect(lambda: entered.append(field.text()))
    for number, letter in enumerate("Aho"):
        press(field, letter, at=1000 + number * 90, key=Qt.Key.Key_A)
    press(field, "\r", at=1200, key=Qt.Key.Key_Return)

    assert entered == ["Aho"]


def test_a_held_key_is_typing(qtbot, scanner, field):
    for number in range(12):
        event = QKeyEvent(
            QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier, "a", number > 0
        )
        event.setTimestamp(1000 + number * 33)
        QCoreApplication.sendEvent(field, event)

    qtbot.waitUntil(lambda: len(field.text()) == 12)
    assert field.text() == "a" * 12


def test_a_click_lets_held_letters_go_first(qtbot, scanner, field):
    press(field, "a", at=1000, key=Qt.Key.Key_A)
    qtbot.mouseClick(field, Qt.MouseButton.LeftButton)

    assert field.text() == "a"


def test_shortcuts_are_not_held_back(qtbot, scanner, field):
    field.setText("abc")
    press(field, "", at=1, key=Qt.Key.Key_A, held=Qt.KeyboardModifier.ControlModifier)

    assert not scanner._burst.is_waiting()


def test_switched_off_everything_is_typing(qtbot, scanner, field):
    scanner.enabled = False
    scan(field, "ABCDEFGH23")

    assert field.text() == "ABCDEFGH23"
