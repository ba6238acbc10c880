"""The dialog for an error nobody expected: what was done is safe, a report can be saved."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QDialog, QFileDialog, QPlainTextEdit, QWidget

from networking_app.gui.theme import look
from networking_app.gui.tokens import Space
from networking_app.gui.widgets.button import Button
from networking_app.gui.widgets.layout import column, row
from networking_app.gui.widgets.text import Label
from networking_app.support.i18n import gettext as _


class BugDialog(QDialog):
    """Says that the app goes on and offers the report, which holds no personal data."""

    def __init__(self, report: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.report = report
        self.setWindowTitle(_("Something went wrong in the app"))
        self.setModal(True)
        self.setMinimumWidth(look().px(look().sizes.dialog))
        text = Label(
            _(
                "Everything saved before is safe, and you can go on working. "
                "A report helps to mend this; it names no guests."
            ),
            "body",
            "text2",
            wrap=True,
        )
        self._details = QPlainTextEdit(report)
        self._details.setReadOnly(True)
        self._details.setAccessibleName(_("Report"))
        self._details.setMinimumHeight(look().px(160))
        self._details.hide()
        self._show = Button(_("Show report"), "quiet")
        self._show.clicked.connect(self._toggle)
        save = Button(_("Save report"), icon="save")
        save.clicked.connect(self._save)
        go_on = Button(_("Go on"), "main")
        go_on.clicked.connect(self.accept)
        self.setLayout(
            column(
                Label(_("Something went wrong in the app"), "h2"),
                text,
                (self._details, 1),
                row(self._show, None, save, go_on),
                gap=Space.ROOMY,
                margins=Space.WIDE,
            )
        )
        go_on.setFocus()

    def save_to(self, file: Path) -> None:
        """Write the report; raises OSError where the file cannot be written."""
        file.write_text(self.report, encoding="utf-8")

    def _toggle(self) -> None:
        self._details.setVisible(not self._details.isVisibleTo(self))
        shown = self._details.isVisibleTo(self)
        self._show.show_text(_("Hide report") if shown else _("Show report"))

    def _save(self) -> None:
        name, _kind = QFileDialog.getSaveFileName(
            self, _("Save report"), "networking-app-report.txt", _("Text files (*.txt)")
        )
        if name:
            self.save_to(Path(name))
            self.accept()
