"""Plays a US keyboard-wedge scanner to a widget, on any layout, with the times of its keys."""

from __future__ import annotations

import sys

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent

from networking_app.gui.key_text import US_KEYS

CODE = "8KQ2M7XD4U"
OFFSET = 8 if sys.platform.startswith("linux") else 0


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
        press(widget, layout(letter), at=start + number * gap, scan_code=place + OFFSET, held=held)
    end = start + len(code) * gap
    press(widget, "\r", at=end, key=Qt.Key.Key_Return)


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
            press(widget, "", at=at, key=Qt.Key.Key_Shift, scan_code=42 + OFFSET)
        press(widget, "" if key else text, at=at, key=key, scan_code=place + OFFSET, held=held)
        up(widget, text, at=at + 1, scan_code=place + OFFSET, held=held)
        if shifted:
            up(widget, "", at=at + 1, key=Qt.Key.Key_Shift, scan_code=42 + OFFSET)
        at += gap
    if end:
        press(widget, "\r", at=at, key=end, scan_code=28 + OFFSET)
        up(widget, "\r", at=at + 1, key=end, scan_code=28 + OFFSET)
    return at


def up(widget, text, *, at, key=0, scan_code=0, held=NONE):
    event = QKeyEvent(QEvent.Type.KeyRelease, key, held, scan_code, 0, 0, text)
    event.setTimestamp(at)
    QCoreApplication.sendEvent(widget, event)


def commit(widget, sign):
    event = QInputMethodEvent()
    event.setCommitString(sign)
    QCoreApplication.sendEvent(widget, event)
