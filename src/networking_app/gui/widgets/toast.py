"""The toast: what was done, with Undo, at the bottom of the window for a while."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QPropertyAnimation, QTimer, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QGraphicsOpacityEffect, QWidget

from networking_app.gui.icons import IconView
from networking_app.gui.theme import look
from networking_app.gui.tokens import Motion, Space
from networking_app.gui.widgets.button import Button
from networking_app.gui.widgets.layout import row
from networking_app.gui.widgets.text import Label
from networking_app.support.i18n import gettext as _

if TYPE_CHECKING:
    from PySide6.QtGui import QEnterEvent


class Toast(QFrame):
    """Lies over the window's bottom centre; stays while hovered or focused; `undone` tells.

    `keep_over(widget)` has it lie at the bottom of a part of the page instead.
    """

    undone = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setProperty("cls", "toast")
        self._window = window
        self._over: QWidget | None = None
        self._text = Label("", "body", "on_off", wrap=True)
        self._icon = IconView("circle-check", "on_off", "icon_m")
        self.undo = Button(_("Undo"), "toast")
        self.undo.setAccessibleDescription("Ctrl+Z")
        self._key = Label("Ctrl+Z", "caption_strong", "on_off")
        self._parts = row(
            row(self._icon, (self._text, 1), gap=Space.SMALL),
            row(self.undo, self._key, None, gap=Space.SMALL),
            gap=Space.SMALL,
            margins=(Space.ROOMY, Space.TIGHT, Space.NORMAL, Space.TIGHT),
        )
        self.setLayout(self._parts)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._leave)
        self._effect = QGraphicsOpacityEffect(self)
        self._effect.setEnabled(False)
        self.setGraphicsEffect(self._effect)
        self._fade = QPropertyAnimation(self._effect, b"opacity", self)
        self._fade.setDuration(Motion.FADE)
        self._fade.finished.connect(self._faded)
        self.undo.clicked.connect(self.undone)
        self.undo.installEventFilter(self)
        window.installEventFilter(self)
        self.hide()

    def text(self) -> str:
        """What it says, "" when it does not show."""
        return self._text.text() if not self.isHidden() else ""

    def show_text(self, text: str, *, icon: str, can_undo: bool, action: str = "") -> None:
        """Show a new text instead of an older one, with Undo or the words of another action."""
        self._text.setText(text)
        self._icon.show_icon(icon)
        self.undo.show_text(action or _("Undo"))
        self.undo.setAccessibleDescription("Ctrl+Z" if can_undo else "")
        self.undo.setVisible(can_undo or bool(action))
        self._key.setVisible(can_undo)
        self.setAccessibleName(text)
        self._place()
        self.show()
        self.raise_()
        self._start_fade(0.0, 1.0)
        self._timer.start(Motion.TOAST)

    def keep_over(self, widget: QWidget | None) -> None:
        """Lie at the bottom of this while it is seen; None for the window."""
        self._over = widget
        if widget is not None:
            widget.destroyed.connect(self._over_is_gone)  # a method goes with this toast
        if self.isVisible():
            self._place()

    def _over_is_gone(self) -> None:
        self.keep_over(None)

    def hide_now(self) -> None:
        """Take it away at once."""
        self._timer.stop()
        self._fade.stop()
        self.hide()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Stay while the pointer is on it."""
        super().enterEvent(event)
        self._timer.stop()

    def leaveEvent(self, event: QEvent) -> None:
        """Count again when the pointer has left."""
        super().leaveEvent(event)
        self._resume()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay while the button has the focus; stay in place when the window changes."""
        if watched is self.undo and event.type() == QEvent.Type.FocusIn:
            self._timer.stop()
        elif watched is self.undo and event.type() == QEvent.Type.FocusOut:
            self._resume()
        elif watched is self._window and event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _resume(self) -> None:
        if self.isVisible() and not self.undo.hasFocus() and not self.underMouse():
            self._timer.start(Motion.TOAST)

    def _leave(self) -> None:
        if look().reduce_motion:
            self.hide()
        else:
            self._start_fade(1.0, 0.0)

    def _start_fade(self, start: float, end: float) -> None:
        self._fade.stop()
        if look().reduce_motion:
            return
        self._effect.setEnabled(True)
        self._fade.setStartValue(start)
        self._fade.setEndValue(end)
        self._fade.start()

    def _faded(self) -> None:
        if self._fade.endValue() == 0.0:
            self.hide()
        self._effect.setEnabled(False)

    def _place(self) -> None:
        over = self._over if self._over is not None and self._over.isVisible() else None
        frame = over or self._window
        side, below = (Space.SMALL, Space.SMALL) if over is not None else (Space.WIDE, Space.HUGE)
        most = max(frame.width() - 2 * side, Space.VAST)
        one_line = self._width_in_one_line()
        is_narrow = one_line > most
        way = QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight
        self._parts.setDirection(way)
        wide = most if is_narrow else one_line
        high = self._parts.totalHeightForWidth(wide)
        corner = frame.mapTo(self._window, QPoint(0, 0)) if over is not None else QPoint(0, 0)
        left = corner.x() + (frame.width() - wide) // 2
        top = corner.y() + frame.height() - high - below
        self.setGeometry(left, max(top, 0), wide, high)

    def _width_in_one_line(self) -> int:
        """Of icon, words, button and key beside each other."""
        self.ensurePolished()
        for label in (self._text, self._key):
            label.ensurePolished()
        words = self._text.fontMetrics().horizontalAdvance(self._text.text()) + Space.TINY
        parts = [words, self._icon.sizeHint().width()]
        parts += [w.sizeHint().width() for w in (self.undo, self._key) if not w.isHidden()]
        margins = self._parts.contentsMargins()
        gaps = len(parts) * Space.SMALL
        return sum(parts) + gaps + margins.left() + margins.right()
