"""The scanner in a window: whatever has the focus, on any keyboard layout."""

from __future__ import annotations

import sys
import time

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from networking_app.domain.tickets import check_character
from networking_app.gui.key_text import KEYPAD, US_KEYS
from networking_app.gui.messages import Messages
from networking_app.gui.preferences import Preferences
from networking_app.gui.scanner import Scanner
from networking_app.gui.scanning import Scanning
from networking_app.support.settings import Settings

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


# What keys of a US keyboard write on other layouts: plain and with Shift, where they differ.
GERMAN = dict(zip("yzYZ-/?=_:;'[]&(", "zyZYß-_\u00b4?ÖöäÜ+/)", strict=False))
SWISS = dict(zip("yzYZ-/?=_:;", "zyZY'-_^?éö", strict=False))
FINNISH = dict(zip("-/?=_:;&(", "+-_\u00b4?Öö/)", strict=False))
FRENCH = {
    **dict(zip("1234567890", "&é\"'(-è_çà", strict=True)),
    **dict(zip("aqwzmAQWZM", "qazw,QAZW?", strict=True)),
    "-": ")",
    "/": "!",
    ":": "M",
    ".": ":",
    "?": "§",
    ";": "m",
}
LAYOUTS = {"us": {}, "german": GERMAN, "swiss": SWISS, "finnish": FINNISH, "french": FRENCH}
DEAD = {"\u00b4": Qt.Key.Key_Dead_Acute, "^": Qt.Key.Key_Dead_Circumflex}
URL = "https://tickets.example.org/t/h6Wkr3?c=8&x=Yz-1"
SHIFT = Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier


def wedge(widget, code, layout=None, *, caps=False, gap=8, start=1000, end=Qt.Key.Key_Return):
    """A US scanner with its Shift keys and keys going up, on any layout, also with Caps Lock."""
    layout, at = layout or {}, start
    for letter in code:
        place, shifted = place_of(letter)
        held = SHIFT if shifted else NONE
        text = layout.get(letter, letter)
        if caps and text.isalpha() and len(text.swapcase()) == 1:
            text = text.swapcase()
        key = DEAD.get(text, 0)
        if shifted:
            press(widget, "", at=at, key=Qt.Key.Key_Shift, scan_code=42 + _OFFSET)
        press(widget, "" if key else text, at=at, key=key, scan_code=place + _OFFSET, held=held)
        up(widget, text, at=at + 1, scan_code=place + _OFFSET, held=held)
        if shifted:
            up(widget, "", at=at + 1, key=Qt.Key.Key_Shift, scan_code=42 + _OFFSET)
        at += gap
    if end:
        press(widget, "\r", at=at, key=end, scan_code=28 + _OFFSET)
        up(widget, "\r", at=at + 1, key=end, scan_code=28 + _OFFSET)
    return at


def up(widget, text, *, at, key=0, scan_code=0, held=NONE):
    event = QKeyEvent(QEvent.Type.KeyRelease, key, held, scan_code, 0, 0, text)
    event.setTimestamp(at)
    QCoreApplication.sendEvent(widget, event)


@pytest.fixture
def codes(scanner):
    heard = []
    scanner.scanned.connect(heard.append)
    return heard


@pytest.mark.parametrize("caps", [False, True])
@pytest.mark.parametrize("name", LAYOUTS)
@pytest.mark.parametrize("code", [CODE, "7yZ9qWAm2x", URL, "h6wkr3qpd8vmz2ytbx7nf4jcsa9ueg5k"])
def test_a_scan_is_read_on_any_layout_with_caps_lock_or_without(field, codes, name, caps, code):
    wedge(field, code, LAYOUTS[name], caps=caps)

    assert (codes, field.text()) == ([code], "")


@pytest.mark.parametrize("end", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, None])
def test_whatever_ends_a_scan_never_arrives(qtbot, field, codes, end):
    entered = []
    field.returnPressed.connect(lambda: entered.append(1))
    at = wedge(field, CODE, end=end)
    qtbot.waitUntil(lambda: codes == [CODE])
    press(field, "\n", at=at + 20, key=Qt.Key.Key_J, held=Qt.KeyboardModifier.ControlModifier)
    press(field, "\r", at=at + 25, key=Qt.Key.Key_Return)

    assert (entered, field.text()) == ([], "")
    press(field, "\r", at=at + 500, key=Qt.Key.Key_Return)
    assert entered == [1]


