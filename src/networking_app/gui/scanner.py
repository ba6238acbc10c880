"""Catches what a keyboard-wedge scanner types before any widget sees it, on any keyboard layout.

Also in dialogs: a code is never typed into a field there, and the scanner's Enter presses no
button. Keys with Ctrl or Alt and function keys are not held back; a scanner that is set to send
one of them before its codes (STX as Ctrl+B, F9) does what that key does, and is read all the same.
Dialogs of the system (its own file and print dialogs) show nothing to the program: no scan there.
"""

from __future__ import annotations

import sys
import time
from dataclasses import dataclass
from operator import itemgetter

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QThread, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QInputMethodQueryEvent, QKeyEvent
from PySide6.QtWidgets import QApplication

from networking_app.gui.alt_code import AltCode
from networking_app.gui.burst import Burst, Outcome
from networking_app.gui.held_keys import HeldKeys
from networking_app.gui.key_text import Press, Reader, composed, is_keypad, meant, press_of
from networking_app.gui.pace import Stroke
from networking_app.gui.taking_back import take_back

_Event = tuple[float, QObject, QEvent]  # when, for whom, what
_Key = Qt.Key
_Kind = QEvent.Type
_KINDS = frozenset(
    {
        _Kind.ShortcutOverride, _Kind.KeyPress, _Kind.KeyRelease, _Kind.MouseButtonPress,
        _Kind.InputMethodQuery, _Kind.InputMethod,
    }
)  # fmt: skip
_CTRL = Qt.KeyboardModifier.ControlModifier
_ALT = Qt.KeyboardModifier.AltModifier
_NOT_TEXT = _CTRL | _ALT | Qt.KeyboardModifier.MetaModifier
_ENDS = frozenset({_Key.Key_Return, _Key.Key_Enter, _Key.Key_Tab})
_SILENT = frozenset(
    {
        _Key.Key_Shift, _Key.Key_CapsLock, _Key.Key_AltGr, _Key.Key_Control, _Key.Key_Alt,
        _Key.Key_Meta, _Key.Key_NumLock, _Key.Key_Mode_switch,
    }
)  # fmt: skip
_LATE = 40.0  # ms after which a timer tells that the window was busy
_TAIL = 250.0  # ms after a code in which Enter, Tab or a control character is still the scanner's


@dataclass(frozen=True, slots=True)
class Scan:
    """How the last code came in.

    Attributes:
        code: what was read.
        way: "keyboard" or "serial".
        milliseconds: from its first to its last character, 0 where nobody knows.
        ended: what came after it: "enter", "tab" or nothing.
    """

    code: str
    way: str
    milliseconds: float = 0.0
    ended: str = ""


