"""Keeps guests inside the kiosk: keys and clicks that lead elsewhere never arrive."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent

_KEYS = Qt.Key
_HELD = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)
_PLAIN = frozenset(
    [
        _KEYS.Key_Tab, _KEYS.Key_Backtab, _KEYS.Key_Return, _KEYS.Key_Enter, _KEYS.Key_Backspace,
        _KEYS.Key_Delete, _KEYS.Key_Left, _KEYS.Key_Right, _KEYS.Key_Up, _KEYS.Key_Down,
        _KEYS.Key_Home, _KEYS.Key_End, _KEYS.Key_PageUp, _KEYS.Key_PageDown, _KEYS.Key_Space,
        _KEYS.Key_Shift, _KEYS.Key_CapsLock, _KEYS.Key_AltGr, _KEYS.Key_NumLock,
        _KEYS.Key_Multi_key, _KEYS.Key_Mode_switch,
    ]
)  # fmt: skip
_WITH_CONTROL = frozenset(
    [_KEYS.Key_A, _KEYS.Key_Left, _KEYS.Key_Right, _KEYS.Key_Backspace, _KEYS.Key_Delete,
     _KEYS.Key_Home, _KEYS.Key_End]
)  # fmt: skip
_KEY_EVENTS = frozenset(
    {QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride}
)
_NEVER = frozenset(
    {
        QEvent.Type.ContextMenu,
        QEvent.Type.Shortcut,
        QEvent.Type.DragEnter,
        QEvent.Type.Drop,
        QEvent.Type.ToolTip,
        QEvent.Type.WhatsThis,
    }
)
_SIGNS_OF_LIFE = frozenset(
    {QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin, QEvent.Type.Wheel}
)


class Guard(QObject):
    """An event filter of the whole program while the kiosk is open.

    `escape` on Esc, `alive` whenever somebody touches anything.
    """

    escape = Signal()
    alive = Signal()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """True where an event goes no further."""
        del watched
        kind = event.type()
        if kind in _SIGNS_OF_LIFE:
            self.alive.emit()
        if kind in _NEVER:
            event.accept()
            return True
        if kind in _KEY_EVENTS and isinstance(event, QKeyEvent):
            return self._key(event)
        if kind == QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent):
            return event.button() != Qt.MouseButton.LeftButton  # the middle one would paste
        return False

    def _key(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape:
            if event.type() == QEvent.Type.KeyPress and not event.isAutoRepeat():
                self.escape.emit()
            event.accept()
            return True
        if allowed(event):
            return False
        event.accept()
        return True


def allowed(event: QKeyEvent) -> bool:
    """Whether a key only writes, moves in a field, or goes to the next thing."""
    held = event.modifiers() & _HELD
    key = Qt.Key(event.key()) if event.key() else Qt.Key.Key_unknown
    if held == Qt.KeyboardModifier.ControlModifier:
        return key in _WITH_CONTROL
    text = event.text()
    writes = len(text) >= 1 and text.isprintable()
    alt_gr = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    if held == alt_gr:
        return (writes and not text.isascii()) or (writes and text in "@€$£{[]}\\|~#")
    if held:
        return False
    # Dead keys have no text of their own.
    return (
        writes
        or key in _PLAIN
        or Qt.Key.Key_Dead_Grave <= key <= Qt.Key.Key_Dead_Longsolidusoverlay
    )
