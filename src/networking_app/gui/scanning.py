"""Starts the scanners, keyboard and serial, and sees that a scan gets past whatever is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from networking_app.gui.scanner import Scanner
from networking_app.gui.serial_scanner import SerialScanner
from networking_app.gui.widgets.banner import Notice
from networking_app.support.i18n import gettext as _

if TYPE_CHECKING:
    from collections.abc import Callable

    from networking_app.gui.messages import Messages
    from networking_app.gui.preferences import Preferences

_NOTICE = "scanner"
_DEEPEST = 8  # dialogs over each other


class Scanning(QObject):
    """Both kinds of scanner of a program, and where their codes go."""

    def __init__(
        self,
        app: QApplication,
        preferences: Preferences,
        messages: Messages,
        take: Callable[[str], None],
    ) -> None:
        """Listen from now on; `take` gets the codes after open questions were closed."""
        super().__init__(app)
        self._preferences = preferences
        self._messages = messages
        self._take = take
        self.keyboard = Scanner(app)
        self.serial = SerialScanner(self)
        self.keyboard.scanned.connect(self._scanned)
        self.serial.scanned.connect(self.keyboard.take)
        self.serial.state_changed.connect(self._say)
        preferences.changed.connect(self._preferences_changed)
        self._preferences_changed(frozenset({"scanner_port", "scanner_prefix"}))
        app.aboutToQuit.connect(self.serial.close)

    def _scanned(self, code: str) -> None:
        close_questions()
        self._take(code)

    def _preferences_changed(self, names: frozenset[str]) -> None:
        now = self._preferences.now
        if "scanner_prefix" in names:
            self.keyboard.reader.prefix = now.scanner_prefix
        if "scanner_port" in names and now.scanner_port != self.serial.name:
            self._messages.clear(_NOTICE)
            self.serial.use(now.scanner_port)

    def _say(self, state: str) -> None:
        if state == "open":
            self._messages.clear(_NOTICE, done=_("The scanner is connected again."))
            return
        sentence = trouble_of(state, self.serial.name)
        if sentence:
            self._messages.banner(_NOTICE, Notice("warn", sentence, can_close=True))


def trouble_of(state: str, port: str) -> str:
    """What is wrong with the serial scanner, "" for nothing."""
    return {
        "missing": _(
            "No scanner is connected to {port}. It is used as soon as it is plugged in again."
        ),
        "busy": _(
            "{port} is used by another program, or this user may not use it."
            " Scans work again as soon as it is free."
        ),
        "unsupported": _("Serial scanners cannot be used here: a part of the program is missing."),
    }.get(state, "").format(port=port)  # fmt: skip


def scanner_of_app() -> Scanner | None:
    """The scanner that listens in this program, where one does."""
    app = QApplication.instance()
    return app.findChild(Scanner) if app is not None else None


def serial_of_app() -> SerialScanner | None:
    """The serial scanner of this program, where one was started."""
    app = QApplication.instance()
    return app.findChild(SerialScanner) if app is not None else None


def close_questions() -> None:
    """Close menus and modal dialogs unanswered; one in which something was typed stays open."""
    for _number in range(_DEEPEST):
        popup = QApplication.activePopupWidget()
        if popup is None:
            break
        popup.close()
    for _number in range(_DEEPEST):
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QDialog) or has_work(dialog):
            return
        dialog.reject()
        if dialog is QApplication.activeModalWidget():
            return  # it insists


def has_work(dialog: QWidget) -> bool:
    """Whether somebody typed or chose something in it that closing would lose."""
    lines = any(
        field.isModified() and field.text() and not isinstance(field.parent(), QComboBox)
        for field in dialog.findChildren(QLineEdit)
    )
    texts: list[QPlainTextEdit | QTextEdit] = []
    texts += dialog.findChildren(QPlainTextEdit)
    texts += dialog.findChildren(QTextEdit)
    return lines or any(
        text.document().isModified() and not text.isReadOnly() and text.toPlainText()
        for text in texts
    )
