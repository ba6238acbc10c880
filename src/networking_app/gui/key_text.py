"""What keys mean: by their place on a US keyboard, or as typed; Caps Lock undone, layouts learned.

Scanners press the keys of a US keyboard, so on any other layout the places tell what they mean.
Some are set to the layout of the computer instead; then what was typed is right.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent

from networking_app.domain.tickets import CodeForm, form_of

if TYPE_CHECKING:
    from collections.abc import Sequence

_ROWS = (
    (2, "1234567890-=", "!@#$%^&*()_+"),
    (16, "qwertyuiop[]", "QWERTYUIOP{}"),
    (30, "asdfghjkl;'`", 'ASDFGHJKL:"~'),
    (43, "\\zxcvbnm,./", "|ZXCVBNM<>?"),
    (57, " ", " "),
)
US_KEYS: dict[int, tuple[str, str]] = {
    first + place: pair
    for first, plain, shifted in _ROWS
    for place, pair in enumerate(zip(plain, shifted, strict=True))
}
"""What a scanner means by a key's place (PC scan code) on a US keyboard: plain, with Shift."""
KEYPAD: dict[int, str] = dict(zip(range(71, 84), "789-456+1230.", strict=True)) | {55: "*"}
"""What it means by a key of the keypad, with and without Num Lock."""

_Key = Qt.Key
_PAD_KEYS = frozenset(
    {
        *range(_Key.Key_0, _Key.Key_9 + 1), _Key.Key_Home, _Key.Key_End, _Key.Key_PageUp,
        _Key.Key_PageDown, _Key.Key_Insert, _Key.Key_Delete, _Key.Key_Clear, _Key.Key_Left,
        _Key.Key_Right, _Key.Key_Up, _Key.Key_Down,
    }
)  # fmt: skip
_DEAD = {"\u0301": "=", "\u0302": "=", "\u0300": "+"}
_DEAD_TWICE = {"\u00b4": "==", "^": "==", "`": "++"}
_X11_OFFSET = 8  # key codes of X11 and Wayland are the PC's scan codes and eight
_HAS_PLACES = sys.platform != "darwin"
_AIM = re.compile(r"^\][A-Za-z][0-9A-Za-z](?=.)")
_ADDRESS = re.compile(r"https?://")
_FORMAT = re.compile(r"(BEGIN:|MECARD:|WIFI:|MATMSG:)")


@dataclass(frozen=True, slots=True)
class Press:
    """A key press held back: for whom it was, a copy of it, and what it may mean.

    Attributes:
        target: for whom.
        event: a copy, of a key or of a character that a dead key made with the next one.
        at: when, in ms.
        typed: what the computer's layout makes of it.
        meant: what a US scanner means by it.
        shift: whether Shift was held.
        local: whether it needed AltGr, which only a scanner set to this layout presses.
    """

    target: QObject
    event: QKeyEvent | QInputMethodEvent
    at: float
    typed: str
    meant: str
    shift: bool = False
    local: bool = False


def place_of(event: QKeyEvent) -> int:
    """The PC scan code of a key, 0 where the system does not tell."""
    if not _HAS_PLACES:
        return 0
    code = event.nativeScanCode()
    return max(code - _X11_OFFSET, 0) if sys.platform.startswith("linux") else code


def is_keypad(event: QKeyEvent) -> bool:
    """Whether it is a key of the keypad that a scanner may mean a character by."""
    if not event.modifiers() & Qt.KeyboardModifier.KeypadModifier:
        return False
    place = place_of(event)
    return place in KEYPAD if place else event.key() in _PAD_KEYS


def meant(event: QKeyEvent) -> str:
    """The character a US-layout scanner means by this key; its text where the place is unknown."""
    place = place_of(event)
    if place in KEYPAD and event.modifiers() & Qt.KeyboardModifier.KeypadModifier:
        return KEYPAD[place]
    pair = US_KEYS.get(place)
    if pair is None:
        return event.text()
    return pair[int(bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))]


