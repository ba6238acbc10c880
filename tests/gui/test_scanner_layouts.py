"""The scanner on any keyboard layout, with Caps Lock, keypad, AltGr, ALT codes and dead keys."""

from __future__ import annotations

import sys
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut

from gui.keyboard import CODE, LAYOUTS, OFFSET, URL, commit, place_of, press, up, wedge
from networking_app.domain.tickets import check_character
from networking_app.gui import scanner as module
from networking_app.gui.key_text import KEYPAD


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
        press(field, letter, at=1000 + 8 * number, scan_code=place_of(letter)[0] + OFFSET)
    press(field, "@", at=1048, scan_code=3 + OFFSET, held=both)
    press(field, "x", at=1056, scan_code=45 + OFFSET)
    press(field, "\r", at=1064, key=Qt.Key.Key_Return)

    assert codes == ["ainoz1@x"]


@pytest.mark.parametrize("num_lock", [True, False])
def test_digits_of_the_keypad_count(field, codes, num_lock):
    places = {digit: place for place, digit in KEYPAD.items()}
    for number, digit in enumerate("6401234567890"):
        text = digit if num_lock else ""
        press(
            field, text, at=1000 + 8 * number, key=0 if num_lock else Qt.Key.Key_Home,
            scan_code=places[digit] + OFFSET, held=Qt.KeyboardModifier.KeypadModifier,
        )  # fmt: skip
    press(field, "\r", at=1104, key=Qt.Key.Key_Enter)

    assert codes == ["6401234567890"]


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
                field, digit, at=at, key=Qt.Key.Key_0, scan_code=places[digit] + OFFSET,
                held=held | Qt.KeyboardModifier.KeypadModifier,
            )  # fmt: skip
        at += 10
        up(field, "", at=at, key=Qt.Key.Key_Alt)
        at += 10
    press(field, "\r", at=at, key=Qt.Key.Key_Return)

    made_by_windows = sys.platform == "win32"
    assert (codes, field.text(), fired) == ([] if made_by_windows else [CODE], "", [])


def test_control_characters_inside_and_around_are_dropped(field, codes, scanner):
    scanner.reader.prefix = "#"
    held = Qt.KeyboardModifier.ControlModifier
    press(field, "\x02", at=992, key=Qt.Key.Key_B, held=held)
    wedge(field, "#]Q18KQ2", end=None)
    press(field, "\x1d", at=1066, key=Qt.Key.Key_BracketRight, held=held)
    wedge(field, "M7XD4U", start=1074)

    assert (codes, field.text()) == ([CODE], "")


@pytest.mark.parametrize(("sign", "start"), [("\u1e31", "=k"), ("\u00b4", "=="), ("\u1ea3", "")])
def test_dead_key_at_the_start_of_a_code_is_undone(monkeypatch, field, codes, sign, start):
    monkeypatch.setattr(module, "time", SimpleNamespace(monotonic=lambda: 1.0))
    up(field, "", at=1000, key=Qt.Key.Key_Shift)
    commit(field, sign)
    wedge(field, "DMwEzY2Ej", start=1008)

    assert codes == [start + "DMwEzY2Ej"]
    assert field.text() == ("" if start else sign)


def test_accent_typed_with_a_dead_key_arrives_in_order(qtbot, field, codes):
    press(field, "L", at=1000, key=Qt.Key.Key_L)
    commit(field, "\u00e9")
    press(field, "o", at=1100, key=Qt.Key.Key_O)
    qtbot.waitUntil(lambda: field.text() == "L\u00e9o")

    assert codes == []
