"""The only place that shows trouble: toasts with undo, banners, and the dialog for bugs.

messages.toast(_("3 people set to Student"), undo=undo_action)
messages.banner("offline", Notice("warn", _("No connection to the other desks."), ...))
messages.clear("offline", done=_("All 3 waiting guests were sent."))
messages.trouble(error)
"""

from __future__ import annotations

import logging
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from networking_app import __version__
from networking_app.domain.problems import Trouble, TroubleKind
from networking_app.gui.announce import announce
from networking_app.gui.dialogs.bug import BugDialog
from networking_app.gui.tokens import Motion, Space
from networking_app.gui.widgets.banner import Banner, Notice
from networking_app.gui.widgets.layout import empty
from networking_app.gui.widgets.toast import Toast
from networking_app.support import logs
from networking_app.support.i18n import gettext as _
from networking_app.wording.problems import sentence_of_trouble

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

_log = logging.getLogger(__name__)


class Messages(QObject):
    """What the window has to say; bound to a window by `attach`.

    `banners_changed` tells the BannerAreas; `bug_found(text)` carries a report's text.
    """

    banners_changed = Signal()
    bug_found = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.notices: dict[str, Notice] = {}
        self.undo_without_toast: Callable[[], None] | None = None
        self.redo_last_action: Callable[[], None] | None = None
        self.is_quiet = False  # while guests stand before the screen: bugs are only logged
        self._undo: Callable[[], None] | None = None
        self._offered: Callable[[], None] | None = None
        self._window: QWidget | None = None
        self._toast: Toast | None = None
        self._shows_bug = False

    def attach(self, window: QWidget) -> None:
        """Show toasts over this window from now on."""
        self._window = window
        self._toast = Toast(window)
        self._toast.undone.connect(self._toast_pressed)

    def toast(
        self, text: str, undo: Callable[[], None] | None = None, icon: str = "circle-check"
    ) -> None:
        """Say in the past tense what was done, for 8 s; with `undo` it can be taken back.

        Ctrl+Z works after the toast is gone. The newest replaces an older one.
        """
        self._undo, self._offered = undo, None
        if self._toast is not None:
            self._toast.show_text(text, icon=icon, can_undo=undo is not None)
            announce(self._toast, text)

    def offer(
        self, text: str, action: str, act: Callable[[], None], icon: str = "circle-check"
    ) -> None:
        """Say what was done and offer what may follow, such as opening the folder of a file."""
        self._undo, self._offered = None, act
        if self._toast is not None:
            self._toast.show_text(text, icon=icon, can_undo=False, action=action)
            announce(self._toast, text)

    def toast_text(self) -> str:
        """What the toast says, "" when there is none."""
        return self._toast.text() if self._toast is not None else ""

    def keep_toasts_over(self, widget: QWidget | None) -> None:
        """Show toasts at the bottom of this part of a page while it is seen; None: anywhere."""
        if self._toast is not None:
            self._toast.keep_over(widget)

    def hide_toast(self) -> None:
        """Take the toast away, as something that matters more needs its place."""
        if self._toast is not None:
            self._toast.hide_now()

    def undo_last(self) -> None:
        """Take back what the last toast said, else the last action of the event."""
        undo, self._undo = self._undo, None
        if self._toast is not None:
            self._toast.hide_now()
        if undo is not None:
            undo()
        elif self.undo_without_toast is not None:
            self.undo_without_toast()

    def redo_last(self) -> None:
        """Do again what was undone last, where app.py said how."""
        if self.redo_last_action is not None:
            self.redo_last_action()

    def banner(self, key: str, notice: Notice) -> None:
        """Show a notice until `clear(key)`; the same key replaces it."""
        if self.notices.get(key) == notice:
            return
        self.notices[key] = notice
        self.banners_changed.emit()
        if self._window is not None:
            words = " ".join(part for part in (notice.fact, notice.meaning) if part)
            announce(self._window, words, urgent=notice.kind == "bad")

    def clear(self, key: str, done: str = "") -> None:
        """The cause has ended; `done` is shown in green for 5 s when there was a notice."""
        if self.notices.pop(key, None) is None:
            return
        if done:
            notice = Notice("ok", done)
            self.notices[key] = notice
            QTimer.singleShot(Motion.DONE_BANNER, self, lambda: self._fade(key, notice))
        self.banners_changed.emit()

    def trouble(self, error: BaseException, retry: Callable[[], None] | None = None) -> None:
        """Show what went wrong outside as a banner with a cross; anything else is a bug."""
        if isinstance(error, Trouble) and error.kind is TroubleKind.WORKSPACE_CLOSED:
            return  # a page asked while another file was being opened
        if isinstance(error, Trouble):
            _log.warning("trouble: %s %s %s", error.kind, error.subject, error.detail)
            self.banner(f"trouble:{error.kind}", self._notice(error, retry))
        else:
            self.bug(error)

    def bug(self, error: BaseException) -> None:
        """Log an error nobody expected and offer to save a report; the app goes on."""
        _log.error("bug", exc_info=error)
        text = logs.crash_report(error, version=__version__)
        self.bug_found.emit(text)
        if self._window is None or self._shows_bug or self.is_quiet:
            return
        self._shows_bug = True
        dialog = BugDialog(text, self._window)
        dialog.finished.connect(self._bug_closed)
        dialog.open()

    def catch_bugs(self) -> None:
        """Bring errors that nobody caught, also in slots, to `bug` from now on."""
        sys.excepthook = self._caught

    def _toast_pressed(self) -> None:
        offered, self._offered = self._offered, None
        if offered is None:
            self.undo_last()
            return
        if self._toast is not None:
            self._toast.hide_now()
        offered()

    def _caught(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        self.trouble(error)

    def _bug_closed(self) -> None:
        self._shows_bug = False

    def _fade(self, key: str, notice: Notice) -> None:
        if self.notices.get(key) is notice:
            del self.notices[key]
            self.banners_changed.emit()

    def _notice(self, error: Trouble, retry: Callable[[], None] | None) -> Notice:
        key = f"trouble:{error.kind}"

        def again() -> None:
            self.clear(key)
            if retry is not None:
                retry()

        notice = Notice("bad", sentence_of_trouble(error), can_close=True)
        return replace(notice, action=_("Try again"), act=again) if retry else notice


class BannerArea(QWidget):
    """Where a page shows the notices; takes no room while there are none."""

    def __init__(self, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._messages = messages
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.SMALL)
        messages.banners_changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        empty(self._column)
        for key, notice in self._messages.notices.items():
            banner = Banner(notice)
            banner.closed.connect(lambda key=key: self._messages.clear(key))
            self._column.addWidget(banner)
        self.setVisible(bool(self._messages.notices))