def press_of(target: QObject, event: QKeyEvent, at: float) -> Press:
    """A key press with what it may mean."""
    held = event.modifiers()
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    return Press(
        target,
        event.clone(),
        at,
        event.text(),
        meant(event),
        shift=bool(held & Qt.KeyboardModifier.ShiftModifier),
        local=held & both == both,
    )


def composed(target: QObject, sign: str, at: float) -> Press | None:
    """A character that a dead key made with the next key, None if no scanner means it.

    A scanner means "=" by the dead key of acute and circumflex, "+" by that of grave, as they lie
    on Nordic, German and Swiss keyboards. The letter is taken as typed: its place is not told.
    """
    parts = unicodedata.normalize("NFD", sign)
    letter, mark = parts[:1], parts[1:]
    text = _DEAD_TWICE.get(sign) or (_DEAD[mark] + letter if mark in _DEAD else "")
    if not (text and text.isascii()):
        return None
    copy = QInputMethodEvent()
    copy.setCommitString(sign)
    return Press(target, copy, at, sign, text, shift=letter.isupper())


class Reader:
    """Reads codes out of presses; remembers whether the scanner is set to the computer's layout."""

    def __init__(self) -> None:
        self.prefix = ""
        self.is_local = False

    def read(self, presses: Sequence[Press]) -> str:
        """The code meant, without what the scanner puts around it."""
        is_turned = any(map(_is_turned, presses))
        by_place = self.clean("".join(_meant(press, is_turned=is_turned) for press in presses))
        typed = self.clean("".join(_without_caps_lock(press) for press in presses))
        proven = self._proven(by_place, typed, self.clean("".join(p.typed for p in presses)))
        if proven:
            if by_place.casefold() != typed.casefold():
                self.is_local = proven.casefold() == typed.casefold()
            return proven
        if any(press.local for press in presses):
            return typed
        more = _plain_signs(typed) - _plain_signs(by_place)
        return typed if more > 0 or (more == 0 and self.is_local) else by_place

    def is_own(self, text: str) -> bool:
        """Whether it is a code of ours when cleaned."""
        return form_of(self.clean(text)) is CodeForm.OURS

    def clean(self, text: str) -> str:
        """Without control characters, the prefix from the settings and an AIM identifier (]Q1)."""
        kept = "".join(sign for sign in text if sign == "\n" or sign.isprintable()).strip()
        if self.prefix:
            kept = kept.removeprefix(self.prefix)
        return _AIM.sub("", kept)

    def _proven(self, by_place: str, typed: str, as_is: str) -> str:
        """The reading whose content proves it, "" where none does."""
        readings = (by_place, typed, as_is)
        own = [text for text in readings if form_of(text) is CodeForm.OURS]
        return next(iter([*own, *_known((*readings, by_place.swapcase()))]), "")


def _known(readings: Sequence[str]) -> list[str]:
    """Readings that begin as addresses and known formats do, which settles the case as well."""
    return [text for text in readings if _ADDRESS.match(text) or _FORMAT.match(text)]


def _without_caps_lock(press: Press) -> str:
    """The character as Shift alone makes it: Caps Lock turns letters round."""
    turned = press.typed.swapcase() if _is_turned(press) else press.typed
    return turned if len(turned) == 1 else press.typed


def _is_turned(press: Press) -> bool:
    """Whether Caps Lock turned the letter of a key round."""
    is_key = isinstance(press.event, QKeyEvent) and place_of(press.event) > 0
    return is_key and press.typed.isalpha() and press.typed.isupper() != press.shift


def _meant(press: Press, *, is_turned: bool) -> str:
    """What it means by its place; a letter that a dead key made has none, so Caps Lock counts."""
    is_key = isinstance(press.event, QKeyEvent)
    return press.meant.swapcase() if is_turned and not is_key else press.meant


def _plain_signs(text: str) -> int:
    return sum(sign.isascii() and sign.isalnum() for sign in text)