def test_scanner_set_to_the_layout_is_read_and_remembered(field, codes):
    local = {"y": "z", "z": "y", "Y": "Z", "Z": "Y"}
    own = "7C9R4WHXY" + check_character("7C9R4WHXY")
    for number, code in enumerate(("zy8abc1", own, "zy8abc1")):
        wedge(field, "".join(local.get(s, s) for s in code), local, start=1000 + number * 3000)

    assert codes == ["yz8abc1", own, "zy8abc1"]


def test_alt_gr_is_a_sign_of_a_scanner_set_to_the_layout(field, codes):
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    for number, letter in enumerate("ainoz1"):
        press(field, letter, at=1000 + 8 * number, scan_code=place_of(letter)[0] + _OFFSET)
    press(field, "@", at=1048, scan_code=3 + _OFFSET, held=both)
    press(field, "x", at=1056, scan_code=45 + _OFFSET)
    press(field, "\r", at=1064, key=Qt.Key.Key_Return)

    assert codes == ["ainoz1@x"]


@pytest.mark.parametrize("num_lock", [True, False])
def test_digits_of_the_keypad_count(field, codes, num_lock):
    places = {digit: place for place, digit in KEYPAD.items()}
    for number, digit in enumerate("6401234567890"):
        text = digit if num_lock else ""
        press(
            field, text, at=1000 + 8 * number, key=0 if num_lock else Qt.Key.Key_Home,
            scan_code=places[digit] + _OFFSET, held=Qt.KeyboardModifier.KeypadModifier,
        )  # fmt: skip
    press(field, "\r", at=1104, key=Qt.Key.Key_Enter)

    assert codes == ["6401234567890"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows makes the characters itself")
def test_characters_sent_as_alt_and_keypad_digits_are_put_together(field, codes):
    places = {digit: place for place, digit in KEYPAD.items()}
    held, at = Qt.KeyboardModifier.AltModifier, 1000
    fired = []
    QShortcut(QKeySequence("Alt+0"), field).activated.connect(lambda: fired.append(1))
    for letter in CODE:
        press(field, "", at=at, key=Qt.Key.Key_Alt, held=held)
        for digit in f"{ord(letter):04}":
            at += 10
            press(
                field, digit, at=at, key=Qt.Key.Key_0, scan_code=places[digit] + _OFFSET,
                held=held | Qt.KeyboardModifier.KeypadModifier,
            )  # fmt: skip
        at += 10
        up(field, "", at=at, key=Qt.Key.Key_Alt)
        at += 10
    press(field, "\r", at=at, key=Qt.Key.Key_Return)

    assert (codes, field.text(), fired) == ([CODE], "", [])


def test_control_characters_inside_and_around_are_dropped(field, codes, scanner):
    scanner.reader.prefix = "#"
    held = Qt.KeyboardModifier.ControlModifier
    press(field, "\x02", at=992, key=Qt.Key.Key_B, held=held)
    wedge(field, "#]Q18KQ2", end=None)
    press(field, "\x1d", at=1066, key=Qt.Key.Key_BracketRight, held=held)
    wedge(field, "M7XD4U", start=1074)

    assert (codes, field.text()) == ([CODE], "")


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
        press(field, letter, at=at, scan_code=place + _OFFSET, held=held)
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
    event = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_F2, NONE, 60 + _OFFSET, 0, 0, "")
    event.setTimestamp(1020)
    QCoreApplication.sendEvent(field, event)

    assert field.text() == "a"


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
    QTimer.singleShot(150, lambda: wedge(inner, CODE))
    press(button, " ", at=1000, key=Qt.Key.Key_Space)
    up(button, " ", at=1030, key=Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: answers == [0])

    assert scanning.window.scans == [CODE]


def commit(widget, sign):
    event = QInputMethodEvent()
    event.setCommitString(sign)
    QCoreApplication.sendEvent(widget, event)


@pytest.mark.parametrize(("sign", "start"), [("\u1e31", "=k"), ("\u00b4", "=="), ("\u1ea3", "")])
def test_dead_key_at_the_start_of_a_code_is_undone(qtbot, field, codes, sign, start):
    now = int(time.monotonic() * 1000)
    up(field, "", at=now, key=Qt.Key.Key_Shift)
    commit(field, sign)
    wedge(field, "DMwEzY2Ej", start=int(time.monotonic() * 1000) + 8)

    assert codes == [start + "DMwEzY2Ej"]
    assert field.text() == ("" if start else sign)


def test_accent_typed_with_a_dead_key_arrives_in_order(qtbot, field, codes):
    press(field, "L", at=1000, key=Qt.Key.Key_L)
    commit(field, "\u00e9")
    press(field, "o", at=1100, key=Qt.Key.Key_O)
    qtbot.waitUntil(lambda: field.text() == "L\u00e9o")

    assert codes == []
