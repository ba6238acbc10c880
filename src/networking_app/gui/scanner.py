"""Catches what a keyboard-wedge scanner types before any widget sees it, on any keyboard layout."""

from __future__ import annotations

import sys
import time
from dataclasses import dataclass

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication

from networking_app.domain.tickets import CodeForm, form_of
from networking_app.gui.burst import Burst, Outcome

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

_X11_OFFSET = 8  # X key codes are the PC's scan codes and eight
_NOT_TEXT = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)
_ENDS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)


@dataclass(frozen=True, slots=True)
class Press:
    """A key press held back: for whom it was, a copy of it, and both readings of it."""

    target: QObject
    event: QKeyEvent
    typed: str
    meant: str


class Scanner(QObject):
    """Install it once: `Scanner(app)`; `scanned(code)` whatever has the focus.

    Keys of people arrive up to 50 ms later than pressed; keys of a code do not arrive at all.
    """

    scanned = Signal(str)

    def __init__(self, app: QGuiApplication) -> None:
        super().__init__(app)
        self.enabled = True
        self._burst: Burst[Press] = Burst()
        self._presses: list[Press] = []
        self._replaying = False
        self._armed = 0.0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._pause)
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at keys before anybody else; True means the key is held back."""
        kind = event.type()
        if self._replaying or not self.enabled or QApplication.activeModalWidget() is not None:
            return False  # in a dialog quick keys are typing: nothing is taken out of its fields
        if kind == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if self._writes(event):
                event.accept()  # so that it comes as a key press and no shortcut takes it
                return True
            return False
        if kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._pressed(watched, event)
        if kind == QEvent.Type.MouseButtonPress and self._burst.is_waiting():
            self._do(self._burst.other())
        return False

    def _pressed(self, target: QObject, event: QKeyEvent) -> bool:
        at = _time_of(event)
        if self._writes(event):
            typed = event.text()
            press = Press(target, event.clone(), typed, meant(event))
            outcome = self._burst.character(press, typed, at)
            self._do(outcome)
            self._presses.append(press)
            self._wait()
            return True
        if not self._burst.is_waiting():
            return False
        is_modifier = event.key() in {Qt.Key.Key_Shift, Qt.Key.Key_CapsLock, Qt.Key.Key_AltGr}
        if is_modifier:
            return False
        is_end = event.key() in _ENDS and not event.modifiers() & _NOT_TEXT
        outcome = self._burst.end(at) if is_end else self._burst.other()
        self._do(outcome)
        return outcome.hold

    def _writes(self, event: QKeyEvent) -> bool:
        text = event.text()
        is_plain = not event.modifiers() & _NOT_TEXT
        return is_plain and len(text) == 1 and text.isprintable() and not event.isAutoRepeat()

    def _wait(self) -> None:
        self._armed = time.monotonic()
        self._timer.start(self._burst.gap + 5)

    def _pause(self) -> None:
        late = (time.monotonic() - self._armed) * 1000 - self._burst.gap
        if late > self._burst.gap:
            self._wait()  # the window was busy: keys may still be in the queue
        elif self._burst.is_waiting():
            self._do(self._burst.other())

    def _do(self, outcome: Outcome[Press]) -> None:
        if outcome.code:
            presses, self._presses = self._presses, []
            self._timer.stop()
            self.scanned.emit(reading(presses))
        elif outcome.replay:
            self._presses = []
            self._timer.stop()
            self._replay(outcome.replay)

    def _replay(self, presses: tuple[Press, ...]) -> None:
        self._replaying = True
        try:
            for press in presses:
                if shiboken6.isValid(press.target):
                    QCoreApplication.sendEvent(press.target, press.event)
        finally:
            self._replaying = False


def meant(event: QKeyEvent) -> str:
    """The character a US-layout scanner means by this key; its text where the place is unknown."""
    code = event.nativeScanCode()
    if sys.platform.startswith("linux"):
        code -= _X11_OFFSET
    elif sys.platform == "darwin":
        return event.text()
    pair = US_KEYS.get(code)
    if pair is None:
        return event.text()
    shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
    return pair[int(shifted)]


def reading(presses: list[Press]) -> str:
    """The code meant: by the places of the keys, or as typed where only that makes sense."""
    by_place = "".join(press.meant for press in presses)
    as_typed = "".join(press.typed for press in presses)
    if by_place == as_typed or form_of(by_place) is CodeForm.OURS:
        return by_place
    if form_of(as_typed) is CodeForm.OURS or as_typed.casefold().startswith(("http:", "https:")):
        return as_typed
    return by_place


def _time_of(event: QKeyEvent) -> float:
    """When the key was pressed, in ms; a busy window does not change it."""
    stamp = event.timestamp()
    return float(stamp) if stamp else time.monotonic() * 1000
