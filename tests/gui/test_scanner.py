"""The scanner in a window: what people type arrives, what a slow scanner typed is taken back."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QPlainTextEdit,
    QPushButton,
)

from gui.keyboard import CODE, NONE, OFFSET, SHIFT, place_of, press, scan, up


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


def test_quick_tap_on_a_button_presses_and_lets_go(qtbot, scanner):
    button, pressed = QPushButton("Do"), []
    qtbot.addWidget(button)
    button.clicked.connect(lambda: pressed.append(1))
    button.show()
    press(button, " ", at=1000, key=Qt.Key.Key_Space)
    up(button, " ", at=1020, key=Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: pressed == [1])

    assert not button.isDown()


def test_slow_scan_is_taken_out_of_the_field_it_was_typed_into(qtbot, field, codes):
    field.setText("Aino ")
    for number, letter in enumerate(CODE):
        place, shifted = place_of(letter)
        held = SHIFT if shifted else NONE
        at = 1000 + 75 * number
        press(field, letter, at=at, scan_code=place + OFFSET, held=held)
        qtbot.wait(60)
    press(field, "\r", at=1000 + 75 * len(CODE), key=Qt.Key.Key_Return)

    assert (codes, field.text()) == ([CODE], "Aino ")


def test_slow_scan_is_taken_out_of_a_long_text(qtbot, scanner, codes):
    note = QPlainTextEdit("before after")
    qtbot.addWidget(note)
    note.show()
    note.setFocus()
    cursor = note.textCursor()
    cursor.setPosition(7)
    note.setTextCursor(cursor)
    for number, letter in enumerate(CODE):
        press(note, letter, at=1000 + 75 * number)
        qtbot.wait(60)
    press(note, "\r", at=1000 + 75 * len(CODE), key=Qt.Key.Key_Return)

    assert (codes, note.toPlainText()) == ([CODE], "before after")


def test_shortcut_on_a_letter_pressed_after_typing_comes_after_it(qtbot, scanner, field):
    press(field, "a", at=1000, key=Qt.Key.Key_A)
    event = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_F2, NONE, 60 + OFFSET, 0, 0, "")
    event.setTimestamp(1020)
    QCoreApplication.sendEvent(field, event)

    assert field.text() == "a"