class Scanner(QObject):
    """Install it once: `Scanner(app)`; `scanned(code)` whatever has the focus.

    Keys of people arrive up to 45 ms later than pressed, 20 once a fast scanner was used; keys of a
    code do not arrive at all. A serial scanner tells its codes through `take`.
    """

    scanned = Signal(str)

    def __init__(self, app: QGuiApplication) -> None:
        super().__init__(app)
        self.enabled = True
        self.last: Scan | None = None
        self.reader = Reader()
        self._burst: Burst[Press] = Burst(own=self.reader.is_own)
        self._held = HeldKeys()
        self._alt = AltCode()
        self._releases: list[_Event] = []
        self._clock = 0.0  # what the time of keys is ahead of ours, in ms
        self._replaying_at = -1  # level of the event loop; a key may open a dialog with its own
        self._armed = 0.0
        self._due = 0.0
        self._ended_at = -_TAIL
        self._raw_keys = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._pause)
        app.installEventFilter(self)

    def take(self, code: str) -> None:
        """Tell a code that came another way than by keys."""
        self._tell(Scan(self.reader.clean(code), "serial"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at keys before anybody else; True means the key is held back."""
        kind = event.type()
        if kind not in _KINDS or not self.enabled or self._replaying_at == _loop_level():
            return False
        if isinstance(event, QKeyEvent):
            return self._key(kind, watched, event)
        if isinstance(event, QInputMethodQueryEvent):
            return self._raw_keys and _answer_no_input_method(event)
        if isinstance(event, QInputMethodEvent):
            return self._composed(watched, event)
        if kind == _Kind.MouseButtonPress and not self._burst.is_machine():
            self._do(self._burst.other())
        return False

    def _key(self, kind: QEvent.Type, target: QObject, event: QKeyEvent) -> bool:
        self._clock = _time_of(event) - time.monotonic() * 1000
        if kind == _Kind.ShortcutOverride:
            return self._is_claimed(event)
        if kind == _Kind.KeyPress:
            return self._pressed(target, event)
        return self._released(target, event)

    def _is_claimed(self, event: QKeyEvent) -> bool:
        """Accept keys that may be a scanner's, so that no shortcut takes them."""
        at = _time_of(event)
        claimed = self._writes(event)
        if event.key() in _ENDS and not event.modifiers() & _NOT_TEXT:
            claimed = self._burst.is_waiting() or self._is_tail(at)
        elif _is_control(event):
            claimed = self._burst.is_machine() or self._is_tail(at)
        elif _is_alt_digit(event):
            claimed = self._alt.is_open(at)
        if claimed:
            event.accept()
        elif self._burst.is_waiting() and event.key() not in _SILENT:
            self._do(self._burst.other())  # letters go before what the shortcut does
        return claimed

    def _is_tail(self, at: float) -> bool:
        """Whether a code ended a moment ago, so that this may be what the scanner sends after."""
        return 0 <= at - self._ended_at < _TAIL

    def _pressed(self, target: QObject, event: QKeyEvent) -> bool:
        at = _time_of(event)
        if self._writes(event):
            press = press_of(target, event, at)
            rolled = self._held.down(event.nativeScanCode() or event.key(), at)
            self._character(press, Stroke(press.meant, at, rolled=rolled))
            return True
        if event.key() == _Key.Key_Alt and not event.isAutoRepeat():
            self._alt.alt_down(at)
        if event.key() in _SILENT:
            return False
        if _is_alt_digit(event) and self._alt.digit(meant(event), at):
            return True
        return self._not_writing(press_of(target, event, at), event, at)

    def _composed(self, target: QObject, event: QInputMethodEvent) -> bool:
        """A dead key and the next one became a character before anybody saw the keys."""
        sign = event.commitString()
        if not sign:
            return False
        at = time.monotonic() * 1000 + self._clock
        press = None if event.replacementLength() else composed(target, sign, at)
        if press is None:
            self._do(self._burst.other())
            return False
        self._character(press, Stroke(press.meant, at))
        return True

    def _character(self, press: Press, stroke: Stroke) -> None:
        outcome = self._burst.character(press, stroke)
        self._do(outcome)
        if self._burst.is_waiting():
            self._wait()
        self._want_raw_keys(wanted=self._burst.is_machine())

    def _not_writing(self, press: Press, event: QKeyEvent, at: float) -> bool:
        """Enter and Tab may end a code; control characters in it are dropped; others break it."""
        is_end = event.key() in _ENDS and not event.modifiers() & _NOT_TEXT
        if self._burst.is_empty():
            return self._is_tail(at) and (is_end or _is_control(event))
        if _is_control(event) and self._burst.is_machine():
            return True
        ended = "tab" if event.key() == _Key.Key_Tab else "enter"
        outcome = self._burst.end(press, at) if is_end else self._burst.other()
        self._do(outcome, ended if is_end else "")
        if self._burst.is_waiting():
            self._wait()  # a line break inside the code
        return outcome.hold

    def _released(self, target: QObject, event: QKeyEvent) -> bool:
        """Keep the order: a key that is held back must not go up before it went down."""
        if event.key() == _Key.Key_Alt:
            self._alt_up(target, event)
            return False
        if event.isAutoRepeat():
            return False
        overlapped = self._held.up(event.nativeScanCode() or event.key(), _time_of(event))
        if overlapped:
            self._do(self._burst.rolled())
        if self._burst.is_waiting():
            self._releases.append((_time_of(event), target, event.clone()))
            return True
        return False

    def _alt_up(self, target: QObject, event: QKeyEvent) -> None:
        sign = self._alt.alt_up()
        if sign.isprintable() and sign:
            plain = Qt.KeyboardModifier.NoModifier
            made = QKeyEvent(_Kind.KeyPress, 0, plain, sign)
            made.setTimestamp(event.timestamp())
            at = _time_of(event)
            press = Press(target, made, at, sign, sign, shift=sign.isupper())
            self._character(press, Stroke(sign, at, certain=True))

    def _writes(self, event: QKeyEvent) -> bool:
        held, text = event.modifiers(), event.text()
        is_alt_gr = held & _CTRL and held & _ALT
        if held & _NOT_TEXT and not is_alt_gr:
            return False
        if event.isAutoRepeat() and not self._burst.is_waiting():
            return False  # a held key; a scanner's doubled character is taken for one by X11
        if len(text) == 1 and text.isprintable():
            return True
        if is_keypad(event):
            return True  # with Num Lock off
        # A dead key that comes as a key is put together with the next one by nobody.
        return _Key.Key_Dead_Grave <= event.key() <= _Key.Key_Dead_Longsolidusoverlay

    def _wait(self) -> None:
        self._armed = time.monotonic()
        self._look_after(0.0)

    def _look_after(self, silent: float) -> None:
        delay = max(round(self._burst.wait(silent)), 1)
        self._due = silent + delay
        self._timer.start(delay)

    def _pause(self) -> None:
        silent = (time.monotonic() - self._armed) * 1000
        if silent > self._due + _LATE:
            self._wait()  # the window was busy: keys may still be in the queue
            return
        self._do(self._burst.pause(silent))
        if not self._burst.is_empty():
            self._look_after(silent)

    def _do(self, outcome: Outcome[Press], ended: str = "") -> None:
        if outcome.replay:
            self._replay(outcome.replay)
        if outcome.code:
            self._read(outcome, ended)
        if not self._burst.is_waiting():
            releases, self._releases = self._releases, []
            if not outcome.code:
                self._send(releases)
            self._want_raw_keys(wanted=False)

    def _read(self, outcome: Outcome[Press], ended: str) -> None:
        presses = outcome.code
        self._timer.stop()
        self._held.forget()
        first, last = presses[0].at, presses[-1].at
        self._ended_at = last
        if outcome.taken_back:
            leaked = presses[: outcome.taken_back]
            take_back(QApplication.focusWidget(), "".join(press.typed for press in leaked))
        self._tell(Scan(self.reader.read(presses), "keyboard", last - first, ended))

    def _tell(self, scan: Scan) -> None:
        if scan.code:
            self.last = scan
            self.scanned.emit(scan.code)

    def _replay(self, presses: tuple[Press, ...]) -> None:
        """Send keys on, each followed by its going up if that was held back too."""
        releases, self._releases = self._releases, []
        events: list[_Event] = [(press.at, press.target, press.event) for press in presses]
        self._send(sorted([*events, *releases], key=itemgetter(0)))

    def _send(self, events: list[_Event]) -> None:
        before, self._replaying_at = self._replaying_at, _loop_level()
        try:
            for _at, target, event in events:
                if shiboken6.isValid(target):
                    QCoreApplication.sendEvent(target, event)
        finally:
            self._replaying_at = before

    def _want_raw_keys(self, *, wanted: bool) -> None:
        """Keep dead keys from being put together with the next one while a scanner types."""
        if wanted != self._raw_keys and sys.platform.startswith("linux"):
            self._raw_keys = wanted
            QGuiApplication.inputMethod().update(Qt.InputMethodQuery.ImEnabled)


def _answer_no_input_method(event: QInputMethodQueryEvent) -> bool:
    if event.queries() != Qt.InputMethodQuery.ImEnabled:
        return False
    event.setValue(Qt.InputMethodQuery.ImEnabled, False)
    event.accept()
    return True


def _loop_level() -> int:
    return QThread.currentThread().loopLevel()


def _is_control(event: QKeyEvent) -> bool:
    """Whether it is how scanners send control characters: Ctrl and a letter, or an F key."""
    if _Key.Key_F1 <= event.key() <= _Key.Key_F24:
        return True
    held = event.modifiers()
    return bool(held & _CTRL) and not held & _ALT and event.key() not in _SILENT


def _is_alt_digit(event: QKeyEvent) -> bool:
    held = event.modifiers()
    return bool(held & _ALT) and not held & _CTRL and is_keypad(event)


def _time_of(event: QKeyEvent) -> float:
    """When the key was pressed, in ms; a busy window does not change it."""
    stamp = event.timestamp()
    return float(stamp) if stamp else time.monotonic() * 1000
