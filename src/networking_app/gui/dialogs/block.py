"""Asks why a guest is not let in; the desk reads the reason."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from networking_app.gui.theme import look
from networking_app.gui.tokens import Space
from networking_app.gui.widgets.button import Button
from networking_app.gui.widgets.form import Field
from networking_app.gui.widgets.layout import column, row
from networking_app.gui.widgets.text import Label
from networking_app.support.i18n import gettext as _


class BlockDialog(QDialog):
    """`blocked(reason)` when a reason was given."""

    blocked = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = _("Block {name}?").format(name=name)
        self.setWindowTitle(title)
        self.setMinimumWidth(look().px(look().sizes.dialog))
        said = _("No door lets the guest in until you take it back. The desk is shown the reason.")
        self.line = QLineEdit()
        self.reason = Field(
            _("Reason"), self.line, required=True, hint=_("Such as {example}").format(
                example=_("the participation fee is not paid")
            ),
        )  # fmt: skip
        self.do = Button(_("Block"), "danger", icon="ban")
        self.do.clicked.connect(self._try)
        cancel = Button(_("Cancel"), key="Esc")
        cancel.clicked.connect(self.reject)
        self.finished.connect(self.deleteLater)
        self.setLayout(
            column(
                Label(title, "h2", wrap=True),
                Label(said, "body", "text2", wrap=True),
                self.reason,
                row(None, cancel, self.do),
                gap=Space.ROOMY,
                margins=Space.WIDE,
            )
        )
        self.reason.focus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter blocks, as in every form."""
        if event.matches(QKeySequence.StandardKey.InsertParagraphSeparator):
            self._try()
        else:
            super().keyPressEvent(event)

    def _try(self) -> None:
        if not self.reason.is_right():
            self.reason.focus()
            return
        self.blocked.emit(self.reason.text())
        self.accept()
